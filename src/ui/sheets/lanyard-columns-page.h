/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of an import on which it is said what the columns are. */
#pragma once

#include <adwaita.h>

#include "lanyard-sheet-columns.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_COLUMNS_PAGE (lanyard_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardColumnsPage, lanyard_columns_page, LANYARD, COLUMNS_PAGE, AdwBin)

/* Signals: "changed": something else is said of the columns; "separator" (guint): it is to be read with another one. */
void     lanyard_columns_page_set_sheet   (LanyardColumnsPage        *self,
                                           LanyardSheet              *sheet,
                                           const LanyardSheetColumns *columns);
const LanyardSheetColumns *
         lanyard_columns_page_get_columns (LanyardColumnsPage        *self);

G_END_DECLS
