/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen in a list: the one that is on show, or many, and whether a click adds to them.
 *
 * It is the items that are kept, not where they are: they stay chosen however a list is sorted and filtered. */
#include "lanyard-chosen.h"

/* Fewer are looked at at once. */
#define VERY_MANY 4096

/* For so long at a time very many are looked at; in between, what else there is is done. */
#define TURN_US 2000

struct _LanyardChosen
{
  GObject parent_instance;

  GHashTable *items;
  GPtrArray  *taken; /* chosen as well, but not among the items yet */
  guint       source; /* puts them there */
  GObject    *current; /* the one that is chosen while not many are */
  gboolean    choosing;
  gboolean    was_many; /* as was told last */
};

G_DEFINE_FINAL_TYPE (LanyardChosen, lanyard_chosen, G_TYPE_OBJECT)

enum
{
  PROP_CHOOSING = 1,
  PROP_MANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (LanyardChosen *self)
{
  gboolean is_many = lanyard_chosen_is_many (self);

  if (self->was_many != is_many)
    {
      self->was_many = is_many;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MANY]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
let_go_of_all (LanyardChosen *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_set_size (self->taken, 0);
  g_hash_table_remove_all (self->items);
}

/* From the end, so that those before stay where they are. */
static void
look_at_last (LanyardChosen *self)
{
  g_hash_table_add (self->items, g_ptr_array_steal_index_fast (self->taken, self->taken->len - 1));
}

static void
look_at_all (LanyardChosen *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  while (self->taken->len > 0)
    look_at_last (self);
}

static gboolean
look_at_some (gpointer user_data)
{
  LanyardChosen *self = LANYARD_CHOSEN (user_data);
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 1; self->taken->len > 0; i++)
    {
      look_at_last (self);
      if (i % 64 == 0 && g_get_monotonic_time () - begun > TURN_US)
        return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
choose_current (LanyardChosen *self)
{
  let_go_of_all (self);
  if (self->current != NULL)
    g_hash_table_add (self->items, g_object_ref (self->current));
}

static void
set_choosing (LanyardChosen *self,
              gboolean       choosing)
{
  if (self->choosing == choosing)
    return;

  /* The one whose page is on show was not chosen to have something done to it. */
  if (choosing && !lanyard_chosen_is_many (self))
    let_go_of_all (self);
  self->choosing = choosing;
  if (!choosing)
    choose_current (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOOSING]);
  tell (self);
}

static void
lanyard_chosen_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LanyardChosen *self = LANYARD_CHOSEN (object);

  switch (id)
    {
    case PROP_CHOOSING:
      g_value_set_boolean (value, self->choosing);
      break;
    case PROP_MANY:
      g_value_set_boolean (value, lanyard_chosen_is_many (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_chosen_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CHOOSING:
      set_choosing (LANYARD_CHOSEN (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_chosen_finalize (GObject *object)
{
  LanyardChosen *self = LANYARD_CHOSEN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->current);
  g_ptr_array_unref (self->taken);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (lanyard_chosen_parent_class)->finalize (object);
}

static void
lanyard_chosen_class_init (LanyardChosenClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_chosen_get_property;
  object_class->set_property = lanyard_chosen_set_property;
  object_class->finalize = lanyard_chosen_finalize;

  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_MANY] = g_param_spec_boolean ("many", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_CHOSEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lanyard_chosen_init (LanyardChosen *self)
{
  self->items = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->taken = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lanyard_chosen_new:
 *
 * Returns: (transfer full): what is chosen: nothing yet
 */
LanyardChosen *
lanyard_chosen_new (void)
{
  return g_object_new (LANYARD_TYPE_CHOSEN, NULL);
}

/**
 * lanyard_chosen_set_current:
 * @self: what is chosen
 * @item: (nullable): the one to choose
 *
 * Chooses one. While many are chosen, they stay so, and it takes their place once they are given up.
 */
void
lanyard_chosen_set_current (LanyardChosen *self,
                            gpointer       item)
{
  g_return_if_fail (LANYARD_IS_CHOSEN (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  g_set_object (&self->current, item);
  if (lanyard_chosen_is_many (self)
      || (lanyard_chosen_get_only (self) == item && (item != NULL || lanyard_chosen_get_n (self) == 0)))
    return;
  choose_current (self);
  tell (self);
}

/**
 * lanyard_chosen_get_current:
 * @self: what is chosen
 *
 * Returns: (transfer none) (nullable): the one that is chosen while not many are
 */
gpointer
lanyard_chosen_get_current (LanyardChosen *self)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), NULL);

  return self->current;
}

/**
 * lanyard_chosen_get_only:
 * @self: what is chosen
 *
 * Returns: (transfer none) (nullable): what is chosen, if it is exactly one
 */
gpointer
lanyard_chosen_get_only (LanyardChosen *self)
{
  GHashTableIter iter;
  gpointer item = NULL;

  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), NULL);

  if (lanyard_chosen_get_n (self) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, self->items);
  g_hash_table_iter_next (&iter, &item, NULL);

  return item;
}

/**
 * lanyard_chosen_is_choosing:
 * @self: what is chosen
 *
 * Returns: whether the selection mode is on
 */
gboolean
lanyard_chosen_is_choosing (LanyardChosen *self)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), FALSE);

  return self->choosing;
}

/**
 * lanyard_chosen_is_many:
 * @self: what is chosen
 *
 * Returns: whether the selection mode is on, or at least two are chosen
 */
gboolean
lanyard_chosen_is_many (LanyardChosen *self)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), FALSE);

  return self->choosing || lanyard_chosen_get_n (self) > 1;
}

