/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change from its beginning to its outcome: journalled, looked at, sent, told. Of no kind in particular. */
#include "lanyard-runner.h"

#include "lanyard-change-kind.h"
#include "lanyard-changes-error.h"

struct _LanyardRunner
{
  GObject parent_instance;

  LanyardDirectory *directory;
  LanyardJournal   *journal;
  LanyardClaims    *claims;
  LanyardUnderWay  *under_way;
  LanyardRecovery  *recovery;
};

/* A change that runs. */
typedef struct
{
  LanyardRunner           *runner;
  LanyardChange           *change;
  const LanyardChangeKind *kind;
  GPtrArray               *doubtful; /* entries of this workspace whose outcome is not known */
  LanyardEntry            *entry;
  guint                    step;     /* how many are done */
  LanyardOutcome           outcome;
  GError                  *refusal;
} Run;

enum
{
  BEGUN,
  CLOSED,
  JOURNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRunner, lanyard_runner, G_TYPE_OBJECT)

static void send_step (GTask *task);

static void
lanyard_runner_finalize (GObject *object)
{
  LanyardRunner *self = LANYARD_RUNNER (object);

  g_clear_object (&self->recovery);
  g_clear_object (&self->under_way);
  g_clear_object (&self->claims);
  g_clear_object (&self->journal);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_runner_parent_class)->finalize (object);
}

static void
lanyard_runner_class_init (LanyardRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_runner_finalize;
  signals[BEGUN] = g_signal_new ("begun", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 LANYARD_TYPE_ENTRY);
  signals[CLOSED] = g_signal_new ("closed", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  LANYARD_TYPE_ENTRY);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_runner_init (LanyardRunner *self)
{
}

/* lanyard_runner_new:
 * @directory: (transfer none): where the records are
 * @journal: (transfer none): where each change is written down first
 * @claims: (transfer none): what keeps changes apart
 * @under_way: (transfer none): where it is told what has begun
 * @recovery: (transfer none): what finds out what is not known of a record before it is changed again
 *
 * Returns: (transfer full): a runner that runs nothing yet */
LanyardRunner *
lanyard_runner_new (LanyardDirectory *directory,
                    LanyardJournal   *journal,
                    LanyardClaims    *claims,
                    LanyardUnderWay  *under_way,
                    LanyardRecovery  *recovery)
{
  LanyardRunner *self = g_object_new (LANYARD_TYPE_RUNNER, NULL);

  self->directory = g_object_ref (directory);
  self->journal = g_object_ref (journal);
  self->claims = g_object_ref (claims);
  self->under_way = g_object_ref (under_way);
  self->recovery = g_object_ref (recovery);
  return self;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->runner);
  g_object_unref (run->change);
  g_clear_pointer (&run->doubtful, g_ptr_array_unref);
  g_clear_object (&run->entry);
  g_clear_error (&run->refusal);
  g_free (run);
}

static LanyardHoldings *
holdings_of (Run *run)
{
  return lanyard_directory_get_holdings (run->runner->directory);
}

static void
release (Run *run)
{
  lanyard_claims_release (run->runner->claims, lanyard_change_get_operation (run->change),
                          lanyard_change_get_record_id (run->change));
}

static void
tell_journal_failed (Run          *run,
                     const GError *error)
{
  g_signal_emit (run->runner, signals[JOURNAL_FAILED], 0, error);
}

