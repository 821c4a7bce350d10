/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on the page of what it is about. */
#include "lanyard-history-row.h"

#include <glib/gi18n.h>

#include "lanyard-entry-details.h"
#include "lanyard-row-label.h"
#include "lanyard-timely.h"

struct _LanyardHistoryRow
{
  AdwActionRow parent_instance;

  LanyardEntryDetails *details;
  GtkWidget           *icon;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardHistoryRow, lanyard_history_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static void
show_icon (LanyardHistoryRow *self)
{
  const char *tone = lanyard_bindable_get_text (self->details, "tone");

  gtk_widget_set_css_classes (self->icon, (const char *[]) { *tone != '\0' ? tone : NULL, NULL });
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), lanyard_bindable_get_text (self->details, "icon-name"));
}

static void
on_told (LanyardHistoryRow *self)
{
  /* Translators: when it was, as "Today, 14:05" */
  g_autofree char *when = g_strdup_printf (C_("day and time", "%s, %s"),
                                           lanyard_bindable_get_text (self->details, "day"),
                                           lanyard_bindable_get_text (self->details, "detail"));

  show_icon (self);
  lanyard_row_label_set_both (ADW_ACTION_ROW (self), lanyard_bindable_get_text (self->details, "title"), when);
  lanyard_row_label_set_all (ADW_ACTION_ROW (self), lanyard_bindable_get_text (self->details, "label"));
}

static void
lanyard_history_row_update_time (LanyardTimely *timely)
{
  lanyard_entry_details_refresh (LANYARD_HISTORY_ROW (timely)->details);
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_history_row_update_time;
}

static void
lanyard_history_row_dispose (GObject *object)
{
  g_clear_object (&LANYARD_HISTORY_ROW (object)->details);

  G_OBJECT_CLASS (lanyard_history_row_parent_class)->dispose (object);
}

static void
lanyard_history_row_class_init (LanyardHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_history_row_dispose;
}

static void
lanyard_history_row_init (LanyardHistoryRow *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->details = lanyard_entry_details_new ();
  g_signal_connect_object (self->details, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_history_row_new:
 * @entry: what was done
 * @changes: what is done to the workspace that it is of
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
lanyard_history_row_new (LanyardEntry   *entry,
                         LanyardChanges *changes)
{
  LanyardHistoryRow *self = g_object_new (LANYARD_TYPE_HISTORY_ROW, NULL);

  lanyard_entry_details_set_entry (self->details, entry, changes);

  return GTK_WIDGET (self);
}

/**
 * lanyard_history_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): what was done
 */
LanyardEntry *
lanyard_history_row_get_entry (LanyardHistoryRow *self)
{
  g_return_val_if_fail (LANYARD_IS_HISTORY_ROW (self), NULL);

  return lanyard_entry_details_get_entry (self->details);
}
