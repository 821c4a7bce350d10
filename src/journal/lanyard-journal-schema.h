/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the journal's tables, and the way from each to the next. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

G_BEGIN_DECLS

/* Who has a credential by the JSON in a column, if that is about it. What is no JSON is about nobody. The index of such
 * is of use only where it is written just so. */
#define LANYARD_JOURNAL_HOLDER_IN(column) \
  "iif (json_valid (" column "), " column " ->> '" LANYARD_HOLDER_ID "', NULL)"


gboolean lanyard_journal_schema_check_version (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_check_purpose (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_begin         (sqlite3 *db,
                                               GError **error);
gboolean lanyard_journal_schema_migrate       (sqlite3 *db,
                                               GError **error);

G_END_DECLS
