/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change on its way, a step at a time: claimed, written down, looked at, sent, closed. Of no kind in particular. */
#include "lanyard-run.h"

#include "lanyard-change-kind.h"
#include "lanyard-change-writing.h"
#include "lanyard-changes-error.h"
#include "lanyard-precedence.h"
#include "lanyard-refusal.h"

struct _LanyardRun
{
  GObject parent_instance;

  LanyardRunner           *runner;
  LanyardChange           *change;
  const LanyardChangeKind *kind;
  GPtrArray               *doubtful; /* entries of this workspace whose outcome is not known; NULL: none */
  LanyardEntry            *entry;
  guint                    step;     /* how many are done */
  LanyardOutcome           outcome;
  GError                  *refusal;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRun, lanyard_run, G_TYPE_OBJECT)

static void send_step (GTask *task);

static void
lanyard_run_finalize (GObject *object)
{
  LanyardRun *self = LANYARD_RUN (object);

  g_clear_object (&self->runner);
  g_clear_object (&self->change);
  g_clear_pointer (&self->doubtful, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_clear_error (&self->refusal);
  G_OBJECT_CLASS (lanyard_run_parent_class)->finalize (object);
}

static void
lanyard_run_class_init (LanyardRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_run_finalize;
  signals[ANSWERED] = g_signal_new ("answered", LANYARD_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    0);
}

static void
lanyard_run_init (LanyardRun *self)
{
}

static LanyardDirectory *
directory_of (LanyardRun *self)
{
  return lanyard_runner_get_directory (self->runner);
}

static LanyardHoldings *
holdings_of (LanyardRun *self)
{
  return lanyard_directory_get_holdings (directory_of (self));
}

static SeamClient *
client_of (LanyardRun *self)
{
  return lanyard_directory_get_client (directory_of (self));
}

static LanyardJournal *
journal_of (LanyardRun *self)
{
  return lanyard_runner_get_journal (self->runner);
}

static void
release (LanyardRun *self)
{
  lanyard_claims_release (lanyard_runner_get_claims (self->runner), lanyard_change_get_operation (self->change),
                          lanyard_change_get_record_id (self->change));
}

/* --- Its beginning --- */

/* Why it can't be begun, as far as is known here, or NULL. */
static GError *
object (LanyardRun *self)
{
  if (!lanyard_claims_is_free (lanyard_runner_get_claims (self->runner), lanyard_change_get_operation (self->change),
                               lanyard_change_get_record_id (self->change)))
    return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY,
                                "Another change of this record is on its way");
  return self->kind->object (self->change, directory_of (self));
}

/* lanyard_run_new:
 * @runner: (transfer none): what it needs
 * @change: (transfer none): what is to be done
 * @entry: (transfer none) (nullable): where that was written down, and not sent, by an earlier run
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Holds other changes of the record off from now on.
 *
 * Returns: (transfer full) (nullable): a run, which is to be given up or closed; %NULL when it can't be begun */
LanyardRun *
lanyard_run_new (LanyardRunner *runner,
                 LanyardChange *change,
                 LanyardEntry  *entry,
                 GError       **error)
{
  g_autoptr (LanyardRun) self = g_object_new (LANYARD_TYPE_RUN, NULL);
  GError *objection;

  self->runner = g_object_ref (runner);
  self->change = g_object_ref (change);
  self->kind = lanyard_change_kind_get (lanyard_change_get_operation (change));
  objection = object (self);
  if (objection != NULL)
    {
      g_propagate_error (error, objection);
      return NULL;
    }
  self->entry = entry != NULL ? g_object_ref (entry) : lanyard_change_write (change, directory_of (self));
  lanyard_under_way_add (lanyard_runner_get_under_way (runner), self->entry);
  lanyard_claims_take (lanyard_runner_get_claims (runner), lanyard_change_get_operation (change),
                       lanyard_change_get_record_id (change));
  return g_steal_pointer (&self);
}

LanyardRunner *
lanyard_run_get_runner (LanyardRun *self)
{
  return self->runner;
}

LanyardEntry *
lanyard_run_get_entry (LanyardRun *self)
{
  return self->entry;
}

