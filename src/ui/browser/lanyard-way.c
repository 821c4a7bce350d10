/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a workspace: from one record, or part of the activity, to another, and back. */
#include "lanyard-way.h"

#include "lanyard-trail.h"

struct _LanyardWay
{
  GObject parent_instance;

  LanyardViews   *views;   /* of the widget that owns this */
  LanyardContent *content; /* of it, too */
  LanyardSides   *sides;
  LanyardTrail   *trail;
  gboolean        going;
};

G_DEFINE_FINAL_TYPE (LanyardWay, lanyard_way, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_last_changed (LanyardWay *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_record (LanyardWay *self,
             SeamRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->views));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean typing = GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->views));

  self->going = TRUE;
  lanyard_views_select (self->views, record);
  lanyard_sides_bring_front (self->sides, "content");
  self->going = FALSE;

  /* What had the focus has gone with its page. Where a card reader typed, the next card can be read at once. */
  if (typing && lanyard_sides_are_two (self->sides))
    lanyard_views_focus_search (self->views);
  else
    lanyard_content_focus (self->content);
}

static void
show_changes (LanyardWay            *self,
              LanyardActivityFilter *filter,
              gint64                 entry)
{
  self->going = TRUE;
  lanyard_sides_bring_front (self->sides, "list");
  lanyard_views_show_changes (self->views, filter, entry);
  self->going = FALSE;
}

/* What is on show, as the trail knows it. */
static GObject *
dup_place (LanyardWay *self)
{
  SeamRecord *record = lanyard_way_get_record (self);

  if (lanyard_views_is (self->views, "activity"))
    return G_OBJECT (lanyard_views_dup_changes (self->views));

  return record != NULL ? G_OBJECT (g_object_ref (record)) : NULL;
}

/**
 * lanyard_way_get_record:
 * @self: the way
 *
 * Returns: (transfer none) (nullable): whose page is to be seen
 */
SeamRecord *
lanyard_way_get_record (LanyardWay *self)
{
  g_return_val_if_fail (LANYARD_IS_WAY (self), NULL);

  return lanyard_sides_is_alone (self->sides, "list") ? NULL : lanyard_views_get_selected (self->views);
}

/**
 * lanyard_way_get_last:
 * @self: the way
 *
 * Returns: (transfer none) (nullable) (type GObject): where a step back leads: a record, or a part of the activity
 */
gpointer
lanyard_way_get_last (LanyardWay *self)
{
  g_return_val_if_fail (LANYARD_IS_WAY (self), NULL);

  return lanyard_trail_get_last (self->trail);
}

/**
 * lanyard_way_is_going:
 * @self: the way
 *
 * Returns: whether what is chosen, or which view is on show, changes because of this, not because somebody chose
 */
gboolean
lanyard_way_is_going (LanyardWay *self)
{
  g_return_val_if_fail (LANYARD_IS_WAY (self), FALSE);

  return self->going;
}

/**
 * lanyard_way_go_to_record:
 * @self: the way
 * @record: a user or a credential of the workspace
 *
 * Shows a record's page, from which a step back leads to what is on show now.
 */
void
lanyard_way_go_to_record (LanyardWay *self,
                          SeamRecord *record)
{
  g_autoptr (GObject) place = NULL;

  g_return_if_fail (LANYARD_IS_WAY (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  place = dup_place (self);
  lanyard_trail_follow (self->trail, place, record);
  show_record (self, record);
}

/**
 * lanyard_way_go_to_changes:
 * @self: the way
 * @record: a user or a credential of the workspace
 * @entry: the id of an entry that is to be unfolded and in view; 0 for none
 *
 * Shows what was done to a record, from where a step back leads to what is on show now.
 */
void
lanyard_way_go_to_changes (LanyardWay *self,
                           SeamRecord *record,
                           gint64      entry)
{
  g_autoptr (GObject) place = NULL;
  g_autoptr (LanyardActivityFilter) filter = lanyard_activity_filter_new ();

  g_return_if_fail (LANYARD_IS_WAY (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  place = dup_place (self);
  lanyard_activity_filter_set_record (filter, record);
  lanyard_trail_follow (self->trail, place, filter);
  show_changes (self, filter, entry);
}

/**
 * lanyard_way_go_back:
 * @self: the way
 *
 * Goes a step back: to the record whose page was on show before, or to the activity.
 *
 * Returns: whether there was one
 */
gboolean
lanyard_way_go_back (LanyardWay *self)
{
  g_autoptr (GObject) before = NULL;

  g_return_val_if_fail (LANYARD_IS_WAY (self), FALSE);

  before = lanyard_trail_step_back (self->trail);
  if (LANYARD_IS_ACTIVITY_FILTER (before))
    show_changes (self, LANYARD_ACTIVITY_FILTER (before), 0);
  else if (before != NULL)
    show_record (self, SEAM_RECORD (before));

  return before != NULL;
}

/**
 * lanyard_way_begin_anew:
 * @self: the way
 *
 * Forgets what was on show before, unless it is this that has shown something else.
 */
void
lanyard_way_begin_anew (LanyardWay *self)
{
  g_return_if_fail (LANYARD_IS_WAY (self));

  if (!self->going)
    lanyard_trail_clear (self->trail);
}

static void
lanyard_way_finalize (GObject *object)
{
  LanyardWay *self = LANYARD_WAY (object);

  g_clear_object (&self->sides);
  g_clear_object (&self->trail);

  G_OBJECT_CLASS (lanyard_way_parent_class)->finalize (object);
}

static void
lanyard_way_class_init (LanyardWayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_way_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lanyard_way_init (LanyardWay *self)
{
  self->trail = lanyard_trail_new ();
  g_signal_connect_object (self->trail, "notify::last", G_CALLBACK (on_last_changed), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_way_new:
 * @views: (transfer none): where the lists and the activity are, of the widget that will own this
 * @sides: (transfer none): which of the two is to be seen
 * @content: (transfer none): where the pages are, of the same widget
 *
 * Returns: (transfer full): a way that has not begun
 */
LanyardWay *
lanyard_way_new (LanyardViews   *views,
                 LanyardSides   *sides,
                 LanyardContent *content)
{
  LanyardWay *self;

  g_return_val_if_fail (LANYARD_IS_VIEWS (views), NULL);
  g_return_val_if_fail (LANYARD_IS_SIDES (sides), NULL);
  g_return_val_if_fail (LANYARD_IS_CONTENT (content), NULL);

  self = g_object_new (LANYARD_TYPE_WAY, NULL);
  self->views = views;
  self->sides = g_object_ref (sides);
  self->content = content;

  return self;
}
