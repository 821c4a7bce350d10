/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a key to a workspace: asks for the key where there is none, tries it, and shows how that goes. */
#include "lanyard-connector.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"

struct _LanyardConnector
{
  GObject parent_instance;

  LanyardScenes  *scenes;      /* of the window that this is for */
  LanyardAttempt *attempt;
  GCancellable   *cancellable; /* of whatever is under way */
  LanyardStage    stage;
  LanyardPlace    place;
  SeamWorkspace  *workspace;   /* what the key has been accepted for */
  gboolean        typed;       /* the key is the one in the connect page's entry */
};

G_DEFINE_FINAL_TYPE (LanyardConnector, lanyard_connector, G_TYPE_OBJECT)

enum
{
  TRYING,
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Whatever was under way is no longer wanted; its late answer will change nothing. */
static GCancellable *
begin (LanyardConnector *self,
       LanyardStage      stage)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stage = stage;

  return self->cancellable;
}

/**
 * lanyard_connector_begin:
 * @self: the connector
 * @stage: what is to be under way
 *
 * Stops whatever was under way, for something that does not need what somebody typed.
 *
 * Returns: (transfer none): for what is under way now
 */
GCancellable *
lanyard_connector_begin (LanyardConnector *self,
                         LanyardStage      stage)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), NULL);

  self->typed = FALSE;

  return begin (self, stage);
}

/**
 * lanyard_connector_get_cancellable:
 * @self: the connector
 *
 * Returns: (transfer none) (nullable): that of what is under way; %NULL before there was anything
 */
GCancellable *
lanyard_connector_get_cancellable (LanyardConnector *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), NULL);

  return self->cancellable;
}

/**
 * lanyard_connector_get_stage:
 * @self: the connector
 *
 * Returns: how far it has come
 */
LanyardStage
lanyard_connector_get_stage (LanyardConnector *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), LANYARD_STAGE_LOOK_UP);

  return self->stage;
}

/**
 * lanyard_connector_get_attempt:
 * @self: the connector
 *
 * Returns: (transfer none): what is aimed at, and what it is tried with
 */
LanyardAttempt *
lanyard_connector_get_attempt (LanyardConnector *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), NULL);

  return self->attempt;
}

/**
 * lanyard_connector_get_place:
 * @self: the connector
 *
 * Returns: what kind of workspace it is
 */
LanyardPlace
lanyard_connector_get_place (LanyardConnector *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), LANYARD_PLACE_SAVED);

  return self->place;
}

/**
 * lanyard_connector_get_workspace:
 * @self: the connector
 *
 * Returns: (transfer none) (nullable): what the key has been accepted for
 */
SeamWorkspace *
lanyard_connector_get_workspace (LanyardConnector *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (self), NULL);

  return self->workspace;
}

/**
 * lanyard_connector_aim:
 * @self: the connector
 * @endpoint: a server
 * @workspace_id: (nullable): a workspace there; %NULL or empty where only the key says which it is for
 *
 * Says what is to be opened next, with a key other than what is in the connect page's entry.
 */
void
lanyard_connector_aim (LanyardConnector *self,
                       const char       *endpoint,
                       const char       *workspace_id)
{
  g_return_if_fail (LANYARD_IS_CONNECTOR (self));

  self->typed = FALSE;
  lanyard_attempt_aim (self->attempt, endpoint, workspace_id);
}

/**
 * lanyard_connector_ask:
 * @self: the connector
 * @message: (nullable): why the key is asked for, plain text
 *
 * Asks for the key to what is aimed at, in place of what was under way.
 */
void
lanyard_connector_ask (LanyardConnector *self,
                       const char       *message)
{
  g_return_if_fail (LANYARD_IS_CONNECTOR (self));

  begin (self, LANYARD_STAGE_LOOK_UP);
  lanyard_attempt_forget_key (self->attempt);
  if (!self->typed)
    lanyard_connect_page_set_endpoint (lanyard_scenes_get_connect_page (self->scenes),
                                       lanyard_attempt_get_endpoint (self->attempt));
  lanyard_scenes_show_connect (self->scenes, message);
}

