/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client: where it talks to and as whom, and requests with their retries. */
#include "seam-client-private.h"

#include "seam-error-private.h"
#include "seam-json.h"
#include "seam-request.h"
#include "seam-retry.h"
#include "seam-secret.h"

#define DEFAULT_TIMEOUT 30000

struct _SeamClient
{
  GObject parent_instance;

  SoupSession    *session;
  char           *endpoint;
  SeamSecret     *token;
  char           *workspace_id;
  guint           timeout;
  SeamAssignRoute assign_route;
  SeamAssignRoute found_route;
};

G_DEFINE_ENUM_TYPE (SeamAssignRoute, seam_assign_route,
                    G_DEFINE_ENUM_VALUE (SEAM_ASSIGN_ROUTE_AUTO, "auto"),
                    G_DEFINE_ENUM_VALUE (SEAM_ASSIGN_ROUTE_CREDENTIALS, "credentials"),
                    G_DEFINE_ENUM_VALUE (SEAM_ASSIGN_ROUTE_USERS, "users"))

G_DEFINE_FINAL_TYPE (SeamClient, seam_client, G_TYPE_OBJECT)

enum
{
  PROP_ASSIGN_ROUTE = 1,
  PROP_TIMEOUT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  LIMITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  char     *path;
  GBytes   *body;
  gboolean  is_write;
  guint     n_failed;
  GSource  *wait;
  GSource  *cancelled;
} Post;

static void send_post (GTask *task);

static void
post_end_wait (Post *post)
{
  if (post->wait)
    g_source_destroy (post->wait);
  g_clear_pointer (&post->wait, g_source_unref);
  if (post->cancelled)
    g_source_destroy (post->cancelled);
  g_clear_pointer (&post->cancelled, g_source_unref);
}

static void
post_free (Post *post)
{
  post_end_wait (post);
  g_free (post->path);
  g_bytes_unref (post->body);
  g_free (post);
}

static gboolean
on_waited (gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  post_end_wait (g_task_get_task_data (task));
  if (!g_task_return_error_if_cancelled (task))
    send_post (task);
  return G_SOURCE_REMOVE;
}

static gboolean
on_wait_cancelled (GCancellable *cancellable,
                   gpointer      user_data)
{
  return on_waited (user_data);
}

static void
wait_then_send (GTask *task,
                guint  milliseconds)
{
  Post *post = g_task_get_task_data (task);

  post->wait = g_timeout_source_new (milliseconds);
  g_source_set_callback (post->wait, on_waited, g_object_ref (task), g_object_unref);
  g_source_attach (post->wait, g_task_get_context (task));
  if (!g_task_get_cancellable (task))
    return;
  post->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (post->cancelled, G_SOURCE_FUNC (on_wait_cancelled), g_object_ref (task), g_object_unref);
  g_source_attach (post->cancelled, g_task_get_context (task));
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Post *post = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = seam_request_send_finish (result, &error);
  guint milliseconds;

  if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_RATE_LIMITED))
    g_signal_emit (g_task_get_source_object (task), signals[LIMITED], 0);
  if (body)
    g_task_return_pointer (task, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
  else if (seam_retry_next (error, post->is_write, ++post->n_failed, g_random_double (), &milliseconds))
    wait_then_send (task, milliseconds);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
send_post (GTask *task)
{
  SeamClient *self = g_task_get_source_object (task);
  Post *post = g_task_get_task_data (task);
  SeamRequest request = {
    .endpoint = self->endpoint,
    .path = post->path,
    .token = self->token,
    .workspace_id = self->workspace_id,
    .body = post->body,
    .is_write = post->is_write,
    .is_repeated = post->n_failed > 0,
    .timeout = self->timeout,
  };

  seam_request_send_async (self->session, &request, g_task_get_cancellable (task), on_answered, g_object_ref (task));
}

/* seam_client_post_async:
 * @self: a client
 * @path: the route
 * @body: what to post
 * @is_write: whether it changes something, and so may only be sent again when it certainly wasn't acted on
 * @cancellable: (nullable): a cancellable; ends a write only as long as it hasn't been sent
 * @callback: called with the last attempt's answer
 * @user_data: for @callback */
void
seam_client_post_async (SeamClient          *self,
                        const char          *path,
                        JsonObject          *body,
                        gboolean             is_write,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  char *text = seam_json_print (body);
  Post *post = g_new0 (Post, 1);

  g_task_set_source_tag (task, seam_client_post_async);
  /* A write that was answered is answered, whoever lost patience meanwhile. */
  g_task_set_check_cancellable (task, !is_write);
  post->body = g_bytes_new_take (text, strlen (text));
  post->path = g_strdup (path);
  post->is_write = is_write;
  g_task_set_task_data (task, post, (GDestroyNotify) post_free);
  send_post (task);
}

/* seam_client_post_finish:
 * @self: a client
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the answer's body, or %NULL with @error */
GBytes *
seam_client_post_finish (SeamClient    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* seam_client_get_assign_route:
 * @self: a client
 *
 * Returns: the route that is set */
SeamAssignRoute
seam_client_get_assign_route (SeamClient *self)
{
  return self->assign_route;
}

/* seam_client_get_found_route:
 * @self: a client
 *
 * Returns: the route that the server was found to have; the one to begin with until then */
SeamAssignRoute
seam_client_get_found_route (SeamClient *self)
{
  return self->found_route;
}

/* seam_client_set_found_route:
 * @self: a client
 * @route: the route that the server was found to have */
void
seam_client_set_found_route (SeamClient      *self,
                             SeamAssignRoute  route)
{
  self->found_route = route;
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address && g_inet_address_get_is_loopback (address);
}

/* GUri takes white space where no URL has any. */
static gboolean
has_no_space (const char *text)
{
  for (const char *c = text; *c; c++)
    if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c) || *c == '\\')
      return FALSE;
  return TRUE;
}

