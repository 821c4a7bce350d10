/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what no key has to be asked for: the workspaces that are saved, and the demo. It also has them saved, and
 * forgets them. */
#include "lanyard-opener.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"

#include "lanyard-demo.h"
#include "lanyard-key-store.h"
#include "lanyard-keyring.h"
#include "lanyard-keyring-text.h"

struct _LanyardOpener
{
  GObject parent_instance;

  LanyardScenes    *scenes; /* of the window that this is for */
  LanyardConnector *connector;
  LanyardAttempt   *attempt; /* the connector's */
  LanyardKeyStore  *keys;
  LanyardDemo      *demo;
};

G_DEFINE_FINAL_TYPE (LanyardOpener, lanyard_opener, G_TYPE_OBJECT)

enum
{
  KEY_NOT_KEPT,
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * lanyard_opener_get_connections:
 * @self: the opener
 *
 * Returns: (transfer none): the workspaces that are saved
 */
LanyardConnections *
lanyard_opener_get_connections (LanyardOpener *self)
{
  g_return_val_if_fail (LANYARD_IS_OPENER (self), NULL);

  return lanyard_key_store_get_connections (self->keys);
}

/* --- Looking a key up --- */

/* There is no key. That is only to be explained where there was one. */
static void
ask_for_missing_key (LanyardOpener *self,
                     const GError  *error)
{
  const char *workspace_id = lanyard_attempt_get_workspace_id (self->attempt);
  LanyardConnection *connection = NULL;
  g_autofree char *message = NULL;

  if (workspace_id != NULL)
    connection = lanyard_connections_lookup (lanyard_key_store_get_connections (self->keys),
                                             lanyard_attempt_get_endpoint (self->attempt), workspace_id);
  if (connection != NULL)
    message = lanyard_keyring_missing_text (connection, error);
  lanyard_connector_ask (self->connector, message);
  if (message != NULL && error != NULL)
    lanyard_connect_page_set_report (lanyard_scenes_get_connect_page (self->scenes),
                                     lanyard_error_report (message, error, NULL));
}

static void
on_looked_up (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardOpener) self = LANYARD_OPENER (user_data);
  g_autoptr (LanyardTrouble) trouble = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) key = lanyard_key_store_look_up_finish (LANYARD_KEY_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (key != NULL)
    lanyard_connector_connect (self->connector, key, LANYARD_PLACE_SAVED);
  else if (g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED)
           || g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT))
    {
      trouble = lanyard_keyring_trouble_new (error);
      lanyard_scenes_show_trouble (self->scenes, trouble);
    }
  else
    ask_for_missing_key (self, error);
}

static void
on_waiting (LanyardOpener *self)
{
  lanyard_scenes_show_starting (self->scenes, _("Waiting for the keyring. A password prompt may be open in another "
                                                "window."));
}

/**
 * lanyard_opener_open:
 * @self: the opener
 * @endpoint: a server
 * @workspace_id: (nullable): a workspace there; %NULL or empty where only the key says which it is for
 *
 * Opens a workspace with its saved key; asks for it where there is none.
 */
void
lanyard_opener_open (LanyardOpener *self,
                     const char    *endpoint,
                     const char    *workspace_id)
{
  SecretValue *held;

  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_connector_aim (self->connector, endpoint, workspace_id);
  endpoint = lanyard_attempt_get_endpoint (self->attempt);
  workspace_id = lanyard_attempt_get_workspace_id (self->attempt);
  held = lanyard_key_store_get_held (self->keys, endpoint, workspace_id);
  if (held != NULL)
    {
      lanyard_connector_connect (self->connector, held, LANYARD_PLACE_SAVED);
      return;
    }

  lanyard_scenes_show_starting (self->scenes, _("Looking for the saved API key…"));
  lanyard_key_store_look_up_async (self->keys, endpoint, workspace_id,
                                   lanyard_connector_begin (self->connector, LANYARD_STAGE_LOOK_UP), on_looked_up,
                                   g_object_ref (self));
}

/**
 * lanyard_opener_open_last:
 * @self: the opener
 *
 * Opens the workspace that was open when it was last closed.
 */
void
lanyard_opener_open_last (LanyardOpener *self)
{
  g_autofree char *endpoint = NULL;
  g_autofree char *workspace_id = NULL;

  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_key_store_dup_last (self->keys, &endpoint, &workspace_id);
  lanyard_opener_open (self, endpoint, workspace_id);
}

