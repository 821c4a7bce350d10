/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about workspaces. */
#include "seam-workspaces.h"

#include "seam-read.h"

/**
 * seam_client_get_workspace_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the workspace that the token is for
 * @user_data: for @callback
 */
void
seam_client_get_workspace_async (SeamClient          *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_WORKSPACE, NULL, cancellable, callback, user_data);
}

/**
 * seam_client_get_workspace_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the workspace that the token is for, or %NULL with @error
 */
SeamWorkspace *
seam_client_get_workspace_finish (SeamClient    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_WORKSPACE, result, error);
}

/**
 * seam_client_list_workspaces_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the workspaces that the token may use
 * @user_data: for @callback
 */
void
seam_client_list_workspaces_async (SeamClient          *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_WORKSPACES, NULL, cancellable, callback, user_data);
}

/**
 * seam_client_list_workspaces_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type SeamWorkspace): the workspaces that the token may use, or %NULL with @error
 */
GPtrArray *
seam_client_list_workspaces_finish (SeamClient    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_WORKSPACES, result, error);
}
