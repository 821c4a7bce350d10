/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running SQL, with errors that say what can be done about them. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

G_BEGIN_DECLS

typedef sqlite3_stmt LanyardStatement;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStatement, sqlite3_finalize)

gboolean          lanyard_sql_fail            (sqlite3           *db,
                                               GError           **error);
gboolean          lanyard_sql_fail_as_foreign (GError           **error);
gboolean          lanyard_sql_run             (sqlite3           *db,
                                               const char        *sql,
                                               GError           **error);
gboolean          lanyard_sql_end             (sqlite3           *db,
                                               gboolean           done,
                                               GError           **error);
LanyardStatement *lanyard_sql_prepare         (sqlite3           *db,
                                               const char        *sql,
                                               GError           **error);
gboolean          lanyard_sql_step            (sqlite3           *db,
                                               LanyardStatement  *statement,
                                               GError           **error);
gboolean          lanyard_sql_read_int        (sqlite3           *db,
                                               const char        *sql,
                                               gint64            *value,
                                               GError           **error);

G_END_DECLS
