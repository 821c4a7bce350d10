/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints hand-over slips: a sheet each, or four on a sheet. */
#include "lanyard-slip-operation.h"

#include <glib/gi18n.h>

#include "lanyard-drawing.h"

struct _LanyardSlipOperation
{
  GtkPrintOperation parent_instance;

  GPtrArray       *slips; /* LanyardSlip */
  LanyardSlipSize  size;
  GtkCheckButton  *quarters; /* of the print dialog's tab; NULL while there is none */
};

G_DEFINE_FINAL_TYPE (LanyardSlipOperation, lanyard_slip_operation, GTK_TYPE_PRINT_OPERATION)

static guint
count_per_sheet (LanyardSlipOperation *self)
{
  return self->size == LANYARD_SLIP_QUARTER ? 4 : 1;
}

static void
lanyard_slip_operation_begin_print (GtkPrintOperation *operation,
                                    GtkPrintContext   *context)
{
  LanyardSlipOperation *self = LANYARD_SLIP_OPERATION (operation);
  guint n = count_per_sheet (self);

  gtk_print_operation_set_n_pages (operation, (int) ((self->slips->len + n - 1) / n));
}

/* The first of four is where one begins to read. */
static void
draw_slip (LanyardSlipOperation *self,
           GtkPrintContext      *context,
           guint                 position,
           guint                 place)
{
  guint n_across = self->size == LANYARD_SLIP_QUARTER ? 2 : 1;
  double width = gtk_print_context_get_width (context) / n_across;
  double height = gtk_print_context_get_height (context) / n_across;
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  guint column = mirrored ? n_across - 1 - place % n_across : place % n_across;
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  g_autoptr (LanyardPlacement) placement = lanyard_slip_lay_out (self->slips->pdata[position], pango, width, height,
                                                                 self->size, mirrored);

  lanyard_draw_placement (gtk_print_context_get_cairo_context (context), placement, column * width,
                          place / n_across * height);
  g_object_unref (pango);
}

static void
lanyard_slip_operation_draw_page (GtkPrintOperation *operation,
                                  GtkPrintContext   *context,
                                  int                page)
{
  LanyardSlipOperation *self = LANYARD_SLIP_OPERATION (operation);
  guint n = count_per_sheet (self);
  guint first = (guint) page * n;

  if (self->size == LANYARD_SLIP_QUARTER)
    lanyard_draw_cuts (gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context));
  for (guint i = 0; i < n && first + i < self->slips->len; i++)
    draw_slip (self, context, first + i, i);
}

static GtkWidget *
add_choice (GtkBox         *box,
            GtkCheckButton *group,
            const char     *label,
            gboolean        is_active)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_active);
  gtk_box_append (box, button);

  return button;
}

/* For one there is nothing to choose. */
static GtkWidget *
lanyard_slip_operation_create_custom_widget (GtkPrintOperation *operation)
{
  LanyardSlipOperation *self = LANYARD_SLIP_OPERATION (operation);
  gboolean quarters = self->size == LANYARD_SLIP_QUARTER;
  GtkWidget *box, *first;

  if (self->slips->len < 2)
    return NULL;

  box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-top", 18,
                      "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  first = add_choice (GTK_BOX (box), NULL, _("One slip per page"), !quarters);
  self->quarters = GTK_CHECK_BUTTON (add_choice (GTK_BOX (box), GTK_CHECK_BUTTON (first), _("Four slips per page"),
                                                 quarters));

  return box;
}

static void
lanyard_slip_operation_custom_widget_apply (GtkPrintOperation *operation,
                                            GtkWidget         *widget)
{
  LanyardSlipOperation *self = LANYARD_SLIP_OPERATION (operation);

  /* Also told where there was nothing to choose. */
  if (self->quarters == NULL)
    return;

  self->size = gtk_check_button_get_active (self->quarters) ? LANYARD_SLIP_QUARTER : LANYARD_SLIP_SHEET;
  self->quarters = NULL;
}

static void
lanyard_slip_operation_finalize (GObject *object)
{
  g_clear_pointer (&LANYARD_SLIP_OPERATION (object)->slips, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_slip_operation_parent_class)->finalize (object);
}

static void
lanyard_slip_operation_class_init (LanyardSlipOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lanyard_slip_operation_finalize;
  operation_class->begin_print = lanyard_slip_operation_begin_print;
  operation_class->draw_page = lanyard_slip_operation_draw_page;
  operation_class->create_custom_widget = lanyard_slip_operation_create_custom_widget;
  operation_class->custom_widget_apply = lanyard_slip_operation_custom_widget_apply;
}

static void
lanyard_slip_operation_init (LanyardSlipOperation *self)
{
}

/**
 * lanyard_slip_operation_new:
 * @slips: (element-type LanyardSlip): what to print
 *
 * Returns: (transfer full): what prints it: a sheet each, until somebody chooses otherwise
 */
GtkPrintOperation *
lanyard_slip_operation_new (GPtrArray *slips)
{
  LanyardSlipOperation *self;

  g_return_val_if_fail (slips != NULL && slips->len > 0, NULL);

  self = g_object_new (LANYARD_TYPE_SLIP_OPERATION, "unit", GTK_UNIT_POINTS, "custom-tab-label", _("Slips"),
                       "job-name", _("Hand-Over Slip"), NULL);
  self->slips = g_ptr_array_ref (slips);

  return GTK_PRINT_OPERATION (self);
}

/**
 * lanyard_slip_operation_set_size:
 * @self: what prints slips
 * @size: whether each has a sheet of its own
 */
void
lanyard_slip_operation_set_size (LanyardSlipOperation *self,
                                 LanyardSlipSize       size)
{
  g_return_if_fail (LANYARD_IS_SLIP_OPERATION (self));

  self->size = size;
}
