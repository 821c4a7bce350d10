/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attempt to open a workspace: where it is, with which key, and whether the server accepts that. Where the key is
 * good for several workspaces, one is to be chosen. */
#include "lanyard-attempt.h"

#include "lanyard-connection.h"

/* A personal access token, which is for several workspaces. */
#define ACCESS_TOKEN_PREFIX "seam_at"

struct _LanyardAttempt
{
  GObject parent_instance;

  GSettings   *settings;
  char        *endpoint;     /* what is aimed at, */
  char        *workspace_id; /* and which workspace there; NULL where only the key says which */
  SecretValue *key;
  SeamClient  *client;
};

G_DEFINE_FINAL_TYPE (LanyardAttempt, lanyard_attempt, G_TYPE_OBJECT)

/**
 * lanyard_attempt_aim:
 * @self: the attempt
 * @endpoint: a server
 * @workspace_id: (nullable): a workspace there; %NULL or empty where only the key says which it is for
 *
 * Says what is to be opened next.
 */
void
lanyard_attempt_aim (LanyardAttempt *self,
                     const char     *endpoint,
                     const char     *workspace_id)
{
  char *aimed_endpoint, *aimed_workspace;

  g_return_if_fail (LANYARD_IS_ATTEMPT (self));
  g_return_if_fail (endpoint != NULL);

  aimed_endpoint = g_strdup (endpoint);
  aimed_workspace = workspace_id != NULL && *workspace_id != '\0' ? g_strdup (workspace_id) : NULL;

  g_free (self->endpoint);
  self->endpoint = aimed_endpoint; /* the argument may have been what was there */
  g_free (self->workspace_id);
  self->workspace_id = aimed_workspace;
}

/**
 * lanyard_attempt_get_endpoint:
 * @self: the attempt
 *
 * Returns: (transfer none) (nullable): the server that is aimed at
 */
const char *
lanyard_attempt_get_endpoint (LanyardAttempt *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTEMPT (self), NULL);

  return self->endpoint;
}

/**
 * lanyard_attempt_get_workspace_id:
 * @self: the attempt
 *
 * Returns: (transfer none) (nullable): the workspace that is aimed at; %NULL where only the key says which it is for
 */
const char *
lanyard_attempt_get_workspace_id (LanyardAttempt *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTEMPT (self), NULL);

  return self->workspace_id;
}

static gboolean
is_access_token (SecretValue *key)
{
  return key != NULL && g_str_has_prefix (secret_value_get_text (key), ACCESS_TOKEN_PREFIX);
}

/**
 * lanyard_attempt_set_key:
 * @self: the attempt, which is aimed
 * @key: a key, or a personal access token
 * @error: a #SeamError
 *
 * Gets ready to try @key at what is aimed at.
 *
 * Returns: whether it can be tried there at all; the key is kept either way
 */
gboolean
lanyard_attempt_set_key (LanyardAttempt  *self,
                         SecretValue     *key,
                         GError         **error)
{
  SecretValue *tried;

  g_return_val_if_fail (LANYARD_IS_ATTEMPT (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  tried = secret_value_ref (key); /* it may be the one that is there */
  lanyard_attempt_forget_key (self);
  self->key = tried;

  g_clear_object (&self->client);
  self->client = seam_client_new (self->endpoint, secret_value_get_text (key),
                                  is_access_token (key) ? self->workspace_id : NULL, error);
  if (self->client == NULL)
    return FALSE;

  g_settings_bind (self->settings, "assign-route", self->client, "assign-route", G_SETTINGS_BIND_GET);

  return TRUE;
}

/**
 * lanyard_attempt_get_key:
 * @self: the attempt
 *
 * Returns: (transfer none) (nullable): the key that is being tried
 */
SecretValue *
lanyard_attempt_get_key (LanyardAttempt *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTEMPT (self), NULL);

  return self->key;
}

/**
 * lanyard_attempt_forget_key:
 * @self: the attempt
 *
 * Forgets the key; the client, which has it too, stays.
 */
void
lanyard_attempt_forget_key (LanyardAttempt *self)
{
  g_return_if_fail (LANYARD_IS_ATTEMPT (self));

  g_clear_pointer (&self->key, secret_value_unref);
}

/**
 * lanyard_attempt_get_client:
 * @self: the attempt
 *
 * Returns: (transfer none) (nullable): what was made of the last key and the server
 */
SeamClient *
lanyard_attempt_get_client (LanyardAttempt *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTEMPT (self), NULL);

  return self->client;
}

