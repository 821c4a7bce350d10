/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: puts together what shows a workspace, what changes it and what is said of it. */
#include "lanyard-window.h"

#include <glib/gi18n.h>

#include "lanyard-arrivals.h"
#include "lanyard-assigner.h"
#include "lanyard-browser.h"
#include "lanyard-change-actions.h"
#include "lanyard-config.h"
#include "lanyard-go-actions.h"
#include "lanyard-header.h"
#include "lanyard-kind-label.h"
#include "lanyard-names.h"
#include "lanyard-notifier.h"
#include "lanyard-scans.h"
#include "lanyard-teller.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

/* A window that is looked at again after this long reads everything again by itself. */
#define READ_AGAIN_AFTER (5 * G_TIME_SPAN_MINUTE)

#define CLOCK_INTERVAL_SECONDS 60

#define NARROW_WIDTH 600

struct _LanyardWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay    *toast_overlay;
  LanyardHeader      *header;
  LanyardBars        *bars;
  LanyardScenes      *scenes;
  LanyardBrowser     *browser;
  AdwViewSwitcherBar *switcher_bar;

  LanyardExecutor    *executor;
  LanyardAssigner    *assigner;
  LanyardTeller      *teller;
  LanyardScans       *scans;
  LanyardArrivals    *arrivals;
  LanyardWorkspaces  *workspaces;

  LanyardDirectory   *directory;
  GSignalGroup       *changes_signals;
  GSignalGroup       *directory_signals;
  LanyardPlace        place;
  const char         *kind_class; /* of the workspace that is open; NULL: none is */
  gboolean            narrow;
  guint               layout_source;
  guint               clock_source;
  gint64              read_at; /* monotonic; when everything was last read */
};

G_DEFINE_FINAL_TYPE (LanyardWindow, lanyard_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_RECORD_ON_SHOW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* --- What is on show --- */

static gboolean
is_open (LanyardWindow *self)
{
  return self->directory != NULL && lanyard_scenes_is (self->scenes, "workspace");
}

/* In a narrow window the workspace is named under the title, for want of room beside its kind. */
static void
update_title (LanyardWindow *self,
              gboolean       workspace)
{
  LanyardConnection *current = lanyard_workspaces_get_current (self->workspaces);
  g_autofree char *subtitle = workspace && current != NULL ? lanyard_connection_title (current) : NULL;
  g_autofree char *title = workspace ? lanyard_browser_dup_title (self->browser) : NULL;

  lanyard_header_set_title (self->header, title != NULL ? title : LANYARD_APP_NAME, subtitle);
}

static gboolean
is_adding (LanyardWindow *self)
{
  gboolean adding;

  g_object_get (self->scenes, "adding", &adding, NULL);

  return adding;
}

static void
update_back (LanyardWindow *self,
             gboolean       shown)
{
  g_autofree char *text = lanyard_browser_dup_back_text (self->browser);

  if (text == NULL)
    text = g_strdup (is_adding (self) ? _("Back") : _("Back to the List"));
  lanyard_header_set_back (self->header, shown, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", shown);
}

static void
update_layout (LanyardWindow *self)
{
  gboolean workspace = lanyard_scenes_is (self->scenes, "workspace");
  gboolean list_shown = workspace && !lanyard_browser_is_content_alone (self->browser);
  gboolean title_alone;

  g_object_get (self->header, "title-visible", &title_alone, NULL);
  update_back (self, (workspace && lanyard_browser_can_go_back (self->browser))
                     || (is_adding (self) && lanyard_scenes_is (self->scenes, "connect")));
  update_title (self, workspace);
  lanyard_header_set_list_shown (self->header, list_shown, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), workspace);
  gtk_widget_set_visible (GTK_WIDGET (lanyard_header_get_workspace_button (self->header)),
                          lanyard_workspaces_has_any (self->workspaces));
  adw_view_switcher_bar_set_reveal (self->switcher_bar, list_shown && title_alone);
}

static gboolean
on_layout_due (gpointer user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (user_data);

  self->layout_source = 0;
  update_layout (self);

  return G_SOURCE_REMOVE;
}

/* A title makes room in the middle of an allocation, when no widget may come or go. */
static void
on_layout_changed (LanyardWindow *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_layout_due, self, NULL);
}

