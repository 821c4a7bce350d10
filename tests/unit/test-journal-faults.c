/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal under faults: killed at each of its writes, a full disk, a read-only one, other processes. What it has
 * said to be written is there afterwards, and nothing that can't be. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faulty-vfs.h"
#include "journal-fixture.h"

/* --- What runs in a process of its own: one step a line is told on stdout once it is done --- */

static void
tell (const char *step)
{
  g_print ("%s\n", step);
  fflush (stdout);
}

/* Opens, does something, and takes it back. */
static void
run_steps (const char *path)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (path);
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) undo = NULL;

  if (!journal_open (journal, NULL))
    return;
  tell ("opened");
  if (!journal_begin (journal, entry, NULL))
    return;
  tell ("begun");
  if (!journal_close (journal, entry, LANYARD_OUTCOME_DONE, NULL, NULL, NULL))
    return;
  tell ("closed");
  undo = journal_make_entry ("card", "ada", NULL, lanyard_entry_get_id (entry));
  if (!journal_begin (journal, undo, NULL))
    return;
  tell ("undo begun");
  if (!journal_close (journal, undo, LANYARD_OUTCOME_DONE, NULL, NULL, NULL))
    return;
  tell ("undone");
}

static void
run_holding (const char *path)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (path);
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);

  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (journal_open (journal, NULL) && journal_begin (journal, entry, NULL))
    tell ("begun");
  pause ();
}

static void
run_opening (const char *path)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (path);
  g_autoptr (GError) error = NULL;

  /* A superuser may write everything. */
  if (geteuid () == 0)
    g_assert_true (setresgid (65534, 65534, 65534) == 0 && setresuid (65534, 65534, 65534) == 0);
  if (journal_open (journal, &error))
    tell ("opened");
  else
    g_print ("%s %d\n", g_quark_to_string (error->domain), error->code);
}

static int
run_child (char **argv)
{
  faulty_vfs_install ();
  if (g_str_equal (argv[1], "--steps"))
    {
      faulty_vfs_set ((FaultyVfsKind) atoi (argv[3]), (guint) atoi (argv[4]));
      run_steps (argv[2]);
    }
  else if (g_str_equal (argv[1], "--hold"))
    run_holding (argv[2]);
  else
    run_opening (argv[2]);
  return 0;
}

/* This one; under Valgrind, /proc/self/exe is Valgrind. */
static const char *program;

/* --- Tests --- */

static void
assert_truth (JournalFixture *fixture,
              const char     *told)
{
  g_autoptr (GPtrArray) entries = NULL;
  LanyardEntry *entry, *undo;

  journal_fixture_reopen (fixture);
  entries = journal_list (fixture->journal, NULL, 0, 0);
  entry = entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
  undo = entries->len > 1 ? entries->pdata[0] : NULL;

  g_assert_cmpuint (entries->len, <=, 2);
  if (strstr (told, "begun") != NULL)
    g_assert_nonnull (entry);
  if (strstr (told, "closed") != NULL)
    g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_DONE);
  if (strstr (told, "undo begun") != NULL)
    g_assert_nonnull (undo);
  if (strstr (told, "undone") != NULL)
    g_assert_cmpint (lanyard_entry_get_outcome (undo), ==, LANYARD_OUTCOME_DONE);
  /* Both or neither. */
  if (entry != NULL)
    g_assert_true ((lanyard_entry_get_undone_by (entry) != 0)
                   == (undo != NULL && lanyard_entry_get_outcome (undo) == LANYARD_OUTCOME_DONE));
}

