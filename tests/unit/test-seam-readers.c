/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two ways of reading, by the reader of lists and by json-glib, make equal records of whatever they are given, or
 * none both. */
#include "both-readers.h"

#define N_DOCUMENTS 5000

/* Returns whether @text is a record. */
static gboolean
assert_equal (GType    type,
              GString *text)
{
  gboolean is_whole = both_readers_agree (type, text->str, text->len, SEAM_EXTENT_WHOLE);
  gboolean is_part = both_readers_agree (type, text->str, text->len, SEAM_EXTENT_PART);

  g_assert_true (is_whole == is_part);
  return is_whole;
}

static void
assert_text (const char *text,
             gboolean    is_record)
{
  g_autoptr (GString) string = g_string_new (text);
  g_autofree char *shown = g_strescape (text, NULL);

  g_test_message ("%s", shown);
  g_assert_true (assert_equal (SEAM_TYPE_USER, string) == is_record);
}

#define ID "\"acs_user_id\":\"u\""
#define TIME "2024-05-31T23:59:59.123Z"

/* What two readers of JSON are most likely to see differently. */
static void
test_subtle (void)
{
  /* The last of two counts, whatever it is. */
  assert_text ("{\"acs_user_id\":7," ID "}", TRUE);
  assert_text ("{" ID ",\"acs_user_id\":7}", FALSE);
  assert_text ("{" ID ",\"full_name\":\"A\",\"full_name\":\"B\"}", TRUE);
  assert_text ("{" ID ",\"full_name\":\"A\",\"full_name\":7}", TRUE);
  assert_text ("{" ID ",\"full_name\":\"A\",\"full_name\":null}", TRUE);
  assert_text ("{" ID ",\"access_schedule\":{\"starts_at\":\"" TIME "\"},\"access_schedule\":{}}", TRUE);
  assert_text ("{" ID ",\"access_schedule\":{\"starts_at\":\"" TIME "\"},\"access_schedule\":7}", TRUE);
  assert_text ("{" ID ",\"access_schedule\":{\"starts_at\":\"" TIME "\",\"starts_at\":7}}", TRUE);
  assert_text ("{" ID ",\"errors\":[{\"error_code\":\"a\",\"error_code\":7,\"message\":\"m\",\"message\":[]}]}", TRUE);
  assert_text ("{" ID ",\"errors\":[{\"error_code\":\"a\",\"warning_code\":\"b\",\"error_code\":\"c\"}]}", TRUE);
  assert_text ("{" ID ",\"errors\":[{\"pin\":\"1234\",\"pin\":\"5678\",\"message\":\"1234 5678\"}]}", TRUE);
  assert_text ("{" ID ",\"pending_mutations\":[{\"mutation_code\":\"a\",\"mutation_code\":7}]}", TRUE);
  /* NUL, halves of pairs, and what isn't UTF-8. */
  assert_text ("{" ID ",\"full_name\":\"x\\u0000y\",\"display_name\":\"\\ud83d\",\"email\":\"\\udc00\\ud83d\"}", TRUE);
  assert_text ("{" ID ",\"full_name\":\"x\xff\xe2\x82\",\"phone_number\":\"\xed\xa0\xbd\",\"\xff\":1}", TRUE);
  /* Escapes that JSON doesn't have, and names that are written with those that it has. */
  assert_text ("{" ID ",\"full_name\":\"\\x\"}", FALSE);
  assert_text ("{" ID ",\"more\":\"\\x\"}", FALSE);
  assert_text ("{" ID ",\"more\":[{\"x\":\"\\u12\"}]}", FALSE);
  assert_text ("{" ID ",\"full\\u005fname\":\"A\",\"\":7}", TRUE);
  assert_text ("{\"acs\\u005fuser_id\":\"u\"}", FALSE);
}

static void
test_numbers (void)
{
  static const char * const numbers[] = {
    "0", "-0", "7", "7.0", "7e0", "-7", "4821", "123456789012345678", "1234567890123456789", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "1e400", "0.5", "4821.0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", numbers[i]);
      g_string_printf (text, "{\"acs_credential_id\":\"c\",\"code\":%s,\"card_number\":%s,\"warnings\":[{\"pin\":%s}]}",
                       numbers[i], numbers[i], numbers[i]);
      g_assert_true (assert_equal (SEAM_TYPE_CREDENTIAL, text));
    }
}

static void
test_bytes (void)
{
  static const char nul_in_text[] = "{" ID ",\"full_name\":\"x\0y\"}";
  static const char nul_in_name[] = "{" ID ",\"full_name\0more\":\"x\"}";
  static const char nul_after[] = "{" ID "}\0";
  g_autoptr (GString) in_text = g_string_new_len (nul_in_text, sizeof nul_in_text - 1);
  g_autoptr (GString) in_name = g_string_new_len (nul_in_name, sizeof nul_in_name - 1);
  g_autoptr (GString) after = g_string_new_len (nul_after, sizeof nul_after - 1);

  g_assert_true (assert_equal (SEAM_TYPE_USER, in_text));
  g_assert_true (assert_equal (SEAM_TYPE_USER, in_name));
  g_assert_false (assert_equal (SEAM_TYPE_USER, after));
}

