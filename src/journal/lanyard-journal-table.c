/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one table: writing entries, closing them, finding them again. */
#include "lanyard-journal-table.h"

#include "lanyard-entry-private.h"
#include "lanyard-entry-words.h"
#include "lanyard-holder.h"
#include "lanyard-journal-schema.h"
#include "lanyard-journal-sql.h"

/* Whoever can be named in it, if it is about who has a credential; what is no JSON names nobody. */
#define NAME_IN(column) "iif (json_valid (" column "), " column " ->> '" LANYARD_HOLDER_NAME "', NULL)"

/* The order in which read_row() finds them. The last is what a search goes through, where there is one. */
#define COLUMNS "id, begun_at, closed_at, kind, outcome, is_sent, error_code, batch, undo_of, undone_by," \
                " workspace_id, subject_type, subject_id, subject_name, system_id," \
                " iif (json_valid (before), before, NULL), iif (json_valid (after), after, NULL)," \
                " message, request_id, operator, first_id," \
                " CASE WHEN ?5 THEN printf ('%s\n%s\n%s\n%s\n%s\n%s\n%s', subject_name, " NAME_IN ("before") "," \
                " " NAME_IN ("after") ", message, request_id, subject_id, operator) END"

/* Of the columns. */
enum
{
  ID,
  BEGUN_AT,
  CLOSED_AT,
  KIND,
  OUTCOME,
  IS_SENT,
  ERROR_CODE,
  BATCH,
  UNDO_OF,
  UNDONE_BY,
  WORKSPACE_ID, /* from here on texts */
  SUBJECT_TYPE,
  SUBJECT_ID,
  SUBJECT_NAME,
  SYSTEM_ID,
  BEFORE,
  AFTER,
  MESSAGE,
  REQUEST_ID,
  OPERATOR,
  FIRST_ID,
  SOUGHT,
};

void
lanyard_closing_copy (LanyardClosing       *to,
                      const LanyardClosing *from)
{
  *to = *from;
  to->message = g_strdup (from->message);
  to->request_id = g_strdup (from->request_id);
}

void
lanyard_closing_clear (LanyardClosing *closing)
{
  g_clear_pointer (&closing->message, g_free);
  g_clear_pointer (&closing->request_id, g_free);
}

