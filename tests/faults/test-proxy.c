/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proxy on the way: it gets its own user name and password and never the key, and when it refuses, it is the proxy that
 * is named. */
#include <stdlib.h>

#include "client-fixture.h"
#include "proxy-server.h"
#include "stub-server.h"

#define KEY "seam_secret_key"
#define ENDPOINT "https://seam.example"
#define SYSTEMS "/acs/systems/list"
#define ASSIGN "/acs/credentials/assign"
#define NO_SYSTEMS "{\"acs_systems\":[],\"ok\":true}"

typedef struct
{
  StubServer *server;
  ProxyServer *proxy;
  ClientFixture client;
  char *name; /* of the proxy, as people are told it */
} Way;

static void
set_up (Way          *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_strconcat (g_getenv ("LANYARD_TEST_CERTIFICATES"), "/other-host.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  fixture->server = stub_server_new (certificate);
  stub_server_answer (fixture->server, SYSTEMS, 200, NO_SYSTEMS);
  fixture->proxy = proxy_server_new ((guint16) atoi (strrchr (fixture->server->endpoint, ':') + 1));
  fixture->name = g_strdup_printf ("127.0.0.1:%u", fixture->proxy->port);
  fixture->client.card = fixture->client.ada = (char *) "22222222-2222-2222-2222-222222222222";
}

static void
tear_down (Way      *fixture,
                   gconstpointer data)
{
  g_unsetenv ("https_proxy");
  g_unsetenv ("http_proxy");
  g_clear_object (&fixture->client.client);
  proxy_server_free (fixture->proxy);
  stub_server_free (fixture->server);
  g_free (fixture->name);
}

/* @variable has the proxy's address, with @account where there is one. */
static void
set_proxy (Way    *fixture,
           const char *variable,
           const char *account)
{
  g_autofree char *uri = g_strdup_printf ("http://%s%s127.0.0.1:%u", account != NULL ? account : "",
                                          account != NULL ? "@" : "", fixture->proxy->port);

  g_setenv (variable, uri, TRUE);
}

static void
run (Way           *fixture,
     ClientCall        *call,
     const ClientRoute *route)
{
  g_clear_object (&fixture->client.client);
  client_fixture_use (&fixture->client, ENDPOINT, KEY);
  client_call_run (call, &fixture->client, route);
}

static void
assert_came_through (Way    *fixture,
                     ClientCall *call)
{
  StubRequest *request;

  client_call_assert_ok (call);
  g_assert_cmpuint (fixture->server->requests->len, ==, 1);
  request = fixture->server->requests->pdata[0];
  g_assert_cmpstr (request->authorization, ==, "Bearer " KEY);
  g_assert_false (proxy_server_has_seen (fixture->proxy, KEY));
}

/* --- It lets through --- */

static void
test_open (Way      *fixture,
           gconstpointer data)
{
  g_auto (ClientCall) call = { 0 };

  set_proxy (fixture, "https_proxy", NULL);
  run (fixture, &call, &client_list_systems);
  assert_came_through (fixture, &call);
  g_assert_false (proxy_server_has_seen (fixture->proxy, "Proxy-Authorization"));
}

/* A user name and a password, and how they are written into an address. */
static const struct
{
  const char *name;
  const char *account;
  const char *written;
} accounts[] = {
  { "plain", "desk:secret", "desk:secret" },
  { "escaped", "desk:p@ss:w/rd#1%", "desk:p%40ss%3Aw%2Frd%231%25" },
  { "domain", "AURORA\\desk:secret", "AURORA%5Cdesk:secret" },
  { "utf-8", "desk:gehe\xc3\xaam", "desk:gehe%C3%AAm" },
};

static void
test_account (Way      *fixture,
              gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (ClientCall) call = { 0 };

  proxy_server_ask_for (fixture->proxy, accounts[i].account);
  set_proxy (fixture, "https_proxy", accounts[i].written);
  run (fixture, &call, &client_list_systems);
  assert_came_through (fixture, &call);
}

/* A write is sent once, however often the proxy is asked. */
static void
test_write (Way      *fixture,
            gconstpointer data)
{
  g_auto (ClientCall) call = { 0 };
  guint n = 0;

  proxy_server_ask_for (fixture->proxy, "desk:secret");
  set_proxy (fixture, "https_proxy", "desk:secret");
  stub_server_answer (fixture->server, ASSIGN, 200, "{\"ok\":true}");
  run (fixture, &call, &client_assign);
  for (guint i = 0; i < fixture->server->requests->len; i++)
    n += g_str_equal (((StubRequest *) fixture->server->requests->pdata[i])->path, ASSIGN);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (proxy_server_has_seen (fixture->proxy, KEY));
}

/* The desktop's settings have one user name and password, for all of what they call the HTTP proxy. */
static void
test_account_of_http (Way      *fixture,
                      gconstpointer data)
{
  g_auto (ClientCall) call = { 0 };

  proxy_server_ask_for (fixture->proxy, "desk:secret");
  set_proxy (fixture, "http_proxy", "desk:secret");
  set_proxy (fixture, "https_proxy", NULL);
  run (fixture, &call, &client_list_systems);
  assert_came_through (fixture, &call);
}

/* --- It refuses --- */

static void
assert_refused (Way       *fixture,
                ClientCall    *call,
                SeamErrorCode  code,
                SeamProxyFault fault)
{
  client_call_assert_error (call, code);
  g_assert_cmpstr (seam_error_get_proxy (call->error), ==, fixture->name);
  g_assert_cmpint (seam_error_get_proxy_fault (call->error), ==, fault);
  g_assert_null (seam_error_get_server_text (call->error));
  g_assert_null (strstr (call->error->message, "cellar"));
  g_assert_null (strstr (call->error->message, "secret"));
  g_assert_cmpuint (fixture->server->requests->len, ==, 0);
  g_assert_false (proxy_server_has_seen (fixture->proxy, KEY));
}

static void
test_no_account (Way      *fixture,
                 gconstpointer data)
{
  const ClientRoute *routes[] = { &client_list_systems, &client_assign };

  proxy_server_ask_for (fixture->proxy, "desk:secret");
  set_proxy (fixture, "https_proxy", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_auto (ClientCall) call = { 0 };

      run (fixture, &call, routes[i]);
      assert_refused (fixture, &call, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_WANTS_ACCOUNT);
      g_assert_true (seam_error_get_not_acted (call.error));
    }
  /* It is not asked again and again. */
  g_assert_cmpuint (proxy_server_count (fixture->proxy), ==, G_N_ELEMENTS (routes));
}

static void
test_wrong_account (Way      *fixture,
                    gconstpointer data)
{
  g_auto (ClientCall) call = { 0 };

  proxy_server_ask_for (fixture->proxy, "desk:secret");
  set_proxy (fixture, "https_proxy", "desk:secretive");
  run (fixture, &call, &client_list_systems);
  assert_refused (fixture, &call, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES_ACCOUNT);
  g_assert_cmpuint (proxy_server_count (fixture->proxy), <=, 2);
}

/* What a proxy answers is its own affair: nothing of it is about the key, the workspace or a route of Seam's. */
static void
test_refusal (Way      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *refusal;
    const char *challenge;
    SeamErrorCode code;
    SeamProxyFault fault;
  } cases[] = {
    { "401 Unauthorized", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_WANTS_ACCOUNT },
    { "407 Proxy Authentication Required", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_WANTS_ACCOUNT },
    { "407 Proxy Authentication Required", "Negotiate", SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_WANTS_ACCOUNT },
    { "403 Forbidden", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES },
    { "404 Not Found", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES },
    { "302 Found", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES },
    { "429 Too Many Requests", NULL, SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES },
    { "502 Bad Gateway", NULL, SEAM_ERROR_NETWORK, SEAM_PROXY_FAULT_NO_WAY },
    { "503 Service Unavailable", NULL, SEAM_ERROR_NETWORK, SEAM_PROXY_FAULT_NO_WAY },
    { "504 Gateway Timeout", NULL, SEAM_ERROR_NETWORK, SEAM_PROXY_FAULT_NO_WAY },
  };

  set_proxy (fixture, "https_proxy", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ClientCall) call = { 0 };

      g_free (fixture->proxy->refusal);
      g_free (fixture->proxy->challenge);
      fixture->proxy->refusal = g_strdup (cases[i].refusal);
      fixture->proxy->challenge = g_strdup (cases[i].challenge);
      g_test_message ("%s", cases[i].refusal);
      run (fixture, &call, &client_list_systems);
      assert_refused (fixture, &call, cases[i].code, cases[i].fault);
    }
}

