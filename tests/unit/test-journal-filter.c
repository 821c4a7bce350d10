/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the journal: SQLite finds what a filter says it lets pass, by an index, and soon. */
#include <sqlite3.h>
#include <time.h>

#include "journal-fixture.h"
#include "lanyard-holder.h"
#include "lanyard-journal-query.h"

#define N_RANDOM 300
#define N_LONG 100000
#define HOUR G_TIME_SPAN_HOUR
#define LONGEST 2.0 /* seconds of the processor for a question; with a sanitizer much longer than without */

static const char * const operators[] = { NULL, "mira", "tomás" };
static const char * const people[] = { NULL, "ada", "bo", "çelik" };

static const char *
pick (const char * const *from,
      gsize               n)
{
  return from[g_test_rand_int_range (0, (int) n)];
}

static LanyardEntry *
make_random (gint64 undo_of)
{
  gboolean about_credential = g_test_rand_int_range (0, 8) > 0;
  const char *from = about_credential ? pick (people, G_N_ELEMENTS (people)) : NULL;
  const char *to = about_credential ? pick (people, G_N_ELEMENTS (people)) : NULL;
  g_autofree char *before = from != NULL || g_test_rand_bit () ? lanyard_holder_write (from, from) : NULL;
  g_autofree char *after = lanyard_holder_write (to, to);
  g_autofree char *card = g_strdup_printf ("card-%d", g_test_rand_int_range (0, 5));

  return g_object_new (LANYARD_TYPE_ENTRY, "begun-at", g_test_rand_int_range (0, 100) * HOUR,
                       "operation", lanyard_operation_from_holders (from, to),
                       "workspace-id", g_test_rand_int_range (0, 4) > 0 ? "workspace-1" : "workspace-2",
                       "subject-type", about_credential ? LANYARD_SUBJECT_CREDENTIAL : "user",
                       "subject-id", card, "subject-name", card, "before", before, "after", after,
                       "operator", pick (operators, G_N_ELEMENTS (operators)), "undo-of", undo_of, NULL);
}

static void
add_random (JournalFixture *fixture)
{
  gint64 last = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (LanyardEntry) entry = make_random (g_test_rand_int_range (0, 4) == 0 ? last : 0);
      LanyardOutcome outcome = (LanyardOutcome) g_test_rand_int_range (0, LANYARD_OUTCOME_UNKNOWN + 1);

      g_assert_true (journal_begin (fixture->journal, entry, NULL));
      last = lanyard_entry_get_id (entry);
      if (outcome != LANYARD_OUTCOME_PENDING)
        journal_close (fixture->journal, entry, outcome, g_test_rand_bit () ? "Nö: why" : NULL, NULL, NULL);
    }
}

static LanyardEntryFilter *
make_filter (void)
{
  static const char * const searches[] = { NULL, NULL, "ADA", "celik card-1", "no", "tomas", " " };
  static const char * const cards[] = { NULL, NULL, "card-1", "card-9" };
  LanyardEntryFilter *filter = lanyard_entry_filter_new (g_test_rand_bit () ? "workspace-1" : NULL,
                                                         pick (searches, G_N_ELEMENTS (searches)));

  filter->since = g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 100) * HOUR;
  filter->until = g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 100) * HOUR;
  filter->result = g_test_rand_bit () ? LANYARD_ENTRY_RESULT_ANY
                                      : (LanyardEntryResult) g_test_rand_int_range (0, LANYARD_ENTRY_RESULT_UNDONE + 1);
  filter->operator = g_strdup (pick (operators, G_N_ELEMENTS (operators)));
  filter->credential_id = g_strdup (pick (cards, G_N_ELEMENTS (cards)));
  filter->user_id = g_strdup (pick (people, G_N_ELEMENTS (people)));

  return filter;
}

