/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row of a sheet says about users, credentials and access systems, as candidates of a roster. */
#pragma once

#include "lanyard-match.h"
#include "lanyard-roster.h"
#include "lanyard-sheet-columns.h"

G_BEGIN_DECLS

/**
 * LanyardRowReader:
 * @sheet: the table
 * @roster: who and what there is
 * @columns: by #LanyardSheetMeaning, which column says it; -1: none
 * @width: of the numbers; see lanyard_sheet_damage_get_width()
 * @folded: to work with, as @found
 * @found: to work with
 *
 * What reading rows takes.
 */
typedef struct
{
  LanyardSheet  *sheet;
  LanyardRoster *roster;
  int            columns[LANYARD_SHEET_N_MEANINGS];
  guint          width;
  GString       *folded;
  GArray        *found;
} LanyardRowReader;

void               lanyard_row_reader_init             (LanyardRowReader          *self,
                                                        LanyardSheet              *sheet,
                                                        const LanyardSheetColumns *columns,
                                                        LanyardRoster             *roster);
void               lanyard_row_reader_clear            (LanyardRowReader          *self);
const char        *lanyard_row_reader_get              (LanyardRowReader          *self,
                                                        guint                      row,
                                                        LanyardSheetMeaning        meaning);
LanyardMatchReason lanyard_row_reader_list_credentials (LanyardRowReader          *self,
                                                        guint                      row,
                                                        GArray                    *credentials);
LanyardMatchReason lanyard_row_reader_list_users       (LanyardRowReader          *self,
                                                        guint                      row,
                                                        GArray                    *users);
LanyardMatchReason lanyard_row_reader_list_systems     (LanyardRowReader          *self,
                                                        guint                      row,
                                                        GArray                    *systems);

G_END_DECLS
