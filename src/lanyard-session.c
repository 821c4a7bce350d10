/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace is open in a window, and how it came to be: key, server, journal, demo. */
#include "lanyard-session-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LanyardSession, lanyard_session, G_TYPE_OBJECT)

/* Whatever was under way is no longer wanted; its late answer will change nothing. */
GCancellable *
lanyard_session_begin (LanyardSession *self,
                       LanyardStage    stage)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stage = stage;

  return self->cancellable;
}

void
lanyard_session_ask_for_key (LanyardSession *self,
                             const char     *message)
{
  g_autofree char *endpoint = lanyard_session_dup_endpoint (self);
  g_autofree char *workspace_id = g_settings_get_string (self->settings, "workspace-id");

  g_cancellable_cancel (self->cancellable);
  if (!self->typed)
    lanyard_connect_page_set_connection (lanyard_window_get_connect_page (self->window), endpoint,
                                         self->override_endpoint != NULL ? NULL : workspace_id);
  lanyard_window_show_connect (self->window, message);
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
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (self->client, journal);

  lanyard_window_show_directory (self->window, directory, journal, self->place);
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
open_workspace (LanyardSession *self)
{
  self->stage = LANYARD_STAGE_OPEN;
  lanyard_recorder_open_async (self->recorder, self->place == LANYARD_PLACE_DEMO, self->cancellable,
                               on_recorder_opened, g_object_ref (self));
}

/* --- Checking a key --- */

static void
show_failure (LanyardSession *self,
              const GError   *error)
{
  g_autoptr (LanyardTrouble) trouble = NULL;

  if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED)
      || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT))
    {
      g_autofree char *message = lanyard_error_text (error);

      lanyard_session_ask_for_key (self, message);
      return;
    }

  trouble = lanyard_trouble_new (error, self->client != NULL ? seam_client_get_endpoint (self->client) : NULL);
  lanyard_window_show_trouble (self->window, trouble);
}

static void
on_key_checked (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamWorkspace) workspace = seam_client_get_workspace_finish (SEAM_CLIENT (source), result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (workspace == NULL)
    {
      show_failure (self, error);
      return;
    }

  if (self->typed)
    {
      if (self->place == LANYARD_PLACE_SAVED)
        lanyard_session_save_connection (self);
      lanyard_connect_page_clear_key (lanyard_window_get_connect_page (self->window));
      self->typed = FALSE;
    }

  open_workspace (self);
}

static void
check_key (LanyardSession *self)
{
  g_autoptr (GUri) uri = g_uri_parse (seam_client_get_endpoint (self->client), G_URI_FLAGS_NONE, NULL);
  /* Translators: %s is a server, such as connect.getseam.com */
  g_autofree char *what = g_strdup_printf (_("Connecting to %s…"), uri != NULL ? g_uri_get_host (uri) : "");

  if (self->typed)
    lanyard_window_show_connecting (self->window);
  else if (self->place == LANYARD_PLACE_DEMO)
    lanyard_window_show_starting (self->window, _("Opening the demo…"));
  else
    lanyard_window_show_starting (self->window, what);

  seam_client_get_workspace_async (self->client, lanyard_session_begin (self, LANYARD_STAGE_CONNECT), on_key_checked,
                                   g_object_ref (self));
}

void
lanyard_session_connect (LanyardSession *self,
                         const char     *endpoint,
                         const char     *key,
                         const char     *workspace_id,
                         LanyardPlace    place,
                         gboolean        typed)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->client);
  self->place = place;
  self->typed = typed;
  lanyard_window_set_key_not_kept (self->window, NULL);

  self->client = seam_client_new (endpoint, key, workspace_id, &error);
  if (self->client == NULL)
    {
      show_failure (self, error);
      return;
    }

  g_settings_bind (self->settings, "assign-route", self->client, "assign-route", G_SETTINGS_BIND_GET);
  check_key (self);
}

static void
connect_with_typed (LanyardSession *self)
{
  LanyardConnectPage *page = lanyard_window_get_connect_page (self->window);

  lanyard_session_connect (self, lanyard_connect_page_get_endpoint (page), lanyard_connect_page_get_key (page),
                           lanyard_connect_page_get_workspace_id (page),
                           self->override_endpoint != NULL ? LANYARD_PLACE_ONCE : LANYARD_PLACE_SAVED, TRUE);
}

/* --- The demo --- */

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

      lanyard_window_show_trouble (self->window, &trouble);
      return;
    }

  lanyard_session_connect (self, lanyard_sandbox_get_endpoint (self->sandbox), lanyard_sandbox_get_key (self->sandbox),
                           NULL, LANYARD_PLACE_DEMO, FALSE);
}

static void
open_demo (LanyardSession *self)
{
  self->typed = FALSE;
  lanyard_window_show_starting (self->window, _("Opening the demo…"));
  if (self->sandbox != NULL)
    lanyard_sandbox_stop (self->sandbox);
  g_clear_object (&self->sandbox);
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
      check_key (self);
      break;
    case LANYARD_STAGE_OPEN:
      lanyard_session_begin (self, LANYARD_STAGE_OPEN);
      open_workspace (self);
      break;
    case LANYARD_STAGE_LOOK_UP:
    default:
      lanyard_session_look_up (self);
      break;
    }
}

static void
on_request (LanyardSession *self,
            LanyardRequest  request)
{
  switch (request)
    {
    case LANYARD_REQUEST_CONNECT:
      connect_with_typed (self);
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
    case LANYARD_REQUEST_SIGN_OUT:
      lanyard_session_sign_out (self);
      break;
    case LANYARD_REQUEST_RETRY_RECORD:
      lanyard_recorder_try_again (self->recorder);
      break;
    case LANYARD_REQUEST_WAIVE_RECORD:
      lanyard_recorder_waive (self->recorder);
      open_workspace (self);
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
  if (self->sandbox != NULL)
    lanyard_sandbox_stop (self->sandbox);
  g_clear_object (&self->sandbox);
  g_clear_object (&self->client);
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
  self->settings = g_object_ref (settings);
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

  self->override_endpoint = g_strdup (override->endpoint);
  if (demo)
    {
      open_demo (self);
      return;
    }

  if (override->key == NULL)
    {
      lanyard_session_look_up (self);
      return;
    }

  if (self->override_endpoint == NULL)
    self->override_endpoint = g_strdup (SEAM_DEFAULT_ENDPOINT);
  lanyard_session_connect (self, self->override_endpoint, secret_value_get_text (override->key), NULL,
                           LANYARD_PLACE_ONCE, FALSE);
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

  g_cancellable_cancel (self->cancellable);
  self->window = NULL;
}
