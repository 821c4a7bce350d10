/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody leaves: all that they have is unassigned, after one question. */
#include "lanyard-leaving.h"

#include <glib/gi18n.h>

#include "lanyard-change-holder.h"
#include "lanyard-questions.h"

/* What is asked, while it is on show: only what was named is unassigned. */
typedef struct
{
  LanyardExecutor *executor;
  LanyardBatch *batch;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->executor);
  g_object_unref (leaving->batch);
  g_free (leaving);
}

static void
on_answered (AdwMessageDialog *dialog,
             const char       *response,
             Leaving          *leaving)
{
  if (g_str_equal (response, "unassign")
      && lanyard_executor_get_changes (leaving->executor) == lanyard_batch_get_changes (leaving->batch)
      && lanyard_executor_may_write (leaving->executor))
    lanyard_batches_run (lanyard_executor_get_batches (leaving->executor), leaving->batch);
}

static LanyardBatch *
plan (LanyardChanges *changes,
      GPtrArray      *credentials)
{
  g_autoptr (GPtrArray) changes_planned = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < credentials->len; i++)
    g_ptr_array_add (changes_planned, lanyard_change_new_unassign (lanyard_changes_get_directory (changes),
                                                                   credentials->pdata[i]));

  return lanyard_batch_new (changes, changes_planned);
}

/**
 * lanyard_leaving_ask:
 * @parent: the window that it is asked in front of
 * @executor: who carries it out, and may write
 * @user: whose credentials
 *
 * Asks whether to unassign all that @user has, and does it. What another change is at just then is left out, and said.
 */
void
lanyard_leaving_ask (GtkWindow       *parent,
                     LanyardExecutor *executor,
                     SeamUser        *user)
{
  g_autoptr (GPtrArray) credentials = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) busy = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) held = NULL;
  AdwMessageDialog *dialog;
  Leaving *leaving;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (LANYARD_IS_EXECUTOR (executor));
  g_return_if_fail (SEAM_IS_USER (user));

  held = lanyard_directory_list_held_by (lanyard_changes_get_directory (lanyard_executor_get_changes (executor)), user);
  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      SeamCredential *credential = g_list_model_get_item (held, i);

      g_ptr_array_add (seam_credential_get_busy (credential) ? busy : credentials, credential);
    }
  if (credentials->len == 0)
    {
      lanyard_executor_say (executor, _("No credential can be unassigned now"));
      return;
    }

  leaving = g_new0 (Leaving, 1);
  leaving->executor = g_object_ref (executor);
  leaving->batch = plan (lanyard_executor_get_changes (executor), credentials);
  dialog = lanyard_question_unassign_all (parent, user, credentials, busy);
  g_object_set_data_full (G_OBJECT (dialog), "leaving", leaving, leaving_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), leaving);
}
