/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcomes that arrive while nobody looks, as notifications of the desktop. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-batch.h"
#include "lanyard-connection.h"

G_BEGIN_DECLS

void lanyard_notifier_tell       (GApplication      *application,
                                  LanyardDirectory  *directory,
                                  LanyardEntry      *entry,
                                  const char        *text,
                                  LanyardConnection *workspace);
void lanyard_notifier_tell_batch (GApplication      *application,
                                  LanyardBatch      *batch,
                                  const char        *text,
                                  LanyardConnection *workspace);
void lanyard_notifier_watch      (GtkWindow         *window);

G_END_DECLS
