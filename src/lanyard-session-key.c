/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's key: the one that is saved, saving one, and forgetting it. */
#include "lanyard-session-private.h"

#include <glib/gi18n.h>

#include "lanyard-keyring.h"

char *
lanyard_session_dup_endpoint (LanyardSession *self)
{
  return self->override_endpoint != NULL ? g_strdup (self->override_endpoint)
                                         : g_settings_get_string (self->settings, "endpoint");
}

static void
on_key_stored (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (lanyard_keyring_store_finish (result, &error) || self->window == NULL)
    return;

  /* Translators: %s is the keyring's own text */
  reason = g_strdup_printf (_("The API key could not be saved, and will have to be entered again the next time. %s"),
                            error->message);
  lanyard_window_set_key_not_kept (self->window, reason);
}

/* Only a key that was accepted is saved, and only then. */
void
lanyard_session_save_connection (LanyardSession *self)
{
  LanyardConnectPage *page = lanyard_window_get_connect_page (self->window);
  const char *endpoint = lanyard_connect_page_get_endpoint (page);
  const char *workspace_id = lanyard_connect_page_get_workspace_id (page);

  g_settings_set_string (self->settings, "endpoint", endpoint);
  g_settings_set_string (self->settings, "workspace-id", workspace_id != NULL ? workspace_id : "");
  g_settings_reset (self->settings, "users-system");
  g_settings_reset (self->settings, "credentials-system");
  lanyard_keyring_store_async (endpoint, workspace_id, lanyard_connect_page_get_key (page), NULL, on_key_stored,
                               g_object_ref (self));
}

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
  lanyard_window_show_trouble (self->window, &trouble);
}

static void
on_key_found (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardSession) self = LANYARD_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) key = lanyard_keyring_look_up_finish (result, &error);
  g_autofree char *endpoint = NULL;
  g_autofree char *workspace_id = NULL;

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED)
      || g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT))
    {
      show_keyring_trouble (self, error);
      return;
    }

  /* Without a keyring there is no saved key either; that it can't be saved is said when there is one. */
  if (key == NULL)
    {
      lanyard_session_ask_for_key (self, NULL);
      return;
    }

  endpoint = lanyard_session_dup_endpoint (self);
  workspace_id = g_settings_get_string (self->settings, "workspace-id");
  lanyard_session_connect (self, endpoint, secret_value_get_text (key), *workspace_id != '\0' ? workspace_id : NULL,
                           LANYARD_PLACE_SAVED, FALSE);
}

void
lanyard_session_look_up (LanyardSession *self)
{
  g_autofree char *endpoint = lanyard_session_dup_endpoint (self);
  g_autofree char *workspace_id = g_settings_get_string (self->settings, "workspace-id");

  self->typed = FALSE;
  if (self->override_endpoint != NULL)
    {
      lanyard_session_ask_for_key (self, NULL);
      return;
    }

  lanyard_window_show_starting (self->window, _("Looking for the saved key…"));
  lanyard_keyring_look_up_async (endpoint, *workspace_id != '\0' ? workspace_id : NULL,
                                 lanyard_session_begin (self, LANYARD_STAGE_LOOK_UP), on_key_found,
                                 g_object_ref (self));
}

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

  /* Translators: %s is the keyring's own text */
  message = g_strdup_printf (_("The API key could not be deleted from the keyring. %s"), error->message);
  lanyard_window_show_connect (self->window, message);
}

void
lanyard_session_sign_out (LanyardSession *self)
{
  g_autofree char *endpoint = g_settings_get_string (self->settings, "endpoint");
  g_autofree char *workspace_id = g_settings_get_string (self->settings, "workspace-id");
  LanyardPlace place = self->place;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->client);
  self->typed = FALSE;

  if (place == LANYARD_PLACE_DEMO)
    {
      if (self->sandbox != NULL)
        lanyard_sandbox_stop (self->sandbox);
      g_clear_object (&self->sandbox);
      lanyard_session_look_up (self);
      return;
    }

  if (place == LANYARD_PLACE_SAVED)
    {
      lanyard_keyring_delete_async (endpoint, *workspace_id != '\0' ? workspace_id : NULL, NULL, on_key_deleted,
                                    g_object_ref (self));
      g_settings_reset (self->settings, "users-system");
      g_settings_reset (self->settings, "credentials-system");
    }

  lanyard_session_ask_for_key (self, NULL);
}
