/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of a workspace, of which one is on show: the list of its users, that of its credentials, its activity. */
#include "lanyard-views.h"

#include "lanyard-activity-bin.h"
#include "lanyard-list-exporter.h"
#include "lanyard-list-memory.h"
#include "lanyard-list-pane.h"
#include "lanyard-ui.h"

struct _LanyardViews
{
  AdwBin parent_instance;

  AdwViewStack       *view_stack;
  LanyardListPane    *users_pane;
  LanyardListPane    *credentials_pane;
  LanyardActivityBin *activity_bin;

  GSettings          *settings;

  GtkEventController *typing; /* of the window that this is in */
};

G_DEFINE_FINAL_TYPE (LanyardViews, lanyard_views, ADW_TYPE_BIN)

enum
{
  VIEW_CHANGED,
  SELECTED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LanyardListPane *
current_pane (LanyardViews *self)
{
  if (lanyard_views_is (self, "users"))
    return self->users_pane;

  return lanyard_views_is (self, "credentials") ? self->credentials_pane : NULL;
}

static void
on_selected (LanyardViews    *self,
             GParamSpec      *pspec,
             LanyardListPane *pane)
{
  if (pane == current_pane (self))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_record_activated (LanyardViews    *self,
                     SeamRecord      *record,
                     LanyardListPane *pane)
{
  if (pane == current_pane (self))
    g_signal_emit (self, signals[OPENED], 0);
}

/* A dead key begins a letter. */
static gboolean
begins_text (guint           keyval,
             GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;

  return (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay) ||
         g_unichar_isgraph (gdk_keyval_to_unicode (keyval));
}

/* GTK's search entry adds what is typed elsewhere to a search that is still in it, and leaves the focus where it is: a
 * name would be added to the last one, and its space would press the button that has the focus. So the entry gets the
 * focus first, with all that is in it selected, and then the key. */
static gboolean
on_key_pressed (LanyardViews    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (begins_text (keyval, state))
    gtk_widget_activate_action (GTK_WIDGET (self), "go.search", NULL);

  return GDK_EVENT_PROPAGATE;
}

static void
set_typing (LanyardViews *self,
            GtkWidget    *root)
{
  if (self->typing != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (self->typing), self->typing);
  self->typing = NULL;
  if (root == NULL)
    return;

  self->typing = gtk_event_controller_key_new ();
  g_signal_connect_object (self->typing, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (root, self->typing);
}

/* Just typing anywhere in the window searches the view that is on show. Of controllers, the last one that is added has
 * a key first. */
static void
update_key_capture (LanyardViews *self,
                    GtkWidget    *root)
{
  LanyardListPane *pane = current_pane (self);

  lanyard_list_pane_set_key_capture_widget (self->users_pane, pane == self->users_pane ? root : NULL);
  lanyard_list_pane_set_key_capture_widget (self->credentials_pane, pane == self->credentials_pane ? root : NULL);
  lanyard_activity_bin_set_key_capture_widget (self->activity_bin, lanyard_views_is (self, "activity") ? root : NULL);
  set_typing (self, root);
}

static void
on_view_changed (LanyardViews *self)
{
  update_key_capture (self, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/**
 * lanyard_views_get_stack:
 * @self: the views
 *
 * Returns: (transfer none): the stack that they are in, for a switcher
 */
AdwViewStack *
lanyard_views_get_stack (LanyardViews *self)
{
  g_return_val_if_fail (LANYARD_IS_VIEWS (self), NULL);

  return self->view_stack;
}

/**
 * lanyard_views_is:
 * @self: the views
 * @view: "users", "credentials" or "activity"
 *
 * Returns: whether that is on show
 */
gboolean
lanyard_views_is (LanyardViews *self,
                  const char   *view)
{
  g_return_val_if_fail (LANYARD_IS_VIEWS (self), FALSE);

  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), view) == 0;
}

/**
 * lanyard_views_set_view:
 * @self: the views
 * @view: "users", "credentials" or "activity"; others change nothing
 *
 * Shows one of the views.
 */
void
lanyard_views_set_view (LanyardViews *self,
                        const char   *view)
{
  g_return_if_fail (LANYARD_IS_VIEWS (self));

  if (adw_view_stack_get_child_by_name (self->view_stack, view) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, view);
}

/**
 * lanyard_views_get_title:
 * @self: the views
 *
 * Returns: what the view on show is called
 */
const char *
lanyard_views_get_title (LanyardViews *self)
{
  GtkWidget *child;

  g_return_val_if_fail (LANYARD_IS_VIEWS (self), "");

  child = adw_view_stack_get_visible_child (self->view_stack);
  return child != NULL ? adw_view_stack_page_get_title (adw_view_stack_get_page (self->view_stack, child)) : "";
}

/**
 * lanyard_views_get_selected:
 * @self: the views
 *
 * Returns: (transfer none) (nullable): what is chosen in the list on show
 */
SeamRecord *
lanyard_views_get_selected (LanyardViews *self)
{
  LanyardListPane *pane;

  g_return_val_if_fail (LANYARD_IS_VIEWS (self), NULL);

  pane = current_pane (self);
  return pane != NULL ? lanyard_list_pane_get_selected (pane) : NULL;
}

/**
 * lanyard_views_dup_chosen:
 * @self: the views
 *
 * Returns: (transfer full) (element-type SeamRecord): those that are chosen in the list on show, to have something done
 *   to them
 */
GPtrArray *
lanyard_views_dup_chosen (LanyardViews *self)
{
  LanyardListPane *pane;

  g_return_val_if_fail (LANYARD_IS_VIEWS (self), NULL);

  pane = current_pane (self);
  return pane != NULL ? lanyard_list_pane_dup_chosen (pane) : g_ptr_array_new ();
}

/**
 * lanyard_views_select:
 * @self: the views
 * @record: a user or a credential of the workspace
 *
 * Chooses a record in its list, and shows that, with the row in view.
 */
void
lanyard_views_select (LanyardViews *self,
                      SeamRecord   *record)
{
  gboolean user = SEAM_IS_USER (record);

  g_return_if_fail (LANYARD_IS_VIEWS (self));

  lanyard_list_pane_go_to (user ? self->users_pane : self->credentials_pane, record);
  adw_view_stack_set_visible_child_name (self->view_stack, user ? "users" : "credentials");
}

/**
 * lanyard_views_show_changes:
 * @self: the views
 * @filter: (transfer none): what is to be seen of the activity
 * @entry: the id of an entry that is to be unfolded and in view; 0 for none
 *
 * Shows the activity, or a part of it, with the focus in there.
 */
void
lanyard_views_show_changes (LanyardViews          *self,
                            LanyardActivityFilter *filter,
                            gint64                 entry)
{
  g_return_if_fail (LANYARD_IS_VIEWS (self));

  adw_view_stack_set_visible_child_name (self->view_stack, "activity");
  lanyard_activity_bin_show_changes (self->activity_bin, filter, entry);
}

/**
 * lanyard_views_dup_changes:
 * @self: the views, of which the activity is on show
 *
 * Returns: (transfer full): what is to be seen of the activity
 */
LanyardActivityFilter *
lanyard_views_dup_changes (LanyardViews *self)
{
  g_return_val_if_fail (LANYARD_IS_VIEWS (self), NULL);

  return lanyard_activity_bin_dup_filter (self->activity_bin);
}

/**
 * lanyard_views_search:
 * @self: the views
 * @text: what to search for; empty to let it be typed
 *
 * Searches the list on show, or where none is, the users.
 */
void
lanyard_views_search (LanyardViews *self,
                      const char   *text)
{
  LanyardListPane *pane;

  g_return_if_fail (LANYARD_IS_VIEWS (self));
  g_return_if_fail (text != NULL);

  pane = lanyard_views_is (self, "credentials") ? self->credentials_pane : self->users_pane;
  if (*text != '\0')
    lanyard_list_pane_set_search (pane, text);
  lanyard_list_pane_focus_search (pane);
}

/**
 * lanyard_views_focus_search:
 * @self: the views
 *
 * Puts the cursor into the search entry of the view on show.
 */
void
lanyard_views_focus_search (LanyardViews *self)
{
  LanyardListPane *pane;

  g_return_if_fail (LANYARD_IS_VIEWS (self));

  pane = current_pane (self);
  if (pane != NULL)
    lanyard_list_pane_focus_search (pane);
  else
    lanyard_activity_bin_focus_search (self->activity_bin);
}

/**
 * lanyard_views_set_settings:
 * @self: the views
 * @settings: the application's settings
 *
 * Has the view that was on show last be on show again.
 */
void
lanyard_views_set_settings (LanyardViews *self,
                            GSettings    *settings)
{
  g_return_if_fail (LANYARD_IS_VIEWS (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "view", self->view_stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * lanyard_views_remember_lists:
 * @self: the views, which have settings and a workspace
 * @systems: whether access systems too; they are those of one workspace
 *
 * Has the lists sorted and filtered as they were last, and that be remembered.
 */
void
lanyard_views_remember_lists (LanyardViews *self,
                              gboolean      systems)
{
  g_return_if_fail (LANYARD_IS_VIEWS (self));
  g_return_if_fail (self->settings != NULL);

  lanyard_list_memory_bind (self->settings, LANYARD_LIST_KIND_USERS, lanyard_list_pane_get_list (self->users_pane),
                            systems);
  lanyard_list_memory_bind (self->settings, LANYARD_LIST_KIND_CREDENTIALS,
                            lanyard_list_pane_get_list (self->credentials_pane), systems);
}

/**
 * lanyard_views_set_changes:
 * @self: the views
 * @changes: (nullable): what is done to the workspace
 *
 * Shows a workspace, and nothing of the last one.
 */
void
lanyard_views_set_changes (LanyardViews   *self,
                           LanyardChanges *changes)
{
  LanyardDirectory *directory = changes != NULL ? lanyard_changes_get_directory (changes) : NULL;

  g_return_if_fail (LANYARD_IS_VIEWS (self));

  lanyard_list_pane_set_selected (self->users_pane, NULL);
  lanyard_list_pane_set_directory (self->users_pane, directory);
  lanyard_list_pane_set_selected (self->credentials_pane, NULL);
  lanyard_list_pane_set_directory (self->credentials_pane, directory);
  lanyard_activity_bin_set_changes (self->activity_bin, changes);
}

/**
 * lanyard_views_set_record_standing:
 * @self: the views
 * @standing: whether what is done is being written down
 *
 * Has the activity say so when it isn't. It is set once, before a workspace is shown.
 */
void
lanyard_views_set_record_standing (LanyardViews          *self,
                                   LanyardRecordStanding *standing)
{
  g_return_if_fail (LANYARD_IS_VIEWS (self));

  lanyard_activity_bin_set_record_standing (self->activity_bin, standing);
}

/* All that the list on show has, as it is searched, filtered and sorted. */
static void
on_export (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardListPane *pane = current_pane (LANYARD_VIEWS (widget));
  gboolean is_json = g_str_equal (g_variant_get_string (parameter, NULL), "json");
  GListModel *list = pane != NULL ? G_LIST_MODEL (lanyard_list_pane_get_list (pane)) : NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardDirectory) directory = NULL;

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  if (records->len == 0)
    return;
  g_object_get (pane, "directory", &directory, NULL);
  lanyard_list_exporter_run (widget, directory, records, is_json ? LANYARD_SHEET_FORMAT_JSON : LANYARD_SHEET_FORMAT_CSV);
}

static gboolean
lanyard_views_grab_focus (GtkWidget *widget)
{
  LanyardViews *self = LANYARD_VIEWS (widget);
  LanyardListPane *pane = current_pane (self);

  return gtk_widget_grab_focus (pane != NULL ? GTK_WIDGET (pane) : GTK_WIDGET (self->activity_bin));
}

static void
lanyard_views_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_views_parent_class)->root (widget);
  update_key_capture (LANYARD_VIEWS (widget), GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
lanyard_views_unroot (GtkWidget *widget)
{
  update_key_capture (LANYARD_VIEWS (widget), NULL);
  GTK_WIDGET_CLASS (lanyard_views_parent_class)->unroot (widget);
}

static void
lanyard_views_dispose (GObject *object)
{
  g_clear_object (&LANYARD_VIEWS (object)->settings);

  G_OBJECT_CLASS (lanyard_views_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, LANYARD_TYPE_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_views_class_init (LanyardViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_views_dispose;
  widget_class->grab_focus = lanyard_views_grab_focus;
  widget_class->root = lanyard_views_root;
  widget_class->unroot = lanyard_views_unroot;

  signals[VIEW_CHANGED] = add_signal ("view-changed");
  signals[SELECTED] = add_signal ("selected");
  signals[OPENED] = add_signal ("opened");

  g_type_ensure (LANYARD_TYPE_ACTIVITY_BIN);
  g_type_ensure (LANYARD_TYPE_LIST_PANE);

  gtk_widget_class_install_action (widget_class, "list.export", "s", on_export);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-views.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardViews, view_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardViews, users_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardViews, credentials_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardViews, activity_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_record_activated);
}

static void
lanyard_views_init (LanyardViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
