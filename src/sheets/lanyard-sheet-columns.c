/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a sheet say: guessed, and then as somebody has set it.
 *
 * By their headers where there are any that are known. Otherwise by what is in them: a column of which most values are
 * e-mail addresses in the workspace says e-mail addresses. */
#include "lanyard-sheet-columns.h"

#include <string.h>

#include "lanyard-number.h"
#include "lanyard-roster-fold.h"

/* So many rows say what is in a column. */
#define N_SAMPLE 200

/* A column of digits that nobody has as a number or a phone is taken for card numbers from so many on. */
#define MIN_DIGITS 4

static gboolean
has_data (const char *cell)
{
  for (const char *p = cell; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '@')
      return TRUE;
  return FALSE;
}

/* A known header is one; otherwise, words alone over columns of which one has digits or addresses. */
static gboolean
guess_header (LanyardSheet *sheet,
              guint         n)
{
  gboolean is_plain = TRUE, has_data_below = FALSE;

  for (guint column = 0; column < n; column++)
    if (lanyard_sheet_header_read (lanyard_sheet_get_cell (sheet, 0, column)) != LANYARD_SHEET_MEANING_NONE)
      return TRUE;
  for (guint column = 0; column < n; column++)
    {
      is_plain = is_plain && !has_data (lanyard_sheet_get_cell (sheet, 0, column));
      for (guint row = 1; row < MIN (lanyard_sheet_get_n_rows (sheet), N_SAMPLE); row++)
        has_data_below = has_data_below || has_data (lanyard_sheet_get_cell (sheet, row, column));
    }
  return is_plain && has_data_below;
}

/* --- By what is in a column --- */

static gboolean
is_found (LanyardRoster     *roster,
          LanyardRosterTrait trait,
          const char        *text,
          GArray            *found)
{
  g_array_set_size (found, 0);
  lanyard_roster_find (roster, trait, text, found);
  return found->len > 0;
}

static gboolean
is_phone (LanyardRoster *roster,
          const char    *cell,
          GArray        *found)
{
  LanyardPhone phone;

  return lanyard_phone_read (&phone, cell)
         && is_found (roster, LANYARD_ROSTER_USER_PHONE, lanyard_phone_get_end (&phone), found)
         && lanyard_roster_has_phone (roster, g_array_index (found, guint32, 0), &phone);
}

static gboolean
is_card (LanyardRoster *roster,
         const char    *cell,
         GArray        *found)
{
  g_autoptr (LanyardNumber) number = lanyard_number_new (cell, NULL);

  return number != NULL && !lanyard_number_is_partial (number)
         && is_found (roster, LANYARD_ROSTER_CREDENTIAL_NUMBER, lanyard_number_get_exact_key (number), found);
}

static LanyardSheetMeaning
guess_shape (const char *cell)
{
  gsize n = strspn (cell, "0123456789");

  if (strchr (cell, '@') != NULL && strchr (cell, ' ') == NULL)
    return LANYARD_SHEET_MEANING_EMAIL;
  if (n >= MIN_DIGITS && cell[n] == '\0')
    return LANYARD_SHEET_MEANING_CARD_NUMBER;
  return lanyard_sheet_action_read (cell) != LANYARD_SHEET_ACTION_UNKNOWN ? LANYARD_SHEET_MEANING_ACTION
                                                                          : LANYARD_SHEET_MEANING_NONE;
}

static LanyardSheetMeaning
guess_cell (LanyardRoster *roster,
            const char    *cell,
            GString       *folded,
            GArray        *found)
{
  static const struct
  {
    LanyardRosterTrait  trait;
    LanyardSheetMeaning meaning;
  } addresses[] = {
    { LANYARD_ROSTER_USER_ID, LANYARD_SHEET_MEANING_USER_ID },
    { LANYARD_ROSTER_CREDENTIAL_ID, LANYARD_SHEET_MEANING_CREDENTIAL_ID },
    { LANYARD_ROSTER_USER_EMAIL, LANYARD_SHEET_MEANING_EMAIL },
  }, names[] = {
    { LANYARD_ROSTER_USER_NAME, LANYARD_SHEET_MEANING_NAME },
    { LANYARD_ROSTER_SYSTEM, LANYARD_SHEET_MEANING_SYSTEM },
  };

  lanyard_roster_fold_address (folded, cell);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (is_found (roster, addresses[i].trait, folded->str, found))
      return addresses[i].meaning;
  lanyard_roster_fold_name (folded, cell, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_found (roster, names[i].trait, folded->str, found))
      return names[i].meaning;
  if (is_card (roster, cell, found))
    return LANYARD_SHEET_MEANING_CARD_NUMBER;
  return is_phone (roster, cell, found) ? LANYARD_SHEET_MEANING_PHONE : guess_shape (cell);
}