/* Whatever is asked for, in one go or page by page, is what of all there is has it. */
static void
test_same (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n_found = 0;

  journal_fixture_reopen (fixture);
  add_random (fixture);
  all = journal_list_all (fixture->journal);
  g_assert_cmpuint (all->len, ==, N_RANDOM);
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (LanyardEntryFilter) filter = make_filter ();
      g_autoptr (GPtrArray) found = journal_find (fixture->journal, filter, 0, 0);
      g_autoptr (GPtrArray) some = NULL;
      guint n = 0;

      for (guint i = 0; i < all->len; i++)
        if (lanyard_entry_filter_matches (filter, all->pdata[i]))
          {
            g_assert_cmpuint (n, <, found->len);
            g_assert_true (found->pdata[n] == all->pdata[i]);
            n++;
          }
      g_assert_cmpuint (n, ==, found->len);
      n_found += n;
      if (n < 2)
        continue;
      some = journal_find (fixture->journal, filter, lanyard_entry_get_id (found->pdata[0]), 1);
      g_assert_cmpuint (some->len, ==, 1);
      g_assert_true (some->pdata[0] == found->pdata[1]);
    }
  g_assert_cmpuint (n_found, >, 1000);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Who looks no more need not wait, and has the journal go through nothing. */
static void
test_operators_given_up (JournalFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  journal_fixture_reopen (fixture);
  lanyard_journal_list_operators_async (fixture->journal, "workspace-1", cancellable, keep_result, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (lanyard_journal_list_operators_finish (fixture->journal, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_operators (JournalFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) names = NULL;

  journal_fixture_reopen (fixture);
  add_random (fixture);
  lanyard_journal_list_operators_async (fixture->journal, "workspace-1", NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  names = lanyard_journal_list_operators_finish (fixture->journal, result, NULL);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "mira");
  g_assert_cmpstr (names[1], ==, "tomás");
}

/* What came of an entry is one thing, also when it was undone. */
static void
test_results (JournalFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);
  g_autoptr (LanyardEntry) undo = NULL;

  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  g_assert_cmpint (lanyard_entry_result_of (entry), ==, LANYARD_ENTRY_RESULT_UNCONFIRMED);
  journal_close (fixture->journal, entry, LANYARD_OUTCOME_HALF_DONE, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_result_of (entry), ==, LANYARD_ENTRY_RESULT_NOT_DONE);
  journal_close (fixture->journal, entry, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_result_of (entry), ==, LANYARD_ENTRY_RESULT_DONE);
  undo = journal_make_entry ("card", "ada", NULL, lanyard_entry_get_id (entry));
  g_assert_true (journal_begin (fixture->journal, undo, NULL));
  journal_close (fixture->journal, undo, LANYARD_OUTCOME_DONE, NULL, NULL, NULL);
  g_assert_cmpint (lanyard_entry_result_of (entry), ==, LANYARD_ENTRY_RESULT_UNDONE);
}

/* The file of the version before gets its indexes, and keeps what is in it. */
static void
test_from_version_3 (JournalFixture *fixture,
                     gconstpointer   data)
{
  static const char * const steps[] = {
    "ALTER TABLE entry DROP COLUMN first_id", "DROP INDEX entry_before", "DROP INDEX entry_after",
    "DROP INDEX entry_batch", "PRAGMA user_version = 3",
  };

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, 5);
  journal_query (fixture->path, "UPDATE entry SET before = '{no JSON' WHERE id = 3");
  journal_fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    journal_query (fixture->path, steps[i]);
  journal_fixture_reopen (fixture);
  g_assert_cmpint (journal_query (fixture->path, "PRAGMA user_version"), ==, JOURNAL_VERSION);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM sqlite_schema WHERE type = 'index'"
                                                 " AND tbl_name = 'entry'"), ==, 5);
  g_assert_cmpint (journal_query (fixture->path, "SELECT count (*) FROM entry"), ==, 5);
}

static void
fill (JournalFixture *fixture)
{
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
                     " INSERT INTO entry (begun_at, closed_at, kind, outcome, is_sent, error_code, undo_of, undone_by,"
                     " workspace_id, subject_type, subject_id, subject_name, before, after, operator)"
                     " SELECT i * 60000000, i * 60000000, 'assign', iif (i %% 50 = 0, 2, 1), 1, -1, 0, 0, 'workspace-1',"
                     " 'credential', 'card-' || (i %% 5000), 'Card ' || (i %% 5000), '{\"user_id\":null}',"
                     " '{\"user_id\":\"user-' || (i %% 5000) || '\",\"user_name\":\"User ' || (i %% 5000) || '\"}',"
                     " 'clerk-' || (i %% 7) FROM n", N_LONG);

  journal_fixture_reopen (fixture);
  journal_query (fixture->path, sql);
}

