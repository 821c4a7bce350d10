/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, and what is chosen in it, as a GtkListView wants to see it.
 *
 * GtkMultiSelection keeps positions, and forgets all of them when a list tells that all of it has changed. Here
 * positions are only looked up for the rows that somebody asks about, which are those of the view. */
#include "lanyard-chosen-model.h"

#include "lanyard-list.h"

struct _LanyardChosenModel
{
  GObject parent_instance;

  LanyardChosen *chosen;
  GListModel    *list;
};

/* --- As a list --- */

static GType
lanyard_chosen_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
lanyard_chosen_model_get_n_items (GListModel *model)
{
  LanyardChosenModel *self = LANYARD_CHOSEN_MODEL (model);

  return self->list != NULL ? g_list_model_get_n_items (self->list) : 0;
}

static gpointer
lanyard_chosen_model_get_item (GListModel *model,
                               guint       position)
{
  LanyardChosenModel *self = LANYARD_CHOSEN_MODEL (model);

  return self->list != NULL ? g_list_model_get_item (self->list, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lanyard_chosen_model_get_item_type;
  iface->get_n_items = lanyard_chosen_model_get_n_items;
  iface->get_item = lanyard_chosen_model_get_item;
}

/* --- As a selection --- */

static gboolean
lanyard_chosen_model_is_selected (GtkSelectionModel *model,
                                  guint              position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  return item != NULL && lanyard_chosen_contains (LANYARD_CHOSEN_MODEL (model)->chosen, item, position);
}

static GtkBitset *
lanyard_chosen_model_get_selection_in_range (GtkSelectionModel *model,
                                             guint              position,
                                             guint              n_items)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (model));
  GtkBitset *selection = gtk_bitset_new_empty ();

  for (guint i = position; i < n_all && i - position < n_items; i++)
    if (lanyard_chosen_model_is_selected (model, i))
      gtk_bitset_add (selection, i);

  return selection;
}

/* Returns: (transfer full) (element-type GObject) */
static GPtrArray *
get_range (GtkSelectionModel *model,
           guint              position,
           guint              n_items)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (model));
  guint n = position < n_all ? MIN (n_items, n_all - position) : 0;
  GPtrArray *range;

  if (LANYARD_IS_LIST (LANYARD_CHOSEN_MODEL (model)->list))
    return lanyard_list_dup_range (LANYARD_LIST (LANYARD_CHOSEN_MODEL (model)->list), position, n);

  range = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (range, g_list_model_get_item (LANYARD_CHOSEN_MODEL (model)->list, position + i));

  return range;
}

