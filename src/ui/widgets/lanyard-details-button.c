/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that shows what the server or a library wrote of a failure; not to be seen where that is nothing. */
#include "lanyard-details-button.h"

#include <glib/gi18n.h>

#include "lanyard-report-window.h"

struct _LanyardDetailsButton
{
  GtkButton parent_instance;

  GVariant *report; /* see lanyard-error-report.h; NULL: none */
};

G_DEFINE_FINAL_TYPE (LanyardDetailsButton, lanyard_details_button, GTK_TYPE_BUTTON)

static void
lanyard_details_button_clicked (GtkButton *button)
{
  LanyardDetailsButton *self = LANYARD_DETAILS_BUTTON (button);

  if (self->report != NULL)
    lanyard_report_window_present (GTK_WIDGET (self), self->report);
}

static void
lanyard_details_button_finalize (GObject *object)
{
  g_clear_pointer (&LANYARD_DETAILS_BUTTON (object)->report, g_variant_unref);

  G_OBJECT_CLASS (lanyard_details_button_parent_class)->finalize (object);
}

static void
lanyard_details_button_class_init (LanyardDetailsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_details_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = lanyard_details_button_clicked;
}

static void
lanyard_details_button_init (LanyardDetailsButton *self)
{
  gtk_button_set_label (GTK_BUTTON (self), _("Details"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lanyard_details_button_new:
 * @report: (nullable): what it shows, see lanyard-error-report.h
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
lanyard_details_button_new (GVariant *report)
{
  LanyardDetailsButton *self = g_object_new (LANYARD_TYPE_DETAILS_BUTTON, NULL);

  lanyard_details_button_set_report (self, report);

  return GTK_WIDGET (self);
}

/**
 * lanyard_details_button_set_report:
 * @self: a button
 * @report: (nullable): what it shows from now on; a floating one is taken
 */
void
lanyard_details_button_set_report (LanyardDetailsButton *self,
                                   GVariant             *report)
{
  g_return_if_fail (LANYARD_IS_DETAILS_BUTTON (self));

  if (report != NULL)
    g_variant_ref_sink (report);
  g_clear_pointer (&self->report, g_variant_unref);
  self->report = report;
  gtk_widget_set_visible (GTK_WIDGET (self), report != NULL);
}