/**
 * lanyard_opener_add:
 * @self: the opener
 *
 * Asks for the key to one more workspace.
 */
void
lanyard_opener_add (LanyardOpener *self)
{
  g_autofree char *endpoint = NULL;

  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_key_store_dup_last (self->keys, &endpoint, NULL);
  lanyard_connector_aim (self->connector, endpoint, NULL);
  lanyard_scenes_forget_key (self->scenes);
  lanyard_connector_ask (self->connector, NULL);
}

/* --- The demo --- */

static void
connect_to_demo (LanyardOpener *self)
{
  g_autoptr (SecretValue) key = lanyard_demo_dup_key (self->demo);

  lanyard_connector_aim (self->connector, lanyard_demo_get_endpoint (self->demo), NULL);
  lanyard_connector_connect (self->connector, key, LANYARD_PLACE_DEMO);
}

static void
on_demo_started (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LanyardOpener) self = LANYARD_OPENER (user_data);
  g_autoptr (GError) error = NULL;

  if (lanyard_demo_start_finish (LANYARD_DEMO (source), result, &error))
    {
      connect_to_demo (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      char *body = _("The demo could not be started on this computer. Try again.");
      g_autoptr (GVariant) report = g_variant_ref_sink (lanyard_error_report (body, error, NULL));
      LanyardTrouble trouble = {
        .title = _("Can’t Open Demo"),
        .body = body,
        .icon_name = "dialog-error-symbolic",
        .can_retry = TRUE,
        .report = report,
      };

      lanyard_scenes_show_trouble (self->scenes, &trouble);
    }
}

/**
 * lanyard_opener_open_demo:
 * @self: the opener
 *
 * Opens the demo, as it is before anything was done there.
 */
void
lanyard_opener_open_demo (LanyardOpener *self)
{
  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_scenes_show_starting (self->scenes, _("Opening the demo…"));
  lanyard_demo_start_async (self->demo, lanyard_connector_begin (self->connector, LANYARD_STAGE_DEMO), on_demo_started,
                            g_object_ref (self));
}

/**
 * lanyard_opener_stop_demo:
 * @self: the opener
 *
 * Ends the demo, if it runs: something else is open.
 */
void
lanyard_opener_stop_demo (LanyardOpener *self)
{
  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_demo_stop (self->demo);
}

/**
 * lanyard_opener_go_back:
 * @self: the opener
 *
 * Opens what was open before the key to another was asked for.
 */
void
lanyard_opener_go_back (LanyardOpener *self)
{
  g_return_if_fail (LANYARD_IS_OPENER (self));

  lanyard_scenes_forget_key (self->scenes);
  if (lanyard_demo_is_running (self->demo))
    connect_to_demo (self);
  else
    lanyard_opener_open_last (self);
}

/* --- Saving and forgetting --- */

/* What a key has been accepted for. */
static LanyardConnection *
make_connection (LanyardOpener *self)
{
  return lanyard_connection_new_to (seam_client_get_endpoint (lanyard_attempt_get_client (self->attempt)),
                                    lanyard_connector_get_workspace (self->connector));
}

static gboolean
is_open (LanyardOpener     *self,
         LanyardConnection *connection)
{
  SeamWorkspace *workspace = lanyard_connector_get_workspace (self->connector);

  return workspace != NULL && lanyard_connector_get_place (self->connector) == LANYARD_PLACE_SAVED
         && lanyard_connection_is_to (connection,
                                      seam_client_get_endpoint (lanyard_attempt_get_client (self->attempt)),
                                      seam_record_get_id (SEAM_RECORD (workspace)));
}

/* Somebody may have signed out of it meanwhile, or opened another one. */
static void
on_saved (LanyardOpener     *self,
          LanyardConnection *connection,
          GError            *error)
{
  g_autofree char *reason = error != NULL ? lanyard_keyring_not_saved_text (error) : NULL;
  g_autoptr (GVariant) report = NULL;

  if (error != NULL)
    report = g_variant_ref_sink (lanyard_error_report (reason, error, NULL));
  if (is_open (self, connection))
    g_signal_emit (self, signals[KEY_NOT_KEPT], 0, reason, report);
}