/* By the window's width alone: what is left out for want of room makes room, and must not come back for that. */
static void
lanyard_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  GTK_WIDGET_CLASS (lanyard_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->narrow == (width < NARROW_WIDTH))
    return;

  self->narrow = width < NARROW_WIDTH;
  on_layout_changed (self);
}

static void
update_open (LanyardWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = is_open (self);

  g_object_set (self->executor, "open", open, NULL);
  g_object_set (self->browser, "open", open, NULL);
  if (!open)
    {
      gtk_widget_action_set_enabled (widget, "win.refresh", FALSE);
      gtk_widget_action_set_enabled (widget, "win.stop-loading", FALSE);
    }
}

static void
on_current_changed (LanyardWindow *self)
{
  LanyardConnection *current = lanyard_workspaces_get_current (self->workspaces);

  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind_class);
  self->kind_class = current != NULL ? lanyard_workspace_kind_class (lanyard_connection_get_kind (current)) : NULL;
  if (self->kind_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->kind_class);
  update_layout (self);
}

static void
do_arrivals (LanyardWindow *self)
{
  if (is_open (self))
    lanyard_arrivals_do (self->arrivals, self->directory);
}

static void
on_state_changed (LanyardWindow *self)
{
  LanyardDirectoryState state = lanyard_directory_get_state (self->directory);
  gboolean refreshing = FALSE;

  g_object_get (self->directory, "refreshing", &refreshing, NULL);
  refreshing = refreshing || state == LANYARD_DIRECTORY_LOADING;
  lanyard_header_set_refreshing (self->header, refreshing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", !refreshing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop-loading", state == LANYARD_DIRECTORY_LOADING);
  if (refreshing)
    self->read_at = g_get_monotonic_time ();
  do_arrivals (self);

  if (state == LANYARD_DIRECTORY_FAILED)
    {
      const GError *error = lanyard_directory_get_error (self->directory);
      const char *endpoint = seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
      g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, endpoint);

      lanyard_scenes_show_trouble (self->scenes, trouble);
    }
}

static void
set_changes (LanyardWindow  *self,
             LanyardChanges *changes)
{
  LanyardDirectory *directory = changes != NULL ? lanyard_changes_get_directory (changes) : NULL;

  /* What was sent goes on to its end; what was only being read is of no use any more. */
  if (self->directory != NULL && self->directory != directory)
    {
      lanyard_directory_stop_loading (self->directory);
      lanyard_teller_clear (self->teller);
    }
  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->changes_signals, changes);
  g_signal_group_set_target (self->directory_signals, directory);
  lanyard_executor_set_changes (self->executor, changes);
  lanyard_assigner_set_directory (self->assigner, directory);
  lanyard_bars_set_directory (self->bars, directory);
  lanyard_scans_set_directory (self->scans, directory);
  lanyard_browser_set_changes (self->browser, changes);
  lanyard_workspaces_set_directory (self->workspaces, directory, self->place == LANYARD_PLACE_DEMO);
}

static void
on_scene_changed (LanyardWindow *self)
{
  if (self->directory != NULL && !lanyard_scenes_is (self->scenes, "workspace")
      && !lanyard_scenes_is (self->scenes, "trouble"))
    set_changes (self, NULL);
  update_layout (self);
  update_open (self);
}

/* --- What is said and asked --- */

static void
refresh (LanyardWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
}

static void
on_journal_failed (LanyardWindow *self,
                   GError        *error)
{
  lanyard_window_set_record (self, LANYARD_RECORD_BROKEN, error);
}

/* --- Time --- */

static gboolean
on_clock (gpointer user_data)
{
  lanyard_timely_update_below (GTK_WIDGET (user_data));

  return G_SOURCE_CONTINUE;
}

