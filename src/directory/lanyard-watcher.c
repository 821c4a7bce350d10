/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a credential that somebody looks at again, until the access system has its latest state. */
#include "lanyard-watcher.h"

struct _LanyardWatcher
{
  GObject parent_instance;

  SeamClient      *client;
  LanyardHoldings *holdings;
  GHashTable      *watches; /* SeamCredential -> Watch */
};

typedef struct
{
  LanyardWatcher *watcher; /* not owned: it owns this */
  SeamCredential *credential;
  GCancellable   *cancellable;
  guint           n_watchers;
  guint           source;
  gboolean        is_reading;
  guint64         asked_at;
  guint           interval; /* seconds */
} Watch;

G_DEFINE_FINAL_TYPE (LanyardWatcher, lanyard_watcher, G_TYPE_OBJECT)

static void schedule (Watch *watch);

static void
watch_free (gpointer data)
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
  g_autoptr (LanyardWatcher) self = NULL;
  g_autoptr (SeamCredential) credential = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (watch->watcher);
  credential = g_object_ref (watch->credential);
  watch->is_reading = FALSE;
  if (seen != NULL)
    lanyard_holdings_take_credential (self->holdings, seen, watch->asked_at);
  /* Those who watched may have stopped at what they were just told, and it is gone. */
  watch = g_hash_table_lookup (self->watches, credential);
  if (watch != NULL)
    schedule (watch);
}

static gboolean
on_time (gpointer user_data)
{
  Watch *watch = user_data;
  LanyardWatcher *self = watch->watcher;

  watch->source = 0;
  watch->interval = MIN (watch->interval * 2, 30);
  watch->asked_at = lanyard_holdings_get_now (self->holdings);
  watch->is_reading = TRUE;
  seam_client_get_credential_async (self->client, seam_record_get_id (SEAM_RECORD (watch->credential)),
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
                 LanyardWatcher *self)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL)
    return;
  watch->interval = 1;
  schedule (watch);
}

static void
lanyard_watcher_dispose (GObject *object)
{
  g_hash_table_remove_all (LANYARD_WATCHER (object)->watches);
  G_OBJECT_CLASS (lanyard_watcher_parent_class)->dispose (object);
}

static void
lanyard_watcher_finalize (GObject *object)
{
  LanyardWatcher *self = LANYARD_WATCHER (object);

  g_hash_table_unref (self->watches);
  g_clear_object (&self->holdings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_watcher_parent_class)->finalize (object);
}

static void
lanyard_watcher_class_init (LanyardWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_watcher_dispose;
  object_class->finalize = lanyard_watcher_finalize;
}

static void
lanyard_watcher_init (LanyardWatcher *self)
{
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, watch_free);
}

/* lanyard_watcher_new:
 * @client: (transfer none): whom to ask
 * @holdings: (transfer none): what takes the answers
 *
 * Returns: (transfer full): one that watches nothing yet */
LanyardWatcher *
lanyard_watcher_new (SeamClient      *client,
                     LanyardHoldings *holdings)
{
  LanyardWatcher *self = g_object_new (LANYARD_TYPE_WATCHER, NULL);

  self->client = g_object_ref (client);
  self->holdings = g_object_ref (holdings);
  return self;
}

/* lanyard_watcher_watch:
 * @self: a watcher
 * @credential: a credential that is listed
 *
 * Reads @credential again, at growing intervals, as long as its access system has not taken the latest change.
 * Counted: as many lanyard_watcher_unwatch() end it. */
void
lanyard_watcher_watch (LanyardWatcher *self,
                       SeamCredential *credential)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL)
    {
      watch = g_new0 (Watch, 1);
      watch->watcher = self;
      watch->credential = g_object_ref (credential);
      watch->cancellable = g_cancellable_new ();
      watch->interval = 1;
      g_hash_table_insert (self->watches, credential, watch);
      g_signal_connect_object (credential, "notify::sync", G_CALLBACK (on_sync_changed), self, 0);
    }
  watch->n_watchers++;
  schedule (watch);
}

/* lanyard_watcher_unwatch:
 * @self: a watcher
 * @credential: what was watched */
void
lanyard_watcher_unwatch (LanyardWatcher *self,
                         SeamCredential *credential)
{
  Watch *watch = g_hash_table_lookup (self->watches, credential);

  if (watch == NULL || --watch->n_watchers > 0)
    return;
  g_signal_handlers_disconnect_by_func (credential, on_sync_changed, self);
  g_hash_table_remove (self->watches, credential);
}
