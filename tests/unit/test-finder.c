/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the card of a number: which it is, while more and less of the workspace is known. */
#include "directory-fixture.h"

#include "lanyard-finder.h"

#define N_MANY 100000

static LanyardNumber *
read_number (const char *text)
{
  g_autoptr (GError) error = NULL;
  LanyardNumber *number = lanyard_number_new (text, &error);

  g_assert_no_error (error);
  return number;
}

static SeamRecord *
make_card (const char *id,
           const char *system,
           const char *number,
           const char *more)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"acs_system_id\":\"%s\","
                                           "\"display_name\":\"Key Card\",\"access_method\":\"card\","
                                           "\"card_number\":\"%s\"%s}", id, system, number, more);
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, json, SEAM_EXTENT_WHOLE, &error);

  g_assert_no_error (error);
  return record;
}

static void
add_card_with (DirectoryFixture *fixture,
               const char       *id,
               const char       *system,
               const char       *number,
               const char       *more)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_card (id, system, number, more));
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (fixture->directory), records, G_MAXUINT64);
}

static void
add_card (DirectoryFixture *fixture,
          const char       *id,
          const char       *number)
{
  add_card_with (fixture, id, "system-1", number, "");
}

static void
remove_card (DirectoryFixture *fixture,
             const char       *id)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (lanyard_store_lookup (lanyard_directory_get_credentials (fixture->directory),
                                                                id)));
  lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (fixture->directory), records);
}

static LanyardFinder *
get_finder (DirectoryFixture *fixture)
{
  return lanyard_directory_get_finder (fixture->directory);
}

/* @ids: of those found, in any order, with spaces between them. */
static void
assert_finding (LanyardFinding *finding,
                LanyardFound    found,
                const char     *ids)
{
  g_auto (GStrv) expected = g_strsplit (ids, " ", -1);

  g_assert_cmpint (finding->found, ==, found);
  g_assert_cmpuint (finding->credentials->len, ==, *ids != '\0' ? g_strv_length (expected) : 0);
  for (guint i = 0; i < finding->credentials->len; i++)
    g_assert_true (g_strv_contains ((const char * const *) expected,
                                    seam_record_get_id (finding->credentials->pdata[i])));
}

static void
assert_known (DirectoryFixture *fixture,
              const char       *text,
              LanyardFound      found,
              const char       *ids)
{
  g_autoptr (LanyardNumber) number = read_number (text);
  g_autoptr (LanyardFinding) finding = lanyard_finder_look (get_finder (fixture), number);

  assert_finding (finding, found, ids);
}

static void
test_known (DirectoryFixture *fixture,
            gconstpointer     data)
{
  add_card (fixture, "short", "1204567");
  add_card (fixture, "long", "12045678");
  add_card (fixture, "zeros", "0008271645");
  add_card (fixture, "printed", "09140211");
  add_card (fixture, "bytes", "04:A2:2B:0F");
  assert_known (fixture, "1204567", LANYARD_FOUND_ONE, "short");
  assert_known (fixture, "12045678", LANYARD_FOUND_ONE, "long");
  assert_known (fixture, "120456", LANYARD_FOUND_NONE, "");
  assert_known (fixture, "204567", LANYARD_FOUND_NONE, "");
  assert_known (fixture, "8271645", LANYARD_FOUND_ONE, "zeros");
  assert_known (fixture, "٨٢٧١٦٤٥", LANYARD_FOUND_ONE, "zeros");
  assert_known (fixture, "091,40211", LANYARD_FOUND_ONE, "printed");
  assert_known (fixture, "0006003987", LANYARD_FOUND_MAYBE, "printed");
  assert_known (fixture, "04a22b0f", LANYARD_FOUND_ONE, "bytes");
  assert_known (fixture, "0F2BA204", LANYARD_FOUND_MAYBE, "bytes");
  assert_known (fixture, "50104477", LANYARD_FOUND_NONE, "");
}

