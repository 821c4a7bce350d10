/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server for what is searched while the lists are not complete. */
#include "lanyard-directory-private.h"
#include "lanyard-query.h"

/* A person who types is not asked for after each letter; milliseconds. */
#define DEBOUNCE 250

/* Of so many lists that could not be read each is asked for by itself. */
#define MAX_MISSING 6

static void
on_users (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (SeamPage) page = seam_client_list_users_finish (SEAM_CLIENT (source), result, NULL);

  if (page != NULL)
    lanyard_directory_take_users (self, page->records);
}

static void
on_credentials (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardDirectory) self = user_data;
  g_autoptr (SeamPage) page = seam_client_list_credentials_finish (SEAM_CLIENT (source), result, NULL);

  if (page != NULL)
    lanyard_directory_take_credentials (self, page->records, self->search_asked_at);
}

typedef struct
{
  LanyardDirectory *directory; /* not owned: it removes the source */
  char             *search;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->search);
  g_free (request);
}

static void
ask (LanyardDirectory *self,
     LanyardResource   resource,
     const char       *system_id,
     const char       *search)
{
  SeamListQuery query = { .system_id = system_id, .search = search };

  if (resource == LANYARD_RESOURCE_USERS)
    seam_client_list_users_async (self->client, &query, NULL, self->search_cancellable, on_users, g_object_ref (self));
  else
    seam_client_list_credentials_async (self->client, &query, NULL, self->search_cancellable, on_credentials,
                                        g_object_ref (self));
}

static gboolean
add_missing (LanyardSystemReading *reading,
             gpointer              user_data)
{
  if (reading->error != NULL && !reading->was_read)
    g_ptr_array_add (user_data, reading);
  return FALSE;
}

/* The lists that could not be read to their end, when everything else was. */
static GPtrArray *
list_missing (LanyardDirectory *self)
{
  GPtrArray *missing = g_ptr_array_new ();

  if (self->state == LANYARD_DIRECTORY_READY)
    lanyard_system_loads_any (self->loads, add_missing, missing);
  return missing;
}

static gboolean
on_time (gpointer user_data)
{
  Request *request = user_data;
  LanyardDirectory *self = request->directory;
  g_autoptr (GPtrArray) missing = list_missing (self);

  self->search_source = 0;
  self->search_cancellable = g_cancellable_new ();
  self->search_asked_at = self->n_writes;
  for (guint i = 0; i < missing->len && missing->len <= MAX_MISSING; i++)
    {
      LanyardSystemReading *reading = missing->pdata[i];
      SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (reading->owner));

      ask (self, reading->resource, seam_record_get_id (system), request->search);
    }
  for (guint i = 0; i < LANYARD_N_RESOURCES && (missing->len == 0 || missing->len > MAX_MISSING); i++)
    ask (self, (LanyardResource) i, NULL, request->search);
  return G_SOURCE_REMOVE;
}

void
lanyard_directory_stop_searching (LanyardDirectory *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
}

/**
 * lanyard_directory_search_server:
 * @self: a directory
 * @search: what is searched for
 *
 * Asks the server for @search when the lists are not complete; a new search ends the last one.
 */
void
lanyard_directory_search_server (LanyardDirectory *self,
                                 const char       *search)
{
  g_autofree char *text = search != NULL ? lanyard_query_dup_for_server (search) : NULL;
  g_autoptr (GPtrArray) missing = list_missing (self);
  Request *request;

  lanyard_directory_stop_searching (self);
  if ((self->state != LANYARD_DIRECTORY_LOADING && self->state != LANYARD_DIRECTORY_INCOMPLETE && missing->len == 0)
      || text == NULL)
    return;
  request = g_new0 (Request, 1);
  request->directory = self;
  request->search = g_steal_pointer (&text);
  self->search_source = g_timeout_add_full (G_PRIORITY_DEFAULT, DEBOUNCE, on_time, request, request_free);
}
