/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation from its beginning to its outcome: journalled, looked at, sent, told. */
#include "lanyard-operation.h"

#include "lanyard-holder.h"

typedef struct
{
  SeamCredential *credential;
  SeamUser       *to;          /* NULL: nobody is to have it */
  char           *expected_id; /* who has it, as far as the person was told; NULL: nobody */
  gint64          undo_of;
  int             mismatch;    /* the LanyardDirectoryError when somebody else has it */
  GPtrArray      *doubtful;    /* entries of this workspace whose outcome is not known */
  LanyardEntry   *entry;
  LanyardOutcome  outcome;
  GError         *refusal;
  gboolean        unassigned;  /* of a move: the first step is done */
} Operation;

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  g_object_unref (operation->credential);
  g_clear_object (&operation->to);
  g_clear_pointer (&operation->doubtful, g_ptr_array_unref);
  g_clear_object (&operation->entry);
  g_clear_error (&operation->refusal);
  g_free (operation->expected_id);
  g_free (operation);
}

/* Nothing was begun that is on record. */
static void
give_up (GTask  *task,
         GError *error)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);

  lanyard_directory_remove_under_way (self, operation->entry);
  seam_credential_set_busy (operation->credential, FALSE);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
give_up_without_journal (GTask        *task,
                         const GError *error)
{
  lanyard_directory_journal_failed (g_task_get_source_object (task), error);
  give_up (task, g_error_new (LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_JOURNAL,
                              "Nothing was sent, since it could not be written down first: %s", error->message));
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  /* What can't be written now is written before the next operation, or found out at the next start. */
  if (!lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    lanyard_directory_journal_failed (self, error);
  seam_credential_set_busy (operation->credential, FALSE);
  if (operation->outcome == LANYARD_OUTCOME_DONE && operation->undo_of == 0)
    lanyard_directory_add_undoable (self, operation->entry);
  else if (operation->outcome == LANYARD_OUTCOME_DONE)
    lanyard_directory_remove_undoable (self, operation->undo_of);
  lanyard_directory_entry_closed (self, operation->entry);
  g_task_return_pointer (task, g_object_ref (operation->entry), g_object_unref);
  g_object_unref (task);
}

/* The server's words, or a library's of what went wrong on the way; what was not sent has reasons that can be told in
 * words of ours. */
static char *
make_message (Operation *operation)
{
  const GError *refusal = operation->refusal;
  const char *text = refusal != NULL ? seam_error_get_server_text (refusal) : NULL;

  if (text == NULL && refusal != NULL && lanyard_entry_get_is_sent (operation->entry))
    text = refusal->message;
  return text != NULL ? seam_record_mask_text (SEAM_RECORD (operation->credential), text) : NULL;
}

static int
get_code (const GError *refusal)
{
  if (refusal != NULL && refusal->domain == SEAM_ERROR)
    return refusal->code;
  return refusal != NULL && refusal->domain == LANYARD_DIRECTORY_ERROR ? LANYARD_ENTRY_OWN_REASONS + refusal->code : -1;
}

static void
close_entry (GTask *task)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  const GError *refusal = operation->refusal;
  g_autofree char *message = make_message (operation);

  lanyard_directory_remove_under_way (self, operation->entry);
  lanyard_journal_close_async (self->journal, operation->entry, operation->outcome, get_code (refusal), message,
                               refusal != NULL ? seam_error_get_request_id (refusal) : NULL, NULL, on_closed, task);
}

/* It is on record, and was not sent. Takes @error. */
static void
refuse (GTask  *task,
        GError *error)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);

  /* What can't be taken back any more is not in the way of what was done before it. */
  if (g_error_matches (error, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_NOT_UNDOABLE))
    lanyard_directory_remove_undoable (self, operation->undo_of);
  operation->outcome = LANYARD_OUTCOME_REFUSED;
  operation->refusal = error;
  close_entry (task);
}

/* What the server said of one of the two writes. */
static void
take_answer (GTask          *task,
             gboolean        done,
             SeamCredential *seen,
             GError         *error)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);

  lanyard_holdings_note_written (self->holdings, seam_record_get_id (SEAM_RECORD (operation->credential)));
  if (seen != NULL)
    lanyard_holdings_take_credential (self->holdings, seen, lanyard_holdings_get_now (self->holdings));
  if (done)
    operation->outcome = LANYARD_OUTCOME_DONE;
  else if (!g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNKNOWN_OUTCOME))
    operation->outcome = operation->unassigned ? LANYARD_OUTCOME_HALF_DONE : LANYARD_OUTCOME_REFUSED;
  else
    operation->outcome = LANYARD_OUTCOME_UNKNOWN;
  operation->refusal = error;
}

