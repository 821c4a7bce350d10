/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding out what became of a change whose outcome isn't known; nothing here writes to the server. */
#include "lanyard-recovery.h"

#include "lanyard-change-kind.h"
#include "lanyard-changes-error.h"

/* A server that has not acted on a request within this many milliseconds after the connection was lost never does. */
#define MAX_SETTLING 10000

struct _LanyardRecovery
{
  GObject parent_instance;

  LanyardDirectory *directory;
  LanyardJournal   *journal;
  LanyardClaims    *claims;
  gint64            opened_at;
};

typedef struct
{
  LanyardRecovery         *recovery;
  LanyardEntry            *entry;
  const LanyardChangeKind *kind;
  gboolean                 waited;
} Check;

/* What an earlier run has left open, while it is found out. */
typedef struct
{
  LanyardRecovery *recovery;
  guint            n_checks;
  GArray          *left;    /* gint64: the numbers of batches that it has not come to the end of */
  GPtrArray       *settled; /* LanyardEntry of batches, which it is known by now what came of */
} Rest;

enum
{
  RECOVERED,
  BATCH_LEFT,
  JOURNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRecovery, lanyard_recovery, G_TYPE_OBJECT)

static void read_record (GTask *task);

static void
lanyard_recovery_finalize (GObject *object)
{
  LanyardRecovery *self = LANYARD_RECOVERY (object);

  g_clear_object (&self->claims);
  g_clear_object (&self->journal);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_recovery_parent_class)->finalize (object);
}

static void
lanyard_recovery_class_init (LanyardRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_recovery_finalize;
  signals[RECOVERED] = g_signal_new ("recovered", LANYARD_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[BATCH_LEFT] = g_signal_new ("batch-left", LANYARD_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", LANYARD_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_recovery_init (LanyardRecovery *self)
{
  self->opened_at = g_get_real_time ();
}

/* lanyard_recovery_new:
 * @directory: (transfer none): where the records are
 * @journal: (transfer none): where it is written down what was done
 * @claims: (transfer none): what keeps changes from running beside a check
 *
 * Returns: (transfer full): a recovery that has found out nothing yet */
LanyardRecovery *
lanyard_recovery_new (LanyardDirectory *directory,
                      LanyardJournal   *journal,
                      LanyardClaims    *claims)
{
  LanyardRecovery *self = g_object_new (LANYARD_TYPE_RECOVERY, NULL);

  self->directory = g_object_ref (directory);
  self->journal = g_object_ref (journal);
  self->claims = g_object_ref (claims);
  return self;
}

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->recovery);
  g_object_unref (check->entry);
  g_free (check);
}

static const LanyardChangeKind *
kind_of (LanyardEntry *entry)
{
  return lanyard_change_kind_get (lanyard_entry_get_operation (entry));
}

static LanyardOutcome
judge (LanyardRecovery *self,
       LanyardEntry    *entry,
       SeamRecord      *seen)
{
  const LanyardChangeKind *kind = kind_of (entry);

  if (!lanyard_entry_get_is_sent (entry))
    return LANYARD_OUTCOME_REFUSED;
  return kind->judge (entry, kind->subject->get_value (lanyard_directory_get_holdings (self->directory), seen));
}

static int
get_reason (LanyardEntry *entry)
{
  return lanyard_entry_get_is_sent (entry) ? -1 : LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_NOT_SENT;
}

/* How long, in milliseconds, the server may still be at what was sent. */
static guint
time_to_settle (LanyardRecovery *self,
                LanyardEntry    *entry)
{
  guint span = MIN (seam_client_get_timeout (lanyard_directory_get_client (self->directory)), MAX_SETTLING);
  gint64 ended_at = MAX (lanyard_entry_get_closed_at (entry), self->opened_at);
  gint64 age = (g_get_real_time () - ended_at) / 1000;

  if (!lanyard_entry_get_is_sent (entry))
    return 0;
  /* A clock that was put back counts as no time passed. */
  return age < 0 ? span : span - (guint) MIN (age, (gint64) span);
}

static gboolean
is_of (LanyardEntry         *entry,
       const LanyardSubject *subject,
       const char           *record_id)
{
  return g_strcmp0 (lanyard_entry_get_subject_id (entry), record_id) == 0
         && g_strcmp0 (lanyard_entry_get_subject_type (entry), subject->type) == 0;
}

/* lanyard_recovery_time_to_settle:
 * @self: a recovery
 * @doubtful: (element-type LanyardEntry): what is not known
 * @subject: what kind of record
 * @record_id: which of them
 *
 * Returns: how long, in milliseconds, the server may still be at any of @doubtful that are of that record */
guint
lanyard_recovery_time_to_settle (LanyardRecovery      *self,
                                 GPtrArray            *doubtful,
                                 const LanyardSubject *subject,
                                 const char           *record_id)
{
  guint longest = 0;

  for (guint i = 0; i < doubtful->len; i++)
    if (is_of (doubtful->pdata[i], subject, record_id))
      longest = MAX (longest, time_to_settle (self, doubtful->pdata[i]));
  return longest;
}

static void
close_as (LanyardRecovery    *self,
          LanyardEntry       *entry,
          LanyardOutcome      outcome,
          int                 error_code,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  lanyard_journal_close_async (self->journal, entry, outcome, error_code, NULL, lanyard_entry_get_request_id (entry),
                               NULL, callback, user_data);
}

static void
on_settled (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardRecovery) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    g_signal_emit (self, signals[JOURNAL_FAILED], 0, error);
}

