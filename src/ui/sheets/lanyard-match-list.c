/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a sheet as a list model, in the order in which somebody has to look at them. */
#include "lanyard-match-list.h"

#include "lanyard-match-item.h"

struct _LanyardMatchList
{
  GObject parent_instance;

  LanyardMatches *matches;
  GArray         *positions; /* guint */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardMatchList, lanyard_match_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LANYARD_TYPE_MATCH_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return LANYARD_MATCH_LIST (model)->positions->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LanyardMatchList *self = LANYARD_MATCH_LIST (model);

  if (position >= self->positions->len)
    return NULL;
  return lanyard_match_item_new (self->matches, g_array_index (self->positions, guint, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
lanyard_match_list_finalize (GObject *object)
{
  LanyardMatchList *self = LANYARD_MATCH_LIST (object);

  g_clear_object (&self->matches);
  g_array_unref (self->positions);
  G_OBJECT_CLASS (lanyard_match_list_parent_class)->finalize (object);
}

static void
lanyard_match_list_class_init (LanyardMatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_match_list_finalize;
}

static void
lanyard_match_list_init (LanyardMatchList *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * lanyard_match_list_new:
 *
 * Returns: (transfer full): an empty list
 */
LanyardMatchList *
lanyard_match_list_new (void)
{
  return g_object_new (LANYARD_TYPE_MATCH_LIST, NULL);
}

static gboolean
is_shown (LanyardMatchShow  show,
          LanyardMatchState state)
{
  static const guint states[] = {
    [LANYARD_MATCH_SHOW_ALL] = ~0u,
    [LANYARD_MATCH_SHOW_CHOICE] = 1 << LANYARD_MATCH_CONFLICT | 1 << LANYARD_MATCH_CHOICE,
    [LANYARD_MATCH_SHOW_CANT] = 1 << LANYARD_MATCH_CANT,
    [LANYARD_MATCH_SHOW_DO] = 1 << LANYARD_MATCH_DO,
  };

  return (states[show] & 1u << state) != 0;
}

/**
 * lanyard_match_list_show:
 * @self: a list
 * @matches: (nullable): the rows
 * @show: which of them to list
 *
 * Lists rows: first those in conflict, then those that wait for a choice, and so on.
 */
void
lanyard_match_list_show (LanyardMatchList *self,
                         LanyardMatches   *matches,
                         LanyardMatchShow  show)
{
  guint n_before = self->positions->len;

  g_set_object (&self->matches, matches);
  g_array_set_size (self->positions, 0);
  for (LanyardMatchState state = 0; matches != NULL && state < LANYARD_MATCH_N_STATES; state++)
    for (guint i = 0; is_shown (show, state) && i < lanyard_matches_get_n (matches); i++)
      if (lanyard_matches_get (matches, i)->state == state)
        g_array_append_val (self->positions, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->positions->len);
}
