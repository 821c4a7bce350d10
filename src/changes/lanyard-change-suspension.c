/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of change that say whether a user is suspended: suspend, and restore, which takes it back. */
#include "lanyard-change-suspension.h"

#include "lanyard-change-kind.h"
#include "lanyard-changes-error.h"
#include "lanyard-user-subject.h"

#define BOTH (LANYARD_CHANGE_BIT (LANYARD_OPERATION_SUSPEND) | LANYARD_CHANGE_BIT (LANYARD_OPERATION_RESTORE))

static void
suspend_async (SeamClient         *client,
               LanyardChange      *change,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  seam_client_suspend_user_async (client, lanyard_change_get_record_id (change), NULL, callback, user_data);
}

static gboolean
suspend_finish (SeamClient   *client,
                GAsyncResult *result,
                SeamRecord  **seen,
                GError      **error)
{
  SeamUser *user = NULL;
  gboolean done = seam_client_suspend_user_finish (client, result, &user, error);

  *seen = (SeamRecord *) user;
  return done;
}

static void
restore_async (SeamClient         *client,
               LanyardChange      *change,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  seam_client_unsuspend_user_async (client, lanyard_change_get_record_id (change), NULL, callback, user_data);
}

static gboolean
restore_finish (SeamClient   *client,
                GAsyncResult *result,
                SeamRecord  **seen,
                GError      **error)
{
  SeamUser *user = NULL;
  gboolean done = seam_client_unsuspend_user_finish (client, result, &user, error);

  *seen = (SeamRecord *) user;
  return done;
}

static const LanyardChangeStep suspend = { suspend_async, suspend_finish };
static const LanyardChangeStep restore = { restore_async, restore_finish };

/* Who holds an object that was taken off the list sees what is no longer so. */
static GError *
object (LanyardChange    *change,
        LanyardDirectory *directory)
{
  SeamRecord *user = lanyard_change_get_record (change);

  if (lanyard_store_lookup (lanyard_directory_get_users (directory), seam_record_get_id (user)) == user)
    return NULL;
  return g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE, "The user is no longer listed");
}

static GError *
object_to (LanyardChange *change,
           const char    *value)
{
  if (!g_str_equal (value, lanyard_change_get_after (change)))
    return NULL;
  return g_error_new_literal (LANYARD_CHANGES_ERROR,
                              lanyard_change_get_undo_of (change) != 0 ? LANYARD_CHANGES_ERROR_NOT_UNDOABLE
                                                                       : LANYARD_CHANGES_ERROR_ALREADY,
                              "The user is already as asked");
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
  return g_str_equal (value, lanyard_user_subject.get_after (entry)) ? LANYARD_OUTCOME_DONE : LANYARD_OUTCOME_REFUSED;
}

const LanyardChangeKind lanyard_change_suspend = {
  .subject = &lanyard_user_subject,
  .steps = { &suspend },
  .object = object,
  .object_to = object_to,
  .is_refusal = is_refusal,
  .judge = judge,
  .undone_by = LANYARD_OPERATION_RESTORE,
  .half_undone_by = LANYARD_OPERATION_RESTORE,
  .half_retried_by = LANYARD_OPERATION_SUSPEND,
  .excludes = BOTH,
};

const LanyardChangeKind lanyard_change_restore = {
  .subject = &lanyard_user_subject,
  .steps = { &restore },
  .object = object,
  .object_to = object_to,
  .is_refusal = is_refusal,
  .judge = judge,
  .undone_by = LANYARD_OPERATION_SUSPEND,
  .half_undone_by = LANYARD_OPERATION_SUSPEND,
  .half_retried_by = LANYARD_OPERATION_RESTORE,
  .excludes = BOTH,
};

/**
 * lanyard_change_new_suspend:
 * @user: whom
 *
 * Returns: (transfer full): that @user is suspended: what they have opens nothing until they are restored
 */
LanyardChange *
lanyard_change_new_suspend (SeamUser *user)
{
  return lanyard_change_new_to_value (LANYARD_OPERATION_SUSPEND, SEAM_RECORD (user), LANYARD_USER_ACTIVE,
                                      LANYARD_USER_SUSPENDED, 0);
}

/**
 * lanyard_change_new_restore:
 * @user: whom
 *
 * Returns: (transfer full): that @user is no longer suspended
 */
LanyardChange *
lanyard_change_new_restore (SeamUser *user)
{
  return lanyard_change_new_to_value (LANYARD_OPERATION_RESTORE, SEAM_RECORD (user), LANYARD_USER_SUSPENDED,
                                      LANYARD_USER_ACTIVE, 0);
}
