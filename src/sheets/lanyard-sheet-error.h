/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file is not read as a table, and the line where that shows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_SHEET_ERROR (lanyard_sheet_error_quark ())

/**
 * LanyardSheetError:
 * @LANYARD_SHEET_ERROR_EMPTY: there is nothing in it
 * @LANYARD_SHEET_ERROR_TOO_LARGE: it has more than %LANYARD_SHEET_MAX_BYTES
 * @LANYARD_SHEET_ERROR_TOO_MANY_ROWS: likewise %LANYARD_SHEET_MAX_ROWS
 * @LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS: likewise %LANYARD_SHEET_MAX_COLUMNS
 * @LANYARD_SHEET_ERROR_CELL_TOO_LONG: a cell has more than %LANYARD_SHEET_MAX_CELL
 * @LANYARD_SHEET_ERROR_UNCLOSED_QUOTE: a quote is opened and not closed
 * @LANYARD_SHEET_ERROR_WORKBOOK: it is the file of a spreadsheet program, to be saved as CSV from there
 * @LANYARD_SHEET_ERROR_NOT_TEXT: it is no text: a picture, say
 */
typedef enum
{
  LANYARD_SHEET_ERROR_EMPTY,
  LANYARD_SHEET_ERROR_TOO_LARGE,
  LANYARD_SHEET_ERROR_TOO_MANY_ROWS,
  LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS,
  LANYARD_SHEET_ERROR_CELL_TOO_LONG,
  LANYARD_SHEET_ERROR_UNCLOSED_QUOTE,
  LANYARD_SHEET_ERROR_WORKBOOK,
  LANYARD_SHEET_ERROR_NOT_TEXT,
} LanyardSheetError;

GQuark   lanyard_sheet_error_quark    (void);
gboolean lanyard_sheet_error_set      (GError           **error,
                                       LanyardSheetError  code,
                                       guint              line);
guint    lanyard_sheet_error_get_line (const GError      *error);

G_END_DECLS
