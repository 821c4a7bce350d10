/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The API's routes: which there are, how they may be asked, and what each answers. */
#include "sandbox-routes.h"

#include "sandbox-json.h"
#include "sandbox-list.h"

/* What the vendor documents as defaults. */
#define PAGE_OF_ROWS 500
#define PAGE_OF_ENTRANCES 900

static void
answer_object (SandboxCall *call,
               SandboxKind  kind,
               guint32      index)
{
  sandbox_call_begin (call);
  sandbox_json_append_raw (call->body, sandbox_kind_get_member (kind), "");
  sandbox_state_append_record (call->state, kind, index, call->body);
  sandbox_call_end (call);
}

static void
get_workspace (SandboxCall *call)
{
  answer_object (call, SANDBOX_WORKSPACE, call->workspace);
}

static void
list_workspaces (SandboxCall *call)
{
  SandboxQuery query;

  sandbox_query_init (&query, SANDBOX_WORKSPACE, 0);
  if (!call->is_personal)
    query.end = 1;
  sandbox_list_answer (call, &query);
}

static void
get_system (SandboxCall *call)
{
  guint32 system;

  if (sandbox_call_read_object (call, SANDBOX_SYSTEM, TRUE, &system))
    answer_object (call, SANDBOX_SYSTEM, system);
}

static void
list_systems (SandboxCall *call)
{
  SandboxQuery query;

  sandbox_query_init (&query, SANDBOX_SYSTEM, 0);
  query.nothing = sandbox_call_has (call, "customer_key");

  if (sandbox_call_read_text (call, "search", &query.search)
      && sandbox_call_read_text (call, "connected_account_id", &query.account))
    sandbox_list_answer (call, &query);
}

static void
list_users (SandboxCall *call)
{
  SandboxQuery query;

  sandbox_query_init (&query, SANDBOX_USER, PAGE_OF_ROWS);

  if (sandbox_call_read_object (call, SANDBOX_SYSTEM, FALSE, &query.system)
      && sandbox_call_read_text (call, "search", &query.search)
      && sandbox_call_read_text (call, "user_identity_id", &query.identity_id)
      && sandbox_call_read_text (call, "user_identity_email_address", &query.email)
      && sandbox_call_read_text (call, "user_identity_phone_number", &query.phone)
      && sandbox_call_read_time (call, "created_before", &query.created_before))
    sandbox_list_answer (call, &query);
}

/**
 * sandbox_read_user:
 * @call: a request
 * @user: (out): who it is about: named by its id, or by the identity and the system it is in
 *
 * Returns: whether it names one; if not, that is answered
 */
gboolean
sandbox_read_user (SandboxCall *call,
                   guint32     *user)
{
  const char *identity;
  guint32 system;

  if (!sandbox_call_read_object (call, SANDBOX_USER, FALSE, user)
      || !sandbox_call_read_object (call, SANDBOX_SYSTEM, FALSE, &system)
      || !sandbox_call_read_text (call, "user_identity_id", &identity))
    return FALSE;

  if (*user != SANDBOX_NONE)
    return TRUE;

  if (identity == NULL || system == SANDBOX_NONE)
    {
      sandbox_call_fail_parameter (call, "acs_user_id", "Required");
      return FALSE;
    }

  *user = sandbox_state_find_person (call->state, system, identity);
  if (*user == SANDBOX_NONE)
    {
      sandbox_call_fail (call, 404, "acs_user_not_found", "Could not find an acs_user with this user_identity_id");
      return FALSE;
    }

  return TRUE;
}

static void
get_user (SandboxCall *call)
{
  guint32 user;

  if (sandbox_read_user (call, &user))
    answer_object (call, SANDBOX_USER, user);
}

static void
list_credentials (SandboxCall *call)
{
  SandboxQuery query;

  sandbox_query_init (&query, SANDBOX_CREDENTIAL, PAGE_OF_ROWS);

  if (!sandbox_call_read_object (call, SANDBOX_SYSTEM, FALSE, &query.system)
      || !sandbox_call_read_object (call, SANDBOX_USER, FALSE, &query.user)
      || !sandbox_call_read_text (call, "user_identity_id", &query.identity_id)
      || !sandbox_call_read_text (call, "search", &query.search)
      || !sandbox_call_read_time (call, "created_before", &query.created_before))
    return;

  if (sandbox_call_has (call, "is_multi_phone_sync_credential"))
    {
      gboolean is_multi_phone;

      if (!sandbox_call_read_boolean (call, "is_multi_phone_sync_credential", &is_multi_phone))
        return;
      query.is_multi_phone = is_multi_phone != FALSE;
    }

  sandbox_list_answer (call, &query);
}

static void
get_credential (SandboxCall *call)
{
  guint32 credential;

  if (sandbox_call_read_object (call, SANDBOX_CREDENTIAL, TRUE, &credential))
    answer_object (call, SANDBOX_CREDENTIAL, credential);
}

static void
list_credential_entrances (SandboxCall *call)
{
  SandboxQuery query;
  guint32 credential;

  sandbox_query_init (&query, SANDBOX_ENTRANCE, 0);

  if (!sandbox_call_read_object (call, SANDBOX_CREDENTIAL, TRUE, &credential))
    return;

  query.entrances = sandbox_state_get_opens (call->state, credential);
  sandbox_list_answer (call, &query);
}