/* Only a key that was accepted is saved, and only then. */
static void
on_accepted (LanyardOpener *self,
             gboolean       typed)
{
  const char *endpoint = lanyard_attempt_get_endpoint (self->attempt);
  const char *workspace_id = lanyard_attempt_get_workspace_id (self->attempt);
  g_autoptr (LanyardConnection) connection = NULL;
  g_autofree char *reason = NULL;

  if (lanyard_connector_get_place (self->connector) != LANYARD_PLACE_SAVED)
    return;

  connection = make_connection (self);
  lanyard_key_store_set_last (self->keys, connection);
  if (typed || workspace_id == NULL)
    {
      lanyard_key_store_save (self->keys, connection, lanyard_attempt_get_key (self->attempt), typed ? NULL : endpoint);
    }
  else if (lanyard_key_store_get_held (self->keys, endpoint, workspace_id) != NULL)
    {
      reason = lanyard_keyring_not_saved_text (NULL);
      g_signal_emit (self, signals[KEY_NOT_KEPT], 0, reason, NULL);
    }
}

static void
on_not_forgotten (LanyardOpener *self,
                  GError        *error)
{
  g_autofree char *message = lanyard_keyring_not_deleted_text (error);
  g_autoptr (GVariant) report = g_variant_ref_sink (lanyard_error_report (message, error, NULL));

  g_signal_emit (self, signals[SAID], 0, message, report);
}

/**
 * lanyard_opener_sign_out:
 * @self: the opener
 * @connection: (nullable): a workspace that is saved; %NULL for the one that is open
 *
 * Forgets the key to a workspace, and leaves that if it is the one that is open, or is to be.
 */
void
lanyard_opener_sign_out (LanyardOpener     *self,
                         LanyardConnection *connection)
{
  g_autoptr (LanyardConnection) left = NULL;
  gboolean leaves;

  g_return_if_fail (LANYARD_IS_OPENER (self));

  leaves = connection == NULL || is_open (self, connection)
           || lanyard_connection_is_to (connection, lanyard_attempt_get_endpoint (self->attempt),
                                        lanyard_attempt_get_workspace_id (self->attempt));

  if (connection != NULL)
    left = g_object_ref (connection);
  else if (lanyard_connector_get_workspace (self->connector) != NULL
           && lanyard_connector_get_place (self->connector) == LANYARD_PLACE_SAVED)
    left = make_connection (self);
  if (left != NULL)
    lanyard_key_store_forget (self->keys, left);

  if (leaves)
    lanyard_connector_leave (self->connector);
}

static void
lanyard_opener_dispose (GObject *object)
{
  LanyardOpener *self = LANYARD_OPENER (object);

  g_clear_object (&self->demo);
  g_clear_object (&self->keys);
  g_clear_object (&self->connector);

  G_OBJECT_CLASS (lanyard_opener_parent_class)->dispose (object);
}

static void
lanyard_opener_class_init (LanyardOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_opener_dispose;

  signals[KEY_NOT_KEPT] = g_signal_new ("key-not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
}

static void
lanyard_opener_init (LanyardOpener *self)
{
  self->demo = lanyard_demo_new ();
}

/**
 * lanyard_opener_new:
 * @scenes: (transfer none): where it shows how it goes, which live until what is under way is cancelled
 * @connector: what tries the keys
 * @settings: the application's settings
 *
 * Returns: (transfer full): an opener that has opened nothing yet
 */
LanyardOpener *
lanyard_opener_new (LanyardScenes    *scenes,
                    LanyardConnector *connector,
                    GSettings        *settings)
{
  LanyardOpener *self;
  g_autofree char *endpoint = NULL;

  g_return_val_if_fail (LANYARD_IS_SCENES (scenes), NULL);
  g_return_val_if_fail (LANYARD_IS_CONNECTOR (connector), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_OPENER, NULL);
  self->scenes = scenes;
  self->connector = g_object_ref (connector);
  self->attempt = lanyard_connector_get_attempt (connector);
  g_signal_connect_object (connector, "accepted", G_CALLBACK (on_accepted), self, G_CONNECT_SWAPPED);
  self->keys = lanyard_key_store_new (settings);
  g_signal_connect_object (self->keys, "waiting", G_CALLBACK (on_waiting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keys, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keys, "not-forgotten", G_CALLBACK (on_not_forgotten), self, G_CONNECT_SWAPPED);
  /* Whoever stops before anything was opened is asked for a key to that. */
  lanyard_key_store_dup_last (self->keys, &endpoint, NULL);
  lanyard_connector_aim (connector, endpoint, NULL);

  return self;
}
