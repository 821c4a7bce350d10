/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal is asked to do, and how its thread does it. */
#pragma once

#include "lanyard-journal-worker.h"

G_BEGIN_DECLS

typedef struct _LanyardJournalJob LanyardJournalJob;

/* A step of it; the last one, unless @at_end is set to FALSE. Returns whether it succeeded. */
typedef gboolean (*LanyardJournalStep) (LanyardJournalJob    *job,
                                        LanyardJournalWorker *worker,
                                        GError              **error);

struct _LanyardJournalJob
{
  LanyardJournalStep step;    /* NULL where it is only to write */
  gboolean           at_end;
  GPtrArray         *writes;  /* LanyardJournalWrite; NULL: nothing is written about an entry */
  GPtrArray         *joined;  /* GTask: other jobs that are written with it */
  LanyardEntryQuery  query;
  gint64             time;
  GPtrArray         *entries; /* what was found; NULL: nothing is looked for */
  GPtrArray         *names;   /* the same, of people */
  char              *workspace_id; /* that @marks are of */
  GPtrArray         *marks;   /* LanyardMark: what was found */
};

LanyardJournalJob *lanyard_journal_job_new       (LanyardJournalStep    step);
LanyardJournalJob *lanyard_journal_job_new_write (LanyardJournalAct     act,
                                                  LanyardEntry         *entry);
LanyardJournalWrite *
                   lanyard_journal_job_add_write (LanyardJournalJob    *self,
                                                  LanyardJournalAct     act,
                                                  LanyardEntry         *entry);
void               lanyard_journal_job_free      (gpointer              data);
gboolean           lanyard_journal_job_open      (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_list      (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_list_open (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_list_operators (LanyardJournalJob    *self,
                                                       LanyardJournalWorker *worker,
                                                       GError              **error);
gboolean           lanyard_journal_job_list_marks  (LanyardJournalJob    *self,
                                                    LanyardJournalWorker *worker,
                                                    GError              **error);
gboolean           lanyard_journal_job_prune     (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);

G_END_DECLS
