/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vendor's error and warning codes mean to a person. */
#include "lanyard-problem-text.h"

#include <glib/gi18n.h>

#include "lanyard-name-text.h"

static const struct
{
  const char *code;
  const char *title;
} titles[] = {
  { "account_disconnected", N_("Account Disconnected") },
  { "acs_system_disconnected", N_("Access System Disconnected") },
  { "acs_user_inactive", N_("Inactive in the Access System") },
  { "being_deleted", N_("Being Deleted") },
  { "bridge_disconnected", N_("Seam Bridge Is Offline") },
  { "deleted_externally", N_("Deleted in the Access System") },
  { "failed_to_create_on_acs_system", N_("Not Created in the Access System") },
  { "failed_to_delete_on_acs_system", N_("Not Deleted in the Access System") },
  { "failed_to_update_on_acs_system", N_("Not Updated in the Access System") },
  { "latch_conflict_with_resident_user", N_("Conflicts With a Latch Resident") },
  { "latch_resident_user", N_("Managed by Latch") },
  { "needs_to_be_reissued", N_("Has to Be Encoded Again") },
  { "provider_service_unavailable", N_("Access System Unavailable") },
  { "salto_ks_subscription_limit_exceeded", N_("No Seat Left in Salto KS") },
  { "salto_ks_user_not_subscribed", N_("Not Subscribed in Salto KS") },
  { "schedule_externally_modified", N_("Dates Changed in the Access System") },
  { "schedule_modified", N_("Start Date Was Moved") },
  { "seam_bridge_disconnected", N_("Seam Bridge Is Offline") },
  { "unknown_issue_with_acs_credential", N_("Problem With This Credential") },
  { "unknown_issue_with_acs_user", N_("Problem With This User") },
  { "waiting_to_be_issued", N_("Waiting to Be Encoded") },
};

/**
 * lanyard_problem_title:
 * @code: (nullable): an error or warning code
 *
 * Codes are an open set: one that isn't known here gets a title that is true of any.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_problem_title (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].code, code))
      return gettext (titles[i].title);

  return _("Problem in the Access System");
}

/**
 * lanyard_problem_message:
 * @problem: an error or warning
 *
 * Returns: (transfer full) (nullable): the vendor's text, made safe to show; its code where it has no text
 */
char *
lanyard_problem_message (SeamProblem *problem)
{
  char *message = lanyard_name_text (seam_problem_get_message (problem));

  return message != NULL ? message : lanyard_name_text (seam_problem_get_code (problem));
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

/**
 * lanyard_record_first_problem:
 * @record: a user or a credential
 * @is_error: (out): whether it is an error, not a warning
 *
 * Returns: (transfer none) (nullable): the title of what is most wrong with it, %NULL when nothing is
 */
const char *
lanyard_record_first_problem (SeamRecord *record,
                              gboolean   *is_error)
{
  GPtrArray *errors, *warnings;

  g_return_val_if_fail (SEAM_IS_RECORD (record), NULL);

  errors = seam_record_get_errors (record);
  warnings = seam_record_get_warnings (record);
  *is_error = errors != NULL && errors->len > 0;
  if (*is_error)
    return lanyard_problem_title (seam_problem_get_code (g_ptr_array_index (errors, 0)));
  if (warnings != NULL && warnings->len > 0)
    return lanyard_problem_title (seam_problem_get_code (g_ptr_array_index (warnings, 0)));

  return NULL;
}
