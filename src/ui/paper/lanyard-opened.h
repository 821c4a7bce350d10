/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What some credentials open, asked for one after another, a few at a time. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

void       lanyard_opened_list_async  (LanyardDirectory     *directory,
                                       GPtrArray            *credentials,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray *lanyard_opened_list_finish (LanyardDirectory     *directory,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
