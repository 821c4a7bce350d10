/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a whole workspace: which access systems it has, then their lists; and how that has ended. */
#include "lanyard-loader.h"

#include "lanyard-page-reader.h"

struct _LanyardLoader
{
  GObject parent_instance;

  SeamClient         *client;
  LanyardHoldings    *holdings;
  LanyardProgress    *progress;
  LanyardSystemLoads *loads;
  LanyardPageReader  *reader;     /* while a load is under way */
  GPtrArray          *tasks;      /* who waits for it */
  GPtrArray          *later;      /* who waits for one that reads everything, when this one doesn't */
  gboolean            is_retry;   /* of what has failed, alone */
  gboolean            is_listing; /* it is known which access systems there are */
};

enum
{
  WORKSPACE_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardLoader, lanyard_loader, G_TYPE_OBJECT)

/* Of what was there before, what has not come again; where it could not be looked at, nothing is known to be gone. */
static GPtrArray *
list_vanished (LanyardLoader  *self,
               LanyardStore   *store,
               LanyardResource resource)
{
  g_autoptr (GPtrArray) unread = lanyard_store_list_unread (store);
  GPtrArray *vanished = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < unread->len; i++)
    if (lanyard_system_loads_knows (self->loads, lanyard_record_get_system_id (unread->pdata[i]), resource))
      g_ptr_array_add (vanished, g_object_ref (unread->pdata[i]));
  return vanished;
}

static void
remove_vanished (LanyardLoader *self)
{
  LanyardStore *users = lanyard_holdings_get_users (self->holdings);
  LanyardStore *credentials = lanyard_holdings_get_credentials (self->holdings);
  g_autoptr (GPtrArray) gone_credentials = list_vanished (self, credentials, LANYARD_RESOURCE_CREDENTIALS);
  g_autoptr (GPtrArray) gone_users = list_vanished (self, users, LANYARD_RESOURCE_USERS);

  lanyard_holdings_remove_credentials (self->holdings, gone_credentials);
  lanyard_holdings_remove_users (self->holdings, gone_users);
}

static gboolean
has_records (LanyardLoader *self)
{
  return lanyard_store_get_n_records (lanyard_holdings_get_users (self->holdings)) > 0
         || lanyard_store_get_n_records (lanyard_holdings_get_credentials (self->holdings)) > 0;
}

/* It was ended, before everything was tried. */
static void
set_ended (LanyardLoader *self,
           const GError  *error)
{
  LanyardDirectoryState state = lanyard_progress_get_state (self->progress);

  if (self->is_retry)
    lanyard_progress_set_refreshing (self->progress, FALSE, lanyard_progress_get_stale (self->progress));
  else if (state == LANYARD_DIRECTORY_LOADING)
    lanyard_progress_set_state (self->progress,
                                has_records (self) ? LANYARD_DIRECTORY_INCOMPLETE : LANYARD_DIRECTORY_FAILED, error);
  else
    {
      lanyard_progress_set_refreshing (self->progress, FALSE, TRUE);
      lanyard_progress_set_state (self->progress, lanyard_progress_get_state (self->progress), error);
    }
}

/* Everything was tried. */
static void
set_outcome (LanyardLoader *self,
             const GError  *error)
{
  if (error != NULL && lanyard_progress_get_state (self->progress) == LANYARD_DIRECTORY_LOADING && !has_records (self)
      && !lanyard_system_loads_is_any_read (self->loads))
    {
      lanyard_progress_set_state (self->progress, LANYARD_DIRECTORY_FAILED, error);
      return;
    }
  remove_vanished (self);
  lanyard_progress_set_refreshing (self->progress, FALSE,
                                   self->is_retry && lanyard_progress_get_stale (self->progress));
  if (!self->is_retry)
    lanyard_progress_set_state (self->progress, LANYARD_DIRECTORY_READY, NULL);
}

static void
on_idle (LanyardPageReader *reader,
         LanyardLoader     *loader)
{
  g_autoptr (LanyardLoader) self = g_object_ref (loader);
  const GError *error = lanyard_page_reader_get_error (reader);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) later = NULL;

  g_signal_handlers_disconnect_by_func (reader, on_idle, self);
  lanyard_page_reader_break_off (reader);
  if (lanyard_page_reader_get_is_ended (reader))
    set_ended (self, error);
  else
    set_outcome (self, error);
  lanyard_store_flush (lanyard_holdings_get_users (self->holdings));
  lanyard_store_flush (lanyard_holdings_get_credentials (self->holdings));
  tasks = g_steal_pointer (&self->tasks);
  later = g_steal_pointer (&self->later);
  g_clear_object (&self->reader);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
  for (guint i = 0; i < later->len; i++)
    lanyard_loader_load (self, g_object_ref (later->pdata[i]));
}

static void
start (LanyardLoader *self,
       gboolean       is_retry)
{
  self->reader = lanyard_page_reader_new (self->client, self->holdings, self->loads);
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->later = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_retry = self->is_listing = is_retry;
  g_signal_connect_object (self->reader, "idle", G_CALLBACK (on_idle), self, 0);
}

static gboolean
add_unread (LanyardSystemReading *reading,
            gpointer              user_data)
{
  if (!reading->is_read)
    lanyard_page_reader_add (user_data, reading);
  return FALSE;
}

static void
read_lists (LanyardLoader *self)
{
  self->is_listing = TRUE;
  lanyard_system_loads_any (self->loads, add_unread, self->reader);
  lanyard_page_reader_run (self->reader);
}

