/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says which access systems could not be read, with what can be done about it. */
#include "lanyard-failure-bar.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-failure-standing.h"
#include "lanyard-failures-window.h"
#include "lanyard-ui.h"

struct _LanyardFailureBar
{
  GtkWidget parent_instance;

  LanyardFailureStanding *standing;
  GtkInfoBar             *bar; /* only what is bound is taken off when the template is disposed of */
  GtkLabel               *label;
  LanyardDetailsButton   *report;

  LanyardDirectory *directory;
  char             *said;     /* the last time */
  gboolean          retrying; /* since somebody pressed the button */
};

G_DEFINE_FINAL_TYPE (LanyardFailureBar, lanyard_failure_bar, GTK_TYPE_WIDGET)

/* A label is read out when it changes; a retry that has failed as before is to be heard of, too. */
static void
on_told (LanyardFailureBar *self)
{
  const char *text = lanyard_bindable_get_text (self->standing, "text");
  gboolean loading = lanyard_bindable_get_flag (self->standing, "loading");

  lanyard_details_button_set_report (self->report, lanyard_failure_standing_report (self->standing));
  if (self->retrying && *text == '\0')
    lanyard_announce (GTK_WIDGET (self), _("Everything is now loaded."));
  else if (self->retrying && !loading && g_strcmp0 (text, self->said) == 0)
    lanyard_announce (GTK_WIDGET (self), text);
  self->retrying = self->retrying && loading;
  g_free (self->said);
  self->said = g_strdup (text);
}

/* The button stays what the keys go to: it is not made insensitive meanwhile. */
static void
on_retry (LanyardFailureBar *self)
{
  if (self->directory == NULL || lanyard_bindable_get_flag (self->standing, "loading"))
    return;

  self->retrying = TRUE;
  lanyard_announce (GTK_WIDGET (self), _("Loading…"));
  lanyard_failure_standing_retry (self->standing);
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

  g_clear_object (&self->directory);
  g_clear_pointer (&self->said, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FAILURE_BAR);

  G_OBJECT_CLASS (lanyard_failure_bar_parent_class)->dispose (object);
}

static void
lanyard_failure_bar_class_init (LanyardFailureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  g_type_ensure (LANYARD_TYPE_FAILURE_STANDING);
  G_OBJECT_CLASS (klass)->dispose = lanyard_failure_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-failure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, standing);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureBar, report);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
}

static void
lanyard_failure_bar_init (LanyardFailureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_announce_label (self->label);
  g_object_bind_property (self->standing, "failing", self, "visible", G_BINDING_SYNC_CREATE);
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
  lanyard_failure_standing_set_directory (self->standing, directory);
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

  lanyard_failure_standing_set_scope (self->standing, system_id, resource);
}