static void
on_assigned (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SeamCredential) seen = NULL;
  GError *error = NULL;
  gboolean done = seam_client_assign_credential_finish (SEAM_CLIENT (source), result, &seen, &error);

  take_answer (user_data, done, seen, error);
  close_entry (user_data);
}

static void
send_assign (GTask *task)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);

  /* No cancellable: what was sent is followed to its end. */
  seam_client_assign_credential_async (self->client, seam_record_get_id (SEAM_RECORD (operation->credential)),
                                       seam_record_get_id (SEAM_RECORD (operation->to)), NULL, on_assigned, task);
}

static void
on_unassigned (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Operation *operation = g_task_get_task_data (user_data);
  g_autoptr (SeamCredential) seen = NULL;
  GError *error = NULL;
  gboolean done = seam_client_unassign_credential_finish (SEAM_CLIENT (source), result, &seen, &error);

  take_answer (user_data, done, seen, error);
  operation->unassigned = done;
  if (done && operation->to != NULL)
    send_assign (user_data);
  else
    close_entry (user_data);
}

/* Only what is written as sent is sent. */
static void
on_marked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_send_finish (LANYARD_JOURNAL (source), result, &error))
    {
      lanyard_directory_journal_failed (self, error);
      refuse (task, g_error_new_literal (LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_JOURNAL, error->message));
    }
  else if (operation->expected_id != NULL && seam_credential_get_user_id (operation->credential) == NULL)
    seam_client_unassign_identity_async (self->client, seam_record_get_id (SEAM_RECORD (operation->credential)),
                                         seam_credential_get_identity_id (operation->credential), NULL, on_unassigned,
                                         task);
  else if (operation->expected_id != NULL)
    seam_client_unassign_credential_async (self->client, seam_record_get_id (SEAM_RECORD (operation->credential)),
                                           operation->expected_id, NULL, on_unassigned, task);
  else
    send_assign (task);
}

static const char *
label_of (LanyardStore *store,
          const char   *id)
{
  SeamRecord *record = lanyard_store_lookup (store, id);

  return record != NULL ? seam_record_get_display_name (record) : NULL;
}

static LanyardEntry *
make_entry (LanyardDirectory *self,
            Operation        *operation)
{
  LanyardOperation kind = operation->to == NULL            ? LANYARD_OPERATION_UNASSIGN
                          : operation->expected_id == NULL ? LANYARD_OPERATION_ASSIGN
                                                           : LANYARD_OPERATION_MOVE;
  const char *to_id = operation->to != NULL ? seam_record_get_id (SEAM_RECORD (operation->to)) : NULL;
  const char *from_id = operation->expected_id;
  g_autofree char *before = lanyard_holder_write (from_id, label_of (self->users, from_id));
  g_autofree char *after = lanyard_holder_write (to_id, label_of (self->users, to_id));

  return g_object_new (LANYARD_TYPE_ENTRY,
                       "begun-at", g_get_real_time (),
                       "operation", kind,
                       "workspace-id", lanyard_directory_get_workspace_id (self),
                       "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                       "subject-id", seam_record_get_id (SEAM_RECORD (operation->credential)),
                       "subject-name", seam_record_get_display_name (SEAM_RECORD (operation->credential)),
                       "system-id", seam_credential_get_system_id (operation->credential),
                       "before", before,
                       "after", after,
                       "operator", g_get_user_name (),
                       "undo-of", operation->undo_of,
                       NULL);
}

/* Why the credential as it is now on the server can't be acted upon, or NULL. */
static GError *
object_to (LanyardDirectory *self,
           Operation        *operation)
{
  const char *holder_id = lanyard_holdings_get_holder_id (self->holdings, operation->credential);
  const char *to_id = operation->to != NULL ? seam_record_get_id (SEAM_RECORD (operation->to)) : NULL;

  if (operation->undo_of == 0 && g_strcmp0 (holder_id, to_id) == 0)
    return g_error_new_literal (LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_ALREADY,
                                "The credential is already as asked");
  if (g_strcmp0 (holder_id, operation->expected_id) != 0)
    return g_error_new_literal (LANYARD_DIRECTORY_ERROR, operation->mismatch,
                                "Meanwhile the credential has changed hands");
  return NULL;
}

