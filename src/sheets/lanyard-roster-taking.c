/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A roster of a workspace, taken without holding up the window: records are copied a few at a time, and filed on a
 * worker. What changes meanwhile is found out when it is about to be sent. */
#include "lanyard-roster-taking.h"

/* A millisecond's work. */
#define N_AT_ONCE 1000

typedef struct
{
  LanyardRoster *roster;
  GPtrArray     *keys; /* LanyardKey: of all users, and then of all credentials */
  guint          n_taken;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  lanyard_roster_unref (taking->roster);
  g_ptr_array_unref (taking->keys);
  g_free (taking);
}

static void
settle_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Taking *taking = data;

  lanyard_roster_settle (taking->roster);
  g_task_return_boolean (task, TRUE);
}

static void
take (LanyardRoster    *roster,
      LanyardDirectory *directory,
      SeamRecord       *record)
{
  if (SEAM_IS_USER (record))
    lanyard_roster_add_user (roster, SEAM_USER (record));
  else
    lanyard_roster_add_credential (roster, SEAM_CREDENTIAL (record),
                                   lanyard_holdings_get_holder_id (lanyard_directory_get_holdings (directory),
                                                                   SEAM_CREDENTIAL (record)));
}

static gboolean
take_some (gpointer user_data)
{
  GTask *task = user_data;
  Taking *taking = g_task_get_task_data (task);
  guint end = MIN (taking->n_taken + N_AT_ONCE, taking->keys->len);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  for (; taking->n_taken < end; taking->n_taken++)
    take (taking->roster, g_task_get_source_object (task), ((LanyardKey *) taking->keys->pdata[taking->n_taken])->record);
  if (end < taking->keys->len)
    return G_SOURCE_CONTINUE;
  g_ptr_array_set_size (taking->keys, 0);
  g_task_run_in_thread (task, settle_in_thread);
  return G_SOURCE_REMOVE;
}

/**
 * lanyard_roster_take_async:
 * @directory: a workspace
 * @cancellable: (nullable): stops it
 * @callback: called when it is taken
 * @user_data: for @callback
 *
 * Takes down who and what there is.
 */
void
lanyard_roster_take_async (LanyardDirectory   *directory,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task = g_task_new (directory, cancellable, callback, user_data);
  Taking *taking = g_new0 (Taking, 1);
  GPtrArray *credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (directory));
  GListModel *systems = lanyard_directory_get_systems (directory);

  g_task_set_source_tag (task, lanyard_roster_take_async);
  g_task_set_task_data (task, taking, taking_free);
  taking->roster = lanyard_roster_new ();
  taking->keys = lanyard_store_get_keys (lanyard_directory_get_users (directory));
  g_ptr_array_extend_and_steal (taking->keys, credentials);
  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr (SeamSystem) system = g_list_model_get_item (systems, i);

      lanyard_roster_add_system (taking->roster, system);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_some, task, g_object_unref);
}

/**
 * lanyard_roster_take_finish:
 * @directory: the workspace
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the roster, ready to be asked; %NULL with @error
 */
LanyardRoster *
lanyard_roster_take_finish (LanyardDirectory *directory,
                            GAsyncResult     *result,
                            GError          **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return lanyard_roster_ref (((Taking *) g_task_get_task_data (G_TASK (result)))->roster);
}
