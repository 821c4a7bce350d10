/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, is being done and can be undone: each call a job on the journal's one thread. */
#include "lanyard-journal.h"

#include "lanyard-entry-pool.h"
#include "lanyard-entry-private.h"
#include "lanyard-entry-words.h"
#include "lanyard-journal-private.h"
#include "lanyard-journal-queue.h"

struct _LanyardJournal
{
  GObject parent_instance;

  LanyardJournalQueue *queue;
  LanyardEntryPool    *known; /* the callers' thread's */
};

G_DEFINE_FINAL_TYPE (LanyardJournal, lanyard_journal, G_TYPE_OBJECT)

/* Takes @job. What was written is written, cancelled or not; what is looked for may be given up. */
void
lanyard_journal_push (LanyardJournal     *self,
                      gpointer            tag,
                      LanyardJournalJob  *job,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, job->entries != NULL);
  g_task_set_task_data (task, job, lanyard_journal_job_free);
  lanyard_journal_queue_push (self->queue, task);
}

/* Takes @filter. */
static LanyardJournalJob *
make_list_job (LanyardJournalStep  step,
               LanyardEntryFilter *filter)
{
  LanyardJournalJob *job = lanyard_journal_job_new (step);

  job->entries = g_ptr_array_new_with_free_func (g_object_unref);
  job->query.filter = filter;
  job->query.words = lanyard_entry_words_of (filter->search);
  job->query.open_up_to = -1;
  job->query.n_wanted = G_MAXUINT;
  return job;
}

/* The first thing that a job writes. */
static LanyardJournalWrite *
get_write (LanyardJournalJob *job)
{
  return job->writes->pdata[0];
}

/* Returns: (nullable): the job, if it succeeded; @result's */
static LanyardJournalJob *
finish (GAsyncResult *result,
        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result)) : NULL;
}

