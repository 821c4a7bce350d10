/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a long list, whose page is on show: also while a filter hides it, but not after a search that does
 * not find it.
 *
 * Who searches for somebody else is done with the page that is on show, and may take it for the one they look for: the
 * only one that is found is shown in its place, or none. What was chosen by hand comes back with its row, or with the
 * end of the search. Many that are chosen stay so through all of that. */
#include "lanyard-list-selection.h"

struct _LanyardListSelection
{
  GObject parent_instance;

  LanyardChosen      *many;  /* of which the one that is selected is the only one, unless they are many */
  LanyardChosenModel *model;
  LanyardList        *list;
  GSignalGroup       *list_signals;
  GSignalGroup       *store_signals;
  SeamRecord         *selected; /* whose page is on show */
  SeamRecord         *chosen;   /* by hand, or by going there; a search may hide it */
  gboolean            is_new_search;
  gboolean            reselecting;
};

G_DEFINE_FINAL_TYPE (LanyardListSelection, lanyard_list_selection, G_TYPE_OBJECT)

enum
{
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/**
 * lanyard_list_selection_is_listed:
 * @self: a selection
 * @record: a record
 *
 * Returns: whether it has a row
 */
gboolean
lanyard_list_selection_is_listed (LanyardListSelection *self,
                                  SeamRecord           *record)
{
  g_return_val_if_fail (LANYARD_IS_LIST_SELECTION (self), FALSE);
  g_return_val_if_fail (SEAM_IS_RECORD (record), FALSE);

  return self->list != NULL && lanyard_list_find (self->list, record) != GTK_INVALID_LIST_POSITION;
}

static void
reselect (LanyardListSelection *self)
{
  self->reselecting = TRUE;
  lanyard_chosen_set_current (self->many, self->selected);
  self->reselecting = FALSE;
}

static void
show (LanyardListSelection *self,
      SeamRecord           *record)
{
  if (!g_set_object (&self->selected, record))
    return;

  reselect (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static gboolean
has_search (LanyardListSelection *self)
{
  g_autofree char *search = NULL;

  g_object_get (self->list, "search", &search, NULL);
  return search != NULL && *search != '\0';
}

/* Returns: (transfer full) (nullable): whose page is to be on show, as far as the list goes */
static SeamRecord *
find_shown (LanyardListSelection *self)
{
  gboolean is_search = has_search (self);
  SeamRecord *selected = self->selected;

  if (selected != NULL && is_search && self->is_new_search && !lanyard_list_selection_is_listed (self, selected))
    selected = NULL;
  if (selected == NULL && self->chosen != NULL
      && (!is_search || lanyard_list_selection_is_listed (self, self->chosen)))
    selected = self->chosen;
  if (selected == NULL && is_search && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    return g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  return selected != NULL ? g_object_ref (selected) : NULL;
}

/**
 * lanyard_list_selection_follow:
 * @self: a selection
 *
 * To be called when the list shows something else than before: has what is selected there be what is on show, and the
 * other way round.
 */
void
lanyard_list_selection_follow (LanyardListSelection *self)
{
  gboolean searching = TRUE;

  g_return_if_fail (LANYARD_IS_LIST_SELECTION (self));

  if (self->list != NULL)
    g_object_get (self->list, "searching", &searching, NULL);
  if (!searching)
    {
      g_autoptr (SeamRecord) shown = find_shown (self);

      show (self, shown);
      self->is_new_search = FALSE;
      /* What stays when the search is over is chosen like any other. */
      if (!has_search (self))
        g_set_object (&self->chosen, self->selected);
    }
  reselect (self);
}

static void
on_search_changed (LanyardListSelection *self)
{
  self->is_new_search = TRUE;
}

/* Where many are chosen, the page that is on show stays. */
static void
on_chosen_changed (LanyardListSelection *self)
{
  SeamRecord *record = lanyard_chosen_get_only (self->many);

  if (!self->reselecting && record != NULL && !lanyard_chosen_is_many (self->many))
    lanyard_list_selection_set_selected (self, record);
}

/* What is no longer there is not chosen any more. */
static void
on_store_changed (LanyardListSelection *self,
                  GPtrArray            *retired,
                  GPtrArray            *fresh,
                  LanyardStore         *store)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < retired->len; i++)
    {
      SeamRecord *record = ((LanyardKey *) retired->pdata[i])->record;

      if (lanyard_chosen_contains (self->many, record, GTK_INVALID_LIST_POSITION)
          && lanyard_store_lookup (store, seam_record_get_id (record)) != record)
        g_ptr_array_add (gone, record);
    }
  lanyard_chosen_let_go (self->many, gone);
}

/**
 * lanyard_list_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the list with what is selected in it, for a list view
 */
GtkSelectionModel *
lanyard_list_selection_get_model (LanyardListSelection *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_SELECTION (self), NULL);

  return GTK_SELECTION_MODEL (self->model);
}

/**
 * lanyard_list_selection_get_chosen:
 * @self: a selection
 *
 * Returns: (transfer none): what is chosen to have something done to it: what is selected, or many
 */
LanyardChosen *
lanyard_list_selection_get_chosen (LanyardListSelection *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_SELECTION (self), NULL);

