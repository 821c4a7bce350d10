/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's file: made private, checked; a damaged one set aside.
 *
 * Two processes may have it open, such as a workspace from the environment beside the saved one. Each holds a shared
 * lock beside the file, for as long as it runs. Whoever can have that lock alone knows that what is still pending was
 * begun by processes that have ended, and may set a damaged file aside. */
#include "lanyard-journal-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "lanyard-journal-schema.h"
#include "lanyard-journal-sql.h"
#include "lanyard-journal-table.h"

#define BUSY_TIMEOUT 2000 /* milliseconds */
#define LOCK_TRIES 10
#define LOCK_WAIT 20000 /* microseconds */
#define MIN_FREE 64 /* pages; what is less is used up soon enough */

static void
fail_to_make (int      number,
              GError **error)
{
  LanyardJournalError code = LANYARD_JOURNAL_ERROR_UNWRITABLE;

  if (number == ENOSPC || number == EDQUOT)
    code = LANYARD_JOURNAL_ERROR_FULL;
  else if (number == EACCES || number == EPERM || number == EROFS)
    code = LANYARD_JOURNAL_ERROR_FORBIDDEN;
  g_set_error (error, LANYARD_JOURNAL_ERROR, (int) code, "%s", g_strerror (number));
}

/* Nobody else may read it from the beginning; SQLite gives its side files the same mode. It is never opened and
 * closed here when it is there already: that would drop SQLite's own locks on it. */
static gboolean
make_private (const char *path,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  else if (errno != EEXIST)
    {
      fail_to_make (errno, error);
      return FALSE;
    }
  else
    g_chmod (path, 0600);
  return TRUE;
}

/* Returns the shared lock, or -1; @alone: whether no other process has it. One that is just ending is waited for. */
static int
take_lock (const char *path,
           gboolean   *alone)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  *alone = FALSE;
  for (guint i = 0; fd >= 0 && !*alone && i < LOCK_TRIES; i++)
    {
      if (i > 0)
        g_usleep (LOCK_WAIT);
      *alone = flock (fd, LOCK_EX | LOCK_NB) == 0;
    }
  if (fd >= 0 && !*alone)
    flock (fd, LOCK_SH);
  return fd;
}

static gboolean
check_soundness (sqlite3 *db,
                 GError **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_sql_prepare (db, "PRAGMA quick_check (1)", error);

  if (statement == NULL)
    return FALSE;
  /* What can't be read just now is not for that reason damaged. */
  if (sqlite3_step (statement) != SQLITE_ROW)
    return lanyard_sql_fail (db, error);
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT, "The journal is damaged");
  return FALSE;
}

static gboolean
set_up (sqlite3 *db,
        GError **error)
{
  /* A file that isn't taken is left as it is found, the writes that wait beside it included. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  if (!lanyard_journal_schema_check_version (db, error) || !check_soundness (db, error)
      || !lanyard_journal_schema_check_purpose (db, error)
      || !lanyard_sql_run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                              " PRAGMA temp_store = MEMORY; PRAGMA cache_size = -256", error)
      || !lanyard_journal_schema_migrate (db, error) || !lanyard_journal_table_check (db, error))
    return FALSE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

/* A name beside @path that nothing has yet. */
static char *
find_free_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  char *name = g_strconcat (path, ".damaged-", stamp, NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, stamp, i);
    }
  return name;
}

/* The side files first: left behind, they would be taken for those of the file that is made next. */
static void
set_aside (const char *path,
           GError    **error)
{
  static const char * const suffixes[] = { "-wal", "-shm", "" };
  g_autofree char *name = find_free_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (name, suffixes[i], NULL);

      if (g_rename (from, to) == 0)
        continue;
      if (errno != ENOENT)
        return;
    }
  g_prefix_error (error, "Set aside as %s: ", name);
}

static sqlite3 *
open_database (const char *path,
               GError    **error)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path != NULL ? path : ":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL)
        != SQLITE_OK)
    lanyard_sql_fail (db, error);
  else if (set_up (db, error))
    return db;
  sqlite3_close (db);
  return NULL;
}

/* A file that was migrated, or has lost many old entries, has many pages with nothing on them. It is written anew
 * without these, in one transaction; where that can't be done, nothing is missing. */
static void
compact (sqlite3 *db)
{
  gint64 n_pages, n_free;

  if (lanyard_sql_read_int (db, "PRAGMA page_count", &n_pages, NULL)
      && lanyard_sql_read_int (db, "PRAGMA freelist_count", &n_free, NULL) && n_free > MAX (MIN_FREE, n_pages / 10))
    lanyard_sql_run (db, "VACUUM", NULL);
}

/* Opens the file at @path (NULL: in memory), making it when it isn't there. A damaged one is renamed, not deleted. */
LanyardJournalFile *
lanyard_journal_file_open (const char *path,
                           GError    **error)
{
  g_autoptr (LanyardJournalFile) self = g_new0 (LanyardJournalFile, 1);
  g_autoptr (GError) local = NULL;
  gboolean alone = FALSE;

  self->path = g_strdup (path);
  self->lock = -1;
  if (path != NULL)
    {
      if (!make_private (path, error))
        return NULL;
      self->lock = take_lock (path, &alone);
    }
  self->db = open_database (path, &local);
  if (self->db == NULL && alone && g_error_matches (local, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT))
    set_aside (path, &local);
  if (self->db == NULL
      || (alone && !lanyard_sql_read_int (self->db, "SELECT max (id) FROM entry", &self->orphan, &local)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (alone)
    {
      compact (self->db);
      flock (self->lock, LOCK_SH);
    }
  return g_steal_pointer (&self);
}

void
lanyard_journal_file_free (LanyardJournalFile *self)
{
  sqlite3_close (self->db);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/* Whether the file is still where it was opened: what is written to one that was removed is found by nobody. */
gboolean
lanyard_journal_file_stands (LanyardJournalFile *self,
                             GError            **error)
{
  int moved = 0;

  if (self->path == NULL || sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK
      || !moved)
    return TRUE;
  g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE,
                       "The journal's file was taken away");
  return FALSE;
}

/* Whether it can be read and written by now. */
gboolean
lanyard_journal_file_probe (LanyardJournalFile *self,
                            GError            **error)
{
  return lanyard_journal_file_stands (self, error) && check_soundness (self->db, error)
         && lanyard_journal_schema_migrate (self->db, error);
}
