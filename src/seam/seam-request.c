/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON POST: one message, one answer, one deadline. */
#include "seam-request.h"

#include "lanyard-config.h"
#include "seam-answer.h"
#include "seam-error-private.h"
#include "seam-proxy-resolver.h"
#include "seam-secret.h"
#include "seam-tunnel.h"

#define MAX_CONNECTIONS 6
#define MAX_BODY (64 * 1024 * 1024)
#define CHUNK (64 * 1024)

/* Of interim answers (100 to 199). libsoup reads them as they come, without a look at the main loop and the deadline. */
#define MAX_INTERIM 16

/* Seconds for which a connection is kept for the next read: what is longer idle may have been forgotten by something
 * in between, and a request on it would wait for an answer until the deadline. */
#define IDLE_TIMEOUT 10

typedef struct
{
  SoupSession  *session; /* not owned: the task does */
  SoupMessage  *message;
  GInputStream *stream;
  GByteArray   *body;
  SeamSecret   *token;
  GCancellable *outer;
  GCancellable *inner; /* cancelled by the outer one, and by the deadline */
  gulong        outer_id;
  GSource      *deadline;
  gboolean      is_write;
  gboolean      is_begun; /* something of it may have been sent */
  gboolean      is_late;
  guint         n_interim;
  char         *proxy; /* host and port of the one on the way; NULL: none */
  gboolean      has_account; /* the system has a user name and password for it */
} Sending;

/* libsoup frees its copy of the key without wiping it. */
static void
wipe_key (SoupMessage *message)
{
  const char *key = soup_message_headers_get_one (soup_message_get_request_headers (message), "Authorization");

  if (key != NULL)
    explicit_bzero ((char *) key, strlen (key));
}

static void
sending_free (Sending *sending)
{
  g_cancellable_disconnect (sending->outer, sending->outer_id);
  if (sending->deadline)
    g_source_destroy (sending->deadline);
  g_clear_pointer (&sending->deadline, g_source_unref);
  if (sending->message)
    {
      g_signal_handlers_disconnect_by_data (sending->message, sending);
      wipe_key (sending->message);
    }
  g_clear_object (&sending->message);
  g_clear_object (&sending->stream);
  g_byte_array_unref (sending->body);
  seam_secret_free (sending->token);
  g_clear_object (&sending->outer);
  g_object_unref (sending->inner);
  g_free (sending->proxy);
  g_free (sending);
}

/* seam_request_session_new:
 * @is_loopback: whether the server is this computer; no proxy is then told the key
 *
 * Returns: (transfer full): a session as the requests need it; other servers are reached by the system's proxy */
SoupSession *
seam_request_session_new (gboolean is_loopback)
{
  SoupSession *session = soup_session_new_with_options ("max-conns-per-host", MAX_CONNECTIONS,
                                                        "max-conns", MAX_CONNECTIONS * 2,
                                                        "user-agent", "lanyard/" LANYARD_VERSION,
                                                        "timeout", 0,
                                                        "idle-timeout", IDLE_TIMEOUT,
                                                        NULL);
  g_autoptr (GProxyResolver) resolver = NULL;

  /* The key is the only credential; nothing else answers a challenge. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (!is_loopback)
    {
      resolver = seam_proxy_resolver_new (g_proxy_resolver_get_default ());
      seam_tunnel_watch (session);
    }
  soup_session_set_proxy_resolver (session, resolver);
  return session;
}

/* Whether no safe connection could be made; TLS that ends in the handshake, or later, is a broken connection. */
static gboolean
is_unsafe (Sending      *sending,
           const GError *error)
{
  return error->domain == G_TLS_ERROR && !sending->is_begun && error->code != G_TLS_ERROR_EOF;
}

/* Of a proxy that was spoken to, before there was a way to the server. */
static SeamProxyFault
fault_of_status (Sending *sending,
                 guint    status)
{
  if (status == SOUP_STATUS_PROXY_UNAUTHORIZED || status == SOUP_STATUS_UNAUTHORIZED)
    return sending->has_account ? SEAM_PROXY_FAULT_REFUSES_ACCOUNT : SEAM_PROXY_FAULT_WANTS_ACCOUNT;
  return status >= 500 ? SEAM_PROXY_FAULT_NO_WAY : SEAM_PROXY_FAULT_REFUSES;
}

static SeamProxyFault
fault_of_error (Sending      *sending,
                const GError *error)
{
  if (sending->proxy == NULL || sending->is_begun || error->domain == G_TLS_ERROR)
    return SEAM_PROXY_FAULT_NONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH))
    return SEAM_PROXY_FAULT_WANTS_ACCOUNT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED))
    return SEAM_PROXY_FAULT_REFUSES_ACCOUNT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED))
    return SEAM_PROXY_FAULT_REFUSES;
  return SEAM_PROXY_FAULT_NO_WAY;
}

