/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar of one batch: what it does, how far it has come, and what can be done about it. */
#pragma once

#include "lanyard-batches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCH_BAR (lanyard_batch_bar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatchBar, lanyard_batch_bar, LANYARD, BATCH_BAR, GtkWidget)

/* Signal "closed": it is no longer wanted. */
GtkWidget    *lanyard_batch_bar_new       (LanyardBatches  *batches,
                                           LanyardBatch    *batch);
LanyardBatch *lanyard_batch_bar_get_batch (LanyardBatchBar *self);

G_END_DECLS
