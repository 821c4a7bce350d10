/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vendor's error and warning codes mean to a person, and what they can do. */
#include "lanyard-problem-text.h"

#include <glib/gi18n.h>

#include "lanyard-attention.h"
#include "lanyard-error-report.h"
#include "lanyard-name-text.h"

/* More access systems than this are only counted. */
#define MAX_SYSTEMS 3

static const struct
{
  const char *code;
  const char *title;
  const char *advice;
} texts[] = {
  { "account_disconnected", N_("Account Disconnected"),
    N_("Connect the account again in the Seam Console.") },
  { "acs_system_disconnected", N_("Access System Disconnected"),
    N_("Check the connection of the access system in the Seam Console.") },
  { "acs_user_inactive", N_("Inactive in Access System"),
    N_("The user can’t open any doors now. Check the access dates, or the user in the access system.") },
  { "being_deleted", N_("Being Deleted"),
    N_("It will disappear from the list soon.") },
  { "bridge_disconnected", N_("Seam Bridge Is Offline"),
    N_("Check the Seam Bridge computer at the site and its network connection.") },
  { "deleted_externally", N_("Deleted in Access System"),
    N_("It was deleted in the access system. Create it again there, or delete it in Seam.") },
  { "failed_to_create_on_acs_system", N_("Could Not Be Created in Access System"),
    N_("Seam could not create it in the access system. Check the access system in the Seam Console.") },
  { "failed_to_delete_on_acs_system", N_("Could Not Be Deleted From Access System"),
    N_("Seam could not delete it from the access system. Delete it there.") },
  { "failed_to_update_on_acs_system", N_("Could Not Be Updated in Access System"),
    N_("Seam could not update it in the access system, so doors may still follow the old state. Check the "
       "access system in the Seam Console.") },
  { "insufficient_permissions", N_("Seam Lacks Permission"),
    N_("Give Seam the missing permission in the access system.") },
  { "latch_conflict_with_resident_user", N_("Conflicts With a Latch Resident"),
    N_("Latch already has a resident with the same contact details. Change one of the two in Latch.") },
  { "latch_resident_user", N_("Managed by Latch"),
    N_("Latch residents can only be changed in Latch.") },
  { "needs_to_be_reissued", N_("Must Be Encoded Again"),
    N_("The card does not have the latest changes yet. Encode it again at an encoder.") },
  { "provider_service_unavailable", N_("Access System Unavailable"),
    N_("The service of the access system does not respond. Seam tries again automatically.") },
  { "requested_code_unavailable", N_("A Different PIN Was Set"),
    N_("The requested PIN was taken, so the access system set another one. Tell the user the new PIN.") },
  { "salto_ks_certification_expired", N_("Salto KS Certificate Has Expired"),
    N_("Renew the certificate in Salto KS.") },
  { "salto_ks_subscription_limit_almost_reached", N_("Few Seats Left in Salto KS"),
    N_("Unsubscribe users in Salto KS, or buy more seats.") },
  { "salto_ks_subscription_limit_exceeded", N_("No Seats Left in Salto KS"),
    N_("Unsubscribe users in Salto KS, or buy more seats.") },
  { "salto_ks_user_not_subscribed", N_("Not Subscribed in Salto KS"),
    N_("The user can’t open any doors. Subscribe the user in Salto KS.") },
  { "schedule_externally_modified", N_("Dates Changed in Access System"),
    N_("The dates were changed in the access system. Check whether they are still right.") },
  { "schedule_modified", N_("Start Date Changed"),
    N_("The start date was in the past, so it was moved. Check whether the dates are still right.") },
  { "seam_bridge_disconnected", N_("Seam Bridge Is Offline"),
    N_("Check the Seam Bridge computer at the site and its network connection.") },
  { "setup_required", N_("Setup Required"),
    N_("Finish the setup of the access system in the Seam Console.") },
  { "time_zone_does_not_match_location", N_("Time Zone Does Not Match the Site"),
    N_("Check the time zone of the access system in the Seam Console.") },
  { "unknown_issue_with_acs_credential", N_("Problem With This Credential"),
    N_("The reason is under Details.") },
  { "unknown_issue_with_acs_system", N_("Problem With This Access System"),
    N_("The reason is under Details.") },
  { "unknown_issue_with_acs_user", N_("Problem With This User"),
    N_("The reason is under Details.") },
  { "visionline_instance_unreachable", N_("Can’t Reach Visionline"),
    N_("Check the Visionline server and its network connection.") },
  { "waiting_to_be_issued", N_("Waiting to Be Encoded"),
    N_("Encode the card at an encoder before it is used.") },
};

/* -1 for one that is not known: codes are an open set. */
static int
find (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].code, code))
      return (int) i;

  return -1;
}

/**
 * lanyard_problem_title:
 * @code: (nullable): an error or warning code
 *
 * Returns: (transfer none): the title; of a code that isn't known, one that is true of any
 */
