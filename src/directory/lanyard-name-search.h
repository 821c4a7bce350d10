/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding users and credentials by their names, and by nothing else, without a list to show them in. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

void       lanyard_name_search_async  (LanyardDirectory    *directory,
                                       const char          *search,
                                       guint                limit,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray *lanyard_name_search_finish (LanyardDirectory    *directory,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
