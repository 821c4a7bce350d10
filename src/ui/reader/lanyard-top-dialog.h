/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which window has the keys, where dialogs are in front of each other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *lanyard_top_dialog_find (GtkWindow *window);

G_END_DECLS
