/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a sheet say: guessed, and then as somebody has set it. */
#pragma once

#include "lanyard-roster.h"
#include "lanyard-sheet-headers.h"
#include "lanyard-sheet.h"

G_BEGIN_DECLS

/**
 * LanyardSheetColumns:
 * @has_header: whether the first row says what the columns are
 * @n: how many columns there are
 * @meanings: what each of them says, as a #LanyardSheetMeaning
 *
 * A value, to be copied.
 */
typedef struct
{
  gboolean has_header;
  guint    n;
  guint8   meanings[LANYARD_SHEET_MAX_COLUMNS];
} LanyardSheetColumns;

/**
 * LanyardSheetLack:
 * @LANYARD_SHEET_LACK_NOTHING: rows can be matched
 * @LANYARD_SHEET_LACK_CREDENTIAL: no column says which credential
 * @LANYARD_SHEET_LACK_USER: no column says who, or that anything is to be unassigned
 * @LANYARD_SHEET_LACK_ONE_MEANING: two columns say the same
 */
typedef enum
{
  LANYARD_SHEET_LACK_NOTHING,
  LANYARD_SHEET_LACK_CREDENTIAL,
  LANYARD_SHEET_LACK_USER,
  LANYARD_SHEET_LACK_ONE_MEANING,
} LanyardSheetLack;

void             lanyard_sheet_columns_guess (LanyardSheetColumns       *self,
                                              LanyardSheet              *sheet,
                                              LanyardRoster             *roster);
int              lanyard_sheet_columns_find  (const LanyardSheetColumns *self,
                                              LanyardSheetMeaning        meaning);
LanyardSheetLack lanyard_sheet_columns_check (const LanyardSheetColumns *self,
                                              LanyardSheetMeaning       *meaning);

G_END_DECLS
