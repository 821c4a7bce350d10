/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the whole workspace: page after page, each access system's lists side by side. */
#include "lanyard-directory-private.h"

#define MAX_IN_FLIGHT 6

struct _LanyardLoad
{
  GPtrArray    *tasks; /* who waits for it */
  GCancellable *cancellable;
  GQueue        chains; /* those that wait for their turn */
  guint         in_flight;
  GError       *error;
  GHashTable   *seen; /* records, to find what has vanished */
};

/* The pages of one list of one access system. */
typedef struct
{
  LanyardDirectory *directory;
  gboolean          users;
  char             *system_id;
  char             *cursor;
  GHashTable       *cursors;
} Chain;

static void run_chains (LanyardDirectory *self);

static void
chain_free (Chain *chain)
{
  g_object_unref (chain->directory);
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
  g_queue_clear_full (&load->chains, (GDestroyNotify) chain_free);
  g_hash_table_unref (load->seen);
  g_clear_error (&load->error);
  g_free (load);
}

typedef struct
{
  GHashTable *seen;
  GPtrArray  *vanished;
} Sweep;

static void
sweep (gpointer record,
       gpointer user_data)
{
  Sweep *swept = user_data;

  if (!g_hash_table_contains (swept->seen, record))
    g_ptr_array_add (swept->vanished, g_object_ref (record));
}

static void
remove_vanished (LanyardDirectory *self)
{
  Sweep credentials = { self->load->seen, g_ptr_array_new_with_free_func (g_object_unref) };
  Sweep users = { self->load->seen, g_ptr_array_new_with_free_func (g_object_unref) };

  lanyard_store_foreach (self->credentials, sweep, &credentials);
  lanyard_store_foreach (self->users, sweep, &users);
  lanyard_directory_remove_credentials (self, credentials.vanished);
  lanyard_directory_remove_users (self, users.vanished);
  g_ptr_array_unref (credentials.vanished);
  g_ptr_array_unref (users.vanished);
}

static void
set_outcome (LanyardDirectory *self,
             const GError     *error)
{
  gboolean first = self->state == LANYARD_DIRECTORY_LOADING;

  if (error == NULL)
    {
      if (!first)
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
  if (first && error == NULL)
    lanyard_directory_recover (self);
}

static void
finish_load (LanyardDirectory *self)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_ref (self->load->tasks);
  g_autoptr (GError) error = g_steal_pointer (&self->load->error);

  set_outcome (self, error);
  g_clear_pointer (&self->load, load_free);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
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
  g_queue_clear_full (&self->load->chains, (GDestroyNotify) chain_free);
  g_cancellable_cancel (self->load->cancellable);
  if (self->load->in_flight == 0)
    finish_load (self);
}

static void
take_page (Chain    *chain,
           SeamPage *page)
{
  LanyardDirectory *self = chain->directory;
  LanyardStore *store = chain->users ? self->users : self->credentials;

  if (chain->users)
    lanyard_directory_take_users (self, page->records);
  else
    lanyard_directory_take_credentials (self, page->records);
  for (guint i = 0; i < page->records->len; i++)
    g_hash_table_add (self->load->seen, lanyard_store_lookup (store, seam_record_get_id (page->records->pdata[i])));
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Chain *chain = user_data;
  g_autoptr (LanyardDirectory) self = g_object_ref (chain->directory);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamPage) page = chain->users ? seam_client_list_users_finish (SEAM_CLIENT (source), result, &error)
                                           : seam_client_list_credentials_finish (SEAM_CLIENT (source), result, &error);

  self->load->in_flight--;
  if (page != NULL)
    {
      take_page (chain, page);
      if (page->next_cursor != NULL && !g_hash_table_add (chain->cursors, g_strdup (page->next_cursor)))
        g_set_error (&error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The server gave the same page cursor twice");
    }
  if (error == NULL && page->next_cursor != NULL && self->load->error == NULL)
    {
      g_free (chain->cursor);
      chain->cursor = g_steal_pointer (&page->next_cursor);
      g_queue_push_tail (&self->load->chains, g_steal_pointer (&chain));
    }
  g_clear_pointer (&chain, chain_free);
  if (error != NULL)
    fail_load (self, g_steal_pointer (&error));
  else
    run_chains (self);
}

static void
run_chains (LanyardDirectory *self)
{
  while (self->load->in_flight < MAX_IN_FLIGHT && !g_queue_is_empty (&self->load->chains))
    {
      Chain *chain = g_queue_pop_head (&self->load->chains);
      SeamListQuery query = { .system_id = chain->system_id };

      self->load->in_flight++;
      if (chain->users)
        seam_client_list_users_async (self->client, &query, chain->cursor, self->load->cancellable, on_page, chain);
      else
        seam_client_list_credentials_async (self->client, &query, chain->cursor, self->load->cancellable, on_page,
                                            chain);
    }
  if (self->load->in_flight == 0)
    finish_load (self);
}

static void
add_chain (LanyardDirectory *self,
           SeamRecord       *system,
           gboolean          users)
{
  Chain *chain = g_new0 (Chain, 1);

  chain->directory = g_object_ref (self);
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
  seam_client_list_systems_async (self->client, cancellable, on_systems, g_object_ref (self));
}

/**
 * lanyard_directory_load_async:
 * @self: a directory
 * @cancellable: (nullable): stops the load
 * @callback: (nullable): called when all is read, or has failed
 * @user_data: for @callback
 *
 * Loads everything, or reads everything again; a second call joins the first.
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
  self->load = g_new0 (LanyardLoad, 1);
  self->load->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->load->cancellable = g_cancellable_new ();
  self->load->seen = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (self->load->tasks, task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->load->cancellable,
                             G_CONNECT_SWAPPED);
  if (self->state == LANYARD_DIRECTORY_READY)
    lanyard_directory_set_refreshing (self, TRUE, self->stale);
  else
    lanyard_directory_set_state (self, LANYARD_DIRECTORY_LOADING, NULL);
  seam_client_get_workspace_async (self->client, self->load->cancellable, on_workspace, g_object_ref (self));
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
  if (self->load != NULL)
    g_cancellable_cancel (self->load->cancellable);
}
