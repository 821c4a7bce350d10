/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sandbox breaks the API's contract when it is told to, and only as it is told. */
#include "sandbox-fixture.h"

#include "sandbox-server.h"

static void
test_set (SandboxFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *get = g_strdup_printf ("{\"acs_user_id\":\"%s\"}", ada);
  g_autofree char *set = g_strdup_printf ("{\"acs_user_id\":\"%s\",\"suspended\":true,\"members\":{\"full_name\":null,"
                                          "\"display_name\":\"<b>A&B</b>\"},\"remove\":[\"email\"]}", ada);
  g_autofree char *delete = g_strdup_printf ("{\"acs_user_id\":\"%s\",\"deleted\":true}", ada);
  g_autofree char *found = NULL;
  JsonObject *object;

  fixture_control (fixture, "/_sandbox/set", set);
  object = json_object_get_object_member (fixture_ask (fixture, "/acs/users/get", get), "acs_user");
  g_assert_true (json_object_get_boolean_member (object, "is_suspended"));
  g_assert_true (json_object_get_null_member (object, "full_name"));
  g_assert_cmpstr (json_object_get_string_member (object, "display_name"), ==, "<b>A&B</b>");
  g_assert_false (json_object_has_member (object, "email"));
  found = fixture_find (fixture, "users", "<b>a&b");
  g_assert_cmpstr (found, ==, ada);

  fixture_control (fixture, "/_sandbox/set", delete);
  fixture_assert_refused (fixture, "/acs/users/get", get, 404, "acs_user_not_found");
  fixture_assert_refused (fixture, "/_sandbox/set", "{\"acs_user_id\":\"" WORKSPACE "\"}", 404, "not_found");
  fixture_assert_refused (fixture, "/_sandbox/set", "{}", 400, "invalid_input");
}

static void
test_log (SandboxFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *log = NULL;
  g_autofree char *empty = NULL;

  fixture_ask (fixture, "/acs/users/list", "{\"limit\":7}");
  fixture_ask (fixture, "/acs/users/list", "{}");
  log = lanyard_sandbox_control (fixture->sandbox, "/_sandbox/log", NULL);
  g_assert_nonnull (strstr (log, "\"/acs/users/list\":2"));
  g_assert_nonnull (strstr (log, "{\"method\":\"POST\",\"route\":\"/acs/users/list\",\"request\":{\"limit\":7}}"));
  g_assert_null (strstr (log, lanyard_sandbox_get_key (fixture->sandbox)));

  fixture_control (fixture, "/_sandbox/log/clear", NULL);
  empty = lanyard_sandbox_control (fixture->sandbox, "/_sandbox/log", NULL);
  g_assert_cmpstr (empty, ==, "{\"counts\":{},\"requests\":[],\"ok\":true}");
}

static void
test_which_request_fails (SandboxFixture *fixture,
                          gconstpointer   data)
{
  lanyard_sandbox_add_fault (fixture->sandbox, "/acs/users/list", "status",
                             "{\"status\":500,\"skip\":1,\"times\":2,\"match\":{\"limit\":3}}");

  fixture_ask (fixture, "/acs/users/list", "{\"limit\":3}");
  fixture_ask (fixture, "/acs/users/list", "{}");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"limit\":3}", 500, "internal_server_error");
  fixture_ask (fixture, "/acs/systems/list", "{}");
  fixture_assert_refused (fixture, "/acs/users/list", "{\"limit\":3}", 500, "internal_server_error");
  fixture_ask (fixture, "/acs/users/list", "{\"limit\":3}");

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "unauthorized", "{\"times\":0}");
  for (guint i = 0; i < 3; i++)
    fixture_assert_refused (fixture, "/acs/systems/list", "{}", 401, "unauthorized");
  fixture_control (fixture, "/_sandbox/faults/clear", NULL);
  fixture_ask (fixture, "/acs/systems/list", "{}");

  fixture_assert_refused (fixture, "/_sandbox/faults", "{\"kind\":\"bad luck\"}", 400, "invalid_input");
  fixture_assert_refused (fixture, "/_sandbox/faults", "{\"kind\":\"status\",\"tmies\":1}", 400, "invalid_input");
}

