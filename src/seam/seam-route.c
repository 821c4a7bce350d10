/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of the API: a row for each route. */
#include "seam-route.h"

#include "seam-credential.h"
#include "seam-entrance.h"
#include "seam-system.h"
#include "seam-user.h"
#include "seam-workspace.h"

static gboolean
is_held (SeamRecord         *record,
         const char * const *values)
{
  return g_strcmp0 (seam_credential_get_user_id (SEAM_CREDENTIAL (record)), values[1]) == 0;
}

static gboolean
is_without_user (SeamRecord         *record,
                 const char * const *values)
{
  return seam_credential_get_user_id (SEAM_CREDENTIAL (record)) == NULL;
}

static gboolean
is_without_holder (SeamRecord         *record,
                   const char * const *values)
{
  return is_without_user (record, values) && seam_credential_get_identity_id (SEAM_CREDENTIAL (record)) == NULL;
}

/* Whether it shows before or after the access system has it is not stated; that it is on its way there is said in both
 * cases. */
static gboolean
is_suspension (SeamRecord *record,
               gboolean    is_suspended)
{
  const char * const *pending = seam_user_get_pending_mutations (SEAM_USER (record));

  return seam_user_get_is_suspended (SEAM_USER (record)) == is_suspended
         || (pending != NULL && g_strv_contains (pending, SEAM_MUTATION_SUSPENSION));
}

static gboolean
is_suspended (SeamRecord         *record,
              const char * const *values)
{
  return is_suspension (record, TRUE);
}

static gboolean
is_active (SeamRecord         *record,
           const char * const *values)
{
  return is_suspension (record, FALSE);
}

/* Of shapes, members and answers, the vendor's OpenAPI document is the source; of the other path of assigning, its
 * first guide. */
static const SeamRoute routes[] = {
  [SEAM_ROUTE_WORKSPACE] =
    { "/workspaces/get", { NULL }, 0, SEAM_ROUTE_ONE, "workspace", seam_workspace_get_type },
  [SEAM_ROUTE_WORKSPACES] =
    { "/workspaces/list", { NULL }, 0, SEAM_ROUTE_ALL, "workspaces", seam_workspace_get_type },
  [SEAM_ROUTE_SYSTEMS] =
    { "/acs/systems/list", { NULL }, 0, SEAM_ROUTE_ALL, "acs_systems", seam_system_get_type },
  [SEAM_ROUTE_USER] =
    { "/acs/users/get", { "acs_user_id" }, 1, SEAM_ROUTE_ONE, "acs_user", seam_user_get_type },
  [SEAM_ROUTE_USERS] =
    { "/acs/users/list", { "acs_system_id", "search", "page_cursor" }, 0, SEAM_ROUTE_PAGE, "acs_users",
      seam_user_get_type },
  [SEAM_ROUTE_CREDENTIAL] =
    { "/acs/credentials/get", { "acs_credential_id" }, 1, SEAM_ROUTE_ONE, "acs_credential",
      seam_credential_get_type },
  [SEAM_ROUTE_CREDENTIALS] =
    { "/acs/credentials/list", { "acs_system_id", "acs_user_id", "search", "page_cursor" }, 0, SEAM_ROUTE_PAGE,
      "acs_credentials", seam_credential_get_type },
  [SEAM_ROUTE_ACCESSIBLE_ENTRANCES] =
    { "/acs/credentials/list_accessible_entrances", { "acs_credential_id" }, 1, SEAM_ROUTE_ALL, "acs_entrances",
      seam_entrance_get_type },
  [SEAM_ROUTE_ASSIGN] =
    { "/acs/credentials/assign", { "acs_credential_id", "acs_user_id" }, 2, SEAM_ROUTE_WRITE, "acs_credential",
      seam_credential_get_type, "/acs/users/assign", SEAM_ROUTE_CREDENTIAL, "user-id", FALSE, NULL, FALSE,
      is_held },
  [SEAM_ROUTE_UNASSIGN] =
    { "/acs/credentials/unassign", { "acs_credential_id", "acs_user_id" }, 2, SEAM_ROUTE_WRITE, "acs_credential",
      seam_credential_get_type, NULL, SEAM_ROUTE_CREDENTIAL, "user-id", TRUE, NULL, FALSE,
      is_without_user },
  [SEAM_ROUTE_UNASSIGN_IDENTITY] =
    { "/acs/credentials/unassign", { "acs_credential_id", "user_identity_id" }, 2, SEAM_ROUTE_WRITE,
      "acs_credential", seam_credential_get_type, NULL, SEAM_ROUTE_CREDENTIAL, "identity-id", TRUE,
      NULL, FALSE, is_without_holder },
  [SEAM_ROUTE_SUSPEND] =
    { "/acs/users/suspend", { "acs_user_id" }, 1, SEAM_ROUTE_WRITE, NULL, seam_user_get_type, NULL,
      SEAM_ROUTE_USER, "is-suspended", FALSE, "is_suspended", TRUE, is_suspended },
  [SEAM_ROUTE_UNSUSPEND] =
    { "/acs/users/unsuspend", { "acs_user_id" }, 1, SEAM_ROUTE_WRITE, NULL, seam_user_get_type, NULL,
      SEAM_ROUTE_USER, "is-suspended", FALSE, "is_suspended", FALSE, is_active },
};

G_STATIC_ASSERT (G_N_ELEMENTS (routes) == SEAM_N_ROUTES);

/* seam_route_get:
 * @id: which
 *
 * Returns: its row */
const SeamRoute *
seam_route_get (SeamRouteId id)
{
  g_assert (id < SEAM_N_ROUTES);

  return &routes[id];
}

/* seam_route_n_members:
 * @route: a route
 *
 * Returns: how many values a call of it has */
guint
seam_route_n_members (const SeamRoute *route)
{
  guint n = 0;

  while (n < SEAM_ROUTE_MAX_MEMBERS && route->members[n] != NULL)
    n++;
  return n;
}

/* seam_route_make_body:
 * @route: a route
 * @values: a value, or %NULL, for each of its members
 *
 * Returns: (transfer full): the request */
JsonObject *
seam_route_make_body (const SeamRoute    *route,
                      const char * const *values)
{
  JsonObject *body = json_object_new ();

  for (guint i = 0; i < seam_route_n_members (route); i++)
    if (values[i] != NULL && *values[i] != '\0')
      json_object_set_string_member (body, route->members[i], values[i]);
  return body;
}
