/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lost card and its spare: the card says that it is lost; the spare is assigned first, and unless it is, the card that
 * was lost is left as it is. */
#include "lanyard-batch.h"
#include "lanyard-change-holder.h"
#include "work-fixture.h"

#define ASSIGN "/acs/credentials/assign"

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
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n = 0;

  g_ptr_array_add (all, mark);
  g_signal_connect_swapped (marks, "changed", G_CALLBACK (count), &n);
  lanyard_marks_write_async (marks, all, NULL, NULL);
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
  g_autofree char *given = NULL;

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

/* Assigns the spare to who has lost a card, and then takes that from them. */
static void
replace (Desk *desk)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardChange *assign = lanyard_change_new_assign (desk->work.card, desk->work.ada, NULL);
  LanyardChange *unassign = lanyard_change_new_unassign (desk->work.base.directory, desk->lost);

  lanyard_change_set_first (unassign, assign);
  g_ptr_array_add (plan, assign);
  g_ptr_array_add (plan, unassign);
  g_clear_object (&desk->batch);
  desk->batch = lanyard_batch_new (desk->work.base.changes, plan);
  desk->n_running++;
  lanyard_batch_run_async (desk->batch, NULL, on_run, desk);
  directory_fixture_wait (&desk->work.base, is_through);
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
  g_autofree char *log = NULL;

  lanyard_sandbox_add_fault (desk->work.base.base.sandbox, ASSIGN, "status", "{\"status\": 400}");
  replace (desk);
  assert_entry (desk, 0, LANYARD_OUTCOME_REFUSED, -1);
  assert_entry (desk, 1, LANYARD_OUTCOME_REFUSED, LANYARD_CHANGES_ERROR_HELD_BACK);
  g_assert_true (seam_credential_get_holder (desk->lost) == desk->work.ada);
  work_assert_holder (&desk->work, NULL);
  log = directory_fixture_log (&desk->work.base);
  g_assert_null (strstr (log, "/acs/credentials/unassign"));

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

  return g_test_run ();
}
