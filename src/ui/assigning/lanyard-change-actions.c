/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that change something at Seam, or look whether it was changed, by the id of what they are about. */
#include "lanyard-change-actions.h"

#include "lanyard-change-suspension.h"
#include "lanyard-lookup.h"

static void
on_unassign (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LanyardExecutor *executor = LANYARD_EXECUTOR (user_data);
  SeamCredential *credential = NULL;

  if (lanyard_executor_may_write (executor))
    credential = lanyard_lookup_credential (executor, g_variant_get_string (parameter, NULL));
  if (credential != NULL)
    lanyard_executor_unassign (executor, credential);
}

/* Who it is that an action is about; NULL where nothing can be done with them, which was said. */
static SeamUser *
find_user (LanyardExecutor *executor,
           GVariant        *parameter)
{
  if (!lanyard_executor_may_write (executor))
    return NULL;
  return lanyard_lookup_user (executor, g_variant_get_string (parameter, NULL));
}

static void
on_suspend (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  SeamUser *user = find_user (user_data, parameter);

  if (user != NULL)
    lanyard_executor_run (user_data, lanyard_change_new_suspend (user));
}

static void
on_restore (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  SeamUser *user = find_user (user_data, parameter);

  if (user != NULL)
    lanyard_executor_run (user_data, lanyard_change_new_restore (user));
}

static void
on_undo_entry (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  if (lanyard_executor_may_write (user_data))
    lanyard_lookup_entry (user_data, g_variant_get_int64 (parameter), lanyard_executor_undo_entry);
}

static void
on_retry_entry (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  if (lanyard_executor_may_write (user_data))
    lanyard_lookup_entry (user_data, g_variant_get_int64 (parameter), lanyard_executor_retry_entry);
}

static void
on_check_entry (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  lanyard_lookup_entry (user_data, g_variant_get_int64 (parameter), lanyard_executor_check_entry);
}

static void
on_undo_batch (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  if (lanyard_executor_may_write (user_data))
    lanyard_batches_undo (lanyard_executor_get_batches (user_data), g_variant_get_int64 (parameter));
}

static void
on_retry_batch (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  if (lanyard_executor_may_write (user_data))
    lanyard_batches_retry (lanyard_executor_get_batches (user_data), g_variant_get_int64 (parameter));
}

/**
 * lanyard_change_actions_add:
 * @map: where to put them
 * @executor: (transfer none): who carries them out, and lives as long as @map
 *
 * Adds the actions "unassign" (the id of a credential), "suspend" and "restore" (the id of a user), "undo-entry",
 * "retry-entry" and "check-entry" (the id of an entry), and "undo-batch" and "retry-batch" (the number of a batch), which
 * are on while a workspace is open.
 */
void
lanyard_change_actions_add (GActionMap      *map,
                            LanyardExecutor *executor)
{
  static const GActionEntry entries[] = {
    { "unassign", on_unassign, "s" },
    { "suspend", on_suspend, "s" },
    { "restore", on_restore, "s" },
    { "undo-entry", on_undo_entry, "x" },
    { "retry-entry", on_retry_entry, "x" },
    { "check-entry", on_check_entry, "x" },
    { "undo-batch", on_undo_batch, "x" },
    { "retry-batch", on_retry_batch, "x" },
  };

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (LANYARD_IS_EXECUTOR (executor));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), executor);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (executor, "open", g_action_map_lookup_action (map, entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
}
