/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was lost is on record: kept over a restart, of one workspace, and claimed only once it is written down. */
#include "journal-fixture.h"
#include "lanyard-marks.h"

#define WORKSPACE "workspace-1"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
count (guint *n)
{
  ++*n;
}

/* Marks that have been read, or could not be. */
static LanyardMarks *
load (JournalFixture *fixture,
      const char     *workspace_id)
{
  LanyardMarks *marks = lanyard_marks_new (fixture->journal);
  guint n = 0;

  g_object_set_data (G_OBJECT (marks), "workspace", (gpointer) workspace_id);
  g_signal_connect_swapped (marks, "changed", G_CALLBACK (count), &n);
  g_signal_connect_swapped (marks, "failed", G_CALLBACK (count), &n);
  lanyard_marks_load (marks, workspace_id);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (marks, count, &n);
  return marks;
}

static gboolean
write_marks (LanyardMarks *marks,
             GPtrArray    *what,
             GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < what->len; i++)
    g_ptr_array_add (entries, g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_LOSE, "workspace-id",
                                            g_object_get_data (G_OBJECT (marks), "workspace"), "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id",
                                            ((LanyardMark *) what->pdata[i])->credential_id, NULL));
  lanyard_marks_write_async (marks, what, entries, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_marks_write_finish (marks, result, error);
}

static gboolean
write_one (LanyardMarks *marks,
           LanyardMark  *mark,
           GError      **error)
{
  g_autoptr (GPtrArray) what = g_ptr_array_new ();

  g_ptr_array_add (what, mark);
  return write_marks (marks, what, error);
}

static void
lose (LanyardMarks *marks,
      const char   *credential_id)
{
  g_autoptr (LanyardMark) mark = lanyard_mark_new_lost (credential_id);
  g_autoptr (GError) error = NULL;

  write_one (marks, mark, &error);
  g_assert_no_error (error);
}

static void
test_kept (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  gint64 before = g_get_real_time ();
  const LanyardMark *mark;

  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  g_assert_false (lanyard_marks_is_lost (marks, "card"));
  g_assert_false (lanyard_marks_is_lost (marks, NULL));
  lose (marks, "card");
  g_assert_true (lanyard_marks_is_lost (marks, "card"));
  g_assert_false (lanyard_marks_is_lost (marks, "other"));

  g_clear_object (&marks);
  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  g_assert_true (lanyard_marks_is_lost (marks, "card"));
  mark = lanyard_marks_look_up (marks, "card");
  g_assert_cmpint (mark->lost_at, >=, before);
  g_assert_cmpint (mark->lost_at, <=, g_get_real_time ());
  g_assert_cmpstr (mark->lost_by, ==, g_get_user_name ());
  g_assert_cmpint (mark->found_at, ==, 0);
  g_assert_null (mark->found_by);
}

/* That it was lost stays on record; lost once more, it is only that. */
static void
test_found (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  g_autoptr (LanyardMark) found = NULL;
  gint64 lost_at;

  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  lose (marks, "card");
  lost_at = lanyard_marks_look_up (marks, "card")->lost_at;
  found = lanyard_mark_new_found (lanyard_marks_look_up (marks, "card"));
  g_assert_true (write_one (marks, found, NULL));
  g_assert_false (lanyard_marks_is_lost (marks, "card"));

  g_clear_object (&marks);
  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  g_assert_false (lanyard_marks_is_lost (marks, "card"));
  g_assert_cmpint (lanyard_marks_look_up (marks, "card")->lost_at, ==, lost_at);
  g_assert_cmpint (lanyard_marks_look_up (marks, "card")->found_at, >=, lost_at);
  g_assert_cmpstr (lanyard_marks_look_up (marks, "card")->found_by, ==, g_get_user_name ());
  lose (marks, "card");
  g_assert_true (lanyard_marks_is_lost (marks, "card"));
  g_assert_cmpint (lanyard_marks_look_up (marks, "card")->found_at, ==, 0);
}

