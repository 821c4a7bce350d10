/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running SQL, with errors that say what can be done about them. */
#include "lanyard-journal-sql.h"

/* What can be done about a result of SQLite's; see sqlite.org/rescode.html. */
static LanyardJournalError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return LANYARD_JOURNAL_ERROR_CORRUPT;
    case SQLITE_FULL:
      return LANYARD_JOURNAL_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return LANYARD_JOURNAL_ERROR_FORBIDDEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return LANYARD_JOURNAL_ERROR_BUSY;
    case SQLITE_NOMEM:
      return LANYARD_JOURNAL_ERROR_MEMORY;
    default:
      return LANYARD_JOURNAL_ERROR_UNWRITABLE;
    }
}

/* Sets @error to why the last call failed. Always FALSE. */
gboolean
lanyard_sql_fail (sqlite3 *db,
                  GError **error)
{
  g_set_error (error, LANYARD_JOURNAL_ERROR, (int) code_of (sqlite3_errcode (db)), "%s (SQLite %d)",
               sqlite3_errmsg (db), sqlite3_extended_errcode (db));
  return FALSE;
}

/* Sets @error to that the file is something else. Always FALSE. */
gboolean
lanyard_sql_fail_as_foreign (GError **error)
{
  g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT, "The file is not a journal");
  return FALSE;
}

gboolean
lanyard_sql_run (sqlite3    *db,
                 const char *sql,
                 GError    **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || lanyard_sql_fail (db, error);
}

/* Ends a transaction: with what was done in it, or, unless @done, without. Returns whether it is with it. */
gboolean
lanyard_sql_end (sqlite3 *db,
                 gboolean done,
                 GError **error)
{
  if (done && lanyard_sql_run (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    lanyard_sql_run (db, "ROLLBACK", NULL);
  return FALSE;
}

LanyardStatement *
lanyard_sql_prepare (sqlite3    *db,
                     const char *sql,
                     GError    **error)
{
  LanyardStatement *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    lanyard_sql_fail (db, error);
  return statement;
}

/* Runs a statement that has no rows. */
gboolean
lanyard_sql_step (sqlite3          *db,
                  LanyardStatement *statement,
                  GError          **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || lanyard_sql_fail (db, error);
}

/* The first value of the first row; 0 for NULL. */
gboolean
lanyard_sql_read_int (sqlite3    *db,
                      const char *sql,
                      gint64     *value,
                      GError    **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_sql_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return lanyard_sql_fail (db, error);
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}
