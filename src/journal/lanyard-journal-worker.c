/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal's thread does: its file, and the outcomes that are yet to be written to it. */
#include "lanyard-journal-worker.h"

#include "lanyard-journal-schema.h"
#include "lanyard-mark-table.h"
#include "lanyard-journal-sql.h"

/* A search looks at so many rows in one go; then it is the turn of what else is to be done. */
#define SLICE 1000

typedef struct
{
  LanyardEntry  *entry;
  LanyardClosing closing;
} Unclosed;

static void
unclosed_free (gpointer data)
{
  Unclosed *unclosed = data;

  g_object_unref (unclosed->entry);
  lanyard_closing_clear (&unclosed->closing);
  g_free (unclosed);
}

void
lanyard_journal_worker_clear (LanyardJournalWorker *self)
{
  g_queue_clear_full (&self->unclosed, unclosed_free);
  g_clear_pointer (&self->file, lanyard_journal_file_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
check_open (LanyardJournalWorker *self,
            GError              **error)
{
  if (self->file != NULL)
    return TRUE;
  if (error != NULL && self->error != NULL)
    *error = g_error_copy (self->error);
  else
    g_set_error_literal (error, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE, "The journal is not open");
  return FALSE;
}

/* A file that is damaged, no longer there, or a newer Lanyard's by now is done with: opening finds out what can be had
 * instead. */
static gboolean
fail (LanyardJournalWorker *self,
      GError               *reason,
      GError              **error)
{
  if (self->file != NULL && (g_error_matches (reason, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT)
                             || g_error_matches (reason, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER)
                             || !lanyard_journal_file_stands (self->file, NULL)))
    {
      g_clear_pointer (&self->file, lanyard_journal_file_free);
      g_clear_error (&self->error);
      self->error = g_error_copy (reason);
    }
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
write_unclosed (LanyardJournalWorker *self,
                GError              **error)
{
  sqlite3 *db = self->file->db;
  Unclosed *unclosed;

  while ((unclosed = g_queue_peek_head (&self->unclosed)) != NULL)
    {
      gboolean done = lanyard_journal_schema_begin (db, error)
                      && lanyard_journal_table_close (db, unclosed->entry, &unclosed->closing, error);

      if (!lanyard_sql_end (db, done, error))
        return FALSE;
      unclosed_free (g_queue_pop_head (&self->unclosed));
    }
  return TRUE;
}

/* Whether the file can be written to, and has all outcomes by now. */
static gboolean
get_ready (LanyardJournalWorker *self,
           GError              **error)
{
  return check_open (self, error) && lanyard_journal_file_stands (self->file, error) && write_unclosed (self, error);
}

/* Opens the file; one that is open already is tried again. */
gboolean
lanyard_journal_worker_open (LanyardJournalWorker *self,
                             GError              **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->file != NULL && !lanyard_journal_file_probe (self->file, NULL))
    g_clear_pointer (&self->file, lanyard_journal_file_free);
  if (self->file == NULL)
    self->file = lanyard_journal_file_open (self->path, &reason);
  g_clear_error (&self->error);
  if (self->file == NULL)
    {
      self->error = g_error_copy (reason);
      return fail (self, g_steal_pointer (&reason), error);
    }
  /* Later on, there are pending entries of this process too. */
  if (!self->opened)
    self->orphan = self->file->orphan;
  self->opened = TRUE;
  write_unclosed (self, NULL);
  return TRUE;
}

static gboolean
write_one (sqlite3             *db,
           LanyardJournalWrite *write,
           GError             **error)
{
  switch (write->act)
    {
    case LANYARD_JOURNAL_BEGIN:
      write->id = lanyard_journal_table_insert (db, write->entry, error);
      return write->id != 0
             && (write->mark == NULL
                 || lanyard_mark_table_write (db, lanyard_entry_get_workspace_id (write->entry), write->mark, error));
    case LANYARD_JOURNAL_SEND:
      return lanyard_journal_table_send (db, write->entry, error);
    case LANYARD_JOURNAL_CLOSE:
    default:
      return lanyard_journal_table_close (db, write->entry, &write->closing, error);
    }
}

static gboolean
write_all (LanyardJournalWorker *self,
           GPtrArray            *writes,
           GError              **error)
{
  gboolean done = lanyard_journal_schema_begin (self->file->db, error);

  for (guint i = 0; done && i < writes->len; i++)
    done = write_one (self->file->db, writes->pdata[i], error);
  return lanyard_sql_end (self->file->db, done, error);
}

static void
keep_unclosed (LanyardJournalWorker *self,
               LanyardJournalWrite  *write)
{
  Unclosed *unclosed;

  if (write->act != LANYARD_JOURNAL_CLOSE)
    return;
  unclosed = g_new0 (Unclosed, 1);
  unclosed->entry = g_object_ref (write->entry);
  lanyard_closing_copy (&unclosed->closing, &write->closing);
  g_queue_push_tail (&self->unclosed, unclosed);
}

/* Writes all of @writes (element-type LanyardJournalWrite) or, if it fails, none. Outcomes that could not be written
 * are written before what is to be written next. */
gboolean
lanyard_journal_worker_write (LanyardJournalWorker *self,
                              GPtrArray            *writes,
                              GError              **error)
{
  GError *reason = NULL;

  if (get_ready (self, &reason) && write_all (self, writes, &reason))
    return TRUE;
  for (guint i = 0; i < writes->len; i++)
    keep_unclosed (self, writes->pdata[i]);
  return fail (self, reason, error);
}

/* Goes through a part of what @query asks for, and moves @query on to the next. */
gboolean
lanyard_journal_worker_list (LanyardJournalWorker *self,
                             LanyardEntryQuery    *query,
                             GPtrArray            *entries,
                             gboolean             *at_end,
                             GError              **error)
{
  GError *reason = NULL;

  return (check_open (self, &reason) && lanyard_journal_schema_check_version (self->file->db, &reason)
          && lanyard_journal_table_list (self->file->db, query, SLICE, entries, at_end, &reason))
         || fail (self, reason, error);
}

gboolean
lanyard_journal_worker_list_operators (LanyardJournalWorker *self,
                                       const char           *workspace_id,
                                       GPtrArray            *names,
                                       GError              **error)
{
  GError *reason = NULL;

  return (check_open (self, &reason) && lanyard_journal_schema_check_version (self->file->db, &reason)
          && lanyard_journal_table_list_operators (self->file->db, workspace_id, names, &reason))
         || fail (self, reason, error);
}

gboolean
lanyard_journal_worker_prune (LanyardJournalWorker *self,
                              gint64                before,
                              GError              **error)
{
  GError *reason = NULL;

  return (check_open (self, &reason) && lanyard_journal_table_prune (self->file->db, before, &reason))
         || fail (self, reason, error);
}

gboolean
lanyard_journal_worker_list_marks (LanyardJournalWorker *self,
                                   const char           *workspace_id,
                                   GPtrArray            *marks,
                                   GError              **error)
{
  GError *reason = NULL;

  return (check_open (self, &reason) && lanyard_journal_schema_check_version (self->file->db, &reason)
          && lanyard_mark_table_list (self->file->db, workspace_id, marks, &reason))
         || fail (self, reason, error);
}
