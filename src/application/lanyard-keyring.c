/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API keys in the Secret Service, each by the server and workspace that it is for. */
#include "lanyard-keyring.h"

#include <glib/gi18n.h>

#include "lanyard-config.h"

/* Somebody may have to type a password meanwhile; a service that hangs is given up on all the same. */
static guint deadline_seconds = 60;

G_DEFINE_QUARK (lanyard-keyring-error-quark, lanyard_keyring_error)

static const SecretSchema schema = {
  .name = LANYARD_APP_ID ".Key",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "endpoint", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "workspace", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

/* What a task waits for. It can be returned from by the deadline while libsecret still has a callback out. */
typedef struct
{
  GHashTable *attributes;
  GCancellable *inner;
  GCancellable *outer;
  gulong outer_handler;
  guint deadline;
  gboolean returned;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_handle_id (&wait->deadline, g_source_remove);
  if (wait->outer != NULL)
    g_cancellable_disconnect (wait->outer, wait->outer_handler);
  g_clear_object (&wait->outer);
  g_clear_object (&wait->inner);
  g_clear_pointer (&wait->attributes, g_hash_table_unref);
  g_free (wait);
}

static gboolean
on_deadline (gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Wait *wait = g_task_get_task_data (task);
  g_autoptr (GTask) held = g_object_ref (task);

  wait->deadline = 0;
  wait->returned = TRUE;
  g_task_return_new_error (task, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT, "No answer within %u s",
                           deadline_seconds);
  g_cancellable_cancel (wait->inner);

  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable,
              GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

static GTask *
new_task (const char          *endpoint,
          const char          *workspace_id,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             source_tag)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Wait *wait = g_new0 (Wait, 1);

  wait->inner = g_cancellable_new ();
  wait->attributes = secret_attributes_build (&schema, "endpoint", endpoint, "workspace",
                                              workspace_id != NULL ? workspace_id : "", NULL);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, wait, wait_free);
  wait->deadline = g_timeout_add_seconds (deadline_seconds, on_deadline, task);
  if (cancellable != NULL)
    {
      wait->outer = g_object_ref (cancellable);
      wait->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                   g_object_ref (wait->inner), g_object_unref);
    }

  return task;
}

/* The answer has come, in time or too late. */
static gboolean
end_wait (GTask *task)
{
  Wait *wait = g_task_get_task_data (task);

  if (wait->returned)
    return FALSE;

  wait->returned = TRUE;
  g_clear_handle_id (&wait->deadline, g_source_remove);

  return TRUE;
}

/**
 * lanyard_keyring_error_code_for:
 * @error: (nullable): what libsecret, or the bus, says
 *
 * Returns: the #LanyardKeyringError that it is
 */
int
lanyard_keyring_error_code_for (const GError *error)
{
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return LANYARD_KEYRING_ERROR_LOCKED;
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
    return LANYARD_KEYRING_ERROR_NO_COLLECTION;
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER))
    return LANYARD_KEYRING_ERROR_UNAVAILABLE;
  if (error != NULL && (error->domain == SECRET_ERROR || g_dbus_error_is_remote_error (error)))
    return LANYARD_KEYRING_ERROR_FAILED;

  return LANYARD_KEYRING_ERROR_UNAVAILABLE;
}

static void
return_failure (GTask        *task,
                const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else if (error != NULL)
    g_task_return_new_error (task, LANYARD_KEYRING_ERROR, lanyard_keyring_error_code_for (error), "%s (%s %d)",
                             error->message, g_quark_to_string (error->domain), error->code);
  else
    g_task_return_new_error (task, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE, "Nothing was saved");
}

static void
on_locked_searched (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  GList *items = secret_password_search_finish (result, &error);
  gboolean locked = items != NULL;

  g_list_free_full (items, g_object_unref);
  if (!end_wait (task))
    return;

  if (error != NULL)
    return_failure (task, error);
  else if (locked)
    g_task_return_new_error (task, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED, "The item is locked");
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
on_looked_up (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = secret_password_lookup_binary_finish (result, &error);
  Wait *wait = g_task_get_task_data (task);

  /* Dismissing the prompt to unlock looks the same as having no key: whether there is one is asked apart. */
  if (value == NULL && error == NULL && !wait->returned)
    {
      secret_password_searchv (&schema, wait->attributes, SECRET_SEARCH_NONE, wait->inner, on_locked_searched,
                               g_steal_pointer (&task));
      return;
    }

  if (!end_wait (task))
    return;

  if (error != NULL)
    return_failure (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&value), (GDestroyNotify) secret_value_unref);
}

