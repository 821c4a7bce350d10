/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's entries as a list, newest first, read as far as somebody looks; a LanyardDay before each day's. */
#include "lanyard-activity-list.h"

#include "lanyard-day.h"

/* So many entries are read at a time. */
#define PAGE 100

struct _LanyardActivityList
{
  GObject parent_instance;

  LanyardJournal *journal;
  char *workspace_id;
  char *search;
  GPtrArray *items;
  guint n_entries;
  GCancellable *cancellable; /* of the page that is being read; NULL: none is */
  gint64 oldest;             /* the id of the last entry; 0: there is none yet */
  gboolean complete;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardActivityList, lanyard_activity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return LANYARD_ACTIVITY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LanyardActivityList *self = LANYARD_ACTIVITY_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
append (LanyardActivityList *self,
        LanyardEntry        *entry)
{
  gint64 time = lanyard_entry_get_begun_at (entry);
  LanyardEntry *last = self->items->len > 0 ? self->items->pdata[self->items->len - 1] : NULL;
  g_autoptr (LanyardDay) day = lanyard_day_new (time);

  if (last == NULL || !lanyard_day_has (day, lanyard_entry_get_begun_at (last)))
    g_ptr_array_add (self->items, g_steal_pointer (&day));
  g_ptr_array_add (self->items, g_object_ref (entry));
  self->n_entries++;
  self->oldest = lanyard_entry_get_id (entry);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardActivityList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  guint n_before = self->items->len;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    append (self, entries->pdata[i]);
  self->complete = entries == NULL || entries->len < PAGE;
  if (self->items->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->items->len - n_before);
  g_signal_emit (self, signals[LOADED], 0, error);
}

static void
stop (LanyardActivityList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
lanyard_activity_list_dispose (GObject *object)
{
  LanyardActivityList *self = LANYARD_ACTIVITY_LIST (object);

  stop (self);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (lanyard_activity_list_parent_class)->dispose (object);
}

static void
lanyard_activity_list_finalize (GObject *object)
{
  LanyardActivityList *self = LANYARD_ACTIVITY_LIST (object);

  g_ptr_array_unref (self->items);
  g_free (self->workspace_id);
  g_free (self->search);

  G_OBJECT_CLASS (lanyard_activity_list_parent_class)->finalize (object);
}

static void
lanyard_activity_list_class_init (LanyardActivityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_activity_list_dispose;
  object_class->finalize = lanyard_activity_list_finalize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_activity_list_init (LanyardActivityList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lanyard_activity_list_new:
 *
 * Returns: (transfer full): an empty list
 */
LanyardActivityList *
lanyard_activity_list_new (void)
{
  return g_object_new (LANYARD_TYPE_ACTIVITY_LIST, NULL);
}

/**
 * lanyard_activity_list_set_journal:
 * @self: a list
 * @journal: (nullable): what to list
 * @workspace_id: (nullable): of which workspace
 *
 * Lists @journal from now on.
 */
void
lanyard_activity_list_set_journal (LanyardActivityList *self,
                                   LanyardJournal      *journal,
                                   const char          *workspace_id)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));
  g_return_if_fail (journal == NULL || LANYARD_IS_JOURNAL (journal));

  if (!g_set_object (&self->journal, journal) && g_strcmp0 (self->workspace_id, workspace_id) == 0)
    return;

  g_free (self->workspace_id);
  self->workspace_id = g_strdup (workspace_id);
  lanyard_activity_list_reload (self);
}

/**
 * lanyard_activity_list_set_search:
 * @self: a list
 * @search: (nullable): words that an entry has to have
 *
 * Lists only what matches @search.
 */
void
lanyard_activity_list_set_search (LanyardActivityList *self,
                                  const char          *search)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  lanyard_activity_list_reload (self);
}

/**
 * lanyard_activity_list_reload:
 * @self: a list
 *
 * Reads it anew from its beginning.
 */
void
lanyard_activity_list_reload (LanyardActivityList *self)
{
  guint n = self->items->len;

  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  stop (self);
  self->oldest = 0;
  self->n_entries = 0;
  self->complete = self->journal == NULL || self->workspace_id == NULL;
  g_ptr_array_set_size (self->items, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  lanyard_activity_list_load_more (self);
}

/**
 * lanyard_activity_list_load_more:
 * @self: a list
 *
 * Somebody has come near the end of what was read.
 */
void
lanyard_activity_list_load_more (LanyardActivityList *self)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  if (self->complete || self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  lanyard_journal_list_async (self->journal, self->workspace_id, self->search, self->oldest, PAGE, self->cancellable,
                              on_listed, g_object_ref (self));
}

/**
 * lanyard_activity_list_add:
 * @self: a list
 * @entry: what was begun last
 *
 * Puts @entry on top, if it isn't listed yet.
 */
void
lanyard_activity_list_add (LanyardActivityList *self,
                           LanyardEntry        *entry)
{
  gint64 time = lanyard_entry_get_begun_at (entry);
  LanyardDay *first = self->items->len > 0 ? self->items->pdata[0] : NULL;

  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  if (g_ptr_array_find (self->items, entry, NULL))
    return;

  /* What is being read just now may have it or not. */
  if (self->search != NULL || self->cancellable != NULL)
    {
      lanyard_activity_list_reload (self);
      return;
    }

  if (self->oldest == 0)
    self->oldest = lanyard_entry_get_id (entry);
  self->n_entries++;
  if (first != NULL && lanyard_day_has (first, time))
    {
      g_ptr_array_insert (self->items, 1, g_object_ref (entry));
      g_list_model_items_changed (G_LIST_MODEL (self), 1, 0, 1);
    }
  else
    {
      g_ptr_array_insert (self->items, 0, g_object_ref (entry));
      g_ptr_array_insert (self->items, 0, lanyard_day_new (time));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 2);
    }
  g_signal_emit (self, signals[LOADED], 0, NULL);
}

/**
 * lanyard_activity_list_is_loading:
 * @self: a list
 *
 * Returns: whether it is being read
 */
gboolean
lanyard_activity_list_is_loading (LanyardActivityList *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * lanyard_activity_list_is_searched:
 * @self: a list
 *
 * Returns: whether only what matches a search is listed
 */
gboolean
lanyard_activity_list_is_searched (LanyardActivityList *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), FALSE);

  return self->search != NULL;
}

/**
 * lanyard_activity_list_count:
 * @self: a list
 * @complete: (out): whether that is all
 *
 * Returns: how many entries were read; of a list that isn't complete at least a page
 */
guint
lanyard_activity_list_count (LanyardActivityList *self,
                             gboolean            *complete)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), 0);

  *complete = self->complete;

  return self->complete ? self->n_entries : MIN (self->n_entries, PAGE);
}
