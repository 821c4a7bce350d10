/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a batch, in a line, and a line for each reason why not all of it was done. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

char *lanyard_batch_text           (LanyardBatch *batch);
char *lanyard_batch_recovered_text (LanyardBatch *batch);

G_END_DECLS