static void
test_acting (SandboxFixture *fixture,
             gconstpointer   data)
{
  static const struct
  {
    const char *kind;
    gboolean acts;
    gboolean answers;
  } cases[] = {
    { "reset-before", FALSE, FALSE }, { "reset-after", TRUE, FALSE }, { "close-before", FALSE, FALSE },
    { "close-after", TRUE, FALSE }, { "truncated", TRUE, FALSE }, { "garbage", TRUE, TRUE }, { "html", FALSE, TRUE },
    { "html-after", TRUE, TRUE }, { "unavailable", FALSE, TRUE }, { "rate-limited", FALSE, TRUE },
    { "wrong-id", TRUE, TRUE }, { "wrong-types", TRUE, TRUE }, { "trailing-commas", TRUE, TRUE },
    { "ok-false", TRUE, TRUE }, { "empty", TRUE, TRUE }, { "deep", TRUE, TRUE }, { "redirect", FALSE, TRUE },
    { "no-route", FALSE, TRUE }, { "nulls", TRUE, TRUE }, { "bad-utf8", TRUE, TRUE },
  };
  g_autofree char *card = fixture_find_free_card (fixture);
  g_autofree char *ada = fixture_find (fixture, "users", "Ada Okafor");
  g_autofree char *pair = fixture_make_pair (card, ada);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *holder = NULL;

      g_test_message ("%s", cases[i].kind);
      fixture_ask (fixture, "/acs/credentials/unassign", pair);
      lanyard_sandbox_add_fault (fixture->sandbox, "/acs/credentials/assign", cases[i].kind,
                                 "{\"location\":\"http://127.0.0.1:9/\"}");
      g_assert_true (fixture_try_send (fixture, "POST", "/acs/credentials/assign", pair) == cases[i].answers);
      holder = fixture_get_holder (fixture, card);
      g_assert_cmpstr (holder, ==, cases[i].acts ? ada : NULL);
    }
}

static void
test_wrong_answers (SandboxFixture *fixture,
                    gconstpointer   data)
{
  JsonArray *rows;
  JsonObject *pagination;
  g_autofree char *first = NULL;

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "rate-limited", "{\"retry_after\":\"3\"}");
  fixture_assert_refused (fixture, "/acs/users/list", "{}", 429, "rate_limit_exceeded");
  g_assert_cmpstr (soup_message_headers_get_one (soup_message_get_response_headers (fixture->message), "Retry-After"),
                   ==, "3");

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "bad-row", NULL);
  rows = json_object_get_array_member (fixture_ask (fixture, "/acs/users/list", "{\"limit\":10}"), "acs_users");
  g_assert_cmpint (json_array_get_int_element (rows, 5), ==, 42);

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "no-pagination", NULL);
  g_assert_false (json_object_has_member (fixture_ask (fixture, "/acs/users/list", "{\"limit\":10}"), "pagination"));

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "repeat-cursor", "{\"times\":2}");
  pagination = json_object_get_object_member (fixture_ask (fixture, "/acs/users/list", "{\"limit\":10}"), "pagination");
  first = g_strdup_printf ("{\"limit\":10,\"page_cursor\":\"%s\"}",
                           json_object_get_string_member (pagination, "next_page_cursor"));
  pagination = json_object_get_object_member (fixture_ask (fixture, "/acs/users/list", first), "pagination");
  g_assert_nonnull (strstr (first, json_object_get_string_member (pagination, "next_page_cursor")));

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "huge", "{\"mebibytes\":2}");
  fixture_ask (fixture, "/acs/systems/list", "{}");
  g_assert_cmpuint (strlen (fixture->text), >, 2 << 20);

  lanyard_sandbox_add_fault (fixture->sandbox, "*", "body", "{\"body\":\"{\\\"ok\\\":true,\\\"more\\\":1}\"}");
  g_assert_true (json_object_has_member (fixture_ask (fixture, "/acs/systems/list", "{}"), "more"));
}

