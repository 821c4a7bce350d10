/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was last done to a user or a credential, on its page: there is nothing to be seen where there is nothing. */
#include "lanyard-history-list.h"

#include <glib/gi18n.h>

#include "lanyard-history-row.h"

/* The rest is in the activity. */
#define N_ROWS 5

struct _LanyardHistoryList
{
  AdwPreferencesGroup parent_instance;

  LanyardChanges     *changes;
  SeamRecord         *record;
  LanyardEntryFilter *filter; /* NULL: there is no record */
  GSignalGroup       *changes_signals;
  GPtrArray          *rows;   /* what the group shows; it has no way to ask it */
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (LanyardHistoryList, lanyard_history_list, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_rows (LanyardHistoryList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_changes (LanyardHistoryList *self,
              LanyardEntry       *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "go.show-changes", "(bsx)", SEAM_IS_USER (self->record),
                              seam_record_get_id (self->record), entry != NULL ? lanyard_entry_get_id (entry) : 0);
}

static void
on_activated (LanyardHistoryList *self,
              LanyardHistoryRow  *row)
{
  show_changes (self, lanyard_history_row_get_entry (row));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LanyardHistoryList *self = LANYARD_HISTORY_LIST (widget);

  if (self->record != NULL)
    show_changes (self, NULL);
}

/* Rows say by themselves what has become of their entries. */
static gboolean
are_shown (LanyardHistoryList *self,
           GPtrArray          *entries)
{
  if (self->rows->len != entries->len)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (lanyard_history_row_get_entry (self->rows->pdata[i]) != entries->pdata[i])
      return FALSE;

  return TRUE;
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  LanyardHistoryList *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = LANYARD_HISTORY_LIST (user_data);
  g_clear_object (&self->cancellable);
  if (entries == NULL || are_shown (self, entries))
    return;

  clear_rows (self);
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = lanyard_history_row_new (entries->pdata[i], self->changes);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}

static void
stop (LanyardHistoryList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (LanyardHistoryList *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  lanyard_journal_list_async (lanyard_changes_get_journal (self->changes), self->filter, 0, N_ROWS, self->cancellable,
                              on_listed, self);
}

static void
on_entry_moved (LanyardHistoryList *self,
                LanyardEntry       *entry)
{
  if (self->filter != NULL && lanyard_entry_filter_matches (self->filter, entry))
    load (self);
}

static LanyardEntryFilter *
make_filter (SeamRecord *record)
{
  LanyardEntryFilter *filter = lanyard_entry_filter_new (NULL, NULL);

  *(SEAM_IS_USER (record) ? &filter->user_id : &filter->credential_id) = g_strdup (seam_record_get_id (record));

  return filter;
}

/**
 * lanyard_history_list_set_record:
 * @self: a list
 * @changes: (nullable): what is done to the workspace
 * @record: (nullable): a user or a credential of it
 *
 * Shows what was last done to @record, and goes on doing so.
 */
void
lanyard_history_list_set_record (LanyardHistoryList *self,
                                 LanyardChanges     *changes,
                                 SeamRecord         *record)
{
  g_return_if_fail (LANYARD_IS_HISTORY_LIST (self));

  if (changes == NULL)
    record = NULL;
  if (self->changes == changes && self->record == record)
    return;

  stop (self);
  clear_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_set_object (&self->changes, changes);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->changes_signals, changes);
  g_clear_pointer (&self->filter, lanyard_entry_filter_free);
  if (record == NULL)
    return;

  self->filter = make_filter (record);
  load (self);
}

static void
lanyard_history_list_dispose (GObject *object)
{
  LanyardHistoryList *self = LANYARD_HISTORY_LIST (object);

  stop (self);
  g_clear_object (&self->changes_signals);
  g_clear_object (&self->changes);
  g_clear_object (&self->record);
  g_clear_pointer (&self->filter, lanyard_entry_filter_free);

  G_OBJECT_CLASS (lanyard_history_list_parent_class)->dispose (object);
}

static void
lanyard_history_list_finalize (GObject *object)
{
  g_ptr_array_unref (LANYARD_HISTORY_LIST (object)->rows);

  G_OBJECT_CLASS (lanyard_history_list_parent_class)->finalize (object);
}

static void
lanyard_history_list_class_init (LanyardHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_history_list_dispose;
  object_class->finalize = lanyard_history_list_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "history-list.show-all", NULL, show_all_action);
}

static void
lanyard_history_list_init (LanyardHistoryList *self)
{
  GtkWidget *show_all = g_object_new (GTK_TYPE_BUTTON, "label", _("Show All"), "action-name", "history-list.show-all",
                                      "valign", GTK_ALIGN_CENTER, NULL);

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Recent Changes"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), show_all);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "entry-begun", G_CALLBACK (on_entry_moved), self);
  g_signal_group_connect_swapped (self->changes_signals, "entry-closed", G_CALLBACK (on_entry_moved), self);
}
