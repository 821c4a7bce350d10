/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the journal as a file for others: CSV for a spreadsheet, JSON for a program.
 *
 * Names and values are in English whatever the language, and times are in UTC: the file may be read elsewhere. */
#include "lanyard-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

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

static const char *
get_operation (LanyardEntry *entry)
{
  return lanyard_operation_get_nick (lanyard_entry_get_operation (entry));
}

static const char *
get_outcome (LanyardEntry *entry)
{
  return lanyard_outcome_get_nick (lanyard_entry_get_outcome (entry));
}

/* What a column is called, and how an entry's field is had: one of the three. */
static const struct
{
  const char *name;
  const char *(*text) (LanyardEntry *entry);
  gint64 (*time) (LanyardEntry *entry);
  gint64 (*id) (LanyardEntry *entry);
} columns[] = {
  { "id", .id = lanyard_entry_get_id },
  { "begun_at", .time = lanyard_entry_get_begun_at },
  { "closed_at", .time = lanyard_entry_get_closed_at },
  { "operation", .text = get_operation },
  { "outcome", .text = get_outcome },
  { "operator", .text = lanyard_entry_get_operator },
  { "workspace_id", .text = lanyard_entry_get_workspace_id },
  { "credential_id", .text = lanyard_entry_get_credential_id },
  { "credential", .text = lanyard_entry_get_credential_label },
  { "system_id", .text = lanyard_entry_get_system_id },
  { "from_id", .text = lanyard_entry_get_from_id },
  { "from", .text = lanyard_entry_get_from_label },
  { "to_id", .text = lanyard_entry_get_to_id },
  { "to", .text = lanyard_entry_get_to_label },
  { "message", .text = lanyard_entry_get_message },
  { "request_id", .text = lanyard_entry_get_request_id },
  { "undo_of", .id = lanyard_entry_get_undo_of },
  { "undone_by", .id = lanyard_entry_get_undone_by },
  { "user_id", .text = lanyard_entry_get_user_id },
  { "user", .text = lanyard_entry_get_user_label },
};

/* NULL for what there isn't. */
static char *
dup_field (LanyardEntry *entry,
           guint         column)
{
  if (columns[column].text != NULL)
    return g_strdup (columns[column].text (entry));
  return columns[column].time != NULL ? dup_time (columns[column].time (entry)) : dup_id (columns[column].id (entry));
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

/* @entry: NULL for the heads of the columns. */
static void
append_row (GString      *text,
            LanyardEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *field = entry != NULL ? dup_field (entry, i) : g_strdup (columns[i].name);

      if (i > 0)
        g_string_append_c (text, ',');
      append_field (text, field);
    }
  g_string_append (text, "\r\n");
}

static void
append_object (GString      *text,
               LanyardEntry *entry)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *field = dup_field (entry, i);

      if (field == NULL)
        json_object_set_null_member (object, columns[i].name);
      else
        json_object_set_string_member (object, columns[i].name, field);
    }
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
    append_row (text, NULL);
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
    if (format == LANYARD_EXPORT_CSV)
      append_row (text, entries->pdata[i]);
    else
      append_object (text, entries->pdata[i]);
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
