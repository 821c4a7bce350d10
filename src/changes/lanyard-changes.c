/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be done to a workspace, and who does it: the runner, what is under way, what can be taken back, recovery. */
#include "lanyard-changes.h"

#include "lanyard-change-kind.h"
#include "lanyard-change-plan.h"
#include "lanyard-lost.h"
#include "lanyard-solo.h"
#include "lanyard-undo-history.h"

struct _LanyardChanges
{
  GObject parent_instance;

  LanyardDirectory   *directory;
  LanyardJournal     *journal;
  LanyardMarks       *marks;
  LanyardLost        *lost;
  LanyardClaims      *claims;
  LanyardUnderWay    *under_way;
  LanyardUndoHistory *history;
  LanyardRecovery    *recovery;
  LanyardRunner      *runner;
};

enum
{
  PROP_LAST_UNDOABLE = 1,
  N_PROPS,
};

enum
{
  ENTRY_BEGUN,
  ENTRY_CLOSED,
  ENTRY_RECOVERED,
  BATCH_LEFT,
  JOURNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardChanges, lanyard_changes, G_TYPE_OBJECT)

static void
lanyard_changes_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LAST_UNDOABLE:
      g_value_set_object (value, lanyard_undo_history_get_last (LANYARD_CHANGES (object)->history));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_changes_finalize (GObject *object)
{
  LanyardChanges *self = LANYARD_CHANGES (object);

  g_clear_object (&self->runner);
  g_clear_object (&self->recovery);
  g_clear_object (&self->history);
  g_clear_object (&self->under_way);
  g_clear_object (&self->claims);
  g_clear_object (&self->lost);
  g_clear_object (&self->marks);
  g_clear_object (&self->journal);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_changes_parent_class)->finalize (object);
}

