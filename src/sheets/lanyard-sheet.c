/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that was read from a file or from the clipboard: rows of cells, all of them text.
 *
 * It takes the room of the text and four bytes a cell: a cell is where it stands in the text, and ends with a NUL. */
#include "lanyard-sheet.h"

#include <string.h>

#include "lanyard-sheet-cell.h"
#include "lanyard-sheet-error.h"
#include "lanyard-sheet-scan.h"
#include "lanyard-sheet-separator.h"
#include "lanyard-sheet-text.h"

/* Of a cell that says itself that it is text; no text is so long that its place would need this bit. */
#define IS_TEXT (1u << 31)

typedef struct
{
  guint first; /* of its cells */
  guint line;
} Row;

/* Never changed once it is read, so that any thread may look at it. */
struct _LanyardSheet
{
  gatomicrefcount ref_count;
  char           *text;
  GArray         *cells; /* guint32: where in text */
  GArray         *rows;  /* Row, and one more that ends the last */
  guint           n_columns;
  char            separator;
};

G_DEFINE_BOXED_TYPE (LanyardSheet, lanyard_sheet, lanyard_sheet_ref, lanyard_sheet_unref)

static guint32
get_place (LanyardSheet *self,
           guint         cell)
{
  return g_array_index (self->cells, guint32, cell);
}

static void
add_cell (LanyardSheet *self,
          char         *cell)
{
  gboolean is_text;
  guint32 place = (guint32) (lanyard_sheet_cell_unguard (cell, &is_text) - self->text);

  place |= is_text ? IS_TEXT : 0;
  g_array_append_val (self->cells, place);
}

static gboolean
is_blank (LanyardSheet *self,
          const Row    *row)
{
  for (guint cell = row->first; cell < self->cells->len; cell++)
    {
      const char *text = self->text + (get_place (self, cell) & ~IS_TEXT);

      if (text[strspn (text, " ")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Empty cells at the end are none, and a row of nothing else is none. */
static gboolean
end_row (LanyardSheet *self,
         Row          *row,
         GError      **error)
{
  guint end = is_blank (self, row) ? row->first : self->cells->len;

  while (end > row->first && self->text[get_place (self, end - 1) & ~IS_TEXT] == '\0')
    end--;
  g_array_set_size (self->cells, end);
  if (end == row->first)
    return TRUE;
  if (end - row->first > LANYARD_SHEET_MAX_COLUMNS)
    return lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS, row->line);
  if (self->rows->len == LANYARD_SHEET_MAX_ROWS)
    return lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_TOO_MANY_ROWS, row->line);
  g_array_append_vals (self->rows, row, 1);
  self->n_columns = MAX (self->n_columns, end - row->first);
  return TRUE;
}

static gboolean
read_rows (LanyardSheet     *self,
           LanyardSheetScan *scan,
           GError          **error)
{
  g_autoptr (GError) scan_error = NULL;
  Row row = { 0, scan->line };

  while (lanyard_sheet_scan_next (scan, &scan_error))
    {
      add_cell (self, scan->cell);
      if (!scan->ends_row)
        continue;
      if (!end_row (self, &row, error))
        return FALSE;
      row = (Row) { self->cells->len, scan->line };
    }
  if (scan_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&scan_error));
      return FALSE;
    }
  if (self->rows->len == 0)
    return lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_EMPTY, 0);
  g_array_append_val (self->rows, row);
  return TRUE;
}

static gboolean
read_text (LanyardSheet *self,
           gsize         length,
           char          separator,
           GError      **error)
{
  LanyardSheetScan scan = { .at = self->text, .end = self->text + length, .line = 1 };
  gsize told = lanyard_sheet_separator_told (self->text, &self->separator);

  scan.at += told;
  scan.line += told > 0;
  if (separator != '\0')
    self->separator = separator;
  else if (told == 0)
    self->separator = lanyard_sheet_separator_guess (scan.at, length);
  scan.separator = self->separator;
  return read_rows (self, &scan, error);
}

/**
 * lanyard_sheet_new:
 * @data: (array length=size): all of a file
 * @size: how much it is
 * @separator: what parts its cells, one of %LANYARD_SHEET_SEPARATORS; 0: what the file says, or a guess
 * @error: return location for a #LanyardSheetError
 *
 * Reads a table. Takes a while for a large one: call it on a worker.
 *
 * Returns: (transfer full): the table; %NULL with @error
 */
LanyardSheet *
lanyard_sheet_new (const guint8 *data,
                   gsize         size,
                   char          separator,
                   GError      **error)
{
  gsize length = 0;
  char *text = lanyard_sheet_text_read (data, size, &length, error);
  g_autoptr (LanyardSheet) self = NULL;

  if (text == NULL)
    return NULL;
  self = g_new0 (LanyardSheet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return read_text (self, length, separator, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * lanyard_sheet_ref:
 * @self: a table
 *
 * Returns: (transfer full): it again
 */
LanyardSheet *
lanyard_sheet_ref (LanyardSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * lanyard_sheet_unref:
 * @self: (transfer full): a table
 *
 * Lets go of it.
 */
void
lanyard_sheet_unref (LanyardSheet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->text);
  g_free (self);
}

/**
 * lanyard_sheet_get_separator:
 * @self: a table
 *
 * Returns: what it was read with
 */
char
lanyard_sheet_get_separator (LanyardSheet *self)
{
  return self->separator;
}

/**
 * lanyard_sheet_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has that are not empty, with that of headers, if there is one
 */
guint
lanyard_sheet_get_n_rows (LanyardSheet *self)
{
  return self->rows->len - 1;
}

/**
 * lanyard_sheet_get_n_columns:
 * @self: a table
 *
 * Returns: how many cells its longest row has
 */
guint
lanyard_sheet_get_n_columns (LanyardSheet *self)
{
  return self->n_columns;
}

/**
 * lanyard_sheet_get_line:
 * @self: a table
 * @row: which row
 *
 * Returns: the line of the file on which it begins, from 1 on
 */
guint
lanyard_sheet_get_line (LanyardSheet *self,
                        guint         row)
{
  g_return_val_if_fail (row < lanyard_sheet_get_n_rows (self), 0);

  return g_array_index (self->rows, Row, row).line;
}

/* Whether the row has such a cell. */
static gboolean
find_place (LanyardSheet *self,
            guint         row,
            guint         column,
            guint32      *place)
{
  guint first, end;

  g_return_val_if_fail (row < lanyard_sheet_get_n_rows (self), FALSE);

  first = g_array_index (self->rows, Row, row).first;
  end = g_array_index (self->rows, Row, row + 1).first;
  if (column >= end - first)
    return FALSE;
  *place = get_place (self, first + column);
  return TRUE;
}

/**
 * lanyard_sheet_get_cell:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer none): what the cell says, "" where the row is shorter
 */
const char *
lanyard_sheet_get_cell (LanyardSheet *self,
                        guint         row,
                        guint         column)
{
  guint32 place;

  return find_place (self, row, column, &place) ? self->text + (place & ~IS_TEXT) : "";
}

/**
 * lanyard_sheet_is_text:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: whether the cell says that it is text, ="0012" or '0012, so that no spreadsheet has made a number of it
 */
gboolean
lanyard_sheet_is_text (LanyardSheet *self,
                       guint         row,
                       guint         column)
{
  guint32 place;

  return find_place (self, row, column, &place) && (place & IS_TEXT) != 0;
}
