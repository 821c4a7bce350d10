/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the whole workspace: page after page, each access system's lists side by side. */
#include "lanyard-directory-private.h"

/* So many requests are under way at a time, and so many pages wait to be taken: the server may be quicker. */
#define MAX_IN_FLIGHT 6
#define MAX_TAKING 12

struct _LanyardLoad
{
  GPtrArray    *tasks; /* who waits for it */
  GPtrArray    *later; /* who waits for one that reads everything, when this one doesn't */
  GCancellable *cancellable;
  GQueue        readings; /* those that wait for their turn */
  gboolean      is_retry;   /* of what has failed, alone */
  gboolean      is_listing; /* it is known which access systems there are */
  guint         in_flight;
  guint         taking;
  GError       *error; /* what ended it; of an access system alone: the first such one */
  gboolean      is_ended;
};

/* A page that is under way. */
typedef struct
{
  LanyardDirectory     *directory;
  LanyardSystemLoad    *owner;
  LanyardSystemReading *reading;
} Asking;

static void run_readings (LanyardDirectory *self);
static void join_load    (LanyardDirectory *self,
                          GTask            *task);

static LanyardLoad *
load_new (void)
{
  LanyardLoad *load = g_new0 (LanyardLoad, 1);

  load->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  load->later = g_ptr_array_new_with_free_func (g_object_unref);
  load->cancellable = g_cancellable_new ();
  return load;
}

static void
load_free (LanyardLoad *load)
{
  g_ptr_array_unref (load->tasks);
  g_ptr_array_unref (load->later);
  g_object_unref (load->cancellable);
  g_queue_clear (&load->readings);
  g_clear_error (&load->error);
  g_free (load);
}

/* Of what was there before, what has not come again; where it could not be looked at, nothing is known to be gone. */
static GPtrArray *
list_vanished (LanyardDirectory *self,
               LanyardStore     *store,
               LanyardResource   resource)
{
  g_autoptr (GPtrArray) unread = lanyard_store_list_unread (store);
  GPtrArray *vanished = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < unread->len; i++)
    if (lanyard_system_loads_knows (self->loads, lanyard_record_get_system_id (unread->pdata[i]), resource))
      g_ptr_array_add (vanished, g_object_ref (unread->pdata[i]));
  return vanished;
}

static void
remove_vanished (LanyardDirectory *self)
{
  g_autoptr (GPtrArray) credentials = list_vanished (self, self->credentials, LANYARD_RESOURCE_CREDENTIALS);
  g_autoptr (GPtrArray) users = list_vanished (self, self->users, LANYARD_RESOURCE_USERS);

  lanyard_directory_remove_credentials (self, credentials);
  lanyard_directory_remove_users (self, users);
}

static gboolean
has_records (LanyardDirectory *self)
{
  return lanyard_store_get_n_records (self->users) > 0 || lanyard_store_get_n_records (self->credentials) > 0;
}

/* It was ended, before everything was tried. */
static void
set_ended (LanyardDirectory *self,
           const GError     *error)
{
  if (self->load->is_retry)
    lanyard_directory_set_refreshing (self, FALSE, self->stale);
  else if (self->state == LANYARD_DIRECTORY_LOADING)
    lanyard_directory_set_state (self, has_records (self) ? LANYARD_DIRECTORY_INCOMPLETE : LANYARD_DIRECTORY_FAILED,
                                 error);
  else
    {
      lanyard_directory_set_refreshing (self, FALSE, TRUE);
      lanyard_directory_set_state (self, self->state, error);
    }
}

/* Everything was tried. */
static void
set_outcome (LanyardDirectory *self,
             const GError     *error)
{
  if (error != NULL && self->state == LANYARD_DIRECTORY_LOADING && !has_records (self)
      && !lanyard_system_loads_is_any_read (self->loads))
    {
      lanyard_directory_set_state (self, LANYARD_DIRECTORY_FAILED, error);
      return;
    }
  remove_vanished (self);
  lanyard_directory_set_refreshing (self, FALSE, self->load->is_retry && self->stale);
  if (!self->load->is_retry)
    lanyard_directory_set_state (self, LANYARD_DIRECTORY_READY, NULL);
}

/* What was to be read, and wasn't any more. */
static void
break_off_readings (LanyardDirectory *self)
{
  for (LanyardSystemReading *reading; (reading = g_queue_pop_head (&self->load->readings)) != NULL;)
    {
      lanyard_system_reading_break_off (reading);
      lanyard_system_loads_update (self->loads, reading->owner);
    }
}

static void
finish_load (LanyardDirectory *self)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_ref (self->load->tasks);
  g_autoptr (GPtrArray) later = g_ptr_array_ref (self->load->later);
  g_autoptr (GError) error = g_steal_pointer (&self->load->error);

  break_off_readings (self);
  if (self->load->is_ended)
    set_ended (self, error);
  else
    set_outcome (self, error);
  lanyard_store_flush (self->users);
  lanyard_store_flush (self->credentials);
  g_clear_pointer (&self->load, load_free);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
  for (guint i = 0; i < later->len; i++)
    join_load (self, g_object_ref (later->pdata[i]));
}

