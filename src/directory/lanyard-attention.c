/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for what needs somebody's attention, and for what is assigned. */
#include "lanyard-directory-private.h"

/* lanyard_record_get_attention_at:
 * @record: a user or a credential
 *
 * Returns: from when on it needs somebody's attention; 0 when it does already, %G_MAXINT64 when nothing is known that
 * it will need it for */
gint64
lanyard_record_get_attention_at (SeamRecord *record)
{
  if (seam_record_get_errors (record) != NULL || seam_record_get_warnings (record) != NULL)
    return 0;
  if (SEAM_IS_USER (record))
    return seam_user_get_is_suspended (SEAM_USER (record)) ? 0 : G_MAXINT64;
  if (SEAM_IS_CREDENTIAL (record))
    {
      gint64 ends_at = seam_credential_get_ends_at (SEAM_CREDENTIAL (record));

      if (seam_credential_get_sync (SEAM_CREDENTIAL (record)) == SEAM_SYNC_WAITING)
        return 0;
      return ends_at != SEAM_TIME_UNSET ? ends_at : G_MAXINT64;
    }
  return G_MAXINT64;
}

/**
 * lanyard_record_needs_attention:
 * @record: a user or a credential
 *
 * Returns: whether it is expired, suspended, not at the door yet for too long, or has errors or warnings
 */
gboolean
lanyard_record_needs_attention (SeamRecord *record)
{
  return lanyard_record_get_attention_at (record) < g_get_real_time ();
}

static gboolean
has_code (GPtrArray  *problems,
          const char *code)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (g_strcmp0 (seam_problem_get_code (g_ptr_array_index (problems, i)), code) == 0)
      return TRUE;

  return FALSE;
}

/**
 * lanyard_record_is_being_deleted:
 * @record: a user or a credential
 *
 * Returns: whether the access system is about to delete it, or has done so
 */
gboolean
lanyard_record_is_being_deleted (SeamRecord *record)
{
  g_return_val_if_fail (SEAM_IS_RECORD (record), FALSE);

  return has_code (seam_record_get_warnings (record), "being_deleted")
      || has_code (seam_record_get_errors (record), "deleted_externally");
}

/* lanyard_record_is_assigned:
 * @record: a user or a credential
 *
 * Returns: whether the user has a credential, or somebody has the credential */
gboolean
lanyard_record_is_assigned (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? seam_user_get_n_credentials (SEAM_USER (record)) > 0
                               : seam_credential_get_user_id (SEAM_CREDENTIAL (record)) != NULL;
}
