/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of text as a file for a spreadsheet or a program. What is written as CSV, lanyard_sheet_new() reads again to
 * the byte. */
#include "lanyard-sheet-writer.h"

#include <json-glib/json-glib.h>
#include <locale.h>

#include "lanyard-sheet-cell.h"

struct _LanyardSheetWriter
{
  LanyardSheetFormat format;
  char               separator;
  GStrv              columns;
  GString           *text;
  GString           *cell; /* to work with */
  guint              n_rows;
};

static void
append_quoted (GString    *text,
               const char *cell)
{
  if (*cell == '\0')
    return;
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_line (LanyardSheetWriter *self,
             const char * const *cells)
{
  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, self->separator);
      g_string_truncate (self->cell, 0);
      if (cells[i] != NULL)
        lanyard_sheet_cell_guard (self->cell, cells[i]);
      append_quoted (self->text, self->cell->str);
    }
  g_string_append (self->text, "\r\n");
}

/**
 * lanyard_sheet_writer_new:
 * @format: as what
 * @separator: of CSV: what parts cells
 * @columns: (array zero-terminated=1): what the columns are called; names of members in JSON
 *
 * Returns: (transfer full): a writer that has written no row yet
 */
LanyardSheetWriter *
lanyard_sheet_writer_new (LanyardSheetFormat  format,
                          char                separator,
                          const char * const *columns)
{
  LanyardSheetWriter *self = g_new0 (LanyardSheetWriter, 1);

  self->format = format;
  self->separator = separator;
  self->columns = g_strdupv ((char **) columns);
  self->text = g_string_new (format == LANYARD_SHEET_FORMAT_CSV ? "\xef\xbb\xbf" : "[");
  self->cell = g_string_new (NULL);
  if (format == LANYARD_SHEET_FORMAT_CSV)
    append_line (self, columns);
  return self;
}

/**
 * lanyard_sheet_writer_free:
 * @self: (transfer full): a writer
 *
 * Lets go of it.
 */
void
lanyard_sheet_writer_free (LanyardSheetWriter *self)
{
  g_strfreev (self->columns);
  g_string_free (self->text, TRUE);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

static void
append_object (LanyardSheetWriter *self,
               const char * const *cells)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *json = NULL;

  for (guint i = 0; self->columns[i] != NULL; i++)
    if (cells[i] != NULL)
      json_object_set_string_member (object, self->columns[i], cells[i]);
    else
      json_object_set_null_member (object, self->columns[i]);
  json_node_init_object (node, object);
  json = json_to_string (node, FALSE);
  g_string_append (self->text, self->n_rows == 0 ? "\n" : ",\n");
  g_string_append (self->text, json);
}

/**
 * lanyard_sheet_writer_append:
 * @self: a writer
 * @cells: as many as there are columns; %NULL for what there isn't
 *
 * Writes a row.
 */
void
lanyard_sheet_writer_append (LanyardSheetWriter *self,
                             const char * const *cells)
{
  if (self->format == LANYARD_SHEET_FORMAT_CSV)
    append_line (self, cells);
  else
    append_object (self, cells);
  self->n_rows++;
}

/**
 * lanyard_sheet_writer_end:
 * @self: a writer; nothing more is to be written
 *
 * Returns: (transfer full): the file
 */
GBytes *
lanyard_sheet_writer_end (LanyardSheetWriter *self)
{
  GBytes *bytes;

  if (self->format == LANYARD_SHEET_FORMAT_JSON)
    g_string_append (self->text, "\n]\n");
  bytes = g_string_free_to_bytes (self->text);
  self->text = g_string_new (NULL);
  return bytes;
}

/**
 * lanyard_sheet_writer_get_separator:
 *
 * Returns: what spreadsheets of this locale expect between cells: a comma, or a semicolon where numbers have commas
 */
char
lanyard_sheet_writer_get_separator (void)
{
  const struct lconv *locale = localeconv ();

  return *locale->decimal_point == ',' ? ';' : ',';
}
