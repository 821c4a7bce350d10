/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it is said what the keyring did not do, in words of ours. */
#include "lanyard-keyring-text.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-keyring.h"

static const char * const texts[] = {
  [LANYARD_KEYRING_ERROR_UNAVAILABLE] =
    N_("There is no keyring on this computer. Install GNOME Keyring, or another service that keeps passwords."),
  [LANYARD_KEYRING_ERROR_LOCKED] = N_("The keyring is locked. Unlock it, then try again."),
  [LANYARD_KEYRING_ERROR_TIMED_OUT] = N_("The keyring is not responding. Log out and in again, then try again."),
  [LANYARD_KEYRING_ERROR_FAILED] = N_("The keyring can’t be used. Check it in the Passwords and Keys app."),
  [LANYARD_KEYRING_ERROR_NO_COLLECTION] =
    N_("The keyring has no place for passwords. Create a default keyring in the Passwords and Keys app."),
};

/**
 * lanyard_keyring_error_text:
 * @error: why the keyring did not do it
 *
 * Returns: (transfer none): that in sentences; the keyring's own text is in lanyard_error_report() alone
 */
const char *
lanyard_keyring_error_text (const GError *error)
{
  int code = error->domain == LANYARD_KEYRING_ERROR ? error->code : LANYARD_KEYRING_ERROR_FAILED;

  return gettext (texts[code >= 0 && code < (int) G_N_ELEMENTS (texts) ? code : LANYARD_KEYRING_ERROR_FAILED]);
}

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
  trouble->wants_key = TRUE;
  trouble->report = g_variant_ref_sink (lanyard_error_report (trouble->body, error, NULL));

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
    /* Translators: the first %s is a workspace's name, the second one says why */
    return g_strdup_printf (_("Enter the API key for “%s” again. %s"), title, lanyard_keyring_error_text (error));

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

  /* Translators: %s says why, in a sentence or two */
  return g_strdup_printf (_("The API key could not be saved and must be entered again next time. %s"),
                          lanyard_keyring_error_text (error));
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
  /* Translators: %s says why, in a sentence or two */
  return g_strdup_printf (_("The API key could not be deleted from the keyring. %s"),
                          lanyard_keyring_error_text (error));
}