/* lanyard_recovery_settle:
 * @self: a recovery
 * @doubtful: (element-type LanyardEntry): what is not known
 * @subject: what kind of record
 * @seen: one of them, as it was just read
 *
 * Closes those of @doubtful whose outcome shows in @seen, before that is changed again. */
void
lanyard_recovery_settle (LanyardRecovery      *self,
                         GPtrArray            *doubtful,
                         const LanyardSubject *subject,
                         SeamRecord           *seen)
{
  for (guint i = 0; i < doubtful->len; i++)
    if (is_of (doubtful->pdata[i], subject, seam_record_get_id (seen)))
      close_as (self, doubtful->pdata[i], judge (self, doubtful->pdata[i], seen), get_reason (doubtful->pdata[i]),
                on_settled, g_object_ref (self));
}

/* Takes @task. */
static void
end_check (GTask  *task,
           GError *error)
{
  Check *check = g_task_get_task_data (task);

  lanyard_claims_release (check->recovery->claims, lanyard_entry_get_operation (check->entry),
                          lanyard_entry_get_subject_id (check->entry));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error);
  end_check (user_data, error);
}

static gboolean
on_waited (gpointer user_data)
{
  read_record (g_object_ref (user_data));
  return G_SOURCE_REMOVE;
}

/* Takes @task. */
static void
take_seen (GTask      *task,
           SeamRecord *seen)
{
  Check *check = g_task_get_task_data (task);
  LanyardRecovery *self = check->recovery;
  LanyardOutcome outcome = judge (self, check->entry, seen);
  guint wait = check->waited || outcome == LANYARD_OUTCOME_DONE ? 0 : time_to_settle (self, check->entry);

  check->kind->subject->take (lanyard_directory_get_holdings (self->directory), seen);
  lanyard_claims_mark (self->claims, lanyard_entry_get_operation (check->entry),
                       lanyard_entry_get_subject_id (check->entry));
  check->waited = TRUE;
  if (wait == 0)
    close_as (self, check->entry, outcome, -1, on_closed, task);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, wait, on_waited, task, g_object_unref);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SeamRecord) seen = check->kind->subject->read_finish (SEAM_CLIENT (source), result, &error);

  if (seen != NULL)
    take_seen (task, seen);
  else if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND))
    {
      g_error_free (error);
      close_as (check->recovery, check->entry, LANYARD_OUTCOME_UNKNOWN, SEAM_ERROR_NOT_FOUND, on_closed, task);
    }
  else
    end_check (task, error);
}

/* Takes @task. */
static void
read_record (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  check->kind->subject->read_async (lanyard_directory_get_client (check->recovery->directory),
                                    lanyard_entry_get_subject_id (check->entry), g_task_get_cancellable (task),
                                    on_read, task);
}

static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  /* Of what was not sent, there is nothing to ask. */
  if (doubtful != NULL && g_ptr_array_find (doubtful, check->entry, NULL) && !lanyard_entry_get_is_sent (check->entry))
    close_as (check->recovery, check->entry, LANYARD_OUTCOME_REFUSED, get_reason (check->entry), on_closed, task);
  else if (doubtful != NULL && g_ptr_array_find (doubtful, check->entry, NULL))
    read_record (task);
  else if (doubtful != NULL)
    end_check (task, g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_SUPERSEDED,
                                          "The record was changed since"));
  else
    end_check (task, error);
}

/* lanyard_recovery_check:
 * @self: a recovery
 * @entry: an unknown or pending entry
 * @task: (transfer full): returns whether @entry has its outcome now, and is of no other data
 *
 * Finds out what became of @entry, and closes it with that. */
