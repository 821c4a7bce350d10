/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what it keeps, and what it finds again. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "journal-fixture.h"

static void
test_written_before_sent (JournalFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf info;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, entry, &error);
  g_assert_no_error (error);

  g_assert_cmpint (lanyard_entry_get_id (entry), >, 0);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_PENDING);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count(*) FROM entry WHERE outcome = 0"
                                                " AND after ->> 'user_id' = 'ada'"), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
}

static void
test_others_may_not_read (JournalFixture *fixture,
                          gconstpointer   data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  GStatBuf info;

  journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, entry, NULL);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (wal, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_kept (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", "ada", "bob", 0);
  g_autoptr (GPtrArray) entries = NULL;
  LanyardEntry *again;
  gint64 id, begun_at;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, entry, NULL);
  g_assert_true (journal_close (fixture->journal, entry, LANYARD_OUTCOME_REFUSED, "No <b>way</b>", "req-1", NULL));
  id = lanyard_entry_get_id (entry);
  begun_at = lanyard_entry_get_begun_at (entry);
  g_clear_object (&entry);
  journal_fixture_reopen (fixture);

  entries = journal_list (fixture->journal, NULL, 0, 10);
  g_assert_cmpuint (entries->len, ==, 1);
  again = entries->pdata[0];
  g_assert_cmpint (lanyard_entry_get_id (again), ==, id);
  g_assert_cmpint (lanyard_entry_get_begun_at (again), ==, begun_at);
  g_assert_cmpint (lanyard_entry_get_closed_at (again), >=, begun_at);
  g_assert_cmpint (lanyard_entry_get_operation (again), ==, LANYARD_OPERATION_MOVE);
  g_assert_cmpint (lanyard_entry_get_outcome (again), ==, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpstr (lanyard_entry_get_from_id (again), ==, "ada");
  g_assert_cmpstr (lanyard_entry_get_to_label (again), ==, "bob");
  g_assert_cmpstr (lanyard_entry_get_message (again), ==, "No <b>way</b>");
  g_assert_cmpstr (lanyard_entry_get_request_id (again), ==, "req-1");
}

static void
test_undone (JournalFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) refused = NULL;
  g_autoptr (LanyardEntry) undo = NULL;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, entry, NULL);
  journal_close (fixture->journal, entry, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  refused = journal_make_entry ("card", "ada", NULL, lanyard_entry_get_id (entry));
  journal_begin (fixture->journal, refused, NULL);
  journal_close (fixture->journal, refused, LANYARD_OUTCOME_REFUSED, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_get_undone_by (entry), ==, 0);

  undo = journal_make_entry ("card", "ada", NULL, lanyard_entry_get_id (entry));
  journal_begin (fixture->journal, undo, NULL);
  journal_close (fixture->journal, undo, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_get_undone_by (entry), ==, lanyard_entry_get_id (undo));
  g_assert_cmpint (journal_query (fixture->path, "SELECT undone_by FROM entry WHERE id = 1"), ==,
                   lanyard_entry_get_id (undo));
}

static void
assert_found (JournalFixture *fixture,
              const char     *search,
              guint           n)
{
  g_autoptr (GPtrArray) found = journal_list (fixture->journal, search, 0, 0);

  g_assert_cmpuint (found->len, ==, n);
}

static void
test_pages_and_search (JournalFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) found = NULL;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 25);
  first = journal_list (fixture->journal, NULL, 0, 10);
  g_assert_cmpuint (first->len, ==, 10);
  g_assert_cmpint (lanyard_entry_get_id (first->pdata[0]), ==, 25);
  g_assert_cmpint (lanyard_entry_get_id (first->pdata[9]), ==, 16);
  second = journal_list (fixture->journal, NULL, 16, 20);
  g_assert_cmpuint (second->len, ==, 15);
  g_assert_cmpint (lanyard_entry_get_id (second->pdata[14]), ==, 1);

  assert_found (fixture, "card 24", 1);
  assert_found (fixture, "JOSE", 13);
  assert_found (fixture, "josé 24", 1);
  assert_found (fixture, "太郎", 12);
  assert_found (fixture, "Req-7f3A", 1);
  assert_found (fixture, "%", 0);
  assert_found (fixture, "  ", 25);
  assert_found (fixture, "nobody", 0);
  found = journal_list (fixture->journal, "jose", 20, 3);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (lanyard_entry_get_id (found->pdata[0]), ==, 19);
}

/* A view and an operation that hold the same entry see the same object. */
static void
test_one_object (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, entry, NULL);
  entries = journal_list (fixture->journal, NULL, 0, 10);
  g_assert_true (entries->pdata[0] == entry);
  journal_close (fixture->journal, entry, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_get_outcome (entries->pdata[0]), ==, LANYARD_OUTCOME_DONE);
}

static void
test_prune (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (LanyardEntry) done = journal_make_entry ("done", NULL, "ada", 0);
  g_autoptr (LanyardEntry) unknown = journal_make_entry ("unknown", NULL, "ada", 0);
  g_autoptr (LanyardEntry) pending = journal_make_entry ("pending", NULL, "ada", 0);
  gint64 now;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, done, NULL);
  journal_begin (fixture->journal, unknown, NULL);
  journal_begin (fixture->journal, pending, NULL);
  journal_close (fixture->journal, done, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  journal_close (fixture->journal, unknown, LANYARD_OUTCOME_UNKNOWN, NULL, NULL, NULL);

  now = g_get_real_time ();
  journal_prune (fixture->journal, now - G_TIME_SPAN_DAY);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count(*) FROM entry"), ==, 3);
  /* What is yet to be found out is kept, however old. */
  journal_prune (fixture->journal, now + 1);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count(*) FROM entry"), ==, 2);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count(*) FROM entry WHERE outcome IN (0, 4)"), ==, 2);
}

