/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal does with a file that isn't as it should be. */
#include <glib/gstdio.h>

#include "journal-fixture.h"

static char *
checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

static guint
count_set_aside (JournalFixture *fixture,
                 char          **one)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (strstr (name, ".damaged-") == NULL || g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm"))
        continue;
      n++;
      if (one != NULL)
        {
          g_free (*one);
          *one = g_build_filename (folder, name, NULL);
        }
    }
  return n;
}

static void
assert_set_aside (JournalFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = checksum (fixture->path);
  g_autofree char *aside = NULL;
  g_autofree char *after = NULL;
  guint n = count_set_aside (fixture, NULL);

  g_assert_false (journal_fixture_open (fixture, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT);
  g_assert_cmpuint (count_set_aside (fixture, NULL), ==, n + 1);
  if (n == 0)
    {
      count_set_aside (fixture, &aside);
      after = checksum (aside);
      g_assert_cmpstr (after, ==, before);
    }
  /* The next time it begins anew. */
  g_clear_error (&error);
  g_assert_true (journal_open (fixture->journal, &error));
  g_assert_no_error (error);
}

static void
test_random_bytes (JournalFixture *fixture,
                   gconstpointer   data)
{
  guchar bytes[9000];

  journal_fixture_reopen (fixture);
  /* Several within one second. */
  for (guint i = 0; i < 3; i++)
    {
      journal_fixture_close (fixture);
      for (guint j = 0; j < sizeof bytes; j++)
        bytes[j] = (guchar) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (fixture->path, (char *) bytes, sizeof bytes, NULL));
      assert_set_aside (fixture);
    }
}

static void
test_damaged_inside (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *contents = NULL;
  gsize length;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 200);
  journal_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 16384);
  memset (contents + 8192, 0xa5, length - 12288);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  assert_set_aside (fixture);
}

static void
test_somebody_elses (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  journal_query (fixture->path, "CREATE TABLE bookmark (url TEXT)");
  assert_set_aside (fixture);
}

static void
test_schema_missing (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  journal_query (fixture->path, "PRAGMA user_version = 1");
  assert_set_aside (fixture);
}

static void
test_newer (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 3);
  journal_fixture_close (fixture);
  journal_query (fixture->path, "PRAGMA user_version = 99");
  before = checksum (fixture->path);
  g_assert_false (journal_fixture_open (fixture, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER);
  journal_fixture_close (fixture);
  after = checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_set_aside (fixture, NULL), ==, 0);
}

/* A file that passes SQLite's own check can still hold values that Lanyard never wrote. */
static void
test_odd_values (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LanyardEntry *entry;

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 1);
  journal_fixture_close (fixture);
  journal_query (fixture->path, "UPDATE entry SET kind = 77, outcome = -3, begun_at = -5, closed_at = 'x',"
                                " undo_of = -1, undone_by = -9, error_code = -400, batch = 'y', request_id = 12,"
                                " before = '{\"user_id\":\"a\",\"user_name\":\"' || CAST (X'ff41' AS TEXT)"
                                " || '\"}', after = '{\"user_id\":null'");
  journal_fixture_reopen (fixture);
  entries = journal_list (fixture->journal, NULL, 0, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpint (lanyard_entry_get_operation (entry), ==, LANYARD_OPERATION_UNASSIGN);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_UNKNOWN);
  g_assert_cmpint (lanyard_entry_get_begun_at (entry), ==, 0);
  g_assert_cmpint (lanyard_entry_get_undo_of (entry), ==, 0);
  g_assert_cmpint (lanyard_entry_get_error_code (entry), ==, -1);
  g_assert_true (g_utf8_validate (lanyard_entry_get_from_label (entry), -1, NULL));
}

static void
test_file_taken_away (JournalFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (LanyardEntry) lost = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 2);
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  /* It would go into a file that nobody finds again. */
  g_assert_false (journal_begin (fixture->journal, lost, &error));
  g_assert_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE);
  g_clear_error (&error);
  g_assert_true (journal_open (fixture->journal, &error));
  g_assert_no_error (error);
  g_assert_true (journal_begin (fixture->journal, entry, &error));
  g_assert_cmpint (journal_query (fixture->path, "SELECT count(*) FROM entry"), ==, 1);
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
    { "/journal/random-bytes", test_random_bytes },
    { "/journal/damaged-inside", test_damaged_inside },
    { "/journal/somebody-elses", test_somebody_elses },
    { "/journal/schema-missing", test_schema_missing },
    { "/journal/newer", test_newer },
    { "/journal/odd-values", test_odd_values },
    { "/journal/file-taken-away", test_file_taken_away },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test, journal_fixture_tear_down);

  return g_test_run ();
}
