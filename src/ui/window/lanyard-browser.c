/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace's views: its lists, the page of what is chosen, and the way from one record to another. */
#include "lanyard-browser.h"

#include <glib/gi18n.h>

#include "lanyard-activity-page.h"
#include "lanyard-content.h"
#include "lanyard-list-memory.h"
#include "lanyard-list-pane.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"
#include "lanyard-trail.h"
#include "lanyard-ui.h"

struct _LanyardBrowser
{
  AdwBin parent_instance;

  AdwLeaflet          *leaflet;
  AdwViewStack        *view_stack;
  LanyardListPane     *users_pane;
  LanyardListPane     *credentials_pane;
  AdwBin              *activity_bin;
  GtkWidget           *separator;
  LanyardContent      *content;
  LanyardActivityPage *activity_page; /* NULL until it is first to be seen */

  GSettings           *settings;
  LanyardChanges      *changes;
  LanyardDirectory    *directory; /* theirs */
  LanyardRecord        record;
  GError              *record_error;
  LanyardTrail        *trail;
  gboolean             following; /* the browser itself goes from one record to another */
  gboolean             open;
  guint                layout_source;
};

G_DEFINE_FINAL_TYPE (LanyardBrowser, lanyard_browser, ADW_TYPE_BIN)

enum
{
  PROP_STACK = 1,
  PROP_SELECTED,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  MOVED,
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_view (LanyardBrowser *self,
         const char     *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), name) == 0;
}

/* Where there is room for one of the two only: whether that is @name. */
static gboolean
is_alone (LanyardBrowser *self,
          const char     *name)
{
  return adw_leaflet_get_folded (self->leaflet)
         && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), name) == 0;
}

static LanyardListPane *
current_pane (LanyardBrowser *self)
{
  if (is_view (self, "users"))
    return self->users_pane;

  return is_view (self, "credentials") ? self->credentials_pane : NULL;
}

static SeamRecord *
get_selected (LanyardBrowser *self)
{
  LanyardListPane *pane = current_pane (self);

  return pane != NULL ? lanyard_list_pane_get_selected (pane) : NULL;
}

static void
tell_moved (LanyardBrowser *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/* Whoever chooses from a list, or another list, begins anew. */
static void
forget_trail (LanyardBrowser *self)
{
  if (!self->following)
    lanyard_trail_clear (self->trail);
}

static gboolean
on_layout_due (gpointer user_data)
{
  LanyardBrowser *self = LANYARD_BROWSER (user_data);

  self->layout_source = 0;
  if (adw_leaflet_get_folded (self->leaflet) && !is_alone (self, "content"))
    forget_trail (self);
  tell_moved (self);

  return G_SOURCE_REMOVE;
}

/* A leaflet folds in the middle of an allocation, when no widget may come or go. */
static void
on_layout_changed (LanyardBrowser *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_layout_due, self, NULL);
}

/* What had the focus may have gone out of sight. */
static void
on_transition_changed (LanyardBrowser *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean content_alone = is_alone (self, "content");
  GtkWidget *shown = content_alone ? GTK_WIDGET (self->content) : GTK_WIDGET (self->view_stack);

  if (!adw_leaflet_get_folded (self->leaflet) || adw_leaflet_get_child_transition_running (self->leaflet)
      || (focus != NULL && gtk_widget_is_ancestor (focus, shown)))
    return;

  if (content_alone)
    lanyard_content_focus (self->content);
  else
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/* The content follows what is chosen in the list on show. */
static void
update_content (LanyardBrowser *self)
{
  LanyardListPane *pane = current_pane (self);

  gtk_widget_set_visible (self->separator, pane != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->content), pane != NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view_stack), pane == NULL);
  if (pane != NULL)
    lanyard_content_show (self->content,
                          pane == self->users_pane ? LANYARD_LIST_KIND_USERS : LANYARD_LIST_KIND_CREDENTIALS,
                          lanyard_list_pane_get_selected (pane));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_selected (LanyardBrowser  *self,
             GParamSpec      *pspec,
             LanyardListPane *pane)
{
  if (pane != current_pane (self))
    return;

  forget_trail (self);
  update_content (self);
  tell_moved (self);
}

