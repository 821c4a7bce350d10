/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cell's text is kept from being read by a spreadsheet as a number, a date or a formula, and how that is
 * undone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     lanyard_sheet_cell_guard   (GString    *cell,
                                     const char *text);
char    *lanyard_sheet_cell_unguard (char       *cell,
                                     gboolean   *is_text);

G_END_DECLS
