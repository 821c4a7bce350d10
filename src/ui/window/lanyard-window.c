/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: puts together what shows a workspace, what changes it and what is said of it. */
#include "lanyard-window.h"

#include "lanyard-assigner.h"
#include "lanyard-bars.h"
#include "lanyard-batch-bars.h"
#include "lanyard-change-actions.h"
#include "lanyard-choosing.h"
#include "lanyard-clock.h"
#include "lanyard-config.h"
#include "lanyard-go-actions.h"
#include "lanyard-importer.h"
#include "lanyard-layout.h"
#include "lanyard-names.h"
#include "lanyard-notifier.h"
#include "lanyard-reading.h"
#include "lanyard-teller.h"
#include "lanyard-ui.h"

struct _LanyardWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay       *toast_overlay;
  LanyardHeader         *header;
  LanyardBars           *bars;
  LanyardBatchBars      *batch_bars;
  LanyardScenes         *scenes;
  LanyardBrowser        *browser;
  AdwViewSwitcherBar    *switcher_bar;

  LanyardRecordStanding *standing;
  LanyardExecutor       *executor;
  LanyardAssigner       *assigner;
  LanyardChoosing       *choosing;
  LanyardTeller         *teller;
  LanyardScans          *scans;
  LanyardArrivals       *arrivals;
  LanyardWorkspaces     *workspaces;
  LanyardReading        *reading;
  LanyardLayout         *layout;
  LanyardClock          *clock;

  LanyardDirectory      *directory;
  GSignalGroup          *changes_signals;
};

G_DEFINE_FINAL_TYPE (LanyardWindow, lanyard_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_RECORD_ON_SHOW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_open (LanyardWindow *self)
{
  return self->directory != NULL && lanyard_scenes_is (self->scenes, "workspace");
}

static void
lanyard_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GTK_WIDGET_CLASS (lanyard_window_parent_class)->size_allocate (widget, width, height, baseline);
  lanyard_layout_set_width (LANYARD_WINDOW (widget)->layout, width);
}

static void
update_open (LanyardWindow *self)
{
  LanyardDirectory *shown = is_open (self) ? self->directory : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bars), shown != NULL);
  g_object_set (self->executor, "open", shown != NULL, NULL);
  g_object_set (self->browser, "open", shown != NULL, NULL);
  lanyard_arrivals_set_directory (self->arrivals, shown);
  lanyard_reading_set_directory (self->reading, shown);
}

static void
set_changes (LanyardWindow  *self,
             LanyardChanges *changes,
             LanyardPlace    place)
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
  lanyard_executor_set_changes (self->executor, changes);
  lanyard_assigner_set_directory (self->assigner, directory);
  lanyard_bars_set_directory (self->bars, directory);
  lanyard_scans_set_directory (self->scans, directory);
  lanyard_browser_set_changes (self->browser, changes);
  lanyard_workspaces_set_directory (self->workspaces, directory, place);
}

static void
on_scene_changed (LanyardWindow *self)
{
  if (self->directory != NULL && !lanyard_scenes_is (self->scenes, "workspace")
      && !lanyard_scenes_is (self->scenes, "trouble"))
    set_changes (self, NULL, LANYARD_PLACE_SAVED);
  update_open (self);
}

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
on_choose_card (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  lanyard_scans_open (LANYARD_WINDOW (widget)->scans, g_variant_get_string (parameter, NULL));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.choose-card", "s", on_choose_card);
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
  g_clear_object (&self->clock);
  g_clear_object (&self->layout);
  g_clear_object (&self->reading);
  g_clear_object (&self->changes_signals);
  g_clear_object (&self->arrivals);
  g_clear_object (&self->assigner);
  g_clear_object (&self->choosing);
  g_clear_object (&self->executor);
  g_clear_object (&self->workspaces);
  g_clear_object (&self->teller);
  g_clear_object (&self->standing);
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
  g_type_ensure (LANYARD_TYPE_BATCH_BARS);
  g_type_ensure (LANYARD_TYPE_BROWSER);
  g_type_ensure (LANYARD_TYPE_HEADER);
  g_type_ensure (LANYARD_TYPE_SCENES);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, batch_bars);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, scenes);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_scene_changed);

  install_actions (widget_class);
}

/* What goes by it hears of it first; it is explained when all the rest is as it should be. */
static void
make_standing (LanyardWindow *self)
{
  self->standing = lanyard_record_standing_new ();
  lanyard_bars_set_record_standing (self->bars, self->standing);
  lanyard_views_set_record_standing (lanyard_browser_get_views (self->browser), self->standing);
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "journal-failed", G_CALLBACK (lanyard_record_standing_break),
                                  self->standing);
}