typedef struct
{
  GType type;
  const char *id;
  const char *members[12];
} Kind;

static void append_value (GString    *text,
                          GRand      *rand,
                          const Kind *kind,
                          guint       depth);

static const char *
pick (GRand              *rand,
      const char * const *from,
      guint               n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

static void
append_object (GString    *text,
               GRand      *rand,
               const Kind *kind,
               guint       depth)
{
  static const char * const inner[] = {
    "starts_at", "ends_at", "time_zone", "mutation_code", "error_code", "warning_code", "message", "created_at", "code",
    "new_code", "pin", "x", "access_schedule", "starts\\u005fat", "",
  };
  guint n = (guint) g_rand_int_range (rand, 0, depth == 0 ? 14 : 5);

  g_string_append_c (text, '{');
  for (guint i = 0; i < n; i++)
    {
      const char *name = depth > 0 ? pick (rand, inner, G_N_ELEMENTS (inner))
                                   : pick (rand, kind->members, G_N_ELEMENTS (kind->members));

      g_string_append_printf (text, "%s\"%s\":", i > 0 ? "," : "", name);
      append_value (text, rand, kind, depth + 1);
    }
  if (depth == 0)
    g_string_append_printf (text, "%s\"%s\":\"id\"", n > 0 ? "," : "", kind->id);
  g_string_append_c (text, '}');
}

static void
append_array (GString    *text,
              GRand      *rand,
              const Kind *kind,
              guint       depth)
{
  guint n = (guint) g_rand_int_range (rand, 0, 4);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_value (text, rand, kind, depth + 1);
    }
  g_string_append_c (text, ']');
}

static void
append_value (GString    *text,
              GRand      *rand,
              const Kind *kind,
              guint       depth)
{
  static const char * const simple[] = {
    "null", "true", "false", "0", "-0", "4821", "48.21", "1e9", "99999999999999999999", "\"\"", "\"4821\"", "\"card\"",
    "\"code\"", "\"PIN 4821\"", "\"Ada Okafor\"", "\"2024-05-31T23:59:59.123Z\"", "\"2024-05-31T23:59:59+02:00\"",
    "\"soon\"", "\"\\u0000\"", "\"\\ud83d\\udd11\"", "\"\\ud83dx\"", "\"\xff\"", "\"a\\\"\\\\\\n\"", "\"u\"",
  };
  guint choice = depth < 4 ? (guint) g_rand_int_range (rand, 0, 8) : 7;

  if (choice == 0)
    append_object (text, rand, kind, depth);
  else if (choice == 1)
    append_array (text, rand, kind, depth);
  else
    g_string_append (text, pick (rand, simple, G_N_ELEMENTS (simple)));
}

/* Now and then a byte is another, one less or one more. */
static void
spoil (GString *text,
       GRand   *rand)
{
  gssize at = g_rand_int_range (rand, 0, (gint32) text->len);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_string_erase (text, at, 1);
      break;
    case 2:
      g_string_insert_c (text, at, "\"\\{}[],:0"[g_rand_int_range (rand, 0, 9)]);
      break;
    default:
      break;
    }
}

static void
test_documents (void)
{
  const Kind kinds[] = {
    { SEAM_TYPE_USER, "acs_user_id",
      { "full_name", "email", "email_address", "display_name", "access_schedule", "pending_mutations", "errors",
        "warnings", "is_suspended", "acs_system_id", "created_at", "acs_user_id" } },
    { SEAM_TYPE_CREDENTIAL, "acs_credential_id",
      { "acs_user_id", "access_method", "code", "card_number", "starts_at", "is_issued",
        "is_latest_desired_state_synced_with_provider", "errors", "warnings", "display_name", "created_at",
        "visionline_metadata" } },
    { SEAM_TYPE_SYSTEM, "acs_system_id",
      { "name", "display_name", "external_type", "location", "is_credential_manager", "errors", "warnings",
        "created_at", "location.time_zone", "time_zone", "busy", "x" } },
    { SEAM_TYPE_WORKSPACE, "workspace_id",
      { "name", "company_name", "is_sandbox", "is_suspended", "errors", "warnings", "created_at", "display_name",
        "workspace", "location", "x", "" } },
  };
  guint seed = (guint) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_records = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      const Kind *kind = &kinds[i % G_N_ELEMENTS (kinds)];
      g_autoptr (GString) text = g_string_new (NULL);

      append_object (text, rand, kind, 0);
      spoil (text, rand);
      n_records += assert_equal (kind->type, text) ? 1 : 0;
    }
  g_test_message ("%u of %u are records", n_records, N_DOCUMENTS);
  g_assert_cmpuint (n_records, >, N_DOCUMENTS / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/readers/subtle", test_subtle);
  g_test_add_func ("/seam/readers/numbers", test_numbers);
  g_test_add_func ("/seam/readers/bytes", test_bytes);
  g_test_add_func ("/seam/readers/documents", test_documents);
  return g_test_run ();
}
