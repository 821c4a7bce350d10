/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One access system's failure is its own: the others are listed, that one is named, and can be tried again alone. */
#include <string.h>

#include "directory-fixture.h"

#define SIZE 90
#define N_SYSTEMS 3
#define USERS "/acs/users/list"
#define CREDENTIALS "/acs/credentials/list"
#define ALWAYS "\"times\": 0"

/* --- The access systems --- */

static void
on_systems (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = seam_client_list_systems_finish (SEAM_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_systems (DirectoryFixture *fixture)
{
  GPtrArray *systems = NULL;

  seam_client_list_systems_async (fixture->client, NULL, on_systems, &systems);
  while (systems == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (systems->len, ==, N_SYSTEMS);
  return systems;
}

static const char *
id_of (GPtrArray *systems,
       guint      i)
{
  return seam_record_get_id (systems->pdata[i]);
}

static void
fail (DirectoryFixture *fixture,
      const char       *route,
      const char       *system_id,
      const char       *kind,
      const char       *options)
{
  g_autofree char *json = g_strdup_printf ("{\"match\": {\"acs_system_id\": \"%s\"}, %s}", system_id, options);

  lanyard_sandbox_add_fault (fixture->base.sandbox, route, kind, json);
}

static void
mend (DirectoryFixture *fixture)
{
  fixture_control (&fixture->base, "/_sandbox/faults/clear", "{}");
}

static guint
count (LanyardStore *store,
       const char   *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    n += g_strcmp0 (((LanyardKey *) keys->pdata[i])->system_id, system_id) == 0;
  return n;
}

/* Each access system has a third, or one more. */
static void
assert_listed (DirectoryFixture *fixture,
               LanyardStore     *store,
               const char       *system_id)
{
  g_assert_cmpuint (count (store, system_id), >=, SIZE / N_SYSTEMS);
}

static LanyardSystemLoad *
get_failure (DirectoryFixture *fixture,
             guint             i)
{
  g_autoptr (LanyardSystemLoad) load = g_list_model_get_item (lanyard_directory_get_failures (fixture->directory), i);

  g_assert_nonnull (load);
  return load;
}

static guint
count_failures (DirectoryFixture *fixture)
{
  return g_list_model_get_n_items (lanyard_directory_get_failures (fixture->directory));
}

static void
assert_failed (DirectoryFixture *fixture,
               guint             i,
               const char       *system_id,
               gboolean          users,
               gboolean          credentials)
{
  LanyardSystemLoad *load = get_failure (fixture, i);

  g_assert_cmpstr (seam_record_get_id (SEAM_RECORD (lanyard_system_load_get_system (load))), ==, system_id);
  g_assert_nonnull (lanyard_system_load_get_error (load));
  g_assert_false (lanyard_system_load_get_loading (load));
  g_assert_cmpint (lanyard_system_load_get_failed (load, LANYARD_RESOURCE_USERS), ==, users);
  g_assert_cmpint (lanyard_system_load_get_failed (load, LANYARD_RESOURCE_CREDENTIALS), ==, credentials);
  g_assert_true (lanyard_directory_lookup_failure (fixture->directory, system_id, LANYARD_RESOURCE_USERS)
                 == (users ? load : NULL));
}

static void
assert_complete (DirectoryFixture *fixture)
{
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_directory_get_error (fixture->directory));
  g_assert_cmpuint (count_failures (fixture), ==, 0);
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

static void
retry (DirectoryFixture *fixture,
       const char       *system_id)
{
  lanyard_directory_retry (fixture->directory, system_id);
  directory_fixture_wait (fixture, is_at_rest);
}

/* How often what was asked for; of whatever access system when @system_id is NULL. */
static guint
count_asked (DirectoryFixture *fixture,
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

/* --- When it is read first --- */

typedef struct
{
  const char *name;
  const char *kind;
  const char *options;
} Fault;

static const Fault faults[] = {
  { "500", "status", "\"status\": 500, " ALWAYS },
  { "400", "status", "\"status\": 400, \"type\": \"invalid_input\", " ALWAYS },
  { "403", "status", "\"status\": 403, \"type\": \"forbidden\", " ALWAYS },
  { "404", "no-route", ALWAYS },
  { "502", "html", ALWAYS },
  { "garbage", "garbage", ALWAYS },
  { "truncated", "truncated", ALWAYS },
  { "reset", "reset-before", ALWAYS },
  { "time-out", "hang-before", ALWAYS },
  { "repeated-cursor", "repeat-cursor", ALWAYS },
};

static void
test_kind (const Fault *fault,
           const char  *route)
{
  DirectoryFixture fixture = { 0 };
  gboolean users = g_str_equal (route, USERS);
  g_autoptr (GPtrArray) systems = NULL;

  directory_fixture_set_up (&fixture, GUINT_TO_POINTER (SIZE));
  systems = list_systems (&fixture);
  if (g_str_equal (fault->name, "time-out"))
    g_object_set (fixture.client, "timeout", 5000, NULL);
  fail (&fixture, route, id_of (systems, 1), fault->kind, fault->options);
  directory_fixture_load (&fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture.directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_directory_get_error (fixture.directory));
  g_assert_cmpuint (count_failures (&fixture), ==, 1);
  assert_failed (&fixture, 0, id_of (systems, 1), users, !users);
  for (guint i = 0; i < N_SYSTEMS; i++)
    {
      if (i != 1 || !users)
        assert_listed (&fixture, lanyard_directory_get_users (fixture.directory), id_of (systems, i));
      if (i != 1 || users)
        assert_listed (&fixture, lanyard_directory_get_credentials (fixture.directory), id_of (systems, i));
    }

  mend (&fixture);
  fixture_control (&fixture.base, "/_sandbox/log/clear", "{}");
  retry (&fixture, id_of (systems, 1));
  assert_complete (&fixture);
  /* It is tried again, and nothing else. */
  g_assert_cmpuint (count_asked (&fixture, route, id_of (systems, 1)), ==, 1);
  g_assert_cmpuint (count_asked (&fixture, USERS, NULL) + count_asked (&fixture, CREDENTIALS, NULL), ==, 1);
  directory_fixture_tear_down (&fixture, NULL);
}

static void
test_users (gconstpointer data)
{
  test_kind (data, USERS);
}

static void
test_credentials (gconstpointer data)
{
  test_kind (data, CREDENTIALS);
}

/* Whatever comes first: the failure waits for so many milliseconds, and the others for so many. */
static void
test_order (DirectoryFixture *fixture,
            gconstpointer     data)
{
  static const guint delays[][N_SYSTEMS] = {
    { 400, 0, 400 }, { 0, 400, 0 }, { 0, 200, 400 }, { 400, 200, 0 }, { 0, 0, 0 },
  };
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      for (guint j = 0; j < N_SYSTEMS; j++)
        {
          g_autofree char *options = g_strdup_printf ("\"delay_ms\": %u, \"status\": 400, " ALWAYS, delays[i][j]);
          g_autofree char *wait = g_strdup_printf ("\"delay_ms\": %u, " ALWAYS, delays[i][j]);

          fail (fixture, USERS, id_of (systems, j), j == 1 ? "status" : "latency", j == 1 ? options : wait);
          fail (fixture, CREDENTIALS, id_of (systems, j), "latency", wait);
        }
      directory_fixture_load (fixture);
      g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
      g_assert_cmpuint (count_failures (fixture), ==, 1);
      assert_failed (fixture, 0, id_of (systems, 1), TRUE, FALSE);
      assert_listed (fixture, lanyard_directory_get_users (fixture->directory), id_of (systems, 0));
      assert_listed (fixture, lanyard_directory_get_users (fixture->directory), id_of (systems, 2));
      g_assert_cmpuint (count (lanyard_directory_get_users (fixture->directory), id_of (systems, 1)), ==, 0);
      mend (fixture);
      directory_fixture_close (fixture);
      directory_fixture_open (fixture);
    }
}

static void
test_everything_fails (DirectoryFixture *fixture,
                       gconstpointer     data)
{
  lanyard_sandbox_add_fault (fixture->base.sandbox, USERS, "status", "{\"status\": 400, " ALWAYS "}");
  lanyard_sandbox_add_fault (fixture->base.sandbox, CREDENTIALS, "status", "{\"status\": 400, " ALWAYS "}");
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_FAILED);
  g_assert_error (lanyard_directory_get_error (fixture->directory), SEAM_ERROR, SEAM_ERROR_INVALID);

  mend (fixture);
  directory_fixture_load (fixture);
  assert_complete (fixture);
}

/* What is no access system's affair ends it for all of them, whoever is told of it first. */
static void
test_of_everything (DirectoryFixture *fixture,
                    gconstpointer     data)
{
  static const char * const kinds[][2] = {
    { "unauthorized", "\"delay_ms\": 400, " ALWAYS }, { "rate-limited", "\"retry_after\": \"600\", " ALWAYS },
  };
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      fail (fixture, USERS, id_of (systems, 1), kinds[i][0], kinds[i][1]);
      directory_fixture_load (fixture);
      g_assert_cmpint (lanyard_directory_get_state (fixture->directory), !=, LANYARD_DIRECTORY_READY);
      g_assert_nonnull (lanyard_directory_get_error (fixture->directory));
      g_assert_cmpuint (count_failures (fixture), ==, 0);

      mend (fixture);
      directory_fixture_load (fixture);
      assert_complete (fixture);
      directory_fixture_close (fixture);
      directory_fixture_open (fixture);
    }
}

/* --- Several --- */

static void
test_several (DirectoryFixture *fixture,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  /* The last one is the first to fail. */
  fail (fixture, USERS, id_of (systems, 0), "status", "\"status\": 400, \"delay_ms\": 300, " ALWAYS);
  fail (fixture, "*", id_of (systems, 2), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_cmpuint (count_failures (fixture), ==, 2);
  assert_failed (fixture, 0, id_of (systems, 0), TRUE, FALSE);
  assert_failed (fixture, 1, id_of (systems, 2), TRUE, TRUE);

  /* One of them, while the other one still fails. */
  retry (fixture, id_of (systems, 2));
  g_assert_cmpuint (count_failures (fixture), ==, 2);
  mend (fixture);
  fail (fixture, USERS, id_of (systems, 0), "status", "\"status\": 400, " ALWAYS);
  retry (fixture, id_of (systems, 2));
  g_assert_cmpuint (count_failures (fixture), ==, 1);
  assert_failed (fixture, 0, id_of (systems, 0), TRUE, FALSE);
  assert_listed (fixture, lanyard_directory_get_credentials (fixture->directory), id_of (systems, 2));
  retry (fixture, "of no access system");
  g_assert_cmpuint (count_failures (fixture), ==, 1);
  mend (fixture);
  retry (fixture, NULL);
  assert_complete (fixture);
}

/* --- When it is read again --- */

static SeamRecord *
find_of (LanyardStore *store,
         const char   *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);

  for (guint i = 0; i < keys->len; i++)
    if (g_strcmp0 (((LanyardKey *) keys->pdata[i])->system_id, system_id) == 0)
      return g_object_ref (((LanyardKey *) keys->pdata[i])->record);
  g_assert_not_reached ();
}

static void
delete_user (DirectoryFixture *fixture,
             SeamRecord       *user)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"deleted\": true}", seam_record_get_id (user));

  directory_fixture_set (fixture, json);
}

