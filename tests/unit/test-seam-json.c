/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records through json-glib: anybody's json_gobject_deserialize() reads them, nothing that a server sends can warn or
 * set what isn't its own, and what was read is written back. */
#include <string.h>

#include "seam-json.h"
#include "seam-record-private.h"
#include "seam-time.h"
#include "seam.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* As a program does that knows json-glib and nothing else. */
static gpointer
deserialize (GType       type,
             const char *text)
{
  g_autoptr (JsonNode) node = parse (text);

  return json_gobject_deserialize (type, node);
}

static gpointer
read_as (GType       type,
         const char *text,
         SeamExtent  extent)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_node (type, node, extent, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_written (gpointer    record,
                const char *expected)
{
  g_autoptr (JsonNode) written = seam_record_to_json (record);
  g_autoptr (JsonNode) node = parse (expected);
  g_autofree char *text = json_to_string (written, FALSE);

  g_test_message ("%s", text);
  g_assert_true (json_node_equal (written, node));
}

static void
test_user (void)
{
  static const char text[] =
    "{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"acs_system_id\":\"s\",\"is_suspended\":true,\"email_address\":null,"
    "\"created_at\":\"2024-05-31T23:59:59.123Z\",\"access_schedule\":{\"starts_at\":\"2024-05-31T23:59:59.123456Z\","
    "\"ends_at\":null},\"pending_mutations\":[{\"mutation_code\":\"creating\"},7,{}],"
    "\"errors\":[{\"error_code\":\"gone\",\"message\":\"m\",\"created_at\":\"2024-05-31T23:59:59.123Z\"},null]}";
  g_autoptr (SeamUser) user = deserialize (SEAM_TYPE_USER, text);
  SeamProblem *problem = seam_record_get_errors (SEAM_RECORD (user))->pdata[0];

  g_assert_cmpstr (seam_record_get_id (SEAM_RECORD (user)), ==, "u");
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (user)), ==, "Ada");
  g_assert_cmpint (seam_record_get_created_at (SEAM_RECORD (user)), ==, G_GINT64_CONSTANT (1717199999123000));
  g_assert_cmpint (seam_user_get_access_starts_at (user), ==, G_GINT64_CONSTANT (1717199999123456));
  g_assert_cmpint (seam_user_get_access_ends_at (user), ==, SEAM_TIME_UNSET);
  g_assert_true (seam_user_get_is_suspended (user));
  g_assert_null (seam_user_get_email_address (user));
  g_assert_cmpuint (g_strv_length ((GStrv) seam_user_get_pending_mutations (user)), ==, 1);
  g_assert_cmpuint (seam_record_get_errors (SEAM_RECORD (user))->len, ==, 1);
  g_assert_cmpstr (seam_problem_get_code (problem), ==, "gone");
  assert_written (user,
                  "{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"acs_system_id\":\"s\",\"is_suspended\":true,"
                  "\"email_address\":null,\"created_at\":\"2024-05-31T23:59:59.123Z\",\"access_schedule\":{"
                  "\"starts_at\":\"2024-05-31T23:59:59.123456Z\",\"ends_at\":null},"
                  "\"pending_mutations\":[{\"mutation_code\":\"creating\"}],\"errors\":[{\"error_code\":\"gone\","
                  "\"message\":\"m\",\"created_at\":\"2024-05-31T23:59:59.123Z\"}]}");
}

