/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A roster of a workspace, taken without holding up the window. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-roster.h"

G_BEGIN_DECLS

void           lanyard_roster_take_async  (LanyardDirectory    *directory,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
LanyardRoster *lanyard_roster_take_finish (LanyardDirectory    *directory,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
