/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For what else is kept in the journal's file: jobs on its one thread, in turn with its own. */
#pragma once

#include "lanyard-journal-job.h"

G_BEGIN_DECLS

void lanyard_journal_push (LanyardJournal     *self,
                           gpointer            tag,
                           LanyardJournalJob  *job,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);

G_END_DECLS
