/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the journal's tables, and the way from each to the next. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

G_BEGIN_DECLS

gboolean lanyard_journal_schema_check_version (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_check_purpose (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_begin         (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_migrate       (sqlite3 *db,
                                               GError **error);

G_END_DECLS
