/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back: the records, and the parts of the activity, that the one on show was come to by. */
#include "lanyard-trail.h"

struct _LanyardTrail
{
  GObject parent_instance;

  GPtrArray *places; /* GObject, the last of them where a step back leads */
};

G_DEFINE_FINAL_TYPE (LanyardTrail, lanyard_trail, G_TYPE_OBJECT)

enum
{
  PROP_LAST = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
notify_last (LanyardTrail *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

/**
 * lanyard_trail_get_last:
 * @self: the trail
 *
 * Returns: (transfer none) (nullable) (type GObject): where a step back leads
 */
gpointer
lanyard_trail_get_last (LanyardTrail *self)
{
  g_return_val_if_fail (LANYARD_IS_TRAIL (self), NULL);

  return self->places->len > 0 ? self->places->pdata[self->places->len - 1] : NULL;
}

/**
 * lanyard_trail_follow:
 * @self: the trail
 * @from: (nullable) (type GObject): the record that is on show, or what is of the activity
 * @to: (type GObject): the record that will be, or the part of the activity
 *
 * Remembers the way from one place to another. From a user to their card and on to its user is the way back.
 */
void
lanyard_trail_follow (LanyardTrail *self,
                      gpointer      from,
                      gpointer      to)
{
  g_return_if_fail (LANYARD_IS_TRAIL (self));
  g_return_if_fail (G_IS_OBJECT (to));

  if (lanyard_trail_get_last (self) == to)
    g_ptr_array_set_size (self->places, self->places->len - 1);
  else if (from != NULL && from != to)
    g_ptr_array_add (self->places, g_object_ref (from));
  else
    return;

  notify_last (self);
}

/**
 * lanyard_trail_step_back:
 * @self: the trail
 *
 * Returns: (transfer full) (nullable) (type GObject): what is one step back, which is no longer part of the trail
 */
gpointer
lanyard_trail_step_back (LanyardTrail *self)
{
  gpointer place;

  g_return_val_if_fail (LANYARD_IS_TRAIL (self), NULL);

  if (self->places->len == 0)
    return NULL;

  place = g_ptr_array_steal_index (self->places, self->places->len - 1);
  notify_last (self);

  return place;
}

/**
 * lanyard_trail_clear:
 * @self: the trail
 *
 * Forgets the way.
 */
void
lanyard_trail_clear (LanyardTrail *self)
{
  g_return_if_fail (LANYARD_IS_TRAIL (self));

  if (self->places->len == 0)
    return;

  g_ptr_array_set_size (self->places, 0);
  notify_last (self);
}

static void
lanyard_trail_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LAST:
      g_value_set_object (value, lanyard_trail_get_last (LANYARD_TRAIL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_trail_finalize (GObject *object)
{
  g_ptr_array_unref (LANYARD_TRAIL (object)->places);

  G_OBJECT_CLASS (lanyard_trail_parent_class)->finalize (object);
}

static void
lanyard_trail_class_init (LanyardTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_trail_get_property;
  object_class->finalize = lanyard_trail_finalize;

  properties[PROP_LAST] = g_param_spec_object ("last", NULL, NULL, G_TYPE_OBJECT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_trail_init (LanyardTrail *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lanyard_trail_new:
 *
 * Returns: (transfer full): a trail that leads nowhere
 */
LanyardTrail *
lanyard_trail_new (void)
{
  return g_object_new (LANYARD_TYPE_TRAIL, NULL);
}
