/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about an operation that failed. */
#include "lanyard-entry-advice.h"

#include "lanyard-changes-error.h"
#include "seam-error.h"

/**
 * lanyard_entry_may_succeed_again:
 * @entry: an operation that failed
 *
 * What the server refused, it will refuse again; but not what was half done, since the other half is another request.
 *
 * Returns: whether trying it again may help
 */
gboolean
lanyard_entry_may_succeed_again (LanyardEntry *entry)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), FALSE);

  if (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE)
    return TRUE;

  switch (lanyard_entry_get_error_code (entry))
    {
    case SEAM_ERROR_RATE_LIMITED:
    case SEAM_ERROR_SERVER:
    case SEAM_ERROR_NETWORK:
    case SEAM_ERROR_TLS:
    case SEAM_ERROR_TIMED_OUT:
    case SEAM_ERROR_MALFORMED:
    case SEAM_ERROR_CONFLICT:
    case SEAM_ERROR_PROXY:
    case LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_JOURNAL:
    case LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_NOT_SENT:
    case LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_STOPPED:
      return TRUE;
    default:
      return FALSE;
    }
}
