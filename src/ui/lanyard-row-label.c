/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accessible name of the list item around a row. */
#include "lanyard-row-label.h"

/**
 * lanyard_row_label_set:
 * @row: the child of a #GtkListItem
 * @label: what a screen reader says for it
 *
 * The focus is on the widget that GtkListView makes around @row, and #GtkListItem:accessible-label is newer than
 * GTK 4.8: so the name is given to the parent.
 */
void
lanyard_row_label_set (GtkWidget  *row,
                       const char *label)
{
  GtkWidget *parent;

  g_return_if_fail (GTK_IS_WIDGET (row));

  parent = gtk_widget_get_parent (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