static void
make_executor (LanyardWindow *self)
{
  GActionMap *group = add_group (self, "change");

  self->executor = lanyard_executor_new ();
  g_object_bind_property (self, "application", self->executor, "application", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->standing, "writable", self->executor, "writable", G_BINDING_SYNC_CREATE);
  lanyard_change_actions_add (group, self->executor);
  lanyard_batch_bars_follow (self->batch_bars, lanyard_executor_get_batches (self->executor));

  self->assigner = lanyard_assigner_new (GTK_WINDOW (self), self->executor);
  g_object_bind_property (self->browser, "selected", self->assigner, "subject", G_BINDING_SYNC_CREATE);
  lanyard_assigner_add_actions (self->assigner, group);
  self->choosing = lanyard_choosing_new (GTK_WINDOW (self), self->executor, lanyard_browser_get_views (self->browser));
  self->teller = lanyard_teller_new (self->toast_overlay, self->assigner, self->executor, self->standing);
  lanyard_teller_add_actions (self->teller, add_group (self, "tell"));
}

static void
make_workspaces (LanyardWindow *self)
{
  self->workspaces = lanyard_workspaces_new (lanyard_header_get_workspace_button (self->header));
  g_object_bind_property (self->workspaces, "current", self->teller, "connection", G_BINDING_SYNC_CREATE);
  lanyard_workspaces_add_actions (self->workspaces, add_group (self, "workspace"));
}

static void
make_reading (LanyardWindow *self)
{
  self->reading = lanyard_reading_new (GTK_WINDOW (self), self->header, self->scenes);
  g_signal_connect_object (self->executor, "outdated", G_CALLBACK (lanyard_reading_refresh), self->reading,
                           G_CONNECT_SWAPPED);
  lanyard_reading_add_actions (self->reading, add_group (self, "reading"));
}

static void
make_ways (LanyardWindow *self)
{
  GActionMap *group = add_group (self, "go");

  self->arrivals = lanyard_arrivals_new (self->browser);
  g_signal_connect_object (self->arrivals, "said", G_CALLBACK (lanyard_teller_say), self->teller, G_CONNECT_SWAPPED);
  lanyard_arrivals_add_actions (self->arrivals, group);
  lanyard_go_actions_add (group, self->browser);
}

static void
lanyard_window_init (LanyardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));

  make_standing (self);
  make_executor (self);
  make_workspaces (self);
  make_reading (self);
  make_ways (self);
  self->scans = lanyard_scans_new (GTK_WINDOW (self));
  g_signal_connect_object (self->scans, "told", G_CALLBACK (lanyard_teller_offer), self->teller, G_CONNECT_SWAPPED);

  lanyard_notifier_watch (GTK_WINDOW (self));
  self->clock = lanyard_clock_new (GTK_WINDOW (self));
  self->layout = lanyard_layout_new (GTK_WIDGET (self), self->header, self->switcher_bar, self->scenes, self->browser,
                                     self->workspaces);
  if (LANYARD_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  update_open (self);
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
  lanyard_importer_watch (GTK_WINDOW (self), self->executor, settings);
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
 * lanyard_window_get_arrivals:
 * @self: the window
 *
 * Returns: (transfer none): where is asked for what is to be found or shown in the window
 */
LanyardArrivals *
lanyard_window_get_arrivals (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->arrivals;
}

/**
 * lanyard_window_get_record_standing:
 * @self: the window
 *
 * Where nothing can be written down, assigning is off, which is explained whenever it is said.
 *
 * Returns: (transfer none): whether what is done is being written down, for the recorder to say
 */
LanyardRecordStanding *
lanyard_window_get_record_standing (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->standing;
}

/**
 * lanyard_window_get_scans:
 * @self: the window
 *
 * Returns: (transfer none): what a scanned card does where the window is
 */
LanyardScans *
lanyard_window_get_scans (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->scans;
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

  lanyard_layout_hold (self->layout);
  set_changes (self, changes, place);
  lanyard_views_remember_lists (lanyard_browser_get_views (self->browser), place == LANYARD_PLACE_SAVED);
  lanyard_scenes_show_workspace (self->scenes);
  lanyard_layout_release (self->layout);
  lanyard_browser_focus_list (self->browser);
}

/**
 * lanyard_window_set_key_not_kept:
 * @self: the window
 * @reason: (nullable): why the key has to be entered again the next time, plain text; %NULL when it was saved
 * @report: (nullable): what is behind Details of that
 */
void
lanyard_window_set_key_not_kept (LanyardWindow *self,
                                 const char    *reason,
                                 GVariant      *report)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_bars_set_key_not_kept (self->bars, reason, report);
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