static void
on_active_changed (LanyardWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  /* The machine may have slept. */
  lanyard_timely_update_below (GTK_WIDGET (self));
  if (gtk_window_is_active (GTK_WINDOW (self)) && application != NULL)
    lanyard_notifier_withdraw (G_APPLICATION (application));
  if (gtk_window_is_active (GTK_WINDOW (self)) && is_open (self)
      && g_get_monotonic_time () - self->read_at > READ_AGAIN_AFTER)
    refresh (self);
}

/* --- Actions --- */

static void
on_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_scenes_is (self->scenes, "connect"))
    gtk_widget_activate_action (widget, "session.go-back", NULL);
  else
    lanyard_browser_go_back (self->browser);
}

static void
on_refresh (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  /* How it ends shows in the directory's state. */
  lanyard_directory_load_async (LANYARD_WINDOW (widget)->directory, NULL, NULL, NULL);
}

static void
on_stop_loading (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  lanyard_directory_stop_loading (LANYARD_WINDOW (widget)->directory);
}

/* Ctrl+Z belongs to what is being typed, also when that is empty by now, or has nothing to take back any more: taking
 * an assignment back is not what is meant there. */
static void
on_undo (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    lanyard_executor_undo (self->executor);
}

static void
on_search_users (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  lanyard_window_find (LANYARD_WINDOW (widget), "users", g_variant_get_string (parameter, NULL));
}

static void
on_choose_card (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  lanyard_scans_open (LANYARD_WINDOW (widget)->scans, g_variant_get_string (parameter, NULL));
}

