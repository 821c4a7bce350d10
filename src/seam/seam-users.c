/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about users. */
#include "seam-users.h"

#include "seam-read.h"
#include "seam-write.h"

/**
 * seam_client_list_users_async:
 * @self: a client
 * @query: (nullable): what to list
 * @cursor: (nullable): where the page begins; %NULL for the first
 * @cancellable: (nullable): a cancellable
 * @callback: called with a page of users
 * @user_data: for @callback
 */
void
seam_client_list_users_async (SeamClient          *self,
                              const SeamListQuery *query,
                              const char          *cursor,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  seam_read_page_async (self, SEAM_ROUTE_USERS, query, cursor, cancellable, callback, user_data);
}

/**
 * seam_client_list_users_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): a page of users, or %NULL with @error
 */
SeamPage *
seam_client_list_users_finish (SeamClient    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_USERS, result, error);
}

/**
 * seam_client_get_user_async:
 * @self: a client
 * @user_id: which one
 * @cancellable: (nullable): a cancellable
 * @callback: called with the user
 * @user_data: for @callback
 */
void
seam_client_get_user_async (SeamClient          *self,
                            const char          *user_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_USER, (const char *[]) { user_id }, cancellable, callback, user_data);
}

/**
 * seam_client_get_user_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the user, or %NULL with @error
 */
SeamUser *
seam_client_get_user_finish (SeamClient    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_USER, result, error);
}

/**
 * seam_client_suspend_user_async:
 * @self: a client
 * @user_id: the user who is to open nothing for now
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_suspend_user_async (SeamClient          *self,
                                const char          *user_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  seam_write_async (self, SEAM_ROUTE_SUSPEND, (const char *[]) { user_id }, cancellable, callback, user_data);
}

/**
 * seam_client_suspend_user_finish:
 * @self: a client
 * @result: what the callback got
 * @user: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_suspend_user_finish (SeamClient    *self,
                                 GAsyncResult  *result,
                                 SeamUser     **user,
                                 GError       **error)
{
  return seam_write_finish (self, result, (SeamRecord **) user, error);
}

/**
 * seam_client_unsuspend_user_async:
 * @self: a client
 * @user_id: the user who may open doors again
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_unsuspend_user_async (SeamClient          *self,
                                  const char          *user_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  seam_write_async (self, SEAM_ROUTE_UNSUSPEND, (const char *[]) { user_id }, cancellable, callback, user_data);
}

/**
 * seam_client_unsuspend_user_finish:
 * @self: a client
 * @result: what the callback got
 * @user: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_unsuspend_user_finish (SeamClient    *self,
                                   GAsyncResult  *result,
                                   SeamUser     **user,
                                   GError       **error)
{
  return seam_write_finish (self, result, (SeamRecord **) user, error);
}
