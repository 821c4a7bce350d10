/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's SQLite file: its schema and its statements. */
#include "lanyard-journal-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "lanyard-entry-private.h"

#define SCHEMA_VERSION 1

static const char schema[] =
  "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, begun_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,"
  " operation INTEGER NOT NULL, outcome INTEGER NOT NULL, undo_of INTEGER NOT NULL, undone_by INTEGER NOT NULL,"
  " error_code INTEGER NOT NULL, workspace_id TEXT, credential_id TEXT, credential_label TEXT, system_id TEXT,"
  " from_id TEXT, from_label TEXT, to_id TEXT, to_label TEXT, message TEXT, request_id TEXT);"
  "CREATE INDEX entry_open ON entry (workspace_id, outcome);"
  "PRAGMA user_version = 1;";

static gboolean
fail (sqlite3 *db,
      GError **error)
{
  int code = sqlite3_errcode (db);

  g_set_error_literal (error, LANYARD_JOURNAL_ERROR,
                       code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? LANYARD_JOURNAL_ERROR_CORRUPT
                                                                       : LANYARD_JOURNAL_ERROR_UNWRITABLE,
                       sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
run (sqlite3    *db,
     const char *sql,
     GError    **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || fail (db, error);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql,
         GError    **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (db, error);
  return statement;
}

static gboolean
step_done (sqlite3      *db,
           sqlite3_stmt *statement,
           GError      **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE || fail (db, error);

  sqlite3_finalize (statement);
  return done;
}

/* Made by us, so that it is nobody else's to read from the beginning; SQLite gives its side files the same mode. */
static gboolean
make_private (const char *path,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE, "%s", g_strerror (errno));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static gboolean
migrate (sqlite3 *db,
         GError **error)
{
  sqlite3_stmt *statement = prepare (db, "PRAGMA user_version", error);
  int version;

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      fail (db, error);
      sqlite3_finalize (statement);
      return FALSE;
    }
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  if (version > SCHEMA_VERSION)
    {
      g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER,
                           "The journal was written by a newer Lanyard");
      return FALSE;
    }
  /* Before the journal mode, which writes: one from the future stays as it was. */
  if (!run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error))
    return FALSE;
  return version > 0 || (run (db, "BEGIN IMMEDIATE", error) && run (db, schema, error) && run (db, "COMMIT", error));
}

static gboolean
is_sound (sqlite3 *db,
          GError **error)
{
  sqlite3_stmt *statement = prepare (db, "PRAGMA quick_check (1)", error);
  gboolean sound;

  if (statement == NULL)
    return FALSE;
  sound = sqlite3_step (statement) == SQLITE_ROW
          && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  if (!sound)
    g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT, "The journal is damaged");
  return sound;
}

static void
set_aside (const char *path,
           GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (path, ".damaged-", stamp, suffixes[i], NULL);

      if (g_rename (from, to) == 0 && i == 0)
        g_prefix_error (error, "Set aside as %s: ", to);
    }
}