/* Moving through a list is no reason to leave it: only opening a row does, where the page covers the list. */
static void
on_record_activated (LanyardBrowser  *self,
                     SeamRecord      *record,
                     LanyardListPane *pane)
{
  if (pane == current_pane (self))
    adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static LanyardActivityPage *
get_activity_page (LanyardBrowser *self)
{
  if (self->activity_page == NULL)
    {
      self->activity_page = g_object_new (LANYARD_TYPE_ACTIVITY_PAGE, NULL);
      adw_bin_set_child (self->activity_bin, GTK_WIDGET (self->activity_page));
      lanyard_names_mend (GTK_WIDGET (self->activity_page));
      lanyard_activity_page_set_record (self->activity_page, self->record, self->record_error);
      lanyard_activity_page_set_changes (self->activity_page, self->changes);
    }

  return self->activity_page;
}

/* Just typing anywhere in the window searches the list that is on show. */
static void
update_key_capture (LanyardBrowser *self,
                    GtkWidget      *root)
{
  LanyardListPane *pane = current_pane (self);

  lanyard_list_pane_set_key_capture_widget (self->users_pane, pane == self->users_pane ? root : NULL);
  lanyard_list_pane_set_key_capture_widget (self->credentials_pane, pane == self->credentials_pane ? root : NULL);
  if (is_view (self, "activity"))
    lanyard_activity_page_set_key_capture_widget (get_activity_page (self), root);
  else if (self->activity_page != NULL)
    lanyard_activity_page_set_key_capture_widget (self->activity_page, NULL);
}

static void
on_view_changed (LanyardBrowser *self)
{
  update_key_capture (self, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  forget_trail (self);
  if (!self->following)
    adw_leaflet_set_visible_child_name (self->leaflet, "list");
  update_content (self);
  tell_moved (self);
}

static void
go_to (LanyardBrowser *self,
       SeamRecord     *record)
{
  gboolean user = SEAM_IS_USER (record);
  LanyardListPane *pane = user ? self->users_pane : self->credentials_pane;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean typing = GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view_stack));

  self->following = TRUE;
  lanyard_list_pane_set_selected (pane, record);
  adw_view_stack_set_visible_child_name (self->view_stack, user ? "users" : "credentials");
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  self->following = FALSE;
  lanyard_list_pane_scroll_to_selected (pane);

  /* What had the focus has gone with its page. Where a card reader typed, the next card can be read at once. */
  if (typing && !adw_leaflet_get_folded (self->leaflet))
    lanyard_list_pane_focus_search (pane);
  else
    lanyard_content_focus (self->content);
}

/**
 * lanyard_browser_is_content_alone:
 * @self: the browser
 *
 * Returns: whether, for want of room, only the page is to be seen; the list is one step back then
 */
gboolean
lanyard_browser_is_content_alone (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), FALSE);

  return is_alone (self, "content");
}

/**
 * lanyard_browser_can_go_back:
 * @self: the browser
 *
 * Returns: whether there is a step back
 */
gboolean
lanyard_browser_can_go_back (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), FALSE);

  return is_alone (self, "content") || lanyard_trail_get_last (self->trail) != NULL;
}

/**
 * lanyard_browser_dup_title:
 * @self: the browser
 *
 * Returns: (transfer full): what is on show: the name of a record, or that of the view
 */
char *
lanyard_browser_dup_title (LanyardBrowser *self)
{
  SeamRecord *selected;
  GtkWidget *child;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  selected = get_selected (self);
  if (is_alone (self, "content") && selected != NULL)
    return lanyard_name_text (seam_record_get_display_name (selected));

  child = adw_view_stack_get_visible_child (self->view_stack);
  return child != NULL
           ? g_strdup (adw_view_stack_page_get_title (adw_view_stack_get_page (self->view_stack, child)))
           : g_strdup ("");
}

/**
 * lanyard_browser_dup_back_text:
 * @self: the browser
 *
 * Returns: (transfer full) (nullable): where a step back leads, in words; %NULL where that is the list
 */
char *
lanyard_browser_dup_back_text (LanyardBrowser *self)
{
  SeamRecord *last;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  last = lanyard_trail_get_last (self->trail);
  if (last == NULL)
    return NULL;

  name = lanyard_name_text (seam_record_get_display_name (last));
  /* Translators: %s is the name of a user or a credential, whose page was on show before */
  return name != NULL ? g_strdup_printf (_("Back to “%s”"), name) : g_strdup (_("Back"));
}

/**
 * lanyard_browser_get_record_on_show:
 * @self: the browser
 *
 * Returns: (transfer none) (nullable): whose page is to be seen
 */
SeamRecord *
lanyard_browser_get_record_on_show (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return is_alone (self, "list") ? NULL : get_selected (self);
}

