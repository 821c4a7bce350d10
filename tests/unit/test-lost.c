/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lost card and its spare: the card says that it is lost; the spare is assigned first, and unless it is, the card that
 * was lost is left as it is. */
#include <string.h>

#include "lanyard-batch.h"
#include "lanyard-change-holder.h"
#include "lanyard-marking.h"
#include "work-fixture.h"

#define ASSIGN "/acs/credentials/assign"
#define UNASSIGN "/acs/credentials/unassign"

/* The card of the fixture is the spare. */
typedef struct
{
  Work            work;
  SeamCredential *lost;
  LanyardBatch   *batch;
  guint           n_running;
} Desk;

static void
count (guint *n)
{
  ++*n;
}

static void
write_mark (Desk        *desk,
            LanyardMark *mark)
{
  LanyardMarks *marks = lanyard_changes_get_marks (desk->work.base.changes);
  guint n = 0;

  g_signal_connect_swapped (marks, "changed", G_CALLBACK (count), &n);
  lanyard_marking_write_async (desk->work.base.changes, desk->lost, mark, NULL, NULL);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (marks, count, &n);
}

static void
mark_lost (Desk *desk)
{
  g_autoptr (LanyardMark) mark = lanyard_mark_new_lost (work_id_of (desk->lost));

  write_mark (desk, mark);
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) credentials = NULL;

  work_set_up (&desk->work, NULL);
  credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (desk->work.base.directory));
  for (guint i = 0; i < credentials->len; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) credentials->pdata[i])->record);

      if (seam_credential_get_holder (credential) != NULL
          && seam_credential_get_system_id (credential) == seam_credential_get_system_id (desk->work.card))
        g_set_object (&desk->lost, credential);
    }
  g_assert_nonnull (desk->lost);
  g_set_object (&desk->work.ada, seam_credential_get_holder (desk->lost));
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_object (&desk->batch);
  g_clear_object (&desk->lost);
  work_tear_down (&desk->work, NULL);
}

static gboolean
is_through (DirectoryFixture *fixture)
{
  return ((Desk *) fixture)->n_running == 0;
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_assert_true (lanyard_batch_run_finish (LANYARD_BATCH (source), result, NULL));
  ((Desk *) data)->n_running--;
}

static void
run (Desk *desk)
{
  desk->n_running++;
  lanyard_batch_run_async (desk->batch, NULL, on_run, desk);
}

/* Assigns the spare to who has lost a card, and then takes that from them. */
static void
plan (Desk *desk)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardChange *assign = lanyard_change_new_assign (desk->work.card, desk->work.ada, NULL);
  LanyardChange *unassign = lanyard_change_new_unassign (desk->work.base.directory, desk->lost);

  lanyard_change_set_first_id (unassign, work_id_of (desk->work.card));
  g_ptr_array_add (plan, assign);
  g_ptr_array_add (plan, unassign);
  g_clear_object (&desk->batch);
  desk->batch = lanyard_batch_new (desk->work.base.changes, plan);
}

