/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which batch an entry belongs to is kept with it, and leads back to all that belong to it. */
#include "journal-fixture.h"
#include "lanyard-export.h"
#include "lanyard-holder.h"

static LanyardEntry *
add (JournalFixture *fixture,
     const char     *workspace_id,
     gint64          batch)
{
  g_autofree char *after = lanyard_holder_write ("ada", "Ada");
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "begun-at", (gint64) 5, "operation", LANYARD_OPERATION_ASSIGN,
                                      "workspace-id", workspace_id, "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                                      "subject-id", "card", "subject-name", "Card", "after", after, "batch", batch,
                                      NULL);

  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  return entry;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
list_batch (JournalFixture *fixture,
            gint64          batch)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_list_batch_async (fixture->journal, batch, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_journal_list_finish (fixture->journal, result, NULL);
}

static void
assert_batch (JournalFixture *fixture,
              gint64          batch,
              guint           n_entries)
{
  g_autoptr (GPtrArray) entries = list_batch (fixture, batch);

  g_assert_cmpuint (entries->len, ==, n_entries);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint (lanyard_entry_get_batch (entries->pdata[i]), ==, batch);
}

static void
test_kept (JournalFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_reopen (fixture);
  entry = add (fixture, "workspace-1", 12);
  g_assert_cmpint (journal_query (fixture->path, "SELECT batch FROM entry"), ==, 12);
  /* Nothing that comes of it changes that. */
  g_assert_true (journal_send (fixture->journal, entry));
  g_assert_true (journal_close (fixture->journal, entry, LANYARD_OUTCOME_DONE, NULL, "req", NULL));
  g_clear_object (&entry);
  journal_fixture_reopen (fixture);
  entries = journal_list_all (fixture->journal);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (lanyard_entry_get_batch (entries->pdata[0]), ==, 12);
  g_assert_cmpint (lanyard_entry_get_outcome (entries->pdata[0]), ==, LANYARD_OUTCOME_DONE);
}

/* Of all workspaces, and of no other batch; what is in none is in none of them. */
static void
test_listed (JournalFixture *fixture,
             gconstpointer   data)
{
  static const gint64 batches[] = { 0, 7, 70, 7, G_MAXINT64, 0, 7 };
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = NULL;

  journal_fixture_reopen (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (batches); i++)
    g_ptr_array_add (added, add (fixture, i % 2 == 0 ? "workspace-1" : "workspace-2", batches[i]));
  entries = list_batch (fixture, 7);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_true (entries->pdata[0] == added->pdata[6]);
  g_assert_true (entries->pdata[1] == added->pdata[3]);
  g_assert_true (entries->pdata[2] == added->pdata[1]);
  g_ptr_array_set_size (entries, 0);
  g_ptr_array_set_size (added, 0);
  journal_fixture_reopen (fixture);
  assert_batch (fixture, 7, 3);
  assert_batch (fixture, 70, 1);
  assert_batch (fixture, G_MAXINT64, 1);
  assert_batch (fixture, 8, 0);
}

/* A batch may be longer than what is looked at in one go. */
static void
test_long (JournalFixture *fixture,
           gconstpointer   data)
{
  journal_fixture_reopen (fixture);
  g_object_unref (add (fixture, "workspace-1", 3));
  journal_query (fixture->path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)"
                                " INSERT INTO entry (begun_at, closed_at, kind, outcome, is_sent, error_code, batch,"
                                " undo_of, undone_by) SELECT i, i, 'assign', 1, 1, -1, iif (i % 2, 3, NULL), 0, 0 FROM n");
  assert_batch (fixture, 3, 2001);
}

/* What is exported is the same as without a batch. */
static void
test_exported (JournalFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LanyardEntry) entry = NULL;

  journal_fixture_reopen (fixture);
  entry = add (fixture, "workspace-1", 4711);
  entries = journal_list_all (fixture->journal);
  lanyard_export_begin (text, LANYARD_EXPORT_JSON);
  lanyard_export_append (text, LANYARD_EXPORT_JSON, entries);
  lanyard_export_end (text, LANYARD_EXPORT_JSON);
  g_assert_null (strstr (text->str, "batch"));
  g_assert_null (strstr (text->str, "4711"));
}

#define ADD(path, test) g_test_add ("/journal-batch/" path, JournalFixture, NULL, journal_fixture_set_up, test, \
                                    journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("listed", test_listed);
  ADD ("long", test_long);
  ADD ("exported", test_exported);

  return g_test_run ();
}
