/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records take from JSON what they can use, and from one another what is newer; they tell just what has changed. */
#include <string.h>

#include "seam-intern.h"
#include "seam-page-private.h"
#include "seam.h"

static gpointer
read_as (GType       type,
         const char *text,
         SeamExtent  extent)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (type, text, extent, &error);

  g_assert_no_error (error);
  return record;
}

static SeamUser *
user (const char *text)
{
  return read_as (SEAM_TYPE_USER, text, SEAM_EXTENT_WHOLE);
}

static SeamCredential *
credential (const char *text)
{
  return read_as (SEAM_TYPE_CREDENTIAL, text, SEAM_EXTENT_WHOLE);
}

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    const char *name;
  } cases[] = {
    { "{\"acs_user_id\":\"u\",\"display_name\":\"D\",\"full_name\":\"F\"}", "D" },
    { "{\"acs_user_id\":\"u\",\"full_name\":\"F\",\"email_address\":\"e@example.com\"}", "F" },
    { "{\"acs_user_id\":\"u\",\"display_name\":null,\"full_name\":\"F\"}", "F" },
    { "{\"acs_user_id\":\"u\",\"display_name\":\"\",\"full_name\":\"F\"}", "F" },
    { "{\"acs_user_id\":\"u\",\"display_name\":7,\"full_name\":\"\",\"email_address\":\"e@example.com\"}",
      "e@example.com" },
    { "{\"acs_user_id\":\"u\",\"email\":\"e@example.com\",\"phone_number\":\"+1\"}", "e@example.com" },
    { "{\"acs_user_id\":\"u\",\"phone_number\":\"+1\"}", "+1" },
    { "{\"acs_user_id\":\"u\"}", NULL },
  };
  g_autoptr (SeamSystem) system = read_as (SEAM_TYPE_SYSTEM, "{\"acs_system_id\":\"s\",\"name\":\"Hotel\"}",
                                           SEAM_EXTENT_WHOLE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SeamUser) made = user (cases[i].text);

      g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (made)), ==, cases[i].name);
    }
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (system)), ==, "Hotel");
}

static void
test_no_records (void)
{
  static const char * const bad[] = {
    "", "7", "[]", "{}", "{\"acs_user_id\":\"\"}", "{\"acs_user_id\":7}", "{\"acs_user_id\":null}",
    "{\"acs_user_id\":\"u\"", "{\"acs_user_id\":\"u\"}}", "{\"acs_user_id\":\"u\",}", "{\"acs_credential_id\":\"u\"}",
    "{\"access_schedule\":{\"acs_user_id\":\"u\"}}", "var user = {\"acs_user_id\":\"u\"};",
    "{\"acs_user_id\":\"u\",\"n\":01}", "{\"acs_user_id\":\"u\",\"x\":\"\\uZZZZ\"}x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (seam_record_new_from_text (SEAM_TYPE_USER, bad[i], SEAM_EXTENT_WHOLE, &error));
      g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
    }
}

/* Unknown members, kinds that are newer than the library, and what is of a wrong type do no harm. */
static void
test_unknown (void)
{
  g_autoptr (SeamCredential) newer = credential (
    "{\"acs_credential_id\":\"c\",\"access_method\":\"retina\",\"new\":{\"a\":[{\"b\":null}]},\"is_issued\":\"yes\","
    "\"is_one_time_use\":true,\"starts_at\":17,\"ends_at\":\"soon\",\"errors\":{},\"warnings\":[7,null,{}],"
    "\"is_latest_desired_state_synced_with_provider\":null,\"card_number\":123,\"acs_user_id\":\"\"}");
  g_autoptr (SeamCredential) card = credential ("{\"acs_credential_id\":\"c\",\"access_method\":\"card\"}");

  g_assert_cmpint (seam_credential_get_access_method (newer), ==, SEAM_ACCESS_METHOD_UNKNOWN);
  g_assert_cmpstr (seam_credential_get_access_method_name (newer), ==, "retina");
  g_assert_cmpint (seam_credential_get_access_method (card), ==, SEAM_ACCESS_METHOD_CARD);
  g_assert_false (seam_credential_get_is_issued (newer));
  g_assert_true (seam_credential_get_is_one_time_use (newer));
  g_assert_cmpint (seam_credential_get_starts_at (newer), ==, SEAM_TIME_UNSET);
  g_assert_cmpint (seam_credential_get_ends_at (newer), ==, SEAM_TIME_UNSET);
  g_assert_cmpint (seam_credential_get_sync (newer), ==, SEAM_SYNC_UNKNOWN);
  g_assert_null (seam_credential_get_card_number (newer));
  g_assert_null (seam_credential_get_user_id (newer));
  g_assert_null (seam_record_get_errors (SEAM_RECORD (newer)));
  g_assert_cmpuint (seam_record_get_warnings (SEAM_RECORD (newer))->len, ==, 1);
}

