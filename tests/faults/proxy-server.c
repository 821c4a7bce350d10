/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An HTTP proxy on loopback that makes tunnels to one port of this machine, and remembers what it was told. */
#include "proxy-server.h"

#include <string.h>

#define BODY "<html><body>Ask the <b>proxy's</b> master</body></html>"

/* Up to the empty line, byte by byte: what comes after it is not the proxy's. */
static char *
read_head (GInputStream *input)
{
  g_autoptr (GString) head = g_string_new (NULL);
  char byte;

  while (!g_str_has_suffix (head->str, "\r\n\r\n"))
    {
      if (g_input_stream_read (input, &byte, 1, NULL, NULL) != 1)
        return NULL;
      g_string_append_c (head, byte);
    }
  return g_string_free (g_steal_pointer (&head), FALSE);
}

static void
say (GOutputStream *output,
     const char    *text)
{
  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
}

static gboolean
is_admitted (ProxyServer *self,
             const char  *head)
{
  g_autofree char *code = NULL;
  g_autofree char *line = NULL;

  if (self->account == NULL)
    return TRUE;
  code = g_base64_encode ((const guchar *) self->account, strlen (self->account));
  line = g_strdup_printf ("\r\nProxy-Authorization: Basic %s\r\n", code);
  return strstr (head, line) != NULL;
}

typedef struct
{
  GInputStream *from;
  GOutputStream *to;
} Way;

static gpointer
carry_back (gpointer data)
{
  Way *way = data;

  g_output_stream_splice (way->to, way->from, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL);
  return NULL;
}

static void
tunnel (ProxyServer *self,
        GIOStream   *client)
{
  g_autoptr (GSocketClient) connector = g_socket_client_new ();
  g_autoptr (GSocketConnection) server = NULL;
  Way back = { 0 };
  GThread *thread;
  char buffer[4096];
  gssize n;

  g_socket_client_set_enable_proxy (connector, FALSE);
  server = g_socket_client_connect_to_host (connector, "127.0.0.1", self->target, NULL, NULL);
  if (server == NULL)
    return;
  say (g_io_stream_get_output_stream (client), "HTTP/1.1 200 Connection established\r\n\r\n");
  back.from = g_io_stream_get_input_stream (G_IO_STREAM (server));
  back.to = g_io_stream_get_output_stream (client);
  thread = g_thread_new ("back", carry_back, &back);
  while ((n = g_input_stream_read (g_io_stream_get_input_stream (client), buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      g_mutex_lock (&self->mutex);
      g_string_append_len (self->tunnelled, buffer, n);
      g_mutex_unlock (&self->mutex);
      if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (server)), buffer, (gsize) n, NULL, NULL,
                                      NULL))
        break;
    }
  g_socket_shutdown (g_socket_connection_get_socket (server), TRUE, TRUE, NULL);
  g_thread_join (thread);
}

/* Whether another request may follow on the same connection. */
static gboolean
answer (ProxyServer *self,
        GIOStream   *client)
{
  g_autofree char *head = read_head (g_io_stream_get_input_stream (client));
  g_autofree char *text = NULL;

  if (head == NULL)
    return FALSE;
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->heads, g_strdup (head));
  g_mutex_unlock (&self->mutex);
  if (self->refusal == NULL && is_admitted (self, head))
    {
      tunnel (self, client);
      return FALSE;
    }
  text = g_strdup_printf ("HTTP/1.1 %s\r\n%s%s%sContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n" BODY,
                          self->refusal != NULL ? self->refusal : "407 Proxy Authentication Required",
                          self->challenge != NULL ? "Proxy-Authenticate: " : "",
                          self->challenge != NULL ? self->challenge : "", self->challenge != NULL ? "\r\n" : "",
                          strlen (BODY));
  say (g_io_stream_get_output_stream (client), text);
  return TRUE;
}

static gboolean
on_incoming (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           data)
{
  ProxyServer *self = data;

  g_atomic_int_inc (&self->n_talking);
  while (answer (self, G_IO_STREAM (connection)))
    ;
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_atomic_int_add (&self->n_talking, -1);
  return TRUE;
}

ProxyServer *
proxy_server_new (guint16 target)
{
  ProxyServer *self = g_new0 (ProxyServer, 1);

  g_mutex_init (&self->mutex);
  self->target = target;
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->tunnelled = g_string_new (NULL);
  self->service = g_threaded_socket_service_new (8);
  self->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  g_signal_connect (self->service, "run", G_CALLBACK (on_incoming), self);
  return self;
}

/* Its clients are to have gone before. */
void
proxy_server_free (ProxyServer *self)
{
  g_socket_service_stop (self->service);
  while (g_atomic_int_get (&self->n_talking) > 0)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (self->service);
  g_ptr_array_unref (self->heads);
  g_string_free (self->tunnelled, TRUE);
  g_mutex_clear (&self->mutex);
  g_free (self->account);
  g_free (self->challenge);
  g_free (self->refusal);
  g_free (self);
}

void
proxy_server_ask_for (ProxyServer *self,
                      const char  *account)
{
  self->account = g_strdup (account);
  self->challenge = g_strdup ("Basic realm=\"the <b>cellar</b>\"");
}

guint
proxy_server_count (ProxyServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->heads->len;
  g_mutex_unlock (&self->mutex);
  return n;
}

/* Whether @text was in the clear in anything that a client sent to it, or through it. */
gboolean
proxy_server_has_seen (ProxyServer *self,
                       const char  *text)
{
  gboolean seen;

  g_mutex_lock (&self->mutex);
  seen = memmem (self->tunnelled->str, self->tunnelled->len, text, strlen (text)) != NULL;
  for (guint i = 0; i < self->heads->len; i++)
    seen = seen || strstr (self->heads->pdata[i], text) != NULL;
  g_mutex_unlock (&self->mutex);
  return seen;
}
