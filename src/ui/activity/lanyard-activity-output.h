/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity on its way out: into a file, and on paper. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-filter.h"
#include "lanyard-activity-list.h"
#include "lanyard-directory.h"

G_BEGIN_DECLS

void lanyard_activity_export (GtkWidget                *widget,
                              LanyardJournal           *journal,
                              const LanyardEntryFilter *filter,
                              GVariant                 *format);
void lanyard_activity_print  (GtkWidget                *widget,
                              LanyardDirectory         *directory,
                              LanyardJournal           *journal,
                              LanyardActivityList      *list,
                              LanyardActivityFilter    *filter);

G_END_DECLS
