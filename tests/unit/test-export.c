/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as CSV and JSON: whole, readable by others, and harmless. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "journal-fixture.h"
#include "lanyard-export.h"
#include "lanyard-holder.h"

static char *
export (LanyardExportFormat format,
        GPtrArray          *entries)
{
  GString *text = g_string_new (NULL);

  lanyard_export_begin (text, format);
  lanyard_export_append (text, format, entries);
  lanyard_export_end (text, format);
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_entries (const char *label)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *before = lanyard_holder_write ("u-1", NULL);
  g_autofree char *after = lanyard_holder_write ("u-2", NULL);

  g_ptr_array_add (entries, g_object_new (LANYARD_TYPE_ENTRY,
                                          "begun-at", (gint64) 1700000000 * G_USEC_PER_SEC + 5,
                                          "operation", LANYARD_OPERATION_MOVE,
                                          "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                                          "subject-id", "c-1", "subject-name", label,
                                          "before", before, "after", after, "operator", "ada", NULL));
  return entries;
}

static void
assert_field (const char *label,
              const char *field)
{
  g_autoptr (GPtrArray) entries = make_entries (label);
  g_autofree char *text = export (LANYARD_EXPORT_CSV, entries);
  g_autofree char *expected = g_strdup_printf (",\"c-1\",%s,,\"u-1\",", field);

  g_assert_nonnull (strstr (text, expected));
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) entries = make_entries ("Card");
  g_autofree char *text = export (LANYARD_EXPORT_CSV, entries);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\"id\",\"begun_at\","));
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[1], ==, ",\"2023-11-14T22:13:20.000005Z\",,\"move\",\"pending\",\"ada\",,\"c-1\",\"Card\",,"
                                 "\"u-1\",,\"u-2\",,,,,,,");
}

static void
test_csv_fields (void)
{
  assert_field ("a,b", "\"a,b\"");
  assert_field ("say \"hi\"", "\"say \"\"hi\"\"\"");
  assert_field ("two\nlines", "\"two\nlines\"");
  assert_field ("", "");
  assert_field (NULL, "");
  assert_field ("山田", "\"山田\"");
}

static void
test_csv_is_harmless (void)
{
  assert_field ("=1+1", "\"'=1+1\"");
  assert_field ("+1", "\"'+1\"");
  assert_field ("-1", "\"'-1\"");
  assert_field ("@SUM(A1)", "\"'@SUM(A1)\"");
  assert_field ("\t=1", "\"'\t=1\"");
  assert_field ("\r=1", "\"'\r=1\"");
  assert_field ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"");
  assert_field ("a=1", "\"a=1\"");
}

static void
test_json (void)
{
  g_autoptr (GPtrArray) entries = make_entries ("a \"b\" \\ \n \x01 </script> =1");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  g_ptr_array_add (entries, g_object_ref (entries->pdata[0]));
  text = export (LANYARD_EXPORT_JSON, entries);
  node = json_from_string (text, NULL);
  g_assert_nonnull (node);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);
  object = json_array_get_object_element (json_node_get_array (node), 1);
  g_assert_cmpstr (json_object_get_string_member (object, "credential"), ==, "a \"b\" \\ \n \x01 </script> =1");
  g_assert_cmpstr (json_object_get_string_member (object, "outcome"), ==, "pending");
  g_assert_true (json_object_get_null_member (object, "closed_at"));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *csv = export (LANYARD_EXPORT_CSV, entries);
  g_autofree char *json = export (LANYARD_EXPORT_JSON, entries);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_true (g_str_has_suffix (csv, "\"user\"\r\n"));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/csv-fields", test_csv_fields);
  g_test_add_func ("/export/csv-is-harmless", test_csv_is_harmless);
  g_test_add_func ("/export/json", test_json);
  g_test_add_func ("/export/nothing", test_nothing);

  return g_test_run ();
}
