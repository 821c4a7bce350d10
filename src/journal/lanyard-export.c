/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the journal as a file for others: CSV for a spreadsheet, JSON for a program.
 *
 * Names and values are in English whatever the language, and times are in UTC: the file may be read elsewhere. */
#include "lanyard-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char * const columns[] = {
  "id", "begun_at", "closed_at", "operation", "outcome", "operator", "workspace_id", "credential_id", "credential",
  "system_id", "from_id", "from", "to_id", "to", "message", "request_id", "undo_of", "undone_by",
};

#define N_COLUMNS G_N_ELEMENTS (columns)

static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) seconds = time != 0 ? g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC) : NULL;
  g_autoptr (GDateTime) whole = seconds != NULL ? g_date_time_add (seconds, time % G_USEC_PER_SEC) : NULL;

  return whole != NULL ? g_date_time_format (whole, "%Y-%m-%dT%H:%M:%S.%fZ") : NULL;
}

static char *
dup_id (gint64 id)
{
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static char *
dup_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *known = g_enum_get_value (klass, value);

  return known != NULL ? g_strdup (known->value_nick) : NULL;
}

/* In the order of the columns; NULL for what there isn't. */
static void
read_values (LanyardEntry *entry,
             char         *values[N_COLUMNS])
{
  guint i = 0;

  values[i++] = dup_id (lanyard_entry_get_id (entry));
  values[i++] = dup_time (lanyard_entry_get_begun_at (entry));
  values[i++] = dup_time (lanyard_entry_get_closed_at (entry));
  values[i++] = dup_nick (LANYARD_TYPE_OPERATION, (int) lanyard_entry_get_operation (entry));
  values[i++] = dup_nick (LANYARD_TYPE_OUTCOME, (int) lanyard_entry_get_outcome (entry));
  values[i++] = g_strdup (lanyard_entry_get_operator (entry));
  values[i++] = g_strdup (lanyard_entry_get_workspace_id (entry));
  values[i++] = g_strdup (lanyard_entry_get_credential_id (entry));
  values[i++] = g_strdup (lanyard_entry_get_credential_label (entry));
  values[i++] = g_strdup (lanyard_entry_get_system_id (entry));
  values[i++] = g_strdup (lanyard_entry_get_from_id (entry));
  values[i++] = g_strdup (lanyard_entry_get_from_label (entry));
  values[i++] = g_strdup (lanyard_entry_get_to_id (entry));
  values[i++] = g_strdup (lanyard_entry_get_to_label (entry));
  values[i++] = g_strdup (lanyard_entry_get_message (entry));
  values[i++] = g_strdup (lanyard_entry_get_request_id (entry));
  values[i++] = dup_id (lanyard_entry_get_undo_of (entry));
  values[i++] = dup_id (lanyard_entry_get_undone_by (entry));
  g_assert (i == N_COLUMNS);
}

/* A field that a spreadsheet would carry out as a formula begins with an apostrophe instead: names and messages come
 * from a server. */
static void
append_field (GString    *text,
              const char *field)
{
  if (field == NULL || *field == '\0')
    return;
  g_string_append_c (text, '"');
  if (strchr ("=+-@\t\r\n|%", *field) != NULL)
    g_string_append_c (text, '\'');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_row (GString            *text,
            const char * const *fields)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_field (text, fields[i]);
    }
  g_string_append (text, "\r\n");
}

static void
append_object (GString            *text,
               const char * const *values)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (values[i] == NULL)
      json_object_set_null_member (object, columns[i]);
    else
      json_object_set_string_member (object, columns[i], values[i]);
  json_node_init_object (node, object);
  json = json_to_string (node, FALSE);
  g_string_append (text, text->str[text->len - 1] == '[' ? "\n" : ",\n");
  g_string_append (text, json);
}

/**
 * lanyard_export_begin:
 * @text: where to append to; empty
 * @format: what it will be
 *
 * Appends what comes before the first entry.
 */
void
lanyard_export_begin (GString            *text,
                      LanyardExportFormat format)
{
  g_return_if_fail (text != NULL && text->len == 0);

  g_string_append (text, format == LANYARD_EXPORT_CSV ? "\xef\xbb\xbf" : "[");
  if (format == LANYARD_EXPORT_CSV)
    append_row (text, columns);
}

/**
 * lanyard_export_append:
 * @text: where to append to
 * @format: what it is
 * @entries: (element-type LanyardEntry): some entries
 *
 * Appends @entries, in their order.
 */
void
lanyard_export_append (GString            *text,
                       LanyardExportFormat format,
                       GPtrArray          *entries)
{
  g_return_if_fail (text != NULL && text->len > 0);
  g_return_if_fail (entries != NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      char *values[N_COLUMNS];

      read_values (entries->pdata[i], values);
      if (format == LANYARD_EXPORT_CSV)
        append_row (text, (const char * const *) values);
      else
        append_object (text, (const char * const *) values);
      for (guint j = 0; j < N_COLUMNS; j++)
        g_free (values[j]);
    }
}

/**
 * lanyard_export_end:
 * @text: where to append to
 * @format: what it is
 *
 * Appends what comes after the last entry.
 */
void
lanyard_export_end (GString            *text,
                    LanyardExportFormat format)
{
  g_return_if_fail (text != NULL);

  if (format == LANYARD_EXPORT_JSON)
    g_string_append (text, "\n]\n");
}
