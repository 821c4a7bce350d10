/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sandbox keeps to the API's contract. */
#include "sandbox-fixture.h"

static void
test_keys (SandboxFixture *fixture,
           gconstpointer   data)
{
  fixture_ask (fixture, "/workspaces/get", "{}");

  fixture->key = g_strdup ("seam_wrong");
  fixture_assert_refused (fixture, "/workspaces/get", "{}", 401, "unauthorized");
  fixture_assert_refused (fixture, "/_sandbox/log", "{}", 401, "unauthorized");
}

static JsonArray *
list (SandboxFixture *fixture,
      const char     *path,
      const char     *member)
{
  return json_object_get_array_member (fixture_ask (fixture, path, "{}"), member);
}

static void
test_personal_access_token (SandboxFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *other_id = NULL;
  g_autofree char *user = NULL;
  JsonArray *workspaces, *users;
  JsonObject *other;

  fixture_control (fixture, "/_sandbox/config", "{\"key\":\"seam_at1_token\"}");
  fixture->key = g_strdup ("seam_at1_token");

  fixture_assert_refused (fixture, "/workspaces/get", "{}", 401, "access_token_used_for_api_key");
  workspaces = list (fixture, "/workspaces/list", "workspaces");
  g_assert_cmpuint (json_array_get_length (workspaces), ==, 3);
  other = json_array_get_object_element (workspaces, 1);
  g_assert_cmpstr (json_object_get_string_member (other, "name"), ==, "Aurora Hotels");
  g_assert_false (json_object_get_boolean_member (other, "is_sandbox"));
  other_id = g_strdup (json_object_get_string_member (other, "workspace_id"));

  fixture->workspace = g_strdup ("00000000-0000-4000-8000-000000000000");
  fixture_assert_refused (fixture, "/workspaces/get", "{}", 401, "workspace_not_found");

  g_free (fixture->workspace);
  fixture->workspace = g_strdup (WORKSPACE);
  fixture_ask (fixture, "/workspaces/get", "{}");
  users = list (fixture, "/acs/users/list", "acs_users");
  user = g_strdup_printf ("{\"acs_user_id\":\"%s\"}",
                          json_object_get_string_member (json_array_get_object_element (users, 0), "acs_user_id"));
  fixture_ask (fixture, "/acs/users/get", user);

  /* What is in one workspace is in no other. */
  g_free (fixture->workspace);
  fixture->workspace = g_steal_pointer (&other_id);
  fixture_ask (fixture, "/workspaces/get", "{}");
  g_assert_cmpuint (json_array_get_length (list (fixture, "/acs/systems/list", "acs_systems")), ==, 0);
  g_assert_cmpuint (json_array_get_length (list (fixture, "/acs/users/list", "acs_users")), ==, 0);
  fixture_assert_refused (fixture, "/acs/users/get", user, 404, "acs_user_not_found");
}

static void
test_parameters (SandboxFixture *fixture,
                 gconstpointer   data)
{
  JsonObject *fields;

  fixture_assert_refused (fixture, "/acs/credentials/get", "{}", 400, "invalid_input");
  fields = json_object_get_object_member (json_node_get_object (fixture->json), "error");
  fields = json_object_get_object_member (fields, "validation_errors");
  g_assert_true (JSON_NODE_HOLDS_ARRAY (json_object_get_member (fields, "_errors")));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_object_get_member (fields, "acs_credential_id")));

  fixture_assert_refused (fixture, "/acs/credentials/get", "{\"acs_credential_id\":\"x\"}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/credentials/get", "{\"acs_credential_id\":7}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/credentials/get", "{\"acs_credential_id\":\"" WORKSPACE "\"}", 404,
                          "acs_credential_not_found");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"limit\":0}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"limit\":\"9\"}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"search\":\"\"}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"page_cursor\":\"no\"}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/users/list", "[]", 400, "invalid_input");
}

static void
test_not_json (SandboxFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(GString) deep = g_string_new (NULL);

  fixture_send (fixture, "POST", "/acs/credentials/unassign", "{\"acs_credential_id\":\"" WORKSPACE "\",}");
  g_assert_cmpuint (fixture->status, ==, 400);
  g_assert_cmpstr (fixture->text, ==, "Invalid JSON");

  g_string_append (deep, "{\"a\":");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  fixture_send (fixture, "POST", "/acs/credentials/get", deep->str);
  g_assert_cmpuint (fixture->status, ==, 400);

  fixture_send (fixture, "POST", "/acs/credentials/scan", "{}");
  g_assert_cmpuint (fixture->status, ==, 404);
  g_assert_cmpstr (fixture->text, ==, "404");

  fixture_send (fixture, "DELETE", "/acs/credentials/get", NULL);
  g_assert_cmpuint (fixture->status, ==, 405);
  g_assert_nonnull (strstr (fixture->text, "method_not_allowed"));
}

