/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans what many are chosen for: whose credentials are unassigned, who is assigned which of those that are free, who is
 * suspended or restored. */
#include "lanyard-planner.h"

#include <glib/gi18n.h>

#include "lanyard-caveat.h"
#include "lanyard-change-holder.h"
#include "lanyard-change-suspension.h"
#include "lanyard-credential-text.h"
#include "lanyard-free-credentials.h"
#include "lanyard-row-text.h"
#include "lanyard-user-text.h"

/* Takes hold of @part. */
static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/* Returns: (transfer full) */
static char *
join_parts (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static SeamSystem *
get_system (LanyardDirectory *directory,
            gpointer          record)
{
  const char *id = lanyard_record_get_system_id (record);

  return id != NULL ? lanyard_directory_lookup_system (directory, id) : NULL;
}

/* --- Unassigning --- */

static void
add_unassign (GPtrArray        *rows,
              LanyardDirectory *directory,
              SeamCredential   *credential)
{
  g_autofree char *title = lanyard_credential_name (credential);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LanyardChange) change = NULL;
  g_autofree char *text = NULL;

  if (!lanyard_record_is_assigned (SEAM_RECORD (credential)))
    add_part (parts, g_strdup (_("Not assigned to anyone")));
  else if (seam_credential_get_busy (credential))
    add_part (parts, g_strdup (_("Another change is in progress")));
  else
    change = lanyard_change_new_unassign (directory, credential);
  if (lanyard_record_is_assigned (SEAM_RECORD (credential)))
    add_part (parts, lanyard_credential_holder_text (credential));
  add_part (parts, lanyard_row_text_system (directory, seam_credential_get_system_id (credential)));
  text = join_parts (parts);
  g_ptr_array_add (rows, lanyard_plan_row_new (change, SEAM_RECORD (credential), title, text));
}

static void
add_without (GPtrArray        *rows,
             LanyardDirectory *directory,
             SeamUser         *user)
{
  g_autofree char *title = lanyard_user_name (user);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  add_part (parts, g_strdup (_("No credentials")));
  add_part (parts, lanyard_row_text_system (directory, seam_user_get_system_id (user)));
  text = join_parts (parts);
  g_ptr_array_add (rows, lanyard_plan_row_new (NULL, SEAM_RECORD (user), title, text));
}

static void
add_unassign_all (GPtrArray        *rows,
                  LanyardDirectory *directory,
                  SeamUser         *user)
{
  g_autoptr (GListModel) held = lanyard_directory_list_held_by (directory, user);
  guint n = g_list_model_get_n_items (held);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (held, i);

      add_unassign (rows, directory, credential);
    }
  if (n == 0)
    add_without (rows, directory, user);
}

/**
 * lanyard_planner_unassign:
 * @directory: the workspace
 * @records: (element-type SeamRecord): credentials, or users for all that they have
 *
 * Returns: (transfer full): a plan that unassigns them
 */
LanyardPlan *
lanyard_planner_unassign (LanyardDirectory *directory,
                          GPtrArray        *records)
{
  LanyardPlan *plan = lanyard_plan_new (directory, LANYARD_OPERATION_UNASSIGN);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (SEAM_IS_USER (records->pdata[i]))
      add_unassign_all (rows, directory, records->pdata[i]);
    else
      add_unassign (rows, directory, records->pdata[i]);
  lanyard_plan_set_rows (plan, rows);

  return plan;
}

/* --- Assigning --- */

/* Returns: (transfer full) (nullable): why nothing can be assigned to somebody */
static char *
dup_obstacle (LanyardDirectory *directory,
              SeamUser         *user,
              SeamCredential   *credential)
{
  g_autofree char *system = NULL;

  if (lanyard_record_is_being_deleted (SEAM_RECORD (user)))
    return g_strdup (_("Being deleted by the access system"));
  if (credential != NULL)
    return NULL;

  system = lanyard_row_text_system (directory, seam_user_get_system_id (user));
  /* Translators: %s is the name of an access system */
  return system != NULL ? g_strdup_printf (_("No free credential left in %s"), system)
                        : g_strdup (_("No free credential left"));
}