static void
test_several (DirectoryFixture *fixture,
              gconstpointer     data)
{
  add_card (fixture, "office", "4340757");
  add_card_with (fixture, "hotel", "system-2", "0004340757", "");
  assert_known (fixture, "4340757", LANYARD_FOUND_SEVERAL, "office hotel");
  remove_card (fixture, "office");
  assert_known (fixture, "4340757", LANYARD_FOUND_ONE, "hotel");
}

/* An index follows whatever happens to a record. */
static void
test_changes (DirectoryFixture *fixture,
              gconstpointer     data)
{
  add_card (fixture, "card", "20481234");
  add_card (fixture, "card", "20481235");
  assert_known (fixture, "20481234", LANYARD_FOUND_NONE, "");
  assert_known (fixture, "20481235", LANYARD_FOUND_ONE, "card");
  add_card (fixture, "card", "1.2E+11");
  assert_known (fixture, "20481235", LANYARD_FOUND_NONE, "");
  add_card (fixture, "card", "20481236");
  assert_known (fixture, "20481236", LANYARD_FOUND_ONE, "card");
  remove_card (fixture, "card");
  assert_known (fixture, "20481236", LANYARD_FOUND_NONE, "");
}

/* A part of a number, and one that says less than another, are under none of the keys that are made of the whole. */
static void
test_ends (DirectoryFixture *fixture,
           gconstpointer     data)
{
  add_card (fixture, "masked", "****1234");
  add_card (fixture, "middle", "98****7");
  add_card (fixture, "chip", "0A004D7603");
  add_card (fixture, "split", "2048,777");
  assert_known (fixture, "20481234", LANYARD_FOUND_MAYBE, "masked");
  assert_known (fixture, "20481235", LANYARD_FOUND_NONE, "");
  assert_known (fixture, "9876547", LANYARD_FOUND_NONE, "");
  assert_known (fixture, "077,30211", LANYARD_FOUND_MAYBE, "chip");
  assert_known (fixture, "07730211", LANYARD_FOUND_MAYBE, "chip");
  assert_known (fixture, "5076483", LANYARD_FOUND_MAYBE, "chip");
  assert_known (fixture, "2048777", LANYARD_FOUND_MAYBE, "split");
  assert_known (fixture, "777", LANYARD_FOUND_MAYBE, "split");
  add_card (fixture, "whole", "20481234");
  assert_known (fixture, "20481234", LANYARD_FOUND_ONE, "whole");
}

/* What compare() says of any two is what the finder finds. */
static void
test_agrees (DirectoryFixture *fixture,
             gconstpointer     data)
{
  static const char * const texts[] = {
    "091,40211", "9140211", "0006003987", "5B9D13", "139D5B00", "40211", "077,30211", "0A004D7603", "42954749443",
    "1EA68671", "1904649758", "****1234", "20481234", "2048,1234", "04:A2:2B:0F", "KX-1234-Z", "-1521234567",
    "2773732729", "2048****", "1", "0", "1234,5678", "80877102", "123405678",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (LanyardNumber) stored = read_number (texts[i]);
        g_autoptr (LanyardNumber) number = read_number (texts[j]);
        LanyardSameness sameness = lanyard_number_compare (stored, number);

        g_test_message ("%s is looked for, and %s is there", texts[j], texts[i]);
        add_card (fixture, "card", texts[i]);
        /* What is looked for is a whole number. */
        if (!lanyard_number_is_partial (number))
          assert_known (fixture, texts[j],
                        sameness == LANYARD_SAMENESS_SAME ? LANYARD_FOUND_ONE
                        : sameness == LANYARD_SAMENESS_MAYBE ? LANYARD_FOUND_MAYBE : LANYARD_FOUND_NONE,
                        sameness == LANYARD_SAMENESS_DIFFERENT ? "" : "card");
      }
}

static void
test_not_counted (DirectoryFixture *fixture,
                  gconstpointer     data)
{
  add_card_with (fixture, "leaving", "system-1", "20481234",
                 ",\"warnings\":[{\"warning_code\":\"being_deleted\",\"message\":\"This is being deleted.\"}]");
  add_card_with (fixture, "phone", "system-1", "20481234", ",\"parent_acs_credential_id\":\"whole\"");
  assert_known (fixture, "20481234", LANYARD_FOUND_NONE, "");
  add_card (fixture, "whole", "20481234");
  assert_known (fixture, "20481234", LANYARD_FOUND_ONE, "whole");
}