static gboolean
is_idle (LanyardLoad *load)
{
  return load->in_flight == 0 && load->taking == 0;
}

/* What is under way is stopped, and nothing else is tried. The first such error counts. */
static void
end_load (LanyardDirectory *self,
          const GError     *error)
{
  LanyardLoad *load = self->load;

  if (!load->is_ended)
    {
      g_clear_error (&load->error);
      load->error = g_error_copy (error);
      load->is_ended = TRUE;
    }
  g_cancellable_cancel (load->cancellable);
  if (is_idle (load))
    finish_load (self);
}

static void
on_taken (LanyardDirectory     *self,
          LanyardSystemReading *reading)
{
  self->load->taking--;
  lanyard_system_reading_taken (reading);
  lanyard_system_loads_update (self->loads, reading->owner);
  run_readings (self);
}

/* Whether it is no access system's own affair: asking for another one would end in the same way. */
static gboolean
is_of_everything (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_RATE_LIMITED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TLS)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_PROXY)
         || (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK) && seam_error_get_not_acted (error));
}

/* The others go on. */
static void
fail_reading (LanyardDirectory     *self,
              LanyardSystemReading *reading,
              const GError         *error)
{
  if (lanyard_system_reading_fail (reading, error))
    g_queue_push_head (&self->load->readings, reading);
  else if (self->load->error == NULL)
    self->load->error = g_error_copy (error);
}

static void
take_answer (LanyardDirectory     *self,
             LanyardSystemReading *reading,
             SeamPage             *page,
             GError              **error)
{
  if (page != NULL)
    {
      self->load->taking++;
      reading->n_taking++;
      lanyard_directory_take_page (self, reading, page->records, on_taken);
    }
  if (page == NULL || !lanyard_system_reading_advance (reading, page, error))
    fail_reading (self, reading, *error);
  else if (!reading->is_at_end)
    g_queue_push_tail (&self->load->readings, reading);
  lanyard_system_loads_update (self->loads, reading->owner);
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (LanyardDirectory) self = asking->directory;
  g_autoptr (LanyardSystemLoad) owner = asking->owner;
  gboolean users = asking->reading->resource == LANYARD_RESOURCE_USERS;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamPage) page = users ? seam_client_list_users_finish (SEAM_CLIENT (source), result, &error)
                                    : seam_client_list_credentials_finish (SEAM_CLIENT (source), result, &error);

  self->load->in_flight--;
  if (page == NULL && is_of_everything (error))
    {
      g_queue_push_tail (&self->load->readings, asking->reading);
      end_load (self, error);
      return;
    }
  take_answer (self, asking->reading, page, &error);
  run_readings (self);
}

static void
ask_for_page (LanyardDirectory     *self,
              LanyardSystemReading *reading)
{
  SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (reading->owner));
  SeamListQuery query = { .system_id = seam_record_get_id (system) };
  Asking *asking = g_new0 (Asking, 1);

  self->load->in_flight++;
  *asking = (Asking) { g_object_ref (self), g_object_ref (reading->owner), reading };
  reading->asked_at = self->n_writes;
  if (reading->resource == LANYARD_RESOURCE_USERS)
    seam_client_list_users_async (self->client, &query, reading->cursor, self->load->cancellable, on_page, asking);
  else
    seam_client_list_credentials_async (self->client, &query, reading->cursor, self->load->cancellable, on_page,
                                        asking);
}

static void
run_readings (LanyardDirectory *self)
{
  LanyardLoad *load = self->load;

  while (!load->is_ended && load->in_flight < MAX_IN_FLIGHT && load->taking < MAX_TAKING
         && !g_queue_is_empty (&load->readings))
    ask_for_page (self, g_queue_pop_head (&load->readings));
  if (is_idle (load))
    finish_load (self);
}

static void
queue_reading (LanyardDirectory     *self,
               LanyardSystemReading *reading)
{
  if (reading->is_queued)
    return;
  lanyard_system_reading_queue (reading);
  g_queue_push_tail (&self->load->readings, reading);
  lanyard_system_loads_update (self->loads, reading->owner);
}

static gboolean
queue_unread (LanyardSystemReading *reading,
              gpointer              user_data)
{
  if (!reading->is_read)
    queue_reading (LANYARD_DIRECTORY (user_data), reading);
  return FALSE;
}

