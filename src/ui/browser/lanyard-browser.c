/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace on show: its views, and the page of what is chosen in them. */
#include "lanyard-browser.h"

#include <glib/gi18n.h>

#include "lanyard-content.h"
#include "lanyard-name-text.h"
#include "lanyard-sides.h"
#include "lanyard-ui.h"
#include "lanyard-way.h"

struct _LanyardBrowser
{
  AdwBin parent_instance;

  AdwLeaflet       *leaflet;
  LanyardViews     *views;
  GtkWidget        *separator;
  LanyardContent   *content;

  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  LanyardSides     *sides;
  LanyardWay       *way;
  gboolean          open;
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
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_moved (LanyardBrowser *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_sides_changed (LanyardBrowser *self)
{
  if (lanyard_sides_is_alone (self->sides, "list"))
    lanyard_way_begin_anew (self->way);
  tell_moved (self);
}

static void
on_focus_lost (LanyardBrowser *self)
{
  if (lanyard_sides_is_alone (self->sides, "content"))
    lanyard_content_focus (self->content);
  else
    lanyard_browser_focus_list (self);
}

/* The content follows what is chosen in the list on show. */
static void
update_content (LanyardBrowser *self)
{
  gboolean users = lanyard_views_is (self->views, "users");
  LanyardListKind kind = users ? LANYARD_LIST_KIND_USERS : LANYARD_LIST_KIND_CREDENTIALS;
  /* Where there is nothing to choose, the list says so, alone. */
  gboolean listed = (users || lanyard_views_is (self->views, "credentials"))
                 && !lanyard_list_kind_has_none (kind, self->directory);

  gtk_widget_set_visible (self->separator, listed);
  gtk_widget_set_visible (GTK_WIDGET (self->content), listed);
  gtk_widget_set_hexpand (GTK_WIDGET (self->views), !listed);
  if (listed)
    lanyard_content_show (self->content, kind, lanyard_views_get_selected (self->views));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The first user or credential has come, or the last has gone. */
static void
on_directory_changed (LanyardBrowser *self)
{
  LanyardListKind kind = lanyard_views_is (self->views, "users") ? LANYARD_LIST_KIND_USERS
                                                                 : LANYARD_LIST_KIND_CREDENTIALS;

  if (!lanyard_views_is (self->views, "activity")
      && gtk_widget_get_visible (GTK_WIDGET (self->content)) == lanyard_list_kind_has_none (kind, self->directory))
    update_content (self);
}

/* Whoever chooses from a list, or another list, begins anew. */
static void
on_selected (LanyardBrowser *self)
{
  lanyard_way_begin_anew (self->way);
  update_content (self);
  tell_moved (self);
}

/* Moving through a list is no reason to leave it: only opening a row does, where the page covers the list. */
static void
on_opened (LanyardBrowser *self)
{
  lanyard_sides_bring_front (self->sides, "content");
}

static void
on_view_changed (LanyardBrowser *self)
{
  lanyard_way_begin_anew (self->way);
  if (!lanyard_way_is_going (self->way))
    lanyard_sides_bring_front (self->sides, "list");
  update_content (self);
  tell_moved (self);
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

  return lanyard_sides_is_alone (self->sides, "content");
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

  return lanyard_sides_is_alone (self->sides, "content") || lanyard_way_get_last (self->way) != NULL;
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

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  selected = lanyard_views_get_selected (self->views);
  if (lanyard_sides_is_alone (self->sides, "content") && selected != NULL)
    return lanyard_name_text (seam_record_get_display_name (selected));

  return g_strdup (lanyard_views_get_title (self->views));
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
  gpointer last;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  last = lanyard_way_get_last (self->way);
  if (last == NULL)
    return NULL;

  name = SEAM_IS_RECORD (last) ? lanyard_name_text (seam_record_get_display_name (last)) : g_strdup (_("Activity"));
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

  return lanyard_way_get_record (self->way);
}

/**
 * lanyard_browser_show_record:
 * @self: the browser
 * @record: a user or a credential of the workspace
 *
 * Shows a record's page, from which a step back leads to what is on show now.
 */
void
lanyard_browser_show_record (LanyardBrowser *self,
                             SeamRecord     *record)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  lanyard_way_go_to_record (self->way, record);
}

/**
 * lanyard_browser_enter_page:
 * @self: the browser
 *
 * Has the keys go to the page of what is chosen in the list.
 */
void
lanyard_browser_enter_page (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (lanyard_views_get_selected (self->views) == NULL)
    return;

  lanyard_sides_bring_front (self->sides, "content");
  lanyard_content_focus (self->content);
}

/**
 * lanyard_browser_show_changes:
 * @self: the browser
 * @record: a user or a credential of the workspace
 * @entry: the id of an entry that is to be unfolded and in view; 0 for none
 *
 * Shows what was done to a record, from where a step back leads to what is on show now.
 */
void
lanyard_browser_show_changes (LanyardBrowser *self,
                              SeamRecord     *record,
                              gint64          entry)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  lanyard_way_go_to_changes (self->way, record, entry);
}

/**
 * lanyard_browser_go_back:
 * @self: the browser
 *
 * Goes a step back: to the record whose page was on show before, to the activity, or to the list.
 */
void
lanyard_browser_go_back (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (!lanyard_way_go_back (self->way))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
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
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  lanyard_sides_bring_front (self->sides, "list");
  lanyard_views_search (self->views, text);
}

/**
 * lanyard_browser_focus_search:
 * @self: the browser
 *
 * Puts the cursor into the search entry of the view on show, which the page may have covered.
 */
void
lanyard_browser_focus_search (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (!lanyard_sides_are_two (self->sides))
    lanyard_sides_bring_front (self->sides, "list");
  lanyard_views_focus_search (self->views);
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

  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
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

  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->directory_signals, directory);
  lanyard_way_begin_anew (self->way);
  lanyard_views_set_changes (self->views, changes);
  lanyard_content_set_changes (self->content, changes);
  if (directory != NULL)
    on_view_changed (self);
}