/* --- While the lists are being read --- */

typedef struct
{
  LanyardFinding *finding;
  GError         *error;
  gboolean        is_done;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->finding, lanyard_finding_free);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Outcome *outcome = data;

  g_assert_false (outcome->is_done);
  outcome->finding = lanyard_finder_find_finish (LANYARD_FINDER (source), result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
begin_finding (DirectoryFixture *fixture,
               const char       *text,
               GCancellable     *cancellable,
               Outcome          *outcome)
{
  g_autoptr (LanyardNumber) number = read_number (text);

  lanyard_finder_find_async (get_finder (fixture), number, cancellable, on_found, outcome);
  g_assert_false (outcome->is_done);
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_over (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
}

static void
wait_a_moment (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (milliseconds, on_over, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* The number of one of the demo's cards, which has not been read. */
static char *
dup_demo_number (DirectoryFixture *fixture,
                 const char       *search)
{
  g_autofree char *body = g_strdup_printf ("{\"search\":\"%s\"}", search);
  JsonObject *answer = fixture_ask (&fixture->base, "/acs/credentials/list", body);
  JsonArray *rows = json_object_get_array_member (answer, "acs_credentials");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *number = json_object_get_string_member_with_default (row, "card_number", NULL);

      if (number != NULL)
        return g_strdup (number);
    }
  g_assert_not_reached ();
}

static void
test_asks_at_once (DirectoryFixture *fixture,
                   gconstpointer     data)
{
  g_autofree char *number = dup_demo_number (fixture, "card");
  g_autofree char *typed = g_strconcat ("000", number, NULL);
  g_auto (Outcome) outcome = { 0 };

  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_LOADING, NULL);
  begin_finding (fixture, typed, NULL, &outcome);
  g_assert_true (lanyard_finder_get_waiting (get_finder (fixture)));
  wait_for (&outcome);
  g_assert_false (lanyard_finder_get_waiting (get_finder (fixture)));
  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.finding->found, ==, LANYARD_FOUND_ONE);
  g_assert_true (outcome.finding->is_complete);
  g_assert_cmpstr (seam_credential_get_card_number (outcome.finding->credentials->pdata[0]), ==, number);
  /* What was found is one of the directory's from now on. */
  g_assert_true (lanyard_store_lookup (lanyard_directory_get_credentials (fixture->directory),
                                       seam_record_get_id (outcome.finding->credentials->pdata[0]))
                 == outcome.finding->credentials->pdata[0]);
}

/* The server knows of none: one may still come that it doesn't find by its number. */
static void
test_none_when_all_is_read (DirectoryFixture *fixture,
                            gconstpointer     data)
{
  g_auto (Outcome) missing = { 0 };
  g_auto (Outcome) late = { 0 };

  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_LOADING, NULL);
  begin_finding (fixture, "99999999", NULL, &missing);
  begin_finding (fixture, "99-99-99-98", NULL, &late);
  wait_a_moment (300);
  g_assert_false (missing.is_done);
  g_assert_false (late.is_done);
  add_card (fixture, "late", "9.9.9.9.9.9.9.8");
  wait_for (&late);
  assert_finding (late.finding, LANYARD_FOUND_ONE, "late");
  g_assert_true (lanyard_finder_get_waiting (get_finder (fixture)));
  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_READY, NULL);
  wait_for (&missing);
  assert_finding (missing.finding, LANYARD_FOUND_NONE, "");
  g_assert_true (missing.finding->is_complete);
  g_assert_false (lanyard_finder_get_waiting (get_finder (fixture)));
}

/* One is known: another system may have it too, which the server is asked for. */
static void
test_second_one (DirectoryFixture *fixture,
                 gconstpointer     data)
{
  g_autofree char *number = dup_demo_number (fixture, "card");
  g_auto (Outcome) outcome = { 0 };

  add_card_with (fixture, "here", "system-9", number, "");
  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_LOADING, NULL);
  begin_finding (fixture, number, NULL, &outcome);
  wait_for (&outcome);
  g_assert_cmpint (outcome.finding->found, ==, LANYARD_FOUND_SEVERAL);
  g_assert_cmpuint (outcome.finding->credentials->len, ==, 2);
}

