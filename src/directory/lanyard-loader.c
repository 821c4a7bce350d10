/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the whole workspace: page after page, each access system's lists side by side. */
#include "lanyard-directory-private.h"

/* So many requests are under way at a time, and so many pages wait to be taken: the server may be quicker. */
#define MAX_IN_FLIGHT 6
#define MAX_TAKING 12

struct _LanyardLoad
{
  GPtrArray    *tasks; /* who waits for it */
  GCancellable *cancellable;
  GQueue        chains; /* those that wait for their turn */
  GQueue        broken; /* those that ended early */
  guint         in_flight;
  guint         taking;
  GError       *error;
};

/* The pages of one list of one access system. */
typedef struct
{
  LanyardDirectory *directory; /* owned while a page is under way */
  gboolean          users;
  char             *system_id;
  char             *cursor;
  GHashTable       *cursors;
  guint64           asked_at; /* the directory's n_writes when the page was asked for */
} Chain;

static void run_chains (LanyardDirectory *self);

static void
chain_free (gpointer data)
{
  Chain *chain = data;

  g_hash_table_unref (chain->cursors);
  g_free (chain->system_id);
  g_free (chain->cursor);
  g_free (chain);
}

static void
load_free (LanyardLoad *load)
{
  g_ptr_array_unref (load->tasks);
  g_object_unref (load->cancellable);
  g_queue_clear_full (&load->chains, chain_free);
  g_queue_clear_full (&load->broken, chain_free);
  g_clear_error (&load->error);
  g_free (load);
}

void
lanyard_directory_forget_unfinished (LanyardDirectory *self)
{
  g_queue_clear_full (&self->unfinished, chain_free);
}

static void
move_all (GQueue *from,
          GQueue *to)
{
  while (!g_queue_is_empty (from))
    g_queue_push_tail (to, g_queue_pop_head (from));
}

/* What was there before, and has not come again. */
static void
remove_vanished (LanyardDirectory *self)
{
  g_autoptr (GPtrArray) credentials = lanyard_store_list_unread (self->credentials);
  g_autoptr (GPtrArray) users = lanyard_store_list_unread (self->users);

  lanyard_directory_remove_credentials (self, credentials);
  lanyard_directory_remove_users (self, users);
}

static void
set_outcome (LanyardDirectory *self,
             const GError     *error)
{
  gboolean first = self->state == LANYARD_DIRECTORY_LOADING;

  if (error == NULL)
    {
      remove_vanished (self);
      lanyard_directory_set_refreshing (self, FALSE, FALSE);
      lanyard_directory_set_state (self, LANYARD_DIRECTORY_READY, NULL);
    }
  else if (first)
    lanyard_directory_set_state (self,
                                 lanyard_store_get_n_records (self->users) > 0
                                 || lanyard_store_get_n_records (self->credentials) > 0
                                   ? LANYARD_DIRECTORY_INCOMPLETE : LANYARD_DIRECTORY_FAILED,
                                 error);
  else
    {
      lanyard_directory_set_refreshing (self, FALSE, TRUE);
      lanyard_directory_set_state (self, self->state, error);
    }
}

static void
finish_load (LanyardDirectory *self)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_ref (self->load->tasks);
  g_autoptr (GError) error = g_steal_pointer (&self->load->error);

  if (error != NULL && self->state == LANYARD_DIRECTORY_LOADING)
    {
      move_all (&self->load->broken, &self->unfinished);
      move_all (&self->load->chains, &self->unfinished);
    }
  set_outcome (self, error);
  lanyard_store_flush (self->users);
  lanyard_store_flush (self->credentials);
  g_clear_pointer (&self->load, load_free);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
}

static gboolean
is_idle (LanyardLoad *load)
{
  return load->in_flight == 0 && load->taking == 0;
}

/* The first error counts; what else is under way is stopped. */
static void
fail_load (LanyardDirectory *self,
           GError           *error)
{
  if (self->load->error == NULL)
    self->load->error = error;
  else
    g_error_free (error);
  g_cancellable_cancel (self->load->cancellable);
  if (is_idle (self->load))
    finish_load (self);
}

/* A page whose records are being prepared on a worker. */
typedef struct
{
  LanyardDirectory *directory;
  gboolean          users;
  GPtrArray        *records;
  GPtrArray        *keys;
  guint64           asked_at;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->directory);
  g_ptr_array_unref (taking->records);
  g_clear_pointer (&taking->keys, g_ptr_array_unref);
  g_free (taking);
}

static void
make_keys (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Taking *taking = task_data;

  taking->keys = lanyard_keys_of_records (taking->records);
  g_task_return_boolean (task, TRUE);
}

static void
on_keys (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Taking *taking = user_data;
  LanyardDirectory *self = taking->directory;

  if (taking->users)
    lanyard_directory_take_user_keys (self, taking->keys);
  else
    lanyard_directory_take_credential_keys (self, taking->keys, taking->asked_at);
  self->load->taking--;
  run_chains (self);
  taking_free (taking);
}

/* As in LanyardList, nothing of the page may be left to the worker to free. */
static void
take_page (LanyardDirectory *self,
           Chain            *chain,
           SeamPage         *page)
{
  Taking *taking = g_new0 (Taking, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_keys, taking);

  taking->directory = g_object_ref (self);
  taking->users = chain->users;
  taking->asked_at = chain->asked_at;
  taking->records = g_ptr_array_ref (page->records);
  self->load->taking++;
  g_task_set_source_tag (task, take_page);
  g_task_set_task_data (task, taking, NULL);
  g_task_run_in_thread (task, make_keys);
}

