/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accessible name of the list item around a row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_row_label_set (GtkWidget  *row,
                            const char *label);

G_END_DECLS
