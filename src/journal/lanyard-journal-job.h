/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal is asked to do, and how its thread does it. */
#pragma once

#include "lanyard-journal-worker.h"

G_BEGIN_DECLS

typedef struct
{
  void            (*run) (LanyardJournalWorker *worker, GTask *task);
  GThreadPool      *thread;
  LanyardEntry     *entry;
  gint64            id; /* of @entry, once it is written */
  LanyardClosing    closing;
  LanyardEntryQuery query;
  gint64            time;
  GPtrArray        *entries;
} LanyardJournalJob;

void lanyard_journal_job_free          (gpointer              data);
void lanyard_journal_job_run_open      (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_begin     (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_send      (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_close     (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_list      (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_list_open (LanyardJournalWorker *worker,
                                        GTask                *task);
void lanyard_journal_job_run_prune     (LanyardJournalWorker *worker,
                                        GTask                *task);

G_END_DECLS
