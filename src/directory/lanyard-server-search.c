/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server for what is searched while the lists are not complete. */
#include "lanyard-directory-private.h"
#include "lanyard-query.h"

/* A person who types is not asked for after each letter; milliseconds. */
#define DEBOUNCE 250

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

static gboolean
on_time (gpointer user_data)
{
  Request *request = user_data;
  LanyardDirectory *self = request->directory;
  SeamListQuery query = { .search = request->search };

  self->search_source = 0;
  self->search_cancellable = g_cancellable_new ();
  self->search_asked_at = self->n_writes;
  seam_client_list_users_async (self->client, &query, NULL, self->search_cancellable, on_users, g_object_ref (self));
  seam_client_list_credentials_async (self->client, &query, NULL, self->search_cancellable, on_credentials,
                                      g_object_ref (self));
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
  Request *request;

  lanyard_directory_stop_searching (self);
  if ((self->state != LANYARD_DIRECTORY_LOADING && self->state != LANYARD_DIRECTORY_INCOMPLETE) || text == NULL)
    return;
  request = g_new0 (Request, 1);
  request->directory = self;
  request->search = g_steal_pointer (&text);
  self->search_source = g_timeout_add_full (G_PRIORITY_DEFAULT, DEBOUNCE, on_time, request, request_free);
}