/**
 * lanyard_browser_show_record:
 * @self: the browser
 * @record: a user or a credential of the workspace
 *
 * Shows a record's page, from which a step back leads to the one that is on show now.
 */
void
lanyard_browser_show_record (LanyardBrowser *self,
                             SeamRecord     *record)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  lanyard_trail_follow (self->trail, lanyard_browser_get_record_on_show (self), record);
  go_to (self, record);
}

/**
 * lanyard_browser_go_back:
 * @self: the browser
 *
 * Goes a step back: to the record whose page was on show before, or to the list.
 */
void
lanyard_browser_go_back (LanyardBrowser *self)
{
  g_autoptr (SeamRecord) before = NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));

  before = lanyard_trail_step_back (self->trail);
  if (before != NULL)
    go_to (self, before);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * lanyard_browser_set_view:
 * @self: the browser
 * @view: "users", "credentials" or "activity"; others change nothing
 *
 * Shows one of the views.
 */
void
lanyard_browser_set_view (LanyardBrowser *self,
                          const char     *view)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (adw_view_stack_get_child_by_name (self->view_stack, view) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, view);
}

/**
 * lanyard_browser_search:
 * @self: the browser
 * @text: what to search for; empty to let it be typed
 *
 * Searches the list on show, or where none is, the users.
 */
void
lanyard_browser_search (LanyardBrowser *self,
                        const char     *text)
{
  LanyardListPane *pane;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (text != NULL);

  pane = is_view (self, "credentials") ? self->credentials_pane : self->users_pane;
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  if (*text != '\0')
    lanyard_list_pane_set_search (pane, text);
  lanyard_list_pane_focus_search (pane);
}

/**
 * lanyard_browser_focus_list:
 * @self: the browser
 *
 * Puts the cursor into the search entry of the view on show: a name can be typed, or a card read, at once.
 */
void
lanyard_browser_focus_list (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  gtk_widget_child_focus (GTK_WIDGET (self->view_stack), GTK_DIR_TAB_FORWARD);
}

/**
 * lanyard_browser_remember_lists:
 * @self: the browser, which has settings and a workspace
 * @systems: whether access systems too; they are those of one workspace
 *
 * Has the lists sorted and filtered as they were last, and that be remembered.
 */
void
lanyard_browser_remember_lists (LanyardBrowser *self,
                                gboolean        systems)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (self->settings != NULL);

  lanyard_list_memory_bind (self->settings, LANYARD_LIST_KIND_USERS, lanyard_list_pane_get_list (self->users_pane),
                            systems);
  lanyard_list_memory_bind (self->settings, LANYARD_LIST_KIND_CREDENTIALS,
                            lanyard_list_pane_get_list (self->credentials_pane), systems);
}

/**
 * lanyard_browser_set_settings:
 * @self: the browser
 * @settings: the application's settings
 *
 * Has the view that was on show last be on show again.
 */
void
lanyard_browser_set_settings (LanyardBrowser *self,
                              GSettings      *settings)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "view", self->view_stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * lanyard_browser_set_changes:
 * @self: the browser
 * @changes: (nullable): what is done to the workspace
 *
 * Shows a workspace, and nothing of the last one.
 */
void
lanyard_browser_set_changes (LanyardBrowser *self,
                             LanyardChanges *changes)
{
  LanyardDirectory *directory = changes != NULL ? lanyard_changes_get_directory (changes) : NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  g_set_object (&self->directory, directory);
  forget_trail (self);
  lanyard_list_pane_set_selected (self->users_pane, NULL);
  lanyard_list_pane_set_directory (self->users_pane, directory);
  lanyard_list_pane_set_selected (self->credentials_pane, NULL);
  lanyard_list_pane_set_directory (self->credentials_pane, directory);
  lanyard_content_set_changes (self->content, changes);
  if (self->activity_page != NULL)
    lanyard_activity_page_set_changes (self->activity_page, self->changes);
  if (directory != NULL)
    on_view_changed (self);
}

/**
 * lanyard_browser_set_record:
 * @self: the browser
 * @record: whether what is done is being written down
 * @error: (nullable): why it can't be
 *
 * Has the activity say so.
 */
void
lanyard_browser_set_record (LanyardBrowser *self,
                            LanyardRecord   record,
                            const GError   *error)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  g_clear_error (&self->record_error);
  if (error != NULL)
    self->record_error = g_error_copy (error);
  self->record = record;
  if (self->activity_page != NULL)
    lanyard_activity_page_set_record (self->activity_page, record, error);
}

