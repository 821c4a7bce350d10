/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's SQLite file; to be used on one thread at a time. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

sqlite3   *lanyard_journal_file_open   (const char *path, GError **error);
gint64     lanyard_journal_file_insert (sqlite3 *db, LanyardEntry *entry, GError **error);
gboolean   lanyard_journal_file_close  (sqlite3 *db, LanyardEntry *entry, LanyardOutcome outcome, gint64 closed_at,
                                        int error_code, const char *message, const char *request_id, GError **error);
GPtrArray *lanyard_journal_file_list   (sqlite3 *db, const char *workspace_id, const char *search, gint64 before,
                                        guint limit, gboolean open_only, GError **error);
gboolean   lanyard_journal_file_prune  (sqlite3 *db, gint64 before, GError **error);