static void
test_server_is_silent (DirectoryFixture *fixture,
                       gconstpointer     data)
{
  g_auto (Outcome) outcome = { 0 };
  gint64 begun_at = g_get_monotonic_time ();

  lanyard_sandbox_add_fault (fixture->base.sandbox, "/acs/credentials/list", "hang-before", "{}");
  add_card (fixture, "here", "20481234");
  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_LOADING, NULL);
  begin_finding (fixture, "20481234", NULL, &outcome);
  wait_for (&outcome);
  assert_finding (outcome.finding, LANYARD_FOUND_ONE, "here");
  g_assert_false (outcome.finding->is_complete);
  g_assert_cmpint (g_get_monotonic_time () - begun_at, >=, 2 * G_USEC_PER_SEC);
}

static void
test_incomplete (DirectoryFixture *fixture,
                 gconstpointer     data)
{
  g_auto (Outcome) answered = { 0 };
  g_auto (Outcome) failed = { 0 };

  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_INCOMPLETE, NULL);
  begin_finding (fixture, "99999999", NULL, &answered);
  wait_for (&answered);
  assert_finding (answered.finding, LANYARD_FOUND_NONE, "");
  g_assert_true (answered.finding->is_complete);
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/acs/credentials/list", "status",
                             "{\"status\": 400, \"times\": 9}");
  begin_finding (fixture, "99999999", NULL, &failed);
  wait_for (&failed);
  assert_finding (failed.finding, LANYARD_FOUND_NONE, "");
  g_assert_false (failed.finding->is_complete);
}

static void
test_cancelled (DirectoryFixture *fixture,
                gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_auto (Outcome) already = { 0 };

  lanyard_progress_set_state (lanyard_directory_get_progress (fixture->directory), LANYARD_DIRECTORY_LOADING, NULL);
  begin_finding (fixture, "99999999", cancellable, &outcome);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (lanyard_finder_get_waiting (get_finder (fixture)));
  begin_finding (fixture, "99999999", cancellable, &already);
  wait_for (&already);
  g_assert_error (already.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Many --- */

static void
test_many (DirectoryFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) keys = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);
      g_autofree char *number = g_strdup_printf ("%010u", 20000000 + i * 7);

      g_ptr_array_add (records, make_card (id, "system-1", number, ""));
    }
  keys = lanyard_keys_of_records (records);
  lanyard_holdings_take_credential_keys (lanyard_directory_get_holdings (fixture->directory), keys, G_MAXUINT64);
  for (guint i = 0; i < 1000; i++)
    {
      guint which = (guint) g_test_rand_int_range (0, N_MANY);
      g_autofree char *text = g_strdup_printf ("%u", 20000000 + which * 7 + (i % 2));
      g_autofree char *id = g_strdup_printf ("card-%u", which);
      g_autoptr (LanyardNumber) number = read_number (text);
      g_autoptr (LanyardFinding) finding = lanyard_finder_look (get_finder (fixture), number);

      if (i % 2 == 0)
        assert_finding (finding, LANYARD_FOUND_ONE, id);
      else
        g_assert_cmpint (finding->found, <, LANYARD_FOUND_SEVERAL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/finder/" path, DirectoryFixture, NULL, directory_fixture_set_up, func, directory_fixture_tear_down)
  ADD ("known", test_known);
  ADD ("several", test_several);
  ADD ("changes", test_changes);
  ADD ("ends", test_ends);
  ADD ("agrees", test_agrees);
  ADD ("not-counted", test_not_counted);
  ADD ("asks-at-once", test_asks_at_once);
  ADD ("none-when-all-is-read", test_none_when_all_is_read);
  ADD ("second-one", test_second_one);
  ADD ("server-is-silent", test_server_is_silent);
  ADD ("incomplete", test_incomplete);
  ADD ("cancelled", test_cancelled);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
