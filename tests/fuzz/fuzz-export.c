/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a server may call things, a line each, as it is exported: another program reads the same back, and a spreadsheet
 * finds nothing in it to carry out. */
#include "fuzz.h"

#include <json-glib/json-glib.h>

#include "lanyard-entry-private.h"
#include "lanyard-export.h"
#include "lanyard-holder.h"

#define N_TEXTS 4
#define N_COLUMNS 20

/* Where the texts are among the columns. */
static const guint places[N_TEXTS] = { 5, 8, 11, 14 };
static const char * const members[N_TEXTS] = { "operator", "credential", "from", "message" };

static GPtrArray *
make_entries (const char * const *texts)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *before = lanyard_holder_write (NULL, texts[2]);
      LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operator", texts[0], "subject-type",
                                          LANYARD_SUBJECT_CREDENTIAL, "subject-name", texts[1], "before", before, NULL);

      lanyard_entry_set_outcome (entry, LANYARD_OUTCOME_REFUSED, 1, 0, texts[3], NULL);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static char *
export (LanyardExportFormat  format,
        const char * const  *texts)
{
  g_autoptr (GPtrArray) entries = make_entries (texts);
  GString *text = g_string_new (NULL);

  lanyard_export_begin (text, format);
  lanyard_export_append (text, format, entries);
  lanyard_export_end (text, format);
  return g_string_free (text, FALSE);
}

/* Reads a field as RFC 4180 has it, and goes on to what comes after it. */
static char *
read_field (const char **at)
{
  GString *field = g_string_new (NULL);
  const char *p = *at;
  gboolean is_quoted = *p == '"';

  for (p += is_quoted; *p != '\0'; p++)
    {
      if (!is_quoted && (*p == ',' || *p == '\r'))
        break;
      if (is_quoted && *p == '"' && *++p != '"')
        break;
      g_string_append_c (field, *p);
    }
  *at = p;
  return g_string_free (field, FALSE);
}

static void
check_field (const char *field,
             const char *text)
{
  g_assert_null (*field != '\0' ? strchr ("=+-@\t\r\n|%", *field) : NULL);
  /* An apostrophe that was put in front is followed by what it makes harmless. */
  if (*field == '\'' && *text != '\'')
    field++;
  g_assert_cmpstr (field, ==, text);
}

static void
check_csv (const char * const *texts)
{
  g_autofree char *csv = export (LANYARD_EXPORT_CSV, texts);
  const char *at = csv + strlen ("\xef\xbb\xbf");

  for (guint row = 0; row < 3; row++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *field = read_field (&at);

          for (guint i = 0; i < N_TEXTS; i++)
            if (row > 0 && column == places[i])
              check_field (field, texts[i]);
          g_assert_true (g_str_has_prefix (at, column < N_COLUMNS - 1 ? "," : "\r\n"));
          at += column < N_COLUMNS - 1 ? 1 : 2;
        }
    }
  g_assert_cmpstr (at, ==, "");
}

static void
check_json (const char * const *texts)
{
  g_autofree char *json = export (LANYARD_EXPORT_JSON, texts);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  for (guint i = 0; i < N_TEXTS; i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 1), members[i]), ==, texts[i]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "\n~", N_TEXTS);
  const char *texts[N_TEXTS];

  for (guint i = 0, n = g_strv_length (parts); i < N_TEXTS; i++)
    texts[i] = i < n ? parts[i] : "";
  check_csv (texts);
  check_json (texts);
  return 0;
}