static void
bind_text (LanyardStatement *statement,
           int               position,
           const char       *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

/* Whether the file has the table as it should be. */
gboolean
lanyard_journal_table_check (sqlite3 *db,
                             GError **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_sql_prepare (db, "SELECT " COLUMNS " FROM entry", error);

  if (statement == NULL && sqlite3_errcode (db) == SQLITE_ERROR)
    {
      g_clear_error (error);
      lanyard_sql_fail_as_foreign (error);
    }
  return statement != NULL;
}

/* Writes an @entry that is not sent: it is pending yet, or done without a server. Returns its id, or 0. */
gint64
lanyard_journal_table_insert (sqlite3      *db,
                              LanyardEntry *entry,
                              GError      **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "INSERT INTO entry (begun_at, closed_at, kind, outcome, is_sent, error_code, batch,"
                             " undo_of, undone_by, workspace_id, subject_type, subject_id, subject_name, system_id,"
                             " before, after, operator, first_id)"
                             " VALUES (?, ?, ?, ?, 0, -1, nullif (?, 0), ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_begun_at (entry));
  sqlite3_bind_int64 (statement, 2, lanyard_entry_get_closed_at (entry));
  bind_text (statement, 3, lanyard_operation_get_nick (lanyard_entry_get_operation (entry)));
  sqlite3_bind_int (statement, 4, (int) lanyard_entry_get_outcome (entry));
  sqlite3_bind_int64 (statement, 5, lanyard_entry_get_batch (entry));
  sqlite3_bind_int64 (statement, 6, lanyard_entry_get_undo_of (entry));
  bind_text (statement, 7, lanyard_entry_get_workspace_id (entry));
  bind_text (statement, 8, lanyard_entry_get_subject_type (entry));
  bind_text (statement, 9, lanyard_entry_get_subject_id (entry));
  bind_text (statement, 10, lanyard_entry_get_subject_name (entry));
  bind_text (statement, 11, lanyard_entry_get_system_id (entry));
  bind_text (statement, 12, lanyard_entry_get_before (entry));
  bind_text (statement, 13, lanyard_entry_get_after (entry));
  bind_text (statement, 14, lanyard_entry_get_operator (entry));
  bind_text (statement, 15, lanyard_entry_get_first_id (entry));
  return lanyard_sql_step (db, statement, error) ? sqlite3_last_insert_rowid (db) : 0;
}

static gboolean
set_outcome (sqlite3              *db,
             LanyardEntry         *entry,
             const LanyardClosing *closing,
             GError              **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "UPDATE entry SET outcome = ?, closed_at = ?, error_code = ?, is_sent = ?, message = ?,"
                             " request_id = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) closing->outcome);
  sqlite3_bind_int64 (statement, 2, closing->closed_at);
  sqlite3_bind_int (statement, 3, closing->error_code);
  sqlite3_bind_int (statement, 4, closing->is_sent);
  bind_text (statement, 5, closing->message);
  bind_text (statement, 6, closing->request_id);
  sqlite3_bind_int64 (statement, 7, lanyard_entry_get_id (entry));
  return lanyard_sql_step (db, statement, error);
}

/* From now on @entry may have been sent. */
gboolean
lanyard_journal_table_send (sqlite3      *db,
                            LanyardEntry *entry,
                            GError      **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "UPDATE entry SET is_sent = 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_id (entry));
  return lanyard_sql_step (db, statement, error);
}

static gboolean
mark_undone (sqlite3      *db,
             LanyardEntry *entry,
             GError      **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "UPDATE entry SET undone_by = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_id (entry));
  sqlite3_bind_int64 (statement, 2, lanyard_entry_get_undo_of (entry));
  return lanyard_sql_step (db, statement, error);
}

/* Closes @entry, and with it what it takes back. */
gboolean
lanyard_journal_table_close (sqlite3              *db,
                             LanyardEntry         *entry,
                             const LanyardClosing *closing,
                             GError              **error)
{
  gboolean undoes = closing->outcome == LANYARD_OUTCOME_DONE && lanyard_entry_get_undo_of (entry) != 0;

  return set_outcome (db, entry, closing, error) && (!undoes || mark_undone (db, entry, error));
}

/* --- Reading --- */

static char *
dup_text (LanyardStatement *row,
          int               column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
has_words (LanyardStatement   *row,
           const char * const *words)
{
  g_autofree char *sought = words != NULL ? dup_text (row, SOUGHT) : NULL;

  return words == NULL || lanyard_entry_words_are_in (words, sought != NULL ? sought : "");
}

/* What this Lanyard would not have written is read as what comes closest. */
static LanyardOperation
read_kind (LanyardStatement *row,
           const char       *before,
           const char       *after)
{
  LanyardOperation operation;
  g_autofree char *from = NULL, *from_name = NULL, *to = NULL, *to_name = NULL;

  if (lanyard_operation_from_nick ((const char *) sqlite3_column_text (row, KIND), &operation))
    return operation;
  lanyard_holder_read (before, &from, &from_name);
  lanyard_holder_read (after, &to, &to_name);
  return lanyard_operation_from_holders (from, to);
}

static LanyardOutcome
read_outcome (LanyardStatement *row,
              LanyardOperation  operation)
{
  int outcome = sqlite3_column_int (row, OUTCOME);

  if (operation == LANYARD_OPERATION_LOSE || operation == LANYARD_OPERATION_FIND)
    return LANYARD_OUTCOME_DONE;
  return outcome >= LANYARD_OUTCOME_PENDING && outcome <= LANYARD_OUTCOME_UNKNOWN ? (LanyardOutcome) outcome
                                                                                  : LANYARD_OUTCOME_UNKNOWN;
}

static gint64
read_positive (LanyardStatement *row,
               int               column)
{
  return MAX (0, (gint64) sqlite3_column_int64 (row, column));
}

static LanyardEntry *
read_row (LanyardStatement *row)
{
  char *texts[SOUGHT] = { NULL, };
  LanyardEntry *entry;

  for (int i = WORKSPACE_ID; i < SOUGHT; i++)
    texts[i] = dup_text (row, i);
  entry = g_object_new (LANYARD_TYPE_ENTRY,
                        "begun-at", read_positive (row, BEGUN_AT),
                        "operation", read_kind (row, texts[BEFORE], texts[AFTER]),
                        "batch", read_positive (row, BATCH),
                        "undo-of", read_positive (row, UNDO_OF),
                        "workspace-id", texts[WORKSPACE_ID], "subject-type", texts[SUBJECT_TYPE],
                        "subject-id", texts[SUBJECT_ID], "subject-name", texts[SUBJECT_NAME],
                        "system-id", texts[SYSTEM_ID], "before", texts[BEFORE], "after", texts[AFTER],
                        "operator", texts[OPERATOR], "first-id", texts[FIRST_ID], NULL);
  lanyard_entry_set_id (entry, sqlite3_column_int64 (row, ID));
  lanyard_entry_set_undone_by (entry, read_positive (row, UNDONE_BY));
  lanyard_entry_set_outcome (entry, read_outcome (row, lanyard_entry_get_operation (entry)), read_positive (row, CLOSED_AT),
                             MAX (-1, sqlite3_column_int (row, ERROR_CODE)), texts[MESSAGE], texts[REQUEST_ID]);
  lanyard_entry_set_is_sent (entry, sqlite3_column_int (row, IS_SENT) != 0);
  for (int i = WORKSPACE_ID; i < SOUGHT; i++)
    g_free (texts[i]);
  return entry;
}

/* Looks at up to @n_rows rows, newest first, appends those that match to @entries, and moves @query on for the
 * next call. (element-type LanyardEntry) */
gboolean
lanyard_journal_table_list (sqlite3           *db,
                            LanyardEntryQuery *query,
                            guint              n_rows,
                            GPtrArray         *entries,
                            gboolean          *at_end,
                            GError           **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_journal_query_prepare (db, query, COLUMNS, n_rows, error);
  guint n_seen = 0;
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      n_seen++;
      query->before = sqlite3_column_int64 (statement, ID);
      if (has_words (statement, (const char * const *) query->words))
        g_ptr_array_add (entries, read_row (statement));
      if (entries->len == query->n_wanted)
        break;
    }
  *at_end = n_seen < n_rows || entries->len == query->n_wanted;
  return code == SQLITE_ROW || code == SQLITE_DONE || lanyard_sql_fail (db, error);
}

/* Appends the names of those who did something in @workspace_id to @names. (element-type utf8) */
gboolean
lanyard_journal_table_list_operators (sqlite3    *db,
                                      const char *workspace_id,
                                      GPtrArray  *names,
                                      GError    **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "SELECT DISTINCT operator FROM entry WHERE +workspace_id = ? AND operator > ''"
                             " ORDER BY operator", error);
  int code;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, workspace_id);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (names, dup_text (statement, 0));
  return code == SQLITE_DONE || lanyard_sql_fail (db, error);
}

static gboolean
delete_old (sqlite3 *db,
            gint64   before,
            GError **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "DELETE FROM entry WHERE outcome NOT IN (0, 4) AND begun_at < ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, before);
  return lanyard_sql_step (db, statement, error);
}

/* Deletes what was begun before @before, but for what is yet to be found out. */
gboolean
lanyard_journal_table_prune (sqlite3 *db,
                             gint64   before,
                             GError **error)
{
  gboolean done = lanyard_journal_schema_begin (db, error) && delete_old (db, before, error);

  return lanyard_sql_end (db, done, error);
}
