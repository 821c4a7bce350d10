/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vendor's first guide prints, letter by letter, through the real client: its route, its requests, and its
 * answers with their faults. What became of the credential is read back, since neither answer can be believed. */
#include "stub-fixture.h"

#define CARD "22222222-2222-2222-2222-222222222222"
#define USER "33333333-3333-3333-3333-333333333333"
#define CREDENTIAL(rest) "{\"acs_credential\":{\"acs_credential_id\":\"" CARD "\"" rest "},\"ok\":true}"

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
set_up (StubFixture   *fixture,
        gconstpointer  data)
{
  g_autofree char *assigned = read_fixture ("guide-assign.txt");
  g_autofree char *unassigned = read_fixture ("guide-unassign.txt");

  stub_fixture_set_up (fixture, CARD, USER);
  stub_server_answer (fixture->server, "/acs/users/assign", 200, assigned);
  stub_server_answer (fixture->server, "/acs/credentials/unassign", 200, unassigned);
}

static void
assert_asked (StubFixture *fixture,
              guint        i,
              const char  *path)
{
  g_autofree char *printed = read_fixture ("guide-unassign-request.txt");
  StubRequest *request = fixture->server->requests->pdata[i];
  g_autoptr (JsonNode) sent = json_from_string (request->body, NULL);
  g_autoptr (JsonNode) expected = NULL;

  /* The guide's requests are alike; this one it prints with a comma too many. */
  *strrchr (printed, ',') = ' ';
  expected = json_from_string (printed, NULL);
  g_assert_cmpstr (request->path, ==, path);
  g_assert_cmpstr (request->authorization, ==, "Bearer seam_key");
  g_assert_true (json_node_equal (sent, expected));
}

static void
test_assign (StubFixture   *fixture,
             gconstpointer  data)
{
  g_auto (ClientCall) call = { 0 };

  stub_server_answer (fixture->server, "/acs/credentials/get", 200, CREDENTIAL (",\"acs_user_id\":\"" USER "\""));
  client_call_run (&call, &fixture->client, &client_assign);
  client_call_assert_ok (&call);
  g_assert_cmpstr (seam_record_get_id (call.record), ==, CARD);
  g_assert_cmpuint (fixture->server->requests->len, ==, 3);
  assert_asked (fixture, 0, "/acs/credentials/assign");
  assert_asked (fixture, 1, "/acs/users/assign");
}

static void
test_unassign (StubFixture   *fixture,
               gconstpointer  data)
{
  g_auto (ClientCall) call = { 0 };

  stub_server_answer (fixture->server, "/acs/credentials/get", 200, CREDENTIAL (""));
  client_call_run (&call, &fixture->client, &client_unassign);
  client_call_assert_ok (&call);
  g_assert_cmpstr (seam_record_get_id (call.record), ==, CARD);
  g_assert_null (seam_credential_get_user_id (SEAM_CREDENTIAL (call.record)));
  g_assert_cmpuint (fixture->server->requests->len, ==, 2);
  assert_asked (fixture, 0, "/acs/credentials/unassign");
}

/* The printed answers say that it is done; the server doesn't have it so. */
static void
test_not_believed (StubFixture   *fixture,
                   gconstpointer  data)
{
  g_auto (ClientCall) assign = { 0 };
  g_auto (ClientCall) unassign = { 0 };

  stub_server_answer (fixture->server, "/acs/credentials/get", 200, CREDENTIAL (""));
  client_call_run (&assign, &fixture->client, &client_assign);
  client_call_assert_error (&assign, SEAM_ERROR_MALFORMED);

  stub_server_answer (fixture->server, "/acs/credentials/get", 200, CREDENTIAL (",\"acs_user_id\":\"" USER "\""));
  client_call_run (&unassign, &fixture->client, &client_unassign);
  client_call_assert_error (&unassign, SEAM_ERROR_MALFORMED);
}

/* Neither the answer nor the read-back says anything: then nobody knows. */
static void
test_unknown (StubFixture   *fixture,
              gconstpointer  data)
{
  g_auto (ClientCall) assign = { 0 };
  g_auto (ClientCall) unassign = { 0 };

  client_call_run (&assign, &fixture->client, &client_assign);
  client_call_assert_error (&assign, SEAM_ERROR_UNKNOWN_OUTCOME);
  client_call_run (&unassign, &fixture->client, &client_unassign);
  client_call_assert_error (&unassign, SEAM_ERROR_UNKNOWN_OUTCOME);
  g_assert_null (unassign.record);
}

/* Today's guide: the answer to unassigning still names the holder, and another credential. */
static void
test_todays_guide (StubFixture   *fixture,
                   gconstpointer  data)
{
  static const char * const answers[] = {
    CREDENTIAL (",\"acs_user_id\":\"" USER "\""),
    "{\"acs_credential\":{\"acs_credential_id\":\"99999999-9999-9999-9999-999999999999\",\"acs_user_id\":\"" USER
    "\"},\"ok\":true}",
    "{}", "",
  };

  stub_server_answer (fixture->server, "/acs/credentials/get", 200, CREDENTIAL (""));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_auto (ClientCall) call = { 0 };

      stub_server_answer (fixture->server, "/acs/credentials/unassign", 200, answers[i]);
      client_call_run (&call, &fixture->client, &client_unassign);
      client_call_assert_ok (&call);
      g_assert_cmpstr (seam_record_get_id (call.record), ==, CARD);
    }
}

#define TEST(name, func) g_test_add ("/guide/" name, StubFixture, NULL, set_up, func, stub_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("assign", test_assign);
  TEST ("unassign", test_unassign);
  TEST ("not-believed", test_not_believed);
  TEST ("unknown", test_unknown);
  TEST ("todays-guide", test_todays_guide);
  return g_test_run ();
}
