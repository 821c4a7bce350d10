/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down whole what a batch is about to do, before the first of it is sent. */
#include "lanyard-batch-start.h"

/* So many are held in one go; then it is the turn of what else is to be done, such as drawing the window. */
#define SLICE 100

typedef struct
{
  GPtrArray *items;    /* LanyardBatchItem, of the batch */
  guint      position; /* up to which they are held */
} Start;

static void
start_free (gpointer data)
{
  g_ptr_array_unref (((Start *) data)->items);
  g_free (data);
}

static gboolean
is_new (LanyardBatchItem *item)
{
  return item->run != NULL && lanyard_entry_get_id (lanyard_run_get_entry (item->run)) == 0;
}

/* Each gets its entry, which counts from now on instead of those that tried the same before. */
static void
return_started (GTask *task)
{
  Start *start = g_task_get_task_data (task);

  for (guint i = 0; i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (item->run != NULL)
        g_set_object (&item->entry, lanyard_run_get_entry (item->run));
    }
  g_task_return_boolean (task, TRUE);
}

/* Nothing of it was sent, and what was on record before is as it was. */
static void
return_journal_failed (GTask        *task,
                       const GError *error)
{
  Start *start = g_task_get_task_data (task);

  for (guint i = 0; i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (item->run != NULL)
        lanyard_run_give_up (item->run);
      g_clear_object (&item->run);
    }
  lanyard_runner_tell_journal_failed (g_task_get_source_object (task), error);
  g_task_return_error (task, lanyard_changes_error_new_unlogged (error));
}

static void
on_begun (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardRunner *runner = g_task_get_source_object (task);
  Start *start = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_begin_finish (LANYARD_JOURNAL (source), result, &error))
    {
      return_journal_failed (task, error);
      return;
    }
  for (guint i = 0; i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (item->run != NULL && lanyard_run_get_entry (item->run) != item->entry)
        lanyard_runner_tell_begun (runner, lanyard_run_get_entry (item->run));
    }
  return_started (task);
}

/* Takes @task. */
static void
write_down (GTask *task)
{
  LanyardRunner *runner = g_task_get_source_object (task);
  Start *start = g_task_get_task_data (task);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (guint i = 0; i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (is_new (item))
        g_ptr_array_add (entries, lanyard_run_get_entry (item->run));
    }
  if (entries->len > 0)
    {
      lanyard_journal_begin_all_async (lanyard_runner_get_journal (runner), entries, on_begun, task);
      return;
    }
  return_started (task);
  g_object_unref (task);
}

/* What waits on record since an earlier run is no longer in doubt: it is about to be done. */
static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  Start *start = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  if (doubtful == NULL)
    {
      return_journal_failed (task, error);
      g_object_unref (task);
      return;
    }
  for (guint i = 0; i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (item->run != NULL && item->entry == lanyard_run_get_entry (item->run))
        g_ptr_array_remove (doubtful, item->entry);
    }
  for (guint i = 0; doubtful->len > 0 && i < start->items->len; i++)
    {
      LanyardBatchItem *item = start->items->pdata[i];

      if (item->run != NULL)
        lanyard_run_set_doubtful (item->run, doubtful);
    }
  write_down (task);
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardRunner) runner = user_data;

  lanyard_journal_close_finish (LANYARD_JOURNAL (source), result, NULL);
}

/* What waits on record, and is not begun, is closed with the #LanyardChangesError that says why. */
static void
close_waiting (LanyardBatchItem *item,
               LanyardRunner    *runner,
               int               reason)
{
  lanyard_journal_close_async (lanyard_runner_get_journal (runner), item->entry, LANYARD_OUTCOME_REFUSED,
                               LANYARD_ENTRY_OWN_REASONS + reason, NULL, NULL, NULL, on_closed, g_object_ref (runner));
  lanyard_runner_tell_closed (runner, item->entry);
}

static gboolean
hold_slice (gpointer user_data)
{
  GTask *task = user_data;
  LanyardRunner *runner = g_task_get_source_object (task);
  Start *start = g_task_get_task_data (task);
  guint end = MIN (start->position + SLICE, start->items->len);

  for (; start->position < end; start->position++)
    {
      LanyardBatchItem *item = start->items->pdata[start->position];

      if (item->change != NULL && !lanyard_batch_item_begin (item, runner) && lanyard_batch_item_is_waiting (item))
        close_waiting (item, runner, item->error->code);
    }
  if (end < start->items->len)
    return G_SOURCE_CONTINUE;
  lanyard_journal_list_open_async (lanyard_runner_get_journal (runner),
                                   lanyard_directory_get_workspace_id (lanyard_runner_get_directory (runner)), NULL,
                                   on_doubtful_listed, g_object_ref (task));
  return G_SOURCE_REMOVE;
}

/* lanyard_batch_start_async:
 * @runner: what changes need
 * @items: (transfer none) (element-type LanyardBatchItem): what is in the batch
 * @callback: called when all is written down
 * @user_data: for @callback
 *
 * Holds the records of those that have a change, and writes them down in one go; what waits on record since an earlier
 * run is that already. Those that can't be begun have an error by then, all others a run. */
void
lanyard_batch_start_async (LanyardRunner      *runner,
                           GPtrArray          *items,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (runner, NULL, callback, user_data);
  Start *start = g_new0 (Start, 1);

  g_task_set_source_tag (task, lanyard_batch_start_async);
  start->items = g_ptr_array_ref (items);
  g_task_set_task_data (task, start, start_free);
  if (hold_slice (task) == G_SOURCE_CONTINUE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, hold_slice, g_object_ref (task), g_object_unref);
}

/* lanyard_batch_start_finish:
 * @runner: what changes need
 * @result: what the callback was given
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Returns: whether it is on disk; if not, nothing is held any more */
gboolean
lanyard_batch_start_finish (LanyardRunner *runner,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* lanyard_batch_start_dismiss:
 * @runner: what changes need
 * @items: (element-type LanyardBatchItem): what is in a batch that is not started
 *
 * Closes what waits on record since an earlier run: it is not to be done. */
void
lanyard_batch_start_dismiss (LanyardRunner *runner,
                             GPtrArray     *items)
{
  for (guint i = 0; i < items->len; i++)
    if (lanyard_batch_item_is_waiting (items->pdata[i]))
      close_waiting (items->pdata[i], runner, LANYARD_CHANGES_ERROR_NOT_SENT);
}