static guint
find (LanyardChosenModel *self,
      gpointer            item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) listed = g_list_model_get_item (self->list, i);

      if (listed == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Who adds a second one to the first means one that they see. */
static void
let_go_of_unseen (LanyardChosenModel *self)
{
  gpointer only = lanyard_chosen_get_only (self->chosen);
  g_autoptr (GPtrArray) unseen = g_ptr_array_new ();

  if (only == NULL || lanyard_chosen_is_choosing (self->chosen)
      || find (self, only) != GTK_INVALID_LIST_POSITION)
    return;
  g_ptr_array_add (unseen, only);
  lanyard_chosen_let_go (self->chosen, unseen);
}

static gboolean
lanyard_chosen_model_select_range (GtkSelectionModel *model,
                                   guint              position,
                                   guint              n_items,
                                   gboolean           unselect_rest)
{
  LanyardChosenModel *self = LANYARD_CHOSEN_MODEL (model);

  if (!unselect_rest)
    let_go_of_unseen (self);
  lanyard_chosen_choose (self->chosen, get_range (model, position, n_items), unselect_rest);

  return TRUE;
}

static gboolean
lanyard_chosen_model_unselect_range (GtkSelectionModel *model,
                                     guint              position,
                                     guint              n_items)
{
  g_autoptr (GPtrArray) range = get_range (model, position, n_items);

  lanyard_chosen_let_go (LANYARD_CHOSEN_MODEL (model)->chosen, range);

  return TRUE;
}

/* Going to a row chooses it, but not in the selection mode, in which one goes through the list to choose some. */
static gboolean
lanyard_chosen_model_select_item (GtkSelectionModel *model,
                                  guint              position,
                                  gboolean           unselect_rest)
{
  if (unselect_rest && lanyard_chosen_is_choosing (LANYARD_CHOSEN_MODEL (model)->chosen))
    return TRUE;

  return lanyard_chosen_model_select_range (model, position, 1, unselect_rest);
}

static gboolean
lanyard_chosen_model_unselect_item (GtkSelectionModel *model,
                                    guint              position)
{
  return lanyard_chosen_model_unselect_range (model, position, 1);
}

static gboolean
lanyard_chosen_model_select_all (GtkSelectionModel *model)
{
  return lanyard_chosen_model_select_range (model, 0, G_MAXUINT, TRUE);
}

static gboolean
lanyard_chosen_model_unselect_all (GtkSelectionModel *model)
{
  lanyard_chosen_let_all_go (LANYARD_CHOSEN_MODEL (model)->chosen);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = lanyard_chosen_model_is_selected;
  iface->get_selection_in_range = lanyard_chosen_model_get_selection_in_range;
  iface->select_item = lanyard_chosen_model_select_item;
  iface->unselect_item = lanyard_chosen_model_unselect_item;
  iface->select_range = lanyard_chosen_model_select_range;
  iface->unselect_range = lanyard_chosen_model_unselect_range;
  iface->select_all = lanyard_chosen_model_select_all;
  iface->unselect_all = lanyard_chosen_model_unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardChosenModel, lanyard_chosen_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
on_items_changed (LanyardChosenModel *self,
                  guint               position,
                  guint               n_removed,
                  guint               n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* A list view looks only at the rows that it has; any of them may be chosen, or not be, by now. */
static void
on_chosen_changed (LanyardChosenModel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static void
lanyard_chosen_model_dispose (GObject *object)
{
  LanyardChosenModel *self = LANYARD_CHOSEN_MODEL (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (lanyard_chosen_model_parent_class)->dispose (object);
}

static void
lanyard_chosen_model_class_init (LanyardChosenModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_chosen_model_dispose;
}

static void
lanyard_chosen_model_init (LanyardChosenModel *self)
{
}

/**
 * lanyard_chosen_model_new:
 * @chosen: what is chosen
 *
 * Returns: (transfer full): @chosen in no list yet
 */
LanyardChosenModel *
lanyard_chosen_model_new (LanyardChosen *chosen)
{
  LanyardChosenModel *self;

  g_return_val_if_fail (LANYARD_IS_CHOSEN (chosen), NULL);

  self = g_object_new (LANYARD_TYPE_CHOSEN_MODEL, NULL);
  self->chosen = g_object_ref (chosen);
  g_signal_connect_object (chosen, "changed", G_CALLBACK (on_chosen_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lanyard_chosen_model_set_list:
 * @self: a list with what is chosen in it
 * @list: (nullable): another list
 *
 * Nothing is chosen in it yet.
 */
void
lanyard_chosen_model_set_list (LanyardChosenModel *self,
                               GListModel         *list)
{
  guint n_before;

  g_return_if_fail (LANYARD_IS_CHOSEN_MODEL (self));
  g_return_if_fail (list == NULL || G_IS_LIST_MODEL (list));

  lanyard_chosen_give_up (self->chosen);
  lanyard_chosen_set_current (self->chosen, NULL);
  n_before = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, g_list_model_get_n_items (G_LIST_MODEL (self)));
}

/**
 * lanyard_chosen_model_dup_listed:
 * @self: a list with what is chosen in it
 *
 * Returns: (transfer full) (element-type GObject): what is chosen and has a row, in the order of the list
 */
GPtrArray *
lanyard_chosen_model_dup_listed (LanyardChosenModel *self)
{
  GPtrArray *listed;
  guint n;

  g_return_val_if_fail (LANYARD_IS_CHOSEN_MODEL (self), NULL);

  listed = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->list, i);

      if (lanyard_chosen_contains (self->chosen, item, i))
        g_ptr_array_add (listed, g_steal_pointer (&item));
    }
  return listed;
}

/**
 * lanyard_chosen_model_find_current:
 * @self: a list with what is chosen in it
 *
 * Returns: where in the list the one is that is chosen while not many are; %GTK_INVALID_LIST_POSITION: nowhere
 */
guint
lanyard_chosen_model_find_current (LanyardChosenModel *self)
{
  gpointer current;

  g_return_val_if_fail (LANYARD_IS_CHOSEN_MODEL (self), GTK_INVALID_LIST_POSITION);

  current = lanyard_chosen_get_current (self->chosen);

  return current != NULL ? find (self, current) : GTK_INVALID_LIST_POSITION;
}