/* What a Lanyard of the first schema has left. */
static void
test_migrated (JournalFixture *fixture,
               gconstpointer   data)
{
  static const char * const statements[] = {
    "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, begun_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,"
    " operation INTEGER NOT NULL, outcome INTEGER NOT NULL, undo_of INTEGER NOT NULL, undone_by INTEGER NOT NULL,"
    " error_code INTEGER NOT NULL, workspace_id TEXT, credential_id TEXT, credential_label TEXT, system_id TEXT,"
    " from_id TEXT, from_label TEXT, to_id TEXT, to_label TEXT, message TEXT, request_id TEXT)",
    "CREATE INDEX entry_open ON entry (workspace_id, outcome)",
    "INSERT INTO entry VALUES (7, 1, 2, 0, 1, 0, 0, -1, 'workspace-1', 'c', 'Card', 's', NULL, NULL, 'u', 'Ada', NULL, NULL)",
    "PRAGMA user_version = 1",
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LanyardEntry) next = journal_make_entry ("card", NULL, "ada", 0);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    journal_query (fixture->path, statements[i]);
  journal_fixture_reopen (fixture);
  entries = journal_list (fixture->journal, NULL, 0, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (lanyard_entry_get_id (entries->pdata[0]), ==, 7);
  g_assert_cmpstr (lanyard_entry_get_to_label (entries->pdata[0]), ==, "Ada");
  g_assert_true (journal_begin (fixture->journal, next, NULL));
  g_assert_cmpint (lanyard_entry_get_id (next), ==, 8);
}

static void
test_cancelled_list (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new ("workspace-1", "nothing");
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 5);
  lanyard_journal_list_async (fixture->journal, filter, 0, 0, cancellable, NULL, NULL);
  g_cancellable_cancel (cancellable);
  entries = journal_list (fixture->journal, NULL, 0, 0);
  g_assert_cmpuint (entries->len, ==, 5);
}

static void
test_in_memory (JournalFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (GPtrArray) entries = NULL;

  fixture->journal = lanyard_journal_new (NULL);
  g_assert_true (journal_open (fixture->journal, NULL));
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  g_assert_true (journal_open (fixture->journal, NULL));
  entries = journal_list (fixture->journal, NULL, 0, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* After a run that was cut off: what was sent by it and what certainly was not, also once that is closed. What was not
 * sent doesn't keep from finding out what was sent before it. */
static void
test_sent (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardEntry) sent = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) begun = journal_make_entry ("card", NULL, "bob", 0);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) again = NULL;

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, sent, NULL);
  g_assert_false (lanyard_entry_get_is_sent (sent));
  g_assert_true (journal_send (fixture->journal, sent));
  g_assert_true (lanyard_entry_get_is_sent (sent));
  journal_begin (fixture->journal, begun, NULL);
  g_clear_object (&sent);
  g_clear_object (&begun);
  journal_fixture_reopen (fixture);

  entries = journal_list_open (fixture->journal);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_false (lanyard_entry_get_is_sent (entries->pdata[0]));
  g_assert_cmpstr (lanyard_entry_get_to_id (entries->pdata[0]), ==, "bob");
  g_assert_cmpint (lanyard_entry_get_error_code (entries->pdata[0]), ==, -1);
  g_assert_true (lanyard_entry_get_is_sent (entries->pdata[1]));
  journal_close (fixture->journal, entries->pdata[0], LANYARD_OUTCOME_REFUSED, NULL, NULL, NULL);
  journal_close (fixture->journal, entries->pdata[1], LANYARD_OUTCOME_REFUSED, NULL, NULL, NULL);
  g_clear_pointer (&entries, g_ptr_array_unref);
  journal_fixture_reopen (fixture);

  again = journal_list (fixture->journal, NULL, 0, 0);
  g_assert_false (lanyard_entry_get_is_sent (again->pdata[0]));
  g_assert_true (lanyard_entry_get_is_sent (again->pdata[1]));
}

static void
keep_error (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, user_data);

  g_assert_null (entries);
}

/* Also when it has been found by then: who has given it up looks for something else. */
static void
test_given_up (JournalFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 1);
  lanyard_journal_list_async (fixture->journal, NULL, 0, 0, cancellable, keep_error, &error);
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (JournalFixture *, gconstpointer);
  } tests[] = {
    { "/journal/written-before-sent", test_written_before_sent },
    { "/journal/others-may-not-read", test_others_may_not_read },
    { "/journal/kept", test_kept },
    { "/journal/sent", test_sent },
    { "/journal/undone", test_undone },
    { "/journal/pages-and-search", test_pages_and_search },
    { "/journal/one-object", test_one_object },
    { "/journal/prune", test_prune },
    { "/journal/migrated", test_migrated },
    { "/journal/cancelled-list", test_cancelled_list },
    { "/journal/in-memory", test_in_memory },
    { "/journal/given-up", test_given_up },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test, journal_fixture_tear_down);

  return g_test_run ();
}
