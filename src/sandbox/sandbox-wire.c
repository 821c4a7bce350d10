/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts an answer on the wire: whole, or cut, stalled, reset, as a fault has it. */
#include <libsoup/soup.h>
#include <sys/socket.h>

#include "sandbox-server.h"

static void
send_whole (SoupServerMessage *message,
            SandboxCall       *call)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *request_id = g_uuid_string_random ();
  gsize length = call->body->len;

  soup_message_headers_replace (headers, "seam-request-id", request_id);
  if (call->retry_after != NULL)
    soup_message_headers_replace (headers, "Retry-After", call->retry_after);
  if (call->location != NULL)
    soup_message_headers_replace (headers, "Location", call->location);
  /* A client makes a connection for each write; libsoup's server keeps one open that nothing else comes on, also
   * after the client has closed it. */
  if (g_str_has_suffix (call->path, "assign"))
    soup_message_headers_replace (headers, "Connection", "close");

  soup_server_message_set_status (message, call->status, NULL);
  soup_server_message_set_response (message, call->content_type, SOUP_MEMORY_TAKE,
                                    g_string_free (g_steal_pointer (&call->body), FALSE), length);
  call->body = g_string_new (NULL);
  soup_server_message_unpause (message);
}

/* So that the peer is told by a reset, not by an orderly end. */
static void
forget_unsent (SoupServerMessage *message)
{
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
}

static void
on_peer_gone (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GIOStream) stream = data;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);

  g_io_stream_close (stream, NULL, NULL);
}

static void
on_half_sent (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GIOStream) stream = data;
  gboolean stays_open = g_object_get_data (G_OBJECT (stream), "stays-open") != NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL) && stays_open)
    g_input_stream_read_bytes_async (g_io_stream_get_input_stream (stream), 1, G_PRIORITY_DEFAULT, NULL, on_peer_gone,
                                     g_object_ref (stream));
  else
    g_io_stream_close (stream, NULL, NULL);
}

/* An answer that announces its whole length, and half of it. */
static void
send_half (GIOStream   *stream,
           SandboxCall *call)
{
  GString *text = g_string_new (NULL);
  gsize half = call->body->len / 2;
  gsize length;
  char *bytes;

  g_string_append_printf (text, "HTTP/1.1 %u %s\r\nContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          call->status, soup_status_get_phrase (call->status), call->content_type, call->body->len);
  g_string_append_len (text, call->body->str, (gssize) half);
  length = text->len;
  bytes = g_string_free (text, FALSE);

  /* The stream keeps the bytes until they are sent. */
  g_object_set_data_full (G_OBJECT (stream), "bytes", bytes, g_free);
  if (call->ending == SANDBOX_ENDING_STALLED)
    g_object_set_data (G_OBJECT (stream), "stays-open", GINT_TO_POINTER (TRUE));
  g_output_stream_write_all_async (g_io_stream_get_output_stream (stream), bytes, length, G_PRIORITY_DEFAULT, NULL,
                                   on_half_sent, g_object_ref (stream));
}

/**
 * sandbox_wire_send:
 * @message: a #SoupServerMessage that is paused
 * @call: its answer
 *
 * Sends the answer, as its ending has it.
 */
void
sandbox_wire_send (gpointer     message,
                   SandboxCall *call)
{
  g_autoptr(GIOStream) stream = NULL;

  if (call->ending == SANDBOX_ENDING_WHOLE)
    {
      send_whole (message, call);
      return;
    }

  /* Left paused, it is libsoup that notices when the peer goes away. */
  if (call->ending == SANDBOX_ENDING_HANG)
    return;

  if (call->ending == SANDBOX_ENDING_RESET)
    forget_unsent (message);

  stream = soup_server_message_steal_connection (message);

  switch (call->ending)
    {
    case SANDBOX_ENDING_RESET:
    case SANDBOX_ENDING_CLOSE:
      g_io_stream_close (stream, NULL, NULL);
      break;

    case SANDBOX_ENDING_TRUNCATED:
    case SANDBOX_ENDING_STALLED:
      send_half (stream, call);
      break;

    case SANDBOX_ENDING_WHOLE:
    case SANDBOX_ENDING_HANG:
    default:
      g_assert_not_reached ();
    }
}