static void
on_toast (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  lanyard_window_tell (LANYARD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_close (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
on_explain_record (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  lanyard_teller_explain_record (LANYARD_WINDOW (widget)->teller);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, on_refresh);
  gtk_widget_class_install_action (widget_class, "win.stop-loading", NULL, on_stop_loading);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.search-users", "s", on_search_users);
  gtk_widget_class_install_action (widget_class, "win.choose-card", "s", on_choose_card);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", on_toast);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, on_close);
  gtk_widget_class_install_action (widget_class, "win.explain-record", NULL, on_explain_record);
}

/* Not GtkApplicationWindow's own group, which is offered to every program on the session's bus. */
static GActionMap *
add_group (LanyardWindow *self,
           const char    *name)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_insert_action_group (GTK_WIDGET (self), name, G_ACTION_GROUP (group));

  return G_ACTION_MAP (group);
}

static void
update_undo (LanyardWindow *self)
{
  gboolean can_undo;

  g_object_get (self->executor, "can-undo", &can_undo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
}

/* --- The window itself --- */

static void
lanyard_window_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LanyardWindow *self = LANYARD_WINDOW (object);

  switch (id)
    {
    case PROP_RECORD_ON_SHOW:
      g_value_set_object (value, is_open (self) ? lanyard_browser_get_record_on_show (self->browser) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_window_dispose (GObject *object)
{
  LanyardWindow *self = LANYARD_WINDOW (object);

  if (self->scans != NULL)
    lanyard_scans_set_directory (self->scans, NULL);
  g_clear_object (&self->scans);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_object (&self->changes_signals);
  g_clear_object (&self->directory_signals);
  g_clear_object (&self->arrivals);
  g_clear_object (&self->assigner);
  g_clear_object (&self->executor);
  g_clear_object (&self->workspaces);
  g_clear_object (&self->teller);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_window_parent_class)->dispose (object);
}

static void
lanyard_window_class_init (LanyardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_window_get_property;
  object_class->dispose = lanyard_window_dispose;
  widget_class->size_allocate = lanyard_window_size_allocate;

  properties[PROP_RECORD_ON_SHOW] = g_param_spec_object ("record-on-show", NULL, NULL, SEAM_TYPE_RECORD,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LANYARD_TYPE_BARS);
  g_type_ensure (LANYARD_TYPE_BROWSER);
  g_type_ensure (LANYARD_TYPE_HEADER);
  g_type_ensure (LANYARD_TYPE_SCENES);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, scenes);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_scene_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);

  install_actions (widget_class);
}

/* Connects a signal of a part of the window, for as long as both live. */
static void
listen (LanyardWindow *self,
        gpointer       part,
        const char    *signal,
        GCallback      callback)
{
  g_signal_connect_object (part, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
make_executor (LanyardWindow *self)
{
  GActionMap *group = add_group (self, "change");

  self->executor = lanyard_executor_new ();
  g_object_bind_property (self, "application", self->executor, "application", G_BINDING_SYNC_CREATE);
  listen (self, self->executor, "outdated", G_CALLBACK (refresh));
  listen (self, self->executor, "notify::can-undo", G_CALLBACK (update_undo));
  lanyard_change_actions_add (group, self->executor);

  self->assigner = lanyard_assigner_new (GTK_WINDOW (self), self->executor);
  g_object_bind_property (self->browser, "selected", self->assigner, "subject", G_BINDING_SYNC_CREATE);
  lanyard_assigner_add_actions (self->assigner, group);
  self->teller = lanyard_teller_new (self->toast_overlay, self->assigner, self->executor);
}

static void
make_workspaces (LanyardWindow *self)
{
  self->workspaces = lanyard_workspaces_new (lanyard_header_get_workspace_button (self->header));
  g_object_bind_property (self->workspaces, "current", self->teller, "connection", G_BINDING_SYNC_CREATE);
  listen (self, self->workspaces, "notify::current", G_CALLBACK (on_current_changed));
  listen (self, self->workspaces, "notify::any", G_CALLBACK (update_layout));
  lanyard_workspaces_add_actions (self->workspaces, add_group (self, "workspace"));
}

static void
lanyard_window_init (LanyardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));

  make_executor (self);
  make_workspaces (self);
  self->scans = lanyard_scans_new (GTK_WINDOW (self));
  g_signal_connect_object (self->scans, "told", G_CALLBACK (lanyard_teller_offer), self->teller, G_CONNECT_SWAPPED);
  self->arrivals = lanyard_arrivals_new (self->browser);
  listen (self, self->arrivals, "said", G_CALLBACK (lanyard_window_tell));
  lanyard_go_actions_add (add_group (self, "go"), self->browser);

  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::state", G_CALLBACK (on_state_changed), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::refreshing", G_CALLBACK (on_state_changed), self);
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "journal-failed", G_CALLBACK (on_journal_failed), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);

  self->clock_source = g_timeout_add_seconds (CLOCK_INTERVAL_SECONDS, on_clock, self);

  if (LANYARD_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  update_undo (self);
  on_scene_changed (self);
}

static gboolean
get_at_once (GValue   *value,
             GVariant *variant,
             gpointer  user_data)
{
  g_value_set_boolean (value, g_str_equal (g_variant_get_string (variant, NULL), "at-once"));
  return TRUE;
}

/**
 * lanyard_window_new:
 * @application: the application
 * @settings: the application's settings
 *
 * Returns: (transfer none): a window, which the application owns
 */
LanyardWindow *
lanyard_window_new (GtkApplication *application,
                    GSettings      *settings)
{
  LanyardWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_WINDOW, "application", application, NULL);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "card-reader-assigns", self->scans, "at-once", G_SETTINGS_BIND_GET,
                                get_at_once, NULL, NULL, NULL);
  lanyard_views_set_settings (lanyard_browser_get_views (self->browser), settings);

  return self;
}

/**
 * lanyard_window_get_scenes:
 * @self: the window
 *
 * Showing one other than the workspace's leaves the workspace, unless it is about what is wrong there.
 *
 * Returns: (transfer none): what the window shows
 */
LanyardScenes *
lanyard_window_get_scenes (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->scenes;
}

/**
 * lanyard_window_get_workspaces:
 * @self: the window
 *
 * Returns: (transfer none): what the window offers to go to
 */
