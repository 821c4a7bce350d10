/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry can say: its kinds as words, who has a credential as JSON, and records of other types. */
#include <json-glib/json-glib.h>

#include "journal-fixture.h"
#include "lanyard-holder.h"

/* Each operation has a word of its own, which leads back to it, and with which it is kept. */
static void
test_operations (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (LANYARD_TYPE_OPERATION);

  journal_fixture_reopen (fixture);
  for (guint i = 0; i < klass->n_values; i++)
    {
      LanyardOperation operation = (LanyardOperation) klass->values[i].value, found;
      const char *nick = lanyard_operation_get_nick (operation);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM entry WHERE kind = '%s'", nick);
      g_autoptr (LanyardEntry) entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", operation, NULL);

      g_assert_cmpint (operation, ==, i); /* no hole */
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", nick, 0, 0));
      g_assert_true (lanyard_operation_from_nick (nick, &found));
      g_assert_cmpint (found, ==, operation); /* also: no two are alike */
      g_assert_true (journal_begin (fixture->journal, entry, NULL));
      g_assert_cmpint (journal_query (fixture->path, sql), ==, 1);
    }
  g_assert_null (lanyard_operation_get_nick ((LanyardOperation) klass->n_values));
}

static void
test_no_operation (void)
{
  LanyardOperation operation = LANYARD_OPERATION_MOVE;

  g_assert_false (lanyard_operation_from_nick (NULL, &operation));
  g_assert_false (lanyard_operation_from_nick ("", &operation));
  g_assert_false (lanyard_operation_from_nick ("Assign", &operation));
  g_assert_false (lanyard_operation_from_nick ("0", &operation));
  g_assert_cmpint (operation, ==, LANYARD_OPERATION_MOVE);
}

static void
test_outcomes (void)
{
  for (int outcome = LANYARD_OUTCOME_PENDING; outcome <= LANYARD_OUTCOME_UNKNOWN; outcome++)
    g_assert_nonnull (lanyard_outcome_get_nick ((LanyardOutcome) outcome));
  g_assert_cmpstr (lanyard_outcome_get_nick (LANYARD_OUTCOME_HALF_DONE), ==, "half-done");
  g_assert_null (lanyard_outcome_get_nick ((LanyardOutcome) (LANYARD_OUTCOME_UNKNOWN + 1)));
}

static void
assert_holder (const char *json,
               const char *id,
               const char *name)
{
  g_autofree char *read_id = NULL;
  g_autofree char *read_name = NULL;

  lanyard_holder_read (json, &read_id, &read_name);
  g_assert_cmpstr (read_id, ==, id);
  g_assert_cmpstr (read_name, ==, name);
}

static void
test_holders (void)
{
  static const char * const texts[] = { NULL, "", "Ada", "null", "a \"b\" \\ \n \x01 {}", "山田太郎 👩‍🚒" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autofree char *json = lanyard_holder_write (texts[i], texts[j]);

        assert_holder (json, texts[i], texts[j]);
      }
}

/* The file may have anything. */
static void
test_no_holders (void)
{
  assert_holder (NULL, NULL, NULL);
  assert_holder ("", NULL, NULL);
  assert_holder ("{\"user_id\":\"a\"", NULL, NULL);
  assert_holder ("null", NULL, NULL);
  assert_holder ("\"user_id\"", NULL, NULL);
  assert_holder ("[{\"user_id\":\"a\"}]", NULL, NULL);
  assert_holder ("{\"user_id\":5,\"user_name\":{\"user_name\":\"a\"}}", NULL, NULL);
  assert_holder ("{\"user_id\":[\"a\"],\"user_name\":true}", NULL, NULL);
  assert_holder ("{\"is_suspended\":true,\"user_name\":\"Ada\"}", NULL, "Ada");
}

/* Of another record, and in a batch: kept as it is, and nothing is said of a credential that it is not about. */
static void
test_another_record (JournalFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry =
    g_object_new (LANYARD_TYPE_ENTRY, "begun-at", (gint64) 5, "workspace-id", "workspace-1", "subject-type", "user",
                  "subject-id", "u-1", "subject-name", "Ada", "after", "{\"user_id\":\"u-1\",\"is_suspended\":true}",
                  "batch", (gint64) 12, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) found = NULL;
  LanyardEntry *again;

  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  g_clear_object (&entry);
  journal_fixture_reopen (fixture);

  entries = journal_list (fixture->journal, NULL, 0, 0);
  again = entries->pdata[0];
  g_assert_cmpstr (lanyard_entry_get_subject_type (again), ==, "user");
  g_assert_cmpstr (lanyard_entry_get_subject_id (again), ==, "u-1");
  g_assert_cmpstr (lanyard_entry_get_subject_name (again), ==, "Ada");
  g_assert_null (lanyard_entry_get_before (again));
  g_assert_cmpstr (lanyard_entry_get_after (again), ==, "{\"user_id\":\"u-1\",\"is_suspended\":true}");
  g_assert_cmpint (lanyard_entry_get_batch (again), ==, 12);
  g_assert_null (lanyard_entry_get_credential_id (again));
  g_assert_null (lanyard_entry_get_credential_label (again));
  g_assert_null (lanyard_entry_get_to_id (again));
  found = journal_list (fixture->journal, "ada", 0, 0);
  g_assert_cmpuint (found->len, ==, 1);
}

/* Most entries are in no batch, which is not a batch of that number. */
static void
test_no_batch (JournalFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (LanyardEntry) entry = journal_make_entry ("card", NULL, "ada", 0);

  journal_fixture_reopen (fixture);
  g_assert_true (journal_begin (fixture->journal, entry, NULL));
  g_assert_cmpint (lanyard_entry_get_batch (entry), ==, 0);
  g_assert_cmpint (journal_query (fixture->path, "SELECT batch IS NULL FROM entry"), ==, 1);
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/entry/operations", test_operations);
  g_test_add_func ("/entry/no-operation", test_no_operation);
  g_test_add_func ("/entry/outcomes", test_outcomes);
  g_test_add_func ("/entry/holders", test_holders);
  g_test_add_func ("/entry/no-holders", test_no_holders);
  ADD ("/entry/another-record", test_another_record);
  ADD ("/entry/no-batch", test_no_batch);

  return g_test_run ();
}
