/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mends the names that the toolkit gives a screen reader. GTK 4.8 calls what has no name after its class, so that
 * "GtkImage" is read before the name of each button with an icon, and "GtkStackPage" before what is on a page. */
#include "lanyard-names.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
set_name (gpointer    accessible,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
unname_pages (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      set_name (page, "");
    }
}

/* A button is named after what is in it. With an icon it is to be named by its tool tip; and with a mnemonic by its
 * label as it is shown, not as it is written. */
static void
name_button (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  if (GTK_IS_LABEL (child) && gtk_button_get_use_underline (button))
    name = gtk_label_get_text (GTK_LABEL (child));
  else if (gtk_button_get_icon_name (button) == NULL)
    return;
  else if (name == NULL && g_str_equal (gtk_button_get_icon_name (button), "window-close-symbolic"))
    name = _("Close");
  else if (name == NULL && g_str_equal (gtk_button_get_icon_name (button), "edit-find-symbolic"))
    name = _("Search");

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (name != NULL)
    set_name (button, name);
}

/* One with a title is named by it. */
static void
unname_list (AdwPreferencesGroup *group)
{
  const char *title = adw_preferences_group_get_title (group);
  GtkWidget *list = title == NULL || *title == '\0' ? find_below (GTK_WIDGET (group), GTK_TYPE_LIST_BOX) : NULL;

  if (list != NULL)
    set_name (list, "");
}

/**
 * lanyard_names_mend:
 * @root: a widget that has been built
 *
 * Gives the toolkit's own parts of it, and of what is in it, the names that they have on the screen, or none.
 */
void
lanyard_names_mend (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_PREFERENCES_GROUP (root))
    unname_list (ADW_PREFERENCES_GROUP (root));
  else if (GTK_IS_STACK (root))
    unname_pages (GTK_STACK (root));
  else if (GTK_IS_BUTTON (root))
    name_button (GTK_BUTTON (root));
  else if (GTK_IS_IMAGE (root) || ADW_IS_VIEW_SWITCHER (root))
    set_name (root, "");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lanyard_names_mend (child);
}
