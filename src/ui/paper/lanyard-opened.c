/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What some credentials open, asked for one after another, a few at a time. */
#include "lanyard-opened.h"

#include "lanyard-entrances.h"

/* So many requests are under way at once. */
#define AT_ONCE 4

/* What is asked for. */
typedef struct
{
  GPtrArray  *credentials;
  GPtrArray **found;    /* of each; NULL where it could not be read */
  guint       n_begun;
  guint       n_ended;
} Asking;

/* One of the requests. */
typedef struct
{
  GTask *task;
  guint  position;
} Request;

static void ask_next (GTask *task);

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  for (guint i = 0; i < asking->credentials->len; i++)
    g_clear_pointer (&asking->found[i], g_ptr_array_unref);
  g_free (asking->found);
  g_ptr_array_unref (asking->credentials);
  g_free (asking);
}

static void
unref_if_any (gpointer entrances)
{
  if (entrances != NULL)
    g_ptr_array_unref (entrances);
}

static void
end (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  GPtrArray *found;

  if (g_task_return_error_if_cancelled (task))
    return;

  found = g_ptr_array_new_with_free_func (unref_if_any);
  for (guint i = 0; i < asking->credentials->len; i++)
    g_ptr_array_add (found, g_steal_pointer (&asking->found[i]));
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GTask) task = request->task;
  Asking *asking = g_task_get_task_data (task);

  asking->found[request->position] = lanyard_directory_list_entrances_finish (LANYARD_DIRECTORY (source), result, NULL);
  asking->n_ended++;
  if (asking->n_ended == asking->credentials->len)
    end (task);
  else
    ask_next (task);
}

static void
ask_next (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  Request *request;

  if (asking->n_begun == asking->credentials->len)
    return;

  request = g_new0 (Request, 1);
  request->task = g_object_ref (task);
  request->position = asking->n_begun++;
  lanyard_directory_list_entrances_async (g_task_get_source_object (task),
                                          asking->credentials->pdata[request->position],
                                          g_task_get_cancellable (task), on_listed, request);
}

/**
 * lanyard_opened_list_async:
 * @directory: the workspace
 * @credentials: (element-type SeamCredential): which ones, at least one
 * @cancellable: (nullable): stops it
 * @callback: called when it is known of all
 * @user_data: for @callback
 */
void
lanyard_opened_list_async (LanyardDirectory    *directory,
                           GPtrArray           *credentials,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Asking *asking;

  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (credentials != NULL && credentials->len > 0);

  task = g_task_new (directory, cancellable, callback, user_data);
  asking = g_new0 (Asking, 1);
  asking->credentials = g_ptr_array_ref (credentials);
  asking->found = g_new0 (GPtrArray *, credentials->len);
  g_task_set_source_tag (task, lanyard_opened_list_async);
  g_task_set_task_data (task, asking, asking_free);
  for (guint i = 0; i < AT_ONCE; i++)
    ask_next (task);
}

/**
 * lanyard_opened_list_finish:
 * @directory: the workspace
 * @result: what the callback got
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type GPtrArray) (nullable): the entrances of each, by name; %NULL where they could
 *   not be read. %NULL on error
 */
GPtrArray *
lanyard_opened_list_finish (LanyardDirectory  *directory,
                            GAsyncResult      *result,
                            GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, directory), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