/* Opens the file at @path (NULL: in memory), making it when it isn't there. A damaged one is renamed, not deleted. */
sqlite3 *
lanyard_journal_file_open (const char *path,
                           GError    **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3 *db = NULL;

  if (path != NULL && !make_private (path, error))
    return NULL;
  if (sqlite3_open_v2 (path != NULL ? path : ":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL)
        != SQLITE_OK)
    fail (db, &local);
  else
    {
      sqlite3_busy_timeout (db, 2000);
      if (is_sound (db, &local) && migrate (db, &local))
        return db;
    }
  sqlite3_close (db);
  if (path != NULL && g_error_matches (local, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT))
    set_aside (path, &local);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
bind_text (sqlite3_stmt *statement,
           int           position,
           const char   *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

/* Writes a pending @entry. Returns its id, or 0. */
gint64
lanyard_journal_file_insert (sqlite3      *db,
                             LanyardEntry *entry,
                             GError      **error)
{
  sqlite3_stmt *statement =
    prepare (db, "INSERT INTO entry (begun_at, closed_at, operation, outcome, undo_of, undone_by, error_code,"
                 " workspace_id, credential_id, credential_label, system_id, from_id, from_label, to_id, to_label)"
                 " VALUES (?, 0, ?, 0, ?, 0, -1, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_begun_at (entry));
  sqlite3_bind_int (statement, 2, lanyard_entry_get_operation (entry));
  sqlite3_bind_int64 (statement, 3, lanyard_entry_get_undo_of (entry));
  bind_text (statement, 4, lanyard_entry_get_workspace_id (entry));
  bind_text (statement, 5, lanyard_entry_get_credential_id (entry));
  bind_text (statement, 6, lanyard_entry_get_credential_label (entry));
  bind_text (statement, 7, lanyard_entry_get_system_id (entry));
  bind_text (statement, 8, lanyard_entry_get_from_id (entry));
  bind_text (statement, 9, lanyard_entry_get_from_label (entry));
  bind_text (statement, 10, lanyard_entry_get_to_id (entry));
  bind_text (statement, 11, lanyard_entry_get_to_label (entry));
  return step_done (db, statement, error) ? sqlite3_last_insert_rowid (db) : 0;
}

static gboolean
mark_undone (sqlite3      *db,
             LanyardEntry *entry,
             GError      **error)
{
  sqlite3_stmt *statement = prepare (db, "UPDATE entry SET undone_by = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, lanyard_entry_get_id (entry));
  sqlite3_bind_int64 (statement, 2, lanyard_entry_get_undo_of (entry));
  return step_done (db, statement, error);
}

gboolean
lanyard_journal_file_close (sqlite3       *db,
                            LanyardEntry  *entry,
                            LanyardOutcome outcome,
                            gint64         closed_at,
                            int            error_code,
                            const char    *message,
                            const char    *request_id,
                            GError       **error)
{
  sqlite3_stmt *statement = prepare (db, "UPDATE entry SET outcome = ?, closed_at = ?, error_code = ?, message = ?,"
                                         " request_id = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, outcome);
  sqlite3_bind_int64 (statement, 2, closed_at);
  sqlite3_bind_int (statement, 3, error_code);
  bind_text (statement, 4, message);
  bind_text (statement, 5, request_id);
  sqlite3_bind_int64 (statement, 6, lanyard_entry_get_id (entry));
  if (!step_done (db, statement, error))
    return FALSE;
  return outcome != LANYARD_OUTCOME_DONE || lanyard_entry_get_undo_of (entry) == 0 || mark_undone (db, entry, error);
}

static LanyardEntry *
read_row (sqlite3_stmt *row)
{
#define TEXT(i) ((const char *) sqlite3_column_text (row, i))
  LanyardEntry *entry =
    g_object_new (LANYARD_TYPE_ENTRY, "begun-at", (gint64) sqlite3_column_int64 (row, 1),
                  "operation", sqlite3_column_int (row, 3), "undo-of", (gint64) sqlite3_column_int64 (row, 5),
                  "workspace-id", TEXT (8), "credential-id", TEXT (9), "credential-label", TEXT (10),
                  "system-id", TEXT (11), "from-id", TEXT (12), "from-label", TEXT (13), "to-id", TEXT (14),
                  "to-label", TEXT (15), NULL);

  lanyard_entry_set_id (entry, sqlite3_column_int64 (row, 0));
  lanyard_entry_set_undone_by (entry, sqlite3_column_int64 (row, 6));
  lanyard_entry_set_outcome (entry, sqlite3_column_int (row, 4), sqlite3_column_int64 (row, 2),
                             sqlite3_column_int (row, 7), TEXT (16), TEXT (17));
  return entry;
#undef TEXT
}

/* Newest first; @search, where given, has to stand in one of the labels. (element-type LanyardEntry) */
GPtrArray *
lanyard_journal_file_list (sqlite3    *db,
                           const char *workspace_id,
                           const char *search,
                           gint64      before,
                           guint       limit,
                           gboolean    open_only,
                           GError    **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement =
    prepare (db, "SELECT * FROM entry WHERE workspace_id = ?1 AND (?2 = 0 OR id < ?2) AND (?3 = 0 OR outcome IN (0, 4))"
                 " AND (?4 IS NULL OR instr (lower (ifnull (credential_label, '') || char (10) || ifnull (from_label, '')"
                 " || char (10) || ifnull (to_label, '')), lower (?4))) ORDER BY id DESC LIMIT ?5", error);
  int code;

  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, workspace_id);
  sqlite3_bind_int64 (statement, 2, before);
  sqlite3_bind_int (statement, 3, open_only);
  bind_text (statement, 4, search);
  sqlite3_bind_int64 (statement, 5, limit > 0 ? (gint64) limit : -1);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, read_row (statement));
  if (code != SQLITE_DONE)
    fail (db, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&entries) : NULL;
}

gboolean
lanyard_journal_file_prune (sqlite3 *db,
                            gint64   before,
                            GError **error)
{
  sqlite3_stmt *statement = prepare (db, "DELETE FROM entry WHERE closed_at > 0 AND begun_at < ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, before);
  return step_done (db, statement, error);
}
