/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it is said what the keyring did not do. Where @error is a parameter, its message is the keyring's own text. */
#include "lanyard-keyring-text.h"

#include <glib/gi18n.h>

#include "lanyard-keyring.h"

/**
 * lanyard_keyring_trouble_new:
 * @error: that it is locked, or doesn't answer
 *
 * There is a key, or there may be one: it is not asked for as if there were none.
 *
 * Returns: (transfer full): the words for a status page
 */
LanyardTrouble *
lanyard_keyring_trouble_new (const GError *error)
{
  gboolean locked = g_error_matches (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED);
  LanyardTrouble *trouble = g_new0 (LanyardTrouble, 1);

  trouble->title = g_strdup (locked ? _("Keyring Locked") : _("Keyring Not Responding"));
  trouble->body = g_strdup (locked ? _("The API key is stored in the keyring. Unlock the keyring and try again, or "
                                       "enter the API key again.")
                                   : _("Lanyard could not check the keyring for a saved API key. Try again, or enter "
                                       "the API key."));
  trouble->icon_name = "changes-prevent-symbolic";
  trouble->can_retry = TRUE;

  return trouble;
}

/**
 * lanyard_keyring_missing_text:
 * @connection: a saved workspace
 * @error: (nullable): why the keyring has no key to it, where it said why
 *
 * Returns: (transfer full): why the key is asked for again
 */
char *
lanyard_keyring_missing_text (LanyardConnection *connection,
                              const GError      *error)
{
  g_autofree char *title = lanyard_connection_title (connection);

  if (error != NULL)
    /* Translators: the first %s is a workspace's name, the second one the keyring's own text */
    return g_strdup_printf (_("Enter the API key for “%s” again. %s"), title, error->message);

  /* Translators: %s is a workspace's name */
  return g_strdup_printf (_("Enter the API key for “%s” again because it is no longer in the keyring."), title);
}

/**
 * lanyard_keyring_not_saved_text:
 * @error: (nullable): why it could not be saved; %NULL where that was said before
 *
 * Returns: (transfer full): that the key will be asked for again
 */
char *
lanyard_keyring_not_saved_text (const GError *error)
{
  if (error == NULL)
    return g_strdup (_("The API key is not saved and must be entered again next time."));

  /* Translators: %s is the keyring's own text */
  return g_strdup_printf (_("The API key could not be saved and must be entered again next time. %s"),
                          error->message);
}

/**
 * lanyard_keyring_not_deleted_text:
 * @error: why it could not be deleted
 *
 * Returns: (transfer full): that the key is still there
 */
char *
lanyard_keyring_not_deleted_text (const GError *error)
{
  /* Translators: %s is the keyring's own text */
  return g_strdup_printf (_("The API key could not be deleted from the keyring. %s"), error->message);
}
