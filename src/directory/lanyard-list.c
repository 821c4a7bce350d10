/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel over a store: sorted, filtered and searched on a worker, published a few times a second. */
#include "lanyard-list.h"

#include "lanyard-arrangement.h"
#include "lanyard-rows.h"
#include "lanyard-steps.h"

/* After the first rows, the others are shown this often while they arrive. */
#define PUBLISH_INTERVAL_MS 250

/* For so long at a time the main thread arranges what is quick; in between, it does what else there is. */
#define TURN_US 3000

struct _LanyardList
{
  GObject parent_instance;

  LanyardStore       *store;
  GPtrArray          *sorted;  /* all keys, in the order that is shown; not owned, as in LanyardArrangement */
  LanyardRows        *rows;    /* those that are shown */
  GPtrArray          *retired; /* not arranged yet */
  GPtrArray          *fresh;
  LanyardView         view;
  LanyardView         shown; /* what the rows were arranged for */
  GPtrArray          *steps; /* what led to it */
  char               *search;
  gboolean            is_changed; /* what is asked for is not arranged yet */
  gboolean            is_reordered;
  LanyardArrangement *running;
  guint               source;
  gint64              published_at;
};

enum
{
  PROP_SEARCH = LANYARD_VIEW_N_PROPS,
  PROP_N_ITEMS,
  PROP_SEARCHING,
  N_PROPS,
};

enum
{
  PUBLISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
lanyard_list_get_item_type (GListModel *model)
{
  return SEAM_TYPE_RECORD;
}

static guint
lanyard_list_get_n_items (GListModel *model)
{
  return lanyard_rows_get_n_items (LANYARD_LIST (model)->rows);
}

static gpointer
lanyard_list_get_item (GListModel *model,
                       guint       position)
{
  return lanyard_rows_dup_item (LANYARD_LIST (model)->rows, position);
}

static void
lanyard_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lanyard_list_get_item_type;
  iface->get_n_items = lanyard_list_get_n_items;
  iface->get_item = lanyard_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardList, lanyard_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lanyard_list_model_init))

static gboolean
is_searching (LanyardList *self)
{
  return self->is_changed || (self->running != NULL && self->running->is_changed);
}

