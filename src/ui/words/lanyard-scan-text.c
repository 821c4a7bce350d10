/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a card that was scanned, where it can't simply be opened. */
#include "lanyard-scan-text.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

/**
 * lanyard_scan_none_text:
 * @number: what was scanned
 * @complete: whether there can't be such a card among what was not loaded
 *
 * Returns: (transfer full): that no card has the number
 */
char *
lanyard_scan_none_text (const char *number,
                        gboolean    complete)
{
  g_return_val_if_fail (number != NULL, NULL);

  if (complete)
    /* Translators: %s is a card number */
    return g_strdup_printf (_("No card has the number %s."), number);

  /* Translators: %s is a card number */
  return g_strdup_printf (_("No card with the number %s was found, but not all cards could be loaded."), number);
}

/**
 * lanyard_scan_delayed_text:
 * @number: what was scanned
 *
 * Returns: (transfer full): that the card is still being looked for
 */
char *
lanyard_scan_delayed_text (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  /* Translators: %s is a card number */
  return g_strdup_printf (_("Still loading. Card %s will be shown when it is found."), number);
}

/**
 * lanyard_scan_late_text:
 * @number: what was scanned
 *
 * Returns: (transfer full): that the card was found when something else was open by then
 */
char *
lanyard_scan_late_text (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  /* Translators: %s is the number of a card that was still to be loaded when it was scanned */
  return g_strdup_printf (_("Card %s is now loaded. Scan it again to show it."), number);
}

/**
 * lanyard_scan_dialog_text:
 * @number: what was scanned
 *
 * Returns: (transfer full): that the dialog in front has no use for a card
 */
char *
lanyard_scan_dialog_text (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  /* Translators: %s is a card number, scanned while a dialog was open that has no use for it */
  return g_strdup_printf (_("Card %s was scanned. Close the dialog, then scan the card again."), number);
}

static char *
system_in_sentence (LanyardDirectory *directory,
                    const char       *system_id)
{
  SeamSystem *system = lanyard_directory_lookup_system (directory, system_id);
  g_autofree char *name = NULL;

  if (system != NULL)
    name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));

  return lanyard_name_in_sentence (name != NULL ? name : _("another access system"));
}

/**
 * lanyard_scan_other_system_text:
 * @directory: the workspace
 * @credential: what was scanned
 * @user: whose page was open; of another access system
 *
 * Returns: (transfer full): which access systems the two are in
 */
char *
lanyard_scan_other_system_text (LanyardDirectory *directory,
                                SeamCredential   *credential,
                                SeamUser         *user)
{
  g_autofree char *credential_name = lanyard_credential_name (credential);
  g_autofree char *user_name = lanyard_user_name (user);
  g_autofree char *card = lanyard_name_in_sentence (credential_name);
  g_autofree char *name = lanyard_name_in_sentence (user_name);
  g_autofree char *card_system = system_in_sentence (directory, seam_credential_get_system_id (credential));
  g_autofree char *user_system = system_in_sentence (directory, seam_user_get_system_id (user));

  /* Translators: a credential and its access system, a user and their access system */
  return g_strdup_printf (_("%s is in %s, but %s is in %s."), card, card_system, name, user_system);
}
