/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a change, with what only the workspace knows about it. */
#include "lanyard-outcome-text.h"

#include <glib/gi18n.h>

#include "lanyard-caveat.h"
#include "lanyard-changes-error.h"
#include "lanyard-entry-text.h"
#include "lanyard-holder-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

static char *
write_holder (SeamCredential *credential)
{
  SeamUser *holder = seam_credential_get_holder (credential);
  g_autofree char *name = holder != NULL ? lanyard_user_name (holder) : NULL;
  g_autofree char *shown = name != NULL ? lanyard_name_in_sentence (name) : NULL;

  if (shown != NULL)
    /* Translators: %s is the name of the present holder */
    return g_strdup_printf (_("The credential is now assigned to %s"), shown);
  return g_strdup (lanyard_credential_is_held (credential) ? _("The credential is now assigned to an unknown user")
                                                           : _("The credential is now unassigned"));
}

/**
 * lanyard_outcome_reason:
 * @directory: the workspace that it was to be done in
 * @entry: an operation that failed
 *
 * Like lanyard_entry_reason(), and says whose the credential is now where that is why nothing was sent.
 *
 * Returns: (transfer full) (nullable): why, in words of ours; %NULL where nothing is known
 */
char *
lanyard_outcome_reason (LanyardDirectory *directory,
                        LanyardEntry     *entry)
{
  SeamCredential *credential;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                     lanyard_entry_get_credential_id (entry));
  return credential != NULL && lanyard_entry_get_own_reason (entry) == LANYARD_CHANGES_ERROR_HOLDER_CHANGED
         ? write_holder (credential) : lanyard_entry_reason (entry);
}

static char *
text_of (LanyardDirectory *directory,
         LanyardEntry     *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  if (lanyard_entry_get_own_reason (entry) != LANYARD_CHANGES_ERROR_HOLDER_CHANGED)
    return lanyard_entry_text (entry);

  title = lanyard_entry_title (entry);
  reason = lanyard_outcome_reason (directory, entry);
  /* Translators: what failed, and why */
  return g_strdup_printf (_("%s: %s"), title, reason);
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
