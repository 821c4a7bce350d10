/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule for what needs somebody's attention. */
#include "lanyard-directory.h"

/**
 * lanyard_record_needs_attention:
 * @record: a user or a credential
 *
 * Returns: whether it is expired, suspended, not at the door yet for too long, or has errors or warnings
 */
gboolean
lanyard_record_needs_attention (SeamRecord *record)
{
  if (seam_record_get_errors (record) != NULL || seam_record_get_warnings (record) != NULL)
    return TRUE;
  if (SEAM_IS_USER (record))
    return seam_user_get_is_suspended (SEAM_USER (record));
  if (SEAM_IS_CREDENTIAL (record))
    {
      SeamCredential *credential = SEAM_CREDENTIAL (record);
      gint64 ends_at = seam_credential_get_ends_at (credential);

      return (ends_at != SEAM_TIME_UNSET && ends_at < g_get_real_time ())
             || seam_credential_get_sync (credential) == SEAM_SYNC_WAITING;
    }
  return FALSE;
}
