/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says which access systems could not be read, with what can be done about it. */
#include "lanyard-failure-bar.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-failure-text.h"
#include "lanyard-failures-window.h"
#include "lanyard-ui.h"

struct _LanyardFailureBar
{
  GtkWidget parent_instance;

  GtkInfoBar *bar;
  GtkLabel   *label;
  GtkSpinner *spinner;
  GtkWidget  *details;

  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  char             *system_id; /* the only one to tell of; NULL: all of them */
  LanyardResource   resource;  /* the only one of its lists */
  gboolean          retrying;  /* since somebody pressed the button */
};

G_DEFINE_FINAL_TYPE (LanyardFailureBar, lanyard_failure_bar, GTK_TYPE_WIDGET)

static char *
make_text (LanyardFailureBar *self)
{
  LanyardSystemLoad *load;

  if (self->directory == NULL)
    return NULL;
  if (self->system_id == NULL)
    return lanyard_failures_text (lanyard_directory_get_failures (self->directory));
  load = lanyard_directory_lookup_failure (self->directory, self->system_id, self->resource);

  return load != NULL ? lanyard_failure_resource_text (load, self->resource) : NULL;
}

static gboolean
is_loading (LanyardFailureBar *self)
{
  GListModel *failures = lanyard_directory_get_failures (self->directory);

  for (guint i = 0; i < g_list_model_get_n_items (failures); i++)
    {
      g_autoptr (LanyardSystemLoad) load = g_list_model_get_item (failures, i);

      if (lanyard_system_load_get_loading (load))
        return TRUE;
    }

  return FALSE;
}

static void
update (LanyardFailureBar *self)
{
  g_autofree char *text = make_text (self);
  gboolean loading = text != NULL && is_loading (self);

  gtk_spinner_set_spinning (self->spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_info_bar_set_revealed (self->bar, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_widget_set_visible (self->details, text != NULL && self->system_id == NULL
                          && g_list_model_get_n_items (lanyard_directory_get_failures (self->directory)) > 1);
  /* A label is read out when it changes; a retry that has failed as before is to be heard of, too. */
  if (text != NULL && self->retrying && !loading && g_str_equal (text, gtk_label_get_label (self->label)))
    lanyard_announce (GTK_WIDGET (self), text);
  if (text != NULL)
    gtk_label_set_label (self->label, text);
  else if (self->retrying)
    lanyard_announce (GTK_WIDGET (self), _("Everything is loaded now."));
  self->retrying = self->retrying && loading;
}

/* The button stays what the keys go to: it is not made insensitive meanwhile. */
static void
on_retry (LanyardFailureBar *self)
{
  if (self->directory == NULL || is_loading (self))
    return;

  self->retrying = TRUE;
  lanyard_announce (GTK_WIDGET (self), _("Loading…"));
  lanyard_directory_retry (self->directory, self->system_id);
}

static void
on_details (LanyardFailureBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = lanyard_failures_window_new (self->directory);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

static void
lanyard_failure_bar_dispose (GObject *object)
{
  LanyardFailureBar *self = LANYARD_FAILURE_BAR (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->system_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FAILURE_BAR);

  G_OBJECT_CLASS (lanyard_failure_bar_parent_class)->dispose (object);
}

static void
lanyard_failure_bar_class_init (LanyardFailureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_failure_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-failure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, details);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
}

static void
lanyard_failure_bar_init (LanyardFailureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_announce_label (self->label);
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::failures", G_CALLBACK (update), self);
}

/**
 * lanyard_failure_bar_set_directory:
 * @self: the bar
 * @directory: (nullable): the workspace whose access systems it tells of
 *
 * Follows @directory from now on.
 */
void
lanyard_failure_bar_set_directory (LanyardFailureBar *self,
                                   LanyardDirectory  *directory)
{
  g_return_if_fail (LANYARD_IS_FAILURE_BAR (self));

  if (!g_set_object (&self->directory, directory))
    return;

  self->retrying = FALSE;
  g_signal_group_set_target (self->directory_signals, directory);
  update (self);
}

/**
 * lanyard_failure_bar_set_scope:
 * @self: the bar
 * @system_id: (nullable): an access system
 * @resource: one of its lists
 *
 * Tells of that list alone from now on.
 */
void
lanyard_failure_bar_set_scope (LanyardFailureBar *self,
                               const char        *system_id,
                               LanyardResource    resource)
{
  g_return_if_fail (LANYARD_IS_FAILURE_BAR (self));

  g_free (self->system_id);
  self->system_id = g_strdup (system_id);
  self->resource = resource;
  update (self);
}