/* Nothing was begun that is on record. Takes @error. */
static void
give_up (GTask  *task,
         GError *error)
{
  Run *run = g_task_get_task_data (task);

  lanyard_under_way_remove (run->runner->under_way, run->entry);
  release (run);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
give_up_without_journal (GTask        *task,
                         const GError *error)
{
  tell_journal_failed (g_task_get_task_data (task), error);
  give_up (task, g_error_new (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_JOURNAL,
                              "Nothing was sent, since it could not be written down first: %s", error->message));
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  /* What can't be written now is written before the next change, or found out at the next start. */
  if (!lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    tell_journal_failed (run, error);
  release (run);
  g_signal_emit (run->runner, signals[CLOSED], 0, run->entry);
  g_task_return_pointer (task, g_object_ref (run->entry), g_object_unref);
  g_object_unref (task);
}

/* The server's words after its name for the kind of error, or a library's of what went wrong on the way; what was not
 * sent has reasons that can be told in words of ours. */
static char *
make_message (Run *run)
{
  const GError *refusal = run->refusal;
  const char *server_text = refusal != NULL ? seam_error_get_server_text (refusal) : NULL;
  SeamRecord *record = lanyard_change_get_record (run->change);
  g_autofree char *text = NULL;

  if (server_text != NULL)
    text = g_strdup_printf ("%s: %s", seam_error_get_type_name (refusal), server_text);
  else if (refusal != NULL && lanyard_entry_get_is_sent (run->entry))
    text = g_strdup (refusal->message);
  if (text != NULL && SEAM_IS_CREDENTIAL (record))
    return seam_credential_mask_text (SEAM_CREDENTIAL (record), text);
  return text != NULL ? seam_record_mask_text (record, text) : NULL;
}

static int
get_code (const GError *refusal)
{
  if (refusal != NULL && refusal->domain == SEAM_ERROR)
    return refusal->code;
  return refusal != NULL && refusal->domain == LANYARD_CHANGES_ERROR ? LANYARD_ENTRY_OWN_REASONS + refusal->code : -1;
}

static void
close_entry (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  const GError *refusal = run->refusal;
  g_autofree char *message = make_message (run);

  lanyard_under_way_remove (run->runner->under_way, run->entry);
  lanyard_journal_close_async (run->runner->journal, run->entry, run->outcome, get_code (refusal), message,
                               refusal != NULL ? seam_error_get_request_id (refusal) : NULL, NULL, on_closed, task);
}

/* It is on record, and was not sent. Takes @error. */
static void
refuse (GTask  *task,
        GError *error)
{
  Run *run = g_task_get_task_data (task);

  run->outcome = LANYARD_OUTCOME_REFUSED;
  run->refusal = error;
  close_entry (task);
}

/* What the server said of a step. Takes @error. */
static void
take_answer (Run        *run,
             gboolean    done,
             SeamRecord *seen,
             GError     *error)
{
  const LanyardSubject *subject = run->kind->subject;

  subject->note_written (holdings_of (run), lanyard_change_get_record_id (run->change));
  if (seen != NULL)
    subject->take (holdings_of (run), seen);
  if (done)
    run->outcome = LANYARD_OUTCOME_DONE;
  else if (run->kind->is_refusal (error))
    run->outcome = run->step > 0 ? LANYARD_OUTCOME_HALF_DONE : LANYARD_OUTCOME_REFUSED;
  else
    run->outcome = LANYARD_OUTCOME_UNKNOWN;
  run->refusal = error;
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (SeamRecord) seen = NULL;
  GError *error = NULL;
  gboolean done = run->kind->steps[run->step]->send_finish (SEAM_CLIENT (source), result, &seen, &error);

  take_answer (run, done, seen, error);
  run->step += done;
  if (done && run->kind->steps[run->step] != NULL)
    send_step (task);
  else
    close_entry (task);
}

static void
send_step (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  run->kind->steps[run->step]->send_async (lanyard_directory_get_client (run->runner->directory), run->change, on_sent,
                                           task);
}

/* Only what is written as sent is sent. */
static void
on_marked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (lanyard_journal_send_finish (LANYARD_JOURNAL (source), result, &error))
    {
      send_step (task);
      return;
    }
  tell_journal_failed (g_task_get_task_data (task), error);
  refuse (task, g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_JOURNAL, error->message));
}

/* Why it can't be acted upon, now that the record is known as it is on the server, or NULL. */
static GError *
look (Run        *run,
      SeamRecord *seen)
{
  const LanyardSubject *subject = run->kind->subject;

  lanyard_recovery_settle (run->runner->recovery, run->doubtful, subject, seen);
  subject->take (holdings_of (run), seen);
  return run->kind->object_to (run->change,
                               subject->get_value (holdings_of (run), lanyard_change_get_record (run->change)));
}

static void
on_read_before (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamRecord) seen = run->kind->subject->read_finish (SEAM_CLIENT (source), result, &error);

  if (seen != NULL)
    error = look (run, seen);
  else if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND))
    {
      run->kind->subject->forget (holdings_of (run), lanyard_change_get_record (run->change));
      g_clear_error (&error);
      g_set_error_literal (&error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE, "It no longer exists");
    }
  if (error != NULL)
    refuse (task, g_steal_pointer (&error));
  else
    lanyard_journal_send_async (run->runner->journal, run->entry, on_marked, task);
}

