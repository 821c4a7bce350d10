/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one table: writing entries, closing them, finding them again. */
#include "lanyard-journal-table.h"

#include <string.h>

#include "lanyard-entry-private.h"
#include "lanyard-journal-sql.h"

/* The order in which read_row() finds them. */
#define COLUMNS "id, begun_at, closed_at, operation, outcome, undo_of, undone_by, error_code, workspace_id," \
                " credential_id, credential_label, system_id, from_id, from_label, to_id, to_label, message," \
                " request_id, operator"

/* An entry that was not sent has its error code mirrored below this, where no code of its own is: for older files, and
 * older programs, everything is sent. */
#define NOT_SENT (-2)

static int
write_code (int      code,
            gboolean is_sent)
{
  return is_sent ? code : NOT_SENT - 1 - code;
}

/* What this Lanyard would not have written is no code, and may have been sent. */
static int
read_code (int       stored,
           gboolean *is_sent)
{
  int code = NOT_SENT - 1 - stored;

  *is_sent = stored > NOT_SENT || (code >= 100 && code < LANYARD_ENTRY_OWN_REASONS)
             || code >= LANYARD_ENTRY_OWN_REASONS + 100;
  return *is_sent ? MAX (-1, stored) : code;
}

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
      g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT, "The file is not a journal");
    }
  return statement != NULL;
}

/* Writes a pending @entry that is yet to be sent. Returns its id, or 0. */
gint64
lanyard_journal_table_insert (sqlite3      *db,
                              LanyardEntry *entry,
                              GError      **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "INSERT INTO entry (begun_at, closed_at, operation, outcome, undo_of, undone_by, error_code,"
                             " workspace_id, credential_id, credential_label, system_id, from_id, from_label, to_id,"
                             " to_label, operator) VALUES (?, 0, ?, 0, ?, 0, -2, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_begun_at (entry));
  sqlite3_bind_int (statement, 2, (int) lanyard_entry_get_operation (entry));
  sqlite3_bind_int64 (statement, 3, lanyard_entry_get_undo_of (entry));
  bind_text (statement, 4, lanyard_entry_get_workspace_id (entry));
  bind_text (statement, 5, lanyard_entry_get_credential_id (entry));
  bind_text (statement, 6, lanyard_entry_get_credential_label (entry));
  bind_text (statement, 7, lanyard_entry_get_system_id (entry));
  bind_text (statement, 8, lanyard_entry_get_from_id (entry));
  bind_text (statement, 9, lanyard_entry_get_from_label (entry));
  bind_text (statement, 10, lanyard_entry_get_to_id (entry));
  bind_text (statement, 11, lanyard_entry_get_to_label (entry));
  bind_text (statement, 12, lanyard_entry_get_operator (entry));
  return lanyard_sql_step (db, statement, error) ? sqlite3_last_insert_rowid (db) : 0;
}

static gboolean
set_outcome (sqlite3              *db,
             LanyardEntry         *entry,
             const LanyardClosing *closing,
             GError              **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "UPDATE entry SET outcome = ?, closed_at = ?, error_code = ?, message = ?, request_id = ?"
                             " WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) closing->outcome);
  sqlite3_bind_int64 (statement, 2, closing->closed_at);
  sqlite3_bind_int (statement, 3, write_code (closing->error_code, closing->is_sent));
  bind_text (statement, 4, closing->message);
  bind_text (statement, 5, closing->request_id);
  sqlite3_bind_int64 (statement, 6, lanyard_entry_get_id (entry));
  return lanyard_sql_step (db, statement, error);
}

/* From now on @entry may have been sent. */
gboolean
lanyard_journal_table_send (sqlite3      *db,
                            LanyardEntry *entry,
                            GError      **error)
{
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "UPDATE entry SET error_code = -1 WHERE id = ?", error);

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

