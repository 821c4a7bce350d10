/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet has made of a column of numbers, as far as that can be seen. */
#pragma once

#include "lanyard-sheet.h"

G_BEGIN_DECLS

/**
 * LanyardSheetDamage:
 * @LANYARD_SHEET_DAMAGE_NONE: none that can be seen
 * @LANYARD_SHEET_DAMAGE_ROUNDED: only its first digits are left, 1.2E+11, or none, ####
 * @LANYARD_SHEET_DAMAGE_DIGITS: after fifteen digits there are zeros alone: spreadsheets keep no more
 * @LANYARD_SHEET_DAMAGE_ZEROS: it is shorter than the others, which begin with zeros
 */
typedef enum
{
  LANYARD_SHEET_DAMAGE_NONE,
  LANYARD_SHEET_DAMAGE_ROUNDED,
  LANYARD_SHEET_DAMAGE_DIGITS,
  LANYARD_SHEET_DAMAGE_ZEROS,
} LanyardSheetDamage;

guint              lanyard_sheet_damage_get_width (LanyardSheet *sheet,
                                                   guint         column,
                                                   guint         first_row);
LanyardSheetDamage lanyard_sheet_damage_find      (LanyardSheet *sheet,
                                                   guint         row,
                                                   guint         column,
                                                   guint         width);

G_END_DECLS
