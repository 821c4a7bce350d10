/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access systems of a sandbox that fail, and what a directory says of them. */
#include "failures-fixture.h"

static void
on_systems (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = seam_client_list_systems_finish (SEAM_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

GPtrArray *
failures_list_systems (DirectoryFixture *fixture)
{
  GPtrArray *systems = NULL;

  seam_client_list_systems_async (fixture->client, NULL, on_systems, &systems);
  while (systems == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (systems->len, ==, N_SYSTEMS);
  return systems;
}

const char *
failures_id_of (GPtrArray *systems,
                guint      i)
{
  return seam_record_get_id (systems->pdata[i]);
}

void
failures_add (DirectoryFixture *fixture,
              const char       *route,
              const char       *system_id,
              const char       *kind,
              const char       *options)
{
  g_autofree char *json = g_strdup_printf ("{\"match\": {\"acs_system_id\": \"%s\"}, %s}", system_id, options);

  lanyard_sandbox_add_fault (fixture->base.sandbox, route, kind, json);
}

void
failures_clear (DirectoryFixture *fixture)
{
  fixture_control (&fixture->base, "/_sandbox/faults/clear", "{}");
}

guint
failures_count_records (LanyardStore *store,
                        const char   *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    n += g_strcmp0 (((LanyardKey *) keys->pdata[i])->system_id, system_id) == 0;
  return n;
}

/* Each access system has a third, or one more. */
void
failures_assert_listed (LanyardStore *store,
                        const char   *system_id)
{
  g_assert_cmpuint (failures_count_records (store, system_id), >=, SIZE / N_SYSTEMS);
}

LanyardSystemLoad *
failures_get (DirectoryFixture *fixture,
              guint             i)
{
  g_autoptr (LanyardSystemLoad) load = g_list_model_get_item (lanyard_directory_get_failures (fixture->directory), i);

  g_assert_nonnull (load);
  return load;
}

guint
failures_count (DirectoryFixture *fixture)
{
  return g_list_model_get_n_items (lanyard_directory_get_failures (fixture->directory));
}

void
failures_assert (DirectoryFixture *fixture,
                 guint             i,
                 const char       *system_id,
                 gboolean          users,
                 gboolean          credentials)
{
  LanyardSystemLoad *load = failures_get (fixture, i);

  g_assert_cmpstr (seam_record_get_id (SEAM_RECORD (lanyard_system_load_get_system (load))), ==, system_id);
  g_assert_nonnull (lanyard_system_load_get_error (load));
  g_assert_false (lanyard_system_load_get_loading (load));
  g_assert_cmpint (lanyard_system_load_get_failed (load, LANYARD_RESOURCE_USERS), ==, users);
  g_assert_cmpint (lanyard_system_load_get_failed (load, LANYARD_RESOURCE_CREDENTIALS), ==, credentials);
  g_assert_true (lanyard_directory_lookup_failure (fixture->directory, system_id, LANYARD_RESOURCE_USERS)
                 == (users ? load : NULL));
}

void
failures_assert_complete (DirectoryFixture *fixture)
{
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_directory_get_error (fixture->directory));
  g_assert_cmpuint (failures_count (fixture), ==, 0);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_credentials (fixture->directory)), ==, SIZE);
}

static gboolean
is_at_rest (DirectoryFixture *fixture)
{
  gboolean refreshing;

  g_object_get (fixture->directory, "refreshing", &refreshing, NULL);
  return !refreshing;
}

void
failures_retry (DirectoryFixture *fixture,
                const char       *system_id)
{
  lanyard_directory_retry (fixture->directory, system_id);
  directory_fixture_wait (fixture, is_at_rest);
}

/* How often what was asked for; of whatever access system when @system_id is NULL. */
guint
failures_count_asked (DirectoryFixture *fixture,
                      const char       *route,
                      const char       *system_id)
{
  g_autofree char *log = directory_fixture_log (fixture);
  g_autoptr (JsonNode) root = json_from_string (log, NULL);
  JsonArray *requests = json_object_get_array_member (json_node_get_object (root), "requests");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = json_array_get_object_element (requests, i);
      JsonObject *body = json_object_get_object_member (request, "request");

      n += g_str_equal (json_object_get_string_member (request, "route"), route)
           && (system_id == NULL
               || g_strcmp0 (json_object_get_string_member_with_default (body, "acs_system_id", NULL), system_id) == 0);
    }
  return n;
}
