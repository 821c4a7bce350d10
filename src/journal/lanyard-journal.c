/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, is being done and can be undone: each call a job on the journal's one worker. */
#include "lanyard-journal.h"

#include "lanyard-entry-private.h"
#include "lanyard-journal-file.h"

struct _LanyardJournal
{
  GObject parent_instance;

  char        *path;
  GThreadPool *worker; /* one thread: jobs are carried out in turn */
  sqlite3     *db;     /* the worker's */
  GHashTable  *known;  /* id -> GWeakRef: one object per id; the callers' thread's */
};

typedef struct _Job Job;

struct _Job
{
  void (*run) (LanyardJournal *self, GTask *task, Job *job);
  LanyardEntry  *entry;
  LanyardOutcome outcome;
  gint64         time;
  gint64         before;
  int            error_code;
  guint          limit;
  gboolean       open_only;
  char          *message;
  char          *request_id;
  char          *workspace_id;
  char          *search;
};

G_DEFINE_FINAL_TYPE (LanyardJournal, lanyard_journal, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->entry);
  g_free (job->message);
  g_free (job->request_id);
  g_free (job->workspace_id);
  g_free (job->search);
  g_free (job);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  LanyardJournal *self = g_task_get_source_object (task);

  if (self->db == NULL && job->time >= 0)
    g_task_return_new_error (task, LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE, "The journal is not open");
  else
    job->run (self, task, job);
}

/* Opening is the one job that needs no open file; its time is negative. */
static void
push (LanyardJournal     *self,
      gpointer            tag,
      Job                *job,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What was written is written, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (self->worker, task, NULL);
}

static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* The object that stands for the id of @entry: the one in use, or else @entry. */
static LanyardEntry *
dedupe (LanyardJournal *self,
        LanyardEntry   *entry)
{
  gint64 id = lanyard_entry_get_id (entry);
  GWeakRef *weak = g_hash_table_lookup (self->known, &id);
  LanyardEntry *known = weak != NULL ? g_weak_ref_get (weak) : NULL;

  if (known != NULL)
    return known;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, entry);
  g_hash_table_insert (self->known, g_memdup2 (&id, sizeof id), weak);
  return g_object_ref (entry);
}

static void
lanyard_journal_finalize (GObject *object)
{
  LanyardJournal *self = LANYARD_JOURNAL (object);

  /* No job is left: each holds a reference. */
  g_thread_pool_free (self->worker, FALSE, FALSE);
  sqlite3_close (self->db);
  g_hash_table_unref (self->known);
  g_free (self->path);
  G_OBJECT_CLASS (lanyard_journal_parent_class)->finalize (object);
}

static void
lanyard_journal_class_init (LanyardJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_journal_finalize;
}

static void
lanyard_journal_init (LanyardJournal *self)
{
  self->worker = g_thread_pool_new (run_job, NULL, 1, FALSE, NULL);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, weak_free);
}

/**
 * lanyard_journal_new:
 * @path: (nullable): the file; %NULL: kept in memory only
 *
 * Returns: (transfer full): a journal that is yet to be opened
 */
LanyardJournal *
lanyard_journal_new (const char *path)
{
  LanyardJournal *self = g_object_new (LANYARD_TYPE_JOURNAL, NULL);

  self->path = g_strdup (path);
  return self;
}