static void
replace (Desk *desk)
{
  plan (desk);
  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What is on record of the batch with that number, as it is read from there. */
static GPtrArray *
list (Desk  *desk,
      gint64 number)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *entries;

  lanyard_journal_list_batch_async (desk->work.base.journal, number, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = lanyard_journal_list_finish (desk->work.base.journal, result, NULL);
  g_assert_nonnull (entries);
  return entries;
}

/* The batch as another run finds it: nothing of it is in memory any more. */
static void
read_again (Desk          *desk,
            LanyardBatch *(*make) (LanyardChanges *changes, GPtrArray *entries))
{
  gint64 number = lanyard_batch_get_number (desk->batch);
  g_autofree char *lost_id = g_strdup (work_id_of (desk->lost));
  g_autofree char *spare_id = g_strdup (work_id_of (desk->work.card));
  g_autoptr (GPtrArray) entries = NULL;
  LanyardStore *store;

  g_clear_object (&desk->batch);
  g_clear_object (&desk->work.ada);
  g_clear_object (&desk->work.ben);
  g_clear_object (&desk->work.stranger);
  directory_fixture_close (&desk->work.base);
  directory_fixture_open (&desk->work.base);
  directory_fixture_load (&desk->work.base);
  store = lanyard_directory_get_credentials (desk->work.base.directory);
  g_set_object (&desk->lost, SEAM_CREDENTIAL (lanyard_store_lookup (store, lost_id)));
  g_set_object (&desk->work.card, SEAM_CREDENTIAL (lanyard_store_lookup (store, spare_id)));
  g_set_object (&desk->work.ada, seam_credential_get_holder (desk->lost));
  entries = list (desk, number);
  desk->batch = make (desk->work.base.changes, entries);
}

static void
fail (Desk       *desk,
      const char *route)
{
  lanyard_sandbox_add_fault (desk->work.base.base.sandbox, route, "status", "{\"status\": 400}");
}

static void
assert_not_taken (Desk *desk)
{
  g_autofree char *log = directory_fixture_log (&desk->work.base);

  g_assert_null (strstr (log, UNASSIGN));
  g_assert_true (seam_credential_get_holder (desk->lost) == desk->work.ada);
}

static void
assert_entry (Desk           *desk,
              guint           position,
              LanyardOutcome  outcome,
              int             own_reason)
{
  LanyardEntry *entry = lanyard_batch_get_entry (desk->batch, position);

  g_assert_nonnull (entry);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, outcome);
  g_assert_cmpint (lanyard_entry_get_own_reason (entry), ==, own_reason);
}

static void
test_says_so (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (LanyardMark) found = NULL;

  g_assert_false (seam_credential_get_lost (desk->lost));
  mark_lost (desk);
  g_assert_true (seam_credential_get_lost (desk->lost));
  g_assert_false (seam_credential_get_lost (desk->work.card));
  found = lanyard_mark_new_found (lanyard_marks_look_up (lanyard_changes_get_marks (desk->work.base.changes),
                                                         work_id_of (desk->lost)));
  write_mark (desk, found);
  g_assert_false (seam_credential_get_lost (desk->lost));
}

static SeamCredential *
look_up_lost (Desk *desk)
{
  return lanyard_store_lookup (lanyard_directory_get_credentials (desk->work.base.directory), work_id_of (desk->lost));
}

static gboolean
is_marked_in_list (DirectoryFixture *fixture)
{
  SeamCredential *credential = look_up_lost ((Desk *) fixture);

  return credential != NULL && seam_credential_get_lost (credential);
}

/* Opened anew, a workspace has it as soon as both are known. */
static void
test_says_so_later (Desk          *desk,
                    gconstpointer  data)
{
  mark_lost (desk);
  g_clear_object (&desk->work.ada);
  g_clear_object (&desk->work.ben);
  g_clear_object (&desk->work.stranger);
  directory_fixture_close (&desk->work.base);
  directory_fixture_open (&desk->work.base);
  directory_fixture_load (&desk->work.base);
  directory_fixture_wait (&desk->work.base, is_marked_in_list);
  g_assert_true (look_up_lost (desk) != desk->lost);
}

static void
test_replaced (Desk          *desk,
               gconstpointer  data)
{
  replace (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_DONE, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_DONE, -1);
  work_assert_holder (&desk->work, desk->work.ada);
  g_assert_null (seam_credential_get_holder (desk->lost));
  g_assert_cmpint (lanyard_entry_get_closed_at (lanyard_batch_get_entry (desk->batch, 0)), <,
                   lanyard_entry_get_closed_at (lanyard_batch_get_entry (desk->batch, 1)));
}

/* Without the spare, the card is not taken: that is for somebody to decide. */
static void
test_spare_refused (Desk          *desk,
                    gconstpointer  data)
{
  fail (desk, ASSIGN);
  replace (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_REFUSED, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_HELD_BACK);
  work_assert_holder (&desk->work, NULL);
  assert_not_taken (desk);

  replace (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_DONE, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_DONE, -1);
}

