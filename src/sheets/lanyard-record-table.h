/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users or credentials as rows of a table, with all that a table is matched by, and no PINs. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-sheet-writer.h"

G_BEGIN_DECLS

LanyardSheetWriter *lanyard_record_table_new    (GType               record_type,
                                                 LanyardSheetFormat  format,
                                                 char                separator);
void                lanyard_record_table_append (LanyardSheetWriter *writer,
                                                 LanyardDirectory   *directory,
                                                 SeamRecord         *record);

G_END_DECLS
