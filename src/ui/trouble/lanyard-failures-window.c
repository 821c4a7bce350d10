/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the access systems that could not be read, each with its reason. */
#include "lanyard-failures-window.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-failure-row.h"
#include "lanyard-names.h"
#include "lanyard-ui.h"

struct _LanyardFailuresWindow
{
  AdwWindow parent_instance;

  GtkListBox *list;

  LanyardDirectory *directory;
};

G_DEFINE_FINAL_TYPE (LanyardFailuresWindow, lanyard_failures_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return lanyard_failure_row_new (LANYARD_FAILURES_WINDOW (user_data)->directory, LANYARD_SYSTEM_LOAD (item));
}

/* There is nothing left to be told. */
static void
on_items_changed (LanyardFailuresWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (g_list_model_get_n_items (lanyard_directory_get_failures (self->directory)) > 0)
    return;

  if (parent != NULL)
    lanyard_announce (GTK_WIDGET (parent), _("Everything is now loaded."));
  gtk_window_close (GTK_WINDOW (self));
}

static void
lanyard_failures_window_dispose (GObject *object)
{
  LanyardFailuresWindow *self = LANYARD_FAILURES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FAILURES_WINDOW);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_failures_window_parent_class)->dispose (object);
}

static void
lanyard_failures_window_class_init (LanyardFailuresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_failures_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-failures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFailuresWindow, list);
}

static void
lanyard_failures_window_init (LanyardFailuresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
}

/**
 * lanyard_failures_window_new:
 * @directory: a workspace
 *
 * Returns: (transfer none): a window that is yet to be presented; it closes when nothing is missing any more
 */
GtkWidget *
lanyard_failures_window_new (LanyardDirectory *directory)
{
  LanyardFailuresWindow *self;
  GListModel *failures;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  self = g_object_new (LANYARD_TYPE_FAILURES_WINDOW, NULL);
  self->directory = g_object_ref (directory);
  failures = lanyard_directory_get_failures (directory);
  gtk_list_box_bind_model (self->list, failures, create_row, self, NULL);
  g_signal_connect_object (failures, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