/* --- Actions --- */

static void
show_record_of (LanyardBrowser *self,
                LanyardStore   *store,
                GVariant       *parameter)
{
  SeamRecord *record = lanyard_store_lookup (store, g_variant_get_string (parameter, NULL));

  if (record != NULL)
    lanyard_browser_show_record (self, record);
  else
    g_signal_emit (self, signals[SAID], 0, _("It is no longer in the list"));
}

static void
on_show_user (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LanyardBrowser *self = LANYARD_BROWSER (user_data);

  show_record_of (self, lanyard_directory_get_users (self->directory), parameter);
}

static void
on_show_credential (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LanyardBrowser *self = LANYARD_BROWSER (user_data);

  show_record_of (self, lanyard_directory_get_credentials (self->directory), parameter);
}

static void
on_view (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardBrowser *self = LANYARD_BROWSER (user_data);
  LanyardListPane *pane;

  lanyard_browser_set_view (self, g_variant_get_string (parameter, NULL));
  /* What had the keys is out of sight, and the window would give them to its first button. */
  pane = current_pane (self);
  gtk_widget_grab_focus (pane != NULL ? GTK_WIDGET (pane) : GTK_WIDGET (get_activity_page (self)));
}

static void
on_search (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LanyardBrowser *self = LANYARD_BROWSER (user_data);
  LanyardListPane *pane = current_pane (self);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "list");

  if (pane != NULL)
    lanyard_list_pane_focus_search (pane);
  else
    lanyard_activity_page_focus_search (get_activity_page (self));
}

/**
 * lanyard_browser_add_actions:
 * @self: the browser
 * @map: where to put them
 *
 * Adds the actions "view" (its name), "search", "show-user" and "show-credential" (an id).
 */
void
lanyard_browser_add_actions (LanyardBrowser *self,
                             GActionMap     *map)
{
  static const GActionEntry entries[] = {
    { "view", on_view, "s" },
    { "search", on_search },
    { "show-user", on_show_user, "s" },
    { "show-credential", on_show_credential, "s" },
  };

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self, "open", g_action_map_lookup_action (map, entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
}

/* --- The widget --- */

static void
lanyard_browser_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_browser_parent_class)->root (widget);
  update_key_capture (LANYARD_BROWSER (widget), GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
lanyard_browser_unroot (GtkWidget *widget)
{
  update_key_capture (LANYARD_BROWSER (widget), NULL);
  GTK_WIDGET_CLASS (lanyard_browser_parent_class)->unroot (widget);
}

static void
lanyard_browser_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LanyardBrowser *self = LANYARD_BROWSER (object);

  switch (id)
    {
    case PROP_STACK:
      g_value_set_object (value, self->view_stack);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, get_selected (self));
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_browser_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LanyardBrowser *self = LANYARD_BROWSER (object);

  switch (id)
    {
    case PROP_OPEN:
      if (self->open == g_value_get_boolean (value))
        break;
      self->open = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_browser_dispose (GObject *object)
{
  LanyardBrowser *self = LANYARD_BROWSER (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->directory);
  g_clear_object (&self->changes);
  g_clear_error (&self->record_error);

  G_OBJECT_CLASS (lanyard_browser_parent_class)->dispose (object);
}

static void
lanyard_browser_finalize (GObject *object)
{
  g_object_unref (LANYARD_BROWSER (object)->trail);

  G_OBJECT_CLASS (lanyard_browser_parent_class)->finalize (object);
}

static void
lanyard_browser_class_init (LanyardBrowserClass *klass)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_browser_get_property;
  object_class->set_property = lanyard_browser_set_property;
  object_class->dispose = lanyard_browser_dispose;
  object_class->finalize = lanyard_browser_finalize;
  widget_class->root = lanyard_browser_root;
  widget_class->unroot = lanyard_browser_unroot;

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, read);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, SEAM_TYPE_RECORD, read);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LANYARD_TYPE_CONTENT);
  g_type_ensure (LANYARD_TYPE_LIST_PANE);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, view_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, users_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, credentials_pane);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, activity_bin);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, separator);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, content);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_transition_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_record_activated);
}

static void
lanyard_browser_init (LanyardBrowser *self)
{
  self->trail = lanyard_trail_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->trail, "notify::last", G_CALLBACK (tell_moved), self, G_CONNECT_SWAPPED);
  update_content (self);
}
