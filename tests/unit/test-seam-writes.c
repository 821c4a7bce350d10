/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assign and unassign over real HTTP: whatever is answered, what the client says is what the server has. */
#include "client-fixture.h"

#define SANDBOX(fixture) ((fixture)->base.sandbox)
#define ASSIGN "/acs/credentials/assign"
#define USERS_ASSIGN "/acs/users/assign"
#define UNASSIGN "/acs/credentials/unassign"
#define GET "/acs/credentials/get"

static void
assert_holder (ClientFixture *fixture,
               const char    *expected)
{
  g_autofree char *holder = client_fixture_holder (fixture, fixture->card);

  g_assert_cmpstr (holder, ==, expected);
}

static void
assert_done (ClientFixture     *fixture,
             const ClientRoute *route,
             guint              n_read_backs)
{
  g_auto (ClientCall) call = { 0 };
  const char *holder = route == &client_assign ? fixture->ada : NULL;
  guint before = client_fixture_count (fixture, GET);

  client_call_run (&call, fixture, route);
  client_call_assert_ok (&call);
  g_assert_cmpstr (seam_record_get_id (call.record), ==, fixture->card);
  g_assert_cmpstr (seam_credential_get_user_id (SEAM_CREDENTIAL (call.record)), ==, holder);
  assert_holder (fixture, holder);
  g_assert_cmpuint (client_fixture_count (fixture, GET) - before, ==, n_read_backs);
}

/* Either route, each form of answer; an answer that says it all is believed, any other is looked after. */
static void
test_forms (ClientFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *config;
    guint reads_assign;
    guint reads_unassign;
  } forms[] = {
    { "{\"answers\":\"object\"}", 0, 1 }, { "{\"answers\":\"bare\"}", 1, 1 }, { "{\"answers\":\"guide\"}", 1, 1 },
  };

  for (guint route = SEAM_ASSIGN_ROUTE_AUTO; route <= SEAM_ASSIGN_ROUTE_USERS; route++)
    for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
      {
        g_object_set (fixture->client, "assign-route", route, NULL);
        fixture_control (&fixture->base, "/_sandbox/config", forms[i].config);
        assert_done (fixture, &client_assign, forms[i].reads_assign);
        assert_done (fixture, &client_unassign, forms[i].reads_unassign);
      }
  g_assert_cmpuint (client_fixture_count (fixture, ASSIGN), ==, 6);
  g_assert_cmpuint (client_fixture_count (fixture, USERS_ASSIGN), ==, 3);
}

/* A server that has only the guide's route is found out once. */
static void
test_auto (ClientFixture *fixture,
           gconstpointer  data)
{
  g_auto (ClientCall) fixed = { 0 };

  fixture_control (&fixture->base, "/_sandbox/config", "{\"users_route_only\":true,\"answers\":\"guide\"}");
  for (guint i = 0; i < 2; i++)
    {
      assert_done (fixture, &client_assign, 1);
      assert_done (fixture, &client_unassign, 1);
    }
  g_assert_cmpuint (client_fixture_count (fixture, ASSIGN), ==, 1);
  g_assert_cmpuint (client_fixture_count (fixture, USERS_ASSIGN), ==, 2);

  g_object_set (fixture->client, "assign-route", SEAM_ASSIGN_ROUTE_CREDENTIALS, NULL);
  client_call_run (&fixed, fixture, &client_assign);
  client_call_assert_error (&fixed, SEAM_ERROR_NO_ROUTE);
  assert_holder (fixture, NULL);
}

static void
test_refused (ClientFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *emma = fixture_find (&fixture->base, "users", "Emma Lindqvist");
  const ClientRoute *routes[] = { &client_assign, &client_unassign };

  client_fixture_set (fixture, fixture->card, emma);
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_auto (ClientCall) call = { 0 };

      client_call_run (&call, fixture, routes[i]);
      client_call_assert_error (&call, SEAM_ERROR_CONFLICT);
      g_assert_nonnull (seam_error_get_server_text (call.error));
      g_assert_nonnull (seam_error_get_request_id (call.error));
      /* Whose it is, is told with it. */
      g_assert_cmpstr (seam_credential_get_user_id (SEAM_CREDENTIAL (call.record)), ==, emma);
      assert_holder (fixture, emma);
    }
}

static void
test_unreachable (ClientFixture *fixture,
                  gconstpointer  data)
{
  g_auto (ClientCall) call = { 0 };

  lanyard_sandbox_stop (SANDBOX (fixture));
  client_call_run (&call, fixture, &client_assign);
  client_call_assert_error (&call, SEAM_ERROR_NETWORK);
  g_assert_null (call.record);
}

