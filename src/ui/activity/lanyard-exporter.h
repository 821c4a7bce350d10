/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what is asked for of the journal to a file that somebody chooses. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-export.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

void lanyard_exporter_run (GtkWidget                *widget,
                           LanyardJournal           *journal,
                           const LanyardEntryFilter *filter,
                           LanyardExportFormat       format);

G_END_DECLS
