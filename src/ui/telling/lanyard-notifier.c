/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcomes that arrive while nobody looks, as notifications of the desktop. */
#include "lanyard-notifier.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "lanyard-credential-text.h"

#define SENT "lanyard-notifications" /* data of the application: a set of their names */

static const char *
title_of (LanyardEntry *entry)
{
  switch (lanyard_entry_get_outcome (entry))
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
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = workspace != NULL ? lanyard_connection_title (workspace) : NULL;
  g_autofree char *shown = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (LANYARD_IS_ENTRY (entry));

  if (is_looked_at ())
    return;

  /* A click on it would go to another Lanyard: the one that has the name. */
  if ((g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE) != 0)
    return;

  shown = lanyard_credential_public_text (lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                                                lanyard_entry_get_credential_id (entry)),
                                          text);
  if (name != NULL)
    /* Translators: what was done, the name of the workspace that it was done in, and the workspace's kind */
    body = g_strdup_printf (_("%s\n%s · %s"), shown, name,
                            lanyard_workspace_kind_text (lanyard_connection_get_kind (workspace)));
  id = g_strdup_printf ("entry-%" G_GINT64_FORMAT, lanyard_entry_get_id (entry));
  notification = g_notification_new (title_of (entry));
  g_notification_set_body (notification, body != NULL ? body : shown);
  g_notification_set_default_action_and_target (notification, "app.show-record", "(sss)",
                                                lanyard_entry_get_workspace_id (entry), "credential",
                                                lanyard_entry_get_credential_id (entry));
  if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_DONE)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (application, id, notification);
  g_hash_table_add (get_sent (application), g_steal_pointer (&id));
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
