/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspaces that are saved, and the keys to them: in the keyring, or for this run where that won't keep one. */
#include "lanyard-key-store.h"

#include "lanyard-keyring.h"

/* The keyring's own window, where one types the password, may have come up behind ours. */
#define WAITING_AFTER_MS 4000

struct _LanyardKeyStore
{
  GObject parent_instance;

  GSettings          *settings;
  LanyardConnections *connections;
  GHashTable         *held; /* what isn't in the keyring, for this run: server and workspace -> SecretValue */
};

G_DEFINE_FINAL_TYPE (LanyardKeyStore, lanyard_key_store, G_TYPE_OBJECT)

enum
{
  WAITING,
  SAVED,
  NOT_FORGOTTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
make_held_id (const char *endpoint,
              const char *workspace_id)
{
  return g_strconcat (endpoint, " ", workspace_id, NULL);
}

/**
 * lanyard_key_store_get_connections:
 * @self: the store
 *
 * Returns: (transfer none): the workspaces that are saved
 */
LanyardConnections *
lanyard_key_store_get_connections (LanyardKeyStore *self)
{
  g_return_val_if_fail (LANYARD_IS_KEY_STORE (self), NULL);

  return self->connections;
}

/**
 * lanyard_key_store_dup_last:
 * @self: the store
 * @endpoint: (out): its server
 * @workspace_id: (out) (optional): its id; empty where no workspace is saved, or only the key says which
 *
 * Says which workspace was open when it was last closed.
 */
void
lanyard_key_store_dup_last (LanyardKeyStore  *self,
                            char            **endpoint,
                            char            **workspace_id)
{
  g_return_if_fail (LANYARD_IS_KEY_STORE (self));
  g_return_if_fail (endpoint != NULL);

  *endpoint = g_settings_get_string (self->settings, "endpoint");
  if (workspace_id != NULL)
    *workspace_id = g_settings_get_string (self->settings, "workspace-id");
}

/* What lists show of one workspace says nothing about another. */
static void
forget_lists (LanyardKeyStore *self)
{
  g_settings_reset (self->settings, "users-system");
  g_settings_reset (self->settings, "credentials-system");
}

static gboolean
is_last (LanyardKeyStore   *self,
         LanyardConnection *connection)
{
  g_autofree char *endpoint = NULL;
  g_autofree char *workspace_id = NULL;

  lanyard_key_store_dup_last (self, &endpoint, &workspace_id);

  return lanyard_connection_is_to (connection, endpoint, workspace_id);
}

/**
 * lanyard_key_store_set_last:
 * @self: the store
 * @connection: a workspace
 *
 * Remembers that it is the one that is open, and that there is a key to it.
 */
void
lanyard_key_store_set_last (LanyardKeyStore   *self,
                            LanyardConnection *connection)
{
  g_return_if_fail (LANYARD_IS_KEY_STORE (self));
  g_return_if_fail (LANYARD_IS_CONNECTION (connection));

  if (!is_last (self, connection))
    {
      g_settings_set_string (self->settings, "endpoint", lanyard_connection_get_endpoint (connection));
      g_settings_set_string (self->settings, "workspace-id", lanyard_connection_get_workspace_id (connection));
      forget_lists (self);
    }
  lanyard_connections_put (self->connections, connection);
}

/* --- Looking up --- */

/**
 * lanyard_key_store_get_held:
 * @self: the store
 * @endpoint: a server
 * @workspace_id: (nullable): a workspace
 *
 * Returns: (transfer none) (nullable): the key to it that is held for this run, since the keyring didn't take it
 */
SecretValue *
lanyard_key_store_get_held (LanyardKeyStore *self,
                            const char      *endpoint,
                            const char      *workspace_id)
{
  g_autofree char *held_id = NULL;

  g_return_val_if_fail (LANYARD_IS_KEY_STORE (self), NULL);

  if (workspace_id == NULL)
    return NULL;

  held_id = make_held_id (endpoint, workspace_id);
  return g_hash_table_lookup (self->held, held_id);
}

static gboolean
on_waiting_long (gpointer user_data)
{
  GTask *task = G_TASK (user_data);

  g_task_set_task_data (task, NULL, NULL);
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_signal_emit (g_task_get_source_object (task), signals[WAITING], 0);

  return G_SOURCE_REMOVE;
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  guint waiting_source = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError *error = NULL;
  SecretValue *key = lanyard_keyring_look_up_finish (result, &error);

  if (waiting_source != 0)
    g_source_remove (waiting_source);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, key, (GDestroyNotify) secret_value_unref);
}

/**
 * lanyard_key_store_look_up_async:
 * @self: the store
 * @endpoint: a server
 * @workspace_id: (nullable): a workspace; %NULL for a key that belongs to one
 * @cancellable: (nullable): to stop it
 * @callback: called when the keyring has answered
 * @user_data: for @callback
 *
 * Looks in the keyring, and emits "waiting" where that takes its time.
 */
void
lanyard_key_store_look_up_async (LanyardKeyStore     *self,
                                 const char          *endpoint,
                                 const char          *workspace_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LANYARD_IS_KEY_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_key_store_look_up_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (g_timeout_add (WAITING_AFTER_MS, on_waiting_long, task)), NULL);
  lanyard_keyring_look_up_async (endpoint, workspace_id, cancellable, on_found, task);
}

