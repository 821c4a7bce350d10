/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a table as text, one after another: RFC 4180, with any separator and line end, and what spreadsheets
 * make of it. A cell never takes more room than it has in the file, so it is unquoted where it stands. */
#include "lanyard-sheet-scan.h"

#include <string.h>

#include "lanyard-sheet-error.h"

static gboolean
is_line_end (const char *p)
{
  return *p == '\n' || *p == '\r';
}

/* Carriage return and line feed are one line end. */
static gboolean
ends_line (const char *p)
{
  return *p == '\n' || (*p == '\r' && p[1] != '\n');
}

/* The opening quote is at @from. Returns where the closing one is; NULL: nowhere near. */
static char *
read_quoted (LanyardSheetScan *self,
             char             *from,
             char            **to)
{
  const char *begin = *to;

  for (from++; from < self->end; from++)
    {
      if (*from == '"' && from[1] != '"')
        return from;
      from += *from == '"';
      self->line += ends_line (from);
      *(*to)++ = *from;
      if (*to - begin > LANYARD_SHEET_MAX_CELL)
        return NULL;
    }
  return NULL;
}

/* Where a cell goes on over the end of a line and then a closing quote has something after it, it was the opening quote
 * of another cell. */
static gboolean
is_closing (LanyardSheetScan *self,
            const char       *quote,
            guint             line)
{
  return self->line == line || quote[1] == '\0' || quote[1] == self->separator || quote[1] == ' '
         || is_line_end (quote + 1);
}

/* A quote is one only where a cell begins; some programs write a space before it. What follows the closing one belongs
 * to the cell. Returns where the cell ends once it is unquoted; NULL with @error. */
static char *
read_cell (LanyardSheetScan *self,
           GError          **error)
{
  guint line = self->line;
  char *quote = self->at + strspn (self->at, " ");
  char *from = self->at, *to = self->at;

  if (*quote == '"')
    {
      from = read_quoted (self, quote, &to);
      if (from == NULL ? to - self->at <= LANYARD_SHEET_MAX_CELL || self->line != line
                       : !is_closing (self, from, line))
        {
          lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, line);
          return NULL;
        }
      from = from != NULL ? from + 1 : self->end;
    }
  while (from < self->end && *from != self->separator && !is_line_end (from))
    *to++ = *from++;
  if (to - self->at > LANYARD_SHEET_MAX_CELL)
    {
      lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_CELL_TOO_LONG, line);
      return NULL;
    }
  self->cell = self->at;
  self->at = from;
  return to;
}

/* lanyard_sheet_scan_next:
 * @self: where one is
 * @error: return location for a #LanyardSheetError
 *
 * Reads one more cell.
 *
 * Returns: whether there was one; %FALSE without @error at the end */
gboolean
lanyard_sheet_scan_next (LanyardSheetScan *self,
                         GError          **error)
{
  char *cell_end;

  if (self->at >= self->end && (self->cell == NULL || self->ends_row))
    return FALSE;
  cell_end = read_cell (self, error);
  if (cell_end == NULL)
    return FALSE;

  self->ends_row = self->at >= self->end || *self->at != self->separator;
  if (self->at < self->end)
    {
      gboolean is_pair = self->at[0] == '\r' && self->at[1] == '\n';

      self->line += self->ends_row;
      self->at += is_pair ? 2 : 1;
    }
  *cell_end = '\0';
  return TRUE;
}
