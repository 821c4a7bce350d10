/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cell's text is kept from being read by a spreadsheet as a number, a date or a formula, and how that is undone.
 *
 * What looks like a number is written ="0012", which a spreadsheet shows as 0012. What it would carry out as a formula
 * gets an apostrophe in front, and so does what would lose one when it is read again: what was guarded is always the
 * same as before when it is unguarded, and what wasn't (a Dutch 't Hooft) stays as it is. */
#include "lanyard-sheet-cell.h"

#include <string.h>

/* Longer ones are no numbers, also not to a spreadsheet. */
#define MAX_NUMBER 64

/* What a formula, or what spreadsheets take for one, begins with; in the East the wide ones, too. */
static gboolean
is_formula_sign (gunichar c)
{
  return (c < 0x80 && c != 0 && strchr ("=+-@|%\t\r\n", (int) c) != NULL) || c == 0xff1d || c == 0xff0b || c == 0xff0d
         || c == 0xff20 || c == 0x2212;
}

/* The first sign after apostrophes and spaces is what counts. Returns whether an apostrophe is to be added, or, where
 * there is one, to be taken away. */
static gboolean
is_guarded (const char *text)
{
  const char *first = text + strspn (text, "'");
  gboolean has_apostrophe = first > text;
  gunichar c;

  first += strspn (first, " ");
  c = g_utf8_get_char (first);
  return is_formula_sign (c) || (has_apostrophe && g_unichar_isdigit (c));
}

/* 0012, +44 20 7946 0018, 1-2, 12:30, 1e5: a number or a date, or what may be one in some language. */
static gboolean
is_like_number (const char *text)
{
  gsize length = strlen (text);
  gboolean has_digit = FALSE;

  if (length > MAX_NUMBER)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      has_digit = TRUE;
    else if (strchr ("+-.,:/ ()eE", *p) == NULL)
      return FALSE;
  return has_digit;
}

/* lanyard_sheet_cell_guard:
 * @cell: where to append to
 * @text: what the cell is to say; valid UTF-8
 *
 * Appends what a spreadsheet shows as @text and lanyard_sheet_cell_unguard() makes @text again. */
void
lanyard_sheet_cell_guard (GString    *cell,
                          const char *text)
{
  if (is_like_number (text))
    {
      g_string_append_printf (cell, "=\"%s\"", text);
      return;
    }
  if (is_guarded (text))
    g_string_append_c (cell, '\'');
  g_string_append (cell, text);
}

/* lanyard_sheet_cell_unguard:
 * @cell: what a cell says; is changed
 * @is_text: return location for whether it says itself that it is text and no number
 *
 * Returns: (transfer none): what is meant; a part of @cell */
char *
lanyard_sheet_cell_unguard (char     *cell,
                            gboolean *is_text)
{
  gsize length = strlen (cell);

  *is_text = FALSE;
  if (length >= 3 && g_str_has_prefix (cell, "=\"") && strchr (cell + 2, '"') == cell + length - 1)
    {
      *is_text = TRUE;
      cell[length - 1] = '\0';
      return cell + 2;
    }
  *is_text = *cell == '\'' && is_guarded (cell);
  return *is_text ? cell + 1 : cell;
}