static void
test_refresh (DirectoryFixture *fixture,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);
  LanyardStore *users = lanyard_directory_get_users (fixture->directory);
  g_autoptr (SeamRecord) gone = NULL;
  g_autoptr (SeamRecord) not_known = NULL;
  gboolean stale;

  directory_fixture_load (fixture);
  gone = find_of (users, id_of (systems, 0));
  not_known = find_of (users, id_of (systems, 1));
  delete_user (fixture, gone);
  delete_user (fixture, not_known);
  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_object_get (fixture->directory, "stale", &stale, NULL);
  g_assert_false (stale);
  assert_failed (fixture, 0, id_of (systems, 1), TRUE, FALSE);
  g_assert_true (lanyard_system_load_get_was_read (get_failure (fixture, 0), LANYARD_RESOURCE_USERS));
  g_assert_null (lanyard_store_lookup (users, seam_record_get_id (gone)));
  g_assert_true (lanyard_store_lookup (users, seam_record_get_id (not_known)) == not_known);

  mend (fixture);
  retry (fixture, id_of (systems, 1));
  g_assert_cmpuint (count_failures (fixture), ==, 0);
  g_assert_null (lanyard_store_lookup (users, seam_record_get_id (not_known)));
  g_assert_cmpuint (lanyard_store_get_n_records (users), ==, SIZE - 2);
}

