/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key that opens the page of the user guide about a window. The application's own keys don't reach windows that are
 * in front of its main one. */
#include "lanyard-help.h"

static gboolean
show_page (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkWindow *window = GTK_WINDOW (widget);
  g_autoptr (GVariant) page = g_variant_get_child_value (arguments, 0);

  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return gtk_widget_activate_action_variant (GTK_WIDGET (window), "app.help-page", page);
}

/**
 * lanyard_help_bind:
 * @widget_class: the class of a window that is shown in front of another
 * @page: the id of a page of the user guide
 *
 * Has F1 open @page.
 */
void
lanyard_help_bind (GtkWidgetClass *widget_class,
                   const char     *page)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  g_return_if_fail (page != NULL);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, show_page, "(s)", page);
}
