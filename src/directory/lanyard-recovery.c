/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding out what became of an operation whose outcome isn't known; nothing here writes to the server. */
#include "lanyard-directory-private.h"

/* A server that has not acted on a request within this many milliseconds after the connection was lost never does. */
#define MAX_SETTLING 10000

typedef struct
{
  LanyardEntry *entry;
  char         *credential_id;
  gboolean      waited;
} Check;

static void read_credential (GTask *task);

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->entry);
  g_free (check->credential_id);
  g_free (check);
}

static LanyardOutcome
judge (LanyardDirectory *self,
       LanyardEntry     *entry,
       SeamCredential   *seen)
{
  const char *holder_id = lanyard_holdings_get_holder_id (self->holdings, seen);

  if (!lanyard_entry_get_is_sent (entry))
    return LANYARD_OUTCOME_REFUSED;
  if (g_strcmp0 (holder_id, lanyard_entry_get_to_id (entry)) == 0)
    return LANYARD_OUTCOME_DONE;
  if (g_strcmp0 (holder_id, lanyard_entry_get_from_id (entry)) == 0)
    return LANYARD_OUTCOME_REFUSED;
  /* When somebody else has it, that may have come after either. */
  return holder_id == NULL ? LANYARD_OUTCOME_HALF_DONE : LANYARD_OUTCOME_UNKNOWN;
}

static int
get_reason (LanyardEntry *entry)
{
  return lanyard_entry_get_is_sent (entry) ? -1 : LANYARD_ENTRY_OWN_REASONS + LANYARD_DIRECTORY_ERROR_NOT_SENT;
}

/* How long, in milliseconds, the server may still be at what was sent. */
static guint
time_to_settle (LanyardDirectory *self,
                LanyardEntry     *entry)
{
  guint span = MIN (seam_client_get_timeout (self->client), MAX_SETTLING);
  gint64 ended_at = MAX (lanyard_entry_get_closed_at (entry), self->opened_at);
  gint64 age = (g_get_real_time () - ended_at) / 1000;

  if (!lanyard_entry_get_is_sent (entry))
    return 0;
  /* A clock that was put back counts as no time passed. */
  return age < 0 ? span : span - (guint) MIN (age, (gint64) span);
}

/* The same for all of @doubtful that are of one credential. */
guint
lanyard_directory_time_to_settle (LanyardDirectory *self,
                                  GPtrArray        *doubtful,
                                  const char       *credential_id)
{
  guint longest = 0;

  for (guint i = 0; i < doubtful->len; i++)
    if (g_strcmp0 (lanyard_entry_get_credential_id (doubtful->pdata[i]), credential_id) == 0)
      longest = MAX (longest, time_to_settle (self, doubtful->pdata[i]));
  return longest;
}

static void
close_as (LanyardDirectory   *self,
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
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, &error))
    lanyard_directory_journal_failed (self, error);
}

/* Closes those of @doubtful whose outcome shows in @seen, before the credential is changed again. */
void
lanyard_directory_settle (LanyardDirectory *self,
                          GPtrArray        *doubtful,
                          SeamCredential   *seen)
{
  for (guint i = 0; i < doubtful->len; i++)
    if (g_strcmp0 (lanyard_entry_get_credential_id (doubtful->pdata[i]), seam_record_get_id (SEAM_RECORD (seen))) == 0)
      close_as (self, doubtful->pdata[i], judge (self, doubtful->pdata[i], seen), get_reason (doubtful->pdata[i]),
                on_settled, g_object_ref (self));
}

gboolean
lanyard_directory_is_checking (LanyardDirectory *self,
                               const char       *credential_id)
{
  return g_hash_table_contains (self->checking, credential_id);
}

/* Marks the credential, in case it is listed by now, so that it shows that something is on its way. */
static void
set_busy (LanyardDirectory *self,
          Check            *check,
          gboolean          busy)
{
  SeamCredential *credential = lanyard_store_lookup (self->credentials, check->credential_id);

  if (credential != NULL)
    seam_credential_set_busy (credential, busy);
}

