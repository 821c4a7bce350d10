/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs attention and what only looks like it; and which rows would read alike. */
#include "records.h"

#define WARNING(code) "\"warnings\": [{\"warning_code\": \"" code "\", \"message\": \"?\"}]"
#define ERROR(code) "\"errors\": [{\"error_code\": \"" code "\", \"message\": \"?\"}]"

static SeamRecord *
read_record (GType       type,
             const char *members)
{
  g_autofree char *json = g_strdup_printf ("{%s}", members);

  return records_make (type, json);
}

static SeamRecord *
take (LanyardDirectory *directory,
      GType             type,
      const char       *members)
{
  g_autofree char *json = g_strdup_printf ("{%s}", members);

  return records_add (directory, type, json);
}

static char *
schedule (int starts_in_days,
          int ends_in_days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) starts = g_date_time_add_days (now, starts_in_days);
  g_autoptr (GDateTime) ends = g_date_time_add_days (now, ends_in_days);
  g_autofree char *starts_at = g_date_time_format_iso8601 (starts);
  g_autofree char *ends_at = g_date_time_format_iso8601 (ends);

  return g_strdup_printf ("\"access_schedule\": {\"starts_at\": \"%s\", \"ends_at\": \"%s\"}", starts_at, ends_at);
}

/* --- Attention --- */

