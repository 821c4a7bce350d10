/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the journal's tables, and the way from each to the next.
 *
 * An entry has its kind as a word, and what it changes of its record as JSON, so that a new kind needs no new column.
 * It needs a version all the same, one with nothing to do: an older Lanyard, which would not know what such an entry
 * says, then leaves the file alone. */
#include "lanyard-journal-schema.h"

#include "lanyard-holder.h"
#include "lanyard-journal-sql.h"

/* From each version to the next one; the first makes it. */
static const char * const migrations[] = {
  "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, begun_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,"
  " operation INTEGER NOT NULL, outcome INTEGER NOT NULL, undo_of INTEGER NOT NULL, undone_by INTEGER NOT NULL,"
  " error_code INTEGER NOT NULL, workspace_id TEXT, credential_id TEXT, credential_label TEXT, system_id TEXT,"
  " from_id TEXT, from_label TEXT, to_id TEXT, to_label TEXT, message TEXT, request_id TEXT);"
  "CREATE INDEX entry_open ON entry (workspace_id, outcome)",

  "ALTER TABLE entry ADD COLUMN operator TEXT;"
  "CREATE INDEX entry_credential ON entry (credential_id)",

  /* Until then, what was not sent had its error code mirrored below -2: codes of the server's end at 100, those of
   * Lanyard's own go from 1000 to 1100. An operation that is none is what comes closest. Numbers are never given
   * twice, so the highest is kept. */
  "DROP INDEX IF EXISTS entry_open;"
  "DROP INDEX IF EXISTS entry_credential;"
  "ALTER TABLE entry RENAME TO old_entry;"
  "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, begun_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,"
  " kind TEXT NOT NULL, outcome INTEGER NOT NULL, is_sent INTEGER NOT NULL, error_code INTEGER NOT NULL,"
  " batch INTEGER, undo_of INTEGER NOT NULL, undone_by INTEGER NOT NULL, workspace_id TEXT, subject_type TEXT,"
  " subject_id TEXT, subject_name TEXT, system_id TEXT, before TEXT, after TEXT, message TEXT, request_id TEXT,"
  " operator TEXT);"
  "UPDATE sqlite_sequence SET name = 'entry' WHERE name = 'old_entry';"
  "INSERT INTO entry SELECT id, begun_at, closed_at,"
  " CASE CAST (operation AS INTEGER) WHEN 0 THEN 'assign' WHEN 1 THEN 'unassign' WHEN 2 THEN 'move'"
  " ELSE iif (to_id IS NULL, 'unassign', iif (from_id IS NULL, 'assign', 'move')) END,"
  " outcome,"
  " NOT (error_code BETWEEN -102 AND -2 OR error_code BETWEEN -1102 AND -1003),"
  " iif (error_code BETWEEN -102 AND -2 OR error_code BETWEEN -1102 AND -1003, -3 - error_code, max (-1, error_code)),"
  " NULL, undo_of, undone_by, workspace_id, 'credential', credential_id, credential_label, system_id,"
  " holder (from_id, from_label), holder (to_id, to_label), message, request_id, operator FROM old_entry ORDER BY id;"
  "DROP TABLE old_entry;"
  "CREATE INDEX entry_open ON entry (workspace_id, outcome);"
  "CREATE INDEX entry_subject ON entry (subject_id);"
  /* A Lanyard of the version before may still have the file open. It can begin nothing more, as there is no such column
   * as it has the operation in. What it has begun it goes on with: that it sends it, and what came of it, are writes
   * that succeed, with an error code as it was until then. */
  "CREATE TRIGGER entry_by_version_2 AFTER UPDATE OF error_code ON entry"
  " WHEN NEW.outcome = 0 OR NEW.error_code BETWEEN -102 AND -2 OR NEW.error_code BETWEEN -1102 AND -1003"
  " BEGIN"
  " UPDATE entry SET is_sent = NEW.error_code >= -1, error_code = iif (NEW.error_code >= -1, NEW.error_code,"
  " -3 - NEW.error_code) WHERE id = NEW.id;"
  " END",

  /* For the history of a user, and for what is in a batch; the history of a credential has its index. What somebody
   * did, or what was done on a day, is found soon enough by going through all: an index would make the file half as
   * large again. */
  "CREATE INDEX IF NOT EXISTS entry_before ON entry (" LANYARD_JOURNAL_HOLDER_IN ("before") ")"
  " WHERE " LANYARD_JOURNAL_HOLDER_IN ("before") " IS NOT NULL;"
  "CREATE INDEX IF NOT EXISTS entry_after ON entry (" LANYARD_JOURNAL_HOLDER_IN ("after") ")"
  " WHERE " LANYARD_JOURNAL_HOLDER_IN ("after") " IS NOT NULL;"
  "CREATE INDEX IF NOT EXISTS entry_batch ON entry (batch) WHERE batch IS NOT NULL",

  /* What was lost is no change of anything at Seam: it is not sent, and lasts longer than the activity. */
  "CREATE TABLE IF NOT EXISTS mark (workspace_id TEXT NOT NULL, credential_id TEXT NOT NULL, lost_at INTEGER NOT NULL,"
  " lost_by TEXT, found_at INTEGER NOT NULL, found_by TEXT, PRIMARY KEY (workspace_id, credential_id)) WITHOUT ROWID",

  /* The kinds suspend and restore, of users. */
  "",

  /* Which record of the same batch comes first: no entry, as what failed is tried again in a new one. And the kinds lose
   * and find, of credentials. */
  "ALTER TABLE entry ADD COLUMN first_id TEXT",
};

