/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is planned for many: who gets which card, whose is taken, what can't be done and why; and the commands for it. */
#include "lanyard-change-holder.h"
#include "lanyard-command-text.h"
#include "lanyard-free-credentials.h"
#include "lanyard-planner.h"
#include "records.h"

typedef struct
{
  LanyardDirectory *directory;
  GPtrArray        *records;
} Desk;

static void
desk_free (Desk *desk)
{
  g_ptr_array_unref (desk->records);
  g_object_unref (desk->directory);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static Desk *
new_desk (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->directory = records_new_directory ();
  desk->records = g_ptr_array_new ();

  return desk;
}

/* @more: further members, each with a comma before it. */
static gpointer
add_user (Desk       *desk,
          const char *id,
          const char *system_id,
          const char *more)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"acs_system_id\": \"%s\","
                                           " \"display_name\": \"User %s\"%s}", id, system_id, id, more);
  gpointer user = records_add (desk->directory, SEAM_TYPE_USER, json);

  g_ptr_array_add (desk->records, user);

  return user;
}

static gpointer
add_credential (Desk       *desk,
                const char *id,
                const char *system_id,
                const char *more)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"acs_system_id\": \"%s\","
                                           " \"display_name\": \"Card %s\", \"access_method\": \"card\"%s}",
                                           id, system_id, id, more);

  return records_add (desk->directory, SEAM_TYPE_CREDENTIAL, json);
}

static void
assert_row (LanyardPlan *plan,
            guint        position,
            const char  *expected)
{
  g_autoptr (LanyardPlanRow) row = g_list_model_get_item (lanyard_plan_get_rows (plan), position);
  g_autofree char *found = NULL;

  g_assert_nonnull (row);
  found = g_strdup_printf ("%s %s: %s", lanyard_plan_row_is_proposed (row) ? "+"
                                        : lanyard_plan_row_get_change (row) != NULL ? "?"
                                                                                    : "-",
                           lanyard_plan_row_get_title (row), lanyard_plan_row_get_text (row));
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_n_rows (LanyardPlan *plan,
               guint        n_rows,
               guint        n_failing)
{
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_plan_get_rows (plan)), ==, n_rows);
  g_assert_cmpuint (lanyard_plan_get_n_failing (plan), ==, n_failing);
}

