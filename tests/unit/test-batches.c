/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a batch: what is written down has its number, and so has what tries it again; not what takes it back. */
#include "lanyard-change-holder.h"
#include "work-fixture.h"

#define BATCH 7

static void
assign_in_batch (Work *work)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_assign (work->card, work->ada, NULL);

  g_assert_cmpint (lanyard_change_get_batch (change), ==, 0);
  lanyard_change_set_batch (change, BATCH);
  work_run (work, change);
  g_assert_no_error (work->error);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* As the journal has them, newest first. */
static void
assert_in_batch (Work *work,
                 guint n_entries)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  lanyard_journal_list_batch_async (work->base.journal, BATCH, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = lanyard_journal_list_finish (work->base.journal, result, NULL);
  g_assert_cmpuint (entries->len, ==, n_entries);
}

static void
test_written (Work          *work,
              gconstpointer  data)
{
  work_assign (work, work->ada, NULL);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, 0);
  work_unassign (work);
  assert_in_batch (work, 0);

  assign_in_batch (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, BATCH);
  assert_in_batch (work, 1);
}

static void
test_undone (Work          *work,
             gconstpointer  data)
{
  assign_in_batch (work);
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_entry_get_undo_of (work->entry), !=, 0);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, 0);
  assert_in_batch (work, 1);
}

static void
test_retried (Work          *work,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  assign_in_batch (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  work_retry (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ada);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, BATCH);
  assert_in_batch (work, 2);
}

/* What is left to do of a move is to give it to who was to have it. */
static void
test_half_retried (Work          *work,
                   gconstpointer  data)
{
  g_autoptr (LanyardChange) change = NULL;

  work_assign (work, work->ada, NULL);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  change = lanyard_change_new_assign (work->card, work->ben, work->ada);
  lanyard_change_set_batch (change, BATCH);
  work_run (work, change);
  work_assert_outcome (work, LANYARD_OUTCOME_HALF_DONE);
  work_retry (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ben);
  g_assert_cmpint (lanyard_entry_get_operation (work->entry), ==, LANYARD_OPERATION_ASSIGN);
  g_assert_null (lanyard_entry_get_from_id (work->entry));
  assert_in_batch (work, 2);
}

/* The retry of a change back is still of the batch that the change back was of: none. */
static void
test_undo_retried (Work          *work,
                   gconstpointer  data)
{
  gint64 undone;

  assign_in_batch (work);
  undone = lanyard_entry_get_id (work->entry);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/unassign", "status", "{\"status\": 400}");
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  work_retry (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_entry_get_undo_of (work->entry), ==, undone);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, 0);
  assert_in_batch (work, 1);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Work *work = data;

  g_assert_true (lanyard_changes_check_finish (LANYARD_CHANGES (source), result, NULL));
  work->n_pending--;
}

/* What is found out only later is of the batch as before. */
static void
test_found_out (Work          *work,
                gconstpointer  data)
{
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "reset-after", "{}");
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/get", "status",
                             "{\"status\": 500, \"times\": 0, \"skip\": 1}");
  assign_in_batch (work);
  work_assert_outcome (work, LANYARD_OUTCOME_UNKNOWN);
  fixture_control (&work->base.base, "/_sandbox/faults/clear", "{}");
  work->n_pending++;
  lanyard_changes_check_async (work->base.changes, work->entry, NULL, on_checked, work);
  work_wait (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_entry_get_batch (work->entry), ==, BATCH);
  assert_in_batch (work, 1);
}

#define ADD(path, func) g_test_add ("/batches/" path, Work, NULL, work_set_up, func, work_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("written", test_written);
  ADD ("undone", test_undone);
  ADD ("retried", test_retried);
  ADD ("half-retried", test_half_retried);
  ADD ("undo-retried", test_undo_retried);
  ADD ("found-out", test_found_out);

  return g_test_run ();
}