static void
lanyard_changes_class_init (LanyardChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_changes_get_property;
  object_class->finalize = lanyard_changes_finalize;
  properties[PROP_LAST_UNDOABLE] =
    g_param_spec_object ("last-undoable", NULL, NULL, LANYARD_TYPE_ENTRY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ENTRY_BEGUN] = g_signal_new ("entry-begun", LANYARD_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[ENTRY_CLOSED] = g_signal_new ("entry-closed", LANYARD_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[ENTRY_RECOVERED] = g_signal_new ("entry-recovered", LANYARD_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[BATCH_LEFT] = g_signal_new ("batch-left", LANYARD_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", LANYARD_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_changes_init (LanyardChanges *self)
{
}

static void
on_last_changed (LanyardChanges *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_UNDOABLE]);
}

static void
on_begun (LanyardChanges *self,
          LanyardEntry   *entry)
{
  g_signal_emit (self, signals[ENTRY_BEGUN], 0, entry);
}

static void
on_closed (LanyardChanges *self,
           LanyardEntry   *entry)
{
  gint64 batch = lanyard_entry_get_batch (entry);
  gboolean is_done = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE
                     && lanyard_change_kind_has (lanyard_entry_get_operation (entry));
  gint64 undo_of = lanyard_entry_get_undo_of (entry);

  /* What can't be taken back any more is not in the way of what was done before it. */
  if (is_done && undo_of == 0)
    lanyard_undo_history_add (self->history, entry);
  else if (is_done || lanyard_entry_get_own_reason (entry) == LANYARD_CHANGES_ERROR_NOT_UNDOABLE)
    lanyard_undo_history_remove (self->history, undo_of);
  if (batch != 0 && !lanyard_under_way_has_batch (self->under_way, batch))
    lanyard_undo_history_release (self->history, batch);
  g_signal_emit (self, signals[ENTRY_CLOSED], 0, entry);
}

static void
on_recovered (LanyardChanges *self,
              LanyardEntry   *entry)
{
  g_signal_emit (self, signals[ENTRY_RECOVERED], 0, entry);
}

static void
on_batch_left (LanyardChanges *self,
               gint64          number)
{
  g_signal_emit (self, signals[BATCH_LEFT], 0, number);
}

static void
on_journal_failed (LanyardChanges *self,
                   const GError   *error)
{
  g_signal_emit (self, signals[JOURNAL_FAILED], 0, error);
}

/**
 * lanyard_changes_new:
 * @directory: (transfer none): the workspace
 * @journal: (transfer none): where each change is written down first
 *
 * What an earlier run has left open is found out as soon as @directory has heard which workspace it is.
 *
 * Returns: (transfer full): what may be done to @directory
 */
LanyardChanges *
lanyard_changes_new (LanyardDirectory *directory,
                     LanyardJournal   *journal)
{
  LanyardChanges *self = g_object_new (LANYARD_TYPE_CHANGES, NULL);

  self->directory = g_object_ref (directory);
  self->journal = g_object_ref (journal);
  self->marks = lanyard_marks_new (journal);
  self->lost = lanyard_lost_new (directory, self->marks);
  self->claims = lanyard_claims_new (directory);
  self->under_way = lanyard_under_way_new ();
  self->history = lanyard_undo_history_new ();
  self->recovery = lanyard_recovery_new (directory, journal, self->claims);
  self->runner = lanyard_runner_new (directory, journal, self->claims, self->under_way, self->recovery);
  g_signal_connect_object (self->history, "notify::last", G_CALLBACK (on_last_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "journal-failed", G_CALLBACK (on_journal_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "recovered", G_CALLBACK (on_recovered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "batch-left", G_CALLBACK (on_batch_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "journal-failed", G_CALLBACK (on_journal_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "failed", G_CALLBACK (on_journal_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "workspace-read", G_CALLBACK (lanyard_recovery_recover), self->recovery,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * lanyard_changes_get_directory:
 * @self: the changes
 *
 * Returns: (transfer none): the workspace that they are made to
 */
LanyardDirectory *
lanyard_changes_get_directory (LanyardChanges *self)
{
  return self->directory;
}

/**
 * lanyard_changes_get_journal:
 * @self: the changes
 *
 * Returns: (transfer none): where they are written down
 */
LanyardJournal *
lanyard_changes_get_journal (LanyardChanges *self)
{
  return self->journal;
}

/* lanyard_changes_get_runner:
 * @self: the changes
 *
 * Returns: (transfer none): what changes need that are run elsewhere */
LanyardRunner *
lanyard_changes_get_runner (LanyardChanges *self)
{
  return self->runner;
}

/**
 * lanyard_changes_get_marks:
 * @self: the changes
 *
 * Returns: (transfer none): what of the workspace is marked as lost
 */
LanyardMarks *
lanyard_changes_get_marks (LanyardChanges *self)
{
  return self->marks;
}

/**
 * lanyard_changes_run_async:
 * @self: the changes
 * @change: what to do
 * @cancellable: (nullable): stops it as long as nothing was sent; what was sent goes on to its end
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Goes on when all others have dropped @self and its directory. Ended by lanyard_changes_finish().
 */
void
lanyard_changes_run_async (LanyardChanges     *self,
                           LanyardChange      *change,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_changes_run_async);
  lanyard_solo_run (self->runner, change, task);
}

/**
 * lanyard_changes_finish:
 * @self: the changes
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the closed entry, whatever its outcome; %NULL when nothing was begun, with a
 *   %LANYARD_CHANGES_ERROR, or %G_IO_ERROR_CANCELLED
 */
LanyardEntry *
lanyard_changes_finish (LanyardChanges *self,
                        GAsyncResult   *result,
                        GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What can't be taken back, as its records are gone or it is taken back already, is not in the way of what was done
 * before it. Takes @why. */
static LanyardChange *
refuse (LanyardChanges *self,
        gint64          undo_of,
        GError         *why,
        GError        **error)
{
  if (undo_of != 0 && (g_error_matches (why, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE)
                       || g_error_matches (why, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_NOT_UNDOABLE)))
    lanyard_undo_history_remove (self->history, undo_of);
  g_propagate_error (error, why);
  return NULL;
}

/* Begins @change, or ends @task with @error where there is none. Takes all three. */
static void
run_described (LanyardChanges *self,
               LanyardChange  *change,
               GError         *error,
               GTask          *task)
{
  if (change != NULL)
    {
      lanyard_solo_run (self->runner, change, task);
      g_object_unref (change);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * lanyard_changes_can_undo:
 * @self: the changes
 * @entry: an entry
 *
 * Returns: whether what @entry did is in force, as far as is known; the server is asked when it is undone
 */
gboolean
lanyard_changes_can_undo (LanyardChanges *self,
                          LanyardEntry   *entry)
{
  return lanyard_change_plan_can_undo (self->directory, entry);
}

/**
 * lanyard_changes_describe_undo:
 * @self: the changes
 * @entry: what to take back
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Returns: (transfer full) (nullable): what takes back what @entry did, in no batch; %NULL when there is nothing to
 *   take back, or the records are gone
 */
LanyardChange *
lanyard_changes_describe_undo (LanyardChanges *self,
                               LanyardEntry   *entry,
                               GError        **error)
{
  GError *why = NULL;
  LanyardChange *change = lanyard_change_plan_undo (self->directory, entry, &why);

  return change != NULL ? change : refuse (self, lanyard_entry_get_id (entry), why, error);
}

/**
 * lanyard_changes_can_retry:
 * @self: the changes
 * @entry: an entry
 *
 * Returns: whether @entry failed, and things are as they were before it, or as it left them, as far as is known
 */
gboolean
lanyard_changes_can_retry (LanyardChanges *self,
                           LanyardEntry   *entry)
{
  return lanyard_change_plan_can_retry (self->directory, entry);
}

/**
 * lanyard_changes_undo_async:
 * @self: the changes
 * @entry: what to take back
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Takes back what @entry did, if it is still in force: a change of its own, which is in no batch, also when @entry is
 * in one. Ended by lanyard_changes_finish().
 */
void
lanyard_changes_undo_async (LanyardChanges     *self,
                            LanyardEntry       *entry,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  LanyardChange *change = lanyard_changes_describe_undo (self, entry, &error);

  g_task_set_source_tag (task, lanyard_changes_undo_async);
  run_described (self, change, error, task);
}

/**
 * lanyard_changes_describe_retry:
 * @self: the changes
 * @entry: what was refused or half done
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Returns: (transfer full) (nullable): what is left to do of @entry, in the same batch; %NULL when the records are gone
 */
LanyardChange *
lanyard_changes_describe_retry (LanyardChanges *self,
                                LanyardEntry   *entry,
                                GError        **error)
{
  GError *why = NULL;
  LanyardChange *change = lanyard_change_plan_retry (self->directory, entry, &why);

  return change != NULL ? change : refuse (self, lanyard_entry_get_undo_of (entry), why, error);
}

/**
 * lanyard_changes_retry_async:
 * @self: the changes
 * @entry: what was refused or half done
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Tries @entry again, as a new change of the same batch, from where it stopped. Ended by lanyard_changes_finish().
 */
void
lanyard_changes_retry_async (LanyardChanges     *self,
                             LanyardEntry       *entry,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  LanyardChange *change = lanyard_changes_describe_retry (self, entry, &error);

  g_task_set_source_tag (task, lanyard_changes_retry_async);
  run_described (self, change, error, task);
}

/**
 * lanyard_changes_check_async:
 * @self: the changes
 * @entry: an unknown or pending entry
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when @entry is closed, or the server could not be asked
 * @user_data: for @callback
 *
 * Finds out what became of @entry, and closes it with that.
 */
void
lanyard_changes_check_async (LanyardChanges     *self,
                             LanyardEntry       *entry,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_changes_check_async);
  lanyard_recovery_check (self->recovery, entry, task);
}

/**
 * lanyard_changes_check_finish:
 * @self: the changes
 * @result: what the callback was given
 * @error: return location for what the client or the journal said
 *
 * Returns: whether the entry has its outcome now
 */
gboolean
lanyard_changes_check_finish (LanyardChanges *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_changes_list_under_way:
 * @self: the changes
 *
 * Returns: (transfer none): (element-type LanyardEntry): what this run has begun and has no outcome yet
 */
GListModel *
lanyard_changes_list_under_way (LanyardChanges *self)
{
  return lanyard_under_way_get_entries (self->under_way);
}

/**
 * lanyard_changes_get_under_way:
 * @self: the changes
 * @subject_type: (nullable): what kind of record, as an entry has it
 * @subject_id: (nullable): which of them
 *
 * Returns: (transfer none) (nullable): what is under way with it
 */
LanyardEntry *
lanyard_changes_get_under_way (LanyardChanges *self,
                               const char     *subject_type,
                               const char     *subject_id)
{
  return lanyard_under_way_look_up (self->under_way, subject_type, subject_id);
}