/* lanyard_run_get_change:
 * @self: a run
 *
 * Returns: (transfer none): what is to be done */
LanyardChange *
lanyard_run_get_change (LanyardRun *self)
{
  return self->change;
}

/* lanyard_run_get_refusal:
 * @self: a run that was answered
 *
 * Returns: (nullable): why it is not done, or why it is not known whether it is */
const GError *
lanyard_run_get_refusal (LanyardRun *self)
{
  return self->refusal;
}

/* lanyard_run_set_doubtful:
 * @self: a run
 * @doubtful: (transfer none) (element-type LanyardEntry): what is not known of the workspace since the record is held
 *
 * What of it is about this record is found out when it is looked at: it can be told from how the record is then, and
 * never again once it is changed. */
void
lanyard_run_set_doubtful (LanyardRun *self,
                          GPtrArray  *doubtful)
{
  g_clear_pointer (&self->doubtful, g_ptr_array_unref);
  self->doubtful = g_ptr_array_ref (doubtful);
}

/* lanyard_run_give_up:
 * @self: a run that is not written down, or whose entry is left as it is
 *
 * Lets others at the record again. */
void
lanyard_run_give_up (LanyardRun *self)
{
  lanyard_under_way_remove (lanyard_runner_get_under_way (self->runner), self->entry);
  release (self);
}

/* --- Its end --- */

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardRun *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  /* What can't be written now is written before the next change, or found out at the next start. */
  if (!lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    lanyard_runner_tell_journal_failed (self->runner, error);
  release (self);
  lanyard_runner_tell_closed (self->runner, self->entry);
  g_task_return_boolean (task, TRUE);
}

/* Who waits for the answer finds the outcome in the entry. */
static void
close_entry (GTask *task)
{
  LanyardRun *self = g_task_get_source_object (task);
  const GError *refusal = self->refusal;
  g_autofree char *message = lanyard_refusal_message (refusal, lanyard_change_get_record (self->change),
                                                      lanyard_entry_get_is_sent (self->entry));

  lanyard_under_way_remove (lanyard_runner_get_under_way (self->runner), self->entry);
  lanyard_journal_close_async (journal_of (self), self->entry, self->outcome, lanyard_refusal_code (refusal),
                               message,
                               refusal != NULL ? seam_error_get_request_id (refusal) : NULL, NULL, on_closed, task);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* It is on record, and was not sent. Takes @error. */
static void
refuse (GTask  *task,
        GError *error)
{
  LanyardRun *self = g_task_get_source_object (task);

  self->outcome = LANYARD_OUTCOME_REFUSED;
  self->refusal = error;
  close_entry (task);
}

/* lanyard_run_refuse_async:
 * @self: a run that is written down, and was not sent
 * @reason: (transfer full): why it is not
 * @callback: (nullable): called when that is written down
 * @user_data: for @callback */
void
lanyard_run_refuse_async (LanyardRun         *self,
                          GError             *reason,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, lanyard_run_refuse_async);
  refuse (task, reason);
}

/* --- Sending --- */

/* What the server said of a step. Takes @error. */
static void
take_answer (LanyardRun *self,
             gboolean    done,
             SeamRecord *seen,
             GError     *error)
{
  const LanyardSubject *subject = self->kind->subject;

  subject->note_written (holdings_of (self), lanyard_change_get_record_id (self->change));
  if (seen != NULL)
    subject->take (holdings_of (self), seen);
  if (done)
    self->outcome = LANYARD_OUTCOME_DONE;
  else if (self->kind->is_refusal (error))
    self->outcome = self->step > 0 ? LANYARD_OUTCOME_HALF_DONE : LANYARD_OUTCOME_REFUSED;
  else
    self->outcome = LANYARD_OUTCOME_UNKNOWN;
  self->refusal = error;
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  LanyardRun *self = g_task_get_source_object (task);
  g_autoptr (SeamRecord) seen = NULL;
  GError *error = NULL;
  gboolean done = self->kind->steps[self->step]->send_finish (SEAM_CLIENT (source), result, &seen, &error);

  take_answer (self, done, seen, error);
  self->step += done;
  if (done && self->kind->steps[self->step] != NULL)
    send_step (task);
  else
    close_entry (task);
}

