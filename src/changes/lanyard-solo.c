/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on its own, from its beginning to its outcome. */
#include "lanyard-solo.h"

#include "lanyard-changes-error.h"
#include "lanyard-run.h"

static LanyardRunner *
runner_of (GTask *task)
{
  return lanyard_run_get_runner (g_task_get_task_data (task));
}

/* Nothing was begun that is on record. Takes @task and @error. */
static void
give_up (GTask  *task,
         GError *error)
{
  lanyard_run_give_up (g_task_get_task_data (task));
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
give_up_without_journal (GTask        *task,
                         const GError *error)
{
  lanyard_runner_tell_journal_failed (runner_of (task), error);
  give_up (task, lanyard_changes_error_new_unlogged (error));
}

static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardRun *run = LANYARD_RUN (source);

  lanyard_run_end_finish (run, result);
  g_task_return_pointer (task, g_object_ref (lanyard_run_get_entry (run)), g_object_unref);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  LanyardRun *run = LANYARD_RUN (source);
  GError *error = NULL;

  if (lanyard_run_look_finish (run, result, &error))
    lanyard_run_send_async (run, on_ended, user_data);
  else
    lanyard_run_refuse_async (run, error, on_ended, user_data);
}

static void
on_begun (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  LanyardRun *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!lanyard_journal_begin_finish (LANYARD_JOURNAL (source), result, &error))
    {
      give_up_without_journal (task, error);
      return;
    }
  lanyard_runner_tell_begun (runner_of (task), lanyard_run_get_entry (run));
  lanyard_run_look_async (run, g_task_get_cancellable (task), on_looked, task);
}

static void
on_doubtful_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  LanyardRun *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doubtful = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  if (doubtful == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      give_up (task, g_steal_pointer (&error));
      return;
    }
  if (doubtful == NULL)
    {
      give_up_without_journal (task, error);
      return;
    }
  lanyard_run_set_doubtful (run, doubtful);
  lanyard_journal_begin_async (lanyard_runner_get_journal (runner_of (task)), lanyard_run_get_entry (run), NULL,
                               on_begun, task);
}

/* lanyard_solo_run:
 * @runner: what changes need
 * @change: (transfer none): what is to be done
 * @task: (transfer full): returns the closed entry, whatever its outcome, or a %LANYARD_CHANGES_ERROR when nothing was
 *   begun; of no other data. Its cancellable stops it as long as nothing was sent
 *
 * Writes down what is to be done, reads the record, and sends it, if the record still is what the person was told. */
void
lanyard_solo_run (LanyardRunner *runner,
                  LanyardChange *change,
                  GTask         *task)
{
  GError *error = NULL;
  LanyardRun *run = lanyard_run_new (runner, change, NULL, &error);

  g_task_set_check_cancellable (task, FALSE);
  if (run == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, run, g_object_unref);
  lanyard_journal_list_open_async (lanyard_runner_get_journal (runner),
                                   lanyard_directory_get_workspace_id (lanyard_runner_get_directory (runner)),
                                   g_task_get_cancellable (task), on_doubtful_listed, task);
}