/* There is none at that address. */
static void
test_no_proxy (Way      *fixture,
               gconstpointer data)
{
  g_auto (ClientCall) call = { 0 };

  g_setenv ("https_proxy", "http://desk:secret@127.0.0.1:1", TRUE);
  run (fixture, &call, &client_list_systems);
  client_call_assert_error (&call, SEAM_ERROR_NETWORK);
  g_assert_cmpstr (seam_error_get_proxy (call.error), ==, "127.0.0.1:1");
  g_assert_cmpint (seam_error_get_proxy_fault (call.error), ==, SEAM_PROXY_FAULT_NO_WAY);
  g_assert_null (strstr (call.error->message, "secret"));
}

/* --- The server, behind it --- */

/* What the server says through a tunnel is the server's: a password is for the proxy alone. */
static void
test_server_asks (Way      *fixture,
                  gconstpointer data)
{
  static const guint statuses[] = { 401, 407 };

  proxy_server_ask_for (fixture->proxy, "desk:secret");
  set_proxy (fixture, "https_proxy", "desk:secret");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_auto (ClientCall) call = { 0 };

      stub_server_answer (fixture->server, SYSTEMS, statuses[i], "");
      stub_server_head (fixture->server, SYSTEMS, i == 0 ? "WWW-Authenticate" : "Proxy-Authenticate",
                        "Basic realm=\"desk\"");
      run (fixture, &call, &client_list_systems);
      g_assert_nonnull (call.error);
      g_assert_null (seam_error_get_proxy (call.error));
      if (statuses[i] == 401)
        client_call_assert_error (&call, SEAM_ERROR_UNAUTHORIZED);
    }
  for (guint i = 0; i < fixture->server->requests->len; i++)
    g_assert_cmpstr (((StubRequest *) fixture->server->requests->pdata[i])->authorization, ==, "Bearer " KEY);
  g_assert_cmpuint (fixture->server->requests->len, ==, G_N_ELEMENTS (statuses));
}

#define ADD(path, func) g_test_add ("/proxy/" path, Way, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *ca = g_strconcat (g_getenv ("LANYARD_TEST_CERTIFICATES"), "/ca.pem", NULL);
  g_autoptr (GTlsDatabase) trusted = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  /* The resolver that takes the proxy from the environment, also where the other tests have none. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "libproxy", TRUE);
  g_unsetenv ("https_proxy");
  g_unsetenv ("http_proxy");
  g_unsetenv ("no_proxy");
  trusted = g_tls_file_database_new (ca, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), trusted);

  ADD ("open", test_open);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autofree char *path = g_strconcat ("/proxy/account/", accounts[i].name, NULL);

      g_test_add (path, Way, GUINT_TO_POINTER (i), set_up, test_account, tear_down);
    }
  ADD ("account-of-http", test_account_of_http);
  ADD ("write", test_write);
  ADD ("no-account", test_no_account);
  ADD ("wrong-account", test_wrong_account);
  ADD ("refusal", test_refusal);
  ADD ("no-proxy", test_no_proxy);
  ADD ("server-asks", test_server_asks);

  return g_test_run ();
}