static void
test_codes (void)
{
  static const struct
  {
    GType     (*type) (void);
    const char *members;
    gboolean    needs_attention;
  } cases[] = {
    { seam_user_get_type, "\"is_suspended\": false", FALSE },
    { seam_user_get_type, "\"is_suspended\": true", TRUE },
    /* Nothing says why they would be inactive. */
    { seam_user_get_type, WARNING ("acs_user_inactive"), TRUE },
    { seam_user_get_type, WARNING ("salto_ks_user_not_subscribed"), FALSE },
    { seam_user_get_type, WARNING ("latch_resident_user"), FALSE },
    { seam_user_get_type, WARNING ("being_deleted"), TRUE },
    { seam_user_get_type, WARNING ("unknown_issue_with_acs_user"), TRUE },
    { seam_user_get_type, ERROR ("salto_ks_subscription_limit_exceeded"), TRUE },
    { seam_user_get_type, ERROR ("failed_to_create_on_acs_system"), TRUE },
    { seam_user_get_type, ERROR ("deleted_externally"), TRUE },
    { seam_user_get_type, ERROR ("of_next_year"), TRUE },
    { seam_credential_get_type, WARNING ("waiting_to_be_issued"), FALSE },
    { seam_credential_get_type, WARNING ("schedule_modified"), FALSE },
    { seam_credential_get_type, WARNING ("schedule_externally_modified"), TRUE },
    { seam_credential_get_type, WARNING ("needs_to_be_reissued"), TRUE },
    { seam_credential_get_type, WARNING ("requested_code_unavailable"), TRUE },
    { seam_credential_get_type, WARNING ("unknown_issue_with_acs_credential"), TRUE },
    { seam_credential_get_type, WARNING ("of_next_year"), TRUE },
    { seam_credential_get_type, "\"warnings\": [{\"message\": \"without a code\"}]", TRUE },
    { seam_credential_get_type, "\"ends_at\": \"2020-01-01T00:00:00.000Z\"", TRUE },
    { seam_credential_get_type, "\"starts_at\": \"2999-01-01T00:00:00.000Z\"", FALSE },
    { seam_credential_get_type, "\"is_latest_desired_state_synced_with_provider\": false", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("\"acs_user_id\": \"u\", \"acs_credential_id\": \"c\", %s",
                                                  cases[i].members);
      g_autoptr (SeamRecord) record = read_record (cases[i].type (), members);
      g_autoptr (LanyardKey) key = lanyard_key_new (record);

      g_test_message ("%s", cases[i].members);
      g_assert_cmpint (lanyard_record_needs_attention (record), ==, cases[i].needs_attention);
      g_assert_cmpint (lanyard_attention_is_due (key->attention, g_get_real_time ()), ==, cases[i].needs_attention);
    }
}

static void
assert_inactive (int      starts_in_days,
                 int      ends_in_days,
                 gboolean needs_attention)
{
  g_autofree char *span = schedule (starts_in_days, ends_in_days);
  g_autofree char *members = g_strdup_printf ("\"acs_user_id\": \"u\", %s, %s", span, WARNING ("acs_user_inactive"));
  g_autoptr (SeamRecord) record = read_record (SEAM_TYPE_USER, members);
  LanyardAttention attention = lanyard_record_get_attention (record);

  g_assert_cmpint (lanyard_record_needs_attention (record), ==, needs_attention);
  /* As time goes by, without anything being read again. */
  g_assert_cmpint (attention.from, ==, seam_user_get_access_starts_at (SEAM_USER (record)));
  g_assert_cmpint (attention.until, ==, seam_user_get_access_ends_at (SEAM_USER (record)));
}

static void
test_schedule (void)
{
  assert_inactive (1, 3, FALSE);
  assert_inactive (-3, -1, FALSE);
  assert_inactive (-1, 1, TRUE);
}

/* One failure among many guests who arrive tomorrow: the list has the one. */
static void
test_needle (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autofree char *tomorrow = schedule (1, 4);
  g_autoptr (SeamRecord) shown = NULL;
  SeamRecord *failed;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *members = g_strdup_printf ("\"acs_user_id\": \"u%u\", %s, %s", i, tomorrow,
                                                  WARNING ("acs_user_inactive"));

      take (directory, SEAM_TYPE_USER, members);
    }
  failed = take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"f\", " ERROR ("failed_to_create_on_acs_system"));
  g_object_set (list, "show", LANYARD_SHOW_ATTENTION, NULL);
  while (!lanyard_list_is_settled (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  shown = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (shown == failed);
}

/* What is most urgent stands for the record, in whichever order the vendor sends it. */
static void
test_worst_problem (void)
{
  g_autoptr (SeamRecord) credential =
    read_record (SEAM_TYPE_CREDENTIAL, "\"acs_credential_id\": \"c\", \"warnings\": ["
                                       "{\"warning_code\": \"waiting_to_be_issued\"},"
                                       "{\"warning_code\": \"needs_to_be_reissued\"}]");
  gboolean is_error;

  g_assert_cmpstr (seam_problem_get_code (lanyard_record_get_worst_problem (credential, &is_error)), ==,
                   "needs_to_be_reissued");
  g_assert_false (is_error);
}

/* A seat is wanted as soon as there is something to open doors with. */
static void
test_subscription (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  SeamRecord *user = take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"u\", "
                                                      WARNING ("salto_ks_user_not_subscribed"));
  LanyardStore *users = lanyard_directory_get_users (directory);

  g_assert_false (lanyard_record_needs_attention (user));
  take (directory, SEAM_TYPE_CREDENTIAL, "\"acs_credential_id\": \"c\", \"acs_user_id\": \"u\"");
  g_assert_true (lanyard_record_needs_attention (user));
  g_assert_true (lanyard_attention_is_due (lanyard_store_lookup_key (users, "u")->attention, g_get_real_time ()));
}

/* --- Looks --- */

static LanyardLikeness
likeness (LanyardDirectory *directory,
          GType             type,
          const char       *id)
{
  LanyardStore *store = type == SEAM_TYPE_USER ? lanyard_directory_get_users (directory)
                                               : lanyard_directory_get_credentials (directory);

  return lanyard_store_get_likeness (store, lanyard_store_lookup (store, id));
}

static void
count (LanyardStore *store,
       guint        *n)
{
  ++*n;
}

#define PERSON(id, system, name) "\"acs_user_id\": \"" id "\", \"acs_system_id\": \"" system "\"," \
                                 " \"display_name\": \"" name "\""

