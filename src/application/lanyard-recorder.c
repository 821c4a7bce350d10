/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is done is written down in this run: on disk, in memory, or nowhere that lasts by somebody's choice. */
#include "lanyard-recorder.h"

#include "lanyard-config.h"

struct _LanyardRecorder
{
  GObject parent_instance;

  GSettings *settings;
  LanyardJournal *journal;
  gboolean in_memory; /* what @journal is */
  gboolean waived;
  GError *error; /* why the journal on disk can't be used */
};

G_DEFINE_FINAL_TYPE (LanyardRecorder, lanyard_recorder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_pruned (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing is lost by keeping what is old for longer. */
  if (!lanyard_journal_prune_finish (LANYARD_JOURNAL (source), result, &error))
    g_debug ("Old entries could not be removed: %s", error->message);
}

static void
prune (LanyardRecorder *self)
{
  int days = g_settings_get_int (self->settings, "journal-retention");

  if (days > 0 && !self->in_memory)
    lanyard_journal_prune_async (self->journal, g_get_real_time () - days * G_TIME_SPAN_DAY, NULL, on_pruned, NULL);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  LanyardRecorder *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lanyard_journal_open_finish (LANYARD_JOURNAL (source), result, &error))
    {
      g_clear_error (&self->error);
      prune (self);
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
    }

  g_task_return_error (task, error);
}

static void
on_tried_again (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  LanyardRecorder *self = LANYARD_RECORDER (source);

  /* How it went is the state; what is wrong is kept with it. */
  lanyard_recorder_open_finish (self, result, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lanyard_recorder_dispose (GObject *object)
{
  LanyardRecorder *self = LANYARD_RECORDER (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (lanyard_recorder_parent_class)->dispose (object);
}

static void
lanyard_recorder_class_init (LanyardRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_recorder_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lanyard_recorder_init (LanyardRecorder *self)
{
}

/**
 * lanyard_recorder_new:
 * @settings: the application's settings
 *
 * Returns: (transfer full): a recorder that has nothing open yet
 */
LanyardRecorder *
lanyard_recorder_new (GSettings *settings)
{
  LanyardRecorder *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_RECORDER, NULL);
  self->settings = g_object_ref (settings);

  return self;
}

/**
 * lanyard_recorder_open_async:
 * @self: the recorder
 * @demo: whether it is for the demo, of which nothing is kept
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open, or can't be
 * @user_data: for @callback
 *
 * Opens the journal on disk; for the demo, or where somebody went on without a record, one in memory.
 */
void
lanyard_recorder_open_async (LanyardRecorder     *self,
                             gboolean             demo,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gboolean in_memory = demo || self->waived;

  g_return_if_fail (LANYARD_IS_RECORDER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_recorder_open_async);

  /* A demo starts from nothing each time it is opened; there is only ever one journal on disk. */
  if (self->journal == NULL || in_memory || self->in_memory)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), LANYARD_DATA_FOLDER, "journal.sqlite", NULL);

      g_clear_object (&self->journal);
      self->in_memory = in_memory;
      self->journal = lanyard_journal_new (in_memory ? NULL : path);
    }

  lanyard_journal_open_async (self->journal, cancellable, on_opened, g_steal_pointer (&task));
}

/**
 * lanyard_recorder_open_finish:
 * @self: the recorder
 * @result: what the callback was given
 * @error: why it can't be written down; also lanyard_recorder_get_error()
 *
 * Returns: whether the journal can be used
 */
gboolean
lanyard_recorder_open_finish (LanyardRecorder  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_recorder_try_again:
 * @self: the recorder
 *
 * Tries whether the journal on disk can be used by now, and emits "changed".
 */
void
lanyard_recorder_try_again (LanyardRecorder *self)
{
  g_return_if_fail (LANYARD_IS_RECORDER (self));

  lanyard_recorder_open_async (self, self->in_memory, NULL, on_tried_again, NULL);
}

/**
 * lanyard_recorder_waive:
 * @self: the recorder
 *
 * Somebody chose to go on without a record, until the application ends. It counts from the next opening on.
 */
void
lanyard_recorder_waive (LanyardRecorder *self)
{
  g_return_if_fail (LANYARD_IS_RECORDER (self));

  self->waived = TRUE;
}

/**
 * lanyard_recorder_get_journal:
 * @self: the recorder
 *
 * Returns: (transfer none) (nullable): the journal, once it was opened or could not be
 */
LanyardJournal *
lanyard_recorder_get_journal (LanyardRecorder *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORDER (self), NULL);

  return self->journal;
}

/**
 * lanyard_recorder_get_state:
 * @self: the recorder
 *
 * Returns: whether what is done is being written down
 */
LanyardRecord
lanyard_recorder_get_state (LanyardRecorder *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORDER (self), LANYARD_RECORD_BROKEN);

  if (self->error != NULL)
    return LANYARD_RECORD_BROKEN;

  /* Nobody misses the demo's. */
  return self->waived ? LANYARD_RECORD_WAIVED : LANYARD_RECORD_KEPT;
}

/**
 * lanyard_recorder_get_error:
 * @self: the recorder
 *
 * Returns: (transfer none) (nullable): why it can't be written down
 */
const GError *
lanyard_recorder_get_error (LanyardRecorder *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORDER (self), NULL);

  return self->error;
}
