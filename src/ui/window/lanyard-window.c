/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: a workspace's views, or the page that stands in for them. What is done in it: the other file. */
#include "lanyard-window-private.h"

#include "lanyard-config.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"
#include "lanyard-notifier.h"
#include "lanyard-timely.h"
#include "lanyard-ui.h"

/* A window that is looked at again after this long reads everything again by itself. */
#define READ_AGAIN_AFTER (5 * G_TIME_SPAN_MINUTE)

#define CLOCK_INTERVAL_SECONDS 60

#define NARROW_WIDTH 600

G_DEFINE_ENUM_TYPE (LanyardRequest, lanyard_request,
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_CONNECT, "connect"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_DEMO, "demo"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_CANCEL, "cancel"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_RETRY, "retry"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_SWITCH, "switch"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_ADD, "add"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_BACK, "back"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_SIGN_OUT, "sign-out"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_RETRY_RECORD, "retry-record"),
                    G_DEFINE_ENUM_VALUE (LANYARD_REQUEST_WAIVE_RECORD, "waive-record"))

G_DEFINE_FINAL_TYPE (LanyardWindow, lanyard_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_RECORD_ON_SHOW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  REQUEST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
lanyard_window_request (LanyardWindow     *self,
                        LanyardRequest     request,
                        LanyardConnection *connection)
{
  g_signal_emit (self, signals[REQUEST], 0, request, connection);
}

gboolean
lanyard_window_is_scene (LanyardWindow *self,
                         const char    *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->scene_stack), name) == 0;
}

static gboolean
is_view (LanyardWindow *self,
         const char    *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), name) == 0;
}

/* Only the content is to be seen, and the list is one step back. */
static gboolean
is_content_alone (LanyardWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet)
         && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "content") == 0;
}

static LanyardListPane *
current_pane (LanyardWindow *self)
{
  if (is_view (self, "users"))
    return self->users_pane;

  return is_view (self, "credentials") ? self->credentials_pane : NULL;
}

static SeamRecord *
selected_of (LanyardListPane *pane)
{
  return pane != NULL ? lanyard_list_pane_get_selected (pane) : NULL;
}

static const char *
view_title (LanyardWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->view_stack);

  return child != NULL ? adw_view_stack_page_get_title (adw_view_stack_get_page (self->view_stack, child)) : "";
}

/* In a narrow window the workspace is named under the title, for want of room beside its kind. */
static void
update_titles (LanyardWindow *self,
               gboolean       content_alone)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  SeamRecord *selected = selected_of (current_pane (self));

  if (!lanyard_window_is_scene (self, "workspace"))
    title = g_strdup (LANYARD_APP_NAME);
  else if (content_alone && selected != NULL)
    title = lanyard_name_text (seam_record_get_display_name (selected));
  if (title == NULL)
    title = g_strdup (view_title (self));

  if (lanyard_window_is_scene (self, "workspace") && self->current != NULL)
    subtitle = lanyard_connection_title (self->current);
  adw_view_switcher_title_set_title (self->switcher_title, title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, subtitle != NULL ? subtitle : "");
}

void
lanyard_window_update_layout (LanyardWindow *self)
{
  gboolean workspace = lanyard_window_is_scene (self, "workspace");
  gboolean content_alone = is_content_alone (self);
  gboolean list_shown = workspace && !content_alone;
  gboolean title_shown = adw_view_switcher_title_get_title_visible (self->switcher_title);
  gboolean back = (workspace && (content_alone || lanyard_window_has_trail (self)))
                  || (self->adding && lanyard_window_is_scene (self, "connect"));

  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", back);
  /* Where there is no room for it, the menu has it too. */
  gtk_widget_set_visible (GTK_WIDGET (self->refresh_stack), list_shown && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), workspace);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, list_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->workspace_button), lanyard_window_has_workspaces (self));
  lanyard_workspace_button_set_narrow (self->workspace_button, self->narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, list_shown && title_shown);
  update_titles (self, content_alone);
}

static gboolean
on_layout_due (gpointer user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (user_data);

  self->layout_source = 0;
  if (adw_leaflet_get_folded (self->leaflet) && !is_content_alone (self))
    lanyard_window_forget_trail (self);
  lanyard_window_update_layout (self);

  return G_SOURCE_REMOVE;
}

/* A leaflet folds, and a title makes room, in the middle of an allocation, when no widget may come or go. */
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

/* What had the focus may have gone out of sight. */
static void
on_transition_changed (LanyardWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *shown = is_content_alone (self) ? GTK_WIDGET (self->content_stack) : GTK_WIDGET (self->view_stack);

  if (!adw_leaflet_get_folded (self->leaflet) || adw_leaflet_get_child_transition_running (self->leaflet)
      || (focus != NULL && gtk_widget_is_ancestor (focus, shown)))
    return;

  if (is_content_alone (self))
    lanyard_window_focus_content (self);
  else
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/* The content follows what is chosen in the list on show. */
static void
update_content (LanyardWindow *self)
{
  LanyardListPane *pane = current_pane (self);
  SeamRecord *selected = selected_of (pane);
  gboolean users = pane == self->users_pane;

  gtk_widget_set_visible (self->separator, pane != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->content_stack), pane != NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view_stack), pane == NULL);
  if (pane == NULL)
    return;

  if (users && selected != NULL)
    lanyard_window_show_user (self, SEAM_USER (selected));
  else if (selected != NULL)
    lanyard_window_show_credential (self, SEAM_CREDENTIAL (selected));
  else
    gtk_stack_set_visible_child_name (self->content_stack, users ? "no-user" : "no-credential");
}

