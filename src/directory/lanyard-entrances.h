/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a credential opens, asked for when somebody looks at it. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

void       lanyard_directory_list_entrances_async  (LanyardDirectory     *self,
                                                    SeamCredential       *credential,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray *lanyard_directory_list_entrances_finish (LanyardDirectory     *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
