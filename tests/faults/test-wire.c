/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets to see the key: no server whose certificate isn't right, none that is redirected to, no proxy on the way to
 * this computer. And what a broken, an endless or an inflated answer is. */
#include "client-fixture.h"
#include "stub-server.h"

#define KEY "seam_secret_key"
#define SYSTEMS "/acs/systems/list"
#define CREDENTIALS_ASSIGN "/acs/credentials/assign"
#define NO_SYSTEMS "{\"acs_systems\":[],\"ok\":true}"

static void
run (ClientCall        *call,
     ClientFixture     *fixture,
     const char        *endpoint,
     const ClientRoute *route)
{
  client_fixture_use (fixture, endpoint, KEY);
  fixture->card = fixture->ada = (char *) "22222222-2222-2222-2222-222222222222";
  client_call_run (call, fixture, route);
}

static GTlsCertificate *
load (const char *name)
{
  g_autofree char *path = g_strconcat (g_getenv ("LANYARD_TEST_CERTIFICATES"), "/", name, ".pem", NULL);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return certificate;
}

static void
test_right_certificate (void)
{
  g_autoptr (GTlsCertificate) certificate = load ("good");
  g_autoptr (StubServer) server = stub_server_new (certificate);
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  stub_server_answer (server, SYSTEMS, 200, NO_SYSTEMS);
  run (&call, &fixture, server->endpoint, &client_list_systems);
  client = fixture.client;
  client_call_assert_ok (&call);
  g_assert_cmpuint (server->requests->len, ==, 1);
}

static void
test_wrong_certificate (gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = load (data);
  g_autoptr (StubServer) server = stub_server_new (certificate);
  const ClientRoute *routes[] = { &client_list_systems, &client_assign };

  stub_server_answer (server, SYSTEMS, 200, NO_SYSTEMS);
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      ClientFixture fixture = { 0 };
      g_autoptr (SeamClient) client = NULL;
      g_auto (ClientCall) call = { 0 };

      run (&call, &fixture, server->endpoint, routes[i]);
      client = fixture.client;
      client_call_assert_error (&call, SEAM_ERROR_TLS);
      g_assert_cmpuint (server->requests->len, ==, 0);
    }
}

/* That is the network's fault, and the certificate is as good as before. */
static void
test_tls_breaks (void)
{
  g_autoptr (GTlsCertificate) certificate = load ("good");
  g_autoptr (StubServer) server = stub_server_new (certificate);
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  stub_server_break (server, SYSTEMS);
  run (&call, &fixture, server->endpoint, &client_list_systems);
  client = fixture.client;
  client_call_assert_error (&call, SEAM_ERROR_NETWORK);
  g_assert_cmpuint (server->requests->len, ==, 4);
}

static void
test_redirect (void)
{
  static const guint statuses[] = { 300, 301, 302, 303, 304, 307, 308 };
  static const struct
  {
    const ClientRoute *route;
    const char *path;
    SeamErrorCode code;
  } cases[] = {
    { &client_list_systems, SYSTEMS, SEAM_ERROR_MALFORMED },
    { &client_assign, CREDENTIALS_ASSIGN, SEAM_ERROR_UNKNOWN_OUTCOME },
  };
  g_autoptr (StubServer) server = stub_server_new (NULL);
  g_autoptr (StubServer) other = stub_server_new (NULL);

  stub_server_answer (other, "/", 200, NO_SYSTEMS);
  for (guint i = 0; i < G_N_ELEMENTS (statuses) * G_N_ELEMENTS (cases); i++)
    {
      guint c = i % G_N_ELEMENTS (cases);
      ClientFixture fixture = { 0 };
      g_autoptr (SeamClient) client = NULL;
      g_auto (ClientCall) call = { 0 };

      stub_server_answer (server, cases[c].path, statuses[i / G_N_ELEMENTS (cases)], "");
      stub_server_head (server, cases[c].path, "Location", other->endpoint);
      run (&call, &fixture, server->endpoint, cases[c].route);
      client = fixture.client;
      client_call_assert_error (&call, cases[c].code);
    }
  g_assert_cmpuint (server->requests->len, >=, 14);
  g_assert_cmpuint (other->requests->len, ==, 0);
}