static void
return_boolean (GTask   *task,
                gboolean done,
                GError  *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_open (LanyardJournal *self,
          GTask          *task,
          Job            *job)
{
  GError *error = NULL;

  if (self->db == NULL)
    self->db = lanyard_journal_file_open (self->path, &error);
  return_boolean (task, self->db != NULL, error);
}

static void
run_begin (LanyardJournal *self,
           GTask          *task,
           Job            *job)
{
  GError *error = NULL;

  job->time = lanyard_journal_file_insert (self->db, job->entry, &error);
  return_boolean (task, job->time != 0, error);
}

static void
run_close (LanyardJournal *self,
           GTask          *task,
           Job            *job)
{
  GError *error = NULL;
  gboolean done = lanyard_journal_file_close (self->db, job->entry, job->outcome, job->time, job->error_code,
                                              job->message, job->request_id, &error);

  return_boolean (task, done, error);
}

static void
run_list (LanyardJournal *self,
          GTask          *task,
          Job            *job)
{
  GError *error = NULL;
  GPtrArray *entries = lanyard_journal_file_list (self->db, job->workspace_id, job->search, job->before, job->limit,
                                                  job->open_only, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_prune (LanyardJournal *self,
           GTask          *task,
           Job            *job)
{
  GError *error = NULL;
  gboolean done = lanyard_journal_file_prune (self->db, job->before, &error);

  return_boolean (task, done, error);
}

/**
 * lanyard_journal_open_async:
 * @self: a journal
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Opens the file, making it when it is not there; may be called again after a failure.
 */
void
lanyard_journal_open_async (LanyardJournal *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_open;
  job->time = -1;
  push (self, lanyard_journal_open_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_open_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether it is open
 */
gboolean
lanyard_journal_open_finish (LanyardJournal *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_journal_begin_async:
 * @self: a journal
 * @entry: see lanyard-journal.h
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes @entry, pending, and gives it its id: on disk before the callback.
 */
void
lanyard_journal_begin_async (LanyardJournal *self,
                             LanyardEntry *entry,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_begin;
  job->entry = g_object_ref (entry);
  push (self, lanyard_journal_begin_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_begin_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether it is on disk
 */
gboolean
lanyard_journal_begin_finish (LanyardJournal *self,
                              GAsyncResult *result,
                              GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  lanyard_entry_set_id (job->entry, job->time);
  g_object_unref (dedupe (self, job->entry));
  return TRUE;
}

/**
 * lanyard_journal_close_async:
 * @self: a journal
 * @entry: see lanyard-journal.h
 * @outcome: see lanyard-journal.h
 * @error_code: see lanyard-journal.h
 * @message: see lanyard-journal.h
 * @request_id: see lanyard-journal.h
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Sets the outcome of @entry, in the object at once and then on disk.
 */
void
lanyard_journal_close_async (LanyardJournal *self,
                             LanyardEntry *entry,
                             LanyardOutcome outcome,
                             int error_code,
                             const char *message,
                             const char *request_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_close;
  job->entry = g_object_ref (entry);
  job->outcome = outcome;
  job->time = g_get_real_time ();
  job->error_code = error_code;
  job->message = g_strdup (message);
  job->request_id = g_strdup (request_id);
  lanyard_entry_set_outcome (entry, outcome, job->time, error_code, message, request_id);
  push (self, lanyard_journal_close_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_close_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether it is on disk
 */
gboolean
lanyard_journal_close_finish (LanyardJournal *self,
                              GAsyncResult *result,
                              GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  gint64 undone = lanyard_entry_get_undo_of (job->entry);
  GWeakRef *weak = g_hash_table_lookup (self->known, &undone);
  g_autoptr (LanyardEntry) known = weak != NULL ? g_weak_ref_get (weak) : NULL;

  if (known != NULL && job->outcome == LANYARD_OUTCOME_DONE)
    lanyard_entry_set_undone_by (known, lanyard_entry_get_id (job->entry));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_journal_list_async:
 * @self: a journal
 * @workspace_id: see lanyard-journal.h
 * @search: see lanyard-journal.h
 * @before: see lanyard-journal.h
 * @limit: see lanyard-journal.h
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads entries, newest first.
 */
void
lanyard_journal_list_async (LanyardJournal *self,
                            const char *workspace_id,
                            const char *search,
                            gint64 before,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_list;
  job->workspace_id = g_strdup (workspace_id);
  job->search = g_strdup (search);
  job->before = before;
  job->limit = limit;
  push (self, lanyard_journal_list_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_list_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: (transfer full) (element-type LanyardEntry): the entries; one object per id, ever
 */
GPtrArray *
lanyard_journal_list_finish (LanyardJournal *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_autoptr (GPtrArray) read = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *entries;

  if (read == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < read->len; i++)
    g_ptr_array_add (entries, dedupe (self, read->pdata[i]));
  return entries;
}

/**
 * lanyard_journal_list_open_async:
 * @self: a journal
 * @workspace_id: see lanyard-journal.h
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads the entries whose outcome is pending or unknown.
 */
void
lanyard_journal_list_open_async (LanyardJournal *self,
                                 const char *workspace_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_list;
  job->workspace_id = g_strdup (workspace_id);
  job->open_only = TRUE;
  push (self, lanyard_journal_list_open_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_list_open_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: (transfer full) (element-type LanyardEntry): the entries
 */
GPtrArray *
lanyard_journal_list_open_finish (LanyardJournal *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  return lanyard_journal_list_finish (self, result, error);
}

/**
 * lanyard_journal_prune_async:
 * @self: a journal
 * @before: see lanyard-journal.h
 * @cancellable: (nullable): unused once it is queued
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Deletes the closed entries that were begun before @before, in microseconds since 1970 UTC.
 */
void
lanyard_journal_prune_async (LanyardJournal *self,
                             gint64 before,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run_prune;
  job->before = before;
  push (self, lanyard_journal_prune_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_prune_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether they are gone
 */
gboolean
lanyard_journal_prune_finish (LanyardJournal *self,
                              GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
