/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that a person sees as one: written down whole, run one after another, told, tried again and undone as one. */
#include "lanyard-batch.h"

struct _LanyardBatch
{
  GObject parent_instance;

  LanyardChanges *changes;
  gint64          number;
  GPtrArray      *items; /* Item */
  LanyardTurns   *turns;
  guint           n_running;
  guint           n_ended;
};

/* What is to become of one record, and what became of it. */
typedef struct
{
  LanyardBatch  *batch;  /* which owns it */
  char          *name;   /* of the record */
  SeamRecord    *record; /* NULL where only the name is known */
  LanyardChange *change; /* to be run; NULL where nothing is */
  LanyardEntry  *entry;  /* the last one about it; NULL while nothing was begun */
  GError        *error;  /* why nothing was */
} Item;

enum
{
  PROP_N_ENDED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LanyardBatch, lanyard_batch, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->name);
  g_clear_object (&item->record);
  g_clear_object (&item->change);
  g_clear_object (&item->entry);
  g_clear_error (&item->error);
  g_free (item);
}

static void
lanyard_batch_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_ENDED:
      g_value_set_uint (value, LANYARD_BATCH (object)->n_ended);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_batch_finalize (GObject *object)
{
  LanyardBatch *self = LANYARD_BATCH (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->turns);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (lanyard_batch_parent_class)->finalize (object);
}

static void
lanyard_batch_class_init (LanyardBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_batch_get_property;
  object_class->finalize = lanyard_batch_finalize;
  properties[PROP_N_ENDED] = g_param_spec_uint ("n-ended", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_batch_init (LanyardBatch *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
}

/* A number that no batch has, also not of an earlier run: the time, and never the same twice. */
static gint64
make_number (void)
{
  static gint64 last;

  last = MAX (g_get_real_time (), last + 1);
  return last;
}

static LanyardBatch *
new_batch (LanyardChanges *changes,
           gint64          number)
{
  LanyardBatch *self = g_object_new (LANYARD_TYPE_BATCH, NULL);

  self->changes = g_object_ref (changes);
  self->number = number;
  return self;
}

static Item *
add_item (LanyardBatch *self,
          const char   *name)
{
  Item *item = g_new0 (Item, 1);

  item->batch = self;
  item->name = g_strdup (name);
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * lanyard_batch_new:
 * @changes: (transfer none): what is done to the workspace
 * @plan: (element-type LanyardChange): what is to be done, none of it run yet
 *
 * Returns: (transfer full): a new batch, of all of @plan
 */
LanyardBatch *
lanyard_batch_new (LanyardChanges *changes,
                   GPtrArray      *plan)
{
  LanyardBatch *self = new_batch (changes, make_number ());

  for (guint i = 0; i < plan->len; i++)
    {
      LanyardChange *change = plan->pdata[i];
      Item *item = add_item (self, seam_record_get_display_name (lanyard_change_get_record (change)));

      item->change = g_object_ref (change);
      item->record = g_object_ref (lanyard_change_get_record (change));
      lanyard_change_set_batch (change, self->number);
    }
  return self;
}

/* The last entries about each record, newest first: what was tried again counts, and not what it was before. */
static GPtrArray *
find_latest (GPtrArray *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *latest = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    if (g_hash_table_add (seen, (gpointer) lanyard_entry_get_subject_id (entries->pdata[i])))
      g_ptr_array_add (latest, entries->pdata[i]);
  return latest;
}

/* What is left to do of it; what may have been done is found out first, by lanyard_batch_run_async(). */
static void
plan_rest (Item *item)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (item->entry);

  if (outcome == LANYARD_OUTCOME_REFUSED || outcome == LANYARD_OUTCOME_HALF_DONE)
    item->change = lanyard_changes_describe_retry (item->batch->changes, item->entry, &item->error);
}

/**
 * lanyard_batch_new_of_entries:
 * @changes: (transfer none): what is done to the workspace
 * @entries: (element-type LanyardEntry): all of one batch, newest first
 *
 * Returns: (transfer full): that batch as it stands; run, it tries again what of it failed
 */
LanyardBatch *
lanyard_batch_new_of_entries (LanyardChanges *changes,
                              GPtrArray      *entries)
{
  g_autoptr (GPtrArray) latest = find_latest (entries);
  LanyardBatch *self = new_batch (changes, entries->len > 0 ? lanyard_entry_get_batch (entries->pdata[0]) : 0);

  for (guint i = latest->len; i > 0; i--)
    {
      LanyardEntry *entry = latest->pdata[i - 1];

      add_item (self, lanyard_entry_get_subject_name (entry))->entry = g_object_ref (entry);
    }
  return self;
}

/**
 * lanyard_batch_new_undo:
 * @changes: (transfer none): what is done to the workspace
 * @entries: (element-type LanyardEntry): all of one batch, newest first
 *
 * Returns: (transfer full): a new batch, which takes back what @entries did, the last of it first; of what was not
 *   done, or is taken back already, nothing is in it
 */
LanyardBatch *
lanyard_batch_new_undo (LanyardChanges *changes,
                        GPtrArray      *entries)
{
  LanyardBatch *self = new_batch (changes, make_number ());

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GError) error = NULL;
      LanyardChange *change = lanyard_changes_describe_undo (changes, entries->pdata[i], &error);
      Item *item;

      if (g_error_matches (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_NOT_UNDOABLE))
        continue;
      item = add_item (self, lanyard_entry_get_subject_name (entries->pdata[i]));
      item->change = change;
      item->error = g_steal_pointer (&error);
      if (change == NULL)
        continue;
      item->record = g_object_ref (lanyard_change_get_record (change));
      lanyard_change_set_batch (change, self->number);
    }
  return self;
}

