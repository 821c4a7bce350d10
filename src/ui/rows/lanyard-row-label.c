/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a row, and the accessible name of the list item around it. */
#include "lanyard-row-label.h"

#include "lanyard-name-text.h"
#include "lanyard-row-slot.h"

/**
 * lanyard_row_label_set:
 * @row: the row in a slot of a list view
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
  if (LANYARD_IS_ROW_SLOT (parent))
    parent = gtk_widget_get_parent (parent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * lanyard_row_label_line:
 * @widget: what it is laid out with
 * @text: (nullable): one line
 *
 * Fit for a closure in the template of @widget.
 *
 * Returns: (transfer full): the line as @widget can show it; "" where there is none
 */
char *
lanyard_row_label_line (GtkWidget  *widget,
                        const char *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  return lanyard_name_on_line (text, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

/**
 * lanyard_row_label_set_line:
 * @line: where to show it
 * @text: one line
 */
void
lanyard_row_label_set_line (GtkInscription *line,
                            const char     *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_INSCRIPTION (line));

  shown = lanyard_row_label_line (GTK_WIDGET (line), text);
  gtk_inscription_set_text (line, shown);
}

/**
 * lanyard_row_label_set_both:
 * @row: a row whose texts aren't markup
 * @title: its title
 * @subtitle: its subtitle
 */
void
lanyard_row_label_set_both (AdwActionRow *row,
                            const char   *title,
                            const char   *subtitle)
{
  g_autofree char *first = lanyard_row_label_line (GTK_WIDGET (row), title);
  g_autofree char *second = lanyard_row_label_line (GTK_WIDGET (row), subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), first);
  adw_action_row_set_subtitle (row, second);
}

/**
 * lanyard_row_label_set_all:
 * @row: a row of a #GtkListBox
 * @label: all that a screen reader says for it
 *
 * By itself, an #AdwActionRow is named by its title alone.
 */
void
lanyard_row_label_set_all (AdwActionRow *row,
                           const char   *label)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