static void
test_cancelled_before (ClientFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (ClientCall) at_once = { .cancellable = cancelled };
  g_auto (ClientCall) waiting = { .cancellable = cancellable };

  g_cancellable_cancel (cancelled);
  client_call_run (&at_once, fixture, &client_assign);
  g_assert_error (at_once.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (client_fixture_count (fixture, ASSIGN), ==, 0);

  /* Refused for now, and to be sent again later. */
  lanyard_sandbox_add_fault (SANDBOX (fixture), ASSIGN, "rate-limited", "{\"retry_after\":\"30\"}");
  client_call_start (&waiting, fixture, &client_assign);
  client_fixture_wait_for (fixture, ASSIGN, 1);
  g_cancellable_cancel (cancellable);
  client_call_wait (&waiting);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (client_fixture_count (fixture, ASSIGN), ==, 1);
  assert_holder (fixture, NULL);
}

/* Who loses patience after it was sent still gets the truth. */
static void
test_cancelled_after (ClientFixture *fixture,
                      gconstpointer  data)
{
  static const char * const kinds[] = { "latency", "close-after", "stalled" };

  g_object_set (fixture->client, "timeout", 1000, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (ClientCall) call = { .cancellable = cancellable };

      client_fixture_set (fixture, fixture->card, NULL);
      lanyard_sandbox_add_fault (SANDBOX (fixture), ASSIGN, kinds[i], "{\"delay_ms\":100}");
      client_call_start (&call, fixture, &client_assign);
      client_fixture_wait_for (fixture, ASSIGN, i + 1);
      g_cancellable_cancel (cancellable);
      client_call_wait (&call);
      client_call_assert_ok (&call);
      assert_holder (fixture, fixture->ada);
    }
}

/* The server acts when the client has long given up waiting for it. */
static void
test_comes_late (ClientFixture *fixture,
                 gconstpointer  data)
{
  g_auto (ClientCall) late = { 0 };
  g_auto (ClientCall) later = { 0 };

  g_object_set (fixture->client, "timeout", 300, NULL);
  lanyard_sandbox_add_fault (SANDBOX (fixture), ASSIGN, "latency", "{\"delay_ms\":1500}");
  client_call_run (&late, fixture, &client_assign);
  client_call_assert_ok (&late);
  assert_holder (fixture, fixture->ada);

  /* Too late to be seen: then nothing may be said that could turn out wrong. */
  lanyard_sandbox_add_fault (SANDBOX (fixture), UNASSIGN, "latency", "{\"delay_ms\":60000}");
  client_call_run (&later, fixture, &client_unassign);
  client_call_assert_error (&later, SEAM_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpstr (seam_credential_get_user_id (SEAM_CREDENTIAL (later.record)), ==, fixture->ada);
}

/* A yes that can't be seen at once may be right, and only in an older copy of the server's data not so. */
static void
test_yes_but (ClientFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *old = g_strdup_printf ("{\"body\":\"{\\\"acs_credential\\\":{\\\"acs_credential_id\\\":\\\"%s\\\"}}\"}",
                                          fixture->card);
  g_auto (ClientCall) never = { 0 };

  fixture_control (&fixture->base, "/_sandbox/config", "{\"answers\":\"bare\"}");
  lanyard_sandbox_add_fault (SANDBOX (fixture), GET, "body", old);
  assert_done (fixture, &client_assign, 2);
  assert_done (fixture, &client_unassign, 1);

  lanyard_sandbox_add_fault (SANDBOX (fixture), ASSIGN, "body", "{\"body\":\"{\\\"ok\\\":true}\",\"act\":false}");
  client_call_run (&never, fixture, &client_assign);
  client_call_assert_error (&never, SEAM_ERROR_UNKNOWN_OUTCOME);
  assert_holder (fixture, NULL);
}

/* An answer of the right form that doesn't say who has it: a number is nobody's id, and no sign that it is free. */
static void
test_says_too_little (ClientFixture *fixture,
                      gconstpointer  data)
{
  static const char * const holders[] = { "7", "[]", "{}", "true" };

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      g_autofree char *options =
        g_strdup_printf ("{\"act\":false,\"body\":\"{\\\"acs_credential\\\":{\\\"acs_credential_id\\\":\\\"%s\\\","
                         "\\\"acs_user_id\\\":%s},\\\"ok\\\":true}\"}", fixture->card, holders[i]);
      g_auto (ClientCall) call = { 0 };

      client_fixture_set (fixture, fixture->card, fixture->ada);
      lanyard_sandbox_add_fault (SANDBOX (fixture), UNASSIGN, "body", options);
      client_call_start (&call, fixture, &client_unassign);
      /* Somebody takes it meanwhile, so that the test needn't wait until the client has looked often enough. */
      client_fixture_wait_for (fixture, GET, 1);
      client_fixture_set (fixture, fixture->card, NULL);
      client_call_wait (&call);
      client_call_assert_ok (&call);
      fixture_control (&fixture->base, "/_sandbox/log/clear", NULL);
    }
}

/* It says no, and has done it nonetheless. */
static void
test_no_but (ClientFixture *fixture,
             gconstpointer  data)
{
  static const guint statuses[] = { 400, 403, 404, 409, 422, 500, 504 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *options = g_strdup_printf ("{\"status\":%u,\"act\":true}", statuses[i]);

      client_fixture_set (fixture, fixture->card, NULL);
      lanyard_sandbox_add_fault (SANDBOX (fixture), ASSIGN, "status", options);
      assert_done (fixture, &client_assign, 1);
    }
}

#define TEST(name, func) \
  g_test_add ("/seam/writes/" name, ClientFixture, NULL, client_fixture_set_up, func, client_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("forms", test_forms);
  TEST ("auto", test_auto);
  TEST ("refused", test_refused);
  TEST ("unreachable", test_unreachable);
  TEST ("cancelled-before", test_cancelled_before);
  TEST ("cancelled-after", test_cancelled_after);
  TEST ("comes-late", test_comes_late);
  TEST ("yes-but", test_yes_but);
  TEST ("says-too-little", test_says_too_little);
  TEST ("no-but", test_no_but);
  return g_test_run ();
}