const char *
lanyard_problem_title (const char *code)
{
  int i = find (code);

  return i >= 0 ? gettext (texts[i].title) : _("Access System Problem");
}

/**
 * lanyard_problem_advice:
 * @code: (nullable): an error or warning code
 *
 * Returns: (transfer none): what it means and what can be done about it, in sentences
 */
const char *
lanyard_problem_advice (const char *code)
{
  int i = find (code);

  return i >= 0 ? gettext (texts[i].advice) : _("The reason is under Details.");
}

/**
 * lanyard_problem_message:
 * @problem: an error or warning
 *
 * Returns: (transfer full) (nullable): the vendor's text, made safe to show, for Details
 */
char *
lanyard_problem_message (SeamProblem *problem)
{
  return lanyard_name_text (seam_problem_get_message (problem));
}

/**
 * lanyard_problem_title_for:
 * @record: a user or a credential
 * @problem: one of its errors or warnings
 *
 * Returns: (transfer none): the title; of what is as it should be, one that says so
 */
const char *
lanyard_problem_title_for (SeamRecord  *record,
                           SeamProblem *problem)
{
  gint64 starts_at;

  if (!SEAM_IS_USER (record) || lanyard_problem_needs_attention (record, problem)
      || g_strcmp0 (seam_problem_get_code (problem), "acs_user_inactive") != 0)
    return lanyard_problem_title (seam_problem_get_code (problem));

  starts_at = seam_user_get_access_starts_at (SEAM_USER (record));

  return starts_at > g_get_real_time () ? _("Access Has Not Started Yet") : _("Access Has Ended");
}

/**
 * lanyard_record_first_problem:
 * @record: a user or a credential
 * @is_error: (out): whether it is an error, not a warning
 * @needs_attention: (out): whether somebody has to do something about it
 *
 * Returns: (transfer none) (nullable): the title of what is most wrong with it, %NULL when nothing is
 */
const char *
lanyard_record_first_problem (SeamRecord *record,
                              gboolean   *is_error,
                              gboolean   *needs_attention)
{
  SeamProblem *problem;

  g_return_val_if_fail (SEAM_IS_RECORD (record), NULL);

  problem = lanyard_record_get_worst_problem (record, is_error);
  *needs_attention = problem != NULL && lanyard_problem_needs_attention (record, problem);

  return problem != NULL ? lanyard_problem_title_for (record, problem) : NULL;
}

static SeamProblem *
worst_problem (SeamRecord *record)
{
  GPtrArray *errors = seam_record_get_errors (record);
  GPtrArray *warnings = seam_record_get_warnings (record);

  if (errors != NULL && errors->len > 0)
    return g_ptr_array_index (errors, 0);

  return warnings != NULL && warnings->len > 0 ? g_ptr_array_index (warnings, 0) : NULL;
}

static char *
system_problem_text (SeamRecord  *system,
                     SeamProblem *problem)
{
  g_autofree char *name = lanyard_name_text (seam_record_get_display_name (system));
  g_autofree char *isolated = lanyard_name_in_sentence (name != NULL ? name : _("Unnamed Access System"));
  const char *code = seam_problem_get_code (problem);

  /* Translators: the name of an access system, what is the matter with it, and what can be done about that */
  return g_strdup_printf (_("%s: %s. %s"), isolated, lanyard_problem_title (code), lanyard_problem_advice (code));
}

/**
 * lanyard_systems_problem_text:
 * @systems: a list of #SeamSystem
 *
 * Says which access systems have an error or a warning, each on a line of its own.
 *
 * Returns: (transfer full) (nullable): plain text; %NULL when nothing is the matter with any
 */
char *
lanyard_systems_problem_text (GListModel *systems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_problems = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (systems), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr (SeamRecord) system = g_list_model_get_item (systems, i);
      SeamProblem *problem = worst_problem (system);
      g_autofree char *line = NULL;

      if (problem == NULL || ++n_problems > MAX_SYSTEMS)
        continue;

      line = system_problem_text (system, problem);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (n_problems > MAX_SYSTEMS)
    {
      guint n_more = n_problems - MAX_SYSTEMS;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u more access system has a problem",
                                              "%u more access systems have problems", n_more), n_more);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * lanyard_systems_problem_report:
 * @systems: a list of #SeamSystem
 *
 * Returns: (transfer floating) (nullable): what is behind Details of lanyard_systems_problem_text(): that of the first
 *   access system that has an error or a warning
 */
GVariant *
lanyard_systems_problem_report (GListModel *systems)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (systems), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr (SeamRecord) system = g_list_model_get_item (systems, i);
      SeamProblem *problem = worst_problem (system);
      g_autofree char *text = problem != NULL ? system_problem_text (system, problem) : NULL;

      if (text != NULL)
        return lanyard_problem_report (text, problem, seam_problem_get_message (problem));
    }

  return NULL;
}
