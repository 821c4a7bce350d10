/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is done is written down in this run: on disk, in memory, or nowhere that lasts by somebody's choice. */
#pragma once

#include "lanyard-journal.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RECORDER (lanyard_recorder_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRecorder, lanyard_recorder, LANYARD, RECORDER, GObject)

/* Signal "changed": the state is another, or is the same again after lanyard_recorder_try_again(). */
LanyardRecorder *lanyard_recorder_new         (GSettings            *settings);

void             lanyard_recorder_open_async  (LanyardRecorder      *self,
                                               gboolean              demo,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean         lanyard_recorder_open_finish (LanyardRecorder      *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void             lanyard_recorder_try_again   (LanyardRecorder      *self);
void             lanyard_recorder_waive       (LanyardRecorder      *self);

LanyardJournal  *lanyard_recorder_get_journal (LanyardRecorder      *self);
LanyardRecord    lanyard_recorder_get_state   (LanyardRecorder      *self);
const GError    *lanyard_recorder_get_error   (LanyardRecorder      *self);

G_END_DECLS
