/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a credential that somebody looks at again, until the access system has its latest state. */
#include "lanyard-directory-private.h"

typedef struct
{
  LanyardDirectory *directory; /* not owned: it owns this */
  SeamCredential   *credential;
  GCancellable     *cancellable;
  guint             n_watchers;
  guint             source;
  gboolean          is_reading;
  guint64           asked_at; /* the directory's n_writes then */
  guint             interval; /* seconds */
} Watch;

static void schedule (Watch *watch);

void
lanyard_watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->source, g_source_remove);
  g_cancellable_cancel (watch->cancellable);
  g_object_unref (watch->cancellable);
  g_object_unref (watch->credential);
  g_free (watch);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Watch *watch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamCredential) seen = seam_client_get_credential_finish (SEAM_CLIENT (source), result, &error);
  g_autoptr (LanyardDirectory) self = NULL;
  g_autoptr (SeamCredential) credential = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (watch->directory);
  credential = g_object_ref (watch->credential);
  watch->is_reading = FALSE;
  if (seen != NULL)
    lanyard_directory_take_credential (self, seen, watch->asked_at);
  /* Those who watched may have stopped at what they were just told, and it is gone. */
  watch = g_hash_table_lookup (self->watches, credential);
  if (watch != NULL)
    schedule (watch);
}

static gboolean
on_time (gpointer user_data)
{
  Watch *watch = user_data;

  watch->source = 0;
  watch->interval = MIN (watch->interval * 2, 30);
  watch->asked_at = watch->directory->n_writes;
  watch->is_reading = TRUE;
  seam_client_get_credential_async (watch->directory->client, seam_record_get_id (SEAM_RECORD (watch->credential)),
                                    watch->cancellable, on_read, watch);
  return G_SOURCE_REMOVE;
}

static void
schedule (Watch *watch)
{
  if (seam_credential_get_sync (watch->credential) == SEAM_SYNC_WAITING && watch->source == 0 && !watch->is_reading)
    watch->source = g_timeout_add_seconds (watch->interval, on_time, watch);
}

static void
on_sync_changed (SeamCredential *credential,
                 GParamSpec     *pspec,
                 LanyardDirectory *self)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL)
    return;
  watch->interval = 1;
  schedule (watch);
}

/**
 * lanyard_directory_watch:
 * @self: a directory
 * @credential: one of its credentials
 *
 * Reads @credential again, at growing intervals, as long as its access system has not taken the latest change.
 * Counted: as many lanyard_directory_unwatch() end it.
 */
void
lanyard_directory_watch (LanyardDirectory *self,
                         SeamCredential   *credential)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL)
    {
      watch = g_new0 (Watch, 1);
      watch->directory = self;
      watch->credential = g_object_ref (credential);
      watch->cancellable = g_cancellable_new ();
      watch->interval = 1;
      g_hash_table_insert (self->watches, credential, watch);
      g_signal_connect_object (credential, "notify::sync", G_CALLBACK (on_sync_changed), self, 0);
    }
  watch->n_watchers++;
  schedule (watch);
}

/**
 * lanyard_directory_unwatch:
 * @self: a directory
 * @credential: what was watched
 */
void
lanyard_directory_unwatch (LanyardDirectory *self,
                           SeamCredential   *credential)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL || --watch->n_watchers > 0)
    return;
  g_signal_handlers_disconnect_by_func (credential, on_sync_changed, self);
  g_hash_table_remove (self->watches, credential);
}

void
lanyard_directory_stop_watching (LanyardDirectory *self)
{
  g_hash_table_remove_all (self->watches);
}
