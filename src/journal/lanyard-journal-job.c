/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal is asked to do, and how its thread does it. */
#include "lanyard-journal-job.h"

LanyardJournalJob *
lanyard_journal_job_new (LanyardJournalStep step)
{
  LanyardJournalJob *self = g_new0 (LanyardJournalJob, 1);

  self->step = step;
  self->at_end = TRUE;
  return self;
}

static void
write_free (gpointer data)
{
  LanyardJournalWrite *write = data;

  g_object_unref (write->entry);
  g_clear_pointer (&write->mark, lanyard_mark_free);
  lanyard_closing_clear (&write->closing);
  g_free (write);
}

LanyardJournalWrite *
lanyard_journal_job_add_write (LanyardJournalJob *self,
                               LanyardJournalAct  act,
                               LanyardEntry      *entry)
{
  LanyardJournalWrite *write = g_new0 (LanyardJournalWrite, 1);

  write->act = act;
  write->entry = g_object_ref (entry);
  g_ptr_array_add (self->writes, write);
  return write;
}

/* Writes about @entry; NULL: what is added is about it. */
LanyardJournalJob *
lanyard_journal_job_new_write (LanyardJournalAct act,
                               LanyardEntry     *entry)
{
  LanyardJournalJob *self = lanyard_journal_job_new (NULL);

  self->writes = g_ptr_array_new_with_free_func (write_free);
  if (entry != NULL)
    lanyard_journal_job_add_write (self, act, entry);
  return self;
}

void
lanyard_journal_job_free (gpointer data)
{
  LanyardJournalJob *self = data;

  g_clear_pointer (&self->writes, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_ptr_array_unref);
  g_clear_pointer (&self->query.filter, lanyard_entry_filter_free);
  g_strfreev (self->query.words);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->workspace_id);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

gboolean
lanyard_journal_job_open (LanyardJournalJob    *self,
                          LanyardJournalWorker *worker,
                          GError              **error)
{
  return lanyard_journal_worker_open (worker, error);
}

gboolean
lanyard_journal_job_list (LanyardJournalJob    *self,
                          LanyardJournalWorker *worker,
                          GError              **error)
{
  return lanyard_journal_worker_list (worker, &self->query, self->entries, &self->at_end, error);
}

gboolean
lanyard_journal_job_list_open (LanyardJournalJob    *self,
                               LanyardJournalWorker *worker,
                               GError              **error)
{
  self->query.open_up_to = worker->orphan;
  return lanyard_journal_job_list (self, worker, error);
}

gboolean
lanyard_journal_job_list_operators (LanyardJournalJob    *self,
                                    LanyardJournalWorker *worker,
                                    GError              **error)
{
  return lanyard_journal_worker_list_operators (worker, self->query.filter->workspace_id, self->names, error);
}

gboolean
lanyard_journal_job_prune (LanyardJournalJob    *self,
                           LanyardJournalWorker *worker,
                           GError              **error)
{
  return lanyard_journal_worker_prune (worker, self->time, error);
}

gboolean
lanyard_journal_job_list_marks (LanyardJournalJob    *self,
                                LanyardJournalWorker *worker,
                                GError              **error)
{
  return lanyard_journal_worker_list_marks (worker, self->workspace_id, self->marks, error);
}
