/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace is open in a window, the demo among them, and what the window asks for. */
#include "lanyard-session-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LanyardSession, lanyard_session, G_TYPE_OBJECT)

/* Whatever was under way is no longer wanted; its late answer will change nothing. */
GCancellable *
lanyard_session_begin (LanyardSession *self,
                       LanyardStage    stage)
{
  g_clear_handle_id (&self->hint_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stage = stage;

  return self->cancellable;
}

/* What is to be opened next; @workspace_id is NULL where only the key says which workspace it is for. */
void
lanyard_session_aim (LanyardSession *self,
                     const char     *endpoint,
                     const char     *workspace_id)
{
  char *aimed_endpoint = g_strdup (endpoint);
  char *aimed_workspace = workspace_id != NULL && *workspace_id != '\0' ? g_strdup (workspace_id) : NULL;

  g_free (self->endpoint);
  self->endpoint = aimed_endpoint; /* the argument may have been what was there */
  g_free (self->workspace_id);
  self->workspace_id = aimed_workspace;
}

void
lanyard_session_ask_for_key (LanyardSession *self,
                             const char     *message)
{
  lanyard_session_begin (self, LANYARD_STAGE_LOOK_UP);
  g_clear_pointer (&self->key, secret_value_unref);
  if (!self->typed)
    lanyard_connect_page_set_endpoint (lanyard_scenes_get_connect_page (self->scenes), self->endpoint);
  lanyard_scenes_show_connect (self->scenes, message);
}

/* --- Opening what a key has been accepted for --- */

static void
on_record_changed (LanyardSession *self)
{
  if (self->window == NULL)
    return;

  lanyard_window_set_record (self->window, lanyard_recorder_get_state (self->recorder),
                             lanyard_recorder_get_error (self->recorder));
}

static void
show_directory (LanyardSession *self)
{
  LanyardJournal *journal = lanyard_recorder_get_journal (self->recorder);
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (self->client);
  g_autoptr (LanyardChanges) changes = lanyard_changes_new (directory, journal);

  /* Which workspace it is, and whether it is a live one, is on show from the first moment. */
  lanyard_directory_set_workspace (directory, self->workspace);
  lanyard_window_show_directory (self->window, changes, self->place);
  /* How it ends shows in the directory's state, which the window follows. */
  lanyard_directory_load_async (directory, self->cancellable, NULL, NULL);
  on_record_changed (self);
}

static void
on_recorder_opened (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;

  /* A record that can't be kept is no reason not to look. */
  if (!lanyard_recorder_open_finish (LANYARD_RECORDER (source), result, &error)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->window != NULL)
    show_directory (self);
}

static void
stop_demo (LanyardSession *self)
{
  if (self->sandbox != NULL)
    lanyard_sandbox_stop (self->sandbox);
  g_clear_object (&self->sandbox);
}

/* What a key has been accepted for. */
void
lanyard_session_open (LanyardSession *self)
{
  self->stage = LANYARD_STAGE_OPEN;
  if (self->place != LANYARD_PLACE_DEMO)
    stop_demo (self);
  lanyard_window_set_adding (self->window, FALSE);
  lanyard_recorder_open_async (self->recorder, self->place == LANYARD_PLACE_DEMO, self->cancellable,
                               on_recorder_opened, g_object_ref (self));
}

/* --- The demo --- */

static void
connect_to_demo (LanyardSession *self)
{
  g_autoptr (SecretValue) key = secret_value_new (lanyard_sandbox_get_key (self->sandbox), -1, "text/plain");

  lanyard_session_aim (self, lanyard_sandbox_get_endpoint (self->sandbox), NULL);
  lanyard_session_connect (self, key, LANYARD_PLACE_DEMO, FALSE);
}

static void
on_sandbox_started (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  gboolean started = lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!started)
    {
      LanyardTrouble trouble = {
        .title = _("The Demo Can’t Be Opened"),
        .body = error->message,
        .icon_name = "dialog-error-symbolic",
        .can_retry = TRUE,
      };

      lanyard_scenes_show_trouble (self->scenes, &trouble);
      return;
    }

  connect_to_demo (self);
}

static void
open_demo (LanyardSession *self)
{
  self->typed = FALSE;
  lanyard_scenes_show_starting (self->scenes, _("Opening the demo…"));
  stop_demo (self);
  self->sandbox = lanyard_sandbox_new_demo ();
  lanyard_sandbox_start_async (self->sandbox, 0, lanyard_session_begin (self, LANYARD_STAGE_DEMO), on_sandbox_started,
                               g_object_ref (self));
}

/* --- What the window asks for --- */

static void
try_again (LanyardSession *self)
{
  switch (self->stage)
    {
    case LANYARD_STAGE_DEMO:
      open_demo (self);
      break;
    case LANYARD_STAGE_CONNECT:
      lanyard_session_try_key (self);
      break;
    case LANYARD_STAGE_OPEN:
      lanyard_session_begin (self, LANYARD_STAGE_OPEN);
      lanyard_session_open (self);
      break;
    case LANYARD_STAGE_LOOK_UP:
    default:
      lanyard_session_look_up (self);
      break;
    }
}

static void
leave_demo (LanyardSession *self)
{
  stop_demo (self);
  lanyard_session_look_up_last (self);
}

/* What was open before another key was asked for. */
static void
go_back (LanyardSession *self)
{
  self->typed = FALSE;
  lanyard_window_set_adding (self->window, FALSE);
  lanyard_scenes_forget_key (self->scenes);
  if (self->sandbox != NULL)
    connect_to_demo (self);
  else
    lanyard_session_look_up_last (self);
}

