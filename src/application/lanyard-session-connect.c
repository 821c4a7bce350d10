/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's way in: a key is checked, and where it is good for several workspaces, one is chosen. */
#include "lanyard-session-private.h"

#include <glib/gi18n.h>

#define ACCESS_TOKEN_PREFIX "seam_at"

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
  lanyard_scenes_show_trouble (self->scenes, trouble);
}

/* A key in the keyring was saved for one workspace. Opening another under its name would be worse than asking. */
static gboolean
is_another_workspace (LanyardSession *self,
                      SeamWorkspace  *workspace)
{
  return self->place == LANYARD_PLACE_SAVED && !self->typed && self->workspace_id != NULL
         && strcmp (self->workspace_id, seam_record_get_id (SEAM_RECORD (workspace))) != 0;
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

  if (is_another_workspace (self, workspace))
    {
      lanyard_session_ask_for_key (self, _("The saved key is for another workspace than it was saved for. "
                                           "Enter the right one."));
      return;
    }

  g_set_object (&self->workspace, workspace);
  if (self->place == LANYARD_PLACE_SAVED)
    lanyard_session_save (self);
  g_clear_pointer (&self->key, secret_value_unref);
  lanyard_scenes_forget_key (self->scenes);
  self->typed = FALSE;

  lanyard_session_open (self);
}

static void
show_connecting (LanyardSession *self)
{
  g_autoptr (GUri) uri = g_uri_parse (seam_client_get_endpoint (self->client), G_URI_FLAGS_NONE, NULL);
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
check_key (LanyardSession *self)
{
  show_connecting (self);
  seam_client_get_workspace_async (self->client, lanyard_session_begin (self, LANYARD_STAGE_CONNECT), on_key_checked,
                                   g_object_ref (self));
}

/* --- A personal access token is for several workspaces --- */

static gboolean
is_access_token (SecretValue *key)
{
  return g_str_has_prefix (secret_value_get_text (key), ACCESS_TOKEN_PREFIX);
}

static void
connect_with_key (LanyardSession *self,
                  const char     *workspace_id)
{
  g_autoptr (SecretValue) key = secret_value_ref (self->key);
  g_autofree char *endpoint = g_strdup (seam_client_get_endpoint (self->client));

  lanyard_session_aim (self, endpoint, workspace_id);
  lanyard_session_connect (self, key, self->place, self->typed);
}

static void
let_choose (LanyardSession *self,
            GPtrArray      *workspaces)
{
  g_autoptr (GListStore) choice = g_list_store_new (LANYARD_TYPE_CONNECTION);

  for (guint i = 0; i < workspaces->len; i++)
    {
      g_autoptr (LanyardConnection) connection = NULL;

      connection = lanyard_connection_new_to (seam_client_get_endpoint (self->client), workspaces->pdata[i]);
      g_list_store_append (choice, connection);
    }

  lanyard_scenes_show_connect (self->scenes, NULL);
  lanyard_connect_page_set_choice (lanyard_scenes_get_connect_page (self->scenes), G_LIST_MODEL (choice));
}

static void
on_workspaces_listed (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) workspaces = seam_client_list_workspaces_finish (SEAM_CLIENT (source), result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (workspaces == NULL)
    show_failure (self, error);
  else if (workspaces->len == 0)
    lanyard_session_ask_for_key (self, _("Seam knows this personal access token, but it opens no workspace."));
  else if (workspaces->len == 1)
    connect_with_key (self, seam_record_get_id (workspaces->pdata[0]));
  else
    let_choose (self, workspaces);
}

static void
list_workspaces (LanyardSession *self)
{
  show_connecting (self);
  seam_client_list_workspaces_async (self->client, lanyard_session_begin (self, LANYARD_STAGE_CONNECT),
                                     on_workspaces_listed, g_object_ref (self));
}

/* Checks the key, or lists what there is to choose from. */
void
lanyard_session_try_key (LanyardSession *self)
{
  if (self->workspace_id == NULL && self->key != NULL && is_access_token (self->key))
    list_workspaces (self);
  else
    check_key (self);
}

/* To what is aimed at. */
void
lanyard_session_connect (LanyardSession *self,
                         SecretValue    *key,
                         LanyardPlace    place,
                         gboolean        typed)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->client);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->key, secret_value_unref);
  self->key = secret_value_ref (key);
  self->place = place;
  self->typed = typed;
  lanyard_window_set_key_not_kept (self->window, NULL);

  self->client = seam_client_new (self->endpoint, secret_value_get_text (key),
                                  is_access_token (key) ? self->workspace_id : NULL, &error);
  if (self->client == NULL)
    {
      show_failure (self, error);
      return;
    }

  g_settings_bind (self->settings, "assign-route", self->client, "assign-route", G_SETTINGS_BIND_GET);
  lanyard_session_try_key (self);
}

/* With what the connect page has. */
void
lanyard_session_connect_typed (LanyardSession *self)
{
  LanyardConnectPage *page = lanyard_scenes_get_connect_page (self->scenes);
  const char *workspace_id = lanyard_connect_page_get_workspace_id (page);
  g_autoptr (SecretValue) key = NULL;

  if (workspace_id != NULL)
    {
      connect_with_key (self, workspace_id);
      return;
    }

  key = secret_value_new (lanyard_connect_page_get_key (page), -1, "text/plain");
  lanyard_session_aim (self, lanyard_connect_page_get_endpoint (page), NULL);
  lanyard_session_connect (self, key, self->override_endpoint != NULL ? LANYARD_PLACE_ONCE : LANYARD_PLACE_SAVED,
                           TRUE);
}
