/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of changes, fit for where others may look: with no card number and no PIN in it. */
#include "lanyard-public-text.h"

#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"

/* A room has three digits, a card has more. */
#define LONG_NUMBER "\\p{Nd}(?:[ .-]?\\p{Nd}){3,}"

/**
 * lanyard_entry_find_credential:
 * @entry: an operation
 * @directory: the workspace it was done in
 *
 * Returns: (transfer none) (nullable): the credential that it is about, as it is in the list
 */
SeamCredential *
lanyard_entry_find_credential (LanyardEntry     *entry,
                               LanyardDirectory *directory)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  return lanyard_store_lookup (lanyard_directory_get_credentials (directory), lanyard_entry_get_credential_id (entry));
}

/* Of what is no longer known but by its name, any long number in that may be the card's. */
static char *
mask_name (const char *text,
           const char *label)
{
  g_autofree char *name = lanyard_entry_name_text (label);
  g_autoptr (GRegex) regex = g_regex_new (LONG_NUMBER, 0, 0, NULL);
  g_autofree char *masked = g_regex_replace_literal (regex, name, -1, 0, LANYARD_MASK, 0, NULL);
  g_autoptr (GString) shown = g_string_new (text);

  g_string_replace (shown, name, masked != NULL ? masked : LANYARD_MASK, 0);
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * lanyard_entry_public_text:
 * @entry: an operation
 * @directory: the workspace it was done in
 * @text: what came of it
 *
 * Returns: (transfer full): @text for where others may look
 */
char *
lanyard_entry_public_text (LanyardEntry     *entry,
                           LanyardDirectory *directory,
                           const char       *text)
{
  SeamCredential *credential = lanyard_entry_find_credential (entry, directory);
  const char *label = lanyard_entry_get_credential_label (entry);

  if (credential != NULL || label == NULL)
    return lanyard_credential_public_text (credential, text);

  return mask_name (text, label);
}

static char *
dup_item_text (LanyardBatch *batch,
               guint         position,
               const char   *text)
{
  SeamRecord *record = lanyard_batch_get_record (batch, position);
  LanyardEntry *entry = lanyard_batch_get_entry (batch, position);

  if (record != NULL && SEAM_IS_CREDENTIAL (record))
    return lanyard_credential_public_text (SEAM_CREDENTIAL (record), text);
  if (entry != NULL)
    return lanyard_entry_public_text (entry, lanyard_changes_get_directory (lanyard_batch_get_changes (batch)), text);

  return mask_name (text, lanyard_batch_get_name (batch, position));
}

/**
 * lanyard_batch_public_text:
 * @batch: a batch
 * @text: what came of it
 *
 * Also what was never begun is named in it.
 *
 * Returns: (transfer full): @text for where others may look
 */
char *
lanyard_batch_public_text (LanyardBatch *batch,
                           const char   *text)
{
  char *shown;

  g_return_val_if_fail (LANYARD_IS_BATCH (batch), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  shown = g_strdup (text);
  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      g_autofree char *before = shown;

      shown = dup_item_text (batch, i, before);
    }

  return shown;
}