/* They have the spare already: somebody was faster, and nothing is in the way. */
static void
test_spare_assigned (Desk          *desk,
                     gconstpointer  data)
{
  g_autofree char *pair = fixture_make_pair (work_id_of (desk->work.card), work_id_of (desk->work.ada));

  fixture_ask (&desk->work.base.base, ASSIGN, pair);
  replace (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_ALREADY);
  assert_entry (desk, 1, LANYARD_OUTCOME_DONE, -1);
  g_assert_null (seam_credential_get_holder (desk->lost));
}

/* Gone on with in another run, it is the same: the spare is refused by then, so the card is not taken. */
static void
test_gone_on_with (Desk          *desk,
                   gconstpointer  data)
{
  plan (desk);
  run (desk);
  lanyard_course_pause (lanyard_batch_get_course (desk->batch));
  while (lanyard_batch_get_state (desk->batch) != LANYARD_BATCH_STATE_PAUSED)
    g_main_context_iteration (NULL, TRUE);
  lanyard_course_leave (lanyard_batch_get_course (desk->batch));
  directory_fixture_wait (&desk->work.base, is_through);

  read_again (desk, lanyard_batch_new_left);
  assert_entry (desk, 0, LANYARD_OUTCOME_PENDING, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_PENDING, -1);
  fail (desk, ASSIGN);
  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
  assert_entry (desk, 0, LANYARD_OUTCOME_REFUSED, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_HELD_BACK);
  assert_not_taken (desk);
}

static void
retry (Desk         *desk,
       LanyardEntry *entry)
{
  work_begin (&desk->work);
  lanyard_changes_retry_async (desk->work.base.changes, entry, NULL, work_on_done, &desk->work);
  work_wait (&desk->work);
}

/* Tried again as a whole, in another run, the order is kept: also after the first was tried again by itself. */
static void
test_tried_again (Desk          *desk,
                  gconstpointer  data)
{
  fail (desk, ASSIGN);
  replace (desk);
  read_again (desk, lanyard_batch_new_of_entries);
  fail (desk, ASSIGN);
  retry (desk, lanyard_batch_get_entry (desk->batch, 0));
  work_assert_outcome (&desk->work, LANYARD_OUTCOME_REFUSED);

  read_again (desk, lanyard_batch_new_of_entries);
  g_assert_true (lanyard_entry_get_operation (lanyard_batch_get_entry (desk->batch, 0)) == LANYARD_OPERATION_ASSIGN);
  fail (desk, ASSIGN);
  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
  assert_entry (desk, 1, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_HELD_BACK);
  assert_not_taken (desk);

  read_again (desk, lanyard_batch_new_of_entries);
  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
  assert_entry (desk, 0, LANYARD_OUTCOME_DONE, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_DONE, -1);
  g_assert_null (seam_credential_get_holder (desk->lost));
}

/* By itself, the card is taken only once they have the spare, and only as long as they have it. */
static void
test_second_alone (Desk          *desk,
                   gconstpointer  data)
{
  g_autoptr (LanyardEntry) assigned = NULL;

  fail (desk, ASSIGN);
  replace (desk);
  retry (desk, lanyard_batch_get_entry (desk->batch, 1));
  g_assert_cmpint (lanyard_entry_get_own_reason (desk->work.entry), ==, LANYARD_CHANGES_ERROR_HELD_BACK);

  retry (desk, lanyard_batch_get_entry (desk->batch, 0));
  work_assert_outcome (&desk->work, LANYARD_OUTCOME_DONE);
  g_set_object (&assigned, desk->work.entry);
  work_undo (&desk->work);
  work_assert_outcome (&desk->work, LANYARD_OUTCOME_DONE);
  retry (desk, lanyard_batch_get_entry (desk->batch, 1));
  g_assert_cmpint (lanyard_entry_get_own_reason (desk->work.entry), ==, LANYARD_CHANGES_ERROR_HELD_BACK);
  g_assert_true (seam_credential_get_holder (desk->lost) == desk->work.ada);
}

static void
test_second_alone_in_time (Desk          *desk,
                           gconstpointer  data)
{
  fail (desk, ASSIGN);
  replace (desk);
  retry (desk, lanyard_batch_get_entry (desk->batch, 0));
  work_assert_outcome (&desk->work, LANYARD_OUTCOME_DONE);
  retry (desk, lanyard_batch_get_entry (desk->batch, 1));
  work_assert_outcome (&desk->work, LANYARD_OUTCOME_DONE);
  g_assert_null (seam_credential_get_holder (desk->lost));
}