/* Closes @entry, and with it what it takes back: both or neither. */
gboolean
lanyard_journal_table_close (sqlite3              *db,
                             LanyardEntry         *entry,
                             const LanyardClosing *closing,
                             GError              **error)
{
  gboolean undoes = closing->outcome == LANYARD_OUTCOME_DONE && lanyard_entry_get_undo_of (entry) != 0;

  if (lanyard_sql_run (db, "BEGIN IMMEDIATE", error)
      && set_outcome (db, entry, closing, error)
      && (!undoes || mark_undone (db, entry, error))
      && lanyard_sql_run (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    lanyard_sql_run (db, "ROLLBACK", NULL);
  return FALSE;
}

/* --- Reading --- */

/* Case-folded, decomposed, without marks. */
static void
append_folded (GString    *folded,
               const char *text)
{
  g_autofree char *cased = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *decomposed = cased != NULL ? g_utf8_normalize (cased, -1, G_NORMALIZE_ALL) : NULL;

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  g_string_append_c (folded, '\n');
}

/* The folded words of @search, each of which an entry has to have; NULL when there are none. */
GStrv
lanyard_journal_search_words (const char *search)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) found = NULL;

  append_folded (folded, search);
  parts = g_strsplit_set (folded->str, " \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  found = g_strv_builder_end (words);
  return *found != NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
has_words (LanyardEntry       *entry,
           const char * const *words)
{
  const char *texts[] = {
    lanyard_entry_get_credential_label (entry), lanyard_entry_get_from_label (entry),
    lanyard_entry_get_to_label (entry), lanyard_entry_get_message (entry), lanyard_entry_get_request_id (entry),
    lanyard_entry_get_credential_id (entry), lanyard_entry_get_operator (entry),
  };
  g_autoptr (GString) key = NULL;

  if (words == NULL)
    return TRUE;
  key = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append_folded (key, texts[i]);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key->str, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What this Lanyard would not have written is read as what comes closest. */
static LanyardOperation
read_operation (LanyardStatement *row)
{
  int operation = sqlite3_column_int (row, 3);

  if (operation >= LANYARD_OPERATION_ASSIGN && operation <= LANYARD_OPERATION_MOVE)
    return (LanyardOperation) operation;
  if (sqlite3_column_type (row, 14) == SQLITE_NULL)
    return LANYARD_OPERATION_UNASSIGN;
  return sqlite3_column_type (row, 12) == SQLITE_NULL ? LANYARD_OPERATION_ASSIGN : LANYARD_OPERATION_MOVE;
}

static LanyardOutcome
read_outcome (LanyardStatement *row)
{
  int outcome = sqlite3_column_int (row, 4);

  return outcome >= LANYARD_OUTCOME_PENDING && outcome <= LANYARD_OUTCOME_UNKNOWN ? (LanyardOutcome) outcome
                                                                                  : LANYARD_OUTCOME_UNKNOWN;
}

static LanyardEntry *
read_row (LanyardStatement *row)
{
  static const int columns[] = { 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 };
  char *texts[G_N_ELEMENTS (columns)] = { NULL, };
  gboolean is_sent;
  int code = read_code (MAX (-G_MAXINT / 2, sqlite3_column_int (row, 7)), &is_sent);
  LanyardEntry *entry;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (sqlite3_column_type (row, columns[i]) != SQLITE_NULL)
      texts[i] = g_utf8_make_valid ((const char *) sqlite3_column_text (row, columns[i]), -1);
  entry = g_object_new (LANYARD_TYPE_ENTRY,
                        "begun-at", MAX (0, (gint64) sqlite3_column_int64 (row, 1)),
                        "operation", read_operation (row),
                        "undo-of", MAX (0, (gint64) sqlite3_column_int64 (row, 5)),
                        "workspace-id", texts[0], "credential-id", texts[1], "credential-label", texts[2],
                        "system-id", texts[3], "from-id", texts[4], "from-label", texts[5], "to-id", texts[6],
                        "to-label", texts[7], "operator", texts[10], NULL);
  lanyard_entry_set_id (entry, sqlite3_column_int64 (row, 0));
  lanyard_entry_set_undone_by (entry, MAX (0, (gint64) sqlite3_column_int64 (row, 6)));
  lanyard_entry_set_outcome (entry, read_outcome (row), MAX (0, (gint64) sqlite3_column_int64 (row, 2)),
                             code, texts[8], texts[9]);
  lanyard_entry_set_is_sent (entry, is_sent);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
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
  g_autoptr (LanyardStatement) statement =
    lanyard_sql_prepare (db, "SELECT " COLUMNS " FROM entry WHERE (?1 IS NULL OR workspace_id = ?1)"
                             " AND (?2 = 0 OR id < ?2) AND (?3 < 0 OR ((outcome = 4 OR (outcome = 0 AND id <= ?3))"
                             " AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.id > entry.id"
                             " AND later.credential_id = entry.credential_id"
                             " AND later.workspace_id = entry.workspace_id AND later.outcome <> 2"
                             " AND (later.outcome <> 0 OR later.error_code > -2))))"
                             " ORDER BY id DESC LIMIT ?4", error);
  guint n_seen = 0;
  int code;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, query->workspace_id);
  sqlite3_bind_int64 (statement, 2, query->before);
  sqlite3_bind_int64 (statement, 3, query->open_up_to);
  sqlite3_bind_int64 (statement, 4, n_rows);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr (LanyardEntry) entry = read_row (statement);

      n_seen++;
      query->before = sqlite3_column_int64 (statement, 0);
      if (has_words (entry, (const char * const *) query->words))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
      if (entries->len == query->n_wanted)
        break;
    }
  *at_end = n_seen < n_rows || entries->len == query->n_wanted;
  return code == SQLITE_ROW || code == SQLITE_DONE || lanyard_sql_fail (db, error);
}

/* Deletes what was begun before @before, but for what is yet to be found out. */
gboolean
lanyard_journal_table_prune (sqlite3 *db,
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
