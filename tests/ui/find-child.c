/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a window: by the name that it has in a template, or by anything else. */
#include "find-child.h"

gpointer
find_child_where (GtkWidget     *root,
                  gboolean     (*is_it) (GtkWidget     *child,
                                         gconstpointer  data),
                  gconstpointer  data)
{
  gpointer found = NULL;

  if (is_it (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child_where (child, is_it, data);

  return found;
}

static gboolean
has_id (GtkWidget     *child,
        gconstpointer  id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)), id) == 0;
}

gpointer
find_child (GtkWidget  *root,
            const char *id)
{
  return find_child_where (root, has_id, id);
}
