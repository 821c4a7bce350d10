/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about credentials: what there are, what they open, and who has them. */
#pragma once

#include "seam-client.h"
#include "seam-credential.h"
#include "seam-entrance.h"
#include "seam-page.h"

G_BEGIN_DECLS

void seam_client_list_credentials_async (SeamClient          *self,
                                         const SeamListQuery *query,
                                         const char          *cursor,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
SeamPage *seam_client_list_credentials_finish (SeamClient    *self,
                                               GAsyncResult  *result,
                                               GError       **error);

void seam_client_get_credential_async (SeamClient          *self,
                                       const char          *credential_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
SeamCredential *seam_client_get_credential_finish (SeamClient    *self,
                                                   GAsyncResult  *result,
                                                   GError       **error);

void seam_client_list_accessible_entrances_async (SeamClient          *self,
                                                  const char          *credential_id,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
GPtrArray *seam_client_list_accessible_entrances_finish (SeamClient    *self,
                                                         GAsyncResult  *result,
                                                         GError       **error);

/* The writes. TRUE: the server has it as asked, by its answer, or read back where the answer was lost, could not be
 * read, or was not plainly about this. FALSE: it has not, by @error; %SEAM_ERROR_UNKNOWN_OUTCOME when that could not
 * be found out, or may still change. Once sent they are no longer cancelled. @credential, where not NULL, is set
 * (transfer full) to what the server was last seen to have, also on failure, or to NULL when nothing could be read;
 * never NULL when TRUE. */
void seam_client_assign_credential_async (SeamClient          *self,
                                          const char          *credential_id,
                                          const char          *user_id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean seam_client_assign_credential_finish (SeamClient      *self,
                                               GAsyncResult    *result,
                                               SeamCredential **credential,
                                               GError         **error);

void seam_client_unassign_credential_async (SeamClient          *self,
                                            const char          *credential_id,
                                            const char          *user_id,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean seam_client_unassign_credential_finish (SeamClient      *self,
                                                 GAsyncResult    *result,
                                                 SeamCredential **credential,
                                                 GError         **error);

void seam_client_unassign_identity_async (SeamClient          *self,
                                          const char          *credential_id,
                                          const char          *identity_id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

G_END_DECLS
