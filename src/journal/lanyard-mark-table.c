/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's table of what was lost: one row for each credential that ever was. */
#include "lanyard-mark-table.h"

#include "lanyard-journal-sql.h"

static char *
dup_text (LanyardStatement *statement,
          int               column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* Writes @mark in place of what was said of its credential before. */
gboolean
lanyard_mark_table_write (sqlite3           *db,
                          const char        *workspace_id,
                          const LanyardMark *mark,
                          GError           **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "INSERT OR REPLACE INTO mark (workspace_id, credential_id, lost_at, lost_by, found_at,"
                             " found_by) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, workspace_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, mark->credential_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, mark->lost_at);
  sqlite3_bind_text (statement, 4, mark->lost_by, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 5, mark->found_at);
  sqlite3_bind_text (statement, 6, mark->found_by, -1, SQLITE_TRANSIENT);
  return lanyard_sql_step (db, statement, error);
}

/* Adds the marks of a workspace to @marks. */
gboolean
lanyard_mark_table_list (sqlite3    *db,
                         const char *workspace_id,
                         GPtrArray  *marks,
                         GError    **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "SELECT credential_id, lost_at, lost_by, found_at, found_by FROM mark"
                             " WHERE workspace_id = ?", error);
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, workspace_id, -1, SQLITE_TRANSIENT);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      LanyardMark *mark = g_new0 (LanyardMark, 1);

      mark->credential_id = dup_text (statement, 0);
      mark->lost_at = sqlite3_column_int64 (statement, 1);
      mark->lost_by = dup_text (statement, 2);
      mark->found_at = sqlite3_column_int64 (statement, 3);
      mark->found_by = dup_text (statement, 4);
      g_ptr_array_add (marks, mark);
    }
  return result == SQLITE_DONE || lanyard_sql_fail (db, error);
}