static void
test_delay (SandboxFixture *fixture,
            gconstpointer   data)
{
  gint64 begun = g_get_monotonic_time ();

  lanyard_sandbox_add_fault (fixture->sandbox, "/acs/systems/list", "latency", "{\"delay_ms\":150}");
  fixture_ask (fixture, "/acs/systems/list", "{}");
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 150 * 1000);
}

static gboolean
on_tired (gpointer data)
{
  g_cancellable_cancel (data);

  return G_SOURCE_REMOVE;
}

static void
on_given_up (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  gboolean *is_done = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *is_done = TRUE;
}

static void
test_client_gives_up (SandboxFixture *fixture,
                      gconstpointer   data)
{
  static const char * const kinds[] = { "hang-before", "hang-after", "stalled", "latency" };
  g_autofree char *url = g_strconcat (lanyard_sandbox_get_endpoint (fixture->sandbox), "/acs/systems/list", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(SoupMessage) message = soup_message_new ("POST", url);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      gboolean is_done = FALSE;

      lanyard_sandbox_add_fault (fixture->sandbox, "/acs/systems/list", kinds[i], "{\"delay_ms\":60}");
      g_timeout_add (30, on_tired, cancellable);
      soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, cancellable, on_given_up,
                                        &is_done);
      while (!is_done)
        g_main_context_iteration (NULL, TRUE);
    }

  /* The sandbox outlives it, also when the delay ends after the client has gone. */
  g_usleep (100 * 1000);
  fixture_ask (fixture, "/acs/systems/list", "{}");
}

static void
on_refused (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GError **error = data;

  g_assert_false (lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, error));
}

static void
test_port_is_taken (SandboxFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(GUri) uri = g_uri_parse (lanyard_sandbox_get_endpoint (fixture->sandbox), G_URI_FLAGS_NONE, NULL);
  g_autoptr(LanyardSandbox) other = lanyard_sandbox_new_demo ();
  g_autoptr(GError) error = NULL;

  lanyard_sandbox_start_async (other, (guint16) g_uri_get_port (uri), NULL, on_refused, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

#define TEST(name, set_up, func) \
  g_test_add ("/sandbox-control/" name, SandboxFixture, NULL, set_up, func, fixture_tear_down)

/* A server without a thread, which is stopped just when an answer is due. */
static void
test_stopped_before_answer (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  char key[] = "key";
  SandboxSettings settings = { .key = key, .latency = 1 };
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) connection = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) log = g_string_new (NULL);
  const char request[] = "POST /acs/users/list HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
  SandboxServer *server;
  guint16 port;
  char answer[1];

  g_main_context_push_thread_default (context);
  server = sandbox_server_new (sandbox_state_new_demo (), &settings, context);
  port = sandbox_server_listen (server, 0, &error);
  g_assert_no_error (error);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, sizeof request - 1,
                             NULL, NULL, &error);
  g_assert_no_error (error);
  while (strstr (log->str, "/acs/users/list") == NULL)
    {
      g_main_context_iteration (context, TRUE);
      g_string_truncate (log, 0);
      sandbox_log_append_json (server->log, log);
    }
  g_usleep (5000);

  sandbox_server_free (server);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer, 1, NULL, NULL),
                   <=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("set", fixture_set_up, test_set);
  TEST ("log", fixture_set_up, test_log);
  TEST ("which-request-fails", fixture_set_up, test_which_request_fails);
  TEST ("acting", fixture_set_up, test_acting);
  TEST ("wrong-answers", fixture_set_up, test_wrong_answers);
  TEST ("delay", fixture_set_up, test_delay);
  TEST ("client-gives-up", fixture_set_up, test_client_gives_up);
  TEST ("port-is-taken", fixture_set_up, test_port_is_taken);
  g_test_add_func ("/sandbox/stopped-before-answer", test_stopped_before_answer);

  return g_test_run ();
}
