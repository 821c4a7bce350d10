/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Seam Connect API as typed pairs of asynchronous functions. */
#pragma once

#include <gio/gio.h>

#include "seam-credential.h"
#include "seam-entrance.h"
#include "seam-error.h"
#include "seam-page.h"
#include "seam-system.h"
#include "seam-user.h"
#include "seam-workspace.h"

G_BEGIN_DECLS

#define SEAM_DEFAULT_ENDPOINT "https://connect.getseam.com"

/**
 * SeamAssignRoute:
 * @SEAM_ASSIGN_ROUTE_AUTO: the first; where the server has no such route, the second, remembered
 * @SEAM_ASSIGN_ROUTE_CREDENTIALS: /acs/credentials/assign
 * @SEAM_ASSIGN_ROUTE_USERS: /acs/users/assign
 */
typedef enum
{
  SEAM_ASSIGN_ROUTE_AUTO,
  SEAM_ASSIGN_ROUTE_CREDENTIALS,
  SEAM_ASSIGN_ROUTE_USERS,
} SeamAssignRoute;

#define SEAM_TYPE_ASSIGN_ROUTE (seam_assign_route_get_type ())
GType seam_assign_route_get_type (void);

/**
 * SeamListQuery:
 * @system_id: (nullable): only what is in this access system
 * @user_id: (nullable): only what this user has (credentials)
 * @search: (nullable): only what matches
 * @limit: rows a page; 0 for the server's default
 *
 * What a list is asked for; the same for every page of it.
 */
typedef struct
{
  const char *system_id;
  const char *user_id;
  const char *search;
  guint       limit;
} SeamListQuery;

#define SEAM_TYPE_CLIENT (seam_client_get_type ())
G_DECLARE_FINAL_TYPE (SeamClient, seam_client, SEAM, CLIENT, GObject)

gboolean       seam_endpoint_is_allowed          (const char           *endpoint,
                                                  GError              **error);

SeamClient    *seam_client_new                   (const char           *endpoint,
                                                  const char           *token,
                                                  const char           *workspace_id,
                                                  GError              **error);
guint          seam_client_get_timeout           (SeamClient           *self);
const char    *seam_client_get_endpoint          (SeamClient           *self);
/* Property "assign-route" (SeamAssignRoute), read-write. Property "timeout" (guint, milliseconds, default
 * 30000): the deadline of one request. */

void seam_client_get_workspace_async (SeamClient           *self,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
SeamWorkspace *seam_client_get_workspace_finish (SeamClient *self,
                                                 GAsyncResult *result,
                                                 GError **error);

void seam_client_list_workspaces_async (SeamClient           *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *seam_client_list_workspaces_finish (SeamClient *self,
                                               GAsyncResult *result,
                                               GError **error);

void seam_client_list_systems_async (SeamClient           *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GPtrArray *seam_client_list_systems_finish (SeamClient *self,
                                            GAsyncResult *result,
                                            GError **error);

void seam_client_list_users_async (SeamClient           *self,
                                   const SeamListQuery  *query,
                                   const char           *cursor,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
SeamPage *seam_client_list_users_finish (SeamClient *self,
                                         GAsyncResult *result,
                                         GError **error);

void seam_client_get_user_async (SeamClient           *self,
                                 const char           *user_id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
SeamUser *seam_client_get_user_finish (SeamClient *self,
                                       GAsyncResult *result,
                                       GError **error);

void seam_client_list_credentials_async (SeamClient           *self,
                                         const SeamListQuery  *query,
                                         const char           *cursor,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
SeamPage *seam_client_list_credentials_finish (SeamClient *self,
                                               GAsyncResult *result,
                                               GError **error);

void seam_client_get_credential_async (SeamClient           *self,
                                       const char           *credential_id,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
SeamCredential *seam_client_get_credential_finish (SeamClient *self,
                                                   GAsyncResult *result,
                                                   GError **error);

void seam_client_list_accessible_entrances_async (SeamClient           *self,
                                                  const char           *credential_id,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray *seam_client_list_accessible_entrances_finish (SeamClient *self,
                                                         GAsyncResult *result,
                                                         GError **error);

/* The two writes. TRUE: the server has it as asked, by its answer, or read back where the answer was lost,
 * could not be read, or was not plainly about this. FALSE: it has not, by @error; %SEAM_ERROR_UNKNOWN_OUTCOME
 * when that could not be found out, or may still change. Once sent they are no longer cancelled. @credential, where not NULL, is set (transfer full) to what the server was
 * last seen to have, also on failure, or to NULL when nothing could be read; never NULL when TRUE. */
void     seam_client_assign_credential_async    (SeamClient           *self,
                                                 const char           *credential_id,
                                                 const char           *user_id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean seam_client_assign_credential_finish   (SeamClient           *self,
                                                 GAsyncResult         *result,
                                                 SeamCredential      **credential,
                                                 GError              **error);
void     seam_client_unassign_credential_async  (SeamClient           *self,
                                                 const char           *credential_id,
                                                 const char           *user_id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
void     seam_client_unassign_identity_async    (SeamClient           *self,
                                                 const char           *credential_id,
                                                 const char           *identity_id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean seam_client_unassign_credential_finish (SeamClient           *self,
                                                 GAsyncResult         *result,
                                                 SeamCredential      **credential,
                                                 GError              **error);

G_END_DECLS
