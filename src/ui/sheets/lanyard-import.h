/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import: how far it has come, from a file or a text to rows that are matched. Knows no widgets. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-matches.h"

G_BEGIN_DECLS

/**
 * LanyardImportStep:
 * @LANYARD_IMPORT_START: there is nothing yet
 * @LANYARD_IMPORT_BUSY: it is being read, or compared
 * @LANYARD_IMPORT_COLUMNS: it is read; what the columns say is to be looked at
 * @LANYARD_IMPORT_MATCHES: it is matched
 * @LANYARD_IMPORT_FAILED: it can't be read
 */
typedef enum
{
  LANYARD_IMPORT_START,
  LANYARD_IMPORT_BUSY,
  LANYARD_IMPORT_COLUMNS,
  LANYARD_IMPORT_MATCHES,
  LANYARD_IMPORT_FAILED,
} LanyardImportStep;

#define LANYARD_TYPE_IMPORT (lanyard_import_get_type ())
G_DECLARE_FINAL_TYPE (LanyardImport, lanyard_import, LANYARD, IMPORT, GObject)

/* Signal "changed": another step, or another table at the same one. */
LanyardImport     *lanyard_import_new           (LanyardDirectory          *directory,
                                                 GSettings                 *settings);
void               lanyard_import_stop          (LanyardImport             *self);
void               lanyard_import_read_file     (LanyardImport             *self,
                                                 GFile                     *file);
void               lanyard_import_read_text     (LanyardImport             *self,
                                                 const char                *text);
void               lanyard_import_set_separator (LanyardImport             *self,
                                                 char                       separator);
void               lanyard_import_set_columns   (LanyardImport             *self,
                                                 const LanyardSheetColumns *columns);
void               lanyard_import_match         (LanyardImport             *self);
void               lanyard_import_go_back       (LanyardImport             *self);
LanyardImportStep  lanyard_import_get_step      (LanyardImport             *self);
LanyardDirectory  *lanyard_import_get_directory (LanyardImport             *self);
LanyardSheet      *lanyard_import_get_sheet     (LanyardImport             *self);
const LanyardSheetColumns *
                   lanyard_import_get_columns   (LanyardImport             *self);
LanyardMatches    *lanyard_import_get_matches   (LanyardImport             *self);
const GError      *lanyard_import_get_error     (LanyardImport             *self);

G_END_DECLS