/**
 * lanyard_key_store_look_up_finish:
 * @self: the store
 * @result: what the callback was given
 * @error: a #LanyardKeyringError
 *
 * Returns: (transfer full) (nullable): the key; %NULL without an error where none is saved
 */
SecretValue *
lanyard_key_store_look_up_finish (LanyardKeyStore  *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Saving --- */

/* A key on its way into the keyring. */
typedef struct
{
  LanyardKeyStore *store;
  LanyardConnection *connection;
  char *old_endpoint; /* the one of it that was saved without its workspace, or NULL */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->store);
  g_object_unref (saving->connection);
  g_free (saving->old_endpoint);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
drop_held (LanyardKeyStore   *self,
           LanyardConnection *connection)
{
  g_autofree char *held_id = make_held_id (lanyard_connection_get_endpoint (connection),
                                           lanyard_connection_get_workspace_id (connection));

  g_hash_table_remove (self->held, held_id);
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (lanyard_keyring_store_finish (result, &error))
    {
      drop_held (saving->store, saving->connection);
      if (saving->old_endpoint != NULL)
        lanyard_keyring_delete_async (saving->old_endpoint, NULL, NULL, NULL, NULL);
    }
  g_signal_emit (saving->store, signals[SAVED], 0, saving->connection, error);
}

/**
 * lanyard_key_store_save:
 * @self: the store
 * @connection: a workspace
 * @key: the key that was accepted for it
 * @old_endpoint: (nullable): the server for which the key was saved without its workspace; it is moved then
 *
 * Saves a key, and emits "saved". It is held for this run until the keyring has it.
 */
void
lanyard_key_store_save (LanyardKeyStore   *self,
                        LanyardConnection *connection,
                        SecretValue       *key,
                        const char        *old_endpoint)
{
  const char *endpoint = lanyard_connection_get_endpoint (connection);
  const char *workspace_id = lanyard_connection_get_workspace_id (connection);
  Saving *saving;

  g_return_if_fail (LANYARD_IS_KEY_STORE (self));
  g_return_if_fail (key != NULL);

  saving = g_new0 (Saving, 1);
  saving->store = g_object_ref (self);
  saving->connection = g_object_ref (connection);
  saving->old_endpoint = g_strdup (old_endpoint);
  /* From now on, since the keyring may take its time, or refuse. */
  g_hash_table_insert (self->held, make_held_id (endpoint, workspace_id), secret_value_ref (key));
  lanyard_keyring_store_async (endpoint, workspace_id, secret_value_get_text (key), NULL, on_stored, saving);
}

/* --- Forgetting --- */

static void
on_deleted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardKeyStore) self = LANYARD_KEY_STORE (user_data);
  g_autoptr (GError) error = NULL;

  /* Where there is no keyring, there is no key in it. */
  if (!lanyard_keyring_delete_finish (result, &error)
      && !g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE)
      && !g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_COLLECTION))
    g_signal_emit (self, signals[NOT_FORGOTTEN], 0, error);
}

/**
 * lanyard_key_store_forget:
 * @self: the store
 * @connection: a workspace
 *
 * Forgets the workspace and the key to it, wherever that is; emits "not-forgotten" where the keyring won't.
 */
void
lanyard_key_store_forget (LanyardKeyStore   *self,
                          LanyardConnection *connection)
{
  g_return_if_fail (LANYARD_IS_KEY_STORE (self));
  g_return_if_fail (LANYARD_IS_CONNECTION (connection));

  lanyard_keyring_delete_async (lanyard_connection_get_endpoint (connection),
                                lanyard_connection_get_workspace_id (connection), NULL, on_deleted,
                                g_object_ref (self));
  drop_held (self, connection);
  if (is_last (self, connection))
    {
      g_settings_reset (self->settings, "workspace-id");
      forget_lists (self);
    }
  lanyard_connections_remove (self->connections, connection);
}

static void
lanyard_key_store_dispose (GObject *object)
{
  LanyardKeyStore *self = LANYARD_KEY_STORE (object);

  g_clear_object (&self->connections);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->held, g_hash_table_unref);

  G_OBJECT_CLASS (lanyard_key_store_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint       n_params,
            GType       first,
            GType       second)
{
  return g_signal_new (name, LANYARD_TYPE_KEY_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       first, second);
}

static void
lanyard_key_store_class_init (LanyardKeyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_key_store_dispose;

  signals[WAITING] = add_signal ("waiting", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[SAVED] = add_signal ("saved", 2, LANYARD_TYPE_CONNECTION, G_TYPE_ERROR);
  signals[NOT_FORGOTTEN] = add_signal ("not-forgotten", 1, G_TYPE_ERROR, G_TYPE_NONE);
}

static void
lanyard_key_store_init (LanyardKeyStore *self)
{
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) secret_value_unref);
}

/**
 * lanyard_key_store_new:
 * @settings: the application's settings
 *
 * Returns: (transfer full): the store, in which nothing is held yet
 */
LanyardKeyStore *
lanyard_key_store_new (GSettings *settings)
{
  LanyardKeyStore *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_KEY_STORE, NULL);
  self->settings = g_object_ref (settings);
  self->connections = lanyard_connections_new (settings);

  return self;
}