/**
 * lanyard_keyring_set_deadline:
 * @seconds: how long an answer is waited for from now on
 *
 * For tests, which have less time than somebody who looks for a password.
 */
void
lanyard_keyring_set_deadline (guint seconds)
{
  deadline_seconds = seconds;
}

/**
 * lanyard_keyring_look_up_async:
 * @endpoint: the server
 * @workspace_id: (nullable): the workspace of a personal access token
 * @cancellable: (nullable): to stop it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Looks the saved key up. The keyring may ask the person to unlock it.
 */
void
lanyard_keyring_look_up_async (const char          *endpoint,
                               const char          *workspace_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  Wait *wait;

  g_return_if_fail (endpoint != NULL);

  task = new_task (endpoint, workspace_id, cancellable, callback, user_data, lanyard_keyring_look_up_async);
  wait = g_task_get_task_data (task);
  secret_password_lookupv (&schema, wait->attributes, wait->inner, on_looked_up, task);
}

/**
 * lanyard_keyring_look_up_finish:
 * @result: what the callback was given
 * @error: a %LANYARD_KEYRING_ERROR
 *
 * Returns: (transfer full) (nullable): the key, in memory that is never paged out; %NULL without @error: none is saved
 */
SecretValue *
lanyard_keyring_look_up_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);

  if (!end_wait (task))
    return;

  if (stored)
    g_task_return_boolean (task, TRUE);
  else
    return_failure (task, error);
}

/**
 * lanyard_keyring_store_async:
 * @endpoint: the server
 * @workspace_id: (nullable): the workspace of a personal access token
 * @key: the key
 * @cancellable: (nullable): to stop it
 * @callback: called when it is saved, or can't be
 * @user_data: for @callback
 *
 * Saves @key, in place of the one that was saved for the same server and workspace.
 */
void
lanyard_keyring_store_async (const char          *endpoint,
                             const char          *workspace_id,
                             const char          *key,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *label = NULL;
  GTask *task;
  Wait *wait;

  g_return_if_fail (endpoint != NULL);
  g_return_if_fail (key != NULL);

  /* Translators: how the key is listed among one's passwords; %s is the server's address */
  label = g_strdup_printf (_("Lanyard API key for %s"), endpoint);
  task = new_task (endpoint, workspace_id, cancellable, callback, user_data, lanyard_keyring_store_async);
  wait = g_task_get_task_data (task);
  secret_password_storev (&schema, wait->attributes, SECRET_COLLECTION_DEFAULT, label, key, wait->inner, on_stored,
                          task);
}

/**
 * lanyard_keyring_store_finish:
 * @result: what the callback was given
 * @error: a %LANYARD_KEYRING_ERROR
 *
 * Returns: whether the key is saved
 */
gboolean
lanyard_keyring_store_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_deleted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  /* FALSE without an error: there was none to delete. */
  secret_password_clear_finish (result, &error);
  if (!end_wait (task))
    return;

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    return_failure (task, error);
}

/**
 * lanyard_keyring_delete_async:
 * @endpoint: the server
 * @workspace_id: (nullable): the workspace of a personal access token
 * @cancellable: (nullable): to stop it
 * @callback: called when there is no saved key any more, or it could not be deleted
 * @user_data: for @callback
 *
 * Deletes the saved key.
 */
void
lanyard_keyring_delete_async (const char          *endpoint,
                              const char          *workspace_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  Wait *wait;

  g_return_if_fail (endpoint != NULL);

  task = new_task (endpoint, workspace_id, cancellable, callback, user_data, lanyard_keyring_delete_async);
  wait = g_task_get_task_data (task);
  secret_password_clearv (&schema, wait->attributes, wait->inner, on_deleted, task);
}

/**
 * lanyard_keyring_delete_finish:
 * @result: what the callback was given
 * @error: a %LANYARD_KEYRING_ERROR
 *
 * Returns: whether there is no saved key any more
 */
gboolean
lanyard_keyring_delete_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
