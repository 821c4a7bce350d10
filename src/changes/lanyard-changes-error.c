/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a change was not made, when that is no reason of the server's. */
#include "lanyard-changes-error.h"

G_DEFINE_QUARK (lanyard-changes-error-quark, lanyard_changes_error)

/* lanyard_changes_error_new_unlogged:
 * @reason: why the journal could not be written
 *
 * Returns: (transfer full): why nothing was sent then */
GError *
lanyard_changes_error_new_unlogged (const GError *reason)
{
  return g_error_new (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_JOURNAL,
                      "The change could not be logged, so it was not sent: %s", reason->message);
}

/**
 * lanyard_entry_get_own_reason:
 * @entry: an entry
 *
 * Returns: the #LanyardChangesError for which it was not sent; -1 when it was sent, or the reason is the server's
 */
int
lanyard_entry_get_own_reason (LanyardEntry *entry)
{
  int code = lanyard_entry_get_error_code (entry);

  return code >= LANYARD_ENTRY_OWN_REASONS ? code - LANYARD_ENTRY_OWN_REASONS : -1;
}
