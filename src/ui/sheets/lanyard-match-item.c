/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a sheet in a list. */
#include "lanyard-match-item.h"

struct _LanyardMatchItem
{
  GObject parent_instance;

  LanyardMatches *matches;
  guint           position;
};

G_DEFINE_FINAL_TYPE (LanyardMatchItem, lanyard_match_item, G_TYPE_OBJECT)

static void
lanyard_match_item_finalize (GObject *object)
{
  g_object_unref (LANYARD_MATCH_ITEM (object)->matches);
  G_OBJECT_CLASS (lanyard_match_item_parent_class)->finalize (object);
}

static void
lanyard_match_item_class_init (LanyardMatchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_match_item_finalize;
}

static void
lanyard_match_item_init (LanyardMatchItem *self)
{
}

/**
 * lanyard_match_item_new:
 * @matches: the rows
 * @position: which one
 *
 * Returns: (transfer full): that one
 */
LanyardMatchItem *
lanyard_match_item_new (LanyardMatches *matches,
                        guint           position)
{
  LanyardMatchItem *self = g_object_new (LANYARD_TYPE_MATCH_ITEM, NULL);

  self->matches = g_object_ref (matches);
  self->position = position;
  return self;
}

/**
 * lanyard_match_item_get_matches:
 * @self: a row
 *
 * Returns: (transfer none): the rows that it is one of
 */
LanyardMatches *
lanyard_match_item_get_matches (LanyardMatchItem *self)
{
  return self->matches;
}

/**
 * lanyard_match_item_get_position:
 * @self: a row
 *
 * Returns: which of them it is
 */
guint
lanyard_match_item_get_position (LanyardMatchItem *self)
{
  return self->position;
}