/* Then a read of one alone must not take the others for gone. */
static void
test_retry_after_failed_refresh (DirectoryFixture *fixture,
                                 gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  mend (fixture);
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/workspaces/get", "garbage", "{}");
  directory_fixture_load (fixture);
  g_assert_error (lanyard_directory_get_error (fixture->directory), SEAM_ERROR, SEAM_ERROR_MALFORMED);
  assert_failed (fixture, 0, id_of (systems, 1), TRUE, FALSE);
  retry (fixture, id_of (systems, 1));
  g_assert_cmpuint (count_failures (fixture), ==, 0);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_credentials (fixture->directory)), ==, SIZE);
  directory_fixture_load (fixture);
  assert_complete (fixture);
}

static void
test_all_fail_on_refresh (DirectoryFixture *fixture,
                          gconstpointer     data)
{
  directory_fixture_load (fixture);
  lanyard_sandbox_add_fault (fixture->base.sandbox, USERS, "status", "{\"status\": 400, " ALWAYS "}");
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_cmpuint (count_failures (fixture), ==, N_SYSTEMS);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);
}

/* --- One load and another --- */

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lanyard_directory_load_finish (LANYARD_DIRECTORY (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Who wants everything is not told that it is there when only what had failed was tried again. */
static void
test_load_during_retry (DirectoryFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);
  gboolean is_loaded = FALSE;

  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  mend (fixture);
  fixture_control (&fixture->base, "/_sandbox/log/clear", "{}");
  lanyard_directory_retry (fixture->directory, NULL);
  lanyard_directory_load_async (fixture->directory, NULL, on_loaded, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);
  assert_complete (fixture);
  g_assert_cmpuint (count_asked (fixture, CREDENTIALS, NULL), ==, N_SYSTEMS);
}

static gboolean
has_failed (DirectoryFixture *fixture)
{
  return count_failures (fixture) > 0;
}

static void
test_retry_during_load (DirectoryFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400");
  fail (fixture, USERS, id_of (systems, 2), "latency", "\"delay_ms\": 3000");
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  directory_fixture_wait (fixture, has_failed);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_LOADING);
  lanyard_directory_retry (fixture->directory, id_of (systems, 1));
  g_assert_true (lanyard_system_load_get_loading (get_failure (fixture, 0)));
  directory_fixture_load (fixture);
  assert_complete (fixture);
}

