/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be done to a credential: assigned, unassigned, moved; taken back; tried again. */
#include "lanyard-operation.h"

/**
 * lanyard_directory_assign_async:
 * @self: a directory
 * @credential: what to assign
 * @user: whom to
 * @taken_from: (nullable): who the person was told has it now; %NULL: nobody
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Assigns @credential to @user, after taking it from @taken_from.
 */
void
lanyard_directory_assign_async (LanyardDirectory   *self,
                                SeamCredential     *credential,
                                SeamUser           *user,
                                SeamUser           *taken_from,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_assign_async);
  g_task_set_check_cancellable (task, FALSE);
  lanyard_operation_begin (task, credential, user,
                           taken_from != NULL ? seam_record_get_id (SEAM_RECORD (taken_from)) : NULL, 0);
}

/**
 * lanyard_directory_assign_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the closed entry, whatever its outcome; %NULL when nothing was begun, with a
 *   %LANYARD_DIRECTORY_ERROR or why the credential could not be read
 */
LanyardEntry *
lanyard_directory_assign_finish (LanyardDirectory *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_directory_unassign_async:
 * @self: a directory
 * @credential: what to take from who has it
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 */
void
lanyard_directory_unassign_async (LanyardDirectory   *self,
                                  SeamCredential     *credential,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_unassign_async);
  g_task_set_check_cancellable (task, FALSE);
  lanyard_operation_begin (task, credential, NULL, lanyard_holdings_get_holder_id (self->holdings, credential), 0);
}

/**
 * lanyard_directory_unassign_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): as lanyard_directory_assign_finish()
 */
LanyardEntry *
lanyard_directory_unassign_finish (LanyardDirectory *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Begins an operation that an entry speaks of by ids. Takes @task. */
static void
begin_by_ids (GTask        *task,
              LanyardEntry *entry,
              const char   *to_id,
              const char   *expected_id,
              gint64        undo_of)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  SeamCredential *credential = lanyard_store_lookup (self->credentials, lanyard_entry_get_credential_id (entry));
  SeamUser *to = lanyard_store_lookup (self->users, to_id);

  if (credential != NULL && (to != NULL || to_id == NULL))
    {
      lanyard_operation_begin (task, credential, to, expected_id, undo_of);
      return;
    }
  if (undo_of != 0)
    lanyard_directory_remove_undoable (self, undo_of);
  g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_GONE,
                           "The user or the credential no longer exists");
  g_object_unref (task);
}

/* Whether there is something to take back, as far as the entry itself says. */
static gboolean
has_effect (LanyardEntry *entry)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (entry);

  return (outcome == LANYARD_OUTCOME_DONE || outcome == LANYARD_OUTCOME_HALF_DONE)
         && lanyard_entry_get_undone_by (entry) == 0;
}

/**
 * lanyard_directory_can_undo:
 * @self: a directory
 * @entry: an entry
 *
 * Returns: whether what @entry did is in force, as far as is known; the server is asked when it is undone
 */
gboolean
lanyard_directory_can_undo (LanyardDirectory *self,
                            LanyardEntry     *entry)
{
  SeamCredential *credential = lanyard_store_lookup (self->credentials, lanyard_entry_get_credential_id (entry));
  const char *from_id = lanyard_entry_get_from_id (entry);
  gboolean half = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE;

  return has_effect (entry) && credential != NULL
         && g_strcmp0 (lanyard_holdings_get_holder_id (self->holdings, credential),
                       half ? NULL : lanyard_entry_get_to_id (entry)) == 0
         && (from_id == NULL || lanyard_store_lookup (self->users, from_id) != NULL);
}

/**
 * lanyard_directory_undo_async:
 * @self: a directory
 * @entry: what to take back
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Takes back what @entry did, if it is still in force: an operation of its own.
 */
void
lanyard_directory_undo_async (LanyardDirectory   *self,
                              LanyardEntry       *entry,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean half = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE;

  g_task_set_source_tag (task, lanyard_directory_undo_async);
  g_task_set_check_cancellable (task, FALSE);
  if (has_effect (entry))
    {
      begin_by_ids (task, entry, lanyard_entry_get_from_id (entry), half ? NULL : lanyard_entry_get_to_id (entry),
                    lanyard_entry_get_id (entry));
      return;
    }
  g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_NOT_UNDOABLE,
                           "There is nothing to take back");
  g_object_unref (task);
}

/**
 * lanyard_directory_undo_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): as lanyard_directory_assign_finish()
 */
LanyardEntry *
lanyard_directory_undo_finish (LanyardDirectory *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_directory_retry_async:
 * @self: a directory
 * @entry: what was refused or half done
 * @cancellable: (nullable): stops it as long as nothing was sent
 * @callback: (nullable): called with the outcome
 * @user_data: for @callback
 *
 * Tries @entry again, as a new operation, from where it stopped.
 */
void
lanyard_directory_retry_async (LanyardDirectory   *self,
                               LanyardEntry       *entry,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean half = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE;

  g_task_set_source_tag (task, lanyard_directory_retry_async);
  g_task_set_check_cancellable (task, FALSE);
  begin_by_ids (task, entry, lanyard_entry_get_to_id (entry), half ? NULL : lanyard_entry_get_from_id (entry),
                lanyard_entry_get_undo_of (entry));
}

/**
 * lanyard_directory_retry_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): as lanyard_directory_assign_finish()
 */
LanyardEntry *
lanyard_directory_retry_finish (LanyardDirectory *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