/* Ids are the server's: two workspaces may have the same. */
static void
test_of_one_workspace (JournalFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  g_autoptr (LanyardMarks) others = NULL;

  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  lose (marks, "card");
  others = load (fixture, "workspace-2");
  g_assert_false (lanyard_marks_is_lost (others, "card"));
  lose (others, "other");

  g_clear_object (&marks);
  marks = load (fixture, WORKSPACE);
  g_assert_true (lanyard_marks_is_lost (marks, "card"));
  g_assert_false (lanyard_marks_is_lost (marks, "other"));
}

/* What another process has marked is known once they are read again. */
static void
test_of_another_process (JournalFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  guint n = 0;

  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  journal_query (fixture->path, "INSERT INTO mark VALUES ('workspace-1', 'card', 5, 'kim', 0, NULL)");
  g_assert_false (lanyard_marks_is_lost (marks, "card"));
  g_signal_connect_swapped (marks, "changed", G_CALLBACK (count), &n);
  lanyard_marks_load (marks, WORKSPACE);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_marks_is_lost (marks, "card"));
  g_assert_cmpstr (lanyard_marks_look_up (marks, "card")->lost_by, ==, "kim");
}

/* Nothing is claimed that could not be written down; and of several, all are or none. */
static void
test_unwritable (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  g_autoptr (LanyardMark) mark = lanyard_mark_new_lost ("card");
  g_autoptr (LanyardMark) next = lanyard_mark_new_lost ("bad");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  journal_fixture_reopen (fixture);
  marks = load (fixture, WORKSPACE);
  journal_query (fixture->path, "CREATE TRIGGER full BEFORE INSERT ON mark WHEN NEW.credential_id = 'bad'"
                                " BEGIN SELECT RAISE (ABORT, 'no'); END");
  g_ptr_array_add (both, mark);
  g_ptr_array_add (both, next);
  g_assert_false (write_marks (marks, both, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE);
  g_assert_false (lanyard_marks_is_lost (marks, "card"));
  g_assert_false (lanyard_marks_is_lost (marks, "bad"));
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM mark"), ==, 0);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry"), ==, 0);
}

static void
on_failed (LanyardMarks *marks,
           const GError *error,
           GError      **kept)
{
  *kept = g_error_copy (error);
}

static void
test_unreadable (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LanyardMarks) marks = NULL;
  g_autoptr (GError) error = NULL;

  journal_fixture_reopen (fixture);
  journal_query (fixture->path, "PRAGMA user_version = 99");
  marks = lanyard_marks_new (fixture->journal);
  g_signal_connect (marks, "failed", G_CALLBACK (on_failed), &error);
  lanyard_marks_load (marks, WORKSPACE);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER);
}

/* The file of the version before gets its table, and keeps what is in it; not by having old entries deleted either. */
static void
test_from_version_4 (JournalFixture *fixture,
                     gconstpointer   data)
{
  static const char * const steps[] = {
    "ALTER TABLE entry DROP COLUMN first_id", "DROP TABLE mark", "PRAGMA user_version = 4",
  };
  g_autoptr (LanyardMarks) marks = NULL;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 5);
  journal_fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    journal_query (fixture->path, steps[i]);
  journal_fixture_reopen (fixture);
  g_assert_cmpint (journal_query (fixture->path, "PRAGMA user_version"), ==, JOURNAL_VERSION);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry"), ==, 5);
  marks = load (fixture, WORKSPACE);
  lose (marks, "card");
  g_assert_true (journal_prune (fixture->journal, G_MAXINT64));
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM mark"), ==, 1);
}

#define ADD(path, test) g_test_add ("/marks/" path, JournalFixture, NULL, journal_fixture_set_up, test, \
                                    journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("found", test_found);
  ADD ("of-one-workspace", test_of_one_workspace);
  ADD ("of-another-process", test_of_another_process);
  ADD ("unwritable", test_unwritable);
  ADD ("unreadable", test_unreadable);
  ADD ("from-version-4", test_from_version_4);

  return g_test_run ();
}
