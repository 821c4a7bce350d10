/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a summary of the activity. */
#include "lanyard-summary-operation.h"

#include "lanyard-drawing.h"
#include "lanyard-summary-layout.h"

struct _LanyardSummaryOperation
{
  GtkPrintOperation parent_instance;

  LanyardSummary *summary;
  GPtrArray      *sheets; /* LanyardPlacement; NULL until it is begun */
};

G_DEFINE_FINAL_TYPE (LanyardSummaryOperation, lanyard_summary_operation, GTK_TYPE_PRINT_OPERATION)

static void
lanyard_summary_operation_begin_print (GtkPrintOperation *operation,
                                       GtkPrintContext   *context)
{
  LanyardSummaryOperation *self = LANYARD_SUMMARY_OPERATION (operation);
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = lanyard_summary_lay_out (self->summary, pango, gtk_print_context_get_width (context),
                                          gtk_print_context_get_height (context),
                                          gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  gtk_print_operation_set_n_pages (operation, (int) self->sheets->len);
  g_object_unref (pango);
}

static void
lanyard_summary_operation_draw_page (GtkPrintOperation *operation,
                                     GtkPrintContext   *context,
                                     int                page)
{
  lanyard_draw_placement (gtk_print_context_get_cairo_context (context),
                          LANYARD_SUMMARY_OPERATION (operation)->sheets->pdata[page], 0, 0);
}

static void
lanyard_summary_operation_finalize (GObject *object)
{
  LanyardSummaryOperation *self = LANYARD_SUMMARY_OPERATION (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->summary, lanyard_summary_free);

  G_OBJECT_CLASS (lanyard_summary_operation_parent_class)->finalize (object);
}

static void
lanyard_summary_operation_class_init (LanyardSummaryOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lanyard_summary_operation_finalize;
  operation_class->begin_print = lanyard_summary_operation_begin_print;
  operation_class->draw_page = lanyard_summary_operation_draw_page;
}

static void
lanyard_summary_operation_init (LanyardSummaryOperation *self)
{
}

/**
 * lanyard_summary_operation_new:
 * @summary: (transfer full): what it says
 *
 * Returns: (transfer full): what prints it
 */
GtkPrintOperation *
lanyard_summary_operation_new (LanyardSummary *summary)
{
  LanyardSummaryOperation *self;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_SUMMARY_OPERATION, "unit", GTK_UNIT_POINTS, "job-name", summary->title, NULL);
  self->summary = summary;

  return GTK_PRINT_OPERATION (self);
}