static void
on_read_before (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamCredential) seen = seam_client_get_credential_finish (SEAM_CLIENT (source), result, &error);

  if (seen == NULL && g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND))
    {
      g_autoptr (GPtrArray) gone = g_ptr_array_new ();

      g_ptr_array_add (gone, operation->credential);
      lanyard_holdings_remove_credentials (self->holdings, gone);
      g_clear_error (&error);
      g_set_error_literal (&error, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_GONE,
                           "The credential no longer exists");
    }
  else if (seen != NULL)
    {
      lanyard_directory_settle (self, operation->doubtful, seen);
      lanyard_holdings_take_credential (self->holdings, seen, lanyard_holdings_get_now (self->holdings));
      error = object_to (self, operation);
    }
  if (error != NULL)
    refuse (task, g_steal_pointer (&error));
  else
    lanyard_journal_send_async (self->journal, operation->entry, on_marked, task);
}

static gboolean
on_settled (gpointer user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);

  seam_client_get_credential_async (self->client, seam_record_get_id (SEAM_RECORD (operation->credential)),
                                    g_task_get_cancellable (task), on_read_before, task);
  return G_SOURCE_REMOVE;
}

/* Until the server can't be at what is not known of this credential any more, it is waited for: what comes late would
 * undo what is done now. */
static void
on_begun (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_begin_finish (LANYARD_JOURNAL (source), result, &error))
    {
      give_up_without_journal (task, error);
      return;
    }
  lanyard_directory_entry_begun (self, operation->entry);
  g_timeout_add (lanyard_directory_time_to_settle (self, operation->doubtful,
                                                   seam_record_get_id (SEAM_RECORD (operation->credential))),
                 on_settled, task);
}

/* What was not known of this credential can be told from how it is now, and never again once it is changed. */
static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  operation->doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  if (operation->doubtful == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    give_up (task, g_steal_pointer (&error));
  else if (operation->doubtful == NULL)
    give_up_without_journal (task, error);
  else
    lanyard_journal_begin_async (self->journal, operation->entry, NULL, on_begun, task);
}

/* Begins what ends with @to having @credential (NULL: nobody), if @expected_id has it now. The credential is read
 * first each time, so that a stale window never takes it from a third person. Takes @task. */
void
lanyard_operation_begin (GTask          *task,
                         SeamCredential *credential,
                         SeamUser       *to,
                         const char     *expected_id,
                         gint64          undo_of)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Operation *operation = g_new0 (Operation, 1);

  operation->credential = g_object_ref (credential);
  operation->to = to != NULL ? g_object_ref (to) : NULL;
  operation->expected_id = g_strdup (expected_id);
  operation->undo_of = undo_of;
  operation->mismatch = undo_of != 0 ? LANYARD_DIRECTORY_ERROR_NOT_UNDOABLE : LANYARD_DIRECTORY_ERROR_HOLDER_CHANGED;
  g_task_set_task_data (task, operation, operation_free);
  if (seam_credential_get_busy (credential)
      || lanyard_directory_is_checking (self, seam_record_get_id (SEAM_RECORD (credential))))
    {
      g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_BUSY,
                               "Another operation on this credential is on its way");
      g_object_unref (task);
      return;
    }
  /* Who holds an object that was taken off the list sees what is no longer so. */
  if (lanyard_store_lookup (self->credentials, seam_record_get_id (SEAM_RECORD (credential))) != credential
      || (to != NULL && lanyard_store_lookup (self->users, seam_record_get_id (SEAM_RECORD (to))) != to))
    {
      g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_GONE,
                               "The user or the credential is no longer listed");
      g_object_unref (task);
      return;
    }
  if (to != NULL && g_strcmp0 (seam_user_get_system_id (to), seam_credential_get_system_id (credential)) != 0)
    {
      g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_OTHER_SYSTEM,
                               "The credential and the user are of different access systems");
      g_object_unref (task);
      return;
    }
  operation->entry = make_entry (self, operation);
  lanyard_directory_add_under_way (self, operation->entry);
  seam_credential_set_busy (credential, TRUE);
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self),
                                   g_task_get_cancellable (task), on_doubtful_listed, task);
}
