/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds by its id what an action is about, and has it said where that is gone. */
#include "lanyard-lookup.h"

#include <glib/gi18n.h>

#include "lanyard-error-text.h"

static gpointer
look_up (LanyardExecutor *executor,
         LanyardStore    *store,
         const char      *id)
{
  gpointer record = lanyard_store_lookup (store, id);

  if (record == NULL)
    lanyard_executor_say (executor, _("The item is no longer in the list"));

  return record;
}

static LanyardDirectory *
get_directory (LanyardExecutor *executor)
{
  return lanyard_changes_get_directory (lanyard_executor_get_changes (executor));
}

/**
 * lanyard_lookup_user:
 * @executor: the executor, which has a workspace
 * @id: which one
 *
 * Returns: (transfer none) (nullable): the user; that there is none has been said
 */
SeamUser *
lanyard_lookup_user (LanyardExecutor *executor,
                     const char      *id)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  return look_up (executor, lanyard_directory_get_users (get_directory (executor)), id);
}

/**
 * lanyard_lookup_credential:
 * @executor: the executor, which has a workspace
 * @id: which one
 *
 * Returns: (transfer none) (nullable): the credential; that there is none has been said
 */
SeamCredential *
lanyard_lookup_credential (LanyardExecutor *executor,
                           const char      *id)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  return look_up (executor, lanyard_directory_get_credentials (get_directory (executor)), id);
}

typedef struct
{
  GWeakRef executor;
  LanyardChanges *changes; /* of the workspace that it was asked for in */
  gint64 id;
  LanyardEntryFunc act;
} EntryRequest;

static void
entry_request_free (EntryRequest *request)
{
  g_weak_ref_clear (&request->executor);
  g_object_unref (request->changes);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntryRequest, entry_request_free)

static void
on_entry_found (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (EntryRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  g_autoptr (LanyardExecutor) executor = g_weak_ref_get (&request->executor);
  g_autofree char *text = NULL;

  if (executor == NULL || lanyard_executor_get_changes (executor) != request->changes)
    return;

  if (entries == NULL)
    {
      text = lanyard_error_text (error);
      lanyard_executor_say (executor, text);
    }
  else if (entries->len == 1 && lanyard_entry_get_id (g_ptr_array_index (entries, 0)) == request->id)
    request->act (executor, g_ptr_array_index (entries, 0));
  else
    lanyard_executor_say (executor, _("The change is no longer in the activity log"));
}

/**
 * lanyard_lookup_entry:
 * @executor: the executor, which has a workspace
 * @id: an entry of the journal
 * @act: what to do with it
 *
 * Finds what is written down and does something with it, unless it, or its workspace, is gone by then. The journal has
 * one object per entry: it is the one that is already on show.
 */
void
lanyard_lookup_entry (LanyardExecutor  *executor,
                      gint64            id,
                      LanyardEntryFunc  act)
{
  SeamWorkspace *workspace;
  EntryRequest *request;
  g_autoptr (LanyardEntryFilter) filter = NULL;

  g_return_if_fail (LANYARD_IS_EXECUTOR (executor));

  workspace = lanyard_directory_get_workspace (get_directory (executor));
  if (workspace == NULL)
    return;

  request = g_new0 (EntryRequest, 1);
  g_weak_ref_init (&request->executor, executor);
  request->changes = g_object_ref (lanyard_executor_get_changes (executor));
  request->id = id;
  request->act = act;
  filter = lanyard_entry_filter_new (seam_record_get_id (SEAM_RECORD (workspace)), NULL);
  lanyard_journal_list_async (lanyard_changes_get_journal (request->changes), filter, id + 1, 1, NULL, on_entry_found,
                              request);
}
