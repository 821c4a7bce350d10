/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a row, and the accessible name of the list item around it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_row_label_set      (GtkWidget      *row,
                                 const char     *label);
void lanyard_row_label_set_line (GtkInscription *line,
                                 const char     *text);
char *lanyard_row_label_line    (GtkWidget      *widget,
                                 const char     *text);
void lanyard_row_label_set_both (AdwActionRow   *row,
                                 const char     *title,
                                 const char     *subtitle);
void lanyard_row_label_set_all  (AdwActionRow   *row,
                                 const char     *label);

G_END_DECLS
