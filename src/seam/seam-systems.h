/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about access systems. */
#pragma once

#include "seam-client.h"
#include "seam-system.h"

G_BEGIN_DECLS

void seam_client_list_systems_async (SeamClient          *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
GPtrArray *seam_client_list_systems_finish (SeamClient    *self,
                                            GAsyncResult  *result,
                                            GError       **error);

G_END_DECLS