static void
send_step (GTask *task)
{
  LanyardRun *self = g_task_get_source_object (task);

  self->kind->steps[self->step]->send_async (client_of (self), self->change, on_sent, task);
}

/* Only what is written as sent is sent. */
static void
on_marked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  LanyardRun *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (lanyard_journal_send_finish (LANYARD_JOURNAL (source), result, &error))
    {
      /* What is said of a record that is busy depends on whether it waits for its turn. */
      g_object_notify (G_OBJECT (lanyard_change_get_record (self->change)), "busy");
      send_step (task);
      return;
    }
  lanyard_runner_tell_journal_failed (self->runner, error);
  refuse (task, lanyard_changes_error_new_unlogged (error));
}

/* Takes @task. */
static void
mark_sent (GTask *task)
{
  LanyardRun *self = g_task_get_source_object (task);

  lanyard_journal_send_async (journal_of (self), self->entry, on_marked, task);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  LanyardRun *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lanyard_precedence_check_finish (self->entry, result, &error))
    mark_sent (task);
  else
    refuse (task, error);
}

/* lanyard_run_send_async:
 * @self: a run that was looked at
 * @callback: called when it has its outcome, and that is written down
 * @user_data: for @callback
 *
 * Sends it, unless what had to be done first was not. */
void
lanyard_run_send_async (LanyardRun         *self,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, lanyard_run_send_async);
  if (lanyard_entry_get_first_id (self->entry) == NULL)
    mark_sent (task);
  else
    lanyard_precedence_check_async (self->entry, journal_of (self), on_checked, task);
}

/* lanyard_run_end_finish:
 * @self: a run that was sent or refused: its entry is closed
 * @result: what the callback was given */
void
lanyard_run_end_finish (LanyardRun   *self,
                        GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* --- Looking --- */

/* Why it can't be acted upon, now that the record is known as it is on the server, or NULL. */
static GError *
look (LanyardRun *self,
      SeamRecord *seen)
{
  const LanyardSubject *subject = self->kind->subject;

  if (self->doubtful != NULL)
    lanyard_recovery_settle (lanyard_runner_get_recovery (self->runner), self->doubtful, subject, seen);
  subject->take (holdings_of (self), seen);
  return self->kind->object_to (self->change,
                               subject->get_value (holdings_of (self), lanyard_change_get_record (self->change)));
}

static void
on_read_before (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardRun *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SeamRecord) seen = self->kind->subject->read_finish (SEAM_CLIENT (source), result, &error);

  if (seen != NULL)
    error = look (self, seen);
  else if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND))
    {
      self->kind->subject->forget (holdings_of (self), lanyard_change_get_record (self->change));
      g_clear_error (&error);
      g_set_error_literal (&error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE, "It no longer exists");
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
on_settled (gpointer user_data)
{
  GTask *task = user_data;
  LanyardRun *self = g_task_get_source_object (task);

  self->kind->subject->read_async (client_of (self), lanyard_change_get_record_id (self->change),
                                   g_task_get_cancellable (task), on_read_before, task);
  return G_SOURCE_REMOVE;
}

static guint
time_to_settle (LanyardRun *self)
{
  return self->doubtful != NULL
           ? lanyard_recovery_time_to_settle (lanyard_runner_get_recovery (self->runner), self->doubtful,
                                              self->kind->subject, lanyard_change_get_record_id (self->change))
           : 0;
}

/* lanyard_run_look_async:
 * @self: a run that is written down
 * @cancellable: (nullable): to give it up
 * @callback: called when the record was read again
 * @user_data: for @callback
 *
 * Reads the record again. Until the server can't be at what is not known of it any more, it is waited for: what comes
 * late would undo what is done now. */
void
lanyard_run_look_async (LanyardRun         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_run_look_async);
  g_task_set_check_cancellable (task, FALSE);
  g_timeout_add (time_to_settle (self), on_settled, task);
}

/* lanyard_run_look_finish:
 * @self: a run
 * @result: what the callback was given
 * @error: return location for why it is not to be sent: a %LANYARD_CHANGES_ERROR, or what the client said
 *
 * Returns: whether the record still is what the person was told */
gboolean
lanyard_run_look_finish (LanyardRun   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
