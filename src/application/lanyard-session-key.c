/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's keys: the one that is saved, saving one, holding one that can't be, and forgetting it. */
#include "lanyard-session-private.h"

#include <glib/gi18n.h>

#include "lanyard-keyring.h"

/* The keyring's own window, where one types the password, may have come up behind ours. */
#define HINT_AFTER_MS 4000

static char *
make_held_id (const char *endpoint,
              const char *workspace_id)
{
  return g_strconcat (endpoint, " ", workspace_id, NULL);
}

static SecretValue *
find_held_key (LanyardSession *self)
{
  g_autofree char *held_id = NULL;

  if (self->workspace_id == NULL)
    return NULL;

  held_id = make_held_id (self->endpoint, self->workspace_id);
  return g_hash_table_lookup (self->held_keys, held_id);
}

/* --- Saving --- */

/* A key on its way into the keyring. */
typedef struct
{
  LanyardSession *session;
  LanyardConnection *connection;
  char *old_endpoint; /* the one of it that was saved without its workspace, or NULL */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->session);
  g_object_unref (saving->connection);
  g_free (saving->old_endpoint);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gboolean
is_open (LanyardSession    *self,
         LanyardConnection *connection)
{
  return self->client != NULL && self->workspace != NULL && self->place == LANYARD_PLACE_SAVED
         && lanyard_connection_is_to (connection, seam_client_get_endpoint (self->client),
                                      seam_record_get_id (SEAM_RECORD (self->workspace)));
}

static void
on_key_stored (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  LanyardSession *self = saving->session;
  const char *endpoint = lanyard_connection_get_endpoint (saving->connection);
  const char *workspace_id = lanyard_connection_get_workspace_id (saving->connection);
  g_autofree char *held_id = make_held_id (endpoint, workspace_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (lanyard_keyring_store_finish (result, &error))
    {
      g_hash_table_remove (self->held_keys, held_id);
      if (self->window != NULL && is_open (self, saving->connection))
        lanyard_window_set_key_not_kept (self->window, NULL);
      if (saving->old_endpoint != NULL)
        lanyard_keyring_delete_async (saving->old_endpoint, NULL, NULL, NULL, NULL);
      return;
    }

  /* Somebody may have signed out of it meanwhile, or opened another one. */
  if (self->window == NULL || !is_open (self, saving->connection))
    return;

  /* Translators: %s is the keyring's own text */
  reason = g_strdup_printf (_("The API key could not be saved, and will have to be entered again the next time. %s"),
                            error->message);
  lanyard_window_set_key_not_kept (self->window, reason);
}

static void
store_key (LanyardSession    *self,
           LanyardConnection *connection)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->session = g_object_ref (self);
  saving->connection = g_object_ref (connection);
  if (!self->typed)
    saving->old_endpoint = g_strdup (self->endpoint);
  /* From now on, since the keyring may take its time, or refuse. */
  g_hash_table_insert (self->held_keys, make_held_id (lanyard_connection_get_endpoint (connection),
                                                      lanyard_connection_get_workspace_id (connection)),
                       secret_value_ref (self->key));
  lanyard_keyring_store_async (lanyard_connection_get_endpoint (connection),
                               lanyard_connection_get_workspace_id (connection), secret_value_get_text (self->key),
                               NULL, on_key_stored, saving);
}

/* What lists show of one workspace says nothing about another. */
static void
remember_open (LanyardSession    *self,
               LanyardConnection *connection)
{
  g_autofree char *endpoint = g_settings_get_string (self->settings, "endpoint");
  g_autofree char *workspace_id = g_settings_get_string (self->settings, "workspace-id");

  if (lanyard_connection_is_to (connection, endpoint, workspace_id))
    return;

  g_settings_set_string (self->settings, "endpoint", lanyard_connection_get_endpoint (connection));
  g_settings_set_string (self->settings, "workspace-id", lanyard_connection_get_workspace_id (connection));
  g_settings_reset (self->settings, "users-system");
  g_settings_reset (self->settings, "credentials-system");
}

/* Only a key that was accepted is saved, and only then. */
void
lanyard_session_save (LanyardSession *self)
{
  g_autoptr (LanyardConnection) connection = NULL;

  connection = lanyard_connection_new_to (seam_client_get_endpoint (self->client), self->workspace);
  remember_open (self, connection);
  lanyard_connections_put (self->connections, connection);
  if (self->typed || self->workspace_id == NULL)
    store_key (self, connection);
  else if (find_held_key (self) != NULL)
    lanyard_window_set_key_not_kept (self->window, _("The API key is not saved, and will have to be entered again the "
                                                     "next time."));
}

/* --- Looking up --- */

/* There is a key, or there may be one: it is not asked for as if there were none. */
static void
show_keyring_trouble (LanyardSession *self,
                      const GError   *error)
{
  gboolean locked = error->code == LANYARD_KEYRING_ERROR_LOCKED;
  LanyardTrouble trouble = {
    .title = locked ? _("The Keyring Is Locked") : _("The Keyring Does Not Answer"),
    .icon_name = "changes-prevent-symbolic",
    .can_retry = TRUE,
  };
  g_autofree char *body = NULL;

  if (locked)
    /* Translators: %s is the keyring's own text */
    body = g_strdup_printf (_("The API key is in your keyring, which could not be opened. Unlock it and try again, or "
                              "enter the key once more.\n\n%s"), error->message);
  else
    body = g_strdup (_("If the API key was saved, it is in your keyring, which did not say so in time. Try again, or "
                       "enter the key once more."));
  trouble.body = body;
  lanyard_scenes_show_trouble (self->scenes, &trouble);
}

