/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a batch is doing, and how far it has come. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

char *lanyard_batch_title_text    (LanyardBatch *batch);
char *lanyard_batch_progress_text (LanyardBatch *batch);

G_END_DECLS
