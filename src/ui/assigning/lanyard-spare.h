/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can take the place of what was lost. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

gboolean lanyard_spare_fits (SeamCredential *credential,
                             SeamCredential *lost,
                             SeamUser       *user);

G_END_DECLS
