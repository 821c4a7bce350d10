/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reads: one record, all of a list, or a page of it. */
#include "seam-answer.h"
#include "seam-client-private.h"
#include "seam-page-private.h"

#define PAGE_LIMIT 500

typedef enum
{
  READ_ONE,
  READ_ALL,
  READ_PAGE,
} ReadShape;

typedef struct
{
  const char *path;
  const char *member;
  GType     (*get_type) (void);
  ReadShape   shape;
} Route;

typedef struct
{
  const Route *route;
  char        *asked; /* the id of the one record, or the page's cursor; or NULL */
  GBytes      *answer;
} Read;

static const Route workspace_route = { "/workspaces/get", "workspace", seam_workspace_get_type, READ_ONE };
static const Route workspaces_route = { "/workspaces/list", "workspaces", seam_workspace_get_type, READ_ALL };
static const Route systems_route = { "/acs/systems/list", "acs_systems", seam_system_get_type, READ_ALL };
static const Route users_route = { "/acs/users/list", "acs_users", seam_user_get_type, READ_PAGE };
static const Route user_route = { "/acs/users/get", "acs_user", seam_user_get_type, READ_ONE };
static const Route credentials_route = { "/acs/credentials/list", "acs_credentials", seam_credential_get_type,
                                         READ_PAGE };
static const Route credential_route = { "/acs/credentials/get", "acs_credential", seam_credential_get_type, READ_ONE };
static const Route entrances_route = { "/acs/credentials/list_accessible_entrances", "acs_entrances",
                                       seam_entrance_get_type, READ_ALL };

static void
read_free (Read *read)
{
  g_free (read->asked);
  g_clear_pointer (&read->answer, g_bytes_unref);
  g_free (read);
}

static SeamRecord *
make_one (Read    *read,
          GError **error)
{
  g_autoptr (SeamRecord) record = NULL;

  if (!seam_answer_read (read->answer, read->route->get_type (), read->route->member, SEAM_EXTENT_WHOLE, &record,
                         error))
    return NULL;
  if (record == NULL)
    g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer has no “%s”", read->route->member);
  else if (read->asked != NULL && !g_str_equal (read->asked, seam_record_get_id (record)))
    g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is about something else");
  else
    return g_steal_pointer (&record);
  return NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Read *read = task_data;
  g_autoptr (GError) error = NULL;
  gpointer made;

  if (read->route->shape == READ_ONE)
    made = make_one (read, &error);
  else
    made = seam_page_parse (read->answer, read->route->get_type (), read->route->member, read->asked, &error);
  g_clear_pointer (&read->answer, g_bytes_unref);
  if (made)
    g_task_return_pointer (task, made, NULL); /* on_made() takes it */
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer made = g_task_propagate_pointer (G_TASK (result), &error);

  if (!made)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (read->route->shape == READ_ALL)
    {
      g_autoptr (SeamPage) page = made;

      g_task_return_pointer (task, g_steal_pointer (&page->records), (GDestroyNotify) g_ptr_array_unref);
    }
  else
    {
      g_task_return_pointer (task, made, read->route->shape == READ_ONE ? g_object_unref
                                                                        : (GDestroyNotify) seam_page_free);
    }
}

/* The worker gets a task of its own. It may be the last to let go of that, and with the client would go its session,
 * whose connections are the main thread's. */
static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GTask) making = NULL;
  g_autoptr (GError) error = NULL;

  read->answer = seam_client_post_finish (SEAM_CLIENT (source), result, &error);
  if (!read->answer)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  making = g_task_new (NULL, NULL, on_made, g_steal_pointer (&task));
  g_task_set_source_tag (making, on_answered);
  g_task_set_task_data (making, read, NULL);
  g_task_run_in_thread (making, make_in_thread);
}

static void
start_read (SeamClient          *self,
            const Route         *route,
            JsonObject          *body,
            const char          *asked,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Read *read;

  g_return_if_fail (SEAM_IS_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  read = g_new0 (Read, 1);
  g_task_set_source_tag (task, (gpointer) route);
  read->route = route;
  read->asked = g_strdup (asked);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  seam_client_post_async (self, route->path, body, FALSE, cancellable, on_answered, g_steal_pointer (&task));
}

static gpointer
finish_read (SeamClient    *self,
             const Route   *route,
             GAsyncResult  *result,
             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == route, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_if_given (JsonObject *body,
              const char *member,
              const char *value)
{
  if (value && *value)
    json_object_set_string_member (body, member, value);
}

static JsonObject *
make_page_body (const SeamListQuery *query,
                const char          *cursor)
{
  JsonObject *body = json_object_new ();

  json_object_set_int_member (body, "limit", query && query->limit ? query->limit : PAGE_LIMIT);
  set_if_given (body, "page_cursor", cursor);
  if (query)
    {
      set_if_given (body, "acs_system_id", query->system_id);
      set_if_given (body, "acs_user_id", query->user_id);
      set_if_given (body, "search", query->search);
    }
  return body;
}

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
  g_autoptr (JsonObject) body = json_object_new ();

  start_read (self, &workspace_route, body, NULL, cancellable, callback, user_data);
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
  return finish_read (self, &workspace_route, result, error);
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
  g_autoptr (JsonObject) body = json_object_new ();

  start_read (self, &workspaces_route, body, NULL, cancellable, callback, user_data);
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
  return finish_read (self, &workspaces_route, result, error);
}

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
  g_autoptr (JsonObject) body = json_object_new ();

  start_read (self, &systems_route, body, NULL, cancellable, callback, user_data);
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
  return finish_read (self, &systems_route, result, error);
}

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
  g_autoptr (JsonObject) body = make_page_body (query, cursor);

  start_read (self, &users_route, body, cursor, cancellable, callback, user_data);
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
  return finish_read (self, &users_route, result, error);
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
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_string_member (body, "acs_user_id", user_id);
  start_read (self, &user_route, body, user_id, cancellable, callback, user_data);
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
  return finish_read (self, &user_route, result, error);
}

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
  g_autoptr (JsonObject) body = make_page_body (query, cursor);

  start_read (self, &credentials_route, body, cursor, cancellable, callback, user_data);
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
  return finish_read (self, &credentials_route, result, error);
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
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_string_member (body, "acs_credential_id", credential_id);
  start_read (self, &credential_route, body, credential_id, cancellable, callback, user_data);
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
  return finish_read (self, &credential_route, result, error);
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
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_string_member (body, "acs_credential_id", credential_id);
  start_read (self, &entrances_route, body, NULL, cancellable, callback, user_data);
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
  return finish_read (self, &entrances_route, result, error);
}