/* There is no key. That is only to be explained where there was one. */
static void
ask_for_missing_key (LanyardSession *self,
                     const GError   *error)
{
  LanyardConnection *connection = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (self->workspace_id != NULL)
    connection = lanyard_connections_lookup (self->connections, self->endpoint, self->workspace_id);
  if (connection != NULL)
    {
      title = lanyard_connection_title (connection);
      /* Translators: the first %s is a workspace's name, the second one the keyring's own text */
      message = error != NULL ? g_strdup_printf (_("Enter the API key of “%s” again. %s"), title, error->message)
                              /* Translators: %s is a workspace's name */
                              : g_strdup_printf (_("Enter the API key of “%s” again: it is no longer in your keyring."),
                                                 title);
    }
  lanyard_session_ask_for_key (self, message);
}

static void
on_key_found (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) key = lanyard_keyring_look_up_finish (result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->hint_source, g_source_remove);
  if (key != NULL)
    lanyard_session_connect (self, key, LANYARD_PLACE_SAVED, FALSE);
  else if (g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED)
           || g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT))
    show_keyring_trouble (self, error);
  else
    ask_for_missing_key (self, error);
}

static void
on_hint_due (gpointer user_data)
{
  LanyardSession *self = user_data;

  self->hint_source = 0;
  lanyard_scenes_show_starting (self->scenes, _("Waiting for your keyring. It may be asking for its password in "
                                                "another window."));
}

/* Opens what is aimed at, with its saved key. */
void
lanyard_session_look_up (LanyardSession *self)
{
  SecretValue *held = find_held_key (self);
  GCancellable *cancellable;

  self->typed = FALSE;
  if (held != NULL)
    {
      lanyard_session_connect (self, held, LANYARD_PLACE_SAVED, FALSE);
      return;
    }

  lanyard_scenes_show_starting (self->scenes, _("Looking for the saved key…"));
  cancellable = lanyard_session_begin (self, LANYARD_STAGE_LOOK_UP);
  self->hint_source = g_timeout_add_once (HINT_AFTER_MS, on_hint_due, self);
  lanyard_keyring_look_up_async (self->endpoint, self->workspace_id, cancellable, on_key_found, g_object_ref (self));
}

/* Opens what was open when it was last closed. */
void
lanyard_session_look_up_last (LanyardSession *self)
{
  g_autofree char *endpoint = g_settings_get_string (self->settings, "endpoint");
  g_autofree char *workspace_id = g_settings_get_string (self->settings, "workspace-id");

  lanyard_session_aim (self, endpoint, workspace_id);
  lanyard_session_look_up (self);
}

/* --- Signing out --- */

static void
on_key_deleted (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (lanyard_keyring_delete_finish (result, &error) || self->window == NULL)
    return;

  /* Where there is no keyring, there is no key in it. */
  if (g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE))
    return;

  /* Translators: %s is the keyring's own text */
  message = g_strdup_printf (_("The API key could not be deleted from the keyring. %s"), error->message);
  lanyard_window_tell (self->window, message);
}

static void
forget (LanyardSession    *self,
        LanyardConnection *connection)
{
  const char *endpoint = lanyard_connection_get_endpoint (connection);
  const char *workspace_id = lanyard_connection_get_workspace_id (connection);
  g_autofree char *held_id = make_held_id (endpoint, workspace_id);
  g_autofree char *last_endpoint = g_settings_get_string (self->settings, "endpoint");
  g_autofree char *last_workspace_id = g_settings_get_string (self->settings, "workspace-id");

  lanyard_keyring_delete_async (endpoint, workspace_id, NULL, on_key_deleted, g_object_ref (self));
  g_hash_table_remove (self->held_keys, held_id);
  if (lanyard_connection_is_to (connection, last_endpoint, last_workspace_id))
    {
      g_settings_reset (self->settings, "workspace-id");
      g_settings_reset (self->settings, "users-system");
      g_settings_reset (self->settings, "credentials-system");
    }
  lanyard_connections_remove (self->connections, connection);
}

/* Of @connection, or of what is open. */
void
lanyard_session_sign_out (LanyardSession    *self,
                          LanyardConnection *connection)
{
  g_autoptr (LanyardConnection) left = connection != NULL ? g_object_ref (connection) : NULL;
  gboolean leaves;

  if (left == NULL && self->workspace != NULL)
    left = lanyard_connection_new_to (seam_client_get_endpoint (self->client), self->workspace);

  leaves = connection == NULL || is_open (self, connection)
           || lanyard_connection_is_to (connection, self->endpoint, self->workspace_id);
  if (left != NULL && (connection != NULL || self->place == LANYARD_PLACE_SAVED))
    forget (self, left);
  if (!leaves)
    return;

  g_clear_object (&self->client);
  g_clear_object (&self->workspace);
  self->typed = FALSE;
  lanyard_session_aim (self, self->endpoint, NULL);
  lanyard_session_ask_for_key (self, NULL);
}
