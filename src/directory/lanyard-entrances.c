/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a credential opens, asked for when somebody looks at it. */
#include "lanyard-entrances.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *name_a = seam_record_get_display_name (*(SeamRecord **) a);
  const char *name_b = seam_record_get_display_name (*(SeamRecord **) b);

  return g_utf8_collate (name_a != NULL ? name_a : "", name_b != NULL ? name_b : "");
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entrances =
    seam_client_list_accessible_entrances_finish (SEAM_CLIENT (source), result, &error);

  if (entrances == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_sort (entrances, compare_names);
  g_task_return_pointer (task, g_steal_pointer (&entrances), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lanyard_directory_list_entrances_async:
 * @self: a directory
 * @credential: the credential
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks which entrances @credential opens. Nothing of the answer is kept.
 */
void
lanyard_directory_list_entrances_async (LanyardDirectory    *self,
                                        SeamCredential      *credential,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LANYARD_IS_DIRECTORY (self));
  g_return_if_fail (SEAM_IS_CREDENTIAL (credential));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_directory_list_entrances_async);
  seam_client_list_accessible_entrances_async (lanyard_directory_get_client (self),
                                               seam_record_get_id (SEAM_RECORD (credential)), cancellable, on_listed,
                                               task);
}

/**
 * lanyard_directory_list_entrances_finish:
 * @self: a directory
 * @result: what the callback got
 * @error: where to put an error of %SEAM_ERROR
 *
 * Returns: (transfer container) (element-type SeamEntrance) (nullable): the entrances by name; %NULL on error
 */
GPtrArray *
lanyard_directory_list_entrances_finish (LanyardDirectory  *self,
                                         GAsyncResult      *result,
                                         GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
