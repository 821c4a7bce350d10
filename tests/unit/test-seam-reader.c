/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of lists takes what JSON is, refuses the rest, and sees in it what json-glib sees. */
#include <string.h>

#include "sandbox-fixture.h"
#include "seam-page-private.h"
#include "seam-record-private.h"
#include "seam-time.h"
#include "seam.h"

static gboolean
is_json (const char *text)
{
  SeamReader reader;

  seam_reader_init (&reader, text, strlen (text));
  seam_reader_skip (&reader);
  return seam_reader_is_done (&reader);
}

static void
test_grammar (void)
{
  static const char * const good[] = {
    "{}", "[]", " [ 1 , -0.5e+7 , 0 , true , false , null , \"\" ] ", "{\"a\":{\"b\":[{}]},\"c\":\"\\\\\"}",
    "\"\\\"\"", "\"\\u00e9\\\\\"", "-1E9",
  };
  static const char * const bad[] = {
    "", " ", "{", "[", "}", "[1,]", "{\"a\":1,}", "[,1]", "{,}", "[1 2]", "{\"a\" 1}", "{a:1}", "{'a':1}", "01", "1.",
    "-", "1e", "+1", "tru", "nul", "\"", "\"\\\"", "[] []", "{\"a\":1} x", "// no\n{}", "[}", "{]", "{\"a\"}", "NaN",
  };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (is_json (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (is_json (bad[i]))
        g_test_message ("Taken for JSON: %s", bad[i]);
      g_assert_false (is_json (bad[i]));
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "[{\"a\":");
  g_assert_false (is_json (deep->str));
}

static void
assert_string (const char *json,
               const char *expected)
{
  SeamReader reader;
  g_autofree char *text = NULL;

  seam_reader_init (&reader, json, strlen (json));
  text = seam_reader_read_string (&reader);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (seam_reader_is_done (&reader), ==, expected != NULL);
}

static void
test_strings (void)
{
  assert_string ("\"\"", "");
  assert_string ("\"Fátima 山\"", "Fátima 山");
  assert_string ("\"a\\\"b\\\\c\\/d\\n\\t\\u00e9\"", "a\"b\\c/d\n\té");
  assert_string ("\"\\ud83d\\udd11\"", "🔑");
  assert_string ("\"\\ud83d\"", "\xef\xbf\xbd");
  assert_string ("\"\\ud83dx\"", "\xef\xbf\xbdx");
  assert_string ("\"\\ud83d\\ud83d\\udd11\"", "\xef\xbf\xbd🔑");
  assert_string ("\"\\u0000\"", "\xef\xbf\xbd");
  assert_string ("\"\xff\"", "\xef\xbf\xbd");
  assert_string ("\"\\x\"", NULL);
  assert_string ("\"\\u12g4\"", NULL);
  assert_string ("\"\\u12\"", NULL);
  assert_string ("\"open", NULL);
  assert_string ("7", NULL);
}

/* A text that ends anywhere is refused, and nothing after its end is looked at: it is in memory of just its size. */
static void
test_truncated (void)
{
  static const char text[] = "{\"acs_users\":[{\"acs_user_id\":\"\\u00e9\\\\\",\"errors\":[{\"a\":-1.5e3}],"
                             "\"is_suspended\":true,\"access_schedule\":{\"starts_at\":null}}],"
                             "\"pagination\":{\"has_next_page\":false},\"ok\":true}";

  for (gsize size = 0; size < strlen (text); size++)
    {
      g_autoptr (GBytes) body = g_bytes_new (text, size);
      g_autoptr (GError) error = NULL;

      g_assert_null (seam_page_parse (body, SEAM_TYPE_USER, "acs_users", NULL, &error));
      g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
    }
}

static SeamPage *
parse (const char *text,
       const char *asked)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SeamPage *page = seam_page_parse (body, SEAM_TYPE_USER, "acs_users", asked, &error);

  g_assert_true ((page != NULL) == (error == NULL));
  return page;
}

static void
test_pages (void)
{
  static const char * const bad[] = {
    "[]", "{}", "{\"acs_users\":{}}", "{\"acs_users\":null}", "{\"acs_users\":[null]}", "{\"acs_users\":[{}]}",
    "{\"acs_users\":[{\"acs_user_id\":\"\"}]}", "{\"acs_users\":[{\"acs_user_id\":7}]}",
    "{\"acs_users\":[],\"ok\":false}", "{\"acs_users\":[],\"pagination\":7}",
    "{\"acs_users\":[],\"pagination\":{}}", "{\"acs_users\":[],\"pagination\":{\"has_next_page\":true}}",
    "{\"acs_users\":[],\"pagination\":{\"has_next_page\":true,\"next_page_cursor\":\"same\"}}",
    "{\"acs_users\":[],\"pagination\":{\"has_next_page\":true,\"next_page_cursor\":\"\"}}",
  };
  g_autoptr (SeamPage) last = parse ("{\"acs_users\":[],\"ok\":true}", NULL);
  g_autoptr (SeamPage) ended = parse ("{\"pagination\":{\"next_page_cursor\":\"c\",\"has_next_page\":false},"
                                      "\"acs_users\":[{\"acs_user_id\":\"u\",\"new\":[{\"x\":{}}]}]}", NULL);
  g_autoptr (SeamPage) more = parse ("{\"acs_users\":[],\"pagination\":{\"has_next_page\":true,"
                                     "\"next_page_cursor\":\"n\"}}", "same");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (parse (bad[i], "same"));
  g_assert_null (last->next_cursor);
  g_assert_null (ended->next_cursor);
  g_assert_cmpstr (seam_record_get_id (ended->records->pdata[0]), ==, "u");
  g_assert_cmpstr (more->next_cursor, ==, "n");
}

