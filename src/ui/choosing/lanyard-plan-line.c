/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a line of a plan, with a check box to leave it out by. The list item around it is what is clicked, and what
 * says that it is selected. */
#include "lanyard-plan-line.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-row-label.h"
#include "lanyard-ui.h"

struct _LanyardPlanLine
{
  GtkWidget parent_instance;

  GtkCheckButton *check;
  GtkImage       *kind;
  GtkWidget      *texts; /* bound, so that it goes with the template */
  GtkLabel       *title;
  GtkLabel       *text;
};

G_DEFINE_FINAL_TYPE (LanyardPlanLine, lanyard_plan_line, GTK_TYPE_WIDGET)

static void
lanyard_plan_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_PLAN_LINE);

  G_OBJECT_CLASS (lanyard_plan_line_parent_class)->dispose (object);
}

static void
lanyard_plan_line_class_init (LanyardPlanLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_plan_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-plan-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanLine, check);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanLine, kind);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanLine, texts);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanLine, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanLine, text);
}

static void
lanyard_plan_line_init (LanyardPlanLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_plan_line_new:
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
lanyard_plan_line_new (void)
{
  return g_object_new (LANYARD_TYPE_PLAN_LINE, NULL);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  g_autofree char *line = lanyard_row_label_line (GTK_WIDGET (label), text);

  gtk_label_set_label (label, line);
}

/**
 * lanyard_plan_line_set_row:
 * @self: a line, which is in a list item
 * @row: what to show
 */
void
lanyard_plan_line_set_row (LanyardPlanLine *self,
                           LanyardPlanRow  *row)
{
  SeamRecord *record;
  g_autofree char *label = NULL;
  gboolean can_be_done;

  g_return_if_fail (LANYARD_IS_PLAN_LINE (self));
  g_return_if_fail (LANYARD_IS_PLAN_ROW (row));

  record = lanyard_plan_row_get_record (row);
  can_be_done = lanyard_plan_row_get_change (row) != NULL;
  gtk_image_set_from_icon_name (self->kind, SEAM_IS_USER (record)
                                              ? "avatar-default-symbolic"
                                              : lanyard_credential_icon_name (SEAM_CREDENTIAL (record)));
  set_label (self->title, lanyard_plan_row_get_title (row));
  set_label (self->text, lanyard_plan_row_get_text (row));
  /* It takes as much room as the others, so that the names stay below each other. */
  gtk_widget_set_opacity (GTK_WIDGET (self->check), can_be_done ? 1 : 0);
  label = g_strdup_printf (_("%s, %s"), lanyard_plan_row_get_title (row), lanyard_plan_row_get_text (row));
  lanyard_row_label_set (GTK_WIDGET (self), label);
}

/**
 * lanyard_plan_line_set_included:
 * @self: a line
 * @included: whether its change is to be made
 */
void
lanyard_plan_line_set_included (LanyardPlanLine *self,
                                gboolean         included)
{
  g_return_if_fail (LANYARD_IS_PLAN_LINE (self));

  gtk_check_button_set_active (self->check, included);
}
