/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of somebody's credentials unassigned as one batch: written down whole, run in turn, tried again and undone. */
#include "lanyard-batch.h"
#include "lanyard-change-holder.h"
#include "directory-fixture.h"

#define UNASSIGN "/acs/credentials/unassign"

typedef struct
{
  DirectoryFixture base;
  SeamUser        *ada;
  SeamUser        *other; /* of the same access system */
  GPtrArray       *cards; /* SeamCredential: all that Ada has */
  LanyardBatch    *batch;
  GCancellable    *cancellable;
  guint            n_begun;
  guint            n_running;
} Desk;

static const char *
id_of (gpointer record)
{
  return seam_record_get_id (record);
}

static void
find_people (Desk *desk)
{
  g_autoptr (GPtrArray) users = lanyard_store_get_keys (lanyard_directory_get_users (desk->base.directory));

  for (guint i = 0; i < users->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) users->pdata[i])->record);

      if (g_strcmp0 (seam_user_get_full_name (user), "Ada Okafor") == 0 && seam_user_get_n_credentials (user) > 2)
        g_set_object (&desk->ada, user);
    }
  for (guint i = 0; i < users->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) users->pdata[i])->record);

      if (user != desk->ada && seam_user_get_system_id (user) == seam_user_get_system_id (desk->ada))
        g_set_object (&desk->other, user);
    }
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GListModel) held = NULL;

  directory_fixture_set_up (&desk->base, NULL);
  directory_fixture_load (&desk->base);
  find_people (desk);
  desk->cancellable = g_cancellable_new ();
  desk->cards = g_ptr_array_new_with_free_func (g_object_unref);
  held = lanyard_directory_list_held_by (desk->base.directory, desk->ada);
  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    g_ptr_array_add (desk->cards, g_list_model_get_item (held, i));
  g_assert_cmpuint (desk->cards->len, ==, 3);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_object (&desk->batch);
  g_clear_object (&desk->cancellable);
  g_clear_object (&desk->ada);
  g_clear_object (&desk->other);
  g_ptr_array_unref (desk->cards);
  directory_fixture_tear_down (&desk->base, NULL);
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
start (Desk *desk)
{
  desk->n_running++;
  lanyard_batch_run_async (desk->batch, desk->cancellable, on_run, desk);
}

static void
run (Desk *desk)
{
  start (desk);
  directory_fixture_wait (&desk->base, is_through);
}

static void
plan_all (Desk *desk)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < desk->cards->len; i++)
    g_ptr_array_add (plan, lanyard_change_new_unassign (desk->base.directory, desk->cards->pdata[i]));
  desk->batch = lanyard_batch_new (desk->base.changes, plan);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* As the journal has them, newest first. */
