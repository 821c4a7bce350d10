/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suspending a user, restoring and undoing it, while others do the same, and where the server can't be believed. */
#include "lanyard-change-suspension.h"
#include "work-fixture.h"

#define SUSPEND "/acs/users/suspend"

static void
suspend (Work *work)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_suspend (work->ada);

  work_run (work, change);
}

static void
restore (Work *work)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_restore (work->ada);

  work_run (work, change);
}

static gboolean
is_suspended_on_server (Work *work)
{
  g_autofree char *body = g_strdup_printf ("{\"acs_user_id\":\"%s\"}", work_id_of (work->ada));
  g_autofree char *answer = lanyard_sandbox_control (work->base.base.sandbox, "/_sandbox/state", body);
  g_autoptr (JsonNode) node = json_from_string (answer, NULL);

  return json_object_get_boolean_member (json_object_get_object_member (json_node_get_object (node), "object"),
                                         "is_suspended");
}

static void
assert_suspended (Work     *work,
                  gboolean  suspended)
{
  g_assert_cmpint (seam_user_get_is_suspended (work->ada), ==, suspended);
  g_assert_cmpint (is_suspended_on_server (work), ==, suspended);
  g_assert_false (seam_user_get_busy (work->ada));
}

static void
set_behind_our_back (Work       *work,
                     const char *suspended)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"suspended\": %s}", work_id_of (work->ada),
                                           suspended);

  directory_fixture_set (&work->base, json);
}

static void
test_suspend_and_undo (Work          *work,
                       gconstpointer  data)
{
  suspend (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_suspended (work, TRUE);
  g_assert_cmpstr (lanyard_entry_get_user_id (work->entry), ==, work_id_of (work->ada));
  g_assert_null (lanyard_entry_get_credential_id (work->entry));
  g_assert_cmpstr (lanyard_entry_get_before (work->entry), ==, "{\"is_suspended\":false}");
  g_assert_cmpstr (lanyard_entry_get_after (work->entry), ==, "{\"is_suspended\":true}");
  g_assert_true (lanyard_changes_can_undo (work->base.changes, work->entry));

  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_entry_get_operation (work->entry), ==, LANYARD_OPERATION_RESTORE);
  assert_suspended (work, FALSE);

  suspend (work);
  restore (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_suspended (work, FALSE);
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_suspended (work, TRUE);
}

/* What is already so is not sent; what somebody else has taken back can't be undone. */
static void
test_others (Work          *work,
             gconstpointer  data)
{
  set_behind_our_back (work, "true");
  suspend (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_entry_get_own_reason (work->entry), ==, LANYARD_CHANGES_ERROR_ALREADY);
  assert_suspended (work, TRUE);

  restore (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  set_behind_our_back (work, "true");
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_entry_get_own_reason (work->entry), ==, LANYARD_CHANGES_ERROR_NOT_UNDOABLE);
  assert_suspended (work, TRUE);
}

static void
test_refused (Work          *work,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (work->base.base.sandbox, SUSPEND, "status", "{\"status\": 400}");
  suspend (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  assert_suspended (work, FALSE);
  g_assert_true (lanyard_changes_can_retry (work->base.changes, work->entry));
  work_retry (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_suspended (work, TRUE);
}

/* The answer is lost: what the server has is found out. */
static void
test_lost_answer (Work          *work,
                  gconstpointer  data)
{
  static const char * const kinds[] = { "close-after", "close-before" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean done;

      set_behind_our_back (work, "false");
      directory_fixture_load (&work->base);
      lanyard_sandbox_add_fault (work->base.base.sandbox, SUSPEND, kinds[i], "{}");
      suspend (work);
      done = lanyard_entry_get_outcome (work->entry) == LANYARD_OUTCOME_DONE;
      g_assert_true (done || lanyard_entry_get_outcome (work->entry) == LANYARD_OUTCOME_REFUSED);
      g_assert_cmpint (done, ==, i == 0);
      assert_suspended (work, done);
    }
}

/* A page of users that was asked for before doesn't take it back, however late it arrives. */
static void
test_late_page (Work          *work,
                gconstpointer  data)
{
  LanyardHoldings *holdings = lanyard_directory_get_holdings (work->base.directory);
  guint64 asked_at = lanyard_holdings_get_now (holdings);
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"acs_system_id\": \"%s\", \"display_name\": \"X\"}",
                                           work_id_of (work->ada), seam_user_get_system_id (work->ada));

  g_ptr_array_add (page, seam_record_new_from_text (SEAM_TYPE_USER, json, SEAM_EXTENT_WHOLE, NULL));
  suspend (work);
  keys = lanyard_keys_of_records (page);
  lanyard_holdings_take_user_keys (holdings, keys, asked_at);
  assert_suspended (work, TRUE);
  lanyard_holdings_take_user_keys (holdings, keys, lanyard_holdings_get_now (holdings));
  g_assert_false (seam_user_get_is_suspended (work->ada));
}

static void
test_gone (Work          *work,
           gconstpointer  data)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"deleted\": true}", work_id_of (work->ada));

  directory_fixture_set (&work->base, json);
  suspend (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_entry_get_own_reason (work->entry), ==, LANYARD_CHANGES_ERROR_GONE);
  suspend (work);
  g_assert_error (work->error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE);
}

/* Where the flag follows only when the access system has it, that it is on its way there is enough. */
static void
test_pending (Work          *work,
              gconstpointer  data)
{
  g_autofree char *json =
    g_strdup_printf ("{\"acs_user_id\": \"%s\", \"members\": {\"is_suspended\": false, \"pending_mutations\":"
                     " [{\"mutation_code\": \"updating_suspension_state\"}]}}", work_id_of (work->ada));

  directory_fixture_set (&work->base, json);
  suspend (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
}

#define ADD(name, function) \
  g_test_add ("/suspension/" name, Work, NULL, work_set_up, function, work_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("suspend-and-undo", test_suspend_and_undo);
  ADD ("others", test_others);
  ADD ("refused", test_refused);
  ADD ("lost-answer", test_lost_answer);
  ADD ("late-page", test_late_page);
  ADD ("gone", test_gone);
  ADD ("pending", test_pending);
  return g_test_run ();
}
