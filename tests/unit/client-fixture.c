/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real client on a sandbox that runs, and each of its routes as a row of a table. */
#include "client-fixture.h"

/* Longer than anything may take; what takes longer hangs. */
#define HANGS_AFTER 150

#define START_PLAIN(name) \
  static void name##_start (ClientCall *call, GAsyncReadyCallback callback) \
  { seam_client_##name##_async (call->fixture->client, call->cancellable, callback, call); }
#define START_BY_ID(name, id) \
  static void name##_start (ClientCall *call, GAsyncReadyCallback callback) \
  { seam_client_##name##_async (call->fixture->client, id, call->cancellable, callback, call); }
#define START_PAGE(name) \
  static void name##_start (ClientCall *call, GAsyncReadyCallback callback) \
  { \
    seam_client_##name##_async (call->fixture->client, &call->query, call->cursor, call->cancellable, callback, call); \
  }
#define START_WRITE(name) \
  static void name##_start (ClientCall *call, GAsyncReadyCallback callback) \
  { \
    seam_client_##name##_async (call->fixture->client, call->credential, call->fixture->ada, call->cancellable, \
                                callback, call); \
  }
#define FINISH(name, member) \
  static void name##_finish (ClientCall *call, GAsyncResult *result) \
  { call->member = (gpointer) seam_client_##name##_finish (call->fixture->client, result, &call->error); }
#define FINISH_WRITE(name, Type) \
  static void name##_finish (ClientCall *call, GAsyncResult *result) \
  { \
    Type *seen = NULL; \
    gboolean done = seam_client_##name##_finish (call->fixture->client, result, &seen, &call->error); \
    g_assert_true (done == (call->error == NULL)); \
    g_assert_true (!done || seen != NULL); \
    call->record = (gpointer) seen; \
  }
#define ROUTE(name, symbol, path, shape) \
  const ClientRoute client_##name = { path, CLIENT_SHAPE_##shape, symbol##_start, symbol##_finish };

START_PLAIN (get_workspace)
FINISH (get_workspace, record)
START_PLAIN (list_workspaces)
FINISH (list_workspaces, records)
START_PLAIN (list_systems)
FINISH (list_systems, records)
START_PAGE (list_users)
FINISH (list_users, page)
START_BY_ID (get_user, call->fixture->ada)
FINISH (get_user, record)
START_PAGE (list_credentials)
FINISH (list_credentials, page)
START_BY_ID (get_credential, call->credential)
FINISH (get_credential, record)
START_BY_ID (list_accessible_entrances, call->credential)
FINISH (list_accessible_entrances, records)
START_WRITE (assign_credential)
FINISH_WRITE (assign_credential, SeamCredential)
START_WRITE (unassign_credential)
FINISH_WRITE (unassign_credential, SeamCredential)
START_WRITE (unassign_identity)
START_BY_ID (suspend_user, call->fixture->ada)
FINISH_WRITE (suspend_user, SeamUser)
START_BY_ID (unsuspend_user, call->fixture->ada)
FINISH_WRITE (unsuspend_user, SeamUser)

ROUTE (get_workspace, get_workspace, "/workspaces/get", ONE)
ROUTE (list_workspaces, list_workspaces, "/workspaces/list", ALL)
ROUTE (list_systems, list_systems, "/acs/systems/list", ALL)
ROUTE (list_users, list_users, "/acs/users/list", PAGE)
ROUTE (get_user, get_user, "/acs/users/get", ONE)
ROUTE (list_credentials, list_credentials, "/acs/credentials/list", PAGE)
ROUTE (get_credential, get_credential, "/acs/credentials/get", ONE)
ROUTE (list_entrances, list_accessible_entrances, "/acs/credentials/list_accessible_entrances", ALL)
ROUTE (assign, assign_credential, "/acs/credentials/assign", WRITE)
ROUTE (unassign, unassign_credential, "/acs/credentials/unassign", WRITE)
ROUTE (suspend, suspend_user, "/acs/users/suspend", WRITE)
ROUTE (unsuspend, unsuspend_user, "/acs/users/unsuspend", WRITE)

const ClientRoute client_unassign_identity = {
  "/acs/credentials/unassign", CLIENT_SHAPE_WRITE, unassign_identity_start, unassign_credential_finish
};

void
client_fixture_use (ClientFixture *fixture,
                    const char    *endpoint,
                    const char    *key)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->client);
  fixture->client = seam_client_new (endpoint, key, NULL, &error);
  g_assert_no_error (error);
}

