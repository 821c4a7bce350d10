/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of a credential that it is lost, or found. Seam has no such mark, so nothing is sent; the activity tells of it as
 * of what is done there. */
#include "lanyard-marking.h"

#include "lanyard-holder.h"

/* Who has it is in it, so that it shows in their history too. */
static LanyardEntry *
make_entry (LanyardDirectory *directory,
            SeamCredential   *credential,
            LanyardMark      *mark)
{
  SeamUser *holder = seam_credential_get_holder (credential);
  g_autofree char *who =
    lanyard_holder_write (lanyard_holdings_get_holder_id (lanyard_directory_get_holdings (directory), credential),
                          holder != NULL ? seam_record_get_display_name (SEAM_RECORD (holder)) : NULL);

  return g_object_new (LANYARD_TYPE_ENTRY,
                       "begun-at", g_get_real_time (),
                       "operation", mark->found_at != 0 ? LANYARD_OPERATION_FIND : LANYARD_OPERATION_LOSE,
                       "workspace-id", lanyard_directory_get_workspace_id (directory),
                       "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                       "subject-id", seam_record_get_id (SEAM_RECORD (credential)),
                       "subject-name", seam_record_get_display_name (SEAM_RECORD (credential)),
                       "system-id", seam_credential_get_system_id (credential),
                       "before", who,
                       "after", who,
                       "operator", g_get_user_name (),
                       NULL);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!lanyard_marks_write_finish (LANYARD_MARKS (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  lanyard_runner_tell_closed (lanyard_changes_get_runner (g_task_get_source_object (task)), g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * lanyard_marking_write_async:
 * @changes: what is done to the workspace
 * @credential: what was lost, or found
 * @mark: what is to be said of it
 * @callback: (nullable): called when that is on disk, or can't be
 * @user_data: for @callback
 *
 * Writes it down, with a line of the activity.
 */
void
lanyard_marking_write_async (LanyardChanges     *changes,
                             SeamCredential     *credential,
                             LanyardMark        *mark,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (changes, NULL, callback, user_data);
  LanyardEntry *entry = make_entry (lanyard_changes_get_directory (changes), credential, mark);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_task_set_source_tag (task, lanyard_marking_write_async);
  g_task_set_task_data (task, entry, g_object_unref);
  g_ptr_array_add (marks, mark);
  g_ptr_array_add (entries, entry);
  lanyard_marks_write_async (lanyard_changes_get_marks (changes), marks, entries, on_written, task);
}

/**
 * lanyard_marking_write_finish:
 * @changes: what is done to the workspace
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether it is on disk
 */
gboolean
lanyard_marking_write_finish (LanyardChanges *changes,
                              GAsyncResult   *result,
                              GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