/**
 * seam_endpoint_is_allowed:
 * @endpoint: (nullable): what a person or the environment gave
 * @error: a %SEAM_ERROR_ENDPOINT
 *
 * Returns: whether a key may be sent there: over https, or over http to this computer
 */
gboolean
seam_endpoint_is_allowed (const char  *endpoint,
                          GError     **error)
{
  g_autoptr (GUri) uri = endpoint && has_no_space (endpoint) ? g_uri_parse (endpoint, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (!host || !*host || g_uri_get_userinfo (uri) || g_uri_get_query (uri) || g_uri_get_fragment (uri)
      || (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http")))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT, "The endpoint is not a plain https URL");
      return FALSE;
    }
  if (g_str_equal (g_uri_get_scheme (uri), "http") && !is_loopback (host))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT, "The endpoint is neither https nor this computer");
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_on_loopback (const char *endpoint)
{
  g_autoptr (GUri) uri = g_uri_parse (endpoint, SOUP_HTTP_URI_FLAGS, NULL);

  return is_loopback (g_uri_get_host (uri));
}

static gboolean
is_header_text (const char *text)
{
  for (const char *c = text; *c; c++)
    if (!g_ascii_isgraph (*c))
      return FALSE;
  return *text != '\0';
}

/**
 * seam_client_new:
 * @endpoint: the server's URL
 * @token: an API key or personal access token; white space around it is dropped
 * @workspace_id: (nullable): the workspace that a personal access token is used for
 * @error: a %SEAM_ERROR_ENDPOINT, or %SEAM_ERROR_UNAUTHORIZED for what can't be a token or workspace
 *
 * Returns: (transfer full): a client, or %NULL with @error
 */
SeamClient *
seam_client_new (const char  *endpoint,
                 const char  *token,
                 const char  *workspace_id,
                 GError     **error)
{
  g_autoptr (SeamSecret) secret = seam_secret_new (token ? token : "");
  SeamClient *self;
  gsize length;

  if (!seam_endpoint_is_allowed (endpoint, error))
    return NULL;
  if (workspace_id && !*workspace_id)
    workspace_id = NULL;
  if (!is_header_text (secret) || (workspace_id && !is_header_text (workspace_id)))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED, "This can't be an API key");
      return NULL;
    }

  self = g_object_new (SEAM_TYPE_CLIENT, NULL);
  self->session = seam_request_session_new (is_on_loopback (endpoint));
  self->endpoint = g_strdup (endpoint);
  for (length = strlen (self->endpoint); length > 0 && self->endpoint[length - 1] == '/'; length--)
    self->endpoint[length - 1] = '\0';
  self->token = g_steal_pointer (&secret);
  self->workspace_id = g_strdup (workspace_id);
  return self;
}

/**
 * seam_client_get_endpoint:
 * @self: a client
 *
 * Returns: (transfer none): the server's URL, without a slash at its end
 */
const char *
seam_client_get_endpoint (SeamClient *self)
{
  g_return_val_if_fail (SEAM_IS_CLIENT (self), NULL);

  return self->endpoint;
}

/**
 * seam_client_get_timeout:
 * @self: a client
 *
 * Returns: for how many milliseconds an answer is waited for
 */
guint
seam_client_get_timeout (SeamClient *self)
{
  g_return_val_if_fail (SEAM_IS_CLIENT (self), 0);

  return self->timeout;
}

static void
seam_client_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SeamClient *self = SEAM_CLIENT (object);

  switch (prop_id)
    {
    case PROP_ASSIGN_ROUTE:
      g_value_set_enum (value, (int) self->assign_route);
      break;
    case PROP_TIMEOUT:
      g_value_set_uint (value, self->timeout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seam_client_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SeamClient *self = SEAM_CLIENT (object);

  switch (prop_id)
    {
    case PROP_ASSIGN_ROUTE:
      if (self->assign_route == (SeamAssignRoute) g_value_get_enum (value))
        return;
      self->assign_route = (SeamAssignRoute) g_value_get_enum (value);
      break;
    case PROP_TIMEOUT:
      if (self->timeout == g_value_get_uint (value))
        return;
      self->timeout = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
seam_client_finalize (GObject *object)
{
  SeamClient *self = SEAM_CLIENT (object);

  g_clear_object (&self->session);
  g_free (self->endpoint);
  seam_secret_free (self->token);
  g_free (self->workspace_id);
  G_OBJECT_CLASS (seam_client_parent_class)->finalize (object);
}

static void
seam_client_class_init (SeamClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seam_client_finalize;
  object_class->get_property = seam_client_get_property;
  object_class->set_property = seam_client_set_property;

  props[PROP_ASSIGN_ROUTE] = g_param_spec_enum ("assign-route", NULL, NULL, SEAM_TYPE_ASSIGN_ROUTE,
                                                SEAM_ASSIGN_ROUTE_AUTO, flags);
  props[PROP_TIMEOUT] = g_param_spec_uint ("timeout", NULL, NULL, 1, G_MAXUINT, DEFAULT_TIMEOUT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LIMITED] = g_signal_new ("limited", SEAM_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seam_client_init (SeamClient *self)
{
  self->timeout = DEFAULT_TIMEOUT;
  self->found_route = SEAM_ASSIGN_ROUTE_CREDENTIALS;
}
