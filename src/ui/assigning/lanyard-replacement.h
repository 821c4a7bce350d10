/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spare in place of what was lost: the two changes, as one batch. */
#pragma once

#include "lanyard-executor.h"

G_BEGIN_DECLS

void lanyard_replacement_run (LanyardExecutor *executor,
                              SeamCredential  *lost,
                              SeamCredential  *spare,
                              SeamUser        *user,
                              gboolean         spare_first);

G_END_DECLS
