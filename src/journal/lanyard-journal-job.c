/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal is asked to do, and how its thread does it. */
#include "lanyard-journal-job.h"

void
lanyard_journal_job_free (gpointer data)
{
  LanyardJournalJob *job = data;

  g_clear_object (&job->entry);
  lanyard_closing_clear (&job->closing);
  g_free (job->query.workspace_id);
  g_strfreev (job->query.words);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_free (job);
}

static void
return_done (GTask   *task,
             gboolean done,
             GError  *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lanyard_journal_job_run_open (LanyardJournalWorker *worker,
                              GTask                *task)
{
  GError *error = NULL;
  gboolean done = lanyard_journal_worker_open (worker, &error);

  return_done (task, done, error);
}

void
lanyard_journal_job_run_begin (LanyardJournalWorker *worker,
                               GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->id = lanyard_journal_worker_begin (worker, job->entry, &error);
  return_done (task, job->id != 0, error);
}

void
lanyard_journal_job_run_send (LanyardJournalWorker *worker,
                              GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = lanyard_journal_worker_send (worker, job->entry, &error);

  return_done (task, done, error);
}

void
lanyard_journal_job_run_close (LanyardJournalWorker *worker,
                               GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = lanyard_journal_worker_close (worker, job->entry, &job->closing, &error);

  return_done (task, done, error);
}

void
lanyard_journal_job_run_list (LanyardJournalWorker *worker,
                              GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean at_end = FALSE;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!lanyard_journal_worker_list (worker, &job->query, job->entries, &at_end, &error))
    g_task_return_error (task, error);
  else if (at_end)
    g_task_return_pointer (task, g_steal_pointer (&job->entries), (GDestroyNotify) g_ptr_array_unref);
  else
    g_thread_pool_push (job->thread, g_object_ref (task), NULL);
}

void
lanyard_journal_job_run_list_open (LanyardJournalWorker *worker,
                                   GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);

  job->query.open_up_to = worker->orphan;
  job->run = lanyard_journal_job_run_list;
  lanyard_journal_job_run_list (worker, task);
}

void
lanyard_journal_job_run_prune (LanyardJournalWorker *worker,
                               GTask                *task)
{
  LanyardJournalJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = lanyard_journal_worker_prune (worker, job->time, &error);

  return_done (task, done, error);
}