static gboolean
can_go_on_after (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TIMED_OUT)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_RATE_LIMITED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_SERVER);
}

/* Where the cursor itself may be at fault, the list is to be read from its beginning. */
static void
break_chain (LanyardDirectory *self,
             Chain            *chain,
             GError           *error)
{
  if (!can_go_on_after (error))
    {
      g_clear_pointer (&chain->cursor, g_free);
      g_hash_table_remove_all (chain->cursors);
    }
  g_queue_push_tail (&self->load->broken, chain);
  fail_load (self, error);
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Chain *chain = user_data;
  g_autoptr (LanyardDirectory) self = chain->directory;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamPage) page = chain->users ? seam_client_list_users_finish (SEAM_CLIENT (source), result, &error)
                                           : seam_client_list_credentials_finish (SEAM_CLIENT (source), result, &error);

  self->load->in_flight--;
  if (page != NULL)
    {
      take_page (self, chain, page);
      if (page->next_cursor != NULL && !g_hash_table_add (chain->cursors, g_strdup (page->next_cursor)))
        g_set_error (&error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The server gave the same page cursor twice");
    }
  if (error != NULL)
    {
      break_chain (self, chain, g_steal_pointer (&error));
      return;
    }
  g_free (chain->cursor);
  chain->cursor = g_steal_pointer (&page->next_cursor);
  if (chain->cursor != NULL)
    g_queue_push_tail (&self->load->chains, chain);
  else
    chain_free (chain);
  run_chains (self);
}

static void
ask_for_page (LanyardDirectory *self,
              Chain            *chain)
{
  SeamListQuery query = { .system_id = chain->system_id };

  self->load->in_flight++;
  chain->directory = g_object_ref (self);
  chain->asked_at = self->n_writes;
  if (chain->users)
    seam_client_list_users_async (self->client, &query, chain->cursor, self->load->cancellable, on_page, chain);
  else
    seam_client_list_credentials_async (self->client, &query, chain->cursor, self->load->cancellable, on_page, chain);
}

static void
run_chains (LanyardDirectory *self)
{
  LanyardLoad *load = self->load;

  while (load->error == NULL && load->in_flight < MAX_IN_FLIGHT && load->taking < MAX_TAKING
         && !g_queue_is_empty (&load->chains))
    ask_for_page (self, g_queue_pop_head (&load->chains));
  if (is_idle (load))
    finish_load (self);
}

static void
add_chain (LanyardDirectory *self,
           SeamRecord       *system,
           gboolean          users)
{
  Chain *chain = g_new0 (Chain, 1);

  chain->users = users;
  chain->system_id = g_strdup (seam_record_get_id (system));
  chain->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_push_tail (&self->load->chains, chain);
}

static void
take_systems (LanyardDirectory *self,
              GPtrArray        *systems)
{
  for (guint i = 0; i < systems->len; i++)
    {
      SeamSystem *known = lanyard_directory_lookup_system (self, seam_record_get_id (systems->pdata[i]));

      if (known != NULL)
        seam_record_merge (SEAM_RECORD (known), systems->pdata[i]);
      else
        g_list_store_append (self->systems, systems->pdata[i]);
      add_chain (self, systems->pdata[i], TRUE);
      add_chain (self, systems->pdata[i], FALSE);
    }
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
      fail_load (self, g_steal_pointer (&error));
      return;
    }
  take_systems (self, systems);
  run_chains (self);
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
      fail_load (self, g_steal_pointer (&error));
      return;
    }
  lanyard_directory_set_workspace (self, workspace);
  lanyard_directory_recover (self);
  seam_client_list_systems_async (self->client, cancellable, on_systems, g_object_ref (self));
}

static void
begin_load (LanyardDirectory *self)
{
  self->load = g_new0 (LanyardLoad, 1);
  self->load->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->load->cancellable = g_cancellable_new ();
  if (self->state == LANYARD_DIRECTORY_READY)
    lanyard_directory_set_refreshing (self, TRUE, self->stale);
  else
    lanyard_directory_set_state (self, LANYARD_DIRECTORY_LOADING, NULL);
  if (!g_queue_is_empty (&self->unfinished))
    {
      move_all (&self->unfinished, &self->load->chains);
      run_chains (self);
      return;
    }
  lanyard_store_begin_reading (self->users);
  lanyard_store_begin_reading (self->credentials);
  seam_client_get_workspace_async (self->client, self->load->cancellable, on_workspace, g_object_ref (self));
}

/**
 * lanyard_directory_load_async:
 * @self: a directory
 * @cancellable: (nullable): stops the load
 * @callback: (nullable): called when all is read, or has failed
 * @user_data: for @callback
 *
 * Loads everything, or reads everything again; a second call joins the first, and one after a load that ended early
 * goes on where that ended.
 */
void
lanyard_directory_load_async (LanyardDirectory   *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_load_async);
  if (self->load != NULL)
    {
      g_ptr_array_add (self->load->tasks, task);
      return;
    }
  begin_load (self);
  g_ptr_array_add (self->load->tasks, task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->load->cancellable,
                             G_CONNECT_SWAPPED);
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