static void
test_connections (void)
{
  g_autoptr (StubServer) server = stub_server_new (NULL);
  g_autoptr (SeamClient) client = NULL;
  g_autoptr (GHashTable) ports = g_hash_table_new (NULL, NULL);
  ClientFixture fixture = { 0 };

  stub_server_answer (server, SYSTEMS, 200, NO_SYSTEMS);
  client_fixture_use (&fixture, server->endpoint, KEY);
  client = fixture.client;
  for (guint i = 0; i < 5; i++)
    {
      g_auto (ClientCall) call = { 0 };

      client_call_run (&call, &fixture, &client_list_systems);
      client_call_assert_ok (&call);
    }
  for (guint i = 0; i < server->requests->len; i++)
    g_hash_table_add (ports, GUINT_TO_POINTER (((StubRequest *) server->requests->pdata[i])->port));
  g_assert_cmpuint (g_hash_table_size (ports), ==, 1);
}

/* What is small on the wire, and isn't when it is unpacked. */
static void
test_inflated (void)
{
  g_autoptr (StubServer) server = stub_server_new (NULL);
  g_autoptr (SeamClient) client = NULL;
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  g_autofree char *mebibyte = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GBytes) body = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  for (guint i = 0; i < 80; i++)
    g_assert_true (g_output_stream_write_all (stream, mebibyte, 1024 * 1024, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  body = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_assert_cmpuint (g_bytes_get_size (body), <, 1024 * 1024);

  stub_server_fill (server, SYSTEMS, body);
  stub_server_head (server, SYSTEMS, "Content-Encoding", "gzip");
  run (&call, &fixture, server->endpoint, &client_list_systems);
  client = fixture.client;
  client_call_assert_error (&call, SEAM_ERROR_MALFORMED);
}

static void
set_proxy (const char *proxy)
{
  g_setenv ("http_proxy", proxy, TRUE);
  g_setenv ("https_proxy", proxy, TRUE);
}

static void
test_no_proxy_to_loopback (void)
{
  g_autoptr (StubServer) server = stub_server_new (NULL);
  g_autoptr (StubServer) proxy = stub_server_new (NULL);
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  stub_server_answer (server, SYSTEMS, 200, NO_SYSTEMS);
  set_proxy (proxy->endpoint);
  run (&call, &fixture, server->endpoint, &client_list_systems);
  client = fixture.client;
  set_proxy ("");
  client_call_assert_ok (&call);
  g_assert_cmpuint (proxy->requests->len, ==, 0);
}

typedef struct
{
  GSocketService *service;
  guint16 port;
  GString *heard;
  const char *answer;
  gboolean is_endless;
  gint n_talking;
} Plain;

static gboolean
on_incoming (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           data)
{
  Plain *plain = data;
  GIOStream *stream = G_IO_STREAM (connection);
  char buffer[1024];
  gssize n;

  g_atomic_int_inc (&plain->n_talking);
  n = g_input_stream_read (g_io_stream_get_input_stream (stream), buffer, sizeof buffer, NULL, NULL);
  g_string_append_len (plain->heard, buffer, MAX (n, 0));
  while (g_output_stream_write_all (g_io_stream_get_output_stream (stream), plain->answer, strlen (plain->answer), NULL,
                                    NULL, NULL) && plain->is_endless)
    ;
  g_io_stream_close (stream, NULL, NULL);
  g_atomic_int_add (&plain->n_talking, -1);
  return TRUE;
}

/* Something that hears what is said to it, and has one answer to everything. */
static void
plain_start (Plain      *plain,
             const char *answer,
             gboolean    is_endless)
{
  plain->is_endless = is_endless;
  plain->n_talking = 0;
  plain->heard = g_string_new (NULL);
  plain->answer = answer;
  plain->service = g_threaded_socket_service_new (1);
  plain->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (plain->service), NULL, NULL);
  g_signal_connect (plain->service, "run", G_CALLBACK (on_incoming), plain);
}

