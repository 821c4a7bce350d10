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
  LanyardJournalStep step;
  gboolean           at_end;
  LanyardEntry      *entry;
  gint64             id;      /* of @entry, once it is written */
  LanyardClosing     closing;
  LanyardEntryQuery  query;
  gint64             time;
  GPtrArray         *entries; /* what was found; NULL: nothing is looked for */
  GPtrArray         *names;   /* the same, of people */
  char              *workspace_id; /* that @marks are of */
  GPtrArray         *marks;   /* LanyardMark: what is to be written, or was found */
};

LanyardJournalJob *lanyard_journal_job_new       (LanyardJournalStep    step);
void               lanyard_journal_job_free      (gpointer              data);
gboolean           lanyard_journal_job_open      (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_begin     (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_send      (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);
gboolean           lanyard_journal_job_close     (LanyardJournalJob    *self,
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
gboolean           lanyard_journal_job_write_marks (LanyardJournalJob    *self,
                                                    LanyardJournalWorker *worker,
                                                    GError              **error);
gboolean           lanyard_journal_job_list_marks  (LanyardJournalJob    *self,
                                                    LanyardJournalWorker *worker,
                                                    GError              **error);
gboolean           lanyard_journal_job_prune     (LanyardJournalJob    *self,
                                                  LanyardJournalWorker *worker,
                                                  GError              **error);

G_END_DECLS