static void
lanyard_journal_finalize (GObject *object)
{
  LanyardJournal *self = LANYARD_JOURNAL (object);

  lanyard_journal_queue_free (self->queue);
  lanyard_entry_pool_free (self->known);
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
  self->known = lanyard_entry_pool_new ();
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

  self->queue = lanyard_journal_queue_new (path);
  return self;
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
lanyard_journal_open_async (LanyardJournal     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  lanyard_journal_push (self, lanyard_journal_open_async, lanyard_journal_job_new (lanyard_journal_job_open),
                        cancellable, callback, user_data);
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
                             GAsyncResult   *result,
                             GError        **error)
{
  return finish (result, error) != NULL;
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
lanyard_journal_begin_async (LanyardJournal     *self,
                             LanyardEntry       *entry,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  lanyard_entry_set_is_sent (entry, FALSE);
  lanyard_journal_push (self, lanyard_journal_begin_async, lanyard_journal_job_new_write (LANYARD_JOURNAL_BEGIN, entry),
                        cancellable, callback, user_data);
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
                              GAsyncResult   *result,
                              GError        **error)
{
  LanyardJournalJob *job = finish (result, error);

  for (guint i = 0; job != NULL && i < job->writes->len; i++)
    {
      LanyardJournalWrite *write = job->writes->pdata[i];

      lanyard_entry_set_id (write->entry, write->id);
      g_object_unref (lanyard_entry_pool_take (self->known, write->entry));
    }
  return job != NULL;
}

/**
 * lanyard_journal_begin_all_async:
 * @self: a journal
 * @entries: (element-type LanyardEntry): see lanyard-journal.h
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Like lanyard_journal_begin_async(), of all of @entries or of none. Ended by lanyard_journal_begin_finish().
 */
void
lanyard_journal_begin_all_async (LanyardJournal     *self,
                                 GPtrArray          *entries,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  LanyardJournalJob *job = lanyard_journal_job_new_write (LANYARD_JOURNAL_BEGIN, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      lanyard_entry_set_is_sent (entries->pdata[i], FALSE);
      lanyard_journal_job_add_write (job, LANYARD_JOURNAL_BEGIN, entries->pdata[i]);
    }
  lanyard_journal_push (self, lanyard_journal_begin_all_async, job, NULL, callback, user_data);
}

/**
 * lanyard_journal_send_async:
 * @self: a journal
 * @entry: an entry that was begun
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes that @entry is about to be sent: on disk before the callback.
 */
void
lanyard_journal_send_async (LanyardJournal     *self,
                            LanyardEntry       *entry,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  lanyard_journal_push (self, lanyard_journal_send_async, lanyard_journal_job_new_write (LANYARD_JOURNAL_SEND, entry),
                        NULL, callback, user_data);
}

/**
 * lanyard_journal_send_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether it is on disk, so that @entry may be sent
 */
gboolean
lanyard_journal_send_finish (LanyardJournal *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  LanyardJournalJob *job = finish (result, error);

  if (job == NULL)
    return FALSE;
  lanyard_entry_set_is_sent (get_write (job)->entry, TRUE);
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
lanyard_journal_close_async (LanyardJournal     *self,
                             LanyardEntry       *entry,
                             LanyardOutcome      outcome,
                             int                 error_code,
                             const char         *message,
                             const char         *request_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  LanyardJournalJob *job = lanyard_journal_job_new_write (LANYARD_JOURNAL_CLOSE, entry);
  LanyardClosing *closing = &get_write (job)->closing;

  closing->outcome = outcome;
  closing->closed_at = g_get_real_time ();
  closing->error_code = error_code;
  closing->is_sent = outcome != LANYARD_OUTCOME_REFUSED || lanyard_entry_get_is_sent (entry);
  closing->message = g_strdup (message);
  closing->request_id = g_strdup (request_id);
  lanyard_entry_set_is_sent (entry, closing->is_sent);
  lanyard_entry_set_outcome (entry, outcome, closing->closed_at, error_code, message, request_id);
  lanyard_journal_push (self, lanyard_journal_close_async, job, cancellable, callback, user_data);
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
                              GAsyncResult   *result,
                              GError        **error)
{
  LanyardJournalWrite *write = get_write (g_task_get_task_data (G_TASK (result)));
  g_autoptr (LanyardEntry) undone = lanyard_entry_pool_look_up (self->known, lanyard_entry_get_undo_of (write->entry));

  if (undone != NULL && write->closing.outcome == LANYARD_OUTCOME_DONE)
    lanyard_entry_set_undone_by (undone, lanyard_entry_get_id (write->entry));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_journal_list_async:
 * @self: a journal
 * @filter: (nullable): see lanyard-journal.h
 * @before: see lanyard-journal.h
 * @limit: see lanyard-journal.h
 * @cancellable: (nullable): to give it up
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads entries, newest first.
 */
void
lanyard_journal_list_async (LanyardJournal           *self,
                            const LanyardEntryFilter *filter,
                            gint64                    before,
                            guint                     limit,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data)
{
  LanyardJournalJob *job = make_list_job (lanyard_journal_job_list,
                                          filter != NULL ? lanyard_entry_filter_copy (filter)
                                                         : lanyard_entry_filter_new (NULL, NULL));

  job->query.before = before;
  if (limit > 0)
    job->query.n_wanted = limit;
  lanyard_journal_push (self, lanyard_journal_list_async, job, cancellable, callback, user_data);
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
                             GAsyncResult   *result,
                             GError        **error)
{
  LanyardJournalJob *job = finish (result, error);
  GPtrArray *entries;

  if (job == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < job->entries->len; i++)
    g_ptr_array_add (entries, lanyard_entry_pool_take (self->known, job->entries->pdata[i]));
  return entries;
}

/**
 * lanyard_journal_list_open_async:
 * @self: a journal
 * @workspace_id: see lanyard-journal.h
 * @cancellable: (nullable): to give it up
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads the entries whose outcome is pending or unknown.
 */
void
lanyard_journal_list_open_async (LanyardJournal     *self,
                                 const char         *workspace_id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  lanyard_journal_push (self, lanyard_journal_list_open_async,
                        make_list_job (lanyard_journal_job_list_open, lanyard_entry_filter_new (workspace_id, NULL)),
                        cancellable, callback, user_data);
}

/**
 * lanyard_journal_list_batch_async:
 * @self: a journal
 * @batch: a number that entries have
 * @cancellable: (nullable): to give it up
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads the entries of a batch, newest first.
 */
void
lanyard_journal_list_batch_async (LanyardJournal     *self,
                                  gint64              batch,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  LanyardJournalJob *job;

  g_return_if_fail (batch > 0);

  job = make_list_job (lanyard_journal_job_list, lanyard_entry_filter_new (NULL, NULL));
  job->query.batch = batch;
  lanyard_journal_push (self, lanyard_journal_list_batch_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_list_operators_async:
 * @self: a journal
 * @workspace_id: where
 * @cancellable: (nullable): to give it up
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads who did something.
 */
void
lanyard_journal_list_operators_async (LanyardJournal     *self,
                                      const char         *workspace_id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  LanyardJournalJob *job = make_list_job (lanyard_journal_job_list_operators,
                                          lanyard_entry_filter_new (workspace_id, NULL));

  job->names = g_ptr_array_new_with_free_func (g_free);
  lanyard_journal_push (self, lanyard_journal_list_operators_async, job, cancellable, callback, user_data);
}

/**
 * lanyard_journal_list_operators_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: (transfer full): their login names
 */
GStrv
lanyard_journal_list_operators_finish (LanyardJournal *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  LanyardJournalJob *job = finish (result, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (job == NULL)
    return NULL;
  for (guint i = 0; i < job->names->len; i++)
    g_strv_builder_add (names, job->names->pdata[i]);
  return g_strv_builder_end (names);
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
lanyard_journal_prune_async (LanyardJournal     *self,
                             gint64              before,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  LanyardJournalJob *job = lanyard_journal_job_new (lanyard_journal_job_prune);

  job->time = before;
  lanyard_journal_push (self, lanyard_journal_prune_async, job, cancellable, callback, user_data);
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
                              GAsyncResult   *result,
                              GError        **error)
{
  return finish (result, error) != NULL;
}
