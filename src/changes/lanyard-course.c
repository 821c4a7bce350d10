/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course that a batch takes: written down, run, paused, gone on with, stopped, left, until all has its outcome. */
#include "lanyard-course.h"

#include "lanyard-batch-start.h"
#include "lanyard-lanes.h"

struct _LanyardCourse
{
  GObject parent_instance;

  LanyardChanges   *changes;
  GPtrArray        *items; /* LanyardBatchItem, of the batch */
  gboolean          only_left;
  LanyardBatchState state;
  GTask            *task;  /* while it is not through */
  LanyardLanes     *lanes; /* NULL until it is written down */
  GHashTable       *running; /* LanyardRun -> its LanyardBatchItem */
  guint             n_checking;
};

enum
{
  MOVED,
  ENDED,
  STATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardCourse, lanyard_course, G_TYPE_OBJECT)

static void
lanyard_course_finalize (GObject *object)
{
  LanyardCourse *self = LANYARD_COURSE (object);

  g_clear_object (&self->lanes);
  g_hash_table_unref (self->running);
  g_ptr_array_unref (self->items);
  g_clear_object (&self->changes);
  G_OBJECT_CLASS (lanyard_course_parent_class)->finalize (object);
}

static void
lanyard_course_class_init (LanyardCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_course_finalize;
  signals[MOVED] = g_signal_new ("moved", LANYARD_TYPE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);
  signals[ENDED] = g_signal_new ("ended", LANYARD_TYPE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);
  signals[STATE] = g_signal_new ("state", LANYARD_TYPE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_course_init (LanyardCourse *self)
{
  self->running = g_hash_table_new (NULL, NULL);
}

/* lanyard_course_new:
 * @changes: (transfer none): what is done to the workspace
 * @items: (transfer none) (element-type LanyardBatchItem): what is in the batch
 *
 * Returns: (transfer full): a course that is not begun */
LanyardCourse *
lanyard_course_new (LanyardChanges *changes,
                    GPtrArray      *items)
{
  LanyardCourse *self = g_object_new (LANYARD_TYPE_COURSE, NULL);

  self->changes = g_object_ref (changes);
  self->items = g_ptr_array_ref (items);
  return self;
}

/* lanyard_course_set_only_left:
 * @self: a course
 *
 * It does what an earlier run has left, and does not try again what failed then. */
void
lanyard_course_set_only_left (LanyardCourse *self)
{
  self->only_left = TRUE;
}

static void
move (LanyardCourse    *self,
      LanyardBatchItem *item)
{
  g_signal_emit (self, signals[MOVED], 0, item);
}

static void
count_ended (LanyardCourse *self,
             guint          n)
{
  if (n > 0)
    g_signal_emit (self, signals[ENDED], 0, n);
}

static void
set_state (LanyardCourse    *self,
           LanyardBatchState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[STATE], 0);
}

static void
end (LanyardCourse *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task == NULL)
    return;
  set_state (self, LANYARD_BATCH_STATE_ENDED);
  g_task_return_boolean (task, TRUE);
}

static void
on_run_ended (LanyardCourse *self,
              LanyardRun    *run)
{
  LanyardBatchItem *item = g_hash_table_lookup (self->running, run);

  g_hash_table_remove (self->running, run);
  g_clear_object (&item->run);
  move (self, item);
  count_ended (self, 1);
  if (self->state == LANYARD_BATCH_STATE_RUNNING && lanyard_lanes_get_trouble (self->lanes) != NULL)
    set_state (self, LANYARD_BATCH_STATE_PAUSING);
}

/* Nothing is on its way. */
static void
on_halted (LanyardCourse *self)
{
  gboolean troubled = lanyard_lanes_get_trouble (self->lanes) != NULL;

  if (self->state == LANYARD_BATCH_STATE_STOPPING)
    lanyard_lanes_stop (self->lanes);
  else if (self->state == LANYARD_BATCH_STATE_PAUSING || (self->state == LANYARD_BATCH_STATE_RUNNING && troubled))
    set_state (self, LANYARD_BATCH_STATE_PAUSED);
  if (lanyard_lanes_is_empty (self->lanes) && self->n_checking == 0)
    end (self);
}

/* What is not known comes first: it may be what others come after. */
static void
go (LanyardCourse *self)
{
  if (self->lanes != NULL && self->n_checking == 0)
    lanyard_lanes_go (self->lanes);
}

/* What could not be found out is as unknown as before. */
static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardCourse) self = user_data;

  lanyard_changes_check_finish (LANYARD_CHANGES (source), result, NULL);
  self->n_checking--;
  move (self, NULL);
  count_ended (self, 1);
  if (self->state == LANYARD_BATCH_STATE_RUNNING)
    go (self);
  else if (self->lanes != NULL && lanyard_lanes_is_idle (self->lanes))
    on_halted (self);
}

static void
set_error (LanyardBatchItem *item,
           const GError     *error)
{
  if (item->change != NULL && item->run == NULL && item->error == NULL)
    item->error = g_error_copy (error);
}