static char *
explain (JournalFixture          *fixture,
         const LanyardEntryQuery *query)
{
  GString *plan = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  {
    g_autoptr (LanyardStatement) asked = lanyard_journal_query_prepare (db, query, "*, ?5", 100, NULL);
    g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (asked), NULL);
    g_autoptr (LanyardStatement) explained = lanyard_sql_prepare (db, sql, NULL);

    while (sqlite3_step (explained) == SQLITE_ROW)
      g_string_append_printf (plan, "%s; ", (const char *) sqlite3_column_text (explained, 3));
  }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_test_message ("%s", plan->str);

  return g_string_free (plan, FALSE);
}

static guint
find (JournalFixture     *fixture,
      LanyardEntryFilter *filter,
      const char         *index)
{
  LanyardEntryQuery query = { .filter = filter, .open_up_to = -1 };
  g_autofree char *plan = explain (fixture, &query);
  clock_t begun = clock ();
  g_autoptr (GPtrArray) found = journal_find (fixture->journal, filter, 0, 100);
  double took = (double) (clock () - begun) / CLOCKS_PER_SEC;

  g_test_message ("%u in %g s", found->len, took);
  g_assert_cmpfloat (took, <, LONGEST);
  if (index != NULL)
    g_assert_nonnull (strstr (plan, index));
  /* Nothing that is read to its end is sorted, but for what an index has of one person. */
  if (filter->user_id == NULL)
    g_assert_null (strstr (plan, "TEMP B-TREE"));

  return found->len;
}

static void
test_long (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new ("workspace-1", NULL);

  fill (fixture);
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 100);
  filter->operator = g_strdup ("clerk-3");
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 100);
  filter->result = LANYARD_ENTRY_RESULT_UNDONE;
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 0);
  g_clear_pointer (&filter->operator, g_free);
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 0);
  filter->result = LANYARD_ENTRY_RESULT_NOT_DONE;
  filter->until = 3000 * (gint64) G_TIME_SPAN_MINUTE;
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 59);
  filter->until = 0;
  filter->result = LANYARD_ENTRY_RESULT_ANY;
  filter->credential_id = g_strdup ("card-17");
  g_assert_cmpuint (find (fixture, filter, "entry_subject"), ==, 20);
  g_clear_pointer (&filter->credential_id, g_free);
  filter->user_id = g_strdup ("user-18");
  g_assert_cmpuint (find (fixture, filter, "entry_after"), ==, 20);
  g_clear_pointer (&filter->user_id, g_free);
  filter->search = g_strdup ("card 4711 clerk");
  g_assert_cmpuint (find (fixture, filter, NULL), ==, 20);
}

/* The first page, and the next. */
static void
assert_plan (JournalFixture    *fixture,
             LanyardEntryQuery *query,
             const char        *step)
{
  for (query->before = 0; query->before <= 100; query->before += 100)
    {
      g_autofree char *plan = explain (fixture, query);

      g_assert_true (g_str_has_prefix (plan, step));
      g_assert_null (strstr (plan, "SCAN"));
    }
}

/* Each change asks what is open before it begins. */
static void
test_open (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new ("workspace-1", NULL);
  LanyardEntryQuery query = { .filter = filter, .open_up_to = 5 };

  journal_fixture_reopen (fixture);
  assert_plan (fixture, &query, "SEARCH entry USING INDEX entry_open (workspace_id=? AND outcome=?");
}

static void
test_batch (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new (NULL, NULL);
  LanyardEntryQuery query = { .filter = filter, .open_up_to = -1, .batch = 7 };

  journal_fixture_reopen (fixture);
  assert_plan (fixture, &query, "SEARCH entry USING INDEX entry_batch (batch=?");
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
    { "/journal-filter/same", test_same },
    { "/journal-filter/operators", test_operators },
    { "/journal-filter/operators-given-up", test_operators_given_up },
    { "/journal-filter/results", test_results },
    { "/journal-filter/from-version-3", test_from_version_3 },
    { "/journal-filter/long", test_long },
    { "/journal-filter/open", test_open },
    { "/journal-filter/batch", test_batch },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test, journal_fixture_tear_down);

  return g_test_run ();
}
