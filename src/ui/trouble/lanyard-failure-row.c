/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of an access system that could not be read: what of it, why, and trying it again. */
#include "lanyard-failure-row.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-failure-text.h"
#include "lanyard-ui.h"

struct _LanyardFailureRow
{
  AdwActionRow parent_instance;

  GtkSpinner *spinner;
  GtkWidget  *retry;
  LanyardDetailsButton *report;

  LanyardDirectory  *directory;
  LanyardSystemLoad *load;
  gboolean           retrying; /* since somebody pressed the button */
};

G_DEFINE_FINAL_TYPE (LanyardFailureRow, lanyard_failure_row, ADW_TYPE_ACTION_ROW)

static const char *
get_endpoint (LanyardFailureRow *self)
{
  return seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
}

static void
on_load_changed (LanyardFailureRow *self)
{
  g_autofree char *name = lanyard_failure_name (self->load);
  g_autofree char *text = NULL;
  gboolean loading = lanyard_system_load_get_loading (self->load);

  /* It has been read; the row is about to go. */
  if (lanyard_system_load_get_error (self->load) == NULL)
    return;

  text = lanyard_failure_text (self->load);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  lanyard_details_button_set_report (self->report, lanyard_failure_report (self->load, text, get_endpoint (self)));
  if (self->retrying && !loading)
    lanyard_announce (GTK_WIDGET (self), text);
  self->retrying = self->retrying && loading;
}

static void
on_retry (LanyardFailureRow *self)
{
  SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (self->load));

  if (lanyard_system_load_get_loading (self->load))
    return;

  self->retrying = TRUE;
  lanyard_announce (GTK_WIDGET (self), _("Loading…"));
  lanyard_directory_retry (self->directory, seam_record_get_id (system));
}

static void
lanyard_failure_row_dispose (GObject *object)
{
  LanyardFailureRow *self = LANYARD_FAILURE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FAILURE_ROW);
  g_clear_object (&self->directory);
  g_clear_object (&self->load);

  G_OBJECT_CLASS (lanyard_failure_row_parent_class)->dispose (object);
}

static void
lanyard_failure_row_class_init (LanyardFailureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = lanyard_failure_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-failure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureRow, retry);
  gtk_widget_class_bind_template_child (widget_class, LanyardFailureRow, report);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
lanyard_failure_row_init (LanyardFailureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_failure_row_new:
 * @directory: a workspace
 * @load: one of its failures
 *
 * Returns: (transfer none): a row that follows it
 */
GtkWidget *
lanyard_failure_row_new (LanyardDirectory  *directory,
                         LanyardSystemLoad *load)
{
  LanyardFailureRow *self;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (load), NULL);

  self = g_object_new (LANYARD_TYPE_FAILURE_ROW, NULL);
  self->directory = g_object_ref (directory);
  self->load = g_object_ref (load);
  name = lanyard_failure_name (load);
  /* Translators: what a screen reader calls a button; %s is the name of an access system */
  label = g_strdup_printf (_("Try Again to Load %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->retry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (load, "notify", G_CALLBACK (on_load_changed), self, G_CONNECT_SWAPPED);
  g_object_bind_property (load, "loading", self->spinner, "spinning", G_BINDING_SYNC_CREATE);
  on_load_changed (self);

  return GTK_WIDGET (self);
}
