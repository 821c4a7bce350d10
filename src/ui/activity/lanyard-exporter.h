/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the whole journal to a file that somebody chooses. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-export.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

void lanyard_exporter_run (GtkWidget          *widget,
                           LanyardJournal     *journal,
                           LanyardExportFormat format);

G_END_DECLS