/* What it says is its own affair, and nobody's who speaks with Seam. */
static void
return_proxy_error (GTask         *task,
                    SeamProxyFault fault)
{
  Sending *sending = g_task_get_task_data (task);
  SeamErrorDetail detail = {
    .not_acted = TRUE, .retry_after = SEAM_RETRY_AFTER_UNSET, .proxy = sending->proxy, .proxy_fault = fault,
  };
  SeamErrorCode code = fault == SEAM_PROXY_FAULT_NO_WAY ? SEAM_ERROR_NETWORK : SEAM_ERROR_PROXY;

  g_task_return_error (task, seam_error_new_detailed (code, "The proxy made no connection to the server", &detail));
}

static void
return_io_error (GTask        *task,
                 const GError *error)
{
  Sending *sending = g_task_get_task_data (task);
  SeamErrorCode code = is_unsafe (sending, error) ? SEAM_ERROR_TLS : SEAM_ERROR_NETWORK;
  SeamProxyFault fault = fault_of_error (sending, error);
  /* What a name is not known of may be the half of a password: of a proxy whose address is written wrongly. */
  const char *message = error->domain == G_RESOLVER_ERROR ? "A name could not be resolved" : error->message;
  g_autoptr (GError) cause = g_error_new_literal (error->domain, error->code, message);
  SeamErrorDetail detail = { .not_acted = !sending->is_begun, .retry_after = SEAM_RETRY_AFTER_UNSET, .cause = cause };

  if (!(sending->is_write && sending->is_begun) && g_task_return_error_if_cancelled (task))
    return;
  if (sending->is_late)
    {
      code = SEAM_ERROR_TIMED_OUT;
      detail.cause = NULL;
      message = "No answer within the deadline";
    }
  else if (sending->n_interim > MAX_INTERIM)
    {
      code = SEAM_ERROR_MALFORMED;
      detail.cause = NULL;
      message = "The server doesn't come to its answer";
    }
  else if (fault != SEAM_PROXY_FAULT_NONE)
    {
      return_proxy_error (task, fault);
      return;
    }
  g_task_return_error (task, seam_error_new_detailed (code, message, &detail));
}

static void
return_answer (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&sending->body));
  guint status = soup_message_get_status (sending->message);

  sending->body = g_byte_array_new ();
  if (sending->proxy != NULL && !sending->is_begun)
    return_proxy_error (task, fault_of_status (sending, status));
  else if (SOUP_STATUS_IS_SUCCESSFUL (status))
    g_task_return_pointer (task, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, seam_answer_to_error (status, soup_message_get_response_headers (sending->message),
                                                     body, sending->token));
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (!chunk)
    {
      return_io_error (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      return_answer (task);
      return;
    }
  if (sending->body->len + g_bytes_get_size (chunk) > MAX_BODY)
    {
      g_cancellable_cancel (sending->inner);
      g_task_return_new_error (task, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is too large");
      return;
    }
  g_byte_array_append (sending->body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  g_input_stream_read_bytes_async (sending->stream, CHUNK, G_PRIORITY_DEFAULT, sending->inner, on_read,
                                   g_steal_pointer (&task));
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  sending->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (!sending->stream)
    {
      return_io_error (task, error);
      return;
    }
  g_input_stream_read_bytes_async (sending->stream, CHUNK, G_PRIORITY_DEFAULT, sending->inner, on_read,
                                   g_steal_pointer (&task));
}

static gboolean
on_deadline (gpointer user_data)
{
  Sending *sending = user_data;

  sending->is_late = TRUE;
  g_cancellable_cancel (sending->inner);
  return G_SOURCE_REMOVE;
}

static void
on_outer_cancelled (GCancellable *outer,
                    gpointer      inner)
{
  g_cancellable_cancel (inner);
}

/* There is a connection, and the first byte is about to be sent. */
static void
on_starting (SoupMessage *message,
             gpointer     user_data)
{
  Sending *sending = user_data;

  sending->is_begun = TRUE;
  if (!sending->is_write)
    return;
  g_cancellable_disconnect (sending->outer, sending->outer_id);
  sending->outer_id = 0;
}

/* By which proxy, if any: told while the connection is made, and no more when it is there. */
static void
on_network_event (SoupMessage       *message,
                  GSocketClientEvent event,
                  GIOStream         *stream,
                  gpointer           user_data)
{
  Sending *sending = user_data;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING)
    return;
  g_clear_pointer (&sending->proxy, g_free);
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (stream), NULL);
  if (!G_IS_PROXY_ADDRESS (address))
    return;
  uri = g_uri_parse (g_proxy_address_get_uri (G_PROXY_ADDRESS (address)), G_URI_FLAGS_PARSE_RELAXED, NULL);
  sending->proxy = uri != NULL ? g_strdup_printf ("%s:%u", g_uri_get_host (uri),
                                                  g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)))
                               : g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
  sending->has_account = uri != NULL && g_uri_get_userinfo (uri) != NULL;
  seam_tunnel_note (sending->session, G_PROXY_ADDRESS (address));
}

