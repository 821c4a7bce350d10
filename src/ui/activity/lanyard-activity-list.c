/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's entries as a list, newest first, read as far as somebody looks. */
#include "lanyard-activity-list.h"

/* So many entries are read at a time. */
#define PAGE 100

struct _LanyardActivityList
{
  GObject parent_instance;

  LanyardJournal *journal;
  LanyardEntryFilter *filter; /* with the workspace and the search */
  GPtrArray *items;
  GHashTable *unfolded;      /* the ids of the entries that were when they were last listed */
  GCancellable *cancellable; /* of the page that is being read; NULL: none is */
  gint64 oldest;             /* the id of the last entry; 0: there is none yet */
  gboolean anew;             /* what is listed is of before, and gives way to what is read */
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
  return LANYARD_TYPE_ACTIVITY_ITEM;
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

/**
 * lanyard_activity_list_get_line:
 * @self: a list
 * @position: where
 *
 * Returns: (transfer none) (nullable): the line there
 */
LanyardActivityItem *
lanyard_activity_list_get_line (LanyardActivityList *self,
                                guint                position)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), NULL);

  return position < self->items->len ? self->items->pdata[position] : NULL;
}

static void
on_unfolded (LanyardActivityList *self,
             GParamSpec          *pspec,
             LanyardActivityItem *item)
{
  gint64 id = lanyard_entry_get_id (lanyard_activity_item_get_entry (item));

  if (lanyard_activity_item_get_unfolded (item))
    g_hash_table_add (self->unfolded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->unfolded, &id);
}

static LanyardActivityItem *
make_line (LanyardActivityList *self,
           LanyardEntry        *entry)
{
  LanyardActivityItem *item = lanyard_activity_item_new (entry);
  gint64 id = lanyard_entry_get_id (entry);

  lanyard_activity_item_set_unfolded (item, g_hash_table_contains (self->unfolded, &id));
  g_signal_connect_object (item, "notify::unfolded", G_CALLBACK (on_unfolded), self, G_CONNECT_SWAPPED);

  return item;
}

/* A day begins with @item unless it goes on from @above. */
static void
begin_day (LanyardActivityItem *item,
           LanyardActivityItem *above)
{
  gint64 time = lanyard_entry_get_begun_at (lanyard_activity_item_get_entry (item));
  g_autoptr (LanyardDay) day = lanyard_day_new (time);

  if (above != NULL
      && lanyard_day_has (day, lanyard_entry_get_begun_at (lanyard_activity_item_get_entry (above))))
    g_clear_object (&day);
  lanyard_activity_item_set_day (item, day);
}

static void
append (LanyardActivityList *self,
        LanyardEntry        *entry)
{
  LanyardActivityItem *item = make_line (self, entry);

  begin_day (item, self->items->len > 0 ? lanyard_activity_list_get_line (self, self->items->len - 1) : NULL);
  g_ptr_array_add (self->items, item);
  self->oldest = lanyard_entry_get_id (entry);
}

/* What was listed stays until there is what takes its place, so that nothing flickers as a search is typed. */
static guint
remove_old (LanyardActivityList *self)
{
  guint n = self->anew ? self->items->len : 0;

  if (self->anew)
    g_ptr_array_set_size (self->items, 0);
  self->anew = FALSE;

  return n;
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardActivityList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  guint n_kept, n_removed;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  n_removed = remove_old (self);
  n_kept = self->items->len;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    append (self, entries->pdata[i]);
  self->complete = entries == NULL || entries->len < PAGE;
  if (n_removed > 0 || self->items->len > n_kept)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_removed, self->items->len - n_kept);
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
  g_hash_table_unref (self->unfolded);
  lanyard_entry_filter_free (self->filter);

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
  self->filter = lanyard_entry_filter_new (NULL, NULL);
  self->unfolded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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

static void
clear (LanyardActivityList *self)
{
  guint n = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
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

  if (!g_set_object (&self->journal, journal) && g_strcmp0 (self->filter->workspace_id, workspace_id) == 0)
    return;

  g_free (self->filter->workspace_id);
  self->filter->workspace_id = g_strdup (workspace_id);
  g_hash_table_remove_all (self->unfolded);
  clear (self);
  lanyard_activity_list_reload (self);
}

