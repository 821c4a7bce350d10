/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a screen reader say what others see happen somewhere else than where they are. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_announce       (GtkWidget  *widget,
                             const char *text);
void lanyard_announce_label (GtkLabel   *label);

G_END_DECLS