static void
test_sync (void)
{
  g_autoptr (SeamCredential) waiting = credential (
    "{\"acs_credential_id\":\"c\",\"is_latest_desired_state_synced_with_provider\":false}");
  g_autoptr (SeamCredential) synced = credential (
    "{\"acs_credential_id\":\"c\",\"is_latest_desired_state_synced_with_provider\":true}");
  g_autoptr (SeamCredential) silent = credential ("{\"acs_credential_id\":\"c\"}");

  g_assert_cmpint (seam_credential_get_sync (waiting), ==, SEAM_SYNC_WAITING);
  g_assert_cmpint (seam_credential_get_sync (synced), ==, SEAM_SYNC_SYNCED);
  g_assert_cmpint (seam_credential_get_sync (silent), ==, SEAM_SYNC_UNKNOWN);
}

/* Bytes that are not UTF-8, NULs and halves of characters become something that can be shown, wherever they are. */
static void
test_text_is_valid (void)
{
  g_autoptr (SeamUser) made = user (
    "{\"acs_user_id\":\"u\",\"full_name\":\"a\xff" "b\",\"phone_number\":\"\\ud83d\",\"display_name\":\"x\\u0000y\","
    "\"errors\":[{\"error_code\":\"c\xfe\",\"message\":\"\\udc00m\"}],\"pending_mutations\":[{\"mutation_code\":\"\xff\"}]}");
  SeamProblem *problem = seam_record_get_errors (SEAM_RECORD (made))->pdata[0];

  g_assert_cmpstr (seam_user_get_full_name (made), ==, "a\xef\xbf\xbd" "b");
  g_assert_cmpstr (seam_user_get_phone_number (made), ==, "\xef\xbf\xbd");
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (made)), ==, "x\xef\xbf\xbdy");
  g_assert_cmpstr (seam_problem_get_code (problem), ==, "c\xef\xbf\xbd");
  g_assert_cmpstr (seam_problem_get_message (problem), ==, "\xef\xbf\xbdm");
  g_assert_cmpstr (seam_user_get_pending_mutations (made)[0], ==, "\xef\xbf\xbd");
}

