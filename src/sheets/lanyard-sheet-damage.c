/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet has made of a column of numbers, as far as that can be seen. What was a number before can't be
 * told from it, so it is refused rather than guessed. */
#include "lanyard-sheet-damage.h"

#include <string.h>

#include "lanyard-number.h"

/* As many as a double has. */
#define MAX_KEPT 15

/* Facility codes, which may stand before a comma or a point, have fewer digits. */
#define MIN_BEFORE_POINT 6

static gsize
count_digits (const char *number)
{
  gsize n = strspn (number, "0123456789");

  return number[n] == '\0' ? n : 0;
}

/* Something was reckoned with it: a card has no half. */
static gboolean
is_fraction (const char *number)
{
  gsize n_before = strspn (number, "0123456789");
  const char *point = number + n_before;
  gsize n_after = strspn (point + (*point != '\0'), "0123456789");

  return n_before >= MIN_BEFORE_POINT && (*point == '.' || *point == ',') && n_after >= 1 && n_after <= 2
         && point[1 + n_after] == '\0' && strspn (point + 1, "0") < n_after;
}

/* lanyard_sheet_damage_get_width:
 * @sheet: a table
 * @column: a column of numbers
 * @first_row: where they begin
 *
 * Returns: how many digits those of the column have that begin with a zero, if all have as many; 0: they don't, or
 *   there are none */
guint
lanyard_sheet_damage_get_width (LanyardSheet *sheet,
                                guint         column,
                                guint         first_row)
{
  guint width = 0;

  for (guint row = first_row; row < lanyard_sheet_get_n_rows (sheet); row++)
    {
      const char *number = lanyard_sheet_get_cell (sheet, row, column);
      guint n = (guint) count_digits (number);

      if (*number != '0' || n < 2)
        continue;
      if (width != 0 && width != n)
        return 0;
      width = n;
    }
  return width;
}

/* lanyard_sheet_damage_find:
 * @sheet: a table
 * @row: which row
 * @column: a column of numbers
 * @width: how many digits they have; see lanyard_sheet_damage_get_width()
 *
 * Returns: what has become of the number; nothing where the cell says that it is text */
LanyardSheetDamage
lanyard_sheet_damage_find (LanyardSheet *sheet,
                           guint         row,
                           guint         column,
                           guint         width)
{
  const char *number = lanyard_sheet_get_cell (sheet, row, column);
  gsize n = count_digits (number);

  if (n == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardNumber) read = lanyard_number_new (number, &error);

      if (is_fraction (number) && !lanyard_sheet_is_text (sheet, row, column))
        return LANYARD_SHEET_DAMAGE_ROUNDED;
      return g_error_matches (error, LANYARD_NUMBER_ERROR, LANYARD_NUMBER_ERROR_DAMAGED) ? LANYARD_SHEET_DAMAGE_ROUNDED
                                                                                          : LANYARD_SHEET_DAMAGE_NONE;
    }
  if (lanyard_sheet_is_text (sheet, row, column))
    return LANYARD_SHEET_DAMAGE_NONE;
  if (*number != '0' && n > MAX_KEPT && strspn (number + MAX_KEPT, "0") == n - MAX_KEPT)
    return LANYARD_SHEET_DAMAGE_DIGITS;
  return *number != '0' && n < width ? LANYARD_SHEET_DAMAGE_ZEROS : LANYARD_SHEET_DAMAGE_NONE;
}
