/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the activity: an operation with what came of it and what can be done about it, or a day. */
#include "lanyard-activity-row.h"

#include <glib/gi18n.h>

#include "lanyard-day.h"
#include "lanyard-entry-text.h"
#include "lanyard-row-label.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

struct _LanyardActivityRow
{
  GtkWidget parent_instance;

  GtkLabel *day;
  GtkWidget *box;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *undo;
  GtkWidget *check;

  GObject *item;
  LanyardDirectory *directory;
  GSignalGroup *entry_signals;
  GSignalGroup *credential_signals;
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

static gboolean
is_open (LanyardEntry *entry)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (entry);

  return outcome == LANYARD_OUTCOME_UNKNOWN || outcome == LANYARD_OUTCOME_PENDING;
}

static void
show_entry (LanyardActivityRow *self,
            LanyardEntry       *entry)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (self->directory),
                                                     lanyard_entry_get_credential_id (entry));
  gboolean busy = credential != NULL && seam_credential_get_busy (credential);
  gboolean under_way = lanyard_directory_get_under_way (self->directory, lanyard_entry_get_credential_id (entry)) == entry;
  g_autofree char *title = under_way ? lanyard_entry_under_way_text (entry) : lanyard_entry_title (entry);
  g_autofree char *detail = lanyard_entry_detail (entry);
  g_autofree char *label = NULL;

  g_signal_group_set_target (self->credential_signals, credential);
  show_look (self, lanyard_entry_get_outcome (entry));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !under_way);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), under_way);
  gtk_spinner_set_spinning (self->spinner, under_way);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (self->undo, !busy && lanyard_directory_can_undo (self->directory, entry));
  gtk_widget_set_visible (self->check, !busy && is_open (entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo), "x", lanyard_entry_get_id (entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check), "x", lanyard_entry_get_id (entry));

  /* Translators: a line of the activity as a screen reader says it: what was done, then when and why not */
  label = g_strdup_printf (_("%s, %s"), title, detail);
  lanyard_row_label_set (GTK_WIDGET (self), label);
}

static void
update (LanyardActivityRow *self)
{
  gboolean is_day = LANYARD_IS_DAY (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->day), is_day);
  gtk_widget_set_visible (self->box, !is_day);
  if (is_day)
    {
      g_autofree char *text = lanyard_day_text (LANYARD_DAY (self->item), g_get_real_time ());

      gtk_label_set_label (self->day, text);
      lanyard_row_label_set (GTK_WIDGET (self), text);
    }
  else if (self->item != NULL)
    show_entry (self, LANYARD_ENTRY (self->item));
}

static void
lanyard_activity_row_update_time (LanyardTimely *timely)
{
  update (LANYARD_ACTIVITY_ROW (timely));
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

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->credential_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ACTIVITY_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_activity_row_parent_class)->dispose (object);
}

static void
lanyard_activity_row_class_init (LanyardActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, day);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, box);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, undo);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityRow, check);
}

static void
lanyard_activity_row_init (LanyardActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry_signals = g_signal_group_new (LANYARD_TYPE_ENTRY);
  g_signal_group_connect_object (self->entry_signals, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->credential_signals = g_signal_group_new (SEAM_TYPE_CREDENTIAL);
  g_signal_group_connect_object (self->credential_signals, "notify::user-id", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->credential_signals, "notify::busy", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
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
 * @directory: (nullable): the workspace that it is of
 */
void
lanyard_activity_row_set_item (LanyardActivityRow *self,
                               gpointer            item,
                               LanyardDirectory   *directory)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_ROW (self));
  g_return_if_fail (item == NULL || LANYARD_IS_DIRECTORY (directory));

  g_set_object (&self->directory, directory);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->entry_signals, LANYARD_IS_ENTRY (item) ? item : NULL);
  if (!LANYARD_IS_ENTRY (item))
    g_signal_group_set_target (self->credential_signals, NULL);
  update (self);
}
