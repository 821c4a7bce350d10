/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file is not read as a table, and the line where that shows. */
#include "lanyard-sheet-error.h"

typedef struct
{
  guint line;
} LanyardSheetErrorPrivate;

static void
lanyard_sheet_error_private_init (LanyardSheetErrorPrivate *private)
{
}

static void
lanyard_sheet_error_private_copy (const LanyardSheetErrorPrivate *source,
                                  LanyardSheetErrorPrivate       *copy)
{
  *copy = *source;
}

static void
lanyard_sheet_error_private_clear (LanyardSheetErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (LanyardSheetError, lanyard_sheet_error)

static const char * const messages[] = {
  [LANYARD_SHEET_ERROR_EMPTY] = "There is nothing in it",
  [LANYARD_SHEET_ERROR_TOO_LARGE] = "The file is too large",
  [LANYARD_SHEET_ERROR_TOO_MANY_ROWS] = "There are too many rows",
  [LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS] = "There are too many columns",
  [LANYARD_SHEET_ERROR_CELL_TOO_LONG] = "A cell is too long",
  [LANYARD_SHEET_ERROR_UNCLOSED_QUOTE] = "A quote is not closed",
  [LANYARD_SHEET_ERROR_WORKBOOK] = "It is a workbook, not a table as text",
  [LANYARD_SHEET_ERROR_NOT_TEXT] = "It is not text",
};

/* lanyard_sheet_error_set:
 * @error: return location
 * @code: what is wrong
 * @line: where, from 1 on; 0: nowhere in particular
 *
 * Returns: %FALSE */
gboolean
lanyard_sheet_error_set (GError           **error,
                         LanyardSheetError  code,
                         guint              line)
{
  g_autoptr (GError) made = g_error_new_literal (LANYARD_SHEET_ERROR, (int) code, messages[code]);

  lanyard_sheet_error_get_private (made)->line = line;
  g_propagate_error (error, g_steal_pointer (&made));
  return FALSE;
}

/**
 * lanyard_sheet_error_get_line:
 * @error: an error of reading a table
 *
 * Returns: the line that it is on, from 1 on; 0: none in particular, or the error is of another domain
 */
guint
lanyard_sheet_error_get_line (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == LANYARD_SHEET_ERROR ? lanyard_sheet_error_get_private (error)->line : 0;
}
