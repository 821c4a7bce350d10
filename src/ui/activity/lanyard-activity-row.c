/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the activity: an operation with what came of it and what can be done about it, or a day. */
#include "lanyard-activity-row.h"

#include "lanyard-details-button.h"
#include "lanyard-entry-details.h"
#include "lanyard-row-label.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

struct _LanyardActivityRow
{
  GtkWidget parent_instance;

  LanyardEntryDetails *details;
  GtkWidget *day; /* only what is bound is taken off when the template is disposed of */
  GtkWidget *box;
  GtkImage *icon;
  GtkActionable *undo;
  GtkActionable *check;
  LanyardDetailsButton *report;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardActivityRow, lanyard_activity_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [LANYARD_OUTCOME_PENDING] = { "content-loading-symbolic", NULL },
  [LANYARD_OUTCOME_DONE] = { "object-select-symbolic", "success" },
  [LANYARD_OUTCOME_REFUSED] = { "action-unavailable-symbolic", "error" },
  [LANYARD_OUTCOME_HALF_DONE] = { "dialog-warning-symbolic", "warning" },
  [LANYARD_OUTCOME_UNKNOWN] = { "dialog-question-symbolic", "warning" },
};

static void
show_look (LanyardActivityRow *self,
           LanyardOutcome      outcome)
{
  gtk_image_set_from_icon_name (self->icon, looks[outcome].icon_name);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (looks[i].css_class != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].css_class);
    }
  if (looks[outcome].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[outcome].css_class);
}

static void
on_told (LanyardActivityRow *self)
{
  LanyardEntry *entry = lanyard_entry_details_get_entry (self->details);

  lanyard_row_label_set (GTK_WIDGET (self), lanyard_bindable_get_text (self->details, "label"));
  lanyard_details_button_set_report (self->report, lanyard_entry_details_report (self->details));
  if (entry == NULL)
    return;

  show_look (self, lanyard_entry_get_outcome (entry));
  gtk_actionable_set_action_target (self->undo, "x", lanyard_entry_get_id (entry));
  gtk_actionable_set_action_target (self->check, "x", lanyard_entry_get_id (entry));
}

static void
lanyard_activity_row_update_time (LanyardTimely *timely)
{
  lanyard_entry_details_refresh (LANYARD_ACTIVITY_ROW (timely)->details);
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_activity_row_update_time;
}

static void
lanyard_activity_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_ACTIVITY_ROW);

  G_OBJECT_CLASS (lanyard_activity_row_parent_class)->dispose (object);
}

static void
lanyard_activity_row_class_init (LanyardActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  g_type_ensure (LANYARD_TYPE_ENTRY_DETAILS);
  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, details);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, day);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, box);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, undo);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, check);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, report);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
}

static void
lanyard_activity_row_init (LanyardActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_activity_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
lanyard_activity_row_new (void)
{
  return g_object_new (LANYARD_TYPE_ACTIVITY_ROW, NULL);
}

/**
 * lanyard_activity_row_set_item:
 * @self: a row
 * @item: (nullable): a #LanyardEntry or a #LanyardDay
 * @changes: (nullable): what is done to the workspace that it is of
 */
void
lanyard_activity_row_set_item (LanyardActivityRow *self,
                               gpointer            item,
                               LanyardChanges     *changes)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_ROW (self));
  g_return_if_fail (item == NULL || LANYARD_IS_CHANGES (changes));

  lanyard_entry_details_set_item (self->details, item, changes);
}
