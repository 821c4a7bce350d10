/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child of a window, by the name that it has in a template. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @root itself or the first descendant that has the name @id; or NULL. */
gpointer find_child (GtkWidget  *root,
                     const char *id);

G_END_DECLS