static void
ask_for_another (LanyardSession *self)
{
  g_autofree char *endpoint = g_settings_get_string (self->settings, "endpoint");

  self->typed = FALSE;
  lanyard_session_aim (self, endpoint, NULL);
  lanyard_scenes_forget_key (self->scenes);
  lanyard_window_set_adding (self->window, TRUE);
  lanyard_session_ask_for_key (self, NULL);
}

static void
switch_to (LanyardSession    *self,
           LanyardConnection *connection)
{
  lanyard_window_set_adding (self->window, FALSE);
  lanyard_session_aim (self, lanyard_connection_get_endpoint (connection),
                       lanyard_connection_get_workspace_id (connection));
  lanyard_session_look_up (self);
}

static void
on_request (LanyardSession    *self,
            LanyardRequest     request,
            LanyardConnection *connection)
{
  switch (request)
    {
    case LANYARD_REQUEST_CONNECT:
      lanyard_session_connect_typed (self);
      break;
    case LANYARD_REQUEST_DEMO:
      open_demo (self);
      break;
    case LANYARD_REQUEST_CANCEL:
    case LANYARD_REQUEST_CHANGE:
      lanyard_session_ask_for_key (self, NULL);
      break;
    case LANYARD_REQUEST_RETRY:
      try_again (self);
      break;
    case LANYARD_REQUEST_SWITCH:
      switch_to (self, connection);
      break;
    case LANYARD_REQUEST_ADD:
      ask_for_another (self);
      break;
    case LANYARD_REQUEST_BACK:
      go_back (self);
      break;
    case LANYARD_REQUEST_SIGN_OUT:
      if (self->place == LANYARD_PLACE_DEMO && connection == NULL)
        leave_demo (self);
      else
        lanyard_session_sign_out (self, connection);
      break;
    case LANYARD_REQUEST_RETRY_RECORD:
      lanyard_recorder_try_again (self->recorder);
      break;
    case LANYARD_REQUEST_WAIVE_RECORD:
      lanyard_recorder_waive (self->recorder);
      lanyard_session_open (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
lanyard_session_dispose (GObject *object)
{
  LanyardSession *self = LANYARD_SESSION (object);

  lanyard_session_close (self);
  stop_demo (self);
  g_clear_object (&self->client);
  g_clear_object (&self->workspace);
  g_clear_object (&self->connections);
  g_clear_pointer (&self->held_keys, g_hash_table_unref);
  g_clear_pointer (&self->key, secret_value_unref);
  g_clear_pointer (&self->endpoint, g_free);
  g_clear_pointer (&self->workspace_id, g_free);
  g_clear_object (&self->recorder);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->override_endpoint, g_free);

  G_OBJECT_CLASS (lanyard_session_parent_class)->dispose (object);
}

static void
lanyard_session_class_init (LanyardSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_session_dispose;
}

static void
lanyard_session_init (LanyardSession *self)
{
  self->held_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) secret_value_unref);
}

/**
 * lanyard_session_new:
 * @window: where it shows what it does
 * @settings: the application's settings
 *
 * Returns: (transfer full): a session in which nothing is open yet
 */
LanyardSession *
lanyard_session_new (LanyardWindow *window,
                     GSettings     *settings)
{
  LanyardSession *self;

  g_return_val_if_fail (LANYARD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_SESSION, NULL);
  self->window = window;
  self->scenes = lanyard_window_get_scenes (window);
  self->settings = g_object_ref (settings);
  self->connections = lanyard_connections_new (settings);
  self->recorder = lanyard_recorder_new (settings);
  g_signal_connect_object (self->recorder, "changed", G_CALLBACK (on_record_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "request", G_CALLBACK (on_request), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lanyard_session_start:
 * @self: the session
 * @demo: whether to open the demo
 * @override: what the environment names for this run
 *
 * Opens the demo, what the environment names, or the saved workspace; asks for a key where there is none.
 */
void
lanyard_session_start (LanyardSession        *self,
                       gboolean               demo,
                       const LanyardOverride *override)
{
  g_autofree char *endpoint = NULL;

  g_return_if_fail (LANYARD_IS_SESSION (self));
  g_return_if_fail (override != NULL);

  endpoint = g_settings_get_string (self->settings, "endpoint");
  self->override_endpoint = g_strdup (override->endpoint);
  if (override->key != NULL && self->override_endpoint == NULL)
    self->override_endpoint = g_strdup (SEAM_DEFAULT_ENDPOINT);
  lanyard_session_aim (self, self->override_endpoint != NULL ? self->override_endpoint : endpoint, NULL);

  /* A run for one workspace has nothing to do with those that are saved. */
  if (self->override_endpoint == NULL)
    lanyard_workspaces_set_connections (lanyard_window_get_workspaces (self->window), self->connections);

  if (demo)
    open_demo (self);
  else if (override->key != NULL)
    lanyard_session_connect (self, override->key, LANYARD_PLACE_ONCE, FALSE);
  else if (self->override_endpoint != NULL)
    lanyard_session_ask_for_key (self, NULL);
  else
    lanyard_session_look_up_last (self);
}

/**
 * lanyard_session_close:
 * @self: the session
 *
 * The window is gone: what was being read is cancelled. What was sent goes on to its end.
 */
void
lanyard_session_close (LanyardSession *self)
{
  g_return_if_fail (LANYARD_IS_SESSION (self));

  g_clear_handle_id (&self->hint_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->window = NULL;
}