static void
test_people_alike (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  guint n_changed = 0;

  g_signal_connect (lanyard_directory_get_users (directory), "looks-changed", G_CALLBACK (count), &n_changed);
  take (directory, SEAM_TYPE_USER, PERSON ("1", "s", "Ada Okafor"));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "1"), ==, LANYARD_LIKENESS_NONE);
  g_assert_cmpuint (n_changed, ==, 0);

  /* The system is on the row anyway. */
  take (directory, SEAM_TYPE_USER, PERSON ("2", "t", "Ada Okafor"));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "1"), ==, LANYARD_LIKENESS_NONE);

  /* A blank more, and capitals, tell nobody apart. */
  take (directory, SEAM_TYPE_USER, PERSON ("3", "s", "ada  Okafor"));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "1"), ==, LANYARD_LIKENESS_TWIN);
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "3"), ==, LANYARD_LIKENESS_TWIN);
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "2"), ==, LANYARD_LIKENESS_NONE);
  g_assert_cmpuint (n_changed, ==, 1);

  take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"3\", \"acs_system_id\": \"s\", \"display_name\": \"Ada Okafor\","
                                   " \"access_schedule\": {\"starts_at\": \"2026-01-01T00:00:00Z\"}");
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "1"), ==, LANYARD_LIKENESS_ALIKE);

  take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"3\", \"acs_system_id\": \"s\", \"display_name\": \"Ada Okafor\","
                                   " \"email_address\": \"ada@example.com\"");
  g_assert_cmpint (likeness (directory, SEAM_TYPE_USER, "1"), ==, LANYARD_LIKENESS_NONE);
}

#define CARD(id, more) "\"acs_credential_id\": \"" id "\", \"access_method\": \"card\"," \
                       " \"display_name\": \"Key Card\"" more

static void
test_cards_alike (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("1", ", \"card_number\": \"20481234\", \"acs_system_id\": \"s\""));
  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("2", ", \"card_number\": \"20481235\", \"acs_system_id\": \"s\""));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "1"), ==, LANYARD_LIKENESS_NONE);

  /* Of a number its end is shown: these read alike. */
  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("3", ", \"card_number\": \"90001234\", \"acs_system_id\": \"t\""));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "1"), ==, LANYARD_LIKENESS_ALIKE);
  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("4", ", \"card_number\": \"90001234\", \"acs_system_id\": \"t\""));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "3"), ==, LANYARD_LIKENESS_TWIN);

  /* Who has it is on the row, and is a name, not an id. */
  take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"a\", \"display_name\": \"Ada\"");
  take (directory, SEAM_TYPE_USER, "\"acs_user_id\": \"b\", \"display_name\": \"Ada\"");
  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("3", ", \"card_number\": \"90001234\", \"acs_system_id\": \"t\","
                                                    " \"acs_user_id\": \"a\""));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "3"), ==, LANYARD_LIKENESS_NONE);
  take (directory, SEAM_TYPE_CREDENTIAL, CARD ("4", ", \"card_number\": \"90001234\", \"acs_system_id\": \"t\","
                                                    " \"acs_user_id\": \"b\""));
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "3"), ==, LANYARD_LIKENESS_TWIN);

  g_ptr_array_add (gone, lanyard_store_lookup (lanyard_directory_get_credentials (directory), "4"));
  lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (directory), gone);
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "3"), ==, LANYARD_LIKENESS_NONE);
  g_assert_cmpint (likeness (directory, SEAM_TYPE_CREDENTIAL, "1"), ==, LANYARD_LIKENESS_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/codes", test_codes);
  g_test_add_func ("/attention/schedule", test_schedule);
  g_test_add_func ("/attention/needle", test_needle);
  g_test_add_func ("/attention/worst-problem", test_worst_problem);
  g_test_add_func ("/attention/subscription", test_subscription);
  g_test_add_func ("/looks/people", test_people_alike);
  g_test_add_func ("/looks/cards", test_cards_alike);
  return g_test_run ();
}
