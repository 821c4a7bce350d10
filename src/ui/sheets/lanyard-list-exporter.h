/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves users or credentials as a table to a file that somebody chooses. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"
#include "lanyard-sheet-writer.h"

G_BEGIN_DECLS

void lanyard_list_exporter_run (GtkWidget          *parent,
                                LanyardDirectory   *directory,
                                GPtrArray          *records,
                                LanyardSheetFormat  format);

G_END_DECLS
