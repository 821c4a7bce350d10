/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of change that say who has a credential: assign, unassign, and move, which is both. */
#include "lanyard-change-holder.h"

#include "lanyard-change-kind.h"
#include "lanyard-changes-error.h"

/* Who has a credential is one thing: no two of them run beside each other. */
#define ALL_OF_HOLDER \
  (LANYARD_CHANGE_BIT (LANYARD_OPERATION_ASSIGN) | LANYARD_CHANGE_BIT (LANYARD_OPERATION_UNASSIGN) \
   | LANYARD_CHANGE_BIT (LANYARD_OPERATION_MOVE))

static void
give_async (SeamClient         *client,
            LanyardChange      *change,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  seam_client_assign_credential_async (client, lanyard_change_get_record_id (change), lanyard_change_get_after (change),
                                       NULL, callback, user_data);
}

static gboolean
give_finish (SeamClient   *client,
             GAsyncResult *result,
             SeamRecord  **seen,
             GError      **error)
{
  SeamCredential *credential = NULL;
  gboolean done = seam_client_assign_credential_finish (client, result, &credential, error);

  *seen = (SeamRecord *) credential;
  return done;
}

/* Where it names no user, somebody has it through their identity. */
static void
take_async (SeamClient         *client,
            LanyardChange      *change,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  SeamCredential *credential = SEAM_CREDENTIAL (lanyard_change_get_record (change));

  if (seam_credential_get_user_id (credential) == NULL)
    seam_client_unassign_identity_async (client, lanyard_change_get_record_id (change),
                                         seam_credential_get_identity_id (credential), NULL, callback, user_data);
  else
    seam_client_unassign_credential_async (client, lanyard_change_get_record_id (change),
                                           lanyard_change_get_before (change), NULL, callback, user_data);
}

static gboolean
take_finish (SeamClient   *client,
             GAsyncResult *result,
             SeamRecord  **seen,
             GError      **error)
{
  SeamCredential *credential = NULL;
  gboolean done = seam_client_unassign_credential_finish (client, result, &credential, error);

  *seen = (SeamRecord *) credential;
  return done;
}

static const LanyardChangeStep give = { give_async, give_finish };
static const LanyardChangeStep take = { take_async, take_finish };

/* Who holds an object that was taken off the list sees what is no longer so. */
static GError *
object (LanyardChange    *change,
        LanyardDirectory *directory)
{
  SeamRecord *credential = lanyard_change_get_record (change);
  SeamRecord *user = lanyard_change_get_target (change);

  if (lanyard_store_lookup (lanyard_directory_get_credentials (directory), seam_record_get_id (credential))
        != credential
      || (user != NULL
          && lanyard_store_lookup (lanyard_directory_get_users (directory), seam_record_get_id (user)) != user))
    return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE,
                                "The user or the credential is no longer listed");
  if (user != NULL && g_strcmp0 (lanyard_record_get_system_id (user), lanyard_record_get_system_id (credential)) != 0)
    return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_OTHER_SYSTEM,
                                "The credential and the user are of different access systems");
  return NULL;
}

/* The credential is read first each time, so that a stale window never takes it from a third person. */
static GError *
object_to (LanyardChange *change,
           const char    *value)
{
  gboolean is_undo = lanyard_change_get_undo_of (change) != 0;

  if (!is_undo && g_strcmp0 (value, lanyard_change_get_after (change)) == 0)
    return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_ALREADY,
                                "The credential is already as asked");
  if (g_strcmp0 (value, lanyard_change_get_before (change)) != 0)
    return g_error_new_literal (LANYARD_CHANGES_ERROR, is_undo ? LANYARD_CHANGES_ERROR_NOT_UNDOABLE
                                                               : LANYARD_CHANGES_ERROR_HOLDER_CHANGED,
                                "Meanwhile the credential has changed hands");
  return NULL;
}

static gboolean
is_refusal (const GError *error)
{
  return !g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNKNOWN_OUTCOME);
}

static LanyardOutcome
judge (LanyardEntry *entry,
       const char   *value)
{
  if (g_strcmp0 (value, lanyard_entry_get_to_id (entry)) == 0)
    return LANYARD_OUTCOME_DONE;
  if (g_strcmp0 (value, lanyard_entry_get_from_id (entry)) == 0)
    return LANYARD_OUTCOME_REFUSED;
  /* When somebody else has it, that may have come after either. */
  return LANYARD_OUTCOME_UNKNOWN;
}

static LanyardOutcome
judge_move (LanyardEntry *entry,
            const char   *value)
{
  return value == NULL ? LANYARD_OUTCOME_HALF_DONE : judge (entry, value);
}

const LanyardChangeKind lanyard_change_assign = {
  .subject = &lanyard_credential_subject,
  .steps = { &give },
  .object = object,
  .object_to = object_to,
  .is_refusal = is_refusal,
  .judge = judge,
  .undone_by = LANYARD_OPERATION_UNASSIGN,
  .half_undone_by = LANYARD_OPERATION_UNASSIGN,
  .half_retried_by = LANYARD_OPERATION_ASSIGN,
  .excludes = ALL_OF_HOLDER,
};

const LanyardChangeKind lanyard_change_unassign = {
  .subject = &lanyard_credential_subject,
  .steps = { &take },
  .object = object,
  .object_to = object_to,
  .is_refusal = is_refusal,
  .judge = judge,
  .undone_by = LANYARD_OPERATION_ASSIGN,
  .half_undone_by = LANYARD_OPERATION_ASSIGN,
  .half_retried_by = LANYARD_OPERATION_UNASSIGN,
  .excludes = ALL_OF_HOLDER,
};

/* Half done, it was taken from the one and not given to the other. */
const LanyardChangeKind lanyard_change_move = {
  .subject = &lanyard_credential_subject,
  .steps = { &take, &give },
  .object = object,
  .object_to = object_to,
  .is_refusal = is_refusal,
  .judge = judge_move,
  .undone_by = LANYARD_OPERATION_MOVE,
  .half_undone_by = LANYARD_OPERATION_ASSIGN,
  .half_retried_by = LANYARD_OPERATION_ASSIGN,
  .excludes = ALL_OF_HOLDER,
};

/**
 * lanyard_change_new_assign:
 * @credential: what to assign
 * @user: whom to
 * @taken_from: (nullable): who the person was told has it now; %NULL: nobody
 *
 * It is read again just before it is sent; when somebody else than @taken_from has it by then, nothing is sent.
 *
 * Returns: (transfer full): that @credential is taken from @taken_from and given to @user
 */
LanyardChange *
lanyard_change_new_assign (SeamCredential *credential,
                           SeamUser       *user,
                           SeamUser       *taken_from)
{
  if (taken_from == NULL)
    return lanyard_change_new (LANYARD_OPERATION_ASSIGN, SEAM_RECORD (credential), NULL, SEAM_RECORD (user), 0);
  return lanyard_change_new (LANYARD_OPERATION_MOVE, SEAM_RECORD (credential),
                             seam_record_get_id (SEAM_RECORD (taken_from)), SEAM_RECORD (user), 0);
}

/**
 * lanyard_change_new_unassign:
 * @directory: where it is known who has it
 * @credential: what to take from who has it
 *
 * Returns: (transfer full): that nobody has @credential
 */
LanyardChange *
lanyard_change_new_unassign (LanyardDirectory *directory,
                             SeamCredential   *credential)
{
  const char *holder_id = lanyard_holdings_get_holder_id (lanyard_directory_get_holdings (directory), credential);

  return lanyard_change_new (LANYARD_OPERATION_UNASSIGN, SEAM_RECORD (credential), holder_id, NULL, 0);
}
