/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace is open in a window: what somebody asks for is handed on to whom it concerns, and what a key has been
 * accepted for is shown. */
#include "lanyard-session.h"

#include "lanyard-error-report.h"
#include "lanyard-opener.h"
#include "lanyard-questions.h"
#include "lanyard-recorder.h"

struct _LanyardSession
{
  GObject parent_instance;

  LanyardWindow    *window;     /* NULL once it is closed */
  LanyardConnector *connector;
  LanyardOpener    *opener;
  LanyardRecorder  *recorder;
  GActionMap       *actions;
  gboolean          overridden; /* nothing is saved in this run */
};

G_DEFINE_FINAL_TYPE (LanyardSession, lanyard_session, G_TYPE_OBJECT)

/* Whether the connect page leads back to what was open before. */
static void
set_adding (LanyardSession *self,
            gboolean        adding)
{
  g_object_set (lanyard_window_get_scenes (self->window), "adding", adding, NULL);
}

/* --- Opening what a key has been accepted for --- */

static void
on_record_changed (LanyardSession *self)
{
  if (self->window == NULL)
    return;

  lanyard_record_standing_set (lanyard_window_get_record_standing (self->window),
                               lanyard_recorder_get_state (self->recorder),
                               lanyard_recorder_get_error (self->recorder));
}

static void
show_directory (LanyardSession *self)
{
  LanyardJournal *journal = lanyard_recorder_get_journal (self->recorder);
  SeamClient *client = lanyard_attempt_get_client (lanyard_connector_get_attempt (self->connector));
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (client);
  g_autoptr (LanyardChanges) changes = lanyard_changes_new (directory, journal);

  /* Which workspace it is, and whether it is a live one, is on show from the first moment. */
  lanyard_directory_set_workspace (directory, lanyard_connector_get_workspace (self->connector));
  lanyard_window_show_directory (self->window, changes, lanyard_connector_get_place (self->connector));
  /* How it ends shows in the directory's state, which the window follows. */
  lanyard_directory_load_async (directory, lanyard_connector_get_cancellable (self->connector), NULL, NULL);
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
  gboolean demo = lanyard_connector_get_place (self->connector) == LANYARD_PLACE_DEMO;

  if (!demo)
    lanyard_opener_stop_demo (self->opener);
  set_adding (self, FALSE);
  lanyard_recorder_open_async (self->recorder, demo, lanyard_connector_get_cancellable (self->connector),
                               on_recorder_opened, g_object_ref (self));
}

/* --- What is said of it --- */

static void
on_key_not_kept (LanyardSession *self,
                 const char     *reason,
                 GVariant       *report)
{
  if (self->window != NULL)
    lanyard_window_set_key_not_kept (self->window, reason, report);
}

static void
on_trying (LanyardSession *self)
{
  on_key_not_kept (self, NULL, NULL);
}

static void
on_said (LanyardSession *self,
         const char     *text,
         GVariant       *report)
{
  if (self->window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text, report);
}

/* --- What somebody asks for --- */

static void
open_demo (LanyardSession *self)
{
  lanyard_opener_open_demo (self->opener);
}

static void
ask_for_key (LanyardSession *self)
{
  lanyard_connector_ask (self->connector, NULL);
}

static void
submit (LanyardSession *self)
{
  lanyard_connector_submit (self->connector, self->overridden ? LANYARD_PLACE_ONCE : LANYARD_PLACE_SAVED);
}

static void
try_again (LanyardSession *self)
{
  LanyardAttempt *attempt = lanyard_connector_get_attempt (self->connector);

  switch (lanyard_connector_get_stage (self->connector))
    {
    case LANYARD_STAGE_DEMO:
      open_demo (self);
      break;
    case LANYARD_STAGE_CONNECT:
      lanyard_connector_retry (self->connector);
      break;
    case LANYARD_STAGE_OPEN:
      lanyard_connector_begin (self->connector, LANYARD_STAGE_OPEN);
      open_workspace (self);
      break;
    case LANYARD_STAGE_LOOK_UP:
    default:
      lanyard_opener_open (self->opener, lanyard_attempt_get_endpoint (attempt),
                           lanyard_attempt_get_workspace_id (attempt));
      break;
    }
}

static void
switch_to (LanyardSession    *self,
           LanyardConnection *connection)
{
  set_adding (self, FALSE);
  lanyard_opener_open (self->opener, lanyard_connection_get_endpoint (connection),
                       lanyard_connection_get_workspace_id (connection));
}

static void
add (LanyardSession *self)
{
  set_adding (self, TRUE);
  lanyard_opener_add (self->opener);
}

static void
go_back (LanyardSession *self)
{
  set_adding (self, FALSE);
  lanyard_opener_go_back (self->opener);
}

static void
leave_demo (LanyardSession *self)
{
  lanyard_opener_stop_demo (self->opener);
  lanyard_opener_open_last (self->opener);
}

static void
retry_record (LanyardSession *self)
{
  lanyard_recorder_try_again (self->recorder);
}

static void
waive_record (LanyardSession *self)
{
  lanyard_recorder_waive (self->recorder);
  open_workspace (self);
}

/* --- Signing out --- */

static void
on_sign_out_answered (LanyardSession   *self,
                      const char       *response,
                      AdwMessageDialog *dialog)
{
  if (self->window != NULL && strcmp (response, "sign-out") == 0)
    lanyard_opener_sign_out (self->opener, g_object_get_data (G_OBJECT (dialog), "connection"));
}

