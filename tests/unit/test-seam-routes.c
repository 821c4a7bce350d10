/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row of the table of routes: it is whole, it fits the types that it names, and the function of it asks just what
 * the row has. */
#include <string.h>

#include "seam-route.h"
#include "stub-fixture.h"

/* The function of each row. */
static const ClientRoute * const functions[] = {
  [SEAM_ROUTE_WORKSPACE] = &client_get_workspace,
  [SEAM_ROUTE_WORKSPACES] = &client_list_workspaces,
  [SEAM_ROUTE_SYSTEMS] = &client_list_systems,
  [SEAM_ROUTE_USER] = &client_get_user,
  [SEAM_ROUTE_USERS] = &client_list_users,
  [SEAM_ROUTE_CREDENTIAL] = &client_get_credential,
  [SEAM_ROUTE_CREDENTIALS] = &client_list_credentials,
  [SEAM_ROUTE_ACCESSIBLE_ENTRANCES] = &client_list_entrances,
  [SEAM_ROUTE_ASSIGN] = &client_assign,
  [SEAM_ROUTE_UNASSIGN] = &client_unassign,
  [SEAM_ROUTE_UNASSIGN_IDENTITY] = &client_unassign_identity,
  [SEAM_ROUTE_SUSPEND] = &client_suspend,
  [SEAM_ROUTE_UNSUSPEND] = &client_unsuspend,
};

G_STATIC_ASSERT (G_N_ELEMENTS (functions) == SEAM_N_ROUTES);

static gboolean
has_member (const SeamRoute *route,
            const char      *name)
{
  for (guint i = 0; i < seam_route_n_members (route); i++)
    if (g_str_equal (route->members[i], name))
      return TRUE;
  return FALSE;
}

/* What a table of designated rows can have without the compiler's saying so: holes, and slots that weren't filled. */
static void
test_rows (void)
{
  for (guint id = 0; id < SEAM_N_ROUTES; id++)
    {
      const SeamRoute *route = seam_route_get (id);

      g_test_message ("%u %s", id, route->path);
      g_assert_true (g_str_has_prefix (route->path, "/"));
      g_assert_true (route->answer != NULL ? *route->answer != '\0' : route->shape == SEAM_ROUTE_WRITE);
      g_assert_true (g_type_is_a (route->get_type (), SEAM_TYPE_RECORD));
      g_assert_false (G_TYPE_IS_ABSTRACT (route->get_type ()));
      g_assert_cmpuint (route->n_required, <=, seam_route_n_members (route));
      g_assert_true (has_member (route, "page_cursor") == (route->shape == SEAM_ROUTE_PAGE));
      g_assert_true ((route->is_done != NULL) == (route->shape == SEAM_ROUTE_WRITE));
      for (guint other = 0; other < id; other++)
        g_assert_true (!g_str_equal (route->path, seam_route_get (other)->path)
                       || memcmp (route->members, seam_route_get (other)->members, sizeof route->members) != 0);
    }
}

/* What a write is read back by reads such a record, by the id that the write is about; the answer can tell of what it
 * has to. */
static void
test_writes (void)
{
  for (guint id = 0; id < SEAM_N_ROUTES; id++)
    {
      const SeamRoute *route = seam_route_get (id);
      const SeamRoute *back = seam_route_get (route->read_back);
      g_autoptr (GTypeClass) klass = g_type_class_ref (route->get_type ());

      if (route->shape != SEAM_ROUTE_WRITE)
        continue;
      g_test_message ("%s", route->path);
      g_assert_cmpint (back->shape, ==, SEAM_ROUTE_ONE);
      g_assert_true (back->get_type () == route->get_type ());
      g_assert_cmpstr (back->members[0], ==, route->members[0]);
      g_assert_cmpuint (seam_route_n_members (back), ==, 1);
      g_assert_nonnull (g_object_class_find_property (G_OBJECT_CLASS (klass), route->told));
    }
}

static void
set_up (StubFixture   *fixture,
        gconstpointer  data)
{
  stub_fixture_set_up (fixture, "card", "ada");
}

static void
assert_asked (const SeamRoute *route,
              StubRequest     *request)
{
  g_autoptr (JsonNode) node = json_from_string (request->body, NULL);
  JsonObject *body = json_node_get_object (node);
  guint n_members = seam_route_n_members (route);

  g_assert_cmpstr (request->path, ==, route->path);
  for (guint i = 0; i < n_members; i++)
    {
      g_test_message ("%s", route->members[i]);
      g_assert_nonnull (json_object_get_string_member (body, route->members[i]));
    }
  g_assert_true (json_object_has_member (body, "limit") == (route->shape == SEAM_ROUTE_PAGE));
  g_assert_cmpuint (json_object_get_size (body), ==, n_members + (route->shape == SEAM_ROUTE_PAGE));
}

/* Each function, told all that it takes, asks for the path of its row, and for its members and no others. */
static void
test_functions (StubFixture   *fixture,
                gconstpointer  data)
{
  for (guint id = 0; id < SEAM_N_ROUTES; id++)
    {
      g_auto (ClientCall) call = { .query = { "system", "user", "search", 7 }, .cursor = "cursor" };

      g_test_message ("%s", seam_route_get (id)->path);
      g_ptr_array_set_size (fixture->server->requests, 0);
      client_call_run (&call, &fixture->client, functions[id]);
      client_call_assert_error (&call, SEAM_ERROR_NO_ROUTE);
      assert_asked (seam_route_get (id), fixture->server->requests->pdata[0]);
    }
}

/* What isn't given isn't sent, and what has to be given is. */
static void
test_bodies (void)
{
  for (guint id = 0; id < SEAM_N_ROUTES; id++)
    {
      const SeamRoute *route = seam_route_get (id);
      const char *values[SEAM_ROUTE_MAX_MEMBERS] = { NULL };
      g_autoptr (JsonObject) body = NULL;

      for (guint i = 0; i < route->n_required; i++)
        values[i] = "value";
      for (guint i = route->n_required; i < seam_route_n_members (route); i++)
        values[i] = i % 2 == 0 ? "" : NULL;
      body = seam_route_make_body (route, values);
      g_assert_cmpuint (json_object_get_size (body), ==, route->n_required);
      for (guint i = 0; i < route->n_required; i++)
        g_assert_cmpstr (json_object_get_string_member (body, route->members[i]), ==, "value");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/routes/rows", test_rows);
  g_test_add_func ("/seam/routes/writes", test_writes);
  g_test_add_func ("/seam/routes/bodies", test_bodies);
  g_test_add ("/seam/routes/functions", StubFixture, NULL, set_up, test_functions, stub_fixture_tear_down);
  return g_test_run ();
}