/* --- Trying --- */

static void
show_failure (LanyardConnector *self,
              const GError     *error)
{
  SeamClient *client = lanyard_attempt_get_client (self->attempt);
  g_autoptr (LanyardTrouble) trouble = NULL;

  if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED)
      || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT))
    {
      g_autofree char *message = lanyard_error_text (error);
      const char *endpoint = client != NULL ? seam_client_get_endpoint (client) : NULL;

      lanyard_connector_ask (self, message);
      /* An address that can't be used, or a key that can't be one, is known without asking the server. */
      if (seam_error_get_status (error) != 0)
        lanyard_connect_page_set_report (lanyard_scenes_get_connect_page (self->scenes),
                                         lanyard_error_report (message, error, endpoint));
      return;
    }

  trouble = lanyard_trouble_new (error, client != NULL ? seam_client_get_endpoint (client) : NULL);
  lanyard_scenes_show_trouble (self->scenes, trouble);
}

/* A key in the keyring was saved for one workspace. Opening another under its name would be worse than asking. */
static gboolean
is_another_workspace (LanyardConnector *self,
                      SeamWorkspace    *workspace)
{
  const char *expected = lanyard_attempt_get_workspace_id (self->attempt);

  return self->place == LANYARD_PLACE_SAVED && !self->typed && expected != NULL
         && strcmp (expected, seam_record_get_id (SEAM_RECORD (workspace))) != 0;
}

static void
accept_key (LanyardConnector *self,
            SeamWorkspace    *workspace)
{
  if (is_another_workspace (self, workspace))
    {
      lanyard_connector_ask (self, _("The saved API key does not match its workspace. Enter the correct API key."));
      return;
    }

  g_set_object (&self->workspace, workspace);
  self->stage = LANYARD_STAGE_OPEN;
  g_signal_emit (self, signals[ACCEPTED], 0, self->typed);
  lanyard_attempt_forget_key (self->attempt);
  lanyard_scenes_forget_key (self->scenes);
  self->typed = FALSE;
}

static void
let_choose (LanyardConnector *self,
            GListModel       *choice)
{
  if (g_list_model_get_n_items (choice) == 0)
    {
      lanyard_connector_ask (self, _("This personal access token is valid, but it has no access to any workspace."));
      return;
    }

  lanyard_scenes_show_connect (self->scenes, NULL);
  lanyard_connect_page_set_choice (lanyard_scenes_get_connect_page (self->scenes), choice);
}

static void
on_tried (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardConnector) self = LANYARD_CONNECTOR (user_data);
  g_autoptr (GListModel) choice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamWorkspace) workspace = lanyard_attempt_try_finish (LANYARD_ATTEMPT (source), result, &choice, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (workspace != NULL)
    accept_key (self, workspace);
  else if (choice != NULL)
    let_choose (self, choice);
  else
    show_failure (self, error);
}

static void
show_connecting (LanyardConnector *self)
{
  SeamClient *client = lanyard_attempt_get_client (self->attempt);
  g_autoptr (GUri) uri = g_uri_parse (seam_client_get_endpoint (client), G_URI_FLAGS_NONE, NULL);
  /* Translators: %s is a server, such as connect.getseam.com */
  g_autofree char *what = g_strdup_printf (_("Connecting to %s…"), uri != NULL ? g_uri_get_host (uri) : "");

  if (self->typed)
    lanyard_scenes_show_connecting (self->scenes);
  else if (self->place == LANYARD_PLACE_DEMO)
    lanyard_scenes_show_starting (self->scenes, _("Opening the demo…"));
  else
    lanyard_scenes_show_starting (self->scenes, what);
}

