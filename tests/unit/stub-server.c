/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server on loopback that gives the answers it was told to, and remembers what it was asked. */
#include "stub-server.h"

typedef struct
{
  guint status; /* 0: the connection breaks in the middle of the answer */
  GBytes *body;
  char *header; /* and its value */
  char *value;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer->header);
  g_free (answer->value);
  g_free (answer);
}

static void
request_free (gpointer data)
{
  StubRequest *request = data;

  g_free (request->path);
  g_free (request->body);
  g_free (request->authorization);
  g_free (request);
}

static void
note_request (StubServer        *self,
              SoupServerMessage *message,
              const char        *path)
{
  StubRequest *request = g_new0 (StubRequest, 1);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GSocketAddress *address = soup_server_message_get_remote_address (message);
  g_autoptr (GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));

  request->path = g_strdup (path);
  request->body = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  request->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  g_ptr_array_add (self->requests, request);
}

/* Half of an answer, and then no more: also of TLS no orderly end. */
static void
break_off (SoupServerMessage *message)
{
  static const char half[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"ok\":";
  g_autoptr (GSocket) socket = g_object_ref (soup_server_message_get_socket (message));
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), half, strlen (half), NULL, NULL, NULL);
  g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static void
on_request (SoupServer        *soup,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  StubServer *self = data;
  Answer *answer = g_hash_table_lookup (self->answers, path);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  note_request (self, message, path);
  if (answer == NULL)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  if (answer->status == 0)
    {
      break_off (message);
      return;
    }
  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->header != NULL)
    soup_message_headers_replace (headers, answer->header, answer->value);
  soup_message_headers_set_content_type (headers, "application/json", NULL);
  if (g_bytes_get_size (answer->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), answer->body);
}

/* With @certificate it speaks TLS. */
StubServer *
stub_server_new (GTlsCertificate *certificate)
{
  StubServer *self = g_new0 (StubServer, 1);
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoslist (GUri) uris = NULL;
  g_autoptr (GError) error = NULL;

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->soup = soup_server_new (NULL, NULL);
  if (certificate != NULL)
    {
      soup_server_set_tls_certificate (self->soup, certificate);
      options |= SOUP_SERVER_LISTEN_HTTPS;
    }
  soup_server_add_handler (self->soup, NULL, on_request, self, NULL);
  soup_server_listen_local (self->soup, 0, options, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->soup);
  self->endpoint = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                                    g_uri_get_port (uris->data));
  return self;
}

/* libsoup 3.6.5 looks at a connection once more when its handshake has failed, also when it went with its server
 * meanwhile: so a server with a certificate stays. */
static void
close_server (SoupServer *soup)
{
  static GPtrArray *kept;

  soup_server_remove_handler (soup, NULL);
  if (soup_server_is_https (soup))
    {
      if (kept == NULL)
        kept = g_ptr_array_new ();
      g_ptr_array_add (kept, soup);
      return;
    }

  soup_server_disconnect (soup);
  g_object_unref (soup);
}

void
stub_server_free (StubServer *self)
{
  close_server (self->soup);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_free (self->endpoint);
  g_free (self);
}

static Answer *
set_answer (StubServer *self,
            const char *path,
            guint       status,
            GBytes     *body)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->body = body;
  g_hash_table_insert (self->answers, g_strdup (path), answer);
  return answer;
}

/* What it says from now on when it is asked for @path. */
void
stub_server_answer (StubServer *self,
                    const char *path,
                    guint       status,
                    const char *body)
{
  set_answer (self, path, status, g_bytes_new (body, strlen (body)));
}

/* With which header. */
void
stub_server_head (StubServer *self,
                  const char *path,
                  const char *name,
                  const char *value)
{
  Answer *answer = g_hash_table_lookup (self->answers, path);

  answer->header = g_strdup (name);
  answer->value = g_strdup (value);
}

void
stub_server_fill (StubServer *self,
                  const char *path,
                  GBytes     *body)
{
  set_answer (self, path, 200, g_bytes_ref (body));
}

void
stub_server_break (StubServer *self,
                   const char *path)
{
  set_answer (self, path, 0, NULL);
}
