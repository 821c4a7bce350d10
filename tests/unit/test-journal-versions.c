/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two Lanyards of different versions have the journal open: neither writes what the other would take for something
 * else; and what migrating leaves empty is given back. */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "journal-fixture.h"

/* What a Lanyard of version 2 had to say, word for word: beginning, sending, closing, marking what was taken back. */
#define OLD_BEGIN "INSERT INTO entry (begun_at, closed_at, operation, outcome, undo_of, undone_by, error_code," \
                  " workspace_id, credential_id, credential_label, system_id, from_id, from_label, to_id," \
                  " to_label, operator) VALUES (?, 0, ?, 0, ?, 0, -2, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define OLD_SEND "UPDATE entry SET error_code = -1 WHERE id = ?"
#define OLD_CLOSE "UPDATE entry SET outcome = ?, closed_at = ?, error_code = ?, message = ?, request_id = ?" \
                  " WHERE id = ?"
#define N_LONG 8 /* how often a journal of 41 entries is doubled */

static sqlite3 *
open_old (JournalFixture *fixture)
{
  sqlite3 *db;

  journal_fixture_load (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 2000);
  return db;
}

/* Returns the entry's id, or 0. */
static gint64
old_begin (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  gint64 id = 0;

  if (sqlite3_prepare_v2 (db, OLD_BEGIN, -1, &statement, NULL) != SQLITE_OK)
    return 0;
  for (int i = 1; i < 4; i++)
    sqlite3_bind_int64 (statement, i, 0);
  for (int i = 4; i <= 12; i++)
    sqlite3_bind_text (statement, i, i == 4 ? "workspace-1" : "text", -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_DONE)
    id = sqlite3_last_insert_rowid (db);
  sqlite3_finalize (statement);
  return id;
}

static void
old_send (sqlite3 *db,
          gint64   id)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, OLD_SEND, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, id);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* @code: as version 2 had it, where what was not sent is mirrored below -2. */
static void
old_close (sqlite3        *db,
           gint64          id,
           LanyardOutcome  outcome,
           int             code)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, OLD_CLOSE, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_int (statement, 1, (int) outcome);
  sqlite3_bind_int64 (statement, 2, 99);
  sqlite3_bind_int (statement, 3, code);
  sqlite3_bind_int64 (statement, 6, id);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
assert_entry (JournalFixture *fixture,
              gint64          id,
              LanyardOutcome  outcome,
              int             code,
              gboolean        is_sent)
{
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_reopen (fixture);
  entries = journal_list (fixture->journal, NULL, id + 1, 1);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (lanyard_entry_get_id (entries->pdata[0]), ==, id);
  g_assert_cmpint (lanyard_entry_get_outcome (entries->pdata[0]), ==, outcome);
  g_assert_cmpint (lanyard_entry_get_error_code (entries->pdata[0]), ==, code);
  g_assert_cmpint (lanyard_entry_get_is_sent (entries->pdata[0]), ==, is_sent);
}

/* It can't write down what it would do, so that it does not do it. */
static void
test_old_begins_nothing (JournalFixture *fixture,
                         gconstpointer   data)
{
  sqlite3 *old = open_old (fixture);
  gint64 n_before;

  g_assert_cmpint (old_begin (old), !=, 0);
  journal_fixture_reopen (fixture);
  n_before = journal_query (fixture->path, "SELECT count (*) FROM entry");
  g_assert_cmpint (old_begin (old), ==, 0);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry"), ==, n_before);
  g_assert_cmpint (sqlite3_close (old), ==, SQLITE_OK);
}

/* What it has begun by then goes its way, and whether it was sent is known at each step. */
static void
test_old_goes_on (JournalFixture *fixture,
                  gconstpointer   data)
{
  sqlite3 *old = open_old (fixture);
  gint64 sent = old_begin (old);
  gint64 unsent = old_begin (old);
  gint64 refused = old_begin (old);

  old_send (old, refused);
  assert_entry (fixture, sent, LANYARD_OUTCOME_PENDING, -1, FALSE);
  assert_entry (fixture, refused, LANYARD_OUTCOME_PENDING, -1, TRUE);

  old_send (old, sent);
  assert_entry (fixture, sent, LANYARD_OUTCOME_PENDING, -1, TRUE);
  old_close (old, sent, LANYARD_OUTCOME_DONE, -1);
  assert_entry (fixture, sent, LANYARD_OUTCOME_DONE, -1, TRUE);
  old_close (old, unsent, LANYARD_OUTCOME_REFUSED, -3 - 1005);
  assert_entry (fixture, unsent, LANYARD_OUTCOME_REFUSED, 1005, FALSE);
  old_close (old, refused, LANYARD_OUTCOME_REFUSED, 4);
  assert_entry (fixture, refused, LANYARD_OUTCOME_REFUSED, 4, TRUE);
  g_assert_cmpint (sqlite3_close (old), ==, SQLITE_OK);
}

/* What is begun, sent and closed here is none of that. */
static void
test_own_writes (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  gint64 id;

  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  id = lanyard_entry_get_id (entry);
  g_assert_true (journal_close (fixture->journal, entry, LANYARD_OUTCOME_REFUSED, NULL, NULL, NULL));
  g_clear_object (&entry);
  assert_entry (fixture, id, LANYARD_OUTCOME_REFUSED, -1, FALSE);
}

static void
assert_newer (gboolean done,
              GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER);
}

