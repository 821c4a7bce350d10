/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one thread: jobs are carried out in turn, and what is to be written at the same time is in one go.
 *
 * A write is on disk only when the disk says so, which takes longer than all the rest of it. What is asked for while
 * another write waits for its turn joins that one: both are in one transaction, and the disk is waited for once. */
#include "lanyard-journal-queue.h"

/* So many jobs are written in one transaction; that others wait for one stays short. */
#define MAX_JOINED 512

struct _LanyardJournalQueue
{
  GThreadPool         *thread; /* one */
  LanyardJournalWorker worker; /* the thread's */
  GMutex               mutex;  /* for what follows, and who has joined */
  GTask               *leader; /* the last in turn, if it is a write that has not begun; not owned: the pool's */
};

static LanyardJournalJob *
job_of (GTask *task)
{
  return g_task_get_task_data (task);
}

static void
return_written (GTask        *task,
                const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* All of them or none. */
static void
write_together (LanyardJournalQueue *self,
                GTask               *leader)
{
  LanyardJournalJob *job = job_of (leader);
  g_autoptr (GPtrArray) writes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_extend (writes, job->writes, NULL, NULL);
  for (guint i = 0; job->joined != NULL && i < job->joined->len; i++)
    g_ptr_array_extend (writes, job_of (job->joined->pdata[i])->writes, NULL, NULL);
  lanyard_journal_worker_write (&self->worker, writes, &error);
  return_written (leader, error);
  for (guint i = 0; job->joined != NULL && i < job->joined->len; i++)
    return_written (job->joined->pdata[i], error);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr (GTask) task = data;
  LanyardJournalQueue *self = user_data;
  LanyardJournalJob *job = job_of (task);
  GError *error = NULL;

  g_mutex_lock (&self->mutex);
  if (self->leader == task)
    self->leader = NULL;
  g_mutex_unlock (&self->mutex);
  if (job->writes != NULL)
    {
      write_together (self, task);
      return;
    }
  if (job->entries != NULL && g_task_return_error_if_cancelled (task))
    return;
  if (!job->step (job, &self->worker, &error))
    g_task_return_error (task, error);
  else if (job->at_end)
    g_task_return_boolean (task, TRUE);
  else
    g_thread_pool_push (self->thread, g_steal_pointer (&task), NULL);
}

/* lanyard_journal_queue_new:
 * @path: (nullable): the file; %NULL: kept in memory only
 *
 * Returns: (transfer full): a queue whose file is yet to be opened */
LanyardJournalQueue *
lanyard_journal_queue_new (const char *path)
{
  LanyardJournalQueue *self = g_new0 (LanyardJournalQueue, 1);

  self->worker.path = g_strdup (path);
  self->thread = g_thread_pool_new (run_job, self, 1, FALSE, NULL);
  g_mutex_init (&self->mutex);
  return self;
}

/* No job may be left: each holds a reference to who owns the queue. */
void
lanyard_journal_queue_free (LanyardJournalQueue *self)
{
  g_thread_pool_free (self->thread, FALSE, FALSE);
  lanyard_journal_worker_clear (&self->worker);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
join (LanyardJournalQueue *self,
      GTask               *task)
{
  LanyardJournalJob *leader = self->leader != NULL ? job_of (self->leader) : NULL;

  if (job_of (task)->writes == NULL || leader == NULL)
    return FALSE;
  if (leader->joined == NULL)
    leader->joined = g_ptr_array_new_with_free_func (g_object_unref);
  if (leader->joined->len == MAX_JOINED)
    return FALSE;
  g_ptr_array_add (leader->joined, task);
  return TRUE;
}

/* lanyard_journal_queue_push:
 * @self: the queue
 * @task: (transfer full): a task whose data is a job, and whose source owns @self */
void
lanyard_journal_queue_push (LanyardJournalQueue *self,
                            GTask               *task)
{
  g_mutex_lock (&self->mutex);
  if (!join (self, task))
    {
      self->leader = job_of (task)->writes != NULL ? task : NULL;
      g_thread_pool_push (self->thread, task, NULL);
    }
  g_mutex_unlock (&self->mutex);
}