static void
test_problems (void)
{
  g_autoptr (SeamUser) made = user (
    "{\"acs_user_id\":\"u\",\"errors\":[{\"message\":\"Gone\",\"error_code\":\"deleted_externally\",\"more\":[],"
    "\"created_at\":\"2024-05-31T23:59:59.123Z\"},{\"error_code\":7}],\"warnings\":[{\"warning_code\":\"being_deleted\"}]}");
  GPtrArray *errors = seam_record_get_errors (SEAM_RECORD (made));
  GPtrArray *warnings = seam_record_get_warnings (SEAM_RECORD (made));

  g_assert_cmpuint (errors->len, ==, 2);
  g_assert_cmpstr (seam_problem_get_code (errors->pdata[0]), ==, "deleted_externally");
  g_assert_cmpstr (seam_problem_get_message (errors->pdata[0]), ==, "Gone");
  g_assert_cmpint (seam_problem_get_created_at (errors->pdata[0]), ==, G_GINT64_CONSTANT (1717199999123000));
  g_assert_null (seam_problem_get_code (errors->pdata[1]));
  g_assert_null (seam_problem_get_message (errors->pdata[1]));
  g_assert_cmpint (seam_problem_get_created_at (errors->pdata[1]), ==, SEAM_TIME_UNSET);
  g_assert_cmpstr (seam_problem_get_code (warnings->pdata[0]), ==, "being_deleted");
}

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_ptr_array_add (user_data, (gpointer) pspec->name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Merges @fresh, which is released, and compares the names of what was notified, in the order of the alphabet. */
static void
assert_merge (gpointer    record,
              gpointer    fresh,
              const char *expected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *notified = NULL;
  gulong id = g_signal_connect (record, "notify", G_CALLBACK (on_notify), names);
  gboolean changed = seam_record_merge (record, fresh);

  g_signal_handler_disconnect (record, id);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  notified = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (notified, ==, expected);
  g_assert_true (changed == (*expected != '\0'));
  g_object_unref (fresh);
}

static void
test_merge_whole (void)
{
  const char *before = "{\"acs_credential_id\":\"c\",\"display_name\":\"Card\",\"acs_user_id\":\"u\",\"code\":\"12\","
                       "\"access_method\":\"card\",\"is_issued\":true,\"starts_at\":\"2024-05-31T23:59:59.123Z\","
                       "\"errors\":[{\"error_code\":\"e\",\"message\":\"m\"}]}";
  g_autoptr (SeamCredential) shown = credential (before);

  assert_merge (shown, credential (before), "");
  assert_merge (shown, credential ("{\"acs_credential_id\":\"c\",\"display_name\":\"Card\",\"access_method\":\"code\","
                                   "\"acs_user_id\":\"v\",\"is_issued\":true,\"code\":null,"
                                   "\"starts_at\":\"2024-05-31T23:59:59.123Z\","
                                   "\"errors\":[{\"error_code\":\"e\",\"message\":\"m\"}]}"),
                "access-method access-method-name code user-id");
  g_assert_cmpint (seam_credential_get_access_method (shown), ==, SEAM_ACCESS_METHOD_CODE);
  g_assert_cmpstr (seam_credential_get_user_id (shown), ==, "v");
  g_assert_null (seam_credential_get_code (shown));

  assert_merge (shown, credential ("{\"acs_credential_id\":\"c\"}"),
                "access-method access-method-name display-name errors is-issued starts-at user-id");
  g_assert_null (seam_credential_get_user_id (shown));
  g_assert_null (seam_record_get_errors (SEAM_RECORD (shown)));
  g_assert_cmpint (seam_credential_get_access_method (shown), ==, SEAM_ACCESS_METHOD_UNKNOWN);
}

/* A part leaves alone what it lacks, and what it has of a wrong type; what it has as null it unsets. */
static void
test_merge_part (void)
{
  g_autoptr (SeamCredential) shown = credential ("{\"acs_credential_id\":\"c\",\"display_name\":\"Card\","
                                                 "\"acs_user_id\":\"u\",\"card_number\":\"82\",\"code\":\"12\"}");
  SeamExtent part = SEAM_EXTENT_PART;

  assert_merge (shown, read_as (SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\"}", part), "");
  assert_merge (shown, read_as (SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\",\"acs_user_id\":7}", part), "");
  assert_merge (shown, read_as (SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\",\"acs_user_id\":null,"
                                "\"code\":\"13\"}", part), "code user-id");
  g_assert_null (seam_credential_get_user_id (shown));
  g_assert_cmpstr (seam_credential_get_card_number (shown), ==, "82");
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (shown)), ==, "Card");
}

static void
test_merge_user (void)
{
  g_autoptr (SeamUser) shown = user ("{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"email\":\"a@example.com\"}");
  g_autofree char *email = NULL;

  g_object_get (shown, "email-address", &email, NULL);
  g_assert_cmpstr (email, ==, "a@example.com");
  assert_merge (shown, user ("{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"email\":\"b@example.com\"}"),
                "deprecated-email email-address");
  assert_merge (shown, user ("{\"acs_user_id\":\"u\",\"full_name\":\"Ada Okafor\",\"email\":\"b@example.com\"}"),
                "display-name full-name");
  assert_merge (shown, user ("{\"acs_user_id\":\"u\",\"full_name\":\"Ada Okafor\",\"email\":\"b@example.com\","
                             "\"is_suspended\":true,\"access_schedule\":{\"ends_at\":\"2024-05-31T23:59:59.123Z\"},"
                             "\"pending_mutations\":[{\"mutation_code\":\"creating\"}]}"),
                "access-ends-at is-suspended pending-mutations");
  assert_merge (shown, read_as (SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"phone_number\":\"+1\"}", SEAM_EXTENT_PART),
                "phone-number");
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (shown)), ==, "Ada Okafor");
}