/**
 * lanyard_chosen_get_n:
 * @self: what is chosen
 *
 * Returns: how many are
 */
guint
lanyard_chosen_get_n (LanyardChosen *self)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), 0);

  return g_hash_table_size (self->items) + self->taken->len;
}

/**
 * lanyard_chosen_contains:
 * @self: what is chosen
 * @item: what may be
 * @position: where it is in the list, as far as is known, or %GTK_INVALID_LIST_POSITION: of very many that were chosen
 *   there just now, it is known at once
 *
 * Returns: whether it is
 */
gboolean
lanyard_chosen_contains (LanyardChosen *self,
                         gpointer       item,
                         guint          position)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), FALSE);

  if (position < self->taken->len && self->taken->pdata[position] == item)
    return TRUE;
  if (g_hash_table_contains (self->items, item))
    return TRUE;
  look_at_all (self);
  return g_hash_table_contains (self->items, item);
}

/**
 * lanyard_chosen_list:
 * @self: what is chosen
 * @n_items: (out): how many are
 *
 * Returns: (transfer container) (array length=n_items): all that are, in no order
 */
gpointer *
lanyard_chosen_list (LanyardChosen *self,
                     guint         *n_items)
{
  g_return_val_if_fail (LANYARD_IS_CHOSEN (self), NULL);

  look_at_all (self);
  return g_hash_table_get_keys_as_array (self->items, n_items);
}

/**
 * lanyard_chosen_choose:
 * @self: what is chosen
 * @items: (transfer full) (element-type GObject): what to choose, each once; it is taken over, since of very many it is
 *   looking at each that takes time, which is done little by little
 * @instead: whether the others are let go; in the selection mode they never are
 *
 * Chooses several.
 */
void
lanyard_chosen_choose (LanyardChosen *self,
                       GPtrArray     *items,
                       gboolean       instead)
{
  g_return_if_fail (LANYARD_IS_CHOSEN (self));

  if (instead && !self->choosing)
    let_go_of_all (self);
  look_at_all (self);
  g_ptr_array_unref (self->taken);
  self->taken = items;
  if (items->len >= VERY_MANY && g_hash_table_size (self->items) == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, look_at_some, self, NULL);
  else
    look_at_all (self);
  tell (self);
}

/**
 * lanyard_chosen_let_go:
 * @self: what is chosen
 * @items: (element-type GObject): what is not to be, such as what is no longer there
 *
 * Lets go of several.
 */
void
lanyard_chosen_let_go (LanyardChosen *self,
                       GPtrArray     *items)
{
  guint n_before;

  g_return_if_fail (LANYARD_IS_CHOSEN (self));

  look_at_all (self);
  n_before = g_hash_table_size (self->items);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_remove (self->items, items->pdata[i]);
  if (g_hash_table_size (self->items) != n_before)
    tell (self);
}

/**
 * lanyard_chosen_let_all_go:
 * @self: what is chosen
 *
 * Leaves none chosen in the selection mode, or else the one that is on show.
 */
void
lanyard_chosen_let_all_go (LanyardChosen *self)
{
  g_return_if_fail (LANYARD_IS_CHOSEN (self));

  if (self->choosing)
    let_go_of_all (self);
  else
    choose_current (self);
  tell (self);
}

/**
 * lanyard_chosen_toggle:
 * @self: what is chosen
 * @item: what was clicked
 *
 * Adds one, or lets it go.
 */
void
lanyard_chosen_toggle (LanyardChosen *self,
                       gpointer       item)
{
  g_return_if_fail (LANYARD_IS_CHOSEN (self));
  g_return_if_fail (G_IS_OBJECT (item));

  look_at_all (self);
  if (!g_hash_table_remove (self->items, item))
    g_hash_table_add (self->items, g_object_ref (item));
  tell (self);
}

/**
 * lanyard_chosen_give_up:
 * @self: what is chosen
 *
 * Leaves the selection mode, with the one chosen that is on show.
 */
void
lanyard_chosen_give_up (LanyardChosen *self)
{
  g_return_if_fail (LANYARD_IS_CHOSEN (self));

  if (self->choosing)
    set_choosing (self, FALSE);
  else
    lanyard_chosen_let_all_go (self);
}
