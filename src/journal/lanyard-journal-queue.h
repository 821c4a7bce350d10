/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one thread: jobs are carried out in turn, and what is to be written at the same time is in one go. */
#pragma once

#include "lanyard-journal-job.h"

G_BEGIN_DECLS

typedef struct _LanyardJournalQueue LanyardJournalQueue;

LanyardJournalQueue *lanyard_journal_queue_new  (const char          *path);
void                 lanyard_journal_queue_free (LanyardJournalQueue *self);
void                 lanyard_journal_queue_push (LanyardJournalQueue *self,
                                                 GTask               *task);

G_END_DECLS
