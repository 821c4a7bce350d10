/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a plan as a whole. */
#include "lanyard-plan-text.h"

#include <glib/gi18n.h>

/* lanyard_plan_title:
 * @plan: a plan
 *
 * Returns: the title of its window */
const char *
lanyard_plan_title (LanyardPlan *plan)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);

  if (operation == LANYARD_OPERATION_ASSIGN)
    return _("Assign Free Credentials");
  if (operation == LANYARD_OPERATION_SUSPEND)
    return _("Suspend Users");
  if (operation == LANYARD_OPERATION_RESTORE)
    return _("Restore Access");
  return _("Unassign Credentials");
}

/* What the button says while nothing is selected. */
static const char *
get_verb (LanyardPlan *plan)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);

  if (operation == LANYARD_OPERATION_ASSIGN)
    return _("Assign");
  if (operation == LANYARD_OPERATION_SUSPEND)
    return _("Suspend");
  if (operation == LANYARD_OPERATION_RESTORE)
    return _("Restore Access");
  return _("Unassign");
}

/* lanyard_plan_button_text:
 * @plan: a plan
 * @n_included: how many of its changes are to be made
 *
 * Returns: (transfer full): what the button says that makes them */
char *
lanyard_plan_button_text (LanyardPlan *plan,
                          guint        n_included)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);

  if (n_included == 0)
    return g_strdup (get_verb (plan));

  if (operation == LANYARD_OPERATION_ASSIGN)
    return g_strdup_printf (ngettext ("Assign %'u Credential", "Assign %'u Credentials", n_included), n_included);
  if (operation == LANYARD_OPERATION_SUSPEND)
    return g_strdup_printf (ngettext ("Suspend %'u User", "Suspend %'u Users", n_included), n_included);
  if (operation == LANYARD_OPERATION_RESTORE)
    return g_strdup_printf (ngettext ("Restore Access for %'u User", "Restore Access for %'u Users", n_included),
                            n_included);
  return g_strdup_printf (ngettext ("Unassign %'u Credential", "Unassign %'u Credentials", n_included), n_included);
}

/* lanyard_plan_summary:
 * @plan: a plan
 * @n_included: how many of its changes are to be made
 *
 * Returns: (transfer full): what will happen */
char *
lanyard_plan_summary (LanyardPlan *plan,
                      guint        n_included)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);
  guint n_all = g_list_model_get_n_items (lanyard_plan_get_rows (plan)) - lanyard_plan_get_n_failing (plan);

  if (operation == LANYARD_OPERATION_ASSIGN)
    /* Translators: how many of the possible changes are selected */
    return g_strdup_printf (ngettext ("%'u of %'u credential will be assigned.",
                                      "%'u of %'u credentials will be assigned.", n_all), n_included, n_all);
  if (operation == LANYARD_OPERATION_SUSPEND)
    /* Translators: how many of the possible changes are selected */
    return g_strdup_printf (ngettext ("%'u of %'u user will be suspended.", "%'u of %'u users will be suspended.",
                                      n_all), n_included, n_all);
  if (operation == LANYARD_OPERATION_RESTORE)
    /* Translators: how many of the possible changes are selected */
    return g_strdup_printf (ngettext ("Access will be restored for %'u of %'u user.",
                                      "Access will be restored for %'u of %'u users.", n_all), n_included, n_all);
  /* Translators: how many of the possible changes are selected */
  return g_strdup_printf (ngettext ("%'u of %'u credential will be unassigned.",
                                    "%'u of %'u credentials will be unassigned.", n_all), n_included, n_all);
}

/* lanyard_plan_failing_text:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): on how many lines nothing can be done; %NULL: on none */
char *
lanyard_plan_failing_text (LanyardPlan *plan)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);
  guint n = lanyard_plan_get_n_failing (plan);

  if (n == 0)
    return NULL;

  if (operation == LANYARD_OPERATION_ASSIGN)
    return g_strdup_printf (ngettext ("%'u user can’t be assigned one. The reason is at the end of the list.",
                                      "%'u users can’t be assigned one. The reasons are at the end of the list.", n),
                            n);
  if (operation == LANYARD_OPERATION_SUSPEND)
    return g_strdup_printf (ngettext ("%'u user can’t be suspended. The reason is at the end of the list.",
                                      "%'u users can’t be suspended. The reasons are at the end of the list.", n), n);
  if (operation == LANYARD_OPERATION_RESTORE)
    return g_strdup_printf (ngettext ("Access can’t be restored for %'u user. The reason is at the end of the list.",
                                      "Access can’t be restored for %'u users. The reasons are at the end of the list.",
                                      n), n);
  return g_strdup_printf (ngettext ("%'u item can’t be unassigned. The reason is at the end of the list.",
                                    "%'u items can’t be unassigned. The reasons are at the end of the list.", n), n);
}

static gboolean
may_linger (LanyardPlanRow *row)
{
  SeamRecord *record = lanyard_plan_row_get_record (row);

  return lanyard_plan_row_get_change (row) != NULL && SEAM_IS_CREDENTIAL (record)
         && seam_credential_get_is_issued (SEAM_CREDENTIAL (record))
         && seam_credential_get_access_method (SEAM_CREDENTIAL (record)) == SEAM_ACCESS_METHOD_CARD;
}

/* lanyard_plan_caution:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what is to be known before it is carried out */
char *
lanyard_plan_caution (LanyardPlan *plan)
{
  GListModel *rows = lanyard_plan_get_rows (plan);

  if (lanyard_plan_get_operation (plan) == LANYARD_OPERATION_SUSPEND)
    return g_strdup (_("Credentials of suspended users do not work until access is restored."));
  if (lanyard_plan_get_operation (plan) != LANYARD_OPERATION_UNASSIGN)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (LanyardPlanRow) row = g_list_model_get_item (rows, i);

      if (may_linger (row))
        return g_strdup (_("Encoded cards may still open offline locks until they are collected or encoded again."));
    }

  return NULL;
}
