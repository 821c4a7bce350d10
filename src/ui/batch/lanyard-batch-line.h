/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a report: one record of a batch, whose it is, and what came of it. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCH_LINE (lanyard_batch_line_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatchLine, lanyard_batch_line, LANYARD, BATCH_LINE, GObject)

LanyardBatchLine *lanyard_batch_line_new       (LanyardBatch     *batch,
                                                guint             position);
const char       *lanyard_batch_line_get_name  (LanyardBatchLine *self);
const char       *lanyard_batch_line_get_text  (LanyardBatchLine *self);
const char       *lanyard_batch_line_get_icon  (LanyardBatchLine *self);
int               lanyard_batch_line_compare   (gconstpointer     a,
                                                gconstpointer     b);

G_END_DECLS