static void
test_killed_at_each_write (JournalFixture *fixture,
                           gconstpointer   data)
{
  FaultyVfsKind kind = GPOINTER_TO_UINT (data);
  gboolean killed = TRUE;
  guint n = 0;

  while (killed)
    {
      JournalFixture each = { NULL, };
      g_autoptr (GSubprocess) child = NULL;
      g_autofree char *told = NULL;

      journal_fixture_set_up (&each, NULL);
      child = journal_start (program, "--steps", each.path, kind, ++n);
      g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, NULL));
      killed = g_subprocess_get_if_signaled (child) && g_subprocess_get_term_sig (child) == SIGKILL;
      g_assert_true (killed || g_subprocess_get_successful (child));
      assert_truth (&each, told);
      journal_fixture_tear_down (&each, NULL);
    }
  g_test_message ("Killed at each of %u writes", n - 1);
  g_assert_cmpuint (n, >, 15);
}

/* On a full disk, SQLite can't always say that it is full: a side file that can't be made can't be opened. */
static gboolean
is_of (const GError  *error,
       FaultyVfsKind  kind)
{
  return g_error_matches (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE)
         || (kind == FAULTY_VFS_FULL && g_error_matches (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_FULL));
}

/* Opening, beginning and closing under a disk that fails from some write on; then there is space again. */
static void
fail_from (FaultyVfsKind kind,
           guint         at_write)
{
  JournalFixture fixture = { NULL, };
  g_autoptr (LanyardEntry) first = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) next = journal_make_entry ("card", "ada", NULL, 0);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gboolean begun = FALSE, closed = FALSE;

  journal_fixture_set_up (&fixture, NULL);
  faulty_vfs_set (kind, at_write);
  if (journal_fixture_open (&fixture, &error))
    {
      begun = journal_begin (fixture.journal, first, &error);
      if (begun)
        closed = journal_close (fixture.journal, first, LANYARD_OUTCOME_DONE, NULL, "req", &error);
    }
  g_assert_true (error == NULL || is_of (error, kind));
  g_assert_true (closed == (error == NULL));

  faulty_vfs_set (FAULTY_VFS_SOUND, 0);
  g_clear_error (&error);
  journal_open (fixture.journal, &error);
  g_assert_no_error (error);
  g_assert_true (journal_begin (fixture.journal, next, &error));
  /* What could not be written of an outcome then is written by now. */
  if (begun)
    g_assert_cmpint (journal_query (fixture.path, "SELECT outcome FROM entry WHERE id = 1"), ==, LANYARD_OUTCOME_DONE);
  entries = journal_list (fixture.journal, NULL, 0, 0);
  g_assert_cmpuint (entries->len, >=, begun ? 2 : 1);
  g_assert_true (entries->pdata[0] == next);
  journal_fixture_tear_down (&fixture, NULL);
}

static void
test_failing_disk (JournalFixture *fixture,
                   gconstpointer   data)
{
  guint n = 0;

  do
    fail_from (GPOINTER_TO_UINT (data), ++n);
  while (n < 40);
}

/* @data: whether it is one of an earlier version. */
static void
test_read_only (JournalFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *expected = g_strdup_printf ("%s %d\n", g_quark_to_string (LANYARD_JOURNAL_ERROR),
                                               LANYARD_JOURNAL_ERROR_FORBIDDEN);
  g_autofree char *told = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GSubprocess) child = NULL;
  gsize n_before, n_after;

  if (data != NULL)
    journal_fixture_load (fixture);
  else
    journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  g_chmod (fixture->path, 0444);
  g_chmod (folder, 0555);
  g_chmod (fixture->folder, 0555);
  child = journal_start (program, "--open", fixture->path, 0, 0);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &told, NULL, NULL));
  g_assert_cmpstr (told, ==, expected);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_chmod (fixture->folder, 0755);
  g_chmod (folder, 0755);
}

static void
assert_n_open (JournalFixture *fixture,
               guint           n)
{
  g_autoptr (GPtrArray) open = journal_list_open (fixture->journal);

  g_assert_cmpuint (open->len, ==, n);
}

