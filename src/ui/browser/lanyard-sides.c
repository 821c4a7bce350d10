/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sides of what is on show, "list" and "content", of which a narrow window has room for one. */
#include "lanyard-sides.h"

struct _LanyardSides
{
  GObject parent_instance;

  AdwLeaflet *leaflet; /* of the widget that owns this */
  guint       changed_source;
};

G_DEFINE_FINAL_TYPE (LanyardSides, lanyard_sides, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FOCUS_LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_change_due (gpointer user_data)
{
  LanyardSides *self = LANYARD_SIDES (user_data);

  self->changed_source = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* A leaflet folds in the middle of an allocation, when no widget may come or go. */
static void
on_changed (LanyardSides *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_change_due, self, NULL);
}

/* What had the focus may have gone out of sight. */
static void
on_transition_changed (LanyardSides *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->leaflet));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *shown = adw_leaflet_get_visible_child (self->leaflet);

  if (!lanyard_sides_are_two (self) && !adw_leaflet_get_child_transition_running (self->leaflet)
      && (focus == NULL || !gtk_widget_is_ancestor (focus, shown)))
    g_signal_emit (self, signals[FOCUS_LOST], 0);
}

/**
 * lanyard_sides_are_two:
 * @self: the sides
 *
 * Returns: whether there is room for both
 */
gboolean
lanyard_sides_are_two (LanyardSides *self)
{
  g_return_val_if_fail (LANYARD_IS_SIDES (self), FALSE);

  return !adw_leaflet_get_folded (self->leaflet);
}

/**
 * lanyard_sides_is_alone:
 * @self: the sides
 * @name: "list" or "content"
 *
 * Returns: whether there is room for one of the two only, and that is @name
 */
gboolean
lanyard_sides_is_alone (LanyardSides *self,
                        const char   *name)
{
  g_return_val_if_fail (LANYARD_IS_SIDES (self), FALSE);

  return !lanyard_sides_are_two (self)
         && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), name) == 0;
}

/**
 * lanyard_sides_bring_front:
 * @self: the sides
 * @name: "list" or "content"
 *
 * Has that be seen where, or as soon as, there is room for one only.
 */
void
lanyard_sides_bring_front (LanyardSides *self,
                           const char   *name)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (LANYARD_IS_SIDES (self));

  root = gtk_widget_get_root (GTK_WIDGET (self->leaflet));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  adw_leaflet_set_visible_child_name (self->leaflet, name);
  /* The leaflet takes the focus along, also where both are to be seen. */
  if (lanyard_sides_are_two (self) && focus != NULL)
    gtk_root_set_focus (root, focus);
}

static void
lanyard_sides_finalize (GObject *object)
{
  g_clear_handle_id (&LANYARD_SIDES (object)->changed_source, g_source_remove);

  G_OBJECT_CLASS (lanyard_sides_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, LANYARD_TYPE_SIDES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_sides_class_init (LanyardSidesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_sides_finalize;

  signals[CHANGED] = add_signal ("changed");
  signals[FOCUS_LOST] = add_signal ("focus-lost");
}

static void
lanyard_sides_init (LanyardSides *self)
{
}

/**
 * lanyard_sides_new:
 * @leaflet: (transfer none): what they are in, of the widget that will own this
 *
 * Returns: (transfer full): the sides
 */
LanyardSides *
lanyard_sides_new (AdwLeaflet *leaflet)
{
  LanyardSides *self;

  g_return_val_if_fail (ADW_IS_LEAFLET (leaflet), NULL);

  self = g_object_new (LANYARD_TYPE_SIDES, NULL);
  self->leaflet = leaflet;
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (leaflet, "notify::visible-child", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (leaflet, "notify::child-transition-running", G_CALLBACK (on_transition_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
