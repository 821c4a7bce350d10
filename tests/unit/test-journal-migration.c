/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal of an earlier version is brought to this one's: everything in it is kept and read as it was, wherever that
 * is cut off. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include "faulty-vfs.h"
#include "journal-fixture.h"
#include "lanyard-export.h"

#define N_OLD 41
#define N_DOUBLED 6 /* of a long journal, how often the old one is doubled: more than SQLite has in memory */
#define N_KILLS 60

/* --- What runs in a process of its own, and ends at its step number at_step --- */

static guint at_step, n_steps;

static int
on_step (gpointer data)
{
  if (++n_steps == at_step)
    kill (getpid (), SIGKILL);
  return 0;
}

static int
on_statement (unsigned type,
              void    *data,
              void    *statement,
              void    *text)
{
  return on_step (NULL);
}

/* Whatever SQLite is asked to do counts: each statement, and each few steps of it. */
static int
on_database (sqlite3                    *db,
             char                      **message,
             const sqlite3_api_routines *api)
{
  sqlite3_progress_handler (db, 1, on_step, NULL);
  sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, on_statement, NULL);
  return SQLITE_OK;
}

static int
run_child (char **argv)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (argv[2]);
  guint at = (guint) atoi (argv[4]);

  if (g_str_equal (argv[1], "--steps"))
    {
      at_step = at;
      sqlite3_auto_extension ((void (*) (void)) on_database);
    }
  else
    {
      faulty_vfs_install ();
      faulty_vfs_set ((FaultyVfsKind) atoi (argv[3]), at);
    }
  if (!journal_open (journal, NULL))
    return 1;
  g_print ("%u\n", n_steps > 0 ? n_steps : faulty_vfs_count ());
  return 0;
}

/* This one; under Valgrind, /proc/self/exe is Valgrind. */
static const char *program;

/* Returns whether it was killed; @count: how many steps or writes it took, if it was not. */
static gboolean
open_in_child (const char   *mode,
               const char   *path,
               FaultyVfsKind kind,
               guint         at,
               guint        *count)
{
  g_autoptr (GSubprocess) child = journal_start (program, mode, path, kind, at);
  g_autofree char *told = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, NULL));
  if (g_subprocess_get_if_signaled (child))
    {
      g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
      return TRUE;
    }
  g_assert_true (g_subprocess_get_successful (child));
  if (count != NULL)
    *count = (guint) g_ascii_strtoull (told, NULL, 10);
  return FALSE;
}

/* --- What an entry has, a line each, as the files have it --- */

static void
append_text (GString    *line,
             const char *text)
{
  char others[129] = { 0, };
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < 128; i++)
    others[i] = (char) (128 + i);
  escaped = text != NULL ? g_strescape (text, others) : g_strdup ("(null)");
  g_string_append_printf (line, "\t%s", escaped);
}

static void
append_entry (GString      *text,
              LanyardEntry *entry)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%d\t%d\t%d\t%d"
                                "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT,
                          lanyard_entry_get_id (entry), lanyard_entry_get_begun_at (entry),
                          lanyard_entry_get_closed_at (entry), (int) lanyard_entry_get_operation (entry),
                          (int) lanyard_entry_get_outcome (entry), lanyard_entry_get_error_code (entry),
                          lanyard_entry_get_is_sent (entry), lanyard_entry_get_undo_of (entry),
                          lanyard_entry_get_undone_by (entry));
  append_text (text, lanyard_entry_get_workspace_id (entry));
  append_text (text, lanyard_entry_get_credential_id (entry));
  append_text (text, lanyard_entry_get_credential_label (entry));
  append_text (text, lanyard_entry_get_system_id (entry));
  append_text (text, lanyard_entry_get_from_id (entry));
  append_text (text, lanyard_entry_get_from_label (entry));
  append_text (text, lanyard_entry_get_to_id (entry));
  append_text (text, lanyard_entry_get_to_label (entry));
  append_text (text, lanyard_entry_get_operator (entry));
  append_text (text, lanyard_entry_get_message (entry));
  append_text (text, lanyard_entry_get_request_id (entry));
  g_string_append_c (text, '\n');
}