/* Takes @task. */
static void
end_check (GTask  *task,
           GError *error)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Check *check = g_task_get_task_data (task);

  g_hash_table_remove (self->checking, check->credential_id);
  set_busy (self, check, FALSE);
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
  read_credential (g_object_ref (user_data));
  return G_SOURCE_REMOVE;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SeamCredential) seen = seam_client_get_credential_finish (SEAM_CLIENT (source), result, &error);
  LanyardOutcome outcome;
  guint wait;

  if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND))
    {
      g_error_free (error);
      close_as (self, check->entry, LANYARD_OUTCOME_UNKNOWN, SEAM_ERROR_NOT_FOUND, on_closed, task);
      return;
    }
  if (seen == NULL)
    {
      end_check (task, error);
      return;
    }
  outcome = judge (self, check->entry, seen);
  /* This empties it. */
  lanyard_holdings_take_credential (self->holdings, seen, lanyard_holdings_get_now (self->holdings));
  set_busy (self, check, TRUE);
  wait = check->waited || outcome == LANYARD_OUTCOME_DONE ? 0 : time_to_settle (self, check->entry);
  check->waited = TRUE;
  if (wait == 0)
    {
      close_as (self, check->entry, outcome, -1, on_closed, task);
      return;
    }
  g_timeout_add_full (G_PRIORITY_DEFAULT, wait, on_waited, task, g_object_unref);
}

/* Takes @task. */
static void
read_credential (GTask *task)
{
  LanyardDirectory *self = g_task_get_source_object (task);
  Check *check = g_task_get_task_data (task);

  seam_client_get_credential_async (self->client, check->credential_id, g_task_get_cancellable (task), on_read, task);
}

static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  LanyardDirectory *self = g_task_get_source_object (task);
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  /* Of what was not sent, there is nothing to ask. */
  if (doubtful != NULL && g_ptr_array_find (doubtful, check->entry, NULL) && !lanyard_entry_get_is_sent (check->entry))
    close_as (self, check->entry, LANYARD_OUTCOME_REFUSED, get_reason (check->entry), on_closed, task);
  else if (doubtful != NULL && g_ptr_array_find (doubtful, check->entry, NULL))
    read_credential (task);
  else if (doubtful != NULL)
    end_check (task, g_error_new_literal (LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_SUPERSEDED,
                                          "The credential was changed since"));
  else
    end_check (task, error);
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
  SeamCredential *credential = lanyard_store_lookup (self->credentials, lanyard_entry_get_credential_id (entry));
  Check *check = g_new0 (Check, 1);

  check->entry = g_object_ref (entry);
  check->credential_id = g_strdup (lanyard_entry_get_credential_id (entry));
  g_task_set_source_tag (task, lanyard_directory_check_async);
  g_task_set_task_data (task, check, check_free);
  if (lanyard_directory_is_checking (self, check->credential_id)
      || (credential != NULL && seam_credential_get_busy (credential)))
    {
      g_task_return_new_error (task, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_BUSY,
                               "An operation on this credential is on its way");
      g_object_unref (task);
      return;
    }
  g_hash_table_add (self->checking, g_strdup (check->credential_id));
  set_busy (self, check, TRUE);
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self), cancellable,
                                   on_doubtful_listed, task);
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

  /* What is still not known shows in the activity, and is checked again the next time. */
  if (lanyard_directory_check_finish (LANYARD_DIRECTORY (source), result, NULL)
      && lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_UNKNOWN)
    lanyard_directory_entry_recovered (LANYARD_DIRECTORY (source), entry);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    lanyard_directory_check_async (self, entries->pdata[i], NULL, on_checked, g_object_ref (entries->pdata[i]));
}

/* Checks what an earlier run has left open. */
void
lanyard_directory_recover (LanyardDirectory *self)
{
  lanyard_journal_list_open_async (self->journal, lanyard_directory_get_workspace_id (self), NULL, on_listed,
                                   g_object_ref (self));
}