static void
try_key (LanyardConnector *self,
         SecretValue      *key)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->workspace);
  g_signal_emit (self, signals[TRYING], 0);
  if (lanyard_attempt_set_key (self->attempt, key, &error))
    lanyard_connector_retry (self);
  else
    show_failure (self, error);
}

/**
 * lanyard_connector_connect:
 * @self: the connector, which is aimed
 * @key: a key that need not be asked for
 * @place: what kind of workspace it opens
 *
 * Tries a key.
 */
void
lanyard_connector_connect (LanyardConnector *self,
                           SecretValue      *key,
                           LanyardPlace      place)
{
  g_return_if_fail (LANYARD_IS_CONNECTOR (self));
  g_return_if_fail (key != NULL);

  self->place = place;
  self->typed = FALSE;
  try_key (self, key);
}

/**
 * lanyard_connector_submit:
 * @self: the connector
 * @place: what kind of workspace a key opens that is typed
 *
 * Tries what the connect page has: the key that was typed, or the workspace that was chosen of those it opens.
 */
void
lanyard_connector_submit (LanyardConnector *self,
                          LanyardPlace      place)
{
  LanyardConnectPage *page;
  const char *workspace_id;
  g_autoptr (SecretValue) key = NULL;

  g_return_if_fail (LANYARD_IS_CONNECTOR (self));

  page = lanyard_scenes_get_connect_page (self->scenes);
  workspace_id = lanyard_connect_page_get_workspace_id (page);
  if (workspace_id != NULL)
    {
      lanyard_attempt_aim (self->attempt, seam_client_get_endpoint (lanyard_attempt_get_client (self->attempt)),
                           workspace_id);
      try_key (self, lanyard_attempt_get_key (self->attempt));
      return;
    }

  key = secret_value_new (lanyard_connect_page_get_key (page), -1, "text/plain");
  lanyard_attempt_aim (self->attempt, lanyard_connect_page_get_endpoint (page), NULL);
  self->place = place;
  self->typed = TRUE;
  try_key (self, key);
}

/**
 * lanyard_connector_retry:
 * @self: the connector, which has been tried
 *
 * Tries the same key once more.
 */
void
lanyard_connector_retry (LanyardConnector *self)
{
  g_return_if_fail (LANYARD_IS_CONNECTOR (self));

  show_connecting (self);
  lanyard_attempt_try_async (self->attempt, begin (self, LANYARD_STAGE_CONNECT), on_tried, g_object_ref (self));
}

/**
 * lanyard_connector_leave:
 * @self: the connector
 *
 * Lets go of what a key has been accepted for, and asks for another key to that server.
 */
void
lanyard_connector_leave (LanyardConnector *self)
{
  g_return_if_fail (LANYARD_IS_CONNECTOR (self));

  lanyard_attempt_drop_client (self->attempt);
  g_clear_object (&self->workspace);
  lanyard_connector_aim (self, lanyard_attempt_get_endpoint (self->attempt), NULL);
  lanyard_connector_ask (self, NULL);
}

static void
lanyard_connector_dispose (GObject *object)
{
  LanyardConnector *self = LANYARD_CONNECTOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->attempt);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (lanyard_connector_parent_class)->dispose (object);
}

static void
lanyard_connector_class_init (LanyardConnectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_connector_dispose;

  signals[TRYING] = g_signal_new ("trying", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
lanyard_connector_init (LanyardConnector *self)
{
}

/**
 * lanyard_connector_new:
 * @scenes: (transfer none): where it shows how it goes, which live until what is under way is cancelled
 * @settings: the application's settings
 *
 * Returns: (transfer full): a connector that is aimed at nothing yet
 */
LanyardConnector *
lanyard_connector_new (LanyardScenes *scenes,
                       GSettings     *settings)
{
  LanyardConnector *self;

  g_return_val_if_fail (LANYARD_IS_SCENES (scenes), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_CONNECTOR, NULL);
  self->scenes = scenes;
  self->attempt = lanyard_attempt_new (settings);

  return self;
}
