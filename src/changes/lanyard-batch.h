/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that a person sees as one: written down whole, run, paused, stopped, told, tried again and undone as one. */
#pragma once

#include "lanyard-course.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCH_STATE (lanyard_batch_state_get_type ())
GType lanyard_batch_state_get_type (void);

#define LANYARD_TYPE_BATCH (lanyard_batch_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatch, lanyard_batch, LANYARD, BATCH, GObject)

/* Read-only notifying properties: "state"; "n-ended" (guint): how many of those that are run have their outcome;
 * "n-done", "n-refused", "n-unknown" and "n-left" (guint): of all its records. */
LanyardBatch     *lanyard_batch_new             (LanyardChanges       *changes,
                                                 GPtrArray            *plan);
LanyardBatch     *lanyard_batch_new_of_entries  (LanyardChanges       *changes,
                                                 GPtrArray            *entries);
LanyardBatch     *lanyard_batch_new_left        (LanyardChanges       *changes,
                                                 GPtrArray            *entries);
LanyardBatch     *lanyard_batch_new_undo        (LanyardChanges       *changes,
                                                 GPtrArray            *entries);
LanyardChanges   *lanyard_batch_get_changes     (LanyardBatch         *self);
gint64            lanyard_batch_get_number      (LanyardBatch         *self);

void              lanyard_batch_run_async       (LanyardBatch         *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean          lanyard_batch_run_finish      (LanyardBatch         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

LanyardCourse    *lanyard_batch_get_course      (LanyardBatch         *self);
LanyardBatchState lanyard_batch_get_state       (LanyardBatch         *self);
int               lanyard_batch_get_time_left   (LanyardBatch         *self);

/* The records that it is about, one by one; an entry, an error, or, before it is run, neither. */
guint             lanyard_batch_get_n_items     (LanyardBatch         *self);
const char       *lanyard_batch_get_name        (LanyardBatch         *self,
                                                 guint                 position);
SeamRecord       *lanyard_batch_get_record      (LanyardBatch         *self,
                                                 guint                 position);
LanyardChange    *lanyard_batch_get_change      (LanyardBatch         *self,
                                                 guint                 position);
LanyardEntry     *lanyard_batch_get_entry       (LanyardBatch         *self,
                                                 guint                 position);
const GError     *lanyard_batch_get_error       (LanyardBatch         *self,
                                                 guint                 position);
guint             lanyard_batch_count           (LanyardBatch         *self,
                                                 LanyardOutcome        outcome);

G_END_DECLS