/* What the server knew of an earlier try may be forgotten by now: the list is read from its beginning at once. */
static void
test_old_cursor (DirectoryFixture *fixture,
                 gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 500, \"skip\": 1, \"times\": 4");
  directory_fixture_load (fixture);
  g_assert_cmpuint (count_failures (fixture), ==, 1);
  g_assert_cmpuint (count (lanyard_directory_get_users (fixture->directory), id_of (systems, 1)), >, 0);
  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400, \"type\": \"mismatched_page_parameters\"");
  retry (fixture, id_of (systems, 1));
  g_assert_cmpuint (count_failures (fixture), ==, 0);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
}

/* --- Searching --- */

static gboolean
has_found (DirectoryFixture *fixture)
{
  return lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory))
         > 2 * SIZE / N_SYSTEMS + 1;
}

/* Who is in what could not be read is looked for where they are. */
static void
test_search (DirectoryFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);

  fail (fixture, USERS, id_of (systems, 1), "status", "\"status\": 400");
  directory_fixture_load (fixture);
  g_assert_false (has_found (fixture));
  fixture_control (&fixture->base, "/_sandbox/log/clear", "{}");
  lanyard_directory_search_server (fixture->directory, "user");
  directory_fixture_wait (fixture, has_found);
  g_assert_cmpuint (count_asked (fixture, USERS, id_of (systems, 1)), ==, 1);
  g_assert_cmpuint (count_asked (fixture, USERS, NULL) + count_asked (fixture, CREDENTIALS, NULL), ==, 1);
  /* What was found of it is not all of it. */
  g_assert_cmpuint (count_failures (fixture), ==, 1);
}