/* The oldest entries are those that the old Lanyard read, in each getter. Returns how many there are. */
static guint
assert_kept (JournalFixture *fixture)
{
  g_autoptr (GPtrArray) entries = journal_list_all (fixture->journal);
  g_autoptr (GString) text = g_string_new ("id\tbegun_at\tclosed_at\toperation\toutcome\terror_code\tis_sent\tundo_of"
                                           "\tundone_by\tworkspace_id\tcredential_id\tcredential_label\tsystem_id"
                                           "\tfrom_id\tfrom_label\tto_id\tto_label\toperator\tmessage\trequest_id\n");
  g_autofree char *expected = journal_read_old (".tsv");

  g_assert_cmpuint (entries->len, >=, N_OLD);
  for (guint i = entries->len - N_OLD; i < entries->len; i++)
    append_entry (text, entries->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
  return entries->len;
}

/* --- Tests --- */

static void
test_kept (JournalFixture *fixture,
           gconstpointer   data)
{
  journal_fixture_load (fixture);
  for (guint i = 0; i < 2; i++)
    {
      journal_fixture_reopen (fixture);
      g_assert_cmpuint (assert_kept (fixture), ==, N_OLD);
      g_assert_cmpint (journal_query (fixture->path, "PRAGMA user_version"), ==, JOURNAL_VERSION);
    }
}

/* A number that was given to an entry that is gone is not given again: others may speak of it. */
static void
test_numbers (JournalFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (LanyardEntry) next = journal_make_entry ("card", NULL, "ada", 0);

  journal_fixture_load (fixture);
  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, next, NULL));
  g_assert_cmpint (lanyard_entry_get_id (next), ==, 43);
}

static void
assert_exported (GPtrArray          *entries,
                 LanyardExportFormat format,
                 const char         *suffix)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = journal_read_old (suffix);

  lanyard_export_begin (text, format);
  lanyard_export_append (text, format, entries);
  lanyard_export_end (text, format);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_exported (JournalFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_load (fixture);
  journal_fixture_reopen (fixture);
  entries = journal_list_all (fixture->journal);
  assert_exported (entries, LANYARD_EXPORT_CSV, ".csv");
  assert_exported (entries, LANYARD_EXPORT_JSON, ".json");
}

/* What an entry says of who had it, and is to have it, is found by SQLite and by people. */
static void
test_readable_by_others (JournalFixture *fixture,
                         gconstpointer   data)
{
  journal_fixture_load (fixture);
  journal_fixture_reopen (fixture);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry WHERE json_type (before) = 'object'"
                                                 " AND json_type (after) = 'object'"), ==, N_OLD);
  g_assert_cmpint (journal_query (fixture->path, "SELECT id FROM entry WHERE kind = 'move'"
                                                 " AND subject_type = 'credential' AND before = "
                                                 "'{\"user_id\":\"user-76\",\"user_name\":\"José Łukasz\"}'"
                                                 " AND after ->> 'user_name' = 'محمد'"), ==, 36);
  g_assert_cmpint (journal_query (fixture->path, "SELECT id FROM entry WHERE before = '{\"user_id\":null}'"
                                                 " AND after ->> 'user_id' = 'user-03'"), ==, 1);
}

static guint
count_bytes (const char *path,
             const char *bytes)
{
  g_autofree char *contents = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 0; i + strlen (bytes) <= length; i++)
    if (memcmp (contents + i, bytes, strlen (bytes)) == 0)
      n++;
  return n;
}

