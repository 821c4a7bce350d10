/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A toast that says as much as fits into its window, and has a button. */
#pragma once

#include <adwaita.h>

#include "lanyard-telling.h"

G_BEGIN_DECLS

AdwToast *lanyard_toast_new (LanyardTelling  *telling,
                             AdwToastOverlay *overlay);

G_END_DECLS