static void
take_systems (LanyardDirectory *self,
              GPtrArray        *systems)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < systems->len; i++)
    {
      SeamSystem *system = lanyard_directory_lookup_system (self, seam_record_get_id (systems->pdata[i]));

      if (system != NULL)
        seam_record_merge (SEAM_RECORD (system), systems->pdata[i]);
      else
        g_list_store_append (self->systems, systems->pdata[i]);
      g_ptr_array_add (known, lanyard_directory_lookup_system (self, seam_record_get_id (systems->pdata[i])));
    }
  lanyard_system_loads_set_systems (self->loads, known);
  self->load->is_listing = TRUE;
  lanyard_system_loads_any (self->loads, queue_unread, self);
}

static void
on_systems (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) systems = seam_client_list_systems_finish (SEAM_CLIENT (source), result, &error);

  if (systems == NULL)
    {
      end_load (self, error);
      return;
    }
  take_systems (self, systems);
  run_readings (self);
}

static void
on_workspace (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamWorkspace) workspace = seam_client_get_workspace_finish (SEAM_CLIENT (source), result, &error);
  GCancellable *cancellable = self->load->cancellable;

  if (workspace == NULL)
    {
      end_load (self, error);
      return;
    }
  lanyard_directory_set_workspace (self, workspace);
  lanyard_directory_recover (self);
  seam_client_list_systems_async (self->client, cancellable, on_systems, g_object_ref (self));
}

static void
begin_load (LanyardDirectory *self)
{
  self->load = load_new ();
  if (self->state == LANYARD_DIRECTORY_READY)
    lanyard_directory_set_refreshing (self, TRUE, self->stale);
  else
    lanyard_directory_set_state (self, LANYARD_DIRECTORY_LOADING, NULL);
  if (self->state != LANYARD_DIRECTORY_READY && lanyard_system_loads_is_any_unread (self->loads))
    {
      self->load->is_listing = TRUE;
      lanyard_system_loads_any (self->loads, queue_unread, self);
      run_readings (self);
      return;
    }
  lanyard_system_loads_restart (self->loads);
  lanyard_store_begin_reading (self->users);
  lanyard_store_begin_reading (self->credentials);
  seam_client_get_workspace_async (self->client, self->load->cancellable, on_workspace, g_object_ref (self));
}

static void
join_load (LanyardDirectory *self,
           GTask            *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->load != NULL)
    {
      g_ptr_array_add (self->load->is_retry ? self->load->later : self->load->tasks, task);
      return;
    }
  begin_load (self);
  g_ptr_array_add (self->load->tasks, task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->load->cancellable,
                             G_CONNECT_SWAPPED);
}

/**
 * lanyard_directory_load_async:
 * @self: a directory
 * @cancellable: (nullable): stops the load
 * @callback: (nullable): called when everything was tried, or when it ended early
 * @user_data: for @callback
 *
 * Loads everything, or reads everything again; a second call joins the first, and one after a load that ended early
 * goes on where that ended. An access system that can't be read keeps no other from being listed: it is one of the
 * failures from then on.
 */
void
lanyard_directory_load_async (LanyardDirectory   *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_load_async);
  join_load (self, task);
}

/**
 * lanyard_directory_load_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location for what the client said
 *
 * Returns: whether everything was read
 */
gboolean
lanyard_directory_load_finish (LanyardDirectory *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_directory_stop_loading:
 * @self: a directory
 *
 * Stops loading; what has arrived stays, and the state says that it is incomplete.
 */
void
lanyard_directory_stop_loading (LanyardDirectory *self)
{
  lanyard_directory_stop_searching (self);
  if (self->load != NULL)
    g_cancellable_cancel (self->load->cancellable);
}

static gboolean
queue_failed (LanyardSystemReading *reading,
              gpointer              user_data)
{
  if (reading->error != NULL)
    queue_reading (LANYARD_DIRECTORY (user_data), reading);
  return FALSE;
}

/**
 * lanyard_directory_retry:
 * @self: a directory
 * @system_id: (nullable): one of its access systems; %NULL for all of them
 *
 * Tries again what could not be read, and nothing else. How that goes shows in the failures.
 */
void
lanyard_directory_retry (LanyardDirectory *self,
                         const char       *system_id)
{
  LanyardSystemLoad *load;

  g_return_if_fail (LANYARD_IS_DIRECTORY (self));

  load = lanyard_system_loads_lookup (self->loads, system_id);
  /* One that has only just begun tries everything anyway. */
  if ((system_id != NULL && load == NULL) || (self->load != NULL && !self->load->is_listing))
    return;
  if (self->load == NULL)
    {
      self->load = load_new ();
      self->load->is_retry = self->load->is_listing = TRUE;
      lanyard_directory_set_refreshing (self, TRUE, self->stale);
    }
  for (guint i = 0; load != NULL && i < LANYARD_N_RESOURCES; i++)
    queue_failed (lanyard_system_load_get_reading (load, (LanyardResource) i), self);
  if (system_id == NULL)
    lanyard_system_loads_any (self->loads, queue_failed, self);
  run_readings (self);
}
