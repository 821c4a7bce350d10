/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about credentials: what there are, what they open, and who has them. */
#include "seam-credentials.h"

#include "seam-read.h"
#include "seam-write.h"

/**
 * seam_client_list_credentials_async:
 * @self: a client
 * @query: (nullable): what to list
 * @cursor: (nullable): where the page begins; %NULL for the first
 * @cancellable: (nullable): a cancellable
 * @callback: called with a page of credentials
 * @user_data: for @callback
 */
void
seam_client_list_credentials_async (SeamClient          *self,
                                    const SeamListQuery *query,
                                    const char          *cursor,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  seam_read_page_async (self, SEAM_ROUTE_CREDENTIALS, query, cursor, cancellable, callback, user_data);
}

/**
 * seam_client_list_credentials_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): a page of credentials, or %NULL with @error
 */
SeamPage *
seam_client_list_credentials_finish (SeamClient    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_CREDENTIALS, result, error);
}

/**
 * seam_client_get_credential_async:
 * @self: a client
 * @credential_id: which one
 * @cancellable: (nullable): a cancellable
 * @callback: called with the credential
 * @user_data: for @callback
 */
void
seam_client_get_credential_async (SeamClient          *self,
                                  const char          *credential_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_CREDENTIAL, (const char *[]) { credential_id }, cancellable, callback,
                   user_data);
}

/**
 * seam_client_get_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the credential, or %NULL with @error
 */
SeamCredential *
seam_client_get_credential_finish (SeamClient    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_CREDENTIAL, result, error);
}

/**
 * seam_client_list_accessible_entrances_async:
 * @self: a client
 * @credential_id: which one
 * @cancellable: (nullable): a cancellable
 * @callback: called with the entrances that the credential opens
 * @user_data: for @callback
 */
void
seam_client_list_accessible_entrances_async (SeamClient          *self,
                                             const char          *credential_id,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data)
{
  seam_read_async (self, SEAM_ROUTE_ACCESSIBLE_ENTRANCES, (const char *[]) { credential_id }, cancellable, callback,
                   user_data);
}

/**
 * seam_client_list_accessible_entrances_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type SeamEntrance): the entrances that the credential opens, or %NULL with @error
 */
GPtrArray *
seam_client_list_accessible_entrances_finish (SeamClient    *self,
                                              GAsyncResult  *result,
                                              GError       **error)
{
  return seam_read_finish (self, SEAM_ROUTE_ACCESSIBLE_ENTRANCES, result, error);
}

/**
 * seam_client_assign_credential_async:
 * @self: a client
 * @credential_id: the credential
 * @user_id: the user who is to hold it
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_assign_credential_async (SeamClient          *self,
                                     const char          *credential_id,
                                     const char          *user_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  seam_write_async (self, SEAM_ROUTE_ASSIGN, (const char *[]) { credential_id, user_id }, cancellable,
                    callback, user_data);
}

/**
 * seam_client_assign_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @credential: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_assign_credential_finish (SeamClient      *self,
                                      GAsyncResult    *result,
                                      SeamCredential **credential,
                                      GError         **error)
{
  return seam_write_finish (self, result, (SeamRecord **) credential, error);
}

/**
 * seam_client_unassign_credential_async:
 * @self: a client
 * @credential_id: the credential
 * @user_id: the user who is to give it up
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_unassign_credential_async (SeamClient          *self,
                                       const char          *credential_id,
                                       const char          *user_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  seam_write_async (self, SEAM_ROUTE_UNASSIGN, (const char *[]) { credential_id, user_id }, cancellable,
                    callback, user_data);
}

/**
 * seam_client_unassign_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @credential: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_unassign_credential_finish (SeamClient      *self,
                                        GAsyncResult    *result,
                                        SeamCredential **credential,
                                        GError         **error)
{
  return seam_write_finish (self, result, (SeamRecord **) credential, error);
}

/**
 * seam_client_unassign_identity_async:
 * @self: a client
 * @credential_id: a credential that names no user, but an identity
 * @identity_id: the identity that is to give it up
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it; for seam_client_unassign_credential_finish()
 * @user_data: for @callback
 */
void
seam_client_unassign_identity_async (SeamClient          *self,
                                     const char          *credential_id,
                                     const char          *identity_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  seam_write_async (self, SEAM_ROUTE_UNASSIGN_IDENTITY, (const char *[]) { credential_id, identity_id }, cancellable,
                    callback, user_data);
}