LanyardWorkspaces *
lanyard_window_get_workspaces (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->workspaces;
}

/**
 * lanyard_window_get_directory:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the workspace that is open
 */
LanyardDirectory *
lanyard_window_get_directory (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->directory;
}

/**
 * lanyard_window_get_place:
 * @self: the window
 *
 * Returns: what kind of workspace is open
 */
LanyardPlace
lanyard_window_get_place (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), LANYARD_PLACE_SAVED);

  return self->place;
}

/**
 * lanyard_window_show_directory:
 * @self: the window
 * @changes: what is done to the workspace
 * @place: what kind of workspace it is
 *
 * Shows a workspace's views.
 */
void
lanyard_window_show_directory (LanyardWindow  *self,
                               LanyardChanges *changes,
                               LanyardPlace    place)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (LANYARD_IS_CHANGES (changes));

  self->place = place;
  set_changes (self, changes);
  lanyard_views_remember_lists (lanyard_browser_get_views (self->browser), place == LANYARD_PLACE_SAVED);
  self->read_at = g_get_monotonic_time ();
  lanyard_scenes_show_workspace (self->scenes);
  on_state_changed (self);
  lanyard_browser_focus_list (self->browser);
  do_arrivals (self);
}

/**
 * lanyard_window_set_record:
 * @self: the window
 * @record: whether what is done is being written down
 * @error: (nullable): why it can't be
 *
 * Turns assigning off where it can't be written down first, and explains it once.
 */
void
lanyard_window_set_record (LanyardWindow *self,
                           LanyardRecord  record,
                           const GError  *error)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_teller_set_record (self->teller, error);
  lanyard_bars_set_record (self->bars, record);
  lanyard_views_set_record (lanyard_browser_get_views (self->browser), record, error);
  g_object_set (self->executor, "writable", record != LANYARD_RECORD_BROKEN, NULL);
  if (record == LANYARD_RECORD_BROKEN)
    lanyard_teller_explain_record (self->teller);
}

/**
 * lanyard_window_set_key_not_kept:
 * @self: the window
 * @reason: (nullable): why the key could not be saved, plain text; NULL when it was
 *
 * Says that the key has to be entered again the next time.
 */
void
lanyard_window_set_key_not_kept (LanyardWindow *self,
                                 const char    *reason)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_bars_set_key_not_kept (self->bars, reason);
}

/**
 * lanyard_window_tell:
 * @self: the window
 * @text: what to say, plain text
 *
 * Says something in a toast.
 */
void
lanyard_window_tell (LanyardWindow *self,
                     const char    *text)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_teller_say (self->teller, text);
}

/**
 * lanyard_window_find:
 * @self: the window
 * @view: "users" or "credentials"
 * @search: what to search for; empty to let it be typed
 *
 * Searches one of the lists, as soon as there is one.
 */
void
lanyard_window_find (LanyardWindow *self,
                     const char    *view,
                     const char    *search)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (view != NULL);
  g_return_if_fail (search != NULL);

  lanyard_arrivals_search (self->arrivals, view, search);
  do_arrivals (self);
}

/**
 * lanyard_window_show_id:
 * @self: the window
 * @is_user: whether it is a user; otherwise it is a credential
 * @id: which one
 *
 * Shows the page of a user or a credential, as soon as it is loaded.
 */
void
lanyard_window_show_id (LanyardWindow *self,
                        gboolean       is_user,
                        const char    *id)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  lanyard_arrivals_show (self->arrivals, is_user, id);
  do_arrivals (self);
}

/**
 * lanyard_window_scanned:
 * @self: the window
 * @raw: what a card reader typed
 * @where: (nullable): what had the keys then: this window, or a dialog of it
 *
 * Does with the card what is to be done with it where the window is.
 */
void
lanyard_window_scanned (LanyardWindow *self,
                        const char    *raw,
                        GtkWindow     *where)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (raw != NULL);

  lanyard_scans_take (self->scans, raw, where);
}