/* What another Lanyard is just sending is nothing to be checked, and closed, by this one. */
static void
test_two_processes (JournalFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (GSubprocess) child = journal_start (program, "--hold", fixture->path, 0, 0);
  char line[6];
  gsize n_read;

  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), line, sizeof line, &n_read, NULL, NULL));
  g_assert_cmpmem (line, n_read, "begun\n", 6);
  journal_fixture_reopen (fixture);
  assert_n_open (fixture, 0);

  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  journal_fixture_reopen (fixture);
  assert_n_open (fixture, 1);
}

/* What this process has begun itself is under way, also when the file had to be opened again. */
static void
test_own_entries (JournalFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (LanyardEntry) pending = journal_make_entry ("card 1", NULL, "ada", 0);
  g_autoptr (LanyardEntry) unknown = journal_make_entry ("card 2", NULL, "ada", 0);

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, pending, NULL);
  journal_begin (fixture->journal, unknown, NULL);
  assert_n_open (fixture, 0);
  journal_close (fixture->journal, unknown, LANYARD_OUTCOME_UNKNOWN, NULL, NULL, NULL);
  assert_n_open (fixture, 1);
  g_assert_true (journal_open (fixture->journal, NULL));
  assert_n_open (fixture, 1);
  journal_fixture_reopen (fixture);
  assert_n_open (fixture, 2);
}

/* Once the credential was changed again, its state says nothing of the change before; unless that other one failed. */
static void
test_superseded (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LanyardEntry) unknown = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) refused = journal_make_entry ("card", NULL, "bob", 0);
  g_autoptr (LanyardEntry) done = journal_make_entry ("card", NULL, "eve", 0);

  journal_fixture_reopen (fixture);
  journal_begin (fixture->journal, unknown, NULL);
  journal_close (fixture->journal, unknown, LANYARD_OUTCOME_UNKNOWN, NULL, NULL, NULL);
  journal_begin (fixture->journal, refused, NULL);
  journal_close (fixture->journal, refused, LANYARD_OUTCOME_REFUSED, NULL, NULL, NULL);
  assert_n_open (fixture, 1);
  journal_begin (fixture->journal, done, NULL);
  journal_close (fixture->journal, done, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  assert_n_open (fixture, 0);
}

/* Another program that has the file for itself for a while does not make it a damaged one. */
static void
test_locked_by_another (JournalFixture *fixture,
                        gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  journal_fixture_reopen (fixture);
  journal_fixture_close (fixture);
  journal_lock (fixture);
  g_assert_false (journal_fixture_open (fixture, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_BUSY);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "damaged"));
  journal_unlock (fixture);
  g_assert_true (journal_open (fixture->journal, NULL));
}

#define ADD(path, data, test) g_test_add (path, JournalFixture, data, journal_fixture_set_up, test, \
                                          journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc > 2 && g_str_has_prefix (argv[1], "--") && strchr (argv[2], '/') != NULL && argv[1][2] != 'G')
    return run_child (argv);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  faulty_vfs_install ();
  ADD ("/journal-faults/killed", GUINT_TO_POINTER (FAULTY_VFS_KILL), test_killed_at_each_write);
  ADD ("/journal-faults/killed-within-a-write", GUINT_TO_POINTER (FAULTY_VFS_TORN), test_killed_at_each_write);
  ADD ("/journal-faults/full", GUINT_TO_POINTER (FAULTY_VFS_FULL), test_failing_disk);
  ADD ("/journal-faults/broken", GUINT_TO_POINTER (FAULTY_VFS_BROKEN), test_failing_disk);
  ADD ("/journal-faults/read-only", NULL, test_read_only);
  ADD ("/journal-faults/read-only-old", GUINT_TO_POINTER (TRUE), test_read_only);
  ADD ("/journal-faults/two-processes", NULL, test_two_processes);
  ADD ("/journal-faults/own-entries", NULL, test_own_entries);
  ADD ("/journal-faults/superseded", NULL, test_superseded);
  ADD ("/journal-faults/locked-by-another", NULL, test_locked_by_another);

  return g_test_run ();
}