  return self->many;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *left = seam_record_get_display_name (*(SeamRecord * const *) a);
  const char *right = seam_record_get_display_name (*(SeamRecord * const *) b);

  return g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");
}

/**
 * lanyard_list_selection_dup_chosen:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type SeamRecord): what is chosen: what the list shows in its order, then what it
 *   does not show, by name
 */
GPtrArray *
lanyard_list_selection_dup_chosen (LanyardListSelection *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gpointer *all = NULL;
  GPtrArray *chosen;
  guint n;

  g_return_val_if_fail (LANYARD_IS_LIST_SELECTION (self), NULL);

  chosen = lanyard_chosen_model_dup_listed (self->model);
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (seen, chosen->pdata[i]);
  all = lanyard_chosen_list (self->many, &n);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (seen, all[i]))
      g_ptr_array_add (others, g_object_ref (all[i]));
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_extend_and_steal (chosen, g_steal_pointer (&others));

  return chosen;
}

/**
 * lanyard_list_selection_set_list:
 * @self: a selection
 * @list: (nullable): what to select in
 * @store: (nullable): what it lists
 *
 * Nothing is selected then.
 */
void
lanyard_list_selection_set_list (LanyardListSelection *self,
                                 LanyardList          *list,
                                 LanyardStore         *store)
{
  g_return_if_fail (LANYARD_IS_LIST_SELECTION (self));
  g_return_if_fail (list == NULL || LANYARD_IS_LIST (list));

  lanyard_chosen_give_up (self->many);
  lanyard_list_selection_set_selected (self, NULL);
  g_set_object (&self->list, list);
  g_signal_group_set_target (self->list_signals, list);
  g_signal_group_set_target (self->store_signals, store);
  lanyard_chosen_model_set_list (self->model, G_LIST_MODEL (list));
}

/**
 * lanyard_list_selection_set_selected:
 * @self: a selection
 * @record: (nullable): what is chosen
 *
 * It is on show whether the list shows it or not, until something else is searched for.
 */
void
lanyard_list_selection_set_selected (LanyardListSelection *self,
                                     SeamRecord           *record)
{
  g_return_if_fail (LANYARD_IS_LIST_SELECTION (self));
  g_return_if_fail (record == NULL || SEAM_IS_RECORD (record));

  g_set_object (&self->chosen, record);
  show (self, record);
}

/**
 * lanyard_list_selection_get_selected:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): whose page is on show
 */
SeamRecord *
lanyard_list_selection_get_selected (LanyardListSelection *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_SELECTION (self), NULL);

  return self->selected;
}

static void
lanyard_list_selection_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, LANYARD_LIST_SELECTION (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_selection_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      lanyard_list_selection_set_selected (LANYARD_LIST_SELECTION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_selection_dispose (GObject *object)
{
  LanyardListSelection *self = LANYARD_LIST_SELECTION (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->model);
  g_clear_object (&self->many);
  g_clear_object (&self->list);
  g_clear_object (&self->selected);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (lanyard_list_selection_parent_class)->dispose (object);
}

static void
lanyard_list_selection_class_init (LanyardListSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_selection_get_property;
  object_class->set_property = lanyard_list_selection_set_property;
  object_class->dispose = lanyard_list_selection_dispose;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, SEAM_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_list_selection_init (LanyardListSelection *self)
{
  self->many = lanyard_chosen_new ();
  self->model = lanyard_chosen_model_new (self->many);
  g_signal_connect_object (self->many, "changed", G_CALLBACK (on_chosen_changed), self, G_CONNECT_SWAPPED);

  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "notify::search", G_CALLBACK (on_search_changed), self,
                                 G_CONNECT_SWAPPED);
  self->store_signals = g_signal_group_new (LANYARD_TYPE_STORE);
  g_signal_group_connect_object (self->store_signals, "changed", G_CALLBACK (on_store_changed), self,
                                 G_CONNECT_SWAPPED);
}
