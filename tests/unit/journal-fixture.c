/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal in a folder of its own, its calls waited for. */
#include "journal-fixture.h"

#include <sqlite3.h>

#include "lanyard-holder.h"
#include "remove-tree.h"

#define WORKSPACE "workspace-1"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
journal_fixture_set_up (JournalFixture *self,
                        gconstpointer   data)
{
  self->folder = g_dir_make_tmp ("lanyard-journal-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "deeper", "journal.sqlite", NULL);
}

static void
set_closed (gpointer data)
{
  g_atomic_int_set ((int *) data, TRUE);
}

/* Whichever thread had it last closes the file, some time later. An object's data goes when all the rest is gone. */
void
journal_fixture_close (JournalFixture *self)
{
  int closed = FALSE;

  if (self->journal == NULL)
    return;
  g_object_set_data_full (G_OBJECT (self->journal), "closed", &closed, set_closed);
  g_clear_object (&self->journal);
  while (!g_atomic_int_get (&closed))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
}

void
journal_fixture_tear_down (JournalFixture *self,
                           gconstpointer   data)
{
  journal_fixture_close (self);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

gboolean
journal_fixture_open (JournalFixture *self,
                      GError        **error)
{
  journal_fixture_close (self);
  self->journal = lanyard_journal_new (self->path);
  return journal_open (self->journal, error);
}

void
journal_fixture_reopen (JournalFixture *self)
{
  g_autoptr (GError) error = NULL;

  journal_fixture_open (self, &error);
  g_assert_no_error (error);
}

LanyardEntry *
journal_make_entry (const char *credential,
                    const char *from,
                    const char *to,
                    gint64      undo_of)
{
  g_autofree char *before = lanyard_holder_write (from, from);
  g_autofree char *after = lanyard_holder_write (to, to);

  return g_object_new (LANYARD_TYPE_ENTRY,
                       "begun-at", g_get_real_time (),
                       "operation", from == NULL ? LANYARD_OPERATION_ASSIGN
                                    : to == NULL ? LANYARD_OPERATION_UNASSIGN : LANYARD_OPERATION_MOVE,
                       "workspace-id", WORKSPACE,
                       "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                       "subject-id", credential,
                       "subject-name", credential,
                       "before", before,
                       "after", after,
                       "undo-of", undo_of,
                       NULL);
}

gboolean
journal_open (LanyardJournal *journal,
              GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_open_async (journal, NULL, keep_result, &result);
  wait_for (&result);
  return lanyard_journal_open_finish (journal, result, error);
}

gboolean
journal_begin (LanyardJournal *journal,
               LanyardEntry   *entry,
               GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_begin_async (journal, entry, NULL, keep_result, &result);
  wait_for (&result);
  return lanyard_journal_begin_finish (journal, result, error);
}

gboolean
journal_send (LanyardJournal *journal,
              LanyardEntry   *entry)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_send_async (journal, entry, keep_result, &result);
  wait_for (&result);
  return lanyard_journal_send_finish (journal, result, NULL);
}

gboolean
journal_close (LanyardJournal *journal,
               LanyardEntry   *entry,
               LanyardOutcome  outcome,
               const char     *message,
               const char     *request_id,
               GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_close_async (journal, entry, outcome, -1, message, request_id, NULL, keep_result, &result);
  wait_for (&result);
  return lanyard_journal_close_finish (journal, result, error);
}

GPtrArray *
journal_find (LanyardJournal           *journal,
              const LanyardEntryFilter *filter,
              gint64                    before,
              guint                     limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  lanyard_journal_list_async (journal, filter, before, limit, NULL, keep_result, &result);
  wait_for (&result);
  entries = lanyard_journal_list_finish (journal, result, &error);
  g_assert_no_error (error);
  return entries;
}

GPtrArray *
journal_list (LanyardJournal *journal,
              const char     *search,
              gint64          before,
              guint           limit)
{
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new (WORKSPACE, search);

  return journal_find (journal, filter, before, limit);
}

GPtrArray *
journal_list_all (LanyardJournal *journal)
{
  return journal_find (journal, NULL, 0, 0);
}

GPtrArray *
journal_list_open (LanyardJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  lanyard_journal_list_open_async (journal, WORKSPACE, NULL, keep_result, &result);
  wait_for (&result);
  entries = lanyard_journal_list_finish (journal, result, &error);
  g_assert_no_error (error);
  return entries;
}

gboolean
journal_prune (LanyardJournal *journal,
               gint64          before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  lanyard_journal_prune_async (journal, before, NULL, keep_result, &result);
  wait_for (&result);
  done = lanyard_journal_prune_finish (journal, result, &error);
  g_assert_no_error (error);
  return done;
}

void
journal_add_many (JournalFixture *self,
                  guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *card = g_strdup_printf ("Card %u", i);
      g_autoptr (LanyardEntry) entry = journal_make_entry (card, NULL, i % 2 == 0 ? "José Łukasz" : "山田太郎", 0);

      journal_begin (self->journal, entry, NULL);
      journal_close (self->journal, entry, LANYARD_OUTCOME_DONE, NULL, i == 7 ? "req-7F3a" : NULL, NULL);
    }
}

gint64
journal_query (const char *path,
               const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 value = -1;
  int code;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  else
    g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return value;
}

void
journal_fixture_load (JournalFixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *sql = journal_read_old (".sql");
  sqlite3 *db;

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
journal_read_old (const char *suffix)
{
  g_autofree char *path = g_strconcat (JOURNALS "/version-2", suffix, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

GSubprocess *
journal_start (const char *program,
               const char *mode,
               const char *path,
               guint       kind,
               guint       at)
{
  g_autofree char *kind_text = g_strdup_printf ("%u", kind);
  g_autofree char *at_text = g_strdup_printf ("%u", at);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode, path, kind_text,
                                         at_text, NULL);

  g_assert_no_error (error);
  return child;
}

void
journal_lock (JournalFixture *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  /* A journal that was closed just now may still have it. */
  sqlite3_busy_timeout (db, 30000);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                                     " PRAGMA user_version = " G_STRINGIFY (JOURNAL_VERSION) "; COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  self->locker = db;
}

void
journal_unlock (JournalFixture *self)
{
  g_assert_cmpint (sqlite3_close (self->locker), ==, SQLITE_OK);
}