/* What the keeper of a collection sets is not the server's to change. */
static void
test_own_properties (void)
{
  g_autoptr (SeamUser) holder = user ("{\"acs_user_id\":\"u\"}");
  g_autoptr (SeamCredential) shown = credential ("{\"acs_credential_id\":\"c\",\"acs_user_id\":\"u\"}");

  seam_credential_set_holder (shown, holder);
  seam_credential_set_busy (shown, TRUE);
  seam_user_set_n_credentials (holder, 1);
  assert_merge (shown, credential ("{\"acs_credential_id\":\"c\",\"busy\":false,\"holder\":null}"), "user-id");
  assert_merge (holder, user ("{\"acs_user_id\":\"u\",\"n_credentials\":9}"), "");
  g_assert_true (seam_credential_get_holder (shown) == holder);
  g_assert_true (seam_credential_get_busy (shown));
  g_assert_cmpuint (seam_user_get_n_credentials (holder), ==, 1);
}

/* A name that has a dot isn't a member of a member, nor is one that ends in a NUL the name before it. */
static void
test_member_names (void)
{
  static const char text[] = "{\"acs_user_id\":\"u\",\"access_schedule.starts_at\":\"2024-05-31T23:59:59.123Z\","
                             "\"full_name\0and more than the name is long\":\"F\"}";
  g_autoptr (GString) page = g_string_new ("{\"acs_users\":[");
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SeamPage) parsed = NULL;
  g_autoptr (GError) error = NULL;
  SeamUser *made;

  g_string_append_len (page, text, sizeof text - 1);
  g_string_append (page, "]}");
  body = g_bytes_new (page->str, page->len);
  parsed = seam_page_parse (body, SEAM_TYPE_USER, "acs_users", NULL, &error);
  g_assert_no_error (error);
  made = parsed->records->pdata[0];
  g_assert_cmpint (seam_user_get_access_starts_at (made), ==, SEAM_TIME_UNSET);
  g_assert_null (seam_user_get_full_name (made));
}

static gpointer
intern_often (gpointer user_data)
{
  for (guint i = 0; i < 200000; i++)
    {
      char *string = seam_intern ("card");

      g_assert_cmpint (string[0], ==, 'c');
      seam_intern_release (string);
    }
  return NULL;
}

/* The last of equal strings goes in one thread while another asks for one. */
static void
test_interned (void)
{
  g_autoptr (GThread) other = g_thread_new ("other", intern_often, NULL);
  char *a, *b;

  intern_often (NULL);
  g_thread_join (g_steal_pointer (&other));
  a = seam_intern ("card");
  b = seam_intern ("card");
  g_assert_true (a == b);
  seam_intern_release (a);
  seam_intern_release (b);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/record/names", test_names);
  g_test_add_func ("/seam/record/no-records", test_no_records);
  g_test_add_func ("/seam/record/unknown", test_unknown);
  g_test_add_func ("/seam/record/sync", test_sync);
  g_test_add_func ("/seam/record/text-is-valid", test_text_is_valid);
  g_test_add_func ("/seam/record/problems", test_problems);
  g_test_add_func ("/seam/record/merge-whole", test_merge_whole);
  g_test_add_func ("/seam/record/merge-part", test_merge_part);
  g_test_add_func ("/seam/record/merge-user", test_merge_user);
  g_test_add_func ("/seam/record/own-properties", test_own_properties);
  g_test_add_func ("/seam/record/member-names", test_member_names);
  g_test_add_func ("/seam/record/interned", test_interned);
  return g_test_run ();
}