/* The last one as a whole, as what comes of that is the last one then. */
static void
undo (Desk *desk)
{
  g_autoptr (GPtrArray) entries = list (desk, lanyard_batch_get_number (desk->batch));

  g_clear_object (&desk->batch);
  desk->batch = lanyard_batch_new_undo (desk->work.base.changes, entries);
  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
}

/* What is assigned comes first, whichever of the two it is: they are never without. */
static void
assert_in_order (Desk           *desk,
                 SeamCredential *first)
{
  LanyardEntry *entry = lanyard_batch_get_entry (desk->batch, 0);

  assert_entry (desk, 0, LANYARD_OUTCOME_DONE, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_DONE, -1);
  g_assert_cmpstr (lanyard_entry_get_credential_id (entry), ==, work_id_of (first));
  g_assert_cmpint (lanyard_entry_get_closed_at (entry), <,
                   lanyard_entry_get_closed_at (lanyard_batch_get_entry (desk->batch, 1)));
  g_assert_true (seam_credential_get_holder (first) == desk->work.ada);
}

/* The spare is taken back once they have what was lost, or if they always had it; and that is undone in turn. */
static void
test_undone (Desk          *desk,
             gconstpointer  data)
{
  fail (desk, UNASSIGN);
  replace (desk);
  undo (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_DONE, -1);
  work_assert_holder (&desk->work, NULL);

  replace (desk);
  fail (desk, ASSIGN);
  undo (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_REFUSED, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_HELD_BACK);
  work_assert_holder (&desk->work, desk->work.ada);

  run (desk);
  directory_fixture_wait (&desk->work.base, is_through);
  assert_in_order (desk, desk->lost);
  work_assert_holder (&desk->work, NULL);
  undo (desk);
  assert_in_order (desk, desk->work.card);
  g_assert_null (seam_credential_get_holder (desk->lost));
}

/* The activity has a line for each, which nothing has to be sent for, or can be undone. */
static void
test_told (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LanyardMark) found = NULL;
  g_autoptr (LanyardEntry) undoable = NULL;
  LanyardEntryFilter *filter = lanyard_entry_filter_new (NULL, NULL);

  mark_lost (desk);
  found = lanyard_mark_new_found (lanyard_marks_look_up (lanyard_changes_get_marks (desk->work.base.changes),
                                                         work_id_of (desk->lost)));
  write_mark (desk, found);
  lanyard_journal_list_async (desk->work.base.journal, filter, 0, 10, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  lanyard_entry_filter_free (filter);
  entries = lanyard_journal_list_finish (desk->work.base.journal, result, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      LanyardEntry *entry = entries->pdata[i];

      g_assert_cmpint (lanyard_entry_get_operation (entry), ==, i == 0 ? LANYARD_OPERATION_FIND : LANYARD_OPERATION_LOSE);
      g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_DONE);
      g_assert_cmpstr (lanyard_entry_get_credential_id (entry), ==, work_id_of (desk->lost));
      g_assert_cmpstr (lanyard_entry_get_to_id (entry), ==, work_id_of (desk->work.ada));
      g_assert_false (lanyard_changes_can_undo (desk->work.base.changes, entry));
      g_assert_false (lanyard_changes_can_retry (desk->work.base.changes, entry));
    }
  g_object_get (desk->work.base.changes, "last-undoable", &undoable, NULL);
  g_assert_null (undoable);
}

#define ADD(path, test) g_test_add ("/lost/" path, Desk, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-so", test_says_so);
  ADD ("says-so-later", test_says_so_later);
  ADD ("replaced", test_replaced);
  ADD ("spare-refused", test_spare_refused);
  ADD ("spare-assigned", test_spare_assigned);
  ADD ("gone-on-with", test_gone_on_with);
  ADD ("tried-again", test_tried_again);
  ADD ("second-alone", test_second_alone);
  ADD ("second-alone-in-time", test_second_alone_in_time);
  ADD ("undone", test_undone);
  ADD ("told", test_told);

  return g_test_run ();
}
