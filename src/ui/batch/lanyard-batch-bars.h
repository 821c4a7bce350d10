/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of the batches that run, wait to be gone on with, or have ended and were not closed. */
#pragma once

#include "lanyard-batches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCH_BARS (lanyard_batch_bars_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatchBars, lanyard_batch_bars, LANYARD, BATCH_BARS, GtkWidget)

void lanyard_batch_bars_follow (LanyardBatchBars *self,
                                LanyardBatches   *batches);

G_END_DECLS