static void
test_credential (void)
{
  g_autoptr (SeamCredential) newer = deserialize (
    SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\",\"access_method\":\"retina\",\"code\":4821,"
                          "\"is_latest_desired_state_synced_with_provider\":null,\"display_name\":\"PIN 4821\"}");
  g_autoptr (SeamCredential) waiting = deserialize (
    SEAM_TYPE_CREDENTIAL, "{\"is_latest_desired_state_synced_with_provider\":false,\"access_method\":\"card\"}");

  /* What puts one sense into all of it is done, though json-glib says nothing when it is at the end. */
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (newer)), ==, "PIN ••••••");
  g_assert_cmpstr (seam_credential_get_code (newer), ==, "4821");
  g_assert_cmpint (seam_credential_get_access_method (newer), ==, SEAM_ACCESS_METHOD_UNKNOWN);
  g_assert_cmpstr (seam_credential_get_access_method_name (newer), ==, "retina");
  g_assert_cmpint (seam_credential_get_sync (newer), ==, SEAM_SYNC_UNKNOWN);
  g_assert_cmpint (seam_credential_get_sync (waiting), ==, SEAM_SYNC_WAITING);
  g_assert_cmpint (seam_credential_get_access_method (waiting), ==, SEAM_ACCESS_METHOD_CARD);
  assert_written (newer, "{\"acs_credential_id\":\"c\",\"access_method\":\"retina\",\"code\":\"4821\","
                         "\"is_latest_desired_state_synced_with_provider\":null,\"display_name\":\"PIN ••••••\"}");
}

/* A number that is a PIN isn't shown as a card's, by whatever it is asked for first. */
static void
test_pin_is_no_card (void)
{
  static const char text[] = "{\"acs_credential_id\":\"c\",\"card_number\":\"4821\",\"access_method\":\"code\","
                             "\"code\":\"4821\"}";
  g_autoptr (SeamCredential) by_getter = deserialize (SEAM_TYPE_CREDENTIAL, text);
  g_autoptr (SeamCredential) by_property = deserialize (SEAM_TYPE_CREDENTIAL, text);
  g_autoptr (SeamRecord) by_writer = deserialize (SEAM_TYPE_CREDENTIAL, text);
  g_autofree char *number = NULL;

  g_assert_null (seam_credential_get_card_number (by_getter));
  g_object_get (by_property, "card-number", &number, NULL);
  g_assert_null (number);
  assert_written (by_writer, "{\"acs_credential_id\":\"c\",\"card_number\":null,\"access_method\":\"code\","
                             "\"code\":\"4821\"}");
}

