/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about access systems. */
#include "seam-systems.h"

#include "seam-read.h"

/**
 * seam_client_list_systems_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the access systems
 * @user_data: for @callback
 */
void
seam_client_list_systems_async (SeamClient          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_SYSTEMS, NULL, cancellable, callback, user_data);
}

/**
 * seam_client_list_systems_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type SeamSystem): the access systems, or %NULL with @error
 */
GPtrArray *
seam_client_list_systems_finish (SeamClient    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_SYSTEMS, result, error);
}