/**
 * lanyard_activity_list_set_filter:
 * @self: a list
 * @filter: what is asked for, in the workspace that is listed
 *
 * Lists only what has it.
 *
 * Returns: whether that is another filter than before, so that the list is being read
 */
gboolean
lanyard_activity_list_set_filter (LanyardActivityList      *self,
                                  const LanyardEntryFilter *filter)
{
  LanyardEntryFilter *copy;

  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  copy = lanyard_entry_filter_copy (filter);
  g_free (copy->workspace_id);
  copy->workspace_id = g_strdup (self->filter->workspace_id);
  if (copy->search != NULL && *copy->search == '\0')
    g_clear_pointer (&copy->search, g_free);
  if (lanyard_entry_filter_equal (copy, self->filter))
    {
      lanyard_entry_filter_free (copy);
      return FALSE;
    }

  lanyard_entry_filter_free (self->filter);
  self->filter = copy;
  lanyard_activity_list_reload (self);

  return TRUE;
}

/**
 * lanyard_activity_list_get_filter:
 * @self: a list
 *
 * Returns: (transfer none): what is asked for
 */
const LanyardEntryFilter *
lanyard_activity_list_get_filter (LanyardActivityList *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), NULL);

  return self->filter;
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
  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  stop (self);
  self->oldest = 0;
  self->anew = TRUE;
  self->complete = self->journal == NULL || self->filter->workspace_id == NULL;
  if (self->complete)
    clear (self);
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
  lanyard_journal_list_async (self->journal, self->filter, self->oldest, PAGE, self->cancellable, on_listed,
                              g_object_ref (self));
}

/**
 * lanyard_activity_list_find:
 * @self: a list
 * @id: the id of an entry
 *
 * Returns: where it is listed, or %GTK_INVALID_LIST_POSITION
 */
guint
lanyard_activity_list_find (LanyardActivityList *self,
                            gint64               id)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->items->len; i++)
    if (lanyard_entry_get_id (lanyard_activity_item_get_entry (lanyard_activity_list_get_line (self, i))) == id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/**
 * lanyard_activity_list_add:
 * @self: a list
 * @entry: what was begun last, or has its outcome
 *
 * Puts @entry on top, if it isn't listed yet and has what is asked for. What is listed stays, also when it no longer has
 * that: a line doesn't go while somebody looks at it.
 */
void
lanyard_activity_list_add (LanyardActivityList *self,
                           LanyardEntry        *entry)
{
  LanyardActivityItem *first = lanyard_activity_list_get_line (self, 0);

  g_return_if_fail (LANYARD_IS_ACTIVITY_LIST (self));

  if (!lanyard_entry_filter_matches (self->filter, entry)
      || lanyard_activity_list_find (self, lanyard_entry_get_id (entry)) != GTK_INVALID_LIST_POSITION)
    return;

  /* What is being read just now may have it or not, and what is further down was not read yet. */
  if (self->cancellable != NULL
      || (first != NULL && lanyard_entry_get_id (lanyard_activity_item_get_entry (first)) > lanyard_entry_get_id (entry)))
    {
      lanyard_activity_list_reload (self);
      return;
    }

  if (self->oldest == 0)
    self->oldest = lanyard_entry_get_id (entry);
  g_ptr_array_insert (self->items, 0, make_line (self, entry));
  begin_day (lanyard_activity_list_get_line (self, 0), NULL);
  if (first != NULL)
    begin_day (first, lanyard_activity_list_get_line (self, 0));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
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

  return self->filter->search != NULL;
}

/**
 * lanyard_activity_list_is_filtered:
 * @self: a list
 *
 * Returns: whether something else than a search keeps some of it out
 */
gboolean
lanyard_activity_list_is_filtered (LanyardActivityList *self)
{
  const LanyardEntryFilter *filter;

  g_return_val_if_fail (LANYARD_IS_ACTIVITY_LIST (self), FALSE);

  filter = self->filter;

  return filter->since != 0 || filter->until != 0 || filter->result != LANYARD_ENTRY_RESULT_ANY
         || filter->operator != NULL || filter->credential_id != NULL || filter->user_id != NULL;
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

  return self->complete ? self->items->len : MIN (self->items->len, PAGE);
}
