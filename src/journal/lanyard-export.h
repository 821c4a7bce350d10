/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the journal as a file for others: CSV for a spreadsheet, JSON for a program. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

/**
 * LanyardExportFormat:
 * @LANYARD_EXPORT_CSV: RFC 4180 in UTF-8 with a byte order mark, since spreadsheets look for one
 * @LANYARD_EXPORT_JSON: a list of objects
 */
typedef enum
{
  LANYARD_EXPORT_CSV,
  LANYARD_EXPORT_JSON,
} LanyardExportFormat;

/* Begun once, appended to as often as there are entries at hand, and ended once. */
void lanyard_export_begin  (GString             *text,
                            LanyardExportFormat  format);
void lanyard_export_append (GString             *text,
                            LanyardExportFormat  format,
                            GPtrArray           *entries);
void lanyard_export_end    (GString             *text,
                            LanyardExportFormat  format);

G_END_DECLS