static char *
checksum (JournalFixture *fixture)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *paths[] = { fixture->path, wal };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_file_get_contents (paths[i], &contents, &length, NULL);
      g_checksum_update (sum, (const guchar *) contents, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
prune_it (JournalFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_prune_async (fixture->journal, G_MAXINT64, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_journal_prune_finish (fixture->journal, result, NULL);
}

typedef enum { BEGIN, SEND, CLOSE, PRUNE, N_WRITES } Write;

static gboolean
write_it (JournalFixture *fixture,
          LanyardEntry   *entry,
          Write           what)
{
  g_autoptr (LanyardEntry) next = journal_make_entry ("card", NULL, "ben", 0);

  switch (what)
    {
    case BEGIN:
      return journal_begin (fixture->journal, next, NULL);
    case SEND:
      return journal_send (fixture->journal, entry);
    case CLOSE:
      return journal_close (fixture->journal, entry, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
    case PRUNE:
      return prune_it (fixture);
    case N_WRITES:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
list_it (JournalFixture *fixture,
         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  lanyard_journal_list_async (fixture->journal, NULL, 0, 0, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = lanyard_journal_list_finish (fixture->journal, result, error);
  return entries != NULL;
}

/* A newer Lanyard that comes while this one has it open is noticed before anything is written. @data: by what */
static void
test_newer_comes (JournalFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *newer;

  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  /* It stays open, so that nothing is moved from the one file to the other. */
  g_assert_cmpint (sqlite3_open (fixture->path, &newer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (newer, "BEGIN; ALTER TABLE entry ADD COLUMN more TEXT; PRAGMA user_version = 99;"
                                        " COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  before = checksum (fixture);
  g_assert_false (write_it (fixture, entry, (Write) GPOINTER_TO_UINT (data)));
  after = checksum (fixture);
  g_assert_cmpstr (after, ==, before);
  assert_newer (journal_open (fixture->journal, &error), &error);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry WHERE outcome = 0 AND is_sent = 0"),
                   ==, 1);
  g_assert_cmpint (sqlite3_close (newer), ==, SQLITE_OK);
}

/* Why is said each time, also when it is asked for something else next. */
static void
test_newer_is_said (JournalFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);

  journal_fixture_reopen (fixture);
  journal_query (fixture->path, "PRAGMA user_version = 99");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) unread = NULL;
      g_autoptr (GError) unwritten = NULL;

      assert_newer (list_it (fixture, &unread), &unread);
      assert_newer (journal_begin (fixture->journal, entry, &unwritten), &unwritten);
    }
}

static gint64
size_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* Migrated, it is about as large as it was; and what has lost most of its entries shrinks when it is opened next. */
static void
test_compact (JournalFixture *fixture,
              gconstpointer   data)
{
  gint64 before, after, pruned;

  journal_fixture_load (fixture);
  for (guint i = 0; i < N_LONG; i++)
    journal_query (fixture->path, "INSERT INTO entry SELECT NULL, begun_at, closed_at, operation, outcome, 0, 0,"
                                  " error_code, workspace_id, credential_id, credential_label, system_id, from_id,"
                                  " from_label, to_id, to_label, message, request_id, operator FROM entry");
  before = size_of (fixture->path);
  journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  after = size_of (fixture->path);
  g_test_message ("%" G_GINT64_FORMAT " bytes became %" G_GINT64_FORMAT, before, after);
  g_assert_cmpint (after, <, before * 3 / 2);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry"), ==, 41 << N_LONG);
  g_assert_cmpint (journal_query (fixture->path, "PRAGMA freelist_count"), ==, 0);

  journal_fixture_reopen (fixture);
  g_assert_true (journal_prune (fixture->journal, G_MAXINT64));
  journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  pruned = size_of (fixture->path);
  g_assert_cmpint (pruned, <, after * 2 / 3);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM pragma_integrity_check"
                                                 " WHERE integrity_check = 'ok'"), ==, 1);
}

/* While others have it open it is left as it is. */
static void
test_not_compact_beside_others (JournalFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (LanyardJournal) other = NULL;
  gint64 n_free;

  journal_fixture_reopen (fixture);
  journal_query (fixture->path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                                " INSERT INTO entry (begun_at, closed_at, kind, outcome, is_sent, error_code, undo_of,"
                                " undone_by) SELECT i, i, 'assign', 1, 1, -1, 0, 0 FROM n");
  g_assert_true (journal_prune (fixture->journal, G_MAXINT64));
  n_free = journal_query (fixture->path, "PRAGMA freelist_count");
  g_assert_cmpint (n_free, >, 100);
  other = lanyard_journal_new (fixture->path);
  g_assert_true (journal_open (other, NULL));
  g_assert_cmpint (journal_query (fixture->path, "PRAGMA freelist_count"), ==, n_free);
}

#define ADD(path, data, test) g_test_add ("/journal-versions/" path, JournalFixture, GUINT_TO_POINTER (data), \
                                          journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("old-begins-nothing", 0, test_old_begins_nothing);
  ADD ("old-goes-on", 0, test_old_goes_on);
  ADD ("own-writes", 0, test_own_writes);
  ADD ("newer/begin", BEGIN, test_newer_comes);
  ADD ("newer/send", SEND, test_newer_comes);
  ADD ("newer/close", CLOSE, test_newer_comes);
  ADD ("newer/prune", PRUNE, test_newer_comes);
  ADD ("newer/said", 0, test_newer_is_said);
  ADD ("compact", 0, test_compact);
  ADD ("not-compact-beside-others", 0, test_not_compact_beside_others);

  return g_test_run ();
}
