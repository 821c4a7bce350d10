/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcomes that arrive while nobody looks, as notifications of the desktop. */
#include "lanyard-notifier.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "lanyard-public-text.h"

#define SENT "lanyard-notifications" /* data of the application: a set of their names */

static const char *
title_of (LanyardOutcome outcome)
{
  switch (outcome)
    {
    case LANYARD_OUTCOME_DONE:
      return C_("outcome", "Change Completed");
    case LANYARD_OUTCOME_REFUSED:
      return C_("outcome", "Change Failed");
    case LANYARD_OUTCOME_HALF_DONE:
      return C_("outcome", "Change Partly Completed");
    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return C_("outcome", "Change Not Confirmed");
    }
}

static GHashTable *
get_sent (GApplication *application)
{
  GHashTable *sent = g_object_get_data (G_OBJECT (application), SENT);

  if (sent == NULL)
    {
      sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (application), SENT, sent, (GDestroyNotify) g_hash_table_unref);
    }

  return sent;
}

/* The window, or one of its dialogs, has the keys. */
static gboolean
is_looked_at (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    {
      if (gtk_window_is_active (link->data))
        return TRUE;
    }

  return FALSE;
}

/* A click on it would go to another Lanyard where this one has not got the name. */
static gboolean
is_wanted (GApplication *application)
{
  return !is_looked_at () && (g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE) == 0;
}

/* Takes @id. */
static void
send (GApplication      *application,
      char              *id,
      LanyardOutcome     outcome,
      const char        *text,
      LanyardConnection *workspace,
      GVariant          *record)
{
  g_autoptr (GNotification) notification = g_notification_new (title_of (outcome));
  g_autofree char *name = workspace != NULL ? lanyard_connection_title (workspace) : NULL;
  g_autofree char *body = NULL;

  if (name != NULL)
    /* Translators: what was done, the name of the workspace that it was done in, and the workspace's kind */
    body = g_strdup_printf (_("%s\n%s · %s"), text, name,
                            lanyard_workspace_kind_text (lanyard_connection_get_kind (workspace)));
  g_notification_set_body (notification, body != NULL ? body : text);
  g_notification_set_default_action_and_target_value (notification, "app.show-record", record);
  if (outcome != LANYARD_OUTCOME_DONE)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (application, id, notification);
  g_hash_table_add (get_sent (application), id);
}

/**
 * lanyard_notifier_tell:
 * @application: the application
 * @directory: where it was done
 * @entry: an operation that has its outcome
 * @text: what came of it, plain text
 * @workspace: (nullable): what @directory is called
 *
 * Tells it in a notification, in place of the one that was about @entry before, unless somebody looks. There is no button
 * to undo it with: what it would undo is not on show when it is pressed.
 */
void
lanyard_notifier_tell (GApplication      *application,
                       LanyardDirectory  *directory,
                       LanyardEntry      *entry,
                       const char        *text,
                       LanyardConnection *workspace)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (LANYARD_IS_ENTRY (entry));

  if (!is_wanted (application))
    return;

  shown = lanyard_entry_public_text (entry, directory, text);
  send (application, g_strdup_printf ("entry-%" G_GINT64_FORMAT, lanyard_entry_get_id (entry)),
        lanyard_entry_get_outcome (entry), shown, workspace,
        g_variant_new ("(sss)", lanyard_entry_get_workspace_id (entry), lanyard_entry_get_subject_type (entry),
                       lanyard_entry_get_subject_id (entry)));
}

static LanyardOutcome
outcome_of (LanyardBatch *batch)
{
  guint n_done = lanyard_batch_count (batch, LANYARD_OUTCOME_DONE);

  if (n_done == lanyard_batch_get_n_items (batch))
    return LANYARD_OUTCOME_DONE;

  return n_done > 0 ? LANYARD_OUTCOME_HALF_DONE : LANYARD_OUTCOME_REFUSED;
}

/**
 * lanyard_notifier_tell_batch:
 * @application: the application
 * @batch: a batch that is through
 * @text: what came of it, plain text
 * @workspace: (nullable): what the workspace is called
 *
 * Tells it in a notification, as lanyard_notifier_tell() does of an operation. It leads to the person.
 */
void
lanyard_notifier_tell_batch (GApplication      *application,
                             LanyardBatch      *batch,
                             const char        *text,
                             LanyardConnection *workspace)
{
  LanyardEntry *last = NULL;
  g_autofree char *shown = NULL;
  const char *whose;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (LANYARD_IS_BATCH (batch));

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);

      last = entry != NULL ? entry : last;
    }
  if (last == NULL || !is_wanted (application))
    return;

  shown = lanyard_batch_public_text (batch, text);
  whose = lanyard_entry_get_to_id (last) != NULL ? lanyard_entry_get_to_id (last) : lanyard_entry_get_from_id (last);
  whose = whose != NULL ? whose : lanyard_entry_get_user_id (last);
  send (application, g_strdup_printf ("batch-%" G_GINT64_FORMAT, lanyard_batch_get_number (batch)),
        outcome_of (batch), shown, workspace,
        g_variant_new ("(sss)", lanyard_entry_get_workspace_id (last), "user", whose != NULL ? whose : ""));
}

static void
on_active_changed (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);
  GHashTableIter iter;
  gpointer id;

  if (!gtk_window_is_active (window) || application == NULL)
    return;

  g_hash_table_iter_init (&iter, get_sent (G_APPLICATION (application)));
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_application_withdraw_notification (G_APPLICATION (application), id);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * lanyard_notifier_watch:
 * @window: a window of the application
 *
 * Takes all notifications away whenever somebody looks at @window.
 */
void
lanyard_notifier_watch (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
}