/* Of each member once, and of what a person may be surprised by: a name twice, a schedule, problems, mutations. */
static void
test_members (void)
{
  g_autoptr (SeamPage) page = parse ("{\"acs_users\":[{\"acs_user_id\":\"u\",\"display_name\":\"First\","
                                     "\"display_name\":\"Second\",\"is_suspended\":true,\"phone_number\":12,"
                                     "\"access_schedule\":{\"starts_at\":\"2024-05-31T23:59:59.123Z\",\"ends_at\":null},"
                                     "\"errors\":[{\"error_code\":\"gone\",\"message\":\"m\"}],\"warnings\":[],"
                                     "\"pending_mutations\":[{\"mutation_code\":\"creating\"}]}]}", NULL);
  SeamUser *user = page->records->pdata[0];
  GPtrArray *errors = seam_record_get_errors (SEAM_RECORD (user));

  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (user)), ==, "Second");
  g_assert_true (seam_user_get_is_suspended (user));
  g_assert_null (seam_user_get_phone_number (user));
  g_assert_cmpint (seam_user_get_access_starts_at (user), ==, G_GINT64_CONSTANT (1717199999123000));
  g_assert_cmpint (seam_user_get_access_ends_at (user), ==, SEAM_TIME_UNSET);
  g_assert_cmpstr (seam_problem_get_code (errors->pdata[0]), ==, "gone");
  g_assert_null (seam_record_get_warnings (SEAM_RECORD (user)));
  g_assert_cmpstr (seam_user_get_pending_mutations (user)[0], ==, "creating");
}

static void
test_times (void)
{
  g_assert_cmpint (seam_time_parse ("1970-01-01T00:00:00.000Z"), ==, 0);
  g_assert_cmpint (seam_time_parse ("2000-02-29T12:00:00.001Z"), ==, G_GINT64_CONSTANT (951825600001000));
  g_assert_cmpint (seam_time_parse ("2000-02-29T12:00:00Z"), ==, G_GINT64_CONSTANT (951825600000000));
  g_assert_cmpint (seam_time_parse ("2000-02-29T14:00:00.000+02"), ==, G_GINT64_CONSTANT (951825600000000));
  g_assert_cmpint (seam_time_parse ("2023-02-29T12:00:00.000Z"), ==, 0);
  g_assert_cmpint (seam_time_parse ("2023-13-01T12:00:00.000Z"), ==, 0);
  g_assert_cmpint (seam_time_parse ("2023-12-01T24:00:00.000Z"), ==, 0);
  g_assert_cmpint (seam_time_parse ("2023-12-01T1x:00:00.000Z"), ==, 0);
  g_assert_cmpint (seam_time_parse ("tomorrow"), ==, 0);
}

static void
assert_same (SandboxFixture *fixture,
             const char     *route,
             const char     *member,
             GType           type,
             const char     *id,
             const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SeamPage) page = NULL;
  JsonArray *array;

  array = json_object_get_array_member (fixture_ask (fixture, route, "{\"limit\":500}"), member);
  body = g_bytes_new (fixture->text, strlen (fixture->text));
  page = seam_page_parse (body, type, member, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->records->len, ==, json_array_get_length (array));
  g_assert_cmpuint (page->records->len, >, 0);
  for (guint i = 0; i < page->records->len; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      SeamRecord *record = page->records->pdata[i];
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
      g_autofree char *text = json_to_string (node, TRUE);
      g_autoptr (SeamRecord) again = seam_record_new_from_text (type, text, SEAM_EXTENT_WHOLE, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (seam_record_get_id (record), ==, json_object_get_string_member (object, id));
      g_assert_cmpstr (seam_record_get_display_name (record), ==, json_object_get_string_member (object, name));
      g_assert_false (seam_record_merge (record, again));
    }
}

/* Another reader of JSON sees the same, and a record that is read again, written in another way, changes nothing. */
static void
test_same_as_json (SandboxFixture *fixture,
                   gconstpointer   data)
{
  assert_same (fixture, "/acs/systems/list", "acs_systems", SEAM_TYPE_SYSTEM, "acs_system_id", "name");
  assert_same (fixture, "/acs/users/list", "acs_users", SEAM_TYPE_USER, "acs_user_id", "display_name");
  assert_same (fixture, "/acs/credentials/list", "acs_credentials", SEAM_TYPE_CREDENTIAL, "acs_credential_id",
               "display_name");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/reader/grammar", test_grammar);
  g_test_add_func ("/seam/reader/strings", test_strings);
  g_test_add_func ("/seam/reader/truncated", test_truncated);
  g_test_add_func ("/seam/reader/pages", test_pages);
  g_test_add_func ("/seam/reader/members", test_members);
  g_test_add_func ("/seam/reader/times", test_times);
  g_test_add ("/seam/reader/same-as-json", SandboxFixture, NULL, fixture_set_up, test_same_as_json,
              fixture_tear_down);
  return g_test_run ();
}