static GPtrArray *
list_written (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_list_batch_async (desk->base.journal, lanyard_batch_get_number (desk->batch), NULL, keep_result,
                                    &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_journal_list_finish (desk->base.journal, result, NULL);
}

static void
assert_written (Desk  *desk,
                guint  n_entries)
{
  g_autoptr (GPtrArray) entries = list_written (desk);

  g_assert_cmpuint (entries->len, ==, n_entries);
}

static void
assert_outcomes (Desk  *desk,
                 guint  n_done,
                 guint  n_refused,
                 guint  n_unknown)
{
  g_assert_cmpuint (lanyard_batch_count (desk->batch, LANYARD_OUTCOME_DONE), ==, n_done);
  g_assert_cmpuint (lanyard_batch_count (desk->batch, LANYARD_OUTCOME_REFUSED), ==, n_refused);
  g_assert_cmpuint (lanyard_batch_count (desk->batch, LANYARD_OUTCOME_UNKNOWN), ==, n_unknown);
}

static void
assert_holder (Desk     *desk,
               guint     position,
               SeamUser *holder)
{
  g_autofree char *on_server = fixture_get_holder (&desk->base.base, id_of (desk->cards->pdata[position]));

  g_assert_cmpstr (on_server, ==, holder != NULL ? id_of (holder) : NULL);
  g_assert_true (seam_credential_get_holder (desk->cards->pdata[position]) == holder);
  g_assert_false (seam_credential_get_busy (desk->cards->pdata[position]));
}

static void
assert_all_held_by (Desk     *desk,
                    SeamUser *holder)
{
  for (guint i = 0; i < desk->cards->len; i++)
    assert_holder (desk, i, holder);
}

static LanyardEntry *
get_last_undoable (Desk *desk)
{
  g_autoptr (LanyardEntry) last = NULL;

  g_object_get (desk->base.changes, "last-undoable", &last, NULL);
  return last;
}

/* Also what is done already is taken back with the rest only, and not before. */
static void
on_begun (LanyardChanges *changes,
          LanyardEntry   *entry,
          Desk           *desk)
{
  GListModel *under_way = lanyard_changes_list_under_way (changes);

  desk->n_begun++;
  for (guint i = 0; i < g_list_model_get_n_items (under_way); i++)
    {
      g_autoptr (LanyardEntry) one = g_list_model_get_item (under_way, i);

      g_assert_false (lanyard_entry_get_is_sent (one));
    }
}

static void
on_closed (LanyardChanges *changes,
           LanyardEntry   *entry,
           Desk           *desk)
{
  guint n_left = g_list_model_get_n_items (lanyard_changes_list_under_way (changes));

  g_assert_cmpuint (desk->n_begun, ==, desk->cards->len);
  g_assert_cmpint (get_last_undoable (desk) == NULL, ==, n_left > 0);
}

static void
test_done (Desk          *desk,
           gconstpointer  data)
{
  guint n_ended;

  g_signal_connect (desk->base.changes, "entry-begun", G_CALLBACK (on_begun), desk);
  g_signal_connect (desk->base.changes, "entry-closed", G_CALLBACK (on_closed), desk);
  plan_all (desk);
  start (desk);
  for (guint i = 0; i < desk->cards->len; i++)
    g_assert_true (seam_credential_get_busy (desk->cards->pdata[i]));
  directory_fixture_wait (&desk->base, is_through);
  assert_outcomes (desk, 3, 0, 0);
  assert_written (desk, 3);
  assert_all_held_by (desk, NULL);
  g_object_get (desk->batch, "n-ended", &n_ended, NULL);
  g_assert_cmpuint (n_ended, ==, 3);
  g_assert_cmpint (lanyard_entry_get_batch (get_last_undoable (desk)), ==, lanyard_batch_get_number (desk->batch));

  /* There is nothing left to try again. */
  run (desk);
  assert_written (desk, 3);
}

static void
test_nothing (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  desk->batch = lanyard_batch_new (desk->base.changes, nothing);
  run (desk);
  g_assert_cmpuint (lanyard_batch_get_n_items (desk->batch), ==, 0);
}

static void
add_fault (Desk       *desk,
           const char *route,
           const char *kind,
           guint       position,
           const char *more)
{
  g_autofree char *options = g_strdup_printf ("{\"match\": {\"acs_credential_id\": \"%s\"}%s}",
                                              id_of (desk->cards->pdata[position]), more);

  lanyard_sandbox_add_fault (desk->base.base.sandbox, route, kind, options);
}

/* Whichever fails, the others are done, and it alone is tried again. */
static void
test_refused (Desk          *desk,
              gconstpointer  data)
{
  guint failing = GPOINTER_TO_UINT (data);

  add_fault (desk, UNASSIGN, "status", failing, ", \"status\": 400");
  plan_all (desk);
  run (desk);
  assert_outcomes (desk, 2, 1, 0);
  for (guint i = 0; i < desk->cards->len; i++)
    assert_holder (desk, i, i == failing ? desk->ada : NULL);
  g_assert_cmpint (lanyard_entry_get_outcome (lanyard_batch_get_entry (desk->batch, failing)), ==,
                   LANYARD_OUTCOME_REFUSED);

  run (desk);
  assert_outcomes (desk, 3, 0, 0);
  assert_written (desk, 4);
  assert_all_held_by (desk, NULL);
}

/* After a restart the journal is all there is: what failed is tried again from there. */
static void
test_from_journal (Desk          *desk,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  gint64 number;

  add_fault (desk, UNASSIGN, "status", 1, ", \"status\": 400");
  plan_all (desk);
  run (desk);
  number = lanyard_batch_get_number (desk->batch);
  entries = list_written (desk);
  g_clear_object (&desk->batch);
  desk->batch = lanyard_batch_new_of_entries (desk->base.changes, entries);
  g_assert_cmpint (lanyard_batch_get_number (desk->batch), ==, number);
  assert_outcomes (desk, 2, 1, 0);
  run (desk);
  assert_outcomes (desk, 3, 0, 0);
  assert_written (desk, 4);
  assert_all_held_by (desk, NULL);

  /* Of four entries about three records, the last ones count. */
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = list_written (desk);
  g_clear_object (&desk->batch);
  desk->batch = lanyard_batch_new_of_entries (desk->base.changes, entries);
  g_assert_cmpuint (lanyard_batch_get_n_items (desk->batch), ==, 3);
  assert_outcomes (desk, 3, 0, 0);
}

/* What may have been done is found out, never sent again. */
static void
test_unknown (Desk          *desk,
              gconstpointer  data)
{
  add_fault (desk, UNASSIGN, "reset-after", 1, "");
  add_fault (desk, "/acs/credentials/get", "status", 1, ", \"status\": 500, \"times\": 0, \"skip\": 1");
  plan_all (desk);
  run (desk);
  assert_outcomes (desk, 2, 0, 1);
  fixture_control (&desk->base.base, "/_sandbox/faults/clear", "{}");
  run (desk);
  assert_outcomes (desk, 3, 0, 0);
  assert_written (desk, 3);
  assert_all_held_by (desk, NULL);
}

/* Somebody else changes one of them just then. */
static void
test_busy (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_unassign (desk->base.directory, desk->cards->pdata[0]);
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_changes_run_async (desk->base.changes, change, NULL, keep_result, &result);
  plan_all (desk);
  run (desk);
  assert_outcomes (desk, 2, 0, 0);
  g_assert_null (lanyard_batch_get_entry (desk->batch, 0));
  g_assert_error (lanyard_batch_get_error (desk->batch, 0), LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (lanyard_changes_finish (desk->base.changes, result, NULL));
  assert_all_held_by (desk, NULL);

  /* By now there is nothing to do, which is said of that one alone. */
  run (desk);
  assert_outcomes (desk, 2, 1, 0);
  g_assert_no_error (lanyard_batch_get_error (desk->batch, 0));
}

static void
stop_after_one (Desk *desk)
{
  guint n_ended;

  g_object_get (desk->batch, "n-ended", &n_ended, NULL);
  if (n_ended == 1)
    g_cancellable_cancel (desk->cancellable);
}

/* What was done stays done, and so does what was sent by then; the rest is on record as not sent. */
static void
test_stopped (Desk          *desk,
              gconstpointer  data)
{
  guint n_done;

  plan_all (desk);
  g_signal_connect_swapped (desk->batch, "notify::n-ended", G_CALLBACK (stop_after_one), desk);
  run (desk);
  n_done = lanyard_batch_count (desk->batch, LANYARD_OUTCOME_DONE);
  g_assert_cmpuint (n_done, >=, 1);
  g_assert_cmpuint (n_done, <=, 2);
  assert_outcomes (desk, n_done, 3 - n_done, 0);
  assert_written (desk, 3);
  for (guint i = 0; i < desk->cards->len; i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (desk->batch, i);

      g_assert_cmpint (lanyard_entry_get_is_sent (entry), ==, i < n_done);
      g_assert_cmpint (lanyard_entry_get_own_reason (entry), ==, i < n_done ? -1 : LANYARD_CHANGES_ERROR_STOPPED);
      assert_holder (desk, i, i < n_done ? NULL : desk->ada);
    }
}

static void
undo (Desk *desk)
{
  g_autoptr (GPtrArray) entries = list_written (desk);
  LanyardBatch *batch = lanyard_batch_new_undo (desk->base.changes, entries);

  g_clear_object (&desk->batch);
  desk->batch = batch;
  run (desk);
}

/* And that is undone in turn. */
static void
test_undone (Desk          *desk,
             gconstpointer  data)
{
  gint64 number;

  plan_all (desk);
  run (desk);
  number = lanyard_batch_get_number (desk->batch);
  undo (desk);
  g_assert_cmpint (lanyard_batch_get_number (desk->batch), !=, number);
  assert_outcomes (desk, 3, 0, 0);
  assert_all_held_by (desk, desk->ada);
  g_assert_null (get_last_undoable (desk));

  undo (desk);
  assert_outcomes (desk, 3, 0, 0);
  assert_all_held_by (desk, NULL);
}

/* What somebody else has by now stays with them, and what was not done is left alone. */
static void
test_partly_undone (Desk          *desk,
                    gconstpointer  data)
{
  g_autofree char *json = NULL;

  add_fault (desk, UNASSIGN, "status", 0, ", \"status\": 400");
  plan_all (desk);
  run (desk);
  assert_outcomes (desk, 2, 1, 0);
  json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": \"%s\"}",
                          id_of (desk->cards->pdata[1]), id_of (desk->other));
  directory_fixture_set (&desk->base, json);
  undo (desk);
  g_assert_cmpuint (lanyard_batch_get_n_items (desk->batch), ==, 2);
  assert_outcomes (desk, 1, 1, 0);
  assert_holder (desk, 0, desk->ada);
  assert_holder (desk, 1, desk->other);
  assert_holder (desk, 2, desk->ada);
  g_assert_null (get_last_undoable (desk));

  /* A second time there is nothing to take back but that. */
  run (desk);
  assert_outcomes (desk, 1, 1, 0);
  assert_holder (desk, 1, desk->other);
}

#define ADD(path, data, func) g_test_add ("/batch/" path, Desk, GUINT_TO_POINTER (data), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("done", 0, test_done);
  ADD ("nothing", 0, test_nothing);
  ADD ("refused/first", 0, test_refused);
  ADD ("refused/middle", 1, test_refused);
  ADD ("refused/last", 2, test_refused);
  ADD ("from-journal", 0, test_from_journal);
  ADD ("unknown", 0, test_unknown);
  ADD ("busy", 0, test_busy);
  ADD ("stopped", 0, test_stopped);
  ADD ("undone", 0, test_undone);
  ADD ("partly-undone", 0, test_partly_undone);

  return g_test_run ();
}
