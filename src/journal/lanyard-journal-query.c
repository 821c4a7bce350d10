/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to the journal's table, as SQL.
 *
 * Only what is asked for stands in it, so that there is an index for it. A plus keeps SQLite from one that would have
 * it read and sort all there is of a workspace, where the newest few are wanted: they are at the end of the table. What
 * is open is few at any time, and has an index. */
#include "lanyard-journal-query.h"

#include "lanyard-holder.h"
#include "lanyard-journal-schema.h"

enum
{
  WORKSPACE = 1,
  BEFORE,
  OPEN_UP_TO,
  LIMIT,
  HAS_WORDS, /* the columns know it, too */
  BATCH,
  SINCE,
  UNTIL,
  OPERATOR,
  CREDENTIAL,
  USER,
};

static const char * const results[] = {
  [LANYARD_ENTRY_RESULT_ANY] = "",
  [LANYARD_ENTRY_RESULT_DONE] = " AND +outcome = 1 AND undone_by <= 0",
  [LANYARD_ENTRY_RESULT_NOT_DONE] = " AND +outcome IN (2, 3) AND undone_by <= 0",
  [LANYARD_ENTRY_RESULT_UNCONFIRMED] = " AND +outcome NOT IN (1, 2, 3) AND undone_by <= 0",
  [LANYARD_ENTRY_RESULT_UNDONE] = " AND undone_by > 0",
};

/* What was never sent, and changes nothing that was: it is not open, and closes nothing. */
#define MARKS "('lose', 'find')"

#define OPEN " AND outcome IN (0, 4) AND (outcome = 4 OR id <= ?3) AND kind NOT IN " MARKS \
             " AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.id > entry.id" \
             " AND later.subject_id = entry.subject_id AND later.subject_type = entry.subject_type" \
             " AND later.workspace_id = entry.workspace_id AND later.outcome <> 2 AND later.kind NOT IN " MARKS \
             " AND (later.outcome <> 0 OR later.is_sent))"

#define OF(type) "subject_type = '" type "'"

/* An entry of whom it is about, or who had or has what it is about: by the index of each. */
#define OF_USER " AND id IN (SELECT id FROM entry WHERE " LANYARD_JOURNAL_HOLDER_IN ("before") " = ?11" \
                " AND " OF (LANYARD_SUBJECT_CREDENTIAL) \
                " UNION ALL SELECT id FROM entry WHERE " LANYARD_JOURNAL_HOLDER_IN ("after") " = ?11" \
                " AND " OF (LANYARD_SUBJECT_CREDENTIAL) \
                " UNION ALL SELECT id FROM entry WHERE subject_id = ?11 AND " OF (LANYARD_SUBJECT_USER) ")"

static char *
write_sql (const LanyardEntryQuery *query,
           const char              *columns)
{
  const LanyardEntryFilter *filter = query->filter;
  GString *sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s FROM entry WHERE TRUE", columns);
  if (filter->workspace_id != NULL)
    g_string_append (sql, query->open_up_to >= 0 ? " AND workspace_id = ?1" : " AND +workspace_id = ?1");
  if (query->before != 0)
    g_string_append (sql, " AND id < ?2");
  if (query->open_up_to >= 0)
    g_string_append (sql, OPEN);
  if (query->batch != 0)
    g_string_append (sql, " AND batch = ?6");
  if (filter->since != 0)
    g_string_append (sql, " AND begun_at >= ?7");
  if (filter->until != 0)
    g_string_append (sql, " AND begun_at < ?8");
  g_string_append (sql, results[filter->result]);
  if (filter->operator != NULL)
    g_string_append (sql, " AND operator = ?9");
  if (filter->credential_id != NULL)
    g_string_append (sql, " AND subject_id = ?10 AND " OF (LANYARD_SUBJECT_CREDENTIAL));
  if (filter->user_id != NULL)
    g_string_append (sql, OF_USER);
  g_string_append (sql, " ORDER BY id DESC LIMIT ?4");

  return g_string_free (sql, FALSE);
}

static void
bind_text (LanyardStatement *statement,
           int               position,
           const char       *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

/* What the statement doesn't have is out of its range, or not looked at. */
static void
bind (LanyardStatement        *statement,
      const LanyardEntryQuery *query,
      guint                    n_rows)
{
  bind_text (statement, WORKSPACE, query->filter->workspace_id);
  sqlite3_bind_int64 (statement, BEFORE, query->before);
  sqlite3_bind_int64 (statement, OPEN_UP_TO, query->open_up_to);
  sqlite3_bind_int64 (statement, LIMIT, n_rows);
  sqlite3_bind_int (statement, HAS_WORDS, query->words != NULL);
  sqlite3_bind_int64 (statement, BATCH, query->batch);
  sqlite3_bind_int64 (statement, SINCE, query->filter->since);
  sqlite3_bind_int64 (statement, UNTIL, query->filter->until);
  bind_text (statement, OPERATOR, query->filter->operator);
  bind_text (statement, CREDENTIAL, query->filter->credential_id);
  bind_text (statement, USER, query->filter->user_id);
}

/* Returns: (nullable): a statement for the @columns of up to @n_rows entries, newest first */
LanyardStatement *
lanyard_journal_query_prepare (sqlite3                 *db,
                               const LanyardEntryQuery *query,
                               const char              *columns,
                               guint                    n_rows,
                               GError                 **error)
{
  g_autofree char *sql = write_sql (query, columns);
  LanyardStatement *statement = lanyard_sql_prepare (db, sql, error);

  if (statement != NULL)
    bind (statement, query, n_rows);

  return statement;
}
