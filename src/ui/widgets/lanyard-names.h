/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mends the names that the toolkit gives a screen reader. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_names_mend (GtkWidget *root);

G_END_DECLS
