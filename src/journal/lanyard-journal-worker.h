/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal's thread does: its file, and the outcomes that are yet to be written to it. */
#pragma once

#include "lanyard-journal-file.h"
#include "lanyard-journal-table.h"
#include "lanyard-mark.h"

G_BEGIN_DECLS

/* What is written about an entry: that it is begun, that it is about to be sent, how it ended. */
typedef enum
{
  LANYARD_JOURNAL_BEGIN,
  LANYARD_JOURNAL_SEND,
  LANYARD_JOURNAL_CLOSE,
} LanyardJournalAct;

typedef struct
{
  LanyardJournalAct act;
  LanyardEntry     *entry;
  gint64            id;      /* of @entry, once it is begun */
  LanyardMark      *mark;    /* that @entry tells of; NULL: it is about a change */
  LanyardClosing    closing; /* when it is closed */
} LanyardJournalWrite;

typedef struct
{
  char               *path;
  LanyardJournalFile *file;
  GError             *error;    /* why there is no file */
  gint64              orphan;   /* entries up to this one were begun by processes that have ended */
  gboolean            opened;   /* ever */
  GQueue              unclosed; /* outcomes that could not be written when they came, in that order */
} LanyardJournalWorker;

void     lanyard_journal_worker_clear (LanyardJournalWorker *self);
gboolean lanyard_journal_worker_open  (LanyardJournalWorker *self,
                                       GError              **error);
gboolean lanyard_journal_worker_write (LanyardJournalWorker *self,
                                       GPtrArray            *writes,
                                       GError              **error);
gboolean lanyard_journal_worker_list  (LanyardJournalWorker *self,
                                       LanyardEntryQuery    *query,
                                       GPtrArray            *entries,
                                       gboolean             *at_end,
                                       GError              **error);
gboolean lanyard_journal_worker_list_operators (LanyardJournalWorker *self,
                                                const char           *workspace_id,
                                                GPtrArray            *names,
                                                GError              **error);
gboolean lanyard_journal_worker_list_marks (LanyardJournalWorker *self,
                                            const char           *workspace_id,
                                            GPtrArray            *marks,
                                            GError              **error);
gboolean lanyard_journal_worker_prune (LanyardJournalWorker *self,
                                       gint64                before,
                                       GError              **error);

G_END_DECLS
