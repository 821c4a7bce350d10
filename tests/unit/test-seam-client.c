/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client over real HTTP: what it reads, where it may send a key, how often and how long it tries. */
#include "client-fixture.h"

#define SANDBOX(fixture) ((fixture)->base.sandbox)

static void
test_endpoints (void)
{
  static const char * const good[] = {
    "https://connect.getseam.com", "https://connect.getseam.com/", "https://example.com:8443/base", "HTTPS://EXAMPLE.COM",
    "http://127.0.0.1:8080", "http://localhost", "http://LocalHost:1", "http://[::1]:3000", "http://127.8.9.10",
  };
  static const char * const bad[] = {
    NULL, "", " ", "connect.getseam.com", "https://", "https:///path", "ftp://example.com", "file:///etc/passwd",
    "http://example.com", "http://0.0.0.0", "http://10.0.0.1", "http://localhost.example.com", "http://127.0.0.1.example.com",
    "http://127.0.0.1%2eexample.com", "http://[::ffff:10.0.0.1]", "http://127.0.0.1@example.com",
    "https://user:secret@example.com", "https://example.com?x=1", "https://example.com#x", "https://exa mple.com",
    "http://127.0.0.1\\@example.com", "https://example.com:99999", "javascript:alert(1)", "http://2130706433.example.com",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SeamClient) client = seam_client_new (good[i], "seam_key", NULL, &error);

      g_assert_no_error (error);
      g_assert_true (seam_endpoint_is_allowed (good[i], NULL));
      g_assert_false (g_str_has_suffix (seam_client_get_endpoint (client), "/"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (seam_client_new (bad[i], "seam_key", NULL, &error));
      g_assert_error (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT);
    }
}

static void
test_keys (ClientFixture *fixture,
           gconstpointer  data)
{
  static const char * const bad[] = { NULL, "", "  \n", "two words", "ke\ny", "k\x01", "schlüssel" };
  g_autofree char *around = g_strconcat (" \t", lanyard_sandbox_get_key (SANDBOX (fixture)), "\n", NULL);
  g_auto (ClientCall) trimmed = { 0 };
  g_auto (ClientCall) wrong = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (seam_client_new (SEAM_DEFAULT_ENDPOINT, bad[i], NULL, &error));
      g_assert_error (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED);
    }
  client_fixture_use (fixture, lanyard_sandbox_get_endpoint (SANDBOX (fixture)), around);
  client_call_run (&trimmed, fixture, &client_get_workspace);
  client_call_assert_ok (&trimmed);

  client_fixture_use (fixture, lanyard_sandbox_get_endpoint (SANDBOX (fixture)), "seam_wrong");
  client_call_run (&wrong, fixture, &client_get_workspace);
  client_call_assert_error (&wrong, SEAM_ERROR_UNAUTHORIZED);
  g_assert_cmpstr (seam_error_get_type_name (wrong.error), ==, "unauthorized");
  g_assert_nonnull (seam_error_get_request_id (wrong.error));
}

static void
test_personal_access_token (ClientFixture *fixture,
                            gconstpointer  data)
{
  g_auto (ClientCall) alone = { 0 };
  g_auto (ClientCall) list = { 0 };
  g_auto (ClientCall) call = { 0 };
  const char *endpoint = lanyard_sandbox_get_endpoint (SANDBOX (fixture));

  fixture_control (&fixture->base, "/_sandbox/config", "{\"key\":\"seam_at1_token\"}");
  client_fixture_use (fixture, endpoint, "seam_at1_token");
  client_call_run (&alone, fixture, &client_list_systems);
  client_call_assert_error (&alone, SEAM_ERROR_UNAUTHORIZED);
  client_call_run (&list, fixture, &client_list_workspaces);
  client_call_assert_ok (&list);

  g_clear_object (&fixture->client);
  fixture->client = seam_client_new (endpoint, "seam_at1_token", seam_record_get_id (list.records->pdata[0]), NULL);
  client_call_run (&call, fixture, &client_list_systems);
  client_call_assert_ok (&call);
}

