/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader calls the buttons that GTK and libadwaita make: GTK 4.8 says the label of one that may have
 * a mnemonic twice, and calls one that has only an icon an image. */
#include "lanyard-button-names.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon;
  const char *name;
} icon_names[] = {
  { "window-close-symbolic", N_("Close") },
  { "edit-find-symbolic", N_("Search") },
  { "view-reveal-symbolic", N_("Show or Hide") },
};

static const char *
find_name (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);
  const char *icon = gtk_button_get_icon_name (button);

  if (GTK_IS_LABEL (child))
    return gtk_button_get_use_underline (button) ? gtk_label_get_text (GTK_LABEL (child)) : NULL;

  if (gtk_widget_get_tooltip_text (GTK_WIDGET (button)) != NULL)
    return gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  for (guint i = 0; i < G_N_ELEMENTS (icon_names); i++)
    {
      if (g_strcmp0 (icon, icon_names[i].icon) == 0)
        return _(icon_names[i].name);
    }

  return NULL;
}

static void
set_name (GtkButton *button)
{
  const char *name = find_name (button);

  if (name == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * lanyard_button_names_set:
 * @root: a widget with such buttons in it
 *
 * Gives the buttons in @root, which have to be there already, the names that they show.
 */
void
lanyard_button_names_set (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_BUTTON (root))
    set_name (GTK_BUTTON (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lanyard_button_names_set (child);
}
