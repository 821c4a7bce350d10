/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keyboard shortcuts in one table, which the shortcuts window is filled from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       lanyard_accels_install              (GtkApplication *application);
GtkWindow *lanyard_accels_new_shortcuts_window (void);

G_END_DECLS
