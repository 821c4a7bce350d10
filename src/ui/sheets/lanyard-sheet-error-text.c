/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file or a text can't be imported, in words for people. */
#include "lanyard-sheet-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "lanyard-sheet-error.h"
#include "lanyard-sheet.h"

static const char * const texts[] = {
  [LANYARD_SHEET_ERROR_EMPTY] = N_("There are no rows to import."),
  [LANYARD_SHEET_ERROR_TOO_LARGE] = N_("It is larger than 64 MB. Split it into smaller files."),
  [LANYARD_SHEET_ERROR_TOO_MANY_ROWS] = N_("It has more than 200,000 rows. Split it into smaller files."),
  [LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS] = N_("It has more than 200 columns. Remove the ones that are not needed."),
  [LANYARD_SHEET_ERROR_CELL_TOO_LONG] = N_("A cell is too long."),
  [LANYARD_SHEET_ERROR_UNCLOSED_QUOTE] = N_("A quotation mark is opened but never closed."),
  [LANYARD_SHEET_ERROR_WORKBOOK] =
    N_("Spreadsheet files can’t be imported. Open the file in a spreadsheet app and save it as CSV."),
  [LANYARD_SHEET_ERROR_NOT_TEXT] = N_("It is not a text file. Save the list as CSV, then import that."),
};

static const char *
text_of_file (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return N_("The file no longer exists.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return N_("There is no permission to read the file.");
    case G_IO_ERROR_IS_DIRECTORY:
      return N_("It is a folder. Select a file.");
    default:
      return N_("The file could not be read.");
    }
}

/**
 * lanyard_sheet_error_text:
 * @error: why it could not be read
 *
 * Returns: (transfer full): whole sentences, with the line where there is one
 */
char *
lanyard_sheet_error_text (const GError *error)
{
  guint line = lanyard_sheet_error_get_line (error);
  const char *text;

  if (error->domain == LANYARD_SHEET_ERROR)
    text = gettext (texts[error->code]);
  else
    text = gettext (text_of_file (error->domain == G_IO_ERROR ? error->code : G_IO_ERROR_FAILED));
  if (line == 0)
    return g_strdup (text);
  /* Translators: %u is the number of a line in a file, %s whole sentences about what is wrong there */
  return g_strdup_printf (_("Line %u: %s"), line, text);
}
