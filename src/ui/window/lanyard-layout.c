/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a window's frame is to be seen, by what is on show and how much room there is: the way back, the title, the
 * views' switchers, and the window's style, which tells a live workspace from others. */
#include "lanyard-layout.h"

#include <glib/gi18n.h>

#include "lanyard-config.h"
#include "lanyard-kind-label.h"

#define NARROW_WIDTH 600

struct _LanyardLayout
{
  GObject parent_instance;

  /* These live as long as this. */
  GtkWidget          *window;
  LanyardHeader      *header;
  AdwViewSwitcherBar *switcher_bar;
  LanyardScenes      *scenes;
  LanyardBrowser     *browser;
  LanyardWorkspaces  *workspaces;

  const char         *kind_class; /* of the workspace that is open; NULL: none is */
  gboolean            narrow;
  gboolean            held;
  guint               later_source;
};

G_DEFINE_FINAL_TYPE (LanyardLayout, lanyard_layout, G_TYPE_OBJECT)

/* In a narrow window the workspace is named under the title, for want of room beside its kind. */
static void
update_title (LanyardLayout *self,
              gboolean       workspace)
{
  LanyardConnection *current = lanyard_workspaces_get_current (self->workspaces);
  g_autofree char *subtitle = workspace && current != NULL ? lanyard_connection_title (current) : NULL;
  g_autofree char *title = workspace ? lanyard_browser_dup_title (self->browser) : NULL;

  lanyard_header_set_title (self->header, title != NULL ? title : LANYARD_APP_NAME, subtitle);
}

static void
update_back (LanyardLayout *self,
             gboolean       workspace)
{
  g_autofree char *text = lanyard_browser_dup_back_text (self->browser);
  gboolean adding, shown;

  g_object_get (self->scenes, "adding", &adding, NULL);
  shown = (workspace && lanyard_browser_can_go_back (self->browser))
          || (adding && lanyard_scenes_is (self->scenes, "connect"));
  if (text == NULL)
    text = g_strdup (adding ? _("Back") : _("Back to the List"));
  lanyard_header_set_back (self->header, shown, text);
  gtk_widget_action_set_enabled (self->window, "win.back", shown);
}

static void
update_class (LanyardLayout *self)
{
  LanyardConnection *current = lanyard_workspaces_get_current (self->workspaces);

  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (self->window, self->kind_class);
  self->kind_class = current != NULL ? lanyard_workspace_kind_class (lanyard_connection_get_kind (current)) : NULL;
  if (self->kind_class != NULL)
    gtk_widget_add_css_class (self->window, self->kind_class);
}

static void
update (LanyardLayout *self)
{
  gboolean workspace = lanyard_scenes_is (self->scenes, "workspace");
  gboolean list_shown = workspace && !lanyard_browser_is_content_alone (self->browser);
  gboolean title_alone;

  if (self->held)
    return;

  g_object_get (self->header, "title-visible", &title_alone, NULL);
  update_back (self, workspace);
  update_title (self, workspace);
  lanyard_header_set_list_shown (self->header, list_shown, self->narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, list_shown && title_alone);
}

static void
on_current_changed (LanyardLayout *self)
{
  update_class (self);
  update (self);
}

static gboolean
on_later (gpointer user_data)
{
  LanyardLayout *self = LANYARD_LAYOUT (user_data);

  self->later_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* A title makes room in the middle of an allocation, when no widget may come or go. */
static void
update_later (LanyardLayout *self)
{
  if (self->later_source == 0)
    self->later_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_later, self, NULL);
}

/**
 * lanyard_layout_set_width:
 * @self: the layout
 * @width: the window's width, which is just being allocated
 *
 * Goes by the window's width alone: what is left out for want of room makes room, and must not come back for that.
 */
void
lanyard_layout_set_width (LanyardLayout *self,
                          int            width)
{
  g_return_if_fail (LANYARD_IS_LAYOUT (self));

  if (self->narrow == (width < NARROW_WIDTH))
    return;

  self->narrow = width < NARROW_WIDTH;
  update_later (self);
}

/**
 * lanyard_layout_hold:
 * @self: the layout
 *
 * Has all stay as it is until lanyard_layout_release(): much is about to change at once.
 */
void
lanyard_layout_hold (LanyardLayout *self)
{
  g_return_if_fail (LANYARD_IS_LAYOUT (self));

  self->held = TRUE;
}

/**
 * lanyard_layout_release:
 * @self: the layout, which was held
 *
 * Lays the window out.
 */
void
lanyard_layout_release (LanyardLayout *self)
{
  g_return_if_fail (LANYARD_IS_LAYOUT (self));

  self->held = FALSE;
  update (self);
}

static void
lanyard_layout_dispose (GObject *object)
{
  g_clear_handle_id (&LANYARD_LAYOUT (object)->later_source, g_source_remove);

  G_OBJECT_CLASS (lanyard_layout_parent_class)->dispose (object);
}

static void
lanyard_layout_class_init (LanyardLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_layout_dispose;
}

static void
lanyard_layout_init (LanyardLayout *self)
{
}

static void
listen (LanyardLayout *self,
        gpointer       part,
        const char    *signal,
        GCallback      callback)
{
  g_signal_connect_object (part, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_layout_new:
 * @window: the window, whose parts live as long as this
 * @header: its header bar
 * @switcher_bar: its bar with the views, for where the header has no room for them
 * @scenes: what it shows
 * @browser: the views of a workspace
 * @workspaces: which one is open
 *
 * Returns: (transfer full): what lays the window out from now on
 */
LanyardLayout *
lanyard_layout_new (GtkWidget          *window,
                    LanyardHeader      *header,
                    AdwViewSwitcherBar *switcher_bar,
                    LanyardScenes      *scenes,
                    LanyardBrowser     *browser,
                    LanyardWorkspaces  *workspaces)
{
  LanyardLayout *self = g_object_new (LANYARD_TYPE_LAYOUT, NULL);

  self->window = window;
  self->header = header;
  self->switcher_bar = switcher_bar;
  self->scenes = scenes;
  self->browser = browser;
  self->workspaces = workspaces;
  listen (self, header, "notify::title-visible", G_CALLBACK (update_later));
  listen (self, scenes, "notify::scene", G_CALLBACK (update));
  listen (self, scenes, "notify::adding", G_CALLBACK (update));
  listen (self, browser, "moved", G_CALLBACK (update));
  listen (self, workspaces, "notify::current", G_CALLBACK (on_current_changed));
  update (self);

  return self;
}