static void
test_other_methods (SandboxFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *pair = fixture_make_pair (card, ada);
  g_autofree char *path = g_strdup_printf ("/acs/credentials/list?_strict=true&limit=2&acs_user_id=%s", ada);
  g_autofree char *holder = NULL;
  JsonObject *answer;

  fixture_send (fixture, "PATCH", "/acs/credentials/assign", pair);
  g_assert_cmpuint (fixture->status, ==, 200);
  holder = fixture_get_holder (fixture, card);
  g_assert_cmpstr (holder, ==, ada);

  answer = fixture_send (fixture, "GET", path, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "acs_credentials")), ==, 2);
}

static void
test_search (SandboxFixture *fixture,
             gconstpointer   data)
{
  static const char * const found[] = {
    "ada okafor", "FÁTIMA", "yoko.tanaka@example.com", "Дмитрий", "+442079460142",
  };
  JsonObject *answer;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_free (fixture_find (fixture, "users", found[i]));

  g_free (fixture_find (fixture, "credentials", "Card 82****"));
  answer = fixture_ask (fixture, "/acs/users/list", "{\"search\":\"nobody of this name\"}");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "acs_users")), ==, 0);
}

static void
test_pages (SandboxFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *cursor = NULL;
  guint n_pages = 0;

  do
    {
      g_autofree char *body = cursor != NULL ? g_strdup_printf ("{\"page_cursor\":\"%s\"}", cursor) : g_strdup ("{}");
      JsonObject *answer = fixture_ask (fixture, "/acs/users/list", body);
      JsonArray *rows = json_object_get_array_member (answer, "acs_users");
      JsonObject *pagination = json_object_get_object_member (answer, "pagination");

      g_assert_cmpuint (json_array_get_length (rows), ==, 500);
      for (guint i = 0; i < 500; i++)
        g_assert_true (g_hash_table_add (seen, g_strdup (json_object_get_string_member (
                                           json_array_get_object_element (rows, i), "acs_user_id"))));

      g_free (cursor);
      cursor = g_strdup (json_object_get_string_member_with_default (pagination, "next_page_cursor", NULL));
      g_assert_true (json_object_get_boolean_member (pagination, "has_next_page") == (cursor != NULL));
      n_pages++;
    }
  while (cursor != NULL);

  g_assert_cmpuint (n_pages, ==, 4);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2000);
}

static void
test_cursor_belongs_to_query (SandboxFixture *fixture,
                              gconstpointer   data)
{
  JsonObject *answer = fixture_ask (fixture, "/acs/users/list", "{\"limit\":10}");
  JsonObject *pagination = json_object_get_object_member (answer, "pagination");
  g_autofree char *cursor = g_strdup (json_object_get_string_member (pagination, "next_page_cursor"));
  g_autofree char *right = g_strdup_printf ("{\"page_cursor\":\"%s\",\"limit\":10}", cursor);
  g_autofree char *wrong = g_strdup_printf ("{\"page_cursor\":\"%s\",\"limit\":11}", cursor);

  fixture_ask (fixture, "/acs/users/list", right);
  fixture_assert_refused (fixture, "/acs/users/list", wrong, 400, "mismatched_page_parameters");
  fixture_assert_refused (fixture, "/acs/credentials/list", right, 400, "mismatched_page_parameters");
}

static void
test_same_in_every_run (SandboxFixture *fixture,
                        gconstpointer   data)
{
  SandboxFixture other = { 0 };
  g_autofree char *here = fixture_find (fixture, "users", "user1999@example.com");
  g_autofree char *there = NULL;

  fixture_set_up_sized (&other, NULL);
  there = fixture_find (&other, "users", "user1999@example.com");
  g_assert_cmpstr (here, ==, there);
  fixture_tear_down (&other, NULL);
}

static void
test_assign (SandboxFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *emma = fixture_find (fixture, "users", "Emma Lindqvist");
  g_autofree char *to_ada = fixture_make_pair (card, ada);
  g_autofree char *to_emma = fixture_make_pair (card, emma);
  g_autofree char *holder = NULL;
  g_autofree char *nobody = NULL;
  JsonObject *object;

  object = json_object_get_object_member (fixture_ask (fixture, "/acs/credentials/assign", to_ada), "acs_credential");
  g_assert_cmpstr (json_object_get_string_member (object, "acs_credential_id"), ==, card);
  g_assert_cmpstr (json_object_get_string_member (object, "acs_user_id"), ==, ada);

  /* Once more is no harm; to and from somebody else is refused. */
  fixture_ask (fixture, "/acs/users/assign", to_ada);
  fixture_assert_refused (fixture, "/acs/credentials/assign", to_emma, 409, "acs_credential_already_assigned");
  fixture_assert_refused (fixture, "/acs/credentials/unassign", to_emma, 409,
                          "acs_credential_not_assigned_to_acs_user");
  holder = fixture_get_holder (fixture, card);
  g_assert_cmpstr (holder, ==, ada);

  object = json_object_get_object_member (fixture_ask (fixture, "/acs/credentials/unassign", to_ada), "acs_credential");
  g_assert_false (json_object_has_member (object, "acs_user_id"));
  nobody = fixture_get_holder (fixture, card);
  g_assert_null (nobody);
  fixture_ask (fixture, "/acs/credentials/unassign", to_ada);
}

