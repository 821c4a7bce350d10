/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a table as text, one after another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer than any name; a cell that is longer is half a file after a quote that nobody closed. */
#define LANYARD_SHEET_MAX_CELL (32 * 1024)

/**
 * LanyardSheetScan:
 * @at: what comes next; is changed as it is read
 * @end: where it ends, at a NUL
 * @separator: what parts cells
 * @line: the line of @at, from 1 on
 * @cell: out: what the last cell says
 * @ends_row: out: whether the last cell is the last one of a row
 *
 * Where one is in a text.
 */
typedef struct
{
  char    *at;
  char    *end;
  char     separator;
  guint    line;
  char    *cell;
  gboolean ends_row;
} LanyardSheetScan;

gboolean lanyard_sheet_scan_next (LanyardSheetScan  *self,
                                  GError           **error);

G_END_DECLS