static void
publish (LanyardList        *self,
         LanyardArrangement *done)
{
  guint n_before = lanyard_rows_get_n_items (self->rows);

  g_ptr_array_unref (self->sorted);
  self->sorted = g_ptr_array_ref (done->sorted);
  self->published_at = g_get_monotonic_time ();
  if (lanyard_view_continues (&done->view, &self->shown) && done->is_changed && done->retired->len == 0
      && done->fresh->len == 0)
    lanyard_steps_add (self->steps, &self->shown, lanyard_rows_get_keys (self->rows));
  else if (done->known == NULL)
    g_ptr_array_set_size (self->steps, 0);
  lanyard_view_clear (&self->shown);
  lanyard_view_copy (&self->shown, &done->view);
  lanyard_rows_change (self->rows, done->rows, done->edits, G_LIST_MODEL (self));
  if (lanyard_rows_get_n_items (self->rows) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* What was to be arranged is still to be. */
static void
take_back (LanyardList        *self,
           LanyardArrangement *cancelled)
{
  g_ptr_array_extend_and_steal (self->retired, g_steal_pointer (&cancelled->retired));
  g_ptr_array_extend_and_steal (self->fresh, g_steal_pointer (&cancelled->fresh));
  self->is_changed |= cancelled->is_changed;
  self->is_reordered |= cancelled->is_reordered;
}

static void queue (LanyardList *self);

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  lanyard_arrangement_run (task_data, G_MAXINT64);
  g_task_return_boolean (task, TRUE);
}

static void
end (LanyardList *self)
{
  g_autoptr (LanyardArrangement) done = self->running;
  gboolean was_searching = is_searching (self);

  if (done->is_done)
    publish (self, done);
  else
    take_back (self, done);
  self->running = NULL;
  queue (self);
  if (done->is_done && done->edits->len > 0)
    g_signal_emit (self, signals[PUBLISHED], 0);
  if (was_searching && !is_searching (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
on_arranged (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardList) self = user_data;

  g_task_propagate_boolean (G_TASK (result), NULL);
  end (self);
}

/* What is to be arranged, taken from @self. */
static LanyardArrangement *
make_arrangement (LanyardList *self)
{
  LanyardArrangement *arrangement = lanyard_arrangement_new ();

  self->view.now = g_get_real_time ();
  if (self->retired->len > 0 || self->fresh->len > 0 || self->is_reordered)
    g_ptr_array_set_size (self->steps, 0);
  arrangement->known = lanyard_steps_take (self->steps, &self->view);
  arrangement->was_ranked = lanyard_view_is_ranked (&self->shown, lanyard_rows_get_keys (self->rows)->len);
  arrangement->is_narrower = lanyard_view_is_narrower (&self->view, &self->shown);
  arrangement->is_wider = lanyard_view_is_narrower (&self->shown, &self->view);
  lanyard_view_copy (&arrangement->view, &self->view);
  arrangement->sorted = g_ptr_array_ref (self->sorted);
  arrangement->rows = g_ptr_array_ref (lanyard_rows_get_keys (self->rows));
  arrangement->retired = g_steal_pointer (&self->retired);
  arrangement->fresh = g_steal_pointer (&self->fresh);
  arrangement->is_changed = self->is_changed;
  arrangement->is_reordered = self->is_reordered;
  self->retired = lanyard_keys_new ();
  self->fresh = lanyard_keys_new ();
  self->is_changed = FALSE;
  self->is_reordered = FALSE;

  return arrangement;
}

/* A turn at what is quick. */
static gboolean
go_on (gpointer user_data)
{
  LanyardList *self = user_data;

  if (!lanyard_arrangement_run (self->running, g_get_monotonic_time () + TURN_US))
    return G_SOURCE_CONTINUE;
  end (self);

  return G_SOURCE_REMOVE;
}

/* The task has no source object, and doesn't own its data: a worker may be the last to hold it, and records are not
 * to end there. */
static gboolean
start (gpointer user_data)
{
  g_autoptr (LanyardList) self = g_object_ref (user_data);
  g_autoptr (GTask) task = NULL;

  self->source = 0;
  self->running = make_arrangement (self);
  if (lanyard_arrangement_is_quick (self->running))
    {
      if (go_on (self) == G_SOURCE_CONTINUE)
        g_idle_add_full (G_PRIORITY_DEFAULT, go_on, g_object_ref (self), g_object_unref);
      return G_SOURCE_REMOVE;
    }
  task = g_task_new (NULL, NULL, on_arranged, g_object_ref (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self->running, NULL);
  g_task_run_in_thread (task, run_in_thread);

  return G_SOURCE_REMOVE;
}

/* Has what is new arranged: what was asked for at once, what has arrived when the last is long enough ago. */
static void
queue (LanyardList *self)
{
  gint64 elapsed = (g_get_monotonic_time () - self->published_at) / 1000;
  gboolean is_first = lanyard_rows_get_n_items (self->rows) == 0;
  guint delay = self->is_changed || is_first ? 0 : (guint) MAX (PUBLISH_INTERVAL_MS - elapsed, 0);

  if (!self->is_changed && self->retired->len == 0 && self->fresh->len == 0)
    return;
  if (self->running != NULL)
    {
      if (self->is_changed)
        g_cancellable_cancel (self->running->cancellable);
      return;
    }
  if (self->source != 0 && !self->is_changed)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (delay, start, self);
}

static void
append_keys (GPtrArray *keys,
             GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (keys, lanyard_key_ref (more->pdata[i]));
}

static void
on_store_changed (LanyardStore *store,
                  GPtrArray    *retired,
                  GPtrArray    *fresh,
                  LanyardList  *self)
{
  append_keys (self->retired, retired);
  append_keys (self->fresh, fresh);
  queue (self);
}

static void
on_store_flushed (LanyardList *self)
{
  self->published_at = 0;
  if (self->source != 0)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      queue (self);
    }
}

static void
view_changed (LanyardList *self,
              gboolean     is_reordered)
{
  gboolean was_searching = is_searching (self);

  self->is_changed = TRUE;
  self->is_reordered |= is_reordered;
  if (is_reordered)
    self->view.ends_after = g_get_real_time ();
  if (!was_searching)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  queue (self);
}

static void
lanyard_list_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LanyardList *self = LANYARD_LIST (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, lanyard_rows_get_n_items (self->rows));
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, is_searching (self));
      break;
    default:
      lanyard_view_get_prop (&self->view, id, value);
    }
}

static gboolean
set_search (LanyardList *self,
            const char  *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return FALSE;
  g_free (self->search);
  self->search = g_strdup (search);
  lanyard_view_set_search (&self->view, search);
  return TRUE;
}

