/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the activity: an operation with what came of it and what can be done about it. It unfolds. */
#include "lanyard-activity-row.h"

#include "lanyard-entry-details.h"
#include "lanyard-entry-facts.h"
#include "lanyard-row-label.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

struct _LanyardActivityRow
{
  GtkWidget parent_instance;

  LanyardEntryDetails *details;
  GtkLabel *day; /* only what is bound is taken off when the template is disposed of */
  GtkWidget *box;
  GtkImage *icon;
  GtkActionable *undo;
  GtkActionable *check;
  GtkActionable *retry;
  GtkImage *arrow;
  GtkRevealer *revealer;

  LanyardActivityItem *item; /* NULL: nothing is shown */
  GSignalGroup *item_signals;
  LanyardEntryFacts *facts;  /* NULL until it is first unfolded */
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardActivityRow, lanyard_activity_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static void
show_tone (LanyardActivityRow *self)
{
  const char *tone = lanyard_bindable_get_text (self->details, "tone");

  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]) { "kind-icon", *tone != '\0' ? tone : NULL, NULL });
}

static void
show_facts (LanyardActivityRow *self)
{
  LanyardEntry *entry = lanyard_entry_details_get_entry (self->details);

  if (self->facts == NULL)
    {
      self->facts = LANYARD_ENTRY_FACTS (lanyard_entry_facts_new ());
      gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->facts));
    }
  lanyard_entry_facts_set_entry (self->facts, entry,
                                 lanyard_changes_get_directory (lanyard_entry_details_get_changes (self->details)));
}

static void
show_fold (LanyardActivityRow *self)
{
  gboolean unfolded = self->item != NULL && lanyard_activity_item_get_unfolded (self->item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (unfolded)
    show_facts (self);
  gtk_revealer_set_reveal_child (self->revealer, unfolded);
  gtk_image_set_from_icon_name (self->arrow, unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
  if (parent != NULL && self->item != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
}

static void
show_day (LanyardActivityRow *self)
{
  LanyardDay *day = self->item != NULL ? lanyard_activity_item_get_day (self->item) : NULL;
  g_autofree char *text = day != NULL ? lanyard_day_text (day, g_get_real_time ()) : NULL;

  gtk_label_set_label (self->day, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day), text != NULL);
}

static void
on_told (LanyardActivityRow *self)
{
  gint64 id = lanyard_entry_get_id (lanyard_entry_details_get_entry (self->details));

  lanyard_row_label_set (GTK_WIDGET (self), lanyard_bindable_get_text (self->details, "label"));
  show_tone (self);
  show_day (self);
  if (gtk_revealer_get_reveal_child (self->revealer))
    show_facts (self);
  gtk_actionable_set_action_target (self->undo, "x", id);
  gtk_actionable_set_action_target (self->check, "x", id);
  gtk_actionable_set_action_target (self->retry, "x", id);
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
  LanyardActivityRow *self = LANYARD_ACTIVITY_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  self->facts = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_ACTIVITY_ROW);

  G_OBJECT_CLASS (lanyard_activity_row_parent_class)->dispose (object);
}

static void
lanyard_activity_row_class_init (LanyardActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_ENTRY_DETAILS);
  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, details);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, day);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, box);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, undo);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, check);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, retry);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
}

static void
lanyard_activity_row_init (LanyardActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (LANYARD_TYPE_ACTIVITY_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::unfolded", G_CALLBACK (show_fold), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::day", G_CALLBACK (show_day), self);
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
 * @item: (nullable): what to show
 * @changes: (nullable): what is done to the workspace that it is of
 */
void
lanyard_activity_row_set_item (LanyardActivityRow  *self,
                               LanyardActivityItem *item,
                               LanyardChanges      *changes)
{
  guint duration;

  g_return_if_fail (LANYARD_IS_ACTIVITY_ROW (self));
  g_return_if_fail (item == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  lanyard_entry_details_set_entry (self->details, item != NULL ? lanyard_activity_item_get_entry (item) : NULL, changes);

  /* The row is another's: it does not unfold, it is. */
  duration = gtk_revealer_get_transition_duration (self->revealer);
  gtk_revealer_set_transition_duration (self->revealer, 0);
  show_fold (self);
  gtk_revealer_set_transition_duration (self->revealer, duration);
}

/**
 * lanyard_activity_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is shown
 */
LanyardActivityItem *
lanyard_activity_row_get_item (LanyardActivityRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_ROW (self), NULL);

  return self->item;
}
