/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down whole what a batch is about to do, before the first of it is sent. */
#pragma once

#include "lanyard-batch-item.h"

G_BEGIN_DECLS

void     lanyard_batch_start_async  (LanyardRunner        *runner,
                                     GPtrArray            *items,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean lanyard_batch_start_finish (LanyardRunner        *runner,
                                     GAsyncResult         *result,
                                     GError              **error);
void     lanyard_batch_start_dismiss (LanyardRunner       *runner,
                                      GPtrArray           *items);

G_END_DECLS