void
client_fixture_set_up (ClientFixture *fixture,
                       gconstpointer  data)
{
  LanyardSandbox *sandbox;

  fixture_set_up (&fixture->base, data);
  sandbox = fixture->base.sandbox;
  client_fixture_use (fixture, lanyard_sandbox_get_endpoint (sandbox), lanyard_sandbox_get_key (sandbox));
  fixture->ada = fixture_find (&fixture->base, "users", "Ada Okafor");
  fixture->card = fixture_find_free_card (&fixture->base);
  fixture->system = fixture_find (&fixture->base, "systems", "aurora");
  fixture_control (&fixture->base, "/_sandbox/log/clear", NULL);
}

void
client_fixture_tear_down (ClientFixture *fixture,
                          gconstpointer  data)
{
  g_clear_object (&fixture->client);
  g_free (fixture->system);
  g_free (fixture->ada);
  g_free (fixture->card);
  fixture_tear_down (&fixture->base, data);
}

static void
on_finished (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  ClientCall *call = data;

  g_assert_false (call->is_done);
  call->route->finish (call, result);
  call->is_done = TRUE;
  call->duration = g_get_monotonic_time () - call->duration;
}

/* What the call takes is set before; it must stay where it is until it is done. */
void
client_call_start (ClientCall        *call,
                   ClientFixture     *fixture,
                   const ClientRoute *route)
{
  call->fixture = fixture;
  call->route = route;
  if (call->credential == NULL)
    call->credential = fixture->card;
  call->duration = g_get_monotonic_time ();
  route->start (call, on_finished);
}

static gboolean
on_hung (gpointer data)
{
  ClientCall *call = data;

  g_error ("%s hangs", call->route->path);
  return G_SOURCE_REMOVE;
}

void
client_call_wait (ClientCall *call)
{
  guint guard = g_timeout_add_seconds (HANGS_AFTER, on_hung, call);

  while (!call->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

void
client_call_run (ClientCall        *call,
                 ClientFixture     *fixture,
                 const ClientRoute *route)
{
  client_call_start (call, fixture, route);
  client_call_wait (call);
}

void
client_call_clear (ClientCall *call)
{
  g_assert_true (call->route == NULL || call->is_done);
  g_clear_error (&call->error);
  g_clear_object (&call->record);
  g_clear_pointer (&call->records, g_ptr_array_unref);
  g_clear_pointer (&call->page, seam_page_free);
}

void
client_call_assert_ok (ClientCall *call)
{
  g_assert_no_error (call->error);
  g_assert_true (call->record != NULL || call->records != NULL || call->page != NULL);
}

void
client_call_assert_error (ClientCall    *call,
                          SeamErrorCode  code)
{
  g_assert_error (call->error, SEAM_ERROR, (int) code);
  g_assert_true (call->records == NULL && call->page == NULL);
}

/* Who has @credential, as the sandbox itself knows it. */
char *
client_fixture_holder (ClientFixture *fixture,
                       const char    *credential)
{
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\":\"%s\"}", credential);
  g_autofree char *answer = lanyard_sandbox_control (fixture->base.sandbox, "/_sandbox/state", body);
  g_autoptr (JsonNode) node = json_from_string (answer, NULL);

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "acs_user_id", NULL));
}

/* Has another administrator give @credential to @holder, or take it when that is NULL. */
void
client_fixture_set (ClientFixture *fixture,
                    const char    *credential,
                    const char    *holder)
{
  g_autofree char *quoted = holder != NULL ? g_strdup_printf ("\"%s\"", holder) : g_strdup ("null");
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"holder\":%s}", credential, quoted);

  fixture_control (&fixture->base, "/_sandbox/set", body);
}

/* How many requests for @path have arrived. */
guint
client_fixture_count (ClientFixture *fixture,
                      const char    *path)
{
  g_autofree char *answer = lanyard_sandbox_control (fixture->base.sandbox, "/_sandbox/log", NULL);
  g_autoptr (JsonNode) node = json_from_string (answer, NULL);
  JsonObject *counts = json_object_get_object_member (json_node_get_object (node), "counts");

  return (guint) json_object_get_int_member_with_default (counts, path, 0);
}

static gboolean
on_look (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Waits until @n requests for @path have arrived. */
void
client_fixture_wait_for (ClientFixture *fixture,
                         const char    *path,
                         guint          n)
{
  guint look = g_timeout_add (2, on_look, NULL);

  while (client_fixture_count (fixture, path) < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (look);
}
