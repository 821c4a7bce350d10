/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes about users. */
#pragma once

#include "seam-client.h"
#include "seam-page.h"
#include "seam-user.h"

G_BEGIN_DECLS

void seam_client_list_users_async (SeamClient          *self,
                                   const SeamListQuery *query,
                                   const char          *cursor,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
SeamPage *seam_client_list_users_finish (SeamClient    *self,
                                         GAsyncResult  *result,
                                         GError       **error);

void seam_client_get_user_async (SeamClient          *self,
                                 const char          *user_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
SeamUser *seam_client_get_user_finish (SeamClient    *self,
                                       GAsyncResult  *result,
                                       GError       **error);

/* The writes, as those of credentials. Their answers say only that all is well: each is read back. */
void seam_client_suspend_user_async (SeamClient          *self,
                                     const char          *user_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean seam_client_suspend_user_finish (SeamClient    *self,
                                          GAsyncResult  *result,
                                          SeamUser     **user,
                                          GError       **error);

void seam_client_unsuspend_user_async (SeamClient          *self,
                                       const char          *user_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean seam_client_unsuspend_user_finish (SeamClient    *self,
                                            GAsyncResult  *result,
                                            SeamUser     **user,
                                            GError       **error);

G_END_DECLS