static void
test_reads (ClientFixture *fixture,
            gconstpointer  data)
{
  g_auto (ClientCall) workspace = { 0 };
  g_auto (ClientCall) workspaces = { 0 };
  g_auto (ClientCall) systems = { 0 };
  g_auto (ClientCall) user = { 0 };
  g_auto (ClientCall) card = { 0 };
  g_auto (ClientCall) entrances = { 0 };

  client_call_run (&workspace, fixture, &client_get_workspace);
  client_call_run (&workspaces, fixture, &client_list_workspaces);
  client_call_run (&systems, fixture, &client_list_systems);
  client_call_run (&user, fixture, &client_get_user);
  client_call_run (&card, fixture, &client_get_credential);
  client_call_run (&entrances, fixture, &client_list_entrances);

  client_call_assert_ok (&workspace);
  g_assert_cmpstr (seam_record_get_display_name (workspace.record), ==, "Aurora Demo");
  g_assert_true (seam_workspace_get_is_sandbox (SEAM_WORKSPACE (workspace.record)));
  g_assert_cmpstr (seam_record_get_id (workspaces.records->pdata[0]), ==, seam_record_get_id (workspace.record));
  g_assert_cmpuint (systems.records->len, ==, 3);
  g_assert_cmpstr (seam_record_get_display_name (systems.records->pdata[0]), ==, "Hotel Aurora");
  g_assert_cmpstr (seam_user_get_full_name (SEAM_USER (user.record)), ==, "Ada Okafor");
  g_assert_cmpstr (seam_credential_get_system_id (SEAM_CREDENTIAL (card.record)), ==, fixture->system);
  g_assert_null (seam_credential_get_user_id (SEAM_CREDENTIAL (card.record)));
  g_assert_cmpuint (entrances.records->len, >, 0);
}

static guint
count_all (ClientFixture     *fixture,
           const ClientRoute *route,
           SeamListQuery      query)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *cursor = NULL;

  do
    {
      g_auto (ClientCall) call = { .query = query, .cursor = cursor };

      client_call_run (&call, fixture, route);
      client_call_assert_ok (&call);
      for (guint i = 0; i < call.page->records->len; i++)
        g_assert_true (g_hash_table_add (seen, g_strdup (seam_record_get_id (call.page->records->pdata[i]))));
      g_free (cursor);
      cursor = g_steal_pointer (&call.page->next_cursor);
    }
  while (cursor != NULL);
  return g_hash_table_size (seen);
}

static void
test_pages (ClientFixture *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (count_all (fixture, &client_list_users, (SeamListQuery) { .limit = 25 }), ==, 62);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/users/list"), ==, 3);
  g_assert_cmpuint (count_all (fixture, &client_list_users, (SeamListQuery) { 0 }), ==, 62);
  g_assert_cmpuint (count_all (fixture, &client_list_users, (SeamListQuery) { .search = "Ada Okafor" }), ==, 1);
  g_assert_cmpuint (count_all (fixture, &client_list_users, (SeamListQuery) { .search = "" }), ==, 62);
  g_assert_cmpuint (count_all (fixture, &client_list_users, (SeamListQuery) { .system_id = fixture->system }), <, 62);
  g_assert_cmpuint (count_all (fixture, &client_list_credentials, (SeamListQuery) { .user_id = fixture->ada,
                                                                                     .limit = 1 }), >, 1);
}

/* A read is tried four times, and each time its answer, not the last one's, is what counts. */
static void
test_reads_are_repeated (ClientFixture *fixture,
                         gconstpointer  data)
{
  g_auto (ClientCall) right = { 0 };
  g_auto (ClientCall) wrong = { 0 };
  g_auto (ClientCall) refused = { 0 };

  lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/users/get", "html", NULL);
  lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/users/get", "reset-before", NULL);
  lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/users/get", "unavailable", NULL);
  client_call_run (&right, fixture, &client_get_user);
  client_call_assert_ok (&right);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/users/get"), ==, 4);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/systems/list", "status", "{\"times\":4}");
  client_call_run (&wrong, fixture, &client_list_systems);
  client_call_assert_error (&wrong, SEAM_ERROR_SERVER);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/systems/list"), ==, 4);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/credentials/get", "not-found", NULL);
  client_call_run (&refused, fixture, &client_get_credential);
  client_call_assert_error (&refused, SEAM_ERROR_NOT_FOUND);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/credentials/get"), ==, 1);
}

static void
test_waits_as_told (ClientFixture *fixture,
                    gconstpointer  data)
{
  g_auto (ClientCall) seconds = { 0 };
  g_auto (ClientCall) date = { 0 };
  g_auto (ClientCall) write = { 0 };
  g_auto (ClientCall) hour = { 0 };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_seconds (now, 3);
  g_autofree char *text = soup_date_time_to_string (soon, SOUP_DATE_HTTP);
  g_autofree char *options = g_strdup_printf ("{\"retry_after\":\"%s\"}", text);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "*", "rate-limited", "{\"retry_after\":\"1\"}");
  client_call_run (&seconds, fixture, &client_get_user);
  client_call_assert_ok (&seconds);
  g_assert_cmpint (seconds.duration, >=, G_TIME_SPAN_SECOND);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "*", "rate-limited", options);
  client_call_run (&date, fixture, &client_get_user);
  client_call_assert_ok (&date);
  g_assert_cmpint (date.duration, >=, G_TIME_SPAN_SECOND);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "*", "unavailable", "{\"retry_after\":\"1\"}");
  client_call_run (&write, fixture, &client_assign);
  client_call_assert_ok (&write);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/credentials/assign"), ==, 2);

  lanyard_sandbox_add_fault (SANDBOX (fixture), "*", "rate-limited", "{\"retry_after\":\"3600\"}");
  client_call_run (&hour, fixture, &client_list_systems);
  client_call_assert_error (&hour, SEAM_ERROR_RATE_LIMITED);
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/systems/list"), ==, 1);
}

