/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server on loopback that gives the answers it was told to, and remembers what it was asked. */
#include "stub-server.h"

typedef struct
{
  guint status;
  char *body;
  char *location;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->body);
  g_free (answer->location);
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
on_request (SoupServer        *soup,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  StubServer *self = data;
  StubRequest *request = g_new0 (StubRequest, 1);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  Answer *answer = g_hash_table_lookup (self->answers, path);

  request->path = g_strdup (path);
  request->body = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  request->authorization = g_strdup (soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                                   "Authorization"));
  request->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (soup_server_message_get_remote_address (message)));
  g_ptr_array_add (self->requests, request);

  if (answer == NULL)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->location != NULL)
    soup_message_headers_replace (headers, "Location", answer->location);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, answer->body, strlen (answer->body));
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

void
stub_server_free (StubServer *self)
{
  soup_server_disconnect (self->soup);
  g_object_unref (self->soup);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_free (self->endpoint);
  g_free (self);
}

/* What it says from now on when it is asked for @path. */
void
stub_server_answer (StubServer *self,
                    const char *path,
                    guint       status,
                    const char *body,
                    const char *location)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->body = g_strdup (body);
  answer->location = g_strdup (location);
  g_hash_table_insert (self->answers, g_strdup (path), answer);
}
