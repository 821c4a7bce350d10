/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: what was done, found again, taken back and exported. */
#include "lanyard-activity-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-activity-list.h"
#include "lanyard-activity-menu.h"
#include "lanyard-activity-output.h"
#include "lanyard-activity-rows.h"
#include "lanyard-activity-state.h"
#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

/* More is read when the end is nearer than this many heights of the view. */
#define AHEAD 3

struct _LanyardActivityPage
{
  GtkWidget parent_instance;

  LanyardActivityState *state;
  GtkWidget *bar; /* only what is bound is taken off when the template is disposed of */
  GtkWidget *filter_bar;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkLabel *count;
  LanyardDetailsButton *broken_details;
  GtkLabel *filter_label;
  LanyardActivityMenu *menu;

  LanyardDirectory *directory;
  LanyardJournal *journal;
  LanyardActivityList *list;
  LanyardActivityFilter *filter;
  LanyardActivityRows *rows;
  GSignalGroup *changes_signals;
  GSignalGroup *directory_signals;
  gboolean searching; /* for what is in the entry since the last time that something was found or not */
  gboolean awaited;   /* the focus is to be on the list when there is one */
  gint64 wanted;      /* the entry that is to be unfolded and in view when it is read; 0: none */
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardActivityPage, lanyard_activity_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static void
on_scrolled (LanyardActivityPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) + AHEAD * page > gtk_adjustment_get_upper (adjustment))
    lanyard_activity_list_load_more (self->list);
}

static void
refresh (LanyardActivityPage *self)
{
  lanyard_activity_state_refresh (self->state, self->list);
}

static void
scroll_to (LanyardActivityPage *self,
           guint                position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Returns whether it was listed. */
static gboolean
show_wanted (LanyardActivityPage *self)
{
  guint position = self->wanted != 0 ? lanyard_activity_list_find (self->list, self->wanted) : GTK_INVALID_LIST_POSITION;

  self->wanted = 0;
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  lanyard_activity_item_set_unfolded (lanyard_activity_list_get_line (self->list, position), TRUE);
  scroll_to (self, position);
  lanyard_activity_rows_focus (self->view, lanyard_activity_list_get_line (self->list, position));
  return TRUE;
}

/* What is to be seen of it: the view takes the focus also while another page is in its place. */
static gboolean
focus_main (LanyardActivityPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return (gtk_widget_get_visible (self->bar) && gtk_widget_grab_focus (GTK_WIDGET (self->entry)))
         || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
on_loaded (LanyardActivityPage *self,
           GError              *error)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  lanyard_activity_state_count (self->state, self->list);
  refresh (self);
  if (self->searching && found)
    scroll_to (self, 0);
  else if (self->searching
           && (lanyard_activity_list_is_searched (self->list) || lanyard_activity_list_is_filtered (self->list)))
    lanyard_announce (GTK_WIDGET (self), _("No Results Found"));
  self->searching = FALSE;
  if (!show_wanted (self) && self->awaited)
    focus_main (self);
  self->awaited = FALSE;
  on_scrolled (self);
}

/* It was begun, or has its outcome. Who looks at the newest entries goes on doing so. The toolkit would keep the row in
 * its place that was the first. */
static void
on_entry_moved (LanyardActivityPage *self,
                LanyardEntry        *entry)
{
  gboolean at_top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) <= 0;

  lanyard_activity_list_add (self->list, entry);
  if (at_top)
    scroll_to (self, 0);
}

/* The list can only be read once the workspace is known. */
static void
on_workspace_changed (LanyardActivityPage *self)
{
  SeamWorkspace *workspace = self->directory != NULL ? lanyard_directory_get_workspace (self->directory) : NULL;
  const char *id = workspace != NULL ? seam_record_get_id (SEAM_RECORD (workspace)) : NULL;

  lanyard_activity_list_set_journal (self->list, self->journal, id);
  lanyard_activity_menu_set_journal (self->menu, self->journal, id);
  refresh (self);
}