static void
on_interim (SoupMessage *message,
            gpointer     user_data)
{
  Sending *sending = user_data;

  if (++sending->n_interim > MAX_INTERIM)
    g_cancellable_cancel (sending->inner);
}

static SoupMessage *
make_message (const SeamRequest *request)
{
  g_autofree char *url = g_strconcat (request->endpoint, request->path, NULL);
  g_autofree char *authorization = g_strconcat ("Bearer ", request->token, NULL);
  SoupMessage *message = soup_message_new (SOUP_METHOD_POST, url);
  SoupMessageHeaders *headers;

  if (!message)
    return NULL;
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Authorization", authorization);
  explicit_bzero (authorization, strlen (authorization));
  if (request->workspace_id)
    soup_message_headers_replace (headers, "seam-workspace", request->workspace_id);
  soup_message_set_request_body_from_bytes (message, "application/json", request->body);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  /* A kept connection may turn out dead: what mustn't be sent twice, or has failed once, gets one of its own. */
  soup_message_add_flags (message, request->is_write || request->is_repeated ? SOUP_MESSAGE_NEW_CONNECTION
                                                                             : SOUP_MESSAGE_IDEMPOTENT);
  return message;
}

/* seam_request_send_async:
 * @session: a session from seam_request_session_new()
 * @request: what to send; copied
 * @cancellable: (nullable): a cancellable; ends a write only as long as it hasn't been sent
 * @callback: called when the whole answer has been read
 * @user_data: for @callback */
void
seam_request_send_async (SoupSession         *session,
                         const SeamRequest   *request,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  g_task_set_source_tag (task, seam_request_send_async);
  g_task_set_check_cancellable (task, !request->is_write);
  sending->body = g_byte_array_new ();
  sending->inner = g_cancellable_new ();
  sending->token = seam_secret_new (request->token);
  sending->session = session;
  sending->is_write = request->is_write;
  sending->message = make_message (request);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);
  if (!sending->message)
    {
      g_task_return_new_error (task, SEAM_ERROR, SEAM_ERROR_ENDPOINT, "The endpoint is not a URL");
      return;
    }

  g_signal_connect (sending->message, "starting", G_CALLBACK (on_starting), sending);
  g_signal_connect (sending->message, "network-event", G_CALLBACK (on_network_event), sending);
  g_signal_connect (sending->message, "got-informational", G_CALLBACK (on_interim), sending);
  if (cancellable)
    {
      sending->outer = g_object_ref (cancellable);
      sending->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled),
                                                 g_object_ref (sending->inner), g_object_unref);
    }
  sending->deadline = g_timeout_source_new (request->timeout);
  g_source_set_callback (sending->deadline, on_deadline, sending, NULL);
  g_source_attach (sending->deadline, g_task_get_context (task));
  soup_session_send_async (session, sending->message, G_PRIORITY_DEFAULT, sending->inner, on_sent,
                           g_object_ref (task));
}

/* seam_request_send_finish:
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the body of an answer with a status of 2xx, or %NULL with @error */
GBytes *
seam_request_send_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
