/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that a person sees as one: written down whole, run, paused, stopped, told, tried again and undone as one. */
#include "lanyard-batch.h"

#include "lanyard-reversal.h"

struct _LanyardBatch
{
  GObject parent_instance;

  LanyardChanges *changes;
  gint64          number;
  GPtrArray      *items; /* LanyardBatchItem */
  LanyardCourse  *course;
  guint           n_ended;
  guint           n_in[LANYARD_N_BATCH_PARTS];
};

enum
{
  PROP_STATE = 1,
  PROP_N_ENDED,
  PROP_N_LEFT,
  PROP_N_DONE,
  PROP_N_REFUSED,
  PROP_N_UNKNOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (LanyardBatchState, lanyard_batch_state,
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_PAUSING, "pausing"),
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_STOPPING, "stopping"),
                    G_DEFINE_ENUM_VALUE (LANYARD_BATCH_STATE_ENDED, "ended"))

G_DEFINE_FINAL_TYPE (LanyardBatch, lanyard_batch, G_TYPE_OBJECT)

static void
lanyard_batch_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LanyardBatch *self = LANYARD_BATCH (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) lanyard_course_get_state (self->course));
      break;
    case PROP_N_ENDED:
      g_value_set_uint (value, self->n_ended);
      break;
    case PROP_N_LEFT:
    case PROP_N_DONE:
    case PROP_N_REFUSED:
    case PROP_N_UNKNOWN:
      g_value_set_uint (value, self->n_in[id - PROP_N_LEFT]);
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
  g_clear_object (&self->course);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (lanyard_batch_parent_class)->finalize (object);
}

static void
lanyard_batch_class_init (LanyardBatchClass *klass)
{
  static const char * const counts[] = { "n-ended", "n-left", "n-done", "n-refused", "n-unknown" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_batch_get_property;
  object_class->finalize = lanyard_batch_finalize;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LANYARD_TYPE_BATCH_STATE,
                                              LANYARD_BATCH_STATE_PLANNED, flags);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    properties[PROP_N_ENDED + i] = g_param_spec_uint (counts[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_batch_init (LanyardBatch *self)
{
  self->items = g_ptr_array_new_with_free_func (lanyard_batch_item_free);
}

/* --- What is in it --- */

/* A number that no batch has, also not of an earlier run: the time, and never the same twice. */
static gint64
make_number (void)
{
  static gint64 last;

  last = MAX (g_get_real_time (), last + 1);
  return last;
}

static void
recount (LanyardBatch     *self,
         LanyardBatchItem *item)
{
  LanyardBatchPart part = lanyard_batch_item_find_part (item);

  if (part == item->part)
    return;
  self->n_in[item->part]--;
  self->n_in[part]++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LEFT + item->part]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LEFT + part]);
  item->part = part;
}

/* @item: (nullable): which; NULL: any of them */
static void
on_moved (LanyardBatch     *self,
          LanyardBatchItem *item)
{
  for (guint i = 0; item == NULL && i < self->items->len; i++)
    recount (self, self->items->pdata[i]);
  if (item != NULL)
    recount (self, item);
}

static void
on_ended (LanyardBatch *self,
          guint         n)
{
  self->n_ended += n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ENDED]);
}