/* No second copy stays behind, to be found once the entries are removed. */
static void
test_nothing_left_behind (JournalFixture *fixture,
                          gconstpointer   data)
{
  journal_fixture_load (fixture);
  g_assert_cmpuint (count_bytes (fixture->path, "Card 38****"), ==, 1);
  journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  g_assert_cmpuint (count_bytes (fixture->path, "Card 38****"), ==, 1);
}

static void
make_longer (JournalFixture *fixture)
{
  for (guint i = 0; i < N_DOUBLED; i++)
    journal_query (fixture->path, "INSERT INTO entry SELECT NULL, begun_at, closed_at, operation, outcome, 0, 0,"
                                  " error_code, workspace_id, credential_id, credential_label, system_id, from_id,"
                                  " from_label, to_id, to_label, message, request_id, operator FROM entry");
}

static void
copy_file (const char *from,
           const char *to,
           const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_remove (target);
  if (g_file_get_contents (source, &contents, &length, NULL))
    g_assert_true (g_file_set_contents_full (target, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* It is the one version or the other, and has each entry once; a copy is looked at, as it was left. */
static void
assert_whole (const char *path,
              guint       n_entries)
{
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  gint64 version;

  copy_file (path, copy, "");
  copy_file (path, copy, "-wal");
  g_assert_cmpint (journal_query (copy, "SELECT count (*) FROM pragma_integrity_check"
                                        " WHERE integrity_check = 'ok'"), ==, 1);
  g_assert_cmpint (journal_query (copy, "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"
                                        " AND name NOT LIKE 'sqlite%' AND name <> 'mark'"), ==, 1);
  g_assert_cmpint (journal_query (copy, "SELECT count (*) FROM entry"), ==, n_entries);
  version = journal_query (copy, "PRAGMA user_version");
  g_assert_true (version == 2 || version == JOURNAL_VERSION);
  g_assert_cmpint (journal_query (copy, version == 2 ? "SELECT count (operation) FROM entry"
                                                     : "SELECT count (kind) FROM entry"), ==, n_entries);
}

/* @fixture: an old journal, which is left as it is. Returns whether the child was killed. */
static gboolean
kill_at (JournalFixture *fixture,
         const char     *mode,
         FaultyVfsKind   kind,
         guint           at,
         guint           n_entries,
         guint          *count)
{
  JournalFixture each = { NULL, };
  g_autofree char *folder = NULL;
  gboolean killed;

  journal_fixture_set_up (&each, NULL);
  folder = g_path_get_dirname (each.path);
  g_mkdir_with_parents (folder, 0700);
  copy_file (fixture->path, each.path, "");
  killed = open_in_child (mode, each.path, kind, at, count);
  assert_whole (each.path, n_entries);
  journal_fixture_reopen (&each);
  g_assert_cmpuint (assert_kept (&each), ==, n_entries);
  journal_fixture_tear_down (&each, NULL);
  return killed;
}

static void
test_killed_at_each_write (JournalFixture *fixture,
                           gconstpointer   data)
{
  guint n = 0;

  journal_fixture_load (fixture);
  while (kill_at (fixture, "--writes", GPOINTER_TO_UINT (data), n + 1, N_OLD, NULL))
    n++;
  g_test_message ("Killed at each of %u writes", n);
  g_assert_cmpuint (n, >, 10);
}

/* All over the time that it takes. @data: whether the journal is a long one, of which parts are written before the
 * whole is. */
static void
test_killed_on_the_way (JournalFixture *fixture,
                        gconstpointer   data)
{
  gboolean is_long = data != NULL;
  const char *mode = is_long ? "--writes" : "--steps";
  guint n_entries = is_long ? N_OLD << N_DOUBLED : N_OLD;
  guint count = 0, n_killed = 0;

  journal_fixture_load (fixture);
  if (is_long)
    make_longer (fixture);
  g_assert_false (kill_at (fixture, mode, FAULTY_VFS_SOUND, 0, n_entries, &count));
  g_assert_cmpuint (count, >, N_KILLS);
  for (guint i = 1; i <= N_KILLS; i++)
    n_killed += kill_at (fixture, mode, FAULTY_VFS_KILL, i * count / (N_KILLS + 1), n_entries, NULL);
  g_test_message ("Killed at %u of %u points", n_killed, count);
  g_assert_cmpuint (n_killed, >=, N_KILLS * 9 / 10);
}

/* What can't be migrated for now is left as it was, and is migrated later. */
static void
test_failing_disk (JournalFixture *fixture,
                   gconstpointer   data)
{
  int expected = GPOINTER_TO_UINT (data) == FAULTY_VFS_FULL ? LANYARD_JOURNAL_ERROR_FULL
                                                            : LANYARD_JOURNAL_ERROR_UNWRITABLE;
  gboolean opened = FALSE;
  guint n = 0;

  while (!opened)
    {
      JournalFixture each = { NULL, };
      g_autoptr (GError) error = NULL;

      journal_fixture_set_up (&each, NULL);
      journal_fixture_load (&each);
      faulty_vfs_set (GPOINTER_TO_UINT (data), ++n);
      opened = journal_fixture_open (&each, &error);
      if (!opened)
        g_assert_error (error, LANYARD_JOURNAL_ERROR, expected);
      faulty_vfs_set (FAULTY_VFS_SOUND, 0);
      assert_whole (each.path, N_OLD);
      g_assert_true (journal_open (each.journal, NULL));
      g_assert_cmpuint (assert_kept (&each), ==, N_OLD);
      journal_fixture_tear_down (&each, NULL);
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_two_at_once (JournalFixture *fixture,
                  gconstpointer   data)
{
  GSubprocess *children[4];

  journal_fixture_load (fixture);
  make_longer (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = journal_start (program, "--writes", fixture->path, FAULTY_VFS_SOUND, 0);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_assert_true (g_subprocess_communicate_utf8 (children[i], NULL, NULL, NULL, NULL, NULL));
      g_assert_true (g_subprocess_get_successful (children[i]));
      g_object_unref (children[i]);
    }
  journal_fixture_reopen (fixture);
  g_assert_cmpuint (assert_kept (fixture), ==, N_OLD << N_DOUBLED);
}

/* It says that it is a journal, and has not what one of that version has: it is set aside as it is. */
static void
test_somebody_elses (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  journal_query (fixture->path, "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT)");
  journal_query (fixture->path, "PRAGMA user_version = 2");
  g_assert_false (journal_fixture_open (fixture, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, ".damaged-"));
  g_assert_true (journal_open (fixture->journal, NULL));
}

#define ADD(path, data, test) g_test_add ("/journal-migration/" path, JournalFixture, data, journal_fixture_set_up, \
                                          test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc > 4)
    return run_child (argv);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  faulty_vfs_install ();
  ADD ("kept", NULL, test_kept);
  ADD ("numbers", NULL, test_numbers);
  ADD ("exported", NULL, test_exported);
  ADD ("readable-by-others", NULL, test_readable_by_others);
  ADD ("nothing-left-behind", NULL, test_nothing_left_behind);
  ADD ("killed", GUINT_TO_POINTER (FAULTY_VFS_KILL), test_killed_at_each_write);
  ADD ("killed-within-a-write", GUINT_TO_POINTER (FAULTY_VFS_TORN), test_killed_at_each_write);
  ADD ("killed-at-steps", NULL, test_killed_on_the_way);
  ADD ("killed-in-a-long-one", GUINT_TO_POINTER (TRUE), test_killed_on_the_way);
  ADD ("full", GUINT_TO_POINTER (FAULTY_VFS_FULL), test_failing_disk);
  ADD ("broken", GUINT_TO_POINTER (FAULTY_VFS_BROKEN), test_failing_disk);
  ADD ("two-at-once", NULL, test_two_at_once);
  ADD ("somebody-elses", NULL, test_somebody_elses);

  return g_test_run ();
}