static LanyardPlanRow *
new_assign (LanyardDirectory *directory,
            SeamUser         *user,
            SeamCredential   *credential)
{
  g_autofree char *title = lanyard_user_name (user);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LanyardChange) change = lanyard_change_new_assign (credential, user, NULL);
  g_autofree char *text = NULL;
  LanyardPlanRow *row;
  guint n_held = seam_user_get_n_credentials (user);

  add_part (parts, lanyard_credential_name (credential));
  add_part (parts, lanyard_row_text_system (directory, seam_user_get_system_id (user)));
  if (n_held > 0)
    add_part (parts, g_strdup_printf (ngettext ("already has %u credential", "already has %u credentials", n_held),
                                      n_held));
  add_part (parts, lanyard_caveat_of (SEAM_RECORD (user), get_system (directory, user)));
  add_part (parts, lanyard_caveat_of (SEAM_RECORD (credential), get_system (directory, credential)));
  text = join_parts (parts);
  row = lanyard_plan_row_new (change, SEAM_RECORD (user), title, text);
  lanyard_plan_row_set_is_offered (row, n_held > 0);

  return row;
}

static void
add_assign (GPtrArray              *rows,
            LanyardDirectory       *directory,
            SeamUser               *user,
            LanyardFreeCredentials *free_ones,
            LanyardMethod           method)
{
  gboolean is_there = !lanyard_record_is_being_deleted (SEAM_RECORD (user));
  g_autoptr (SeamCredential) credential =
    is_there ? lanyard_free_credentials_take (free_ones, method, seam_user_get_system_id (user)) : NULL;
  g_autofree char *obstacle = dup_obstacle (directory, user, credential);
  g_autofree char *title = lanyard_user_name (user);

  if (obstacle != NULL)
    g_ptr_array_add (rows, lanyard_plan_row_new (NULL, SEAM_RECORD (user), title, obstacle));
  else
    g_ptr_array_add (rows, new_assign (directory, user, credential));
}

/**
 * lanyard_planner_hand_out:
 * @plan: a plan to assign something
 * @users: (element-type SeamUser): whom to
 * @method: what kind of credential
 *
 * Plans to assign each of them one that is free in their access system. Who has one already comes last, and is only
 * offered another.
 */
void
lanyard_planner_hand_out (LanyardPlan   *plan,
                          GPtrArray     *users,
                          LanyardMethod  method)
{
  LanyardDirectory *directory = lanyard_plan_get_directory (plan);
  g_autoptr (LanyardFreeCredentials) free_ones = lanyard_free_credentials_new (directory);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int has_one = FALSE; has_one <= TRUE; has_one++)
    for (guint i = 0; i < users->len; i++)
      if ((seam_user_get_n_credentials (users->pdata[i]) > 0) == has_one)
        add_assign (rows, directory, users->pdata[i], free_ones, method);
  lanyard_plan_set_rows (plan, rows);
}

/* --- Suspending and restoring --- */

/* Returns: (transfer full) (nullable): why somebody can't be suspended, or restored */
static char *
dup_standing_obstacle (SeamUser *user,
                       gboolean  is_to_be)
{
  if (lanyard_record_is_being_deleted (SEAM_RECORD (user)))
    return g_strdup (_("Being deleted by the access system"));
  if (seam_user_get_is_suspended (user) == is_to_be)
    return g_strdup (is_to_be ? _("Already suspended") : _("Not suspended"));
  if (seam_user_get_busy (user))
    return g_strdup (_("Another change is in progress"));
  return NULL;
}

static void
add_suspend (GPtrArray        *rows,
             LanyardDirectory *directory,
             SeamUser         *user,
             gboolean          is_to_be)
{
  g_autofree char *title = lanyard_user_name (user);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *obstacle = dup_standing_obstacle (user, is_to_be);
  g_autoptr (LanyardChange) change = NULL;
  g_autofree char *text = NULL;

  if (obstacle == NULL)
    change = is_to_be ? lanyard_change_new_suspend (user) : lanyard_change_new_restore (user);
  add_part (parts, g_steal_pointer (&obstacle));
  add_part (parts, lanyard_row_text_system (directory, seam_user_get_system_id (user)));
  add_part (parts, lanyard_user_count_text (user));
  text = join_parts (parts);
  g_ptr_array_add (rows, lanyard_plan_row_new (change, SEAM_RECORD (user), title, text));
}

/**
 * lanyard_planner_suspend:
 * @directory: the workspace
 * @users: (element-type SeamUser): whom
 * @operation: %LANYARD_OPERATION_SUSPEND or %LANYARD_OPERATION_RESTORE
 *
 * Returns: (transfer full): a plan that suspends them, or restores their access
 */
LanyardPlan *
lanyard_planner_suspend (LanyardDirectory *directory,
                         GPtrArray        *users,
                         LanyardOperation  operation)
{
  LanyardPlan *plan = lanyard_plan_new (directory, operation);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < users->len; i++)
    add_suspend (rows, directory, users->pdata[i], operation == LANYARD_OPERATION_SUSPEND);
  lanyard_plan_set_rows (plan, rows);

  return plan;
}