static void
test_ids (void)
{
  static const char * const bad[] = {
    "{}", "{\"acs_user_id\":\"\"}", "{\"acs_user_id\":7}", "{\"acs_user_id\":null}", "{\"acs_credential_id\":\"u\"}",
    "[]", "7", "\"u\"", "null", "{\"acs_user_id\":{}}", "{\"id\":\"u\"}", "{\"acs-user-id\":\"u\"}",
  };
  g_autoptr (SeamRecord) nameless = deserialize (SEAM_TYPE_USER, "{\"full_name\":\"Ada\"}");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = parse (bad[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (seam_record_new_from_node (SEAM_TYPE_USER, node, SEAM_EXTENT_WHOLE, &error));
      g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
    }
  /* json-glib itself doesn't ask. */
  g_assert_null (seam_record_get_id (nameless));
  assert_written (nameless, "{\"full_name\":\"Ada\"}");
}

/* What only the keeper of a collection sets, and what follows from other members, in all spellings. */
static void
test_own_properties (void)
{
  g_autoptr (SeamCredential) credential = deserialize (
    SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\",\"busy\":true,\"holder\":{\"acs_user_id\":\"u\"},"
                          "\"sync-overdue\":true,\"sync_overdue\":true,\"access-method\":2,\"id\":\"x\","
                          "\"user-id\":\"u\"}");
  g_autoptr (SeamUser) user = deserialize (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"n-credentials\":9,\"n_credentials\":9,\"email-address\":\"e\","
                    "\"deprecated_email\":\"e\",\"access_schedule.starts_at\":\"2024-05-31T23:59:59.123Z\"}");

  g_assert_false (seam_credential_get_busy (credential));
  g_assert_null (seam_credential_get_holder (credential));
  g_assert_false (seam_credential_get_sync_overdue (credential));
  g_assert_null (seam_credential_get_user_id (credential));
  g_assert_cmpuint (seam_user_get_n_credentials (user), ==, 0);
  g_assert_null (seam_user_get_email_address (user));
  g_assert_cmpint (seam_user_get_access_starts_at (user), ==, SEAM_TIME_UNSET);
  assert_written (credential, "{\"acs_credential_id\":\"c\"}");
  assert_written (user, "{\"acs_user_id\":\"u\"}");
}

/* json-glib is told of the table's members and of nothing else. */
static void
test_members (void)
{
  static const char * const no_members[] = {
    "busy", "holder", "sync-overdue", "sync_overdue", "access-method", "id", "display-name", "acs-user-id", "",
    "user-id", "starts_at.", "errors ",
  };
  g_autoptr (SeamCredential) credential = deserialize (SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\":\"c\"}");
  g_autoptr (SeamUser) user = deserialize (SEAM_TYPE_USER, "{\"acs_user_id\":\"u\"}");
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (credential);
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = json_serializable_list_properties (JSON_SERIALIZABLE (credential), &n);
  g_assert_cmpuint (n, ==, klass->n_fields + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *member = g_param_spec_get_nick (pspecs[i]);

      g_assert_true (json_serializable_find_property (JSON_SERIALIZABLE (credential), member) == pspecs[i]);
      g_assert_true (G_PARAM_SPEC_VALUE_TYPE (pspecs[i]) == JSON_TYPE_NODE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_members); i++)
    g_assert_null (json_serializable_find_property (JSON_SERIALIZABLE (credential), no_members[i]));
  g_assert_nonnull (json_serializable_find_property (JSON_SERIALIZABLE (user), "access_schedule"));
  g_assert_null (json_serializable_find_property (JSON_SERIALIZABLE (user), "starts_at"));
}

/* Whatever each member is, it warns of nothing: that would end the test. */
static void
test_wrong_types (void)
{
  static const char * const values[] = {
    "0", "-1", "1.0", "1e300", "99999999999999999999", "\"\"", "\"x\"", "\"7\"", "\"2024-05-31T23:59:59.123Z\"", "true",
    "false", "null", "[]", "[[]]", "[null,7,\"x\",true]", "[{}]", "[{\"mutation_code\":7,\"error_code\":[]}]", "{}",
    "{\"starts_at\":7,\"time_zone\":{},\"ends_at\":null}",
  };
  GType types[] = {
    SEAM_TYPE_USER, SEAM_TYPE_CREDENTIAL, SEAM_TYPE_SYSTEM, SEAM_TYPE_ENTRANCE, SEAM_TYPE_WORKSPACE,
  };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (types[t]);
      SeamRecordClass *klass = SEAM_RECORD_CLASS (type_class);

      for (guint m = 0; m < klass->n_members; m++)
        for (guint v = 0; v < G_N_ELEMENTS (values); v++)
          {
            const char *member = g_param_spec_get_nick (klass->members[m]);
            g_autofree char *text = g_strdup_printf ("{\"%s\":%s}", member, values[v]);
            g_autoptr (SeamRecord) record = deserialize (types[t], text);
            g_autoptr (JsonNode) written = seam_record_to_json (record);
            g_autoptr (SeamRecord) again = SEAM_RECORD (json_gobject_deserialize (types[t], written));
            g_autoptr (JsonNode) rewritten = seam_record_to_json (again);

            g_assert_true (json_node_equal (written, rewritten));
          }
    }
}

/* A part changes what it tells of: a nested object that is null, all of what is in it. */
static void
test_part (void)
{
  g_autoptr (SeamUser) user = deserialize (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"phone_number\":\"+1\",\"access_schedule\":{"
                    "\"starts_at\":\"2024-05-31T23:59:59.123Z\",\"ends_at\":\"2025-05-31T23:59:59.123Z\"}}");
  g_autoptr (SeamRecord) wrong = read_as (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"access_schedule\":7,\"phone_number\":{}}", SEAM_EXTENT_PART);
  g_autoptr (SeamRecord) end = read_as (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"access_schedule\":{\"ends_at\":null},\"phone_number\":null}",
    SEAM_EXTENT_PART);
  g_autoptr (SeamRecord) none = read_as (SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"access_schedule\":null}",
                                         SEAM_EXTENT_PART);

  g_assert_false (seam_record_merge (SEAM_RECORD (user), wrong));
  g_assert_true (seam_record_merge (SEAM_RECORD (user), end));
  g_assert_cmpint (seam_user_get_access_starts_at (user), !=, SEAM_TIME_UNSET);
  g_assert_cmpint (seam_user_get_access_ends_at (user), ==, SEAM_TIME_UNSET);
  g_assert_null (seam_user_get_phone_number (user));
  g_assert_cmpstr (seam_record_get_display_name (SEAM_RECORD (user)), ==, "Ada");
  assert_written (user, "{\"acs_user_id\":\"u\",\"full_name\":\"Ada\",\"phone_number\":null,\"access_schedule\":{"
                        "\"starts_at\":\"2024-05-31T23:59:59.123Z\",\"ends_at\":null}}");
  g_assert_true (seam_record_merge (SEAM_RECORD (user), none));
  g_assert_cmpint (seam_user_get_access_starts_at (user), ==, SEAM_TIME_UNSET);
}