static void
on_systems (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) systems = seam_client_list_systems_finish (SEAM_CLIENT (source), result, &error);

  if (systems == NULL)
    {
      lanyard_page_reader_end (self->reader, error);
      return;
    }
  lanyard_system_loads_take_systems (self->loads, systems);
  read_lists (self);
}

static void
on_workspace (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamWorkspace) workspace = seam_client_get_workspace_finish (SEAM_CLIENT (source), result, &error);

  if (workspace == NULL)
    {
      lanyard_page_reader_end (self->reader, error);
      return;
    }
  g_signal_emit (self, signals[WORKSPACE_READ], 0, workspace);
  seam_client_list_systems_async (self->client, lanyard_page_reader_get_cancellable (self->reader), on_systems,
                                  g_object_ref (self));
}

static void
begin_load (LanyardLoader *self)
{
  gboolean is_ready = lanyard_progress_get_state (self->progress) == LANYARD_DIRECTORY_READY;

  start (self, FALSE);
  if (is_ready)
    lanyard_progress_set_refreshing (self->progress, TRUE, lanyard_progress_get_stale (self->progress));
  else
    lanyard_progress_set_state (self->progress, LANYARD_DIRECTORY_LOADING, NULL);
  if (!is_ready && lanyard_system_loads_is_any_unread (self->loads))
    {
      read_lists (self);
      return;
    }
  lanyard_system_loads_restart (self->loads);
  lanyard_store_begin_reading (lanyard_holdings_get_users (self->holdings));
  lanyard_store_begin_reading (lanyard_holdings_get_credentials (self->holdings));
  seam_client_get_workspace_async (self->client, lanyard_page_reader_get_cancellable (self->reader), on_workspace,
                                   g_object_ref (self));
}

static void
lanyard_loader_dispose (GObject *object)
{
  lanyard_loader_stop (LANYARD_LOADER (object));
  G_OBJECT_CLASS (lanyard_loader_parent_class)->dispose (object);
}

static void
lanyard_loader_finalize (GObject *object)
{
  LanyardLoader *self = LANYARD_LOADER (object);

  g_clear_object (&self->reader);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_clear_object (&self->loads);
  g_clear_object (&self->progress);
  g_clear_object (&self->holdings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_loader_parent_class)->finalize (object);
}

static void
lanyard_loader_class_init (LanyardLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_loader_dispose;
  object_class->finalize = lanyard_loader_finalize;
  signals[WORKSPACE_READ] = g_signal_new ("workspace-read", LANYARD_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, SEAM_TYPE_WORKSPACE);
}

static void
lanyard_loader_init (LanyardLoader *self)
{
}

/* lanyard_loader_new:
 * @client: (transfer none): whom to ask
 * @holdings: (transfer none): what takes the records
 * @progress: (transfer none): where it is told how far it has come
 * @loads: (transfer none): where it is told how each access system stands
 *
 * Returns: (transfer full): a loader that has read nothing yet */
LanyardLoader *
lanyard_loader_new (SeamClient         *client,
                    LanyardHoldings    *holdings,
                    LanyardProgress    *progress,
                    LanyardSystemLoads *loads)
{
  LanyardLoader *self = g_object_new (LANYARD_TYPE_LOADER, NULL);

  self->client = g_object_ref (client);
  self->holdings = g_object_ref (holdings);
  self->progress = g_object_ref (progress);
  self->loads = g_object_ref (loads);
  return self;
}

/* lanyard_loader_load:
 * @self: a loader
 * @task: (transfer full): returns whether everything was read, when everything was tried, or when it ended early; its
 *   cancellable stops the load
 *
 * Loads everything, or reads everything again; a second call joins the first, and one after a load that ended early
 * goes on where that ended. */
void
lanyard_loader_load (LanyardLoader *self,
                     GTask         *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->reader != NULL)
    {
      g_ptr_array_add (self->is_retry ? self->later : self->tasks, task);
      return;
    }
  begin_load (self);
  g_ptr_array_add (self->tasks, task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel),
                             lanyard_page_reader_get_cancellable (self->reader), G_CONNECT_SWAPPED);
}

/* lanyard_loader_stop:
 * @self: a loader
 *
 * Stops loading; what has arrived stays. */
void
lanyard_loader_stop (LanyardLoader *self)
{
  if (self->reader != NULL)
    g_cancellable_cancel (lanyard_page_reader_get_cancellable (self->reader));
}

static gboolean
add_failed (LanyardSystemReading *reading,
            gpointer              user_data)
{
  if (reading->error != NULL)
    lanyard_page_reader_add (user_data, reading);
  return FALSE;
}

/* lanyard_loader_retry:
 * @self: a loader
 * @system_id: (nullable): one of the access systems; %NULL for all of them
 *
 * Tries again what could not be read, and nothing else. How that goes shows in the failures. */
void
lanyard_loader_retry (LanyardLoader *self,
                      const char    *system_id)
{
  LanyardSystemLoad *load = lanyard_system_loads_lookup (self->loads, system_id);

  /* One that has only just begun tries everything anyway. */
  if ((system_id != NULL && load == NULL) || (self->reader != NULL && !self->is_listing))
    return;
  if (self->reader == NULL)
    {
      start (self, TRUE);
      lanyard_progress_set_refreshing (self->progress, TRUE, lanyard_progress_get_stale (self->progress));
    }
  for (guint i = 0; load != NULL && i < LANYARD_N_RESOURCES; i++)
    add_failed (lanyard_system_load_get_reading (load, (LanyardResource) i), self->reader);
  if (system_id == NULL)
    lanyard_system_loads_any (self->loads, add_failed, self->reader);
  lanyard_page_reader_run (self->reader);
}
