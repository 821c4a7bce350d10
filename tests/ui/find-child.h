/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a window: by the name that it has in a template, or by anything else. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @root itself or the first descendant that has the name @id, or that @is_it is TRUE of; or NULL. */
gpointer find_child       (GtkWidget     *root,
                           const char    *id);
gpointer find_child_where (GtkWidget     *root,
                           gboolean     (*is_it) (GtkWidget     *child,
                                                  gconstpointer  data),
                           gconstpointer  data);

G_END_DECLS