/* What it is called where it has no name is not written as its name, before and after it is given one. */
static void
test_other_name (void)
{
  g_autoptr (SeamRecord) user = deserialize (SEAM_TYPE_USER,
                                             "{\"acs_user_id\":\"u\",\"display_name\":null,\"full_name\":\"Ada\"}");
  g_autoptr (SeamRecord) named = read_as (SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"display_name\":\"A\"}",
                                          SEAM_EXTENT_PART);
  g_autoptr (SeamRecord) unnamed = read_as (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"display_name\":null,\"full_name\":\"Ada\"}", SEAM_EXTENT_PART);

  g_assert_cmpstr (seam_record_get_display_name (user), ==, "Ada");
  assert_written (user, "{\"acs_user_id\":\"u\",\"display_name\":null,\"full_name\":\"Ada\"}");
  seam_record_merge (user, named);
  assert_written (user, "{\"acs_user_id\":\"u\",\"display_name\":\"A\",\"full_name\":\"Ada\"}");
  seam_record_merge (user, unnamed);
  g_assert_cmpstr (seam_record_get_display_name (user), ==, "Ada");
  assert_written (user, "{\"acs_user_id\":\"u\",\"display_name\":null,\"full_name\":\"Ada\"}");
}

/* json-glib's own writer has hyphens for the API's underscores, and no way to have them otherwise. */
static void
test_gobject_serialize (void)
{
  g_autoptr (SeamRecord) user = deserialize (
    SEAM_TYPE_USER, "{\"acs_user_id\":\"u\",\"is_suspended\":false,\"access_schedule\":{\"ends_at\":null}}");
  g_autoptr (JsonNode) written = json_gobject_serialize (G_OBJECT (user));
  g_autoptr (JsonNode) expected = parse ("{\"acs-user-id\":\"u\",\"is-suspended\":false,"
                                         "\"access-schedule\":{\"ends_at\":null}}");

  g_assert_true (json_node_equal (written, expected));
}

