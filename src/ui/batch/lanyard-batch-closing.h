/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window whose batches are not through: that is asked first. */
#pragma once

#include "lanyard-batches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_batch_closing_watch (GtkWindow      *window,
                                  LanyardBatches *batches);

G_END_DECLS
