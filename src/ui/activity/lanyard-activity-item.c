/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the activity: an entry, whether it is unfolded, and whether a day begins with it. A heading of its own would
 * be a row that takes the focus, on which there is nothing to do. */
#include "lanyard-activity-item.h"

struct _LanyardActivityItem
{
  GObject parent_instance;

  LanyardEntry *entry;
  LanyardDay   *day;
  gboolean      unfolded;
};

G_DEFINE_FINAL_TYPE (LanyardActivityItem, lanyard_activity_item, G_TYPE_OBJECT)

enum
{
  PROP_DAY = 1,
  PROP_UNFOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
lanyard_activity_item_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  LanyardActivityItem *self = LANYARD_ACTIVITY_ITEM (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_object (value, self->day);
      break;
    case PROP_UNFOLDED:
      g_value_set_boolean (value, self->unfolded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_activity_item_finalize (GObject *object)
{
  LanyardActivityItem *self = LANYARD_ACTIVITY_ITEM (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->day);

  G_OBJECT_CLASS (lanyard_activity_item_parent_class)->finalize (object);
}

static void
lanyard_activity_item_class_init (LanyardActivityItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_activity_item_get_property;
  object_class->finalize = lanyard_activity_item_finalize;

  properties[PROP_DAY] = g_param_spec_object ("day", NULL, NULL, LANYARD_TYPE_DAY, flags);
  properties[PROP_UNFOLDED] = g_param_spec_boolean ("unfolded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_activity_item_init (LanyardActivityItem *self)
{
}

/**
 * lanyard_activity_item_new:
 * @entry: what was done
 *
 * Returns: (transfer full): a line for it
 */
LanyardActivityItem *
lanyard_activity_item_new (LanyardEntry *entry)
{
  LanyardActivityItem *self;

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  self = g_object_new (LANYARD_TYPE_ACTIVITY_ITEM, NULL);
  self->entry = g_object_ref (entry);

  return self;
}

/**
 * lanyard_activity_item_get_entry:
 * @self: a line
 *
 * Returns: (transfer none): what was done
 */
LanyardEntry *
lanyard_activity_item_get_entry (LanyardActivityItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_ITEM (self), NULL);

  return self->entry;
}

/**
 * lanyard_activity_item_get_day:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the day that begins with it
 */
LanyardDay *
lanyard_activity_item_get_day (LanyardActivityItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_ITEM (self), NULL);

  return self->day;
}

/**
 * lanyard_activity_item_set_day:
 * @self: a line
 * @day: (nullable): the day that begins with it
 */
void
lanyard_activity_item_set_day (LanyardActivityItem *self,
                               LanyardDay          *day)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_ITEM (self));

  if (g_set_object (&self->day, day))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * lanyard_activity_item_get_unfolded:
 * @self: a line
 *
 * Returns: whether all that is known of it is to be seen
 */
gboolean
lanyard_activity_item_get_unfolded (LanyardActivityItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_ITEM (self), FALSE);

  return self->unfolded;
}

/**
 * lanyard_activity_item_set_unfolded:
 * @self: a line
 * @unfolded: whether all that is known of it is to be seen
 */
void
lanyard_activity_item_set_unfolded (LanyardActivityItem *self,
                                    gboolean             unfolded)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_ITEM (self));

  if (self->unfolded == unfolded)
    return;

  self->unfolded = unfolded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
}