static void
test_read_is_cancelled (ClientFixture *fixture,
                        gconstpointer  data)
{
  static const char * const kinds[] = { "hang-before", "stalled", "unavailable" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (ClientCall) call = { .cancellable = cancellable };

      lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/systems/list", kinds[i], "{\"retry_after\":\"30\"}");
      client_call_start (&call, fixture, &client_list_systems);
      client_fixture_wait_for (fixture, "/acs/systems/list", i + 1);
      g_cancellable_cancel (cancellable);
      client_call_wait (&call);
      g_assert_error (call.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_deadline (ClientFixture *fixture,
               gconstpointer  data)
{
  static const char * const kinds[] = { "hang-before", "hang-after", "stalled" };

  g_object_set (fixture->client, "timeout", 200, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (ClientCall) call = { 0 };

      lanyard_sandbox_add_fault (SANDBOX (fixture), "/acs/systems/list", kinds[i], NULL);
      client_call_run (&call, fixture, &client_list_systems);
      client_call_assert_error (&call, SEAM_ERROR_TIMED_OUT);
      g_assert_cmpint (call.duration, >=, 200 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpuint (client_fixture_count (fixture, "/acs/systems/list"), ==, 3);
}

/* A client that nobody holds any longer still ends what it has begun. */
static void
test_client_is_dropped (ClientFixture *fixture,
                        gconstpointer  data)
{
  g_auto (ClientCall) call = { 0 };
  gpointer client = fixture->client;

  lanyard_sandbox_add_fault (SANDBOX (fixture), "*", "latency", "{\"delay_ms\":50}");
  g_object_add_weak_pointer (client, &client);
  client_call_start (&call, fixture, &client_list_systems);
  g_object_unref (fixture->client);
  client_call_wait (&call);
  client_call_assert_ok (&call);
  while (client != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->client = NULL;
}

#define TEST(name, func) \
  g_test_add ("/seam/client/" name, ClientFixture, NULL, client_fixture_set_up, func, client_fixture_tear_down)

#define N_ENDINGS 300

typedef struct
{
  SeamClient *client;
  GThread    *thread; /* the one that the client ended on */
} Ending;

static void
on_ended (gpointer  data,
          GObject  *client)
{
  Ending *ending = data;

  g_atomic_pointer_set (&ending->thread, g_thread_self ());
}

static void
on_read_last (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Ending *ending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamWorkspace) workspace = seam_client_get_workspace_finish (SEAM_CLIENT (source), result, &error);

  g_assert_no_error (error);
  g_clear_object (&ending->client);
}

/* Answers are read on workers; a client, whose connections are of this thread, doesn't end there. */
static void
test_end (ClientFixture *fixture,
          gconstpointer  data)
{
  g_autofree Ending *endings = g_new0 (Ending, N_ENDINGS);

  for (guint i = 0; i < N_ENDINGS; i++)
    {
      endings[i].client = seam_client_new (lanyard_sandbox_get_endpoint (SANDBOX (fixture)),
                                           lanyard_sandbox_get_key (SANDBOX (fixture)), NULL, NULL);
      g_object_weak_ref (G_OBJECT (endings[i].client), on_ended, &endings[i]);
      seam_client_get_workspace_async (endings[i].client, NULL, on_read_last, &endings[i]);
    }
  for (guint i = 0; i < N_ENDINGS; i++)
    {
      while (g_atomic_pointer_get (&endings[i].thread) == NULL)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (endings[i].thread == g_thread_self ());
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/client/endpoints", test_endpoints);
  TEST ("keys", test_keys);
  TEST ("personal-access-token", test_personal_access_token);
  TEST ("end", test_end);
  TEST ("reads", test_reads);
  TEST ("pages", test_pages);
  TEST ("reads-are-repeated", test_reads_are_repeated);
  TEST ("waits-as-told", test_waits_as_told);
  TEST ("read-is-cancelled", test_read_is_cancelled);
  TEST ("deadline", test_deadline);
  TEST ("client-is-dropped", test_client_is_dropped);
  return g_test_run ();
}