/* What may be undone depends on who has what, which is known bit by bit. */
static void
on_counts_changed (LanyardActivityPage *self)
{
  lanyard_timely_update_below (GTK_WIDGET (self->view));
}

/* Asks the list for what is searched and filtered for. Returns whether that is something else than before. */
static gboolean
ask (LanyardActivityPage *self)
{
  gint64 now = g_get_real_time ();
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (LanyardEntryFilter) filter = lanyard_activity_filter_ask (self->filter, search, now);
  g_autofree char *text = lanyard_activity_filter_text (self->filter, now);

  gtk_label_set_label (self->filter_label, text);
  return lanyard_activity_list_set_filter (self->list, filter);
}

static void
on_search_changed (LanyardActivityPage *self)
{
  self->searching = TRUE;
  self->awaited = FALSE;
  ask (self);
  refresh (self);
}

static void
on_filter_changed (LanyardActivityPage *self)
{
  self->searching = ask (self);
  refresh (self);
}

/* Today is another day after midnight. */
static void
lanyard_activity_page_update_time (LanyardTimely *timely)
{
  ask (LANYARD_ACTIVITY_PAGE (timely));
  refresh (LANYARD_ACTIVITY_PAGE (timely));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_activity_page_update_time;
}

/* What had the focus must not have the rest of what is typed. */
static void
on_search_started (LanyardActivityPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "go.search", NULL);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_search_stopped (LanyardActivityPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_activated (LanyardActivityPage *self,
              guint                position)
{
  LanyardActivityItem *item = lanyard_activity_list_get_line (self->list, position);

  lanyard_activity_item_set_unfolded (item, !lanyard_activity_item_get_unfolded (item));
}

static void
clear_search_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* The button that had the focus is gone with what it cleared. */
static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (widget);

  self->awaited = TRUE;
  lanyard_activity_filter_clear (self->filter);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (widget);
  gboolean all = g_str_equal (action_name, "activity.export-all");

  lanyard_activity_export (widget, self->journal, all ? NULL : lanyard_activity_list_get_filter (self->list), parameter);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (widget);

  lanyard_activity_print (widget, self->directory, self->journal, self->list, self->filter);
}

static void
set_up_view (LanyardActivityPage *self)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  lanyard_activity_rows_serve (self->rows, self->view);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

static gboolean
lanyard_activity_page_grab_focus (GtkWidget *widget)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (widget);

  self->awaited = lanyard_activity_list_is_loading (self->list);

  return self->awaited || focus_main (self);
}

static void
lanyard_activity_page_dispose (GObject *object)
{
  LanyardActivityPage *self = LANYARD_ACTIVITY_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->changes_signals);
  g_clear_object (&self->directory_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ACTIVITY_PAGE);
  g_clear_object (&self->list);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_object (&self->journal);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_activity_page_parent_class)->dispose (object);
}

static void
lanyard_activity_page_class_init (LanyardActivityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_ACTIVITY_MENU);
  g_type_ensure (LANYARD_TYPE_ACTIVITY_STATE);
  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_page_dispose;
  widget_class->grab_focus = lanyard_activity_page_grab_focus;
  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-activity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, state);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, count);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, broken_details);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "activity.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "activity.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "activity.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "activity.export-all", "s", export_action);
  gtk_widget_class_install_action (widget_class, "activity.print", NULL, print_action);
}

static void
lanyard_activity_page_init (LanyardActivityPage *self)
{
  self->list = lanyard_activity_list_new ();
  self->filter = lanyard_activity_filter_new ();
  self->rows = lanyard_activity_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_activity_menu_set_filter (self->menu, self->filter);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  lanyard_announce_label (self->count);
  set_up_view (self);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "entry-begun", G_CALLBACK (on_entry_moved), self);
  g_signal_group_connect_object (self->changes_signals, "entry-begun", G_CALLBACK (lanyard_activity_menu_note_entry),
                                 self->menu, G_CONNECT_SWAPPED);
  g_signal_group_connect_swapped (self->changes_signals, "entry-closed", G_CALLBACK (on_entry_moved), self);
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::workspace", G_CALLBACK (on_workspace_changed), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::n-credentials", G_CALLBACK (on_counts_changed), self);
  refresh (self);
}