static void
on_state (LanyardBatch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static LanyardBatch *
new_batch (LanyardChanges *changes,
           gint64          number)
{
  LanyardBatch *self = g_object_new (LANYARD_TYPE_BATCH, NULL);

  self->changes = g_object_ref (changes);
  self->number = number;
  self->course = lanyard_course_new (changes, self->items);
  g_signal_connect_object (self->course, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "state", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  return self;
}

/* Takes @item. */
static void
take_item (LanyardBatch     *self,
           LanyardBatchItem *item)
{
  if (item->change != NULL)
    lanyard_change_set_batch (item->change, self->number);
  g_ptr_array_add (self->items, item);
  self->n_in[item->part]++;
  recount (self, item);
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
      LanyardBatchItem *item =
        lanyard_batch_item_new (seam_record_get_display_name (lanyard_change_get_record (change)));

      lanyard_batch_item_set_change (item, g_object_ref (change));
      take_item (self, item);
    }
  return self;
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
  g_autoptr (GPtrArray) latest = lanyard_batch_item_find_latest (entries);
  LanyardBatch *self = new_batch (changes, entries->len > 0 ? lanyard_entry_get_batch (entries->pdata[0]) : 0);

  for (guint i = 0; i < latest->len; i++)
    {
      LanyardBatchItem *item = lanyard_batch_item_new (lanyard_entry_get_subject_name (latest->pdata[i]));

      item->entry = g_object_ref (latest->pdata[i]);
      take_item (self, item);
    }
  return self;
}

/**
 * lanyard_batch_new_left:
 * @changes: (transfer none): what is done to the workspace
 * @entries: (element-type LanyardEntry): all of one batch that an earlier run has not come to the end of, newest first
 *
 * Returns: (transfer full): that batch as it stands; run, it does what is left of it and nothing else, and stopped, it
 *   closes that as not done
 */
LanyardBatch *
lanyard_batch_new_left (LanyardChanges *changes,
                        GPtrArray      *entries)
{
  LanyardBatch *self = lanyard_batch_new_of_entries (changes, entries);

  lanyard_course_set_only_left (self->course);
  return self;
}

/**
 * lanyard_batch_new_undo:
 * @changes: (transfer none): what is done to the workspace
 * @entries: (element-type LanyardEntry): all of one batch, newest first
 *
 * Returns: (transfer full): a new batch, which takes back what @entries did, the last of it first; what had to be done
 *   first then is taken back only if what came after it is. Of what was not done, or is taken back already, nothing is
 *   in it
 */
LanyardBatch *
lanyard_batch_new_undo (LanyardChanges *changes,
                        GPtrArray      *entries)
{
  LanyardBatch *self = new_batch (changes, make_number ());
  g_autoptr (GPtrArray) items = lanyard_reversal_plan (changes, entries);

  for (guint i = 0; i < items->len; i++)
    take_item (self, items->pdata[i]);
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

/* --- Running --- */

/**
 * lanyard_batch_run_async:
 * @self: a batch that is not running
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when all have their outcome
 * @user_data: for @callback
 *
 * Writes down all of it, and then does it, one change of each access system after another; of one that failed before,
 * what is left. What is not known of it is found out.
 */
void
lanyard_batch_run_async (LanyardBatch       *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_batch_run_async);
  g_task_set_check_cancellable (task, FALSE);
  self->n_ended = 0;
  lanyard_course_run (self->course, task);
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
 * lanyard_batch_get_course:
 * @self: a batch
 *
 * Returns: (transfer none): what pauses it, has it go on, and stops it
 */
LanyardCourse *
lanyard_batch_get_course (LanyardBatch *self)
{
  return self->course;
}

/**
 * lanyard_batch_get_state:
 * @self: a batch
 *
 * Returns: what is being done with it
 */
LanyardBatchState
lanyard_batch_get_state (LanyardBatch *self)
{
  return lanyard_course_get_state (self->course);
}

/**
 * lanyard_batch_get_time_left:
 * @self: a batch
 *
 * Returns: how many seconds it will take at the pace that it goes; -1: not known
 */
int
lanyard_batch_get_time_left (LanyardBatch *self)
{
  return lanyard_course_get_time_left (self->course, self->n_in[LANYARD_BATCH_PART_LEFT]);
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

static LanyardBatchItem *
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
 * lanyard_batch_get_change:
 * @self: a batch
 * @position: which record
 *
 * Returns: (transfer none) (nullable): what is to be done, or was; %NULL where that is only on record
 */
LanyardChange *
lanyard_batch_get_change (LanyardBatch *self,
                          guint         position)
{
  return get_item (self, position)->change;
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
