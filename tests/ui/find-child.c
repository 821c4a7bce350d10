/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child of a window, by the name that it has in a template. */
#include "find-child.h"

gpointer
find_child (GtkWidget  *root,
            const char *id)
{
  gpointer found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, id);

  return found;
}
