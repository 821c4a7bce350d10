/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search would find, if the list that is searched weren't filtered.
 *
 * A second list over the same store is searched for it, but only while it is of use, and not before the first one shows
 * what it has found: so a key that is typed is answered as soon as it would be without. */
#include "lanyard-left-out.h"

struct _LanyardLeftOut
{
  GObject parent_instance;

  LanyardList  *list;
  LanyardStore *store;
  LanyardList  *whole; /* NULL while it is of no use */
  gboolean      when_empty;
  guint         n;
};

G_DEFINE_FINAL_TYPE (LanyardLeftOut, lanyard_left_out, G_TYPE_OBJECT)

enum
{
  PROP_N = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_n (LanyardLeftOut *self,
       guint           n)
{
  if (self->n == n)
    return;
  self->n = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
}

static gboolean
is_searching (LanyardList *list)
{
  gboolean searching;

  g_object_get (list, "searching", &searching, NULL);
  return searching;
}

static gboolean
is_filtered (LanyardList *list)
{
  g_autofree char *system_id = NULL;
  LanyardShow show;
  LanyardMethod method;

  g_object_get (list, "system-id", &system_id, "show", &show, "method", &method, NULL);
  return system_id != NULL || show != LANYARD_SHOW_ALL || method != LANYARD_METHOD_ANY;
}

static gboolean
is_of_use (LanyardLeftOut *self,
           const char     *search)
{
  return search != NULL && *search != '\0' && is_filtered (self->list)
         && (!self->when_empty || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0);
}

static void
forget (LanyardLeftOut *self)
{
  if (self->whole != NULL)
    g_signal_handlers_disconnect_by_data (self->whole, self);
  g_clear_object (&self->whole);
}

static void update (LanyardLeftOut *self);

static void
begin (LanyardLeftOut *self)
{
  self->whole = lanyard_list_new (self->store);
  g_signal_connect_object (self->whole, "published", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->whole, "notify::searching", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* What was known stays until the next is: what says it isn't to come and go with each key. */
static void
update (LanyardLeftOut *self)
{
  g_autofree char *search = NULL;
  guint n_whole, n_shown;

  g_object_get (self->list, "search", &search, NULL);
  if (!is_searching (self->list) && !is_of_use (self, search))
    {
      forget (self);
      set_n (self, 0);
      return;
    }
  if (is_searching (self->list))
    return;
  if (self->whole == NULL)
    begin (self);
  g_object_set (self->whole, "search", search, NULL);
  if (!lanyard_list_is_settled (self->whole))
    return;
  n_whole = g_list_model_get_n_items (G_LIST_MODEL (self->whole));
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  set_n (self, n_whole > n_shown ? n_whole - n_shown : 0);
}

/**
 * lanyard_left_out_get_n:
 * @self: what is left out
 *
 * Returns: how many that is
 */
guint
lanyard_left_out_get_n (LanyardLeftOut *self)
{
  g_return_val_if_fail (LANYARD_IS_LEFT_OUT (self), 0);

  return self->n;
}

/**
 * lanyard_left_out_dup_first:
 * @self: what is left out, of a list that shows nothing
 *
 * Returns: (transfer full) (nullable): the one that fits the search best
 */
gpointer
lanyard_left_out_dup_first (LanyardLeftOut *self)
{
  g_return_val_if_fail (LANYARD_IS_LEFT_OUT (self), NULL);

  return self->n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->whole), 0) : NULL;
}

static void
lanyard_left_out_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N:
      g_value_set_uint (value, LANYARD_LEFT_OUT (object)->n);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_left_out_dispose (GObject *object)
{
  LanyardLeftOut *self = LANYARD_LEFT_OUT (object);

  forget (self);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (lanyard_left_out_parent_class)->dispose (object);
}

static void
lanyard_left_out_class_init (LanyardLeftOutClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_left_out_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_left_out_dispose;
  properties[PROP_N] = g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_left_out_init (LanyardLeftOut *self)
{
}

/**
 * lanyard_left_out_new:
 * @list: (transfer none): a list that is searched
 * @store: (transfer none): what it lists
 * @when_empty: whether it is of use only where @list shows nothing
 *
 * Returns: (transfer full): what the filter of @list leaves out
 */
LanyardLeftOut *
lanyard_left_out_new (LanyardList  *list,
                      LanyardStore *store,
                      gboolean      when_empty)
{
  LanyardLeftOut *self;

  g_return_val_if_fail (LANYARD_IS_LIST (list), NULL);
  g_return_val_if_fail (LANYARD_IS_STORE (store), NULL);

  self = g_object_new (LANYARD_TYPE_LEFT_OUT, NULL);
  self->list = g_object_ref (list);
  self->store = g_object_ref (store);
  self->when_empty = when_empty;
  g_signal_connect_object (list, "published", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::searching", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