static void
list_user_entrances (SandboxCall *call)
{
  SandboxQuery query;
  guint32 user;

  sandbox_query_init (&query, SANDBOX_ENTRANCE, 0);

  if (!sandbox_read_user (call, &user))
    return;

  query.entrances = 0;
  for (guint32 i = sandbox_state_get (call->state, SANDBOX_USER, user)->chain; i != SANDBOX_NONE;
       i = sandbox_state_get (call->state, SANDBOX_CREDENTIAL, i)->chain)
    query.entrances |= sandbox_state_get_opens (call->state, i);

  sandbox_list_answer (call, &query);
}

static gboolean
read_entrance_ids (SandboxCall *call,
                   guint64     *entrances)
{
  JsonNode *node = json_object_get_member (call->params, "acs_entrance_ids");
  JsonArray *ids;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      sandbox_call_fail_parameter (call, "acs_entrance_ids", "Expected array");
      return FALSE;
    }

  ids = json_node_get_array (node);
  *entrances = 0;

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      JsonNode *element = json_array_get_element (ids, i);
      SandboxId id;
      guint32 entrance;

      if (json_node_get_value_type (element) != G_TYPE_STRING
          || !sandbox_id_parse (&id, json_node_get_string (element)))
        {
          sandbox_call_fail_parameter (call, "acs_entrance_ids", "Invalid uuid");
          return FALSE;
        }

      entrance = sandbox_state_find (call->state, SANDBOX_ENTRANCE, &id);
      if (entrance != SANDBOX_NONE)
        *entrances |= G_GUINT64_CONSTANT (1) << entrance;
    }

  return TRUE;
}

static void
list_entrances (SandboxCall *call)
{
  SandboxQuery query;
  guint32 credential;

  sandbox_query_init (&query, SANDBOX_ENTRANCE, PAGE_OF_ENTRANCES);
  query.nothing = sandbox_call_has (call, "customer_key") || sandbox_call_has (call, "space_id")
                  || sandbox_call_has (call, "location_id");

  if (!sandbox_call_read_object (call, SANDBOX_SYSTEM, FALSE, &query.system)
      || !sandbox_call_read_object (call, SANDBOX_CREDENTIAL, FALSE, &credential)
      || !sandbox_call_read_text (call, "connected_account_id", &query.account)
      || !sandbox_call_read_text (call, "search", &query.search)
      || !read_entrance_ids (call, &query.entrances))
    return;

  if (credential != SANDBOX_NONE)
    query.entrances &= sandbox_state_get_opens (call->state, credential);

  sandbox_list_answer (call, &query);
}

typedef enum
{
  ROUTE_READS = 1 << 0,      /* GET as well as POST; a write takes PATCH as well */
  ROUTE_OLDER = 1 << 1,      /* what the vendor's first guide has */
  ROUTE_NEWER = 1 << 2,      /* what replaced it */
  ROUTE_WORKSPACES = 1 << 3, /* a personal access token needs to name no workspace */
} RouteFlags;

struct _SandboxRoute
{
  const char *path;
  RouteFlags flags;
  void (*run) (SandboxCall *call);
};

static const SandboxRoute routes[] = {
  { "/workspaces/get", ROUTE_READS, get_workspace },
  { "/workspaces/list", ROUTE_READS | ROUTE_WORKSPACES, list_workspaces },
  { "/acs/systems/list", ROUTE_READS, list_systems },
  { "/acs/systems/get", ROUTE_READS, get_system },
  { "/acs/users/list", ROUTE_READS, list_users },
  { "/acs/users/get", ROUTE_READS, get_user },
  { "/acs/users/list_accessible_entrances", ROUTE_READS, list_user_entrances },
  { "/acs/users/assign", ROUTE_OLDER, sandbox_assign },
  { "/acs/users/suspend", 0, sandbox_suspend },
  { "/acs/users/unsuspend", 0, sandbox_unsuspend },
  { "/acs/credentials/list", ROUTE_READS, list_credentials },
  { "/acs/credentials/get", ROUTE_READS, get_credential },
  { "/acs/credentials/list_accessible_entrances", ROUTE_READS, list_credential_entrances },
  { "/acs/credentials/assign", ROUTE_NEWER, sandbox_assign },
  { "/acs/credentials/unassign", 0, sandbox_unassign },
  { "/acs/entrances/list", ROUTE_READS, list_entrances },
};

/**
 * sandbox_route_find:
 * @path: a path
 * @users_route_only: whether only the older assign route exists
 *
 * Returns: (nullable): the route, or %NULL when there is none
 */
const SandboxRoute *
sandbox_route_find (const char *path,
                    gboolean    users_route_only)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_str_equal (routes[i].path, path))
      return users_route_only && (routes[i].flags & ROUTE_NEWER) ? NULL : &routes[i];

  return NULL;
}

/**
 * sandbox_route_allows:
 * @route: a route
 * @method: an HTTP method
 *
 * Returns: whether it may be asked this way
 */
gboolean
sandbox_route_allows (const SandboxRoute *route,
                      const char         *method)
{
  return g_str_equal (method, "POST") || g_str_equal (method, route->flags & ROUTE_READS ? "GET" : "PATCH");
}

/**
 * sandbox_route_needs_workspace:
 * @route: a route
 *
 * Returns: whether a personal access token has to name its workspace
 */
gboolean
sandbox_route_needs_workspace (const SandboxRoute *route)
{
  return !(route->flags & ROUTE_WORKSPACES);
}

/**
 * sandbox_route_run:
 * @route: a route
 * @call: a request for it
 *
 * Answers the request.
 */
void
sandbox_route_run (const SandboxRoute *route,
                   SandboxCall        *call)
{
  route->run (call);
}