/**
 * lanyard_activity_page_set_changes:
 * @self: the page
 * @changes: (nullable): what is done to the workspace whose activity is shown
 */
void
lanyard_activity_page_set_changes (LanyardActivityPage *self,
                                   LanyardChanges      *changes)
{
  LanyardDirectory *directory = changes != NULL ? lanyard_changes_get_directory (changes) : NULL;
  LanyardJournal *journal = changes != NULL ? lanyard_changes_get_journal (changes) : NULL;

  g_return_if_fail (LANYARD_IS_ACTIVITY_PAGE (self));

  /* The rows are of the old one. */
  lanyard_activity_list_set_journal (self->list, NULL, NULL);
  lanyard_activity_filter_clear (self->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_set_object (&self->journal, journal);
  lanyard_activity_rows_set_changes (self->rows, changes);
  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->changes_signals, changes);
  g_signal_group_set_target (self->directory_signals, directory);
  on_workspace_changed (self);
}

static void
on_record_changed (LanyardActivityPage   *self,
                   LanyardRecordStanding *standing)
{
  const GError *error = lanyard_record_standing_get_error (standing);
  g_autofree char *text = error != NULL ? lanyard_error_text (error) : NULL;

  lanyard_activity_state_set_record (self->state, standing);
  lanyard_details_button_set_report (self->broken_details,
                                     error != NULL ? lanyard_error_report (text, error, NULL) : NULL);
  refresh (self);
}

/* What was not to be had while nothing could be written down may be by now. */
static void
on_writable_changed (LanyardActivityPage   *self,
                     GParamSpec            *pspec,
                     LanyardRecordStanding *standing)
{
  if (lanyard_record_standing_get_record (standing) != LANYARD_RECORD_BROKEN)
    lanyard_activity_list_reload (self->list);
}

/**
 * lanyard_activity_page_set_record_standing:
 * @self: the page
 * @standing: whether what is done is being written down
 *
 * Says so from now on when it isn't. It is set once.
 */
void
lanyard_activity_page_set_record_standing (LanyardActivityPage   *self,
                                           LanyardRecordStanding *standing)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_PAGE (self));
  g_return_if_fail (LANYARD_IS_RECORD_STANDING (standing));

  g_signal_connect_object (standing, "notify::writable", G_CALLBACK (on_writable_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (standing, "changed", G_CALLBACK (on_record_changed), self, G_CONNECT_SWAPPED);
  on_record_changed (self, standing);
}

/**
 * lanyard_activity_page_set_key_capture_widget:
 * @self: the page
 * @widget: (nullable): where typing starts a search
 */
void
lanyard_activity_page_set_key_capture_widget (LanyardActivityPage *self,
                                              GtkWidget           *widget)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_PAGE (self));

  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}

/**
 * lanyard_activity_page_focus_search:
 * @self: the page
 *
 * Puts the cursor into the search entry, over what is in it.
 */
void
lanyard_activity_page_focus_search (LanyardActivityPage *self)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * lanyard_activity_page_show_changes:
 * @self: the page
 * @filter: (transfer none): what is to be seen
 * @entry: the id of an entry that is to be unfolded and in view; 0 for none
 *
 * Shows what @filter lets pass; a search for something else ends. The focus is then on the entry, or on the list.
 */
void
lanyard_activity_page_show_changes (LanyardActivityPage   *self,
                                    LanyardActivityFilter *filter,
                                    gint64                 entry)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_PAGE (self));

  if (lanyard_activity_filter_set_all (self->filter, filter) || entry != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  ask (self);
  self->wanted = entry;
  if (!lanyard_activity_list_is_loading (self->list) && show_wanted (self))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * lanyard_activity_page_get_filter:
 * @self: the page
 *
 * Returns: (transfer none): what is filtered for
 */
LanyardActivityFilter *
lanyard_activity_page_get_filter (LanyardActivityPage *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_PAGE (self), NULL);

  return self->filter;
}
