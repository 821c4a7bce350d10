/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of earlier sheets were said to be, by their headers. */
#pragma once

#include <gio/gio.h>

#include "lanyard-sheet-columns.h"

G_BEGIN_DECLS

void lanyard_import_recipes_apply (GSettings                 *settings,
                                   LanyardSheet              *sheet,
                                   LanyardSheetColumns       *columns);
void lanyard_import_recipes_keep  (GSettings                 *settings,
                                   LanyardSheet              *sheet,
                                   const LanyardSheetColumns *columns);

G_END_DECLS
