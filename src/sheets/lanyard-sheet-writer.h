/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of text as a file for a spreadsheet or a program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardSheetFormat:
 * @LANYARD_SHEET_FORMAT_CSV: RFC 4180 in UTF-8 with a byte order mark, since spreadsheets look for one
 * @LANYARD_SHEET_FORMAT_JSON: a list of objects
 */
typedef enum
{
  LANYARD_SHEET_FORMAT_CSV,
  LANYARD_SHEET_FORMAT_JSON,
} LanyardSheetFormat;

typedef struct _LanyardSheetWriter LanyardSheetWriter;

LanyardSheetWriter *lanyard_sheet_writer_new           (LanyardSheetFormat   format,
                                                        char                 separator,
                                                        const char * const  *columns);
void                lanyard_sheet_writer_free          (LanyardSheetWriter  *self);
void                lanyard_sheet_writer_append        (LanyardSheetWriter  *self,
                                                        const char * const  *cells);
GBytes             *lanyard_sheet_writer_end           (LanyardSheetWriter  *self);
char                lanyard_sheet_writer_get_separator (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardSheetWriter, lanyard_sheet_writer_free)

G_END_DECLS