/**
 * lanyard_attempt_drop_client:
 * @self: the attempt
 *
 * Lets go of the client: its workspace was left for good.
 */
void
lanyard_attempt_drop_client (LanyardAttempt *self)
{
  g_return_if_fail (LANYARD_IS_ATTEMPT (self));

  g_clear_object (&self->client);
}

/* --- Trying --- */

static void
on_key_checked (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  SeamWorkspace *workspace = seam_client_get_workspace_finish (SEAM_CLIENT (source), result, &error);

  if (workspace != NULL)
    g_task_return_pointer (task, workspace, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
check_key (LanyardAttempt *self,
           GTask          *task) /* (transfer full) */
{
  seam_client_get_workspace_async (self->client, g_task_get_cancellable (task), on_key_checked, task);
}

static GListModel *
make_choice (SeamClient *client,
             GPtrArray  *workspaces)
{
  GListStore *choice = g_list_store_new (LANYARD_TYPE_CONNECTION);

  for (guint i = 0; i < workspaces->len; i++)
    {
      g_autoptr (LanyardConnection) connection = NULL;

      connection = lanyard_connection_new_to (seam_client_get_endpoint (client), workspaces->pdata[i]);
      g_list_store_append (choice, connection);
    }

  return G_LIST_MODEL (choice);
}

static void
on_workspaces_listed (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  LanyardAttempt *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) workspaces = seam_client_list_workspaces_finish (SEAM_CLIENT (source), result, &error);

  if (workspaces == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* By now something else may be aimed at. */
  if (g_task_return_error_if_cancelled (task))
    return;

  if (workspaces->len != 1)
    {
      g_task_return_pointer (task, make_choice (self->client, workspaces), g_object_unref);
      return;
    }

  lanyard_attempt_aim (self, seam_client_get_endpoint (self->client), seam_record_get_id (workspaces->pdata[0]));
  if (lanyard_attempt_set_key (self, self->key, &error))
    check_key (self, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_attempt_try_async:
 * @self: the attempt, which has a client
 * @cancellable: (nullable): to stop it
 * @callback: called with the server's answer
 * @user_data: for @callback
 *
 * Checks the key, or lists what there is to choose from with a personal access token. If that opens one workspace,
 * there is nothing to choose.
 */
void
lanyard_attempt_try_async (LanyardAttempt      *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_ATTEMPT (self));
  g_return_if_fail (self->client != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_attempt_try_async);
  if (self->workspace_id == NULL && is_access_token (self->key))
    seam_client_list_workspaces_async (self->client, cancellable, on_workspaces_listed, g_steal_pointer (&task));
  else
    check_key (self, g_steal_pointer (&task));
}

/**
 * lanyard_attempt_try_finish:
 * @self: the attempt
 * @result: what the callback was given
 * @choice: (out) (transfer full) (nullable): of #LanyardConnection, what the key opens, where it isn't one; empty where
 *   it opens nothing
 * @error: a #SeamError
 *
 * Returns: (transfer full) (nullable): the workspace that the key was accepted for; %NULL with @choice or @error
 */
SeamWorkspace *
lanyard_attempt_try_finish (LanyardAttempt  *self,
                            GAsyncResult    *result,
                            GListModel     **choice,
                            GError         **error)
{
  gpointer answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  *choice = answer != NULL && G_IS_LIST_MODEL (answer) ? answer : NULL;

  return *choice == NULL ? answer : NULL;
}

static void
lanyard_attempt_dispose (GObject *object)
{
  LanyardAttempt *self = LANYARD_ATTEMPT (object);

  g_clear_object (&self->client);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->key, secret_value_unref);
  g_clear_pointer (&self->endpoint, g_free);
  g_clear_pointer (&self->workspace_id, g_free);

  G_OBJECT_CLASS (lanyard_attempt_parent_class)->dispose (object);
}

static void
lanyard_attempt_class_init (LanyardAttemptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_attempt_dispose;
}

static void
lanyard_attempt_init (LanyardAttempt *self)
{
}

/**
 * lanyard_attempt_new:
 * @settings: the application's settings
 *
 * Returns: (transfer full): an attempt that is aimed at nothing yet
 */
LanyardAttempt *
lanyard_attempt_new (GSettings *settings)
{
  LanyardAttempt *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_ATTEMPT, NULL);
  self->settings = g_object_ref (settings);

  return self;
}
