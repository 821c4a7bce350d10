/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which credentials of a workspace were lost, as the journal has it. Nothing is claimed that isn't written down. */
#include "lanyard-marks.h"

#include "lanyard-entry-private.h"
#include "lanyard-journal-private.h"

struct _LanyardMarks
{
  GObject parent_instance;

  LanyardJournal *journal;
  char           *workspace_id; /* NULL until it is known */
  GHashTable     *marks;        /* id of a credential -> LanyardMark, whose id it is */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardMarks, lanyard_marks, G_TYPE_OBJECT)

static void
free_mark (gpointer data)
{
  lanyard_mark_free (data);
}

static void
lanyard_marks_finalize (GObject *object)
{
  LanyardMarks *self = LANYARD_MARKS (object);

  g_hash_table_unref (self->marks);
  g_free (self->workspace_id);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (lanyard_marks_parent_class)->finalize (object);
}

static void
lanyard_marks_class_init (LanyardMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_marks_finalize;
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  signals[FAILED] = g_signal_new ("failed", LANYARD_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
lanyard_marks_init (LanyardMarks *self)
{
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_mark);
}

/**
 * lanyard_marks_new:
 * @journal: (transfer none): where they are written down
 *
 * Returns: (transfer full): marks of no workspace yet
 */
LanyardMarks *
lanyard_marks_new (LanyardJournal *journal)
{
  LanyardMarks *self = g_object_new (LANYARD_TYPE_MARKS, NULL);

  self->journal = g_object_ref (journal);
  return self;
}

static void
take (LanyardMarks      *self,
      const LanyardMark *mark)
{
  LanyardMark *copy = lanyard_mark_copy (mark);

  g_hash_table_replace (self->marks, copy->credential_id, copy);
}

static LanyardJournalJob *
make_list_job (LanyardMarks *self)
{
  LanyardJournalJob *job = lanyard_journal_job_new (lanyard_journal_job_list_marks);

  job->workspace_id = g_strdup (self->workspace_id);
  job->marks = g_ptr_array_new_with_free_func (free_mark);
  return job;
}

static void
take_all (LanyardMarks *self,
          GAsyncResult *result)
{
  LanyardJournalJob *job = g_task_get_task_data (G_TASK (result));

  if (g_strcmp0 (job->workspace_id, self->workspace_id) != 0)
    return;
  for (guint i = 0; i < job->marks->len; i++)
    take (self, job->marks->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardMarks) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_all (self, result);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * lanyard_marks_load:
 * @self: the marks
 * @workspace_id: of which workspace
 *
 * Reads them, also those that were made by another process since.
 */
void
lanyard_marks_load (LanyardMarks *self,
                    const char   *workspace_id)
{
  g_return_if_fail (LANYARD_IS_MARKS (self));
  g_return_if_fail (workspace_id != NULL);

  if (g_strcmp0 (self->workspace_id, workspace_id) != 0)
    g_hash_table_remove_all (self->marks);
  g_free (self->workspace_id);
  self->workspace_id = g_strdup (workspace_id);
  lanyard_journal_push (self->journal, lanyard_marks_load,
                        make_list_job (self), NULL, on_listed, g_object_ref (self));
}

/**
 * lanyard_marks_look_up:
 * @self: the marks
 * @credential_id: (nullable): a credential
 *
 * Returns: (transfer none) (nullable): that it was lost once, and whether it was found; until something changes
 */
const LanyardMark *
lanyard_marks_look_up (LanyardMarks *self,
                       const char   *credential_id)
{
  g_return_val_if_fail (LANYARD_IS_MARKS (self), NULL);

  return credential_id != NULL ? g_hash_table_lookup (self->marks, credential_id) : NULL;
}

/**
 * lanyard_marks_is_lost:
 * @self: the marks
 * @credential_id: (nullable): a credential
 *
 * Returns: whether it was lost and not found since, so that it is not to be handed out unaware
 */
gboolean
lanyard_marks_is_lost (LanyardMarks *self,
                       const char   *credential_id)
{
  const LanyardMark *mark = lanyard_marks_look_up (self, credential_id);

  return mark != NULL && mark->found_at == 0;
}

/**
 * lanyard_marks_list:
 * @self: the marks
 *
 * Returns: (transfer container) (element-type LanyardMark): all of them, until something changes
 */
GList *
lanyard_marks_list (LanyardMarks *self)
{
  g_return_val_if_fail (LANYARD_IS_MARKS (self), NULL);

  return g_hash_table_get_values (self->marks);
}

static void
take_written (LanyardMarks        *self,
              LanyardJournalWrite *write)
{
  if (g_strcmp0 (lanyard_entry_get_workspace_id (write->entry), self->workspace_id) == 0)
    take (self, write->mark);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardMarks *self = g_task_get_source_object (task);
  LanyardJournalJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!lanyard_journal_begin_finish (LANYARD_JOURNAL (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < job->writes->len; i++)
    take_written (self, job->writes->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
  g_task_return_boolean (task, TRUE);
}

/**
 * lanyard_marks_write_async:
 * @self: the marks, of a workspace that is known
 * @marks: (element-type LanyardMark): what is to be said of which credentials
 * @entries: (element-type LanyardEntry): for each of @marks, what the activity tells of it
 * @callback: (nullable): called when they are on disk, or can't be
 * @user_data: for @callback
 *
 * Writes down all of @marks and @entries, or none. They are in force from the callback on.
 */
void
lanyard_marks_write_async (LanyardMarks       *self,
                           GPtrArray          *marks,
                           GPtrArray          *entries,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task;
  LanyardJournalJob *job;

  g_return_if_fail (LANYARD_IS_MARKS (self));
  g_return_if_fail (self->workspace_id != NULL);
  g_return_if_fail (marks->len == entries->len);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, lanyard_marks_write_async);
  job = lanyard_journal_job_new_write (LANYARD_JOURNAL_BEGIN, NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      lanyard_entry_set_is_sent (entries->pdata[i], FALSE);
      lanyard_entry_set_outcome (entries->pdata[i], LANYARD_OUTCOME_DONE, g_get_real_time (), -1, NULL, NULL);
      lanyard_journal_job_add_write (job, LANYARD_JOURNAL_BEGIN, entries->pdata[i])->mark =
        lanyard_mark_copy (marks->pdata[i]);
    }
  lanyard_journal_push (self->journal, lanyard_marks_write_async, job, NULL, on_written, task);
}

/**
 * lanyard_marks_write_finish:
 * @self: the marks
 * @result: what the callback was given
 * @error: return location for a %LANYARD_JOURNAL_ERROR
 *
 * Returns: whether they are on disk
 */
gboolean
lanyard_marks_write_finish (LanyardMarks *self,
                            GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