static void
take_run (LanyardCourse    *self,
          LanyardBatchItem *item)
{
  g_hash_table_insert (self->running, item->run, item);
  lanyard_lanes_add (self->lanes, item->run);
}

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardCourse) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_ended = 0;
  gboolean started = lanyard_batch_start_finish (LANYARD_RUNNER (source), result, &error);

  self->lanes = lanyard_lanes_new (lanyard_directory_get_client (lanyard_changes_get_directory (self->changes)));
  g_signal_connect_object (self->lanes, "ended", G_CALLBACK (on_run_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lanes, "halted", G_CALLBACK (on_halted), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->items->len; i++)
    {
      LanyardBatchItem *item = self->items->pdata[i];

      if (!started)
        set_error (item, error);
      if (item->run != NULL)
        take_run (self, item);
      else if (item->change != NULL)
        n_ended++;
    }
  move (self, NULL);
  count_ended (self, n_ended);
  if (self->state == LANYARD_BATCH_STATE_RUNNING)
    go (self);
  else
    on_halted (self);
}

static void
plan (LanyardCourse *self)
{
  for (guint i = 0; i < self->items->len; i++)
    lanyard_batch_item_plan (self->items->pdata[i], self->changes, self->only_left);
  move (self, NULL);
}

/* lanyard_course_run:
 * @self: a course that does not run
 * @task: (transfer full): returns %TRUE when all have their outcome; its cancellable stops it. Its source has @self */
void
lanyard_course_run (LanyardCourse *self,
                    GTask         *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_assert (self->task == NULL);

  self->task = task;
  g_clear_object (&self->lanes);
  set_state (self, LANYARD_BATCH_STATE_RUNNING);
  plan (self);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (lanyard_course_stop), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->items->len; i++)
    {
      LanyardBatchItem *item = self->items->pdata[i];

      if (!lanyard_batch_item_is_open (item))
        continue;
      self->n_checking++;
      lanyard_changes_check_async (self->changes, item->entry, cancellable, on_checked, g_object_ref (self));
    }
  lanyard_batch_start_async (lanyard_changes_get_runner (self->changes), self->items, on_started,
                             g_object_ref (self));
  if (g_cancellable_is_cancelled (cancellable))
    lanyard_course_stop (self);
}

LanyardBatchState
lanyard_course_get_state (LanyardCourse *self)
{
  return self->state;
}

static void
halt (LanyardCourse    *self,
      LanyardBatchState state)
{
  set_state (self, state);
  if (self->lanes == NULL)
    return;
  lanyard_lanes_pause (self->lanes);
  if (lanyard_lanes_is_idle (self->lanes))
    on_halted (self);
}

/**
 * lanyard_course_pause:
 * @self: a course
 *
 * Has nothing more sent until lanyard_course_go_on(), if it runs.
 */
void
lanyard_course_pause (LanyardCourse *self)
{
  if (self->state == LANYARD_BATCH_STATE_RUNNING)
    halt (self, LANYARD_BATCH_STATE_PAUSING);
}

/**
 * lanyard_course_go_on:
 * @self: a course
 *
 * Goes on after a pause.
 */
void
lanyard_course_go_on (LanyardCourse *self)
{
  if (self->state != LANYARD_BATCH_STATE_PAUSED && self->state != LANYARD_BATCH_STATE_PAUSING)
    return;
  set_state (self, LANYARD_BATCH_STATE_RUNNING);
  go (self);
}

/**
 * lanyard_course_stop:
 * @self: a course
 *
 * Follows what was sent to its end, and closes the rest as not done. What an earlier run has left need not be run for
 * that.
 */
void
lanyard_course_stop (LanyardCourse *self)
{
  if (self->state == LANYARD_BATCH_STATE_PLANNED)
    {
      lanyard_batch_start_dismiss (lanyard_changes_get_runner (self->changes), self->items);
      move (self, NULL);
      set_state (self, LANYARD_BATCH_STATE_ENDED);
    }
  else if (self->state != LANYARD_BATCH_STATE_ENDED)
    halt (self, LANYARD_BATCH_STATE_STOPPING);
}

/**
 * lanyard_course_leave:
 * @self: a course
 *
 * Ends one that is paused, as if the program ended: what was not sent stays on record, for a later run to go on with.
 */
void
lanyard_course_leave (LanyardCourse *self)
{
  if (self->state != LANYARD_BATCH_STATE_PAUSED)
    return;
  lanyard_lanes_leave (self->lanes);
  g_hash_table_remove_all (self->running);
  for (guint i = 0; i < self->items->len; i++)
    g_clear_object (&((LanyardBatchItem *) self->items->pdata[i])->run);
  end (self);
}

/**
 * lanyard_course_get_trouble:
 * @self: a course
 *
 * Returns: (transfer none) (nullable): why it has paused by itself; %NULL: it has not
 */
const GError *
lanyard_course_get_trouble (LanyardCourse *self)
{
  return self->lanes != NULL ? lanyard_lanes_get_trouble (self->lanes) : NULL;
}

/* lanyard_course_get_time_left:
 * @self: a course
 * @n_left: how many are left
 *
 * Returns: how many seconds they will take at the pace that it goes; -1: not known */
int
lanyard_course_get_time_left (LanyardCourse *self,
                              guint          n_left)
{
  return self->lanes != NULL && self->state == LANYARD_BATCH_STATE_RUNNING
           ? lanyard_lanes_get_time_left (self->lanes, n_left) : -1;
}