static void
test_other_system (SandboxFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *lena = fixture_find (fixture, "users", "Lena Hoffmann");
  g_autofree char *pair = fixture_make_pair (card, lena);
  g_autofree char *alone = g_strdup_printf ("{\"acs_credential_id\":\"%s\"}", card);

  fixture_assert_refused (fixture, "/acs/credentials/assign", pair, 400, "invalid_input");
  fixture_assert_refused (fixture, "/acs/credentials/assign", alone, 400, "invalid_input");
}

static void
test_answer_styles (SandboxFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *pair = fixture_make_pair (card, ada);
  g_autofree char *holder = NULL;

  fixture_control (fixture, "/_sandbox/config", "{\"answers\":\"bare\"}");
  fixture_ask (fixture, "/acs/credentials/assign", pair);
  g_assert_cmpstr (fixture->text, ==, "{\"ok\":true}");
  fixture_ask (fixture, "/acs/credentials/unassign", pair);

  fixture_control (fixture, "/_sandbox/config", "{\"answers\":\"guide\",\"users_route_only\":true}");
  fixture_send (fixture, "POST", "/acs/credentials/assign", pair);
  g_assert_cmpuint (fixture->status, ==, 404);
  g_assert_null (fixture->json);

  fixture_send (fixture, "POST", "/acs/users/assign", pair);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_nonnull (strstr (fixture->text, "05.714Z\",\n  },"));
  holder = fixture_get_holder (fixture, card);
  g_assert_cmpstr (holder, ==, ada);
}

static gboolean
get_synced (SandboxFixture *fixture,
            const char     *credential)
{
  JsonObject *object = fixture_get_credential (fixture, credential);

  return json_object_get_boolean_member (object, "is_latest_desired_state_synced_with_provider");
}

static void
test_sync (SandboxFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *pair = fixture_make_pair (card, ada);
  g_autofree char *user = g_strdup_printf ("{\"acs_user_id\":\"%s\"}", ada);
  g_autofree char *synced = g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"sync\":\"synced\"}", card);
  g_autofree char *soon = g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"sync\":20}", card);
  g_autofree char *slow = NULL;
  JsonObject *object;

  object = json_object_get_object_member (fixture_ask (fixture, "/acs/users/get", user), "acs_user");
  slow = g_strdup_printf ("{\"acs_system_id\":\"%s\",\"sync_delay_ms\":600000}",
                          json_object_get_string_member (object, "acs_system_id"));
  g_assert_false (json_object_has_member (object, "pending_mutations"));

  fixture_control (fixture, "/_sandbox/set", slow);
  fixture_ask (fixture, "/acs/credentials/assign", pair);
  g_assert_false (get_synced (fixture, card));
  object = json_object_get_object_member (fixture_ask (fixture, "/acs/users/get", user), "acs_user");
  g_assert_true (json_object_has_member (object, "pending_mutations"));

  fixture_control (fixture, "/_sandbox/set", synced);
  g_assert_true (get_synced (fixture, card));

  fixture_control (fixture, "/_sandbox/set", soon);
  while (!get_synced (fixture, card))
    g_usleep (1000);
}

static void
test_entrances (SandboxFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *card = fixture_find (fixture, "credentials", "Card 82****");
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\":\"%s\"}", card);
  g_autofree char *user = g_strdup_printf ("{\"acs_user_id\":\"%s\"}", ada);
  static const struct
  {
    const char *path;
    gboolean of_user;
    guint n;
  } cases[] = {
    { "/acs/credentials/list_accessible_entrances", FALSE, 8 },
    { "/acs/entrances/list", FALSE, 8 },
    { "/acs/users/list_accessible_entrances", TRUE, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonObject *answer = fixture_ask (fixture, cases[i].path, cases[i].of_user ? user : body);

      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "acs_entrances")), ==, cases[i].n);
    }
}

#define TEST(name, set_up, func) \
  g_test_add ("/sandbox/" name, SandboxFixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("keys", fixture_set_up, test_keys);
  TEST ("personal-access-token", fixture_set_up, test_personal_access_token);
  TEST ("parameters", fixture_set_up, test_parameters);
  TEST ("not-json", fixture_set_up, test_not_json);
  TEST ("other-methods", fixture_set_up, test_other_methods);
  TEST ("search", fixture_set_up, test_search);
  TEST ("pages", fixture_set_up_sized, test_pages);
  TEST ("cursor-belongs-to-query", fixture_set_up, test_cursor_belongs_to_query);
  TEST ("same-in-every-run", fixture_set_up_sized, test_same_in_every_run);
  TEST ("assign", fixture_set_up, test_assign);
  TEST ("other-system", fixture_set_up, test_other_system);
  TEST ("answer-styles", fixture_set_up, test_answer_styles);
  TEST ("sync", fixture_set_up, test_sync);
  TEST ("entrances", fixture_set_up, test_entrances);

  return g_test_run ();
}