static void
lanyard_list_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LanyardList *self = LANYARD_LIST (object);
  gboolean changed = id == PROP_SEARCH ? set_search (self, g_value_get_string (value))
                                       : lanyard_view_set_prop (&self->view, id, value);

  if (!changed)
    return;
  view_changed (self, id == LANYARD_VIEW_SORT || id == LANYARD_VIEW_PICKER);
  g_object_notify_by_pspec (object, pspec);
}

static void
lanyard_list_finalize (GObject *object)
{
  LanyardList *self = LANYARD_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->sorted);
  lanyard_rows_free (self->rows);
  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->fresh);
  g_clear_object (&self->store);
  lanyard_view_clear (&self->view);
  lanyard_view_clear (&self->shown);
  g_ptr_array_unref (self->steps);
  g_free (self->search);
  G_OBJECT_CLASS (lanyard_list_parent_class)->finalize (object);
}

static void
lanyard_list_class_init (LanyardListClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_get_property;
  object_class->set_property = lanyard_list_set_property;
  object_class->finalize = lanyard_list_finalize;
  lanyard_view_make_props (properties);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PUBLISHED] = g_signal_new ("published", LANYARD_TYPE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
lanyard_list_init (LanyardList *self)
{
  self->sorted = g_ptr_array_new ();
  self->rows = lanyard_rows_new ();
  self->retired = lanyard_keys_new ();
  self->fresh = lanyard_keys_new ();
  self->steps = lanyard_steps_new ();
}

/**
 * lanyard_list_new:
 * @store: (transfer none): what to list
 *
 * Returns: (transfer full): a list of all of it, by name; empty until it is sorted
 */
LanyardList *
lanyard_list_new (LanyardStore *store)
{
  LanyardList *self = g_object_new (LANYARD_TYPE_LIST, NULL);

  /* What it hasn't told yet would be told twice. */
  lanyard_store_commit (store);
  self->store = g_object_ref (store);
  g_ptr_array_unref (self->fresh);
  self->fresh = lanyard_store_get_keys (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (store, "flushed", G_CALLBACK (on_store_flushed), self, G_CONNECT_SWAPPED);
  view_changed (self, FALSE);
  return self;
}

/**
 * lanyard_list_is_settled:
 * @self: a list
 *
 * Returns: whether it shows all that the store has told and all that was asked for
 */
gboolean
lanyard_list_is_settled (LanyardList *self)
{
  return self->running == NULL && !self->is_changed && self->retired->len == 0 && self->fresh->len == 0;
}

/**
 * lanyard_list_update_time:
 * @self: a list
 *
 * Has it looked at again what needs attention, and what ends next: something may have expired.
 */
void
lanyard_list_update_time (LanyardList *self)
{
  g_return_if_fail (LANYARD_IS_LIST (self));

  if (self->sorted->len > 0 && lanyard_view_is_overtaken (&self->view, self->sorted->pdata[0]))
    view_changed (self, TRUE);
  else if (self->view.show == LANYARD_SHOW_ATTENTION)
    {
      self->is_changed = TRUE;
      queue (self);
    }
}

/**
 * lanyard_list_find:
 * @self: a list
 * @record: a record
 *
 * Returns: its position, or G_MAXUINT when it isn't listed
 */
guint
lanyard_list_find (LanyardList *self,
                   gpointer     record)
{
  LanyardKey *key = lanyard_store_lookup_key (self->store, seam_record_get_id (record));

  if (key != NULL && lanyard_list_is_settled (self)
      && !lanyard_view_is_ranked (&self->shown, lanyard_rows_get_keys (self->rows)->len))
    return lanyard_rows_find_in_order (self->rows, &self->view, key);
  return lanyard_rows_find (self->rows, record);
}

/**
 * lanyard_list_dup_range:
 * @self: a list that tells of no change just now
 * @position: which row is the first
 * @n_items: how many rows, all of which there are
 *
 * Returns: (transfer full) (element-type SeamRecord): what they show
 */
GPtrArray *
lanyard_list_dup_range (LanyardList *self,
                        guint        position,
                        guint        n_items)
{
  g_return_val_if_fail (LANYARD_IS_LIST (self), NULL);
  g_return_val_if_fail (position + n_items <= lanyard_rows_get_n_items (self->rows), NULL);

  return lanyard_rows_dup_range (self->rows, position, n_items);
}