/**
 * lanyard_batch_get_changes:
 * @self: a batch
 *
 * Returns: (transfer none): what is done to the workspace that it is of
 */
LanyardChanges *
lanyard_batch_get_changes (LanyardBatch *self)
{
  return self->changes;
}

/**
 * lanyard_batch_get_number:
 * @self: a batch
 *
 * Returns: the number that all its entries have
 */
gint64
lanyard_batch_get_number (LanyardBatch *self)
{
  return self->number;
}

/* Takes a reference of @task. */
static void
end_one (GTask *task)
{
  LanyardBatch *self = g_task_get_source_object (task);

  self->n_ended++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ENDED]);
  if (self->n_ended == self->n_running)
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* What is run, with what waits for it. */
typedef struct
{
  GTask *task;
  Item  *item;
} Run;

static Run *
new_run (GTask *task,
         Item  *item)
{
  Run *run = g_new0 (Run, 1);

  run->task = g_object_ref (task);
  run->item = item;
  return run;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Run *run = user_data;
  LanyardBatch *self = run->item->batch;
  LanyardEntry *entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &run->item->error);

  if (entry != NULL)
    {
      g_clear_object (&run->item->entry);
      run->item->entry = entry;
    }
  lanyard_turns_end (self->turns);
  end_one (run->task);
}

/* What could not be found out is as unknown as before. */
static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Run *run = user_data;

  lanyard_changes_check_finish (LANYARD_CHANGES (source), result, NULL);
  end_one (run->task);
}

static gboolean
is_open (Item *item)
{
  return item->entry != NULL && lanyard_entry_result_of (item->entry) == LANYARD_ENTRY_RESULT_UNCONFIRMED;
}

/* All are told of before the first is run, as one may end at once. */
static guint
plan (LanyardBatch *self)
{
  guint n_changes = 0;

  self->n_running = 0;
  self->n_ended = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      if (item->entry != NULL)
        {
          g_clear_error (&item->error);
          g_clear_object (&item->change);
          plan_rest (item);
        }
      if (item->change != NULL)
        g_clear_error (&item->error);
      n_changes += item->change != NULL;
      self->n_running += item->change != NULL || is_open (item);
    }
  return n_changes;
}

/**
 * lanyard_batch_run_async:
 * @self: a batch that is not running
 * @cancellable: (nullable): stops what was not sent yet
 * @callback: (nullable): called when all have their outcome
 * @user_data: for @callback
 *
 * Writes down all of it, and then does it one after another; of one that failed before, what is left. What is not known
 * of it is found out.
 */
void
lanyard_batch_run_async (LanyardBatch       *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_batch_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_clear_object (&self->turns);
  self->turns = lanyard_turns_new (plan (self));
  if (self->n_running == 0)
    g_task_return_boolean (task, TRUE);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      if (item->change != NULL)
        {
          lanyard_change_set_turns (item->change, self->turns);
          lanyard_changes_run_async (self->changes, item->change, cancellable, on_done, new_run (task, item));
        }
      else if (is_open (item))
        lanyard_changes_check_async (self->changes, item->entry, cancellable, on_checked, new_run (task, item));
    }
}

/**
 * lanyard_batch_run_finish:
 * @self: a batch
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %TRUE; what came of it is in its items
 */
gboolean
lanyard_batch_run_finish (LanyardBatch *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_batch_get_n_items:
 * @self: a batch
 *
 * Returns: how many records it is about
 */
guint
lanyard_batch_get_n_items (LanyardBatch *self)
{
  return self->items->len;
}

static Item *
get_item (LanyardBatch *self,
          guint         position)
{
  return self->items->pdata[position];
}

/**
 * lanyard_batch_get_name:
 * @self: a batch
 * @position: which record
 *
 * Returns: (nullable): what it is called, as entries have it
 */
const char *
lanyard_batch_get_name (LanyardBatch *self,
                        guint         position)
{
  return get_item (self, position)->name;
}

/**
 * lanyard_batch_get_record:
 * @self: a batch
 * @position: which record
 *
 * Returns: (transfer none) (nullable): the record as it was planned with; %NULL where only its name is known
 */
SeamRecord *
lanyard_batch_get_record (LanyardBatch *self,
                          guint         position)
{
  return get_item (self, position)->record;
}

/**
 * lanyard_batch_get_entry:
 * @self: a batch
 * @position: which record
 *
 * Returns: (transfer none) (nullable): what was done with it last; %NULL when nothing was begun
 */
LanyardEntry *
lanyard_batch_get_entry (LanyardBatch *self,
                         guint         position)
{
  return get_item (self, position)->entry;
}

/**
 * lanyard_batch_get_error:
 * @self: a batch
 * @position: which record
 *
 * Returns: (nullable): why nothing was begun with it
 */
const GError *
lanyard_batch_get_error (LanyardBatch *self,
                         guint         position)
{
  return get_item (self, position)->error;
}

/**
 * lanyard_batch_count:
 * @self: a batch
 * @outcome: an outcome
 *
 * Returns: how many records have it
 */
guint
lanyard_batch_count (LanyardBatch  *self,
                     LanyardOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      LanyardEntry *entry = get_item (self, i)->entry;

      n += entry != NULL && lanyard_entry_get_outcome (entry) == outcome;
    }
  return n;
}