static void
test_problem (void)
{
  static const struct
  {
    const char *text;
    const char *code;
    const char *written;
  } cases[] = {
    { "{}", NULL, "{}" },
    { "{\"error_code\":\"e\",\"message\":\"m\",\"more\":[]}", "e", "{\"error_code\":\"e\",\"message\":\"m\"}" },
    { "{\"warning_code\":\"w\",\"created_at\":\"2024-05-31T23:59:59.123Z\"}", "w",
      "{\"warning_code\":\"w\",\"created_at\":\"2024-05-31T23:59:59.123Z\"}" },
    { "{\"warning_code\":\"w\",\"error_code\":\"e\"}", "e", "{\"error_code\":\"e\"}" },
    { "{\"warning_code\":\"w\",\"error_code\":7,\"message\":{}}", "w", "{\"warning_code\":\"w\"}" },
    { "{\"warning_code\":\"w\",\"original_code\":\"4821\",\"new_code\":7350,\"pin\":1.5,\"code\":-1}", "w",
      "{\"warning_code\":\"w\",\"original_code\":\"4821\",\"new_code\":\"7350\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].text);
      g_autoptr (SeamProblem) problem = json_boxed_deserialize (SEAM_TYPE_PROBLEM, node);
      g_autoptr (JsonNode) written = json_boxed_serialize (SEAM_TYPE_PROBLEM, problem);
      g_autoptr (JsonNode) expected = parse (cases[i].written);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (seam_problem_get_code (problem), ==, cases[i].code);
      g_assert_true (json_node_equal (written, expected));
    }
}

static void
test_times (void)
{
  static const char * const texts[] = {
    "2024-05-31T23:59:59.123Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z",
    "1969-12-31T23:59:59.000Z", "0999-02-28T00:00:00.001Z", "2000-02-29T12:00:00.123456Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *printed = seam_time_print (seam_time_parse (texts[i]));

      g_assert_cmpstr (printed, ==, texts[i]);
    }
  g_assert_null (seam_time_print (0));
  /* In UTC they are in years that have no such text. */
  g_assert_cmpint (seam_time_parse ("9999-12-31T23:59:59-12:00"), ==, 0);
  g_assert_cmpint (seam_time_parse ("0001-01-01T00:00:00+12:00"), ==, 0);
}

/* The reader's nodes: strict, not too deep, valid, and of whole numbers only what is exact. */
static void
test_parse (void)
{
  static const char * const bad[] = {
    "", "{", "{\"a\":1,}", "[1] // no", "{a:1}", "\"\\x\"", "{\"a\":\"\\u12g4\"}", "01", "[\"\\", "nulll",
  };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (seam_json_parse (bad[i], strlen (bad[i])));
  for (guint n = 64; n <= 65; n++)
    {
      g_autoptr (JsonNode) node = NULL;

      g_string_truncate (deep, 0);
      for (guint i = 0; i < n; i++)
        g_string_append_c (deep, '[');
      for (guint i = 0; i < n; i++)
        g_string_append_c (deep, ']');
      node = seam_json_parse (deep->str, deep->len);
      g_assert_true ((node != NULL) == (n == 64));
    }
}

static void
test_parsed_values (void)
{
  static const char text[] = "{\"s\":\"x\\u0000\\ud83d\xff\",\"i\":999999999999999999,\"m\":-7,"
                             "\"b\":1000000000000000000,"
                             "\"z\":-0,\"d\":1.0,\"t\":true,\"n\":null,\"a\":[1,[]],\"s\":\"y\\u0000\",\"\":1}";
  g_autoptr (JsonNode) node = seam_json_parse (text, sizeof text - 1);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *string = seam_json_dup_string (json_object_get_member (object, "s"));
  g_autofree char *digits = seam_json_dup_digits (json_object_get_member (object, "i"));

  g_assert_cmpstr (string, ==, "y\xef\xbf\xbd");
  g_assert_cmpstr (digits, ==, "999999999999999999");
  g_assert_cmpint (json_object_get_int_member (object, "m"), ==, -7);
  g_assert_true (json_node_get_value_type (json_object_get_member (object, "b")) == G_TYPE_DOUBLE);
  g_assert_true (json_node_get_value_type (json_object_get_member (object, "z")) == G_TYPE_DOUBLE);
  g_assert_true (json_node_get_value_type (json_object_get_member (object, "d")) == G_TYPE_DOUBLE);
  g_assert_null (seam_json_dup_digits (json_object_get_member (object, "m")));
  g_assert_true (json_object_get_boolean_member (object, "t"));
  g_assert_true (json_object_get_null_member (object, "n"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "a")), ==, 2);
  g_assert_cmpuint (json_object_get_size (object), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/json/user", test_user);
  g_test_add_func ("/seam/json/credential", test_credential);
  g_test_add_func ("/seam/json/pin-is-no-card", test_pin_is_no_card);
  g_test_add_func ("/seam/json/ids", test_ids);
  g_test_add_func ("/seam/json/own-properties", test_own_properties);
  g_test_add_func ("/seam/json/members", test_members);
  g_test_add_func ("/seam/json/wrong-types", test_wrong_types);
  g_test_add_func ("/seam/json/part", test_part);
  g_test_add_func ("/seam/json/other-name", test_other_name);
  g_test_add_func ("/seam/json/gobject-serialize", test_gobject_serialize);
  g_test_add_func ("/seam/json/problem", test_problem);
  g_test_add_func ("/seam/json/times", test_times);
  g_test_add_func ("/seam/json/parse", test_parse);
  g_test_add_func ("/seam/json/parsed-values", test_parsed_values);
  return g_test_run ();
}
