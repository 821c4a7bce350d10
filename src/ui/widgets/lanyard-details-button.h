/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that shows what the server or a library wrote of a failure; not to be seen where that is nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_DETAILS_BUTTON (lanyard_details_button_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDetailsButton, lanyard_details_button, LANYARD, DETAILS_BUTTON, GtkButton)

GtkWidget *lanyard_details_button_new        (GVariant             *report);
void       lanyard_details_button_set_report (LanyardDetailsButton *self,
                                              GVariant             *report);

G_END_DECLS