static gboolean
on_settled (gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);

  run->kind->subject->read_async (lanyard_directory_get_client (run->runner->directory),
                                  lanyard_change_get_record_id (run->change), g_task_get_cancellable (task),
                                  on_read_before, task);
  return G_SOURCE_REMOVE;
}

/* Until the server can't be at what is not known of this record any more, it is waited for: what comes late would undo
 * what is done now. */
static void
settle (gpointer user_data)
{
  Run *run = g_task_get_task_data (user_data);

  if (lanyard_change_is_held_back (run->change))
    {
      refuse (user_data, g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_HELD_BACK,
                                              "What had to be done first was not"));
      return;
    }
  g_timeout_add (lanyard_recovery_time_to_settle (run->runner->recovery, run->doubtful, run->kind->subject,
                                                  lanyard_change_get_record_id (run->change)),
                 on_settled, user_data);
}

static void
on_begun (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_begin_finish (LANYARD_JOURNAL (source), result, &error))
    {
      give_up_without_journal (task, error);
      return;
    }
  g_signal_emit (run->runner, signals[BEGUN], 0, run->entry);
  if (lanyard_change_get_turns (run->change) != NULL)
    lanyard_turns_wait (lanyard_change_get_turns (run->change), settle, task);
  else
    settle (task);
}

/* What was not known of this record can be told from how it is now, and never again once it is changed. */
static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  run->doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  if (run->doubtful == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    give_up (task, g_steal_pointer (&error));
  else if (run->doubtful == NULL)
    give_up_without_journal (task, error);
  else
    lanyard_journal_begin_async (run->runner->journal, run->entry, NULL, on_begun, task);
}

static char *
describe (Run        *run,
          const char *value)
{
  const LanyardSubject *subject = run->kind->subject;
  SeamRecord *record = subject->look_up_target (run->runner->directory, value);

  return subject->write_value (value, record != NULL ? seam_record_get_display_name (record) : NULL);
}

static LanyardEntry *
make_entry (Run *run)
{
  SeamRecord *record = lanyard_change_get_record (run->change);
  g_autofree char *before = describe (run, lanyard_change_get_before (run->change));
  g_autofree char *after = describe (run, lanyard_change_get_after (run->change));

  return g_object_new (LANYARD_TYPE_ENTRY,
                       "begun-at", g_get_real_time (),
                       "operation", lanyard_change_get_operation (run->change),
                       "workspace-id", lanyard_directory_get_workspace_id (run->runner->directory),
                       "subject-type", run->kind->subject->type,
                       "subject-id", seam_record_get_id (record),
                       "subject-name", seam_record_get_display_name (record),
                       "system-id", lanyard_record_get_system_id (record),
                       "before", before,
                       "after", after,
                       "operator", g_get_user_name (),
                       "batch", lanyard_change_get_batch (run->change),
                       "undo-of", lanyard_change_get_undo_of (run->change),
                       NULL);
}

/* Why it can't be begun, as far as is known here, or NULL. */
static GError *
object (Run *run)
{
  if (!lanyard_claims_is_free (run->runner->claims, lanyard_change_get_operation (run->change),
                               lanyard_change_get_record_id (run->change)))
    return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY,
                                "Another change of this record is on its way");
  return run->kind->object (run->change, run->runner->directory);
}

/* lanyard_runner_run:
 * @self: a runner
 * @change: (transfer none): what is to be done
 * @task: (transfer full): returns the closed entry, whatever its outcome, or a %LANYARD_CHANGES_ERROR when nothing was
 *   begun; of no other data. Its cancellable stops it as long as nothing was sent
 *
 * Writes down what is to be done, reads the record, and sends it, if the record still is what the person was told. */
void
lanyard_runner_run (LanyardRunner *self,
                    LanyardChange *change,
                    GTask         *task)
{
  Run *run = g_new0 (Run, 1);
  GError *error;

  run->runner = g_object_ref (self);
  run->change = g_object_ref (change);
  run->kind = lanyard_change_kind_get (lanyard_change_get_operation (change));
  g_task_set_task_data (task, run, run_free);
  g_task_set_check_cancellable (task, FALSE);
  error = object (run);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  run->entry = make_entry (run);
  lanyard_change_set_entry (change, run->entry);
  lanyard_under_way_add (self->under_way, run->entry);
  lanyard_claims_take (self->claims, lanyard_change_get_operation (change), lanyard_change_get_record_id (change));
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self->directory),
                                   g_task_get_cancellable (task), on_doubtful_listed, task);
}
