/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a change, with what only the workspace knows about it. */
#include "lanyard-outcome-text.h"

#include <glib/gi18n.h>

#include "lanyard-caveat.h"
#include "lanyard-changes-error.h"
#include "lanyard-entry-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

/* Whose the credential is now where that is why nothing was sent. */
static char *
text_of (LanyardDirectory *directory,
         LanyardEntry     *entry)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                                     lanyard_entry_get_credential_id (entry));
  SeamUser *holder = credential != NULL ? seam_credential_get_holder (credential) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (lanyard_entry_get_own_reason (entry) != LANYARD_CHANGES_ERROR_HOLDER_CHANGED || credential == NULL)
    return lanyard_entry_text (entry);

  title = lanyard_entry_title (entry);
  if (holder == NULL)
    /* Translators: %s is what was not done, such as "Card 82**** could not be assigned to Ada Okafor" */
    return g_strdup_printf (_("%s: The credential is now unassigned"), title);

  name = lanyard_user_name (holder);
  shown = lanyard_name_in_sentence (name);
  /* Translators: what was not done, such as "Card 82**** could not be assigned to Ada Okafor", and the name of its
   * present holder */
  return g_strdup_printf (_("%s: The credential is now assigned to %s"), title, shown);
}

/**
 * lanyard_outcome_text:
 * @directory: the workspace that it was done in
 * @entry: an operation that has its outcome
 *
 * Like lanyard_entry_text(), and says whose the credential is now where that is why nothing was sent, and why what was
 * done may open nothing.
 *
 * Returns: (transfer full): a sentence
 */
char *
lanyard_outcome_text (LanyardDirectory *directory,
                      LanyardEntry     *entry)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  text = text_of (directory, entry);
  return lanyard_caveat_with (directory, entry, text);
}

/**
 * lanyard_outcome_recovered_text:
 * @directory: the workspace that it was done in
 * @entry: an operation of before, whose outcome was found out
 *
 * Like lanyard_entry_recovered_text(), and says why what was done may open nothing.
 *
 * Returns: (transfer full): a sentence
 */
char *
lanyard_outcome_recovered_text (LanyardDirectory *directory,
                                LanyardEntry     *entry)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  text = lanyard_entry_recovered_text (entry);
  return lanyard_caveat_with (directory, entry, text);
}
