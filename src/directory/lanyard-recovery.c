/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding out what became of an operation whose outcome isn't known; nothing here writes to the server. */
#include "lanyard-directory-private.h"

static LanyardOutcome
judge (LanyardEntry   *entry,
       SeamCredential *seen)
{
  const char *holder_id = seam_credential_get_user_id (seen);

  if (g_strcmp0 (holder_id, lanyard_entry_get_to_id (entry)) == 0)
    return LANYARD_OUTCOME_DONE;
  if (lanyard_entry_get_operation (entry) == LANYARD_OPERATION_MOVE && holder_id == NULL)
    return LANYARD_OUTCOME_HALF_DONE;
  return LANYARD_OUTCOME_REFUSED;
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  LanyardEntry *entry = g_task_get_task_data (task);
  LanyardOutcome outcome;
  GError *error = NULL;
  g_autoptr (SeamCredential) seen = seam_client_get_credential_finish (SEAM_CLIENT (source), result, &error);

  if (seen == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* First, since taking it over empties it. */
  outcome = judge (entry, seen);
  lanyard_directory_take_credential (self, seen);
  lanyard_journal_close_async (self->journal, entry, outcome, -1, NULL, NULL, NULL, on_closed,
                               g_steal_pointer (&task));
}

/**
 * lanyard_directory_check_async:
 * @self: a directory
 * @entry: an unknown or pending entry
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when @entry is closed, or the server could not be asked
 * @user_data: for @callback
 *
 * Finds out what became of @entry, and closes it with that.
 */
void
lanyard_directory_check_async (LanyardDirectory   *self,
                               LanyardEntry       *entry,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_check_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  seam_client_get_credential_async (self->client, lanyard_entry_get_credential_id (entry), cancellable, on_read, task);
}

/**
 * lanyard_directory_check_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location for what the client or the journal said
 *
 * Returns: whether the entry has its outcome now
 */
gboolean
lanyard_directory_check_finish (LanyardDirectory *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardEntry) entry = user_data;

  if (lanyard_directory_check_finish (LANYARD_DIRECTORY (source), result, NULL))
    lanyard_directory_entry_recovered (LANYARD_DIRECTORY (source), entry);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_open_finish (LANYARD_JOURNAL (source), result, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (lanyard_entry_get_begun_at (entries->pdata[i]) < self->opened_at)
      lanyard_directory_check_async (self, entries->pdata[i], NULL, on_checked, g_object_ref (entries->pdata[i]));
}

/* Checks what was left open by an earlier run. */
void
lanyard_directory_recover (LanyardDirectory *self)
{
  lanyard_journal_list_open_async (self->journal, seam_record_get_id (SEAM_RECORD (self->workspace)), NULL, on_listed,
                                   g_object_ref (self));
}