/**
 * lanyard_browser_get_directory:
 * @self: the browser
 *
 * Returns: (transfer none) (nullable): the workspace that is on show
 */
LanyardDirectory *
lanyard_browser_get_directory (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return self->directory;
}

/**
 * lanyard_browser_get_views:
 * @self: the browser
 *
 * Returns: (transfer none): the views of the workspace, beside which, or over which, there is the page
 */
LanyardViews *
lanyard_browser_get_views (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return self->views;
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
      g_value_set_object (value, lanyard_views_get_stack (self->views));
      break;
    case PROP_SELECTED:
      g_value_set_object (value, lanyard_views_get_selected (self->views));
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
  g_clear_object (&LANYARD_BROWSER (object)->directory_signals);
  g_clear_object (&LANYARD_BROWSER (object)->directory);

  G_OBJECT_CLASS (lanyard_browser_parent_class)->dispose (object);
}

static void
lanyard_browser_finalize (GObject *object)
{
  LanyardBrowser *self = LANYARD_BROWSER (object);

  g_object_unref (self->way);
  g_object_unref (self->sides);

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

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, read);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, SEAM_TYPE_RECORD, read);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  g_type_ensure (LANYARD_TYPE_CONTENT);
  g_type_ensure (LANYARD_TYPE_VIEWS);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, views);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, separator);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, content);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
}

static void
lanyard_browser_init (LanyardBrowser *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  /* Its state, and how much has been loaded. */
  g_signal_group_connect_object (self->directory_signals, "notify", G_CALLBACK (on_directory_changed), self,
                                 G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sides = lanyard_sides_new (self->leaflet);
  g_signal_connect_object (self->sides, "changed", G_CALLBACK (on_sides_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sides, "focus-lost", G_CALLBACK (on_focus_lost), self, G_CONNECT_SWAPPED);
  self->way = lanyard_way_new (self->views, self->sides, self->content);
  g_signal_connect_object (self->way, "changed", G_CALLBACK (tell_moved), self, G_CONNECT_SWAPPED);
  update_content (self);
}
