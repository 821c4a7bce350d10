/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about workspaces. */
#pragma once

#include "seam-client.h"
#include "seam-workspace.h"

G_BEGIN_DECLS

void seam_client_get_workspace_async (SeamClient          *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
SeamWorkspace *seam_client_get_workspace_finish (SeamClient    *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

void seam_client_list_workspaces_async (SeamClient          *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GPtrArray *seam_client_list_workspaces_finish (SeamClient    *self,
                                               GAsyncResult  *result,
                                               GError       **error);

G_END_DECLS