static void
on_selected (LanyardWindow   *self,
             GParamSpec      *pspec,
             LanyardListPane *pane)
{
  if (pane != current_pane (self))
    return;

  lanyard_window_forget_trail (self);
  update_content (self);
  lanyard_window_update_operations (self);
  update_titles (self, is_content_alone (self));
}

/* Moving through a list is no reason to leave it: only opening a row does, where the page covers the list. */
static void
on_record_activated (LanyardWindow   *self,
                     SeamRecord      *record,
                     LanyardListPane *pane)
{
  if (pane == current_pane (self))
    adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

void
lanyard_window_update_view (LanyardWindow *self)
{
  LanyardListPane *pane = current_pane (self);
  /* Just typing searches the list that is on show. */
  lanyard_list_pane_set_key_capture_widget (self->users_pane, pane == self->users_pane ? GTK_WIDGET (self) : NULL);
  lanyard_list_pane_set_key_capture_widget (self->credentials_pane,
                                            pane == self->credentials_pane ? GTK_WIDGET (self) : NULL);
  if (is_view (self, "activity"))
    lanyard_activity_page_set_key_capture_widget (lanyard_window_get_activity_page (self), GTK_WIDGET (self));
  else if (self->activity_page != NULL)
    lanyard_activity_page_set_key_capture_widget (self->activity_page, NULL);

  lanyard_window_forget_trail (self);
  if (!self->following)
    adw_leaflet_set_visible_child_name (self->leaflet, "list");
  update_content (self);
  lanyard_window_update_layout (self);
  lanyard_window_update_operations (self);
}

void
lanyard_window_update_state (LanyardWindow *self)
{
  LanyardDirectoryState state = lanyard_directory_get_state (self->directory);
  gboolean refreshing = FALSE;

  g_object_get (self->directory, "refreshing", &refreshing, NULL);
  refreshing = refreshing || state == LANYARD_DIRECTORY_LOADING;
  gtk_spinner_set_spinning (self->refresh_spinner, refreshing);
  gtk_stack_set_visible_child_name (self->refresh_stack, refreshing ? "busy" : "idle");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", !refreshing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop-loading", state == LANYARD_DIRECTORY_LOADING);
  if (refreshing)
    self->read_at = g_get_monotonic_time ();
  lanyard_window_do_pending (self);

  if (state == LANYARD_DIRECTORY_FAILED)
    {
      const GError *error = lanyard_directory_get_error (self->directory);
      const char *endpoint = seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
      g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, endpoint);

      lanyard_window_show_trouble (self, trouble);
    }
}

static void
on_entry_recovered (LanyardWindow *self,
                    LanyardEntry  *entry)
{
  lanyard_window_tell_entry (self, entry, TRUE);
}

static void
on_journal_failed (LanyardWindow *self,
                   GError        *error)
{
  lanyard_window_set_record (self, LANYARD_RECORD_BROKEN, error);
}

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
  if (gtk_window_is_active (GTK_WINDOW (self)) && lanyard_window_is_scene (self, "workspace") && self->directory != NULL
      && g_get_monotonic_time () - self->read_at > READ_AGAIN_AFTER)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
}

static void
lanyard_window_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RECORD_ON_SHOW:
      g_value_set_object (value, lanyard_window_get_record_on_show (LANYARD_WINDOW (object)));
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
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_weak_pointer (&self->picker);
  g_clear_object (&self->directory_signals);
  g_clear_object (&self->toaster);
  g_clear_object (&self->directory);
  g_clear_object (&self->journal);
  g_clear_object (&self->connections);
  g_clear_object (&self->current);
  g_clear_pointer (&self->pending_search, g_free);
  g_clear_pointer (&self->pending_id, g_free);
  g_clear_object (&self->settings);
  g_clear_error (&self->record_error);

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
  signals[REQUEST] = g_signal_new ("request", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, LANYARD_TYPE_REQUEST, LANYARD_TYPE_CONNECTION);

  g_type_ensure (LANYARD_TYPE_BARS);
  g_type_ensure (LANYARD_TYPE_LIST_PANE);
  g_type_ensure (LANYARD_TYPE_WORKSPACE_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, refresh_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, refresh_spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, workspace_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, scene_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, starting_spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, starting_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, users_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, credentials_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, activity_bin);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_transition_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_view_changed",
                                                G_CALLBACK (lanyard_window_update_view));
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_record_activated);

  lanyard_window_install_actions (widget_class);
  lanyard_window_install_operations (widget_class);
  lanyard_window_install_picking (widget_class);
  lanyard_window_install_scans (widget_class);
  lanyard_window_install_workspaces (widget_class);
}

/* When it is first opened: its widgets are not needed before. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, LANYARD_WINDOW (user_data)->primary_menu);
}

static void
lanyard_window_init (LanyardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);

  self->trail = g_ptr_array_new_with_free_func (g_object_unref);
  self->toaster = lanyard_toaster_new (self->toast_overlay);
  self->scans = lanyard_scans_new (GTK_WINDOW (self));
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::state",
                                  G_CALLBACK (lanyard_window_update_state), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::refreshing",
                                  G_CALLBACK (lanyard_window_update_state), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::workspace",
                                  G_CALLBACK (lanyard_window_update_workspace), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::last-undoable",
                                  G_CALLBACK (lanyard_window_update_operations), self);
  g_signal_group_connect_swapped (self->directory_signals, "journal-failed", G_CALLBACK (on_journal_failed), self);
  g_signal_group_connect_swapped (self->directory_signals, "entry-recovered", G_CALLBACK (on_entry_recovered), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);

  self->clock_source = g_timeout_add_seconds (CLOCK_INTERVAL_SECONDS, on_clock, self);

  if (LANYARD_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  lanyard_window_show_starting (self, "");
}