static void
test_free (void)
{
  g_autoptr (Desk) desk = new_desk ();
  SeamCredential *busy = add_credential (desk, "a", "s1", "");
  static const struct
  {
    const char *more;
    gboolean    is_free;
  } cases[] = {
    { "", TRUE },
    { ", \"ends_at\": \"2090-01-01T00:00:00Z\"", TRUE },
    { ", \"starts_at\": \"2090-01-01T00:00:00Z\"", TRUE },
    { ", \"warnings\": [{\"warning_code\": \"waiting_to_be_issued\"}]", TRUE },
    { ", \"acs_user_id\": \"u1\"", FALSE },
    { ", \"user_identity_id\": \"i1\"", FALSE },
    { ", \"parent_acs_credential_id\": \"c0\"", FALSE },
    { ", \"ends_at\": \"2020-01-01T00:00:00Z\"", FALSE },
    { ", \"errors\": [{\"error_code\": \"anything\"}]", FALSE },
    { ", \"warnings\": [{\"warning_code\": \"being_deleted\"}]", FALSE },
    { ", \"warnings\": [{\"warning_code\": \"needs_to_be_reissued\"}]", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      SeamCredential *credential = add_credential (desk, id, "s1", cases[i].more);

      g_test_message ("%s", cases[i].more);
      g_assert_cmpint (lanyard_credential_is_free (credential), ==, cases[i].is_free);
    }
  g_assert_true (lanyard_credential_is_free (busy));
  seam_credential_set_busy (busy, TRUE);
  g_assert_false (lanyard_credential_is_free (busy));
}

/* Never the same one twice, of the same access system and kind, and by name. */
static void
test_take (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (LanyardFreeCredentials) free_ones = NULL;
  g_autoptr (SeamCredential) first = NULL;
  g_autoptr (SeamCredential) second = NULL;

  add_credential (desk, "3", "s1", "");
  add_credential (desk, "1", "s1", "");
  add_credential (desk, "2", "s2", "");
  add_credential (desk, "4", "s1", ", \"acs_user_id\": \"u1\"");
  free_ones = lanyard_free_credentials_new (desk->directory);
  g_assert_cmpuint (lanyard_free_credentials_count (free_ones, LANYARD_METHOD_CARD, "s1"), ==, 2);
  g_assert_cmpuint (lanyard_free_credentials_count (free_ones, LANYARD_METHOD_CODE, "s1"), ==, 0);
  first = lanyard_free_credentials_take (free_ones, LANYARD_METHOD_CARD, "s1");
  second = lanyard_free_credentials_take (free_ones, LANYARD_METHOD_CARD, "s1");
  g_assert_cmpstr (seam_record_get_id (SEAM_RECORD (first)), ==, "1");
  g_assert_cmpstr (seam_record_get_id (SEAM_RECORD (second)), ==, "3");
  g_assert_null (lanyard_free_credentials_take (free_ones, LANYARD_METHOD_CARD, "s1"));
  g_assert_cmpuint (lanyard_free_credentials_count (free_ones, LANYARD_METHOD_CARD, "s2"), ==, 1);
}

static void
test_hand_out (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (LanyardPlan) plan = lanyard_plan_new (desk->directory, LANYARD_OPERATION_ASSIGN);

  records_add (desk->directory, SEAM_TYPE_SYSTEM, "{\"acs_system_id\": \"s1\", \"name\": \"Office\"}");
  add_user (desk, "has-one", "s1", "");
  add_user (desk, "a", "s1", "");
  add_user (desk, "b", "s1", "");
  add_user (desk, "elsewhere", "s2", "");
  add_user (desk, "going", "s1", ", \"warnings\": [{\"warning_code\": \"being_deleted\"}]");
  add_user (desk, "suspended", "s1", ", \"is_suspended\": true");
  add_credential (desk, "1", "s1", ", \"acs_user_id\": \"has-one\"");
  add_credential (desk, "2", "s1", "");
  add_credential (desk, "3", "s1", "");
  add_credential (desk, "4", "s1", "");
  add_credential (desk, "5", "s1", "");
  lanyard_planner_hand_out (plan, desk->records, LANYARD_METHOD_CARD);
  assert_n_rows (plan, 6, 2);
  assert_row (plan, 0, "+ User a: Card 2 · Office");
  assert_row (plan, 1, "+ User b: Card 3 · Office");
  assert_row (plan, 2, "+ User suspended: Card 4 · Office · Suspended");
  assert_row (plan, 3, "? User has-one: Card 5 · Office · already has 1 credential");
  assert_row (plan, 4, "- User elsewhere: No free credential left");
  assert_row (plan, 5, "- User going: Being deleted by the access system");
  /* There are none of this kind. */
  lanyard_planner_hand_out (plan, desk->records, LANYARD_METHOD_CODE);
  assert_n_rows (plan, 6, 6);
}

static void
test_unassign (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (LanyardPlan) plan = NULL;

  add_user (desk, "a", "s1", "");
  add_user (desk, "b", "s1", "");
  add_credential (desk, "1", "s1", ", \"acs_user_id\": \"a\"");
  add_credential (desk, "2", "s1", ", \"acs_user_id\": \"a\"");
  g_ptr_array_add (desk->records, add_credential (desk, "3", "s1", ""));
  g_ptr_array_add (desk->records, add_credential (desk, "4", "s1", ", \"acs_user_id\": \"unheard-of\""));
  seam_credential_set_busy (lanyard_store_lookup (lanyard_directory_get_credentials (desk->directory), "2"), TRUE);
  plan = lanyard_planner_unassign (desk->directory, desk->records);
  assert_n_rows (plan, 5, 3);
  assert_row (plan, 0, "+ Card 1: Assigned to User a");
  assert_row (plan, 1, "+ Card 4: Assigned to an unknown user");
  assert_row (plan, 2, "- Card 2: Another change is in progress · Assigned to User a");
  assert_row (plan, 3, "- User b: No credentials");
  assert_row (plan, 4, "- Card 3: Not assigned to anyone");
}

static void
assert_changes (LanyardPlan     *plan,
                guint            position,
                LanyardOperation operation,
                const char      *id)
{
  g_autoptr (LanyardPlanRow) row = g_list_model_get_item (lanyard_plan_get_rows (plan), position);
  LanyardChange *change = lanyard_plan_row_get_change (row);

  g_assert_cmpint (lanyard_change_get_operation (change), ==, operation);
  g_assert_cmpstr (lanyard_change_get_record_id (change), ==, id);
}

/* Of many, those that it applies to; each other one with the reason. */
static void
test_suspend (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (LanyardPlan) suspend = NULL;
  g_autoptr (LanyardPlan) restore = NULL;

  add_user (desk, "a", "s1", "");
  add_user (desk, "b", "s1", ", \"is_suspended\": true");
  seam_user_set_busy (add_user (desk, "c", "s1", ""), TRUE);
  add_user (desk, "going", "s1", ", \"warnings\": [{\"warning_code\": \"being_deleted\"}]");
  add_credential (desk, "1", "s1", ", \"acs_user_id\": \"a\"");
  suspend = lanyard_planner_suspend (desk->directory, desk->records, LANYARD_OPERATION_SUSPEND);
  assert_n_rows (suspend, 4, 3);
  assert_row (suspend, 0, "+ User a: 1 credential");
  assert_changes (suspend, 0, LANYARD_OPERATION_SUSPEND, "a");
  assert_row (suspend, 1, "- User b: Already suspended · No credentials");
  assert_row (suspend, 2, "- User c: Another change is in progress · No credentials");
  assert_row (suspend, 3, "- User going: Being deleted by the access system · No credentials");
  restore = lanyard_planner_suspend (desk->directory, desk->records, LANYARD_OPERATION_RESTORE);
  assert_n_rows (restore, 4, 3);
  assert_row (restore, 0, "+ User b: No credentials");
  assert_changes (restore, 0, LANYARD_OPERATION_RESTORE, "b");
  assert_row (restore, 1, "- User a: Not suspended · 1 credential");
}

/* --- As commands --- */

static void
test_commands (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  SeamUser *a = add_user (desk, "a", "s1", "");
  SeamUser *evil = add_user (desk, "x'; rm -rf ~ #", "s1", "");
  g_autofree char *text = NULL;

  g_ptr_array_add (changes, lanyard_change_new_assign (add_credential (desk, "1", "s1", ""), a, NULL));
  g_ptr_array_add (changes, lanyard_change_new_assign (add_credential (desk, "2", "s1", ""), evil, NULL));
  g_ptr_array_add (changes, lanyard_change_new_unassign (desk->directory,
                                                         add_credential (desk, "3", "s1", ", \"acs_user_id\": \"a\"")));
  g_ptr_array_add (changes, lanyard_change_new_unassign (desk->directory,
                                                         add_credential (desk, "4", "s1",
                                                                         ", \"user_identity_id\": \"i\"")));
  g_ptr_array_add (changes, lanyard_change_new_assign (add_credential (desk, "5", "s1", ", \"acs_user_id\": \"a\""),
                                                       evil, a));
  text = lanyard_command_text_of_changes (changes);
  g_assert_cmpstr (text, ==,
                   "seam acs credentials assign --acs-user-id a --acs-credential-id 1 -y\n"
                   "seam acs credentials assign --acs-user-id 'x'\\''; rm -rf ~ #' --acs-credential-id 2 -y\n"
                   "seam acs credentials unassign --acs-user-id a --acs-credential-id 3 -y\n"
                   "seam acs credentials unassign --user-identity-id i --acs-credential-id 4 -y\n"
                   "seam acs credentials unassign --acs-user-id a --acs-credential-id 5 -y\n"
                   "seam acs credentials assign --acs-user-id 'x'\\''; rm -rf ~ #' --acs-credential-id 5 -y\n");
}

/* A shell reads each line as what was meant, whatever an id is made of. */
static void
test_command_words (void)
{
  static const char * const ids[] = {
    "plain-1", "with space", "$(id)", "`id`", "a\"b", "a'b", "a\\b", "a\nb", "é", "*",
  };
  g_autoptr (Desk) desk = new_desk ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *escaped = g_strescape (ids[i], "é");
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autofree char *text = NULL;
      g_auto (GStrv) words = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (records, add_user (desk, escaped, "s1", ""));
      text = lanyard_command_text_of_records (records);
      g_assert_true (g_shell_parse_argv (text, NULL, &words, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (words), ==, 7);
      g_assert_cmpstr (words[3], ==, "get");
      g_assert_cmpstr (words[4], ==, "--acs-user-id");
      g_assert_cmpstr (words[5], ==, ids[i]);
      g_assert_cmpstr (words[6], ==, "-y");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/free", test_free);
  g_test_add_func ("/plan/take", test_take);
  g_test_add_func ("/plan/hand-out", test_hand_out);
  g_test_add_func ("/plan/unassign", test_unassign);
  g_test_add_func ("/plan/suspend", test_suspend);
  g_test_add_func ("/plan/commands", test_commands);
  g_test_add_func ("/plan/command-words", test_command_words);

  return g_test_run ();
}
