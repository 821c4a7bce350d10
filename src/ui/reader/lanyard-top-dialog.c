/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which window has the keys, where dialogs are in front of each other. */
#include "lanyard-top-dialog.h"

static GtkWindow *
find_dialog_on (GtkWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    {
      if (gtk_window_get_transient_for (link->data) == window && gtk_widget_get_visible (link->data))
        return link->data;
    }

  return NULL;
}

/**
 * lanyard_top_dialog_find:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): the dialog in front of all others, which has the keys; %NULL when @window has
 *   them
 */
GtkWindow *
lanyard_top_dialog_find (GtkWindow *window)
{
  GtkWindow *top = NULL;

  while ((window = find_dialog_on (window)) != NULL)
    top = window;

  return top;
}