void
lanyard_recovery_check (LanyardRecovery *self,
                        LanyardEntry    *entry,
                        GTask           *task)
{
  LanyardOperation operation = lanyard_entry_get_operation (entry);
  Check *check = g_new0 (Check, 1);

  check->recovery = g_object_ref (self);
  check->entry = g_object_ref (entry);
  check->kind = lanyard_change_kind_get (operation);
  g_task_set_task_data (task, check, check_free);
  if (!lanyard_claims_is_free (self->claims, operation, lanyard_entry_get_subject_id (entry)))
    {
      g_task_return_new_error (task, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY,
                               "An operation on this record is on its way");
      g_object_unref (task);
      return;
    }
  lanyard_claims_take (self->claims, operation, lanyard_entry_get_subject_id (entry));
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self->directory),
                                   g_task_get_cancellable (task), on_doubtful_listed, task);
}

static gboolean
has_left (Rest  *rest,
          gint64 batch)
{
  for (guint i = 0; i < rest->left->len; i++)
    if (g_array_index (rest->left, gint64, i) == batch)
      return TRUE;
  return FALSE;
}

/* Batches are told of last: of what was sent, it is known by then what came of it, or that the server can't be asked.
 * Of one that is left, that is all there is to tell. */
static void
count_checked (Rest *rest)
{
  if (--rest->n_checks > 0)
    return;
  for (guint i = 0; i < rest->left->len; i++)
    g_signal_emit (rest->recovery, signals[BATCH_LEFT], 0, g_array_index (rest->left, gint64, i));
  for (guint i = 0; i < rest->settled->len; i++)
    if (!has_left (rest, lanyard_entry_get_batch (rest->settled->pdata[i])))
      g_signal_emit (rest->recovery, signals[RECOVERED], 0, rest->settled->pdata[i]);
  g_array_unref (rest->left);
  g_ptr_array_unref (rest->settled);
  g_object_unref (rest->recovery);
  g_free (rest);
}

/* What this run goes on with is no longer left. */
static void
add_left (Rest         *rest,
          LanyardEntry *entry)
{
  gint64 batch = lanyard_entry_get_batch (entry);

  if (lanyard_claims_is_free (rest->recovery->claims, lanyard_entry_get_operation (entry),
                              lanyard_entry_get_subject_id (entry))
      && !has_left (rest, batch))
    g_array_append_val (rest->left, batch);
}

/* Of a batch, what was sent and came to nothing, as the program ended, is still to be done. */
static void
note_settled (Rest         *rest,
              LanyardEntry *entry)
{
  if (lanyard_entry_get_batch (entry) == 0)
    g_signal_emit (rest->recovery, signals[RECOVERED], 0, entry);
  else if (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED)
    add_left (rest, entry);
  else
    g_ptr_array_add (rest->settled, g_object_ref (entry));
}

typedef struct
{
  Rest         *rest;
  LanyardEntry *entry;
} Part;

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Part *part = user_data;
  g_autoptr (LanyardEntry) entry = part->entry;

  /* What is still not known shows in the activity, and is checked again the next time. */
  if (g_task_propagate_boolean (G_TASK (result), NULL)
      && lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_UNKNOWN)
    note_settled (part->rest, entry);
  count_checked (part->rest);
}

static void
check_entry (Rest         *rest,
             LanyardEntry *entry)
{
  Part *part = g_new0 (Part, 1);
  GTask *task = g_task_new (rest->recovery, NULL, on_checked, part);

  part->rest = rest;
  part->entry = g_object_ref (entry);
  rest->n_checks++;
  g_task_set_source_tag (task, check_entry);
  lanyard_recovery_check (rest->recovery, entry, task);
}

/* Of a batch, what was not sent is still to be done, unless somebody says otherwise. */
static gboolean
is_left (LanyardEntry *entry)
{
  return lanyard_entry_get_batch (entry) != 0 && !lanyard_entry_get_is_sent (entry)
         && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_PENDING;
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardRecovery) self = user_data;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, NULL);
  Rest *rest = g_new0 (Rest, 1);

  rest->recovery = g_object_ref (self);
  rest->left = g_array_new (FALSE, FALSE, sizeof (gint64));
  rest->settled = g_ptr_array_new_with_free_func (g_object_unref);
  rest->n_checks = 1;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (is_left (entries->pdata[i]))
      add_left (rest, entries->pdata[i]);
    else
      check_entry (rest, entries->pdata[i]);
  count_checked (rest);
}

/* lanyard_recovery_recover:
 * @self: a recovery
 *
 * Checks what an earlier run has left open, and tells of batches that it has not come to the end of. */
void
lanyard_recovery_recover (LanyardRecovery *self)
{
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self->directory), NULL, on_listed,
                                   g_object_ref (self));
}