static AdwMessageDialog *
ask_to_sign_out (LanyardSession    *self,
                 LanyardConnection *connection)
{
  AdwMessageDialog *dialog = lanyard_question_sign_out (GTK_WINDOW (self->window), connection);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_sign_out_answered), self, G_CONNECT_SWAPPED);

  return dialog;
}

static void
on_forget (LanyardSession    *self,
           LanyardConnection *connection)
{
  AdwMessageDialog *dialog = ask_to_sign_out (self, connection);

  g_object_set_data_full (G_OBJECT (dialog), "connection", g_object_ref (connection), g_object_unref);
}

/* Of what is open, also before its name is known. */
static void
sign_out (LanyardSession *self)
{
  ask_to_sign_out (self, lanyard_workspaces_get_current (lanyard_window_get_workspaces (self->window)));
}

/* --- Actions --- */

static void
set_enabled (LanyardSession *self,
             const char     *name,
             gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name)), enabled);
}

/* By what the window shows, which has let go by now of what it no longer does. */
static void
update_actions (LanyardSession *self)
{
  gboolean open, demo;

  if (self->window == NULL)
    return;

  open = lanyard_window_get_directory (self->window) != NULL;
  demo = lanyard_workspaces_get_place (lanyard_window_get_workspaces (self->window)) == LANYARD_PLACE_DEMO;
  set_enabled (self, "sign-out", open && !demo);
  set_enabled (self, "leave-demo", open && demo);
}

/* In a group of its own: that of the application's window is offered to every program on the session's bus. */
static void
add_actions (LanyardSession *self)
{
  static const struct
  {
    const char *name;
    void (*act) (LanyardSession *self);
  } actions[] = {
    { "open-demo", open_demo },
    { "leave-demo", leave_demo },
    { "cancel-connecting", ask_for_key },
    { "change-connection", ask_for_key },
    { "retry", try_again },
    { "go-back", go_back },
    { "sign-out", sign_out },
    { "retry-record", retry_record },
    { "waive-record", waive_record },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  self->actions = G_ACTION_MAP (group);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (actions[i].act), self, G_CONNECT_SWAPPED);
      g_action_map_add_action (self->actions, G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "session", G_ACTION_GROUP (group));
}

static void
lanyard_session_dispose (GObject *object)
{
  LanyardSession *self = LANYARD_SESSION (object);

  lanyard_session_close (self);
  g_clear_object (&self->opener);
  g_clear_object (&self->connector);
  g_clear_object (&self->recorder);
  g_clear_object (&self->actions);

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

static void
listen (LanyardSession *self,
        gpointer        object,
        const char     *signal,
        GCallback       callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
listen_to_window (LanyardSession *self)
{
  LanyardScenes *scenes = lanyard_window_get_scenes (self->window);
  LanyardWorkspaces *workspaces = lanyard_window_get_workspaces (self->window);

  listen (self, scenes, "submitted", G_CALLBACK (submit));
  listen (self, scenes, "notify::scene", G_CALLBACK (update_actions));
  listen (self, workspaces, "switch", G_CALLBACK (switch_to));
  listen (self, workspaces, "forget", G_CALLBACK (on_forget));
  listen (self, workspaces, "add", G_CALLBACK (add));
}

/**
 * lanyard_session_new:
 * @window: where it shows what it does
 * @settings: the application's settings
 *
 * Gives the window the actions "session.open-demo", "session.sign-out" and so on.
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
  self->connector = lanyard_connector_new (lanyard_window_get_scenes (window), settings);
  self->opener = lanyard_opener_new (lanyard_window_get_scenes (window), self->connector, settings);
  listen (self, self->connector, "trying", G_CALLBACK (on_trying));
  listen (self, self->connector, "accepted", G_CALLBACK (open_workspace));
  listen (self, self->opener, "key-not-kept", G_CALLBACK (on_key_not_kept));
  listen (self, self->opener, "said", G_CALLBACK (on_said));
  self->recorder = lanyard_recorder_new (settings);
  listen (self, self->recorder, "changed", G_CALLBACK (on_record_changed));
  listen_to_window (self);
  add_actions (self);
  update_actions (self);

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
  const char *endpoint = override->endpoint != NULL ? override->endpoint : SEAM_DEFAULT_ENDPOINT;

  g_return_if_fail (LANYARD_IS_SESSION (self));

  self->overridden = override->key != NULL || override->endpoint != NULL;
  /* A run for one workspace has nothing to do with those that are saved. */
  if (self->overridden)
    lanyard_connector_aim (self->connector, endpoint, NULL);
  else
    lanyard_workspaces_set_connections (lanyard_window_get_workspaces (self->window),
                                        lanyard_opener_get_connections (self->opener));

  if (demo)
    lanyard_opener_open_demo (self->opener);
  else if (override->key != NULL)
    lanyard_connector_connect (self->connector, override->key, LANYARD_PLACE_ONCE);
  else if (self->overridden)
    lanyard_connector_ask (self->connector, NULL);
  else
    lanyard_opener_open_last (self->opener);
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

  if (self->connector != NULL)
    g_cancellable_cancel (lanyard_connector_get_cancellable (self->connector));
  if (self->window != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self->window), "session", NULL);
  self->window = NULL;
}