static void
plain_stop (Plain *plain)
{
  g_socket_service_stop (plain->service);
  while (g_atomic_int_get (&plain->n_talking) > 0)
    g_usleep (1000);
  g_object_unref (plain->service);
  g_string_free (plain->heard, TRUE);
}

/* A server that speaks no TLS at all is told nothing either. */
static void
test_no_tls (void)
{
  Plain plain;
  g_autofree char *endpoint = NULL;
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  plain_start (&plain, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", FALSE);
  endpoint = g_strdup_printf ("https://127.0.0.1:%u", plain.port);
  run (&call, &fixture, endpoint, &client_list_systems);
  client = fixture.client;
  client_call_assert_error (&call, SEAM_ERROR_TLS);
  g_assert_null (strstr (plain.heard->str, KEY));
  plain_stop (&plain);
}

/* Quicker than it can be read, so that it must end by what it is and not by the deadline. */
static void
test_endless (gconstpointer data)
{
  Plain plain;
  g_autofree char *endpoint = NULL;
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  plain_start (&plain, data, TRUE);
  endpoint = g_strdup_printf ("http://127.0.0.1:%u", plain.port);
  run (&call, &fixture, endpoint, &client_list_systems);
  client = fixture.client;
  g_assert_true (g_error_matches (call.error, SEAM_ERROR, SEAM_ERROR_MALFORMED)
                 || g_error_matches (call.error, SEAM_ERROR, SEAM_ERROR_NETWORK));
  plain_stop (&plain);
}

/* The system's proxy is asked for a tunnel, and isn't told the key. */
static void
test_proxy (void)
{
  Plain plain;
  g_autofree char *proxy = NULL;
  g_autoptr (SeamClient) client = NULL;
  ClientFixture fixture = { 0 };
  g_auto (ClientCall) call = { 0 };

  plain_start (&plain, "", FALSE);
  proxy = g_strdup_printf ("http://127.0.0.1:%u", plain.port);
  set_proxy (proxy);
  run (&call, &fixture, "https://seam.invalid", &client_assign);
  client = fixture.client;
  set_proxy ("");
  client_call_assert_error (&call, SEAM_ERROR_NETWORK);
  g_assert_true (g_str_has_prefix (plain.heard->str, "CONNECT seam.invalid:443 "));
  g_assert_null (strstr (plain.heard->str, KEY));
  plain_stop (&plain);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const wrong[] = { "self-signed", "expired", "early", "other-host", "other-ca" };
  static const char * const endless[] = {
    "HTTP/1.1 200 OK\r\n", "no HTTP at all", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n",
  };
  g_autofree char *ca = g_strconcat (g_getenv ("LANYARD_TEST_CERTIFICATES"), "/ca.pem", NULL);
  g_autoptr (GTlsDatabase) trusted = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  /* The resolver that takes the proxy from the environment, also where the other tests have none. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "libproxy", TRUE);
  set_proxy ("");
  trusted = g_tls_file_database_new (ca, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), trusted);

  g_test_add_func ("/wire/right-certificate", test_right_certificate);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat ("/wire/certificate/", wrong[i], NULL);

      g_test_add_data_func (path, wrong[i], test_wrong_certificate);
    }
  g_test_add_func ("/wire/no-tls", test_no_tls);
  g_test_add_func ("/wire/tls-breaks", test_tls_breaks);
  g_test_add_func ("/wire/redirect", test_redirect);
  g_test_add_func ("/wire/connections", test_connections);
  g_test_add_func ("/wire/inflated", test_inflated);
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wire/endless/%u", i);

      g_test_add_data_func (path, endless[i], test_endless);
    }
  g_test_add_func ("/wire/no-proxy-to-loopback", test_no_proxy_to_loopback);
  g_test_add_func ("/wire/proxy", test_proxy);
  return g_test_run ();
}
