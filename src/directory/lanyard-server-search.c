/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server for what is searched while the lists are not complete. */
#include "lanyard-server-search.h"

#include "lanyard-query.h"

/* A person who types is not asked for after each letter; milliseconds. */
#define DEBOUNCE 250

/* Of so many lists that could not be read each is asked for by itself. */
#define MAX_MISSING 6

struct _LanyardServerSearch
{
  GObject parent_instance;

  SeamClient         *client;
  LanyardHoldings    *holdings;
  LanyardProgress    *progress;
  LanyardSystemLoads *loads;
  GCancellable       *cancellable;
  guint               source;
  char               *search; /* what to ask for when it is time */
  guint64             asked_at;
};

G_DEFINE_FINAL_TYPE (LanyardServerSearch, lanyard_server_search, G_TYPE_OBJECT)

static void
on_users (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardServerSearch) self = user_data;
  g_autoptr (SeamPage) page = seam_client_list_users_finish (SEAM_CLIENT (source), result, NULL);
  g_autoptr (GPtrArray) keys = page != NULL ? lanyard_keys_of_records (page->records) : NULL;

  if (keys != NULL)
    lanyard_holdings_take_user_keys (self->holdings, keys, self->asked_at);
}

static void
on_credentials (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardServerSearch) self = user_data;
  g_autoptr (SeamPage) page = seam_client_list_credentials_finish (SEAM_CLIENT (source), result, NULL);

  if (page != NULL)
    lanyard_holdings_take_credentials (self->holdings, page->records, self->asked_at);
}

static void
ask (LanyardServerSearch *self,
     LanyardResource      resource,
     const char          *system_id)
{
  SeamListQuery query = { .system_id = system_id, .search = self->search };

  if (resource == LANYARD_RESOURCE_USERS)
    seam_client_list_users_async (self->client, &query, NULL, self->cancellable, on_users, g_object_ref (self));
  else
    seam_client_list_credentials_async (self->client, &query, NULL, self->cancellable, on_credentials,
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
list_missing (LanyardServerSearch *self)
{
  GPtrArray *missing = g_ptr_array_new ();

  if (lanyard_progress_get_state (self->progress) == LANYARD_DIRECTORY_READY)
    lanyard_system_loads_any (self->loads, add_missing, missing);
  return missing;
}

static gboolean
on_time (gpointer user_data)
{
  LanyardServerSearch *self = user_data;
  g_autoptr (GPtrArray) missing = list_missing (self);

  self->source = 0;
  self->cancellable = g_cancellable_new ();
  self->asked_at = lanyard_holdings_get_now (self->holdings);
  for (guint i = 0; i < missing->len && missing->len <= MAX_MISSING; i++)
    {
      LanyardSystemReading *reading = missing->pdata[i];
      SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (reading->owner));

      ask (self, reading->resource, seam_record_get_id (system));
    }
  for (guint i = 0; i < LANYARD_N_RESOURCES && (missing->len == 0 || missing->len > MAX_MISSING); i++)
    ask (self, (LanyardResource) i, NULL);
  return G_SOURCE_REMOVE;
}

static void
lanyard_server_search_dispose (GObject *object)
{
  lanyard_server_search_stop (LANYARD_SERVER_SEARCH (object));
  G_OBJECT_CLASS (lanyard_server_search_parent_class)->dispose (object);
}

static void
lanyard_server_search_finalize (GObject *object)
{
  LanyardServerSearch *self = LANYARD_SERVER_SEARCH (object);

  g_clear_object (&self->loads);
  g_clear_object (&self->progress);
  g_clear_object (&self->holdings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_server_search_parent_class)->finalize (object);
}

static void
lanyard_server_search_class_init (LanyardServerSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_server_search_dispose;
  object_class->finalize = lanyard_server_search_finalize;
}

static void
lanyard_server_search_init (LanyardServerSearch *self)
{
}

/* lanyard_server_search_new:
 * @client: (transfer none): whom to ask
 * @holdings: (transfer none): what takes the answers
 * @progress: (transfer none): whether there is anything to ask for
 * @loads: (transfer none): of which access systems
 *
 * Returns: (transfer full): a search for nothing yet */
LanyardServerSearch *
lanyard_server_search_new (SeamClient         *client,
                           LanyardHoldings    *holdings,
                           LanyardProgress    *progress,
                           LanyardSystemLoads *loads)
{
  LanyardServerSearch *self = g_object_new (LANYARD_TYPE_SERVER_SEARCH, NULL);

  self->client = g_object_ref (client);
  self->holdings = g_object_ref (holdings);
  self->progress = g_object_ref (progress);
  self->loads = g_object_ref (loads);
  return self;
}

/* lanyard_server_search_stop:
 * @self: a search
 *
 * Asks for nothing any more. */
void
lanyard_server_search_stop (LanyardServerSearch *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->search, g_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
is_still_to_come (LanyardServerSearch *self)
{
  LanyardDirectoryState state = lanyard_progress_get_state (self->progress);
  g_autoptr (GPtrArray) missing = list_missing (self);

  return state == LANYARD_DIRECTORY_LOADING || state == LANYARD_DIRECTORY_INCOMPLETE || missing->len > 0;
}

/* lanyard_server_search_begin:
 * @self: a search
 * @search: (nullable): what is searched for
 *
 * Asks the server for @search when the lists are not complete; a new search ends the last one. */
void
lanyard_server_search_begin (LanyardServerSearch *self,
                             const char          *search)
{
  g_autofree char *text = search != NULL ? lanyard_query_dup_for_server (search) : NULL;

  lanyard_server_search_stop (self);
  if (text == NULL || !is_still_to_come (self))
    return;
  self->search = g_steal_pointer (&text);
  self->source = g_timeout_add (DEBOUNCE, on_time, self);
}
