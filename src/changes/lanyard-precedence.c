/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the change of a batch that has to come before another is done. The journal is asked, as the one may have been
 * tried in an earlier run, or by itself, and the other be tried again alone. */
#include "lanyard-precedence.h"

#include "lanyard-changes-error.h"

/* In force, or so for another reason. */
static gboolean
is_settled (LanyardEntry *entry)
{
  return (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE && lanyard_entry_get_undone_by (entry) == 0)
         || lanyard_entry_get_own_reason (entry) == LANYARD_CHANGES_ERROR_ALREADY;
}

/* Of what was tried more than once, the last try counts. */
static gboolean
is_first_settled (LanyardEntry *entry,
                  GPtrArray    *batch)
{
  for (guint i = 0; i < batch->len; i++)
    if (g_strcmp0 (lanyard_entry_get_subject_id (batch->pdata[i]), lanyard_entry_get_first_id (entry)) == 0)
      return is_settled (batch->pdata[i]);
  return FALSE;
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batch = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  if (batch == NULL)
    g_task_return_error (task, lanyard_changes_error_new_unlogged (error));
  else if (is_first_settled (g_task_get_source_object (task), batch))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_HELD_BACK,
                             "What had to be done first was not");
}

/* lanyard_precedence_check_async:
 * @entry: what is about to be sent, and comes after something else
 * @journal: where it is written down, with the rest of its batch
 * @callback: called when it is known whether it may be
 * @user_data: for @callback */
void
lanyard_precedence_check_async (LanyardEntry       *entry,
                                LanyardJournal     *journal,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (entry, NULL, callback, user_data);

  g_task_set_source_tag (task, lanyard_precedence_check_async);
  lanyard_journal_list_batch_async (journal, lanyard_entry_get_batch (entry), NULL, on_listed, task);
}

/* lanyard_precedence_check_finish:
 * @entry: what is about to be sent
 * @result: what the callback was given
 * @error: return location for %LANYARD_CHANGES_ERROR_HELD_BACK, or %LANYARD_CHANGES_ERROR_JOURNAL
 *
 * Returns: whether what had to be done first was, or is so for another reason */
gboolean
lanyard_precedence_check_finish (LanyardEntry *entry,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