#define SCHEMA_VERSION ((gint64) G_N_ELEMENTS (migrations))

static gboolean
read_version (sqlite3 *db,
              gint64  *version,
              GError **error)
{
  if (!lanyard_sql_read_int (db, "PRAGMA user_version", version, error))
    return FALSE;
  if (*version > SCHEMA_VERSION)
    g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER,
                         "The journal was written by a newer Lanyard");
  else if (*version < 0)
    lanyard_sql_fail_as_foreign (error);
  return *version >= 0 && *version <= SCHEMA_VERSION;
}

/* Whether this Lanyard knows the version of the file. */
gboolean
lanyard_journal_schema_check_version (sqlite3 *db,
                                      GError **error)
{
  gint64 version;

  return read_version (db, &version, error);
}

/* Begins to write to the file, which a newer Lanyard may have brought to its own version since it was opened. To be
 * ended with lanyard_sql_end(), also when it fails. */
gboolean
lanyard_journal_schema_begin (sqlite3 *db,
                              GError **error)
{
  return lanyard_sql_run (db, "BEGIN IMMEDIATE", error) && lanyard_journal_schema_check_version (db, error);
}

/* An empty file becomes a journal; one with somebody else's tables doesn't. */
gboolean
lanyard_journal_schema_check_purpose (sqlite3 *db,
                                      GError **error)
{
  gint64 version, n_tables, n_ours;

  if (!read_version (db, &version, error)
      || !lanyard_sql_read_int (db, "SELECT count (*) FROM sqlite_schema", &n_tables, error)
      || !lanyard_sql_read_int (db, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'entry'",
                                &n_ours, error))
    return FALSE;
  return (version == 0 ? n_tables == 0 : n_ours == 1) || lanyard_sql_fail_as_foreign (error);
}

static char *
dup_text (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* The function holder (id, name) of the migrations. */
static void
write_holder (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  g_autofree char *id = dup_text (values[0]);
  g_autofree char *name = dup_text (values[1]);

  sqlite3_result_text (context, lanyard_holder_write (id, name), -1, g_free);
}

/* What is not as its version has it was not made by any Lanyard. */
static gboolean
run_migration (sqlite3    *db,
               const char *sql,
               GError    **error)
{
  if (lanyard_sql_run (db, sql, NULL))
    return TRUE;
  switch (sqlite3_errcode (db))
    {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return lanyard_sql_fail_as_foreign (error);
    default:
      return lanyard_sql_fail (db, error);
    }
}

/* Another process may have done it since the version was read first. */
static gboolean
migrate_within (sqlite3 *db,
                GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, SCHEMA_VERSION);
  gint64 version;

  if (!read_version (db, &version, error))
    return FALSE;
  for (gint64 i = version; i < SCHEMA_VERSION; i++)
    if (!run_migration (db, migrations[i], error))
      return FALSE;
  return lanyard_sql_run (db, set_version, error);
}

/* Brings the file to the newest version: wholly or not at all. Also shows whether it can be written at all, since the
 * version is set each time. */
gboolean
lanyard_journal_schema_migrate (sqlite3 *db,
                                GError **error)
{
  gboolean done;

  sqlite3_create_function_v2 (db, "holder", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                              write_holder, NULL, NULL, NULL);
  done = lanyard_sql_run (db, "BEGIN IMMEDIATE", error) && migrate_within (db, error);
  return lanyard_sql_end (db, done, error);
}