static char *
dup_number_of (DirectoryFixture *fixture,
               const char       *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_credentials (fixture->directory));

  for (guint i = 0; i < keys->len; i++)
    {
      LanyardKey *key = keys->pdata[i];
      const char *number = seam_credential_get_card_number (SEAM_CREDENTIAL (key->record));

      if (number != NULL && g_strcmp0 (key->system_id, system_id) == 0)
        return g_strdup (number);
    }
  g_assert_not_reached ();
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(LanyardFinding **) data = lanyard_finder_find_finish (LANYARD_FINDER (source), result, &error);
  g_assert_no_error (error);
}

/* A card of what could not be read is not one that doesn't exist: the server is asked. */
static void
test_card (DirectoryFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = list_systems (fixture);
  g_autofree char *text = NULL;
  g_autoptr (LanyardNumber) number = NULL;
  g_autoptr (LanyardFinding) finding = NULL;

  directory_fixture_load (fixture);
  text = dup_number_of (fixture, id_of (systems, 1));
  number = lanyard_number_new (text, NULL);
  g_assert_nonnull (number);
  directory_fixture_close (fixture);
  directory_fixture_open (fixture);
  fail (fixture, CREDENTIALS, id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_true (lanyard_directory_is_missing (fixture->directory, LANYARD_RESOURCE_CREDENTIALS));
  lanyard_finder_find_async (lanyard_directory_get_finder (fixture->directory), number, NULL, on_found, &finding);
  while (finding == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (finding->found, ==, LANYARD_FOUND_ONE);
  g_assert_true (finding->is_complete);
}

#define ADD(path, size, func) \
  g_test_add ("/directory/failures/" path, DirectoryFixture, GUINT_TO_POINTER (size), directory_fixture_set_up, func, \
              directory_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *users = g_strconcat ("/directory/failures/users/", faults[i].name, NULL);
      g_autofree char *credentials = g_strconcat ("/directory/failures/credentials/", faults[i].name, NULL);

      g_test_add_data_func (users, &faults[i], test_users);
      g_test_add_data_func (credentials, &faults[i], test_credentials);
    }
  ADD ("order", SIZE, test_order);
  ADD ("everything", SIZE, test_everything_fails);
  ADD ("of-everything", SIZE, test_of_everything);
  ADD ("several", SIZE, test_several);
  ADD ("refresh", SIZE, test_refresh);
  ADD ("retry-after-failed-refresh", SIZE, test_retry_after_failed_refresh);
  ADD ("all-on-refresh", SIZE, test_all_fail_on_refresh);
  ADD ("load-during-retry", SIZE, test_load_during_retry);
  ADD ("retry-during-load", SIZE, test_retry_during_load);
  ADD ("old-cursor", 3 * 600, test_old_cursor);
  ADD ("search", SIZE, test_search);
  ADD ("card", SIZE, test_card);

  return g_test_run ();
}