/* What most cells of it say that say anything. */
static LanyardSheetMeaning
guess_column (LanyardSheet  *sheet,
              LanyardRoster *roster,
              guint          first_row,
              guint          column)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_of[LANYARD_SHEET_N_MEANINGS] = { 0 };
  guint n_cells = 0;

  for (guint row = first_row; row < MIN (lanyard_sheet_get_n_rows (sheet), first_row + N_SAMPLE); row++)
    {
      const char *cell = lanyard_sheet_get_cell (sheet, row, column);

      if (*cell == '\0')
        continue;
      n_of[guess_cell (roster, cell, folded, found)]++;
      n_cells++;
    }
  for (LanyardSheetMeaning meaning = LANYARD_SHEET_MEANING_NONE + 1; meaning < LANYARD_SHEET_N_MEANINGS; meaning++)
    if (n_of[meaning] * 2 > n_cells)
      return meaning;
  return LANYARD_SHEET_MEANING_NONE;
}

/* Of two columns of which both could say it only the first does, since nobody has said so. */
static void
guess_contents (LanyardSheetColumns *self,
                LanyardSheet        *sheet,
                LanyardRoster       *roster)
{
  for (guint column = 0; column < self->n; column++)
    {
      LanyardSheetMeaning meaning = guess_column (sheet, roster, self->has_header ? 1 : 0, column);

      if (self->meanings[column] == LANYARD_SHEET_MEANING_NONE && lanyard_sheet_columns_find (self, meaning) < 0)
        self->meanings[column] = (guint8) meaning;
    }
}

/* "Nombre" is all of a name where there is no column of last names; "Name" is the last one beside "Vorname", "Nome" the
 * first one beside "Cognome". */
static void
settle_names (LanyardSheetColumns *self)
{
  int first = lanyard_sheet_columns_find (self, LANYARD_SHEET_MEANING_FIRST_NAME);
  int last = lanyard_sheet_columns_find (self, LANYARD_SHEET_MEANING_LAST_NAME);
  int name = lanyard_sheet_columns_find (self, LANYARD_SHEET_MEANING_NAME);

  if (first >= 0 && last < 0 && name < 0)
    self->meanings[first] = LANYARD_SHEET_MEANING_NAME;
  else if (first >= 0 && last < 0)
    self->meanings[name] = LANYARD_SHEET_MEANING_LAST_NAME;
  else if (first < 0 && last >= 0 && name >= 0)
    self->meanings[name] = LANYARD_SHEET_MEANING_FIRST_NAME;
}

/* lanyard_sheet_columns_guess:
 * @self: what to set
 * @sheet: a table
 * @roster: who and what there is
 *
 * Sets what the columns seem to say. May be called on any thread. */
void
lanyard_sheet_columns_guess (LanyardSheetColumns *self,
                             LanyardSheet        *sheet,
                             LanyardRoster       *roster)
{
  memset (self, 0, sizeof *self);
  self->n = lanyard_sheet_get_n_columns (sheet);
  self->has_header = guess_header (sheet, self->n);
  for (guint column = 0; column < self->n && self->has_header; column++)
    self->meanings[column] = (guint8) lanyard_sheet_header_read (lanyard_sheet_get_cell (sheet, 0, column));
  settle_names (self);
  if (lanyard_sheet_columns_check (self, NULL) == LANYARD_SHEET_LACK_CREDENTIAL
      || lanyard_sheet_columns_check (self, NULL) == LANYARD_SHEET_LACK_USER)
    guess_contents (self, sheet, roster);
}

/* lanyard_sheet_columns_find:
 * @self: columns
 * @meaning: what one may say
 *
 * Returns: the first that says it; -1: none */
int
lanyard_sheet_columns_find (const LanyardSheetColumns *self,
                            LanyardSheetMeaning        meaning)
{
  for (guint i = 0; i < self->n; i++)
    if (self->meanings[i] == meaning)
      return (int) i;
  return -1;
}

static gboolean
has_any (const guint        *n_of,
         LanyardSheetMeaning first,
         LanyardSheetMeaning last)
{
  for (LanyardSheetMeaning meaning = first; meaning <= last; meaning++)
    if (n_of[meaning] > 0)
      return TRUE;
  return FALSE;
}

/* lanyard_sheet_columns_check:
 * @self: columns
 * @meaning: (nullable): return location for what two of them say
 *
 * Returns: what is in the way of matching rows */
LanyardSheetLack
lanyard_sheet_columns_check (const LanyardSheetColumns *self,
                             LanyardSheetMeaning       *meaning)
{
  guint n_of[LANYARD_SHEET_N_MEANINGS] = { 0 };

  for (guint i = 0; i < self->n; i++)
    {
      n_of[self->meanings[i]]++;
      if (self->meanings[i] == LANYARD_SHEET_MEANING_NONE || n_of[self->meanings[i]] == 1)
        continue;
      if (meaning != NULL)
        *meaning = self->meanings[i];
      return LANYARD_SHEET_LACK_ONE_MEANING;
    }
  if (!has_any (n_of, LANYARD_SHEET_MEANING_CARD_NUMBER, LANYARD_SHEET_MEANING_CREDENTIAL_ID))
    return LANYARD_SHEET_LACK_CREDENTIAL;
  if (!has_any (n_of, LANYARD_SHEET_MEANING_USER_ID, LANYARD_SHEET_MEANING_LAST_NAME)
      && n_of[LANYARD_SHEET_MEANING_ACTION] == 0)
    return LANYARD_SHEET_LACK_USER;
  return LANYARD_SHEET_LACK_NOTHING;
}
