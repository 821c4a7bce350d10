/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out batches for a window: what is asked to be done, tried again and undone as one. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCHES (lanyard_batches_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatches, lanyard_batches, LANYARD, BATCHES, GObject)

/* Property "application" (GApplication, NULL): is kept running until what was begun has ended.
 * Signals: "begun": something was sent; "started" (LanyardBatch): which; "left" (LanyardBatch): an earlier run has not
 * come to the end of it: run, it does the rest, and stopped, it leaves that; "ended" (LanyardBatch): all of it has its
 * outcome; "recovered" (LanyardBatch): so has what was begun by an earlier run; "said" (text): what else there is. */
LanyardBatches *lanyard_batches_new            (void);
void            lanyard_batches_set_changes    (LanyardBatches *self,
                                                LanyardChanges *changes);
void            lanyard_batches_run            (LanyardBatches *self,
                                                LanyardBatch   *batch);
void            lanyard_batches_undo           (LanyardBatches *self,
                                                gint64          number);
void            lanyard_batches_retry          (LanyardBatches *self,
                                                gint64          number);
void            lanyard_batches_offer_left     (LanyardBatches *self,
                                                gint64          number);
GListModel     *lanyard_batches_get_running    (LanyardBatches *self);
void            lanyard_batches_tell_recovered (LanyardBatches *self,
                                                gint64          number);

G_END_DECLS
