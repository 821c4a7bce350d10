/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Seam workspace in this process: what it is like, and the thread that its server lives in. */
#include "lanyard-sandbox.h"

#include <json-glib/json-glib.h>

#include "sandbox-server.h"

struct _LanyardSandbox
{
  GObject parent_instance;

  gboolean is_demo;
  guint n_users;
  guint n_credentials;
  SandboxSettings settings;
  char *record_path;
  char *endpoint;

  /* The thread's own: nobody else touches them while it runs. */
  SandboxServer *server;
  guint16 port;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
};

G_DEFINE_FINAL_TYPE (LanyardSandbox, lanyard_sandbox, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (LanyardAnswerStyle, lanyard_answer_style,
                    G_DEFINE_ENUM_VALUE (LANYARD_ANSWER_OBJECT, "object"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ANSWER_BARE, "bare"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ANSWER_GUIDE, "guide"))

static void
lanyard_sandbox_finalize (GObject *object)
{
  LanyardSandbox *self = LANYARD_SANDBOX (object);

  lanyard_sandbox_stop (self);
  g_free (self->settings.key);
  g_free (self->record_path);
  g_free (self->endpoint);

  G_OBJECT_CLASS (lanyard_sandbox_parent_class)->finalize (object);
}

static void
lanyard_sandbox_class_init (LanyardSandboxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_sandbox_finalize;
}

static void
lanyard_sandbox_init (LanyardSandbox *self)
{
  lanyard_sandbox_set_key (self, NULL);
}

/**
 * lanyard_sandbox_new_demo:
 *
 * Makes the workspace that everybody sees first: a hotel, an office and lofts. Nothing runs before
 * lanyard_sandbox_start_async().
 *
 * Returns: (transfer full): a sandbox
 */
LanyardSandbox *
lanyard_sandbox_new_demo (void)
{
  LanyardSandbox *self = g_object_new (LANYARD_TYPE_SANDBOX, NULL);

  self->is_demo = TRUE;

  return self;
}

/**
 * lanyard_sandbox_new_sized:
 * @n_users: how many users
 * @n_credentials: how many credentials
 *
 * Makes a workspace of a given size, the same for the same sizes.
 *
 * Returns: (transfer full): a sandbox
 */
LanyardSandbox *
lanyard_sandbox_new_sized (guint n_users,
                           guint n_credentials)
{
  LanyardSandbox *self = g_object_new (LANYARD_TYPE_SANDBOX, NULL);

  self->n_users = n_users;
  self->n_credentials = n_credentials;

  return self;
}

/**
 * lanyard_sandbox_set_key:
 * @self: a sandbox that hasn't been started
 * @key: (nullable): the API key, or the personal access token ("seam_at…"), that it takes; %NULL: made for the run
 */
void
lanyard_sandbox_set_key (LanyardSandbox *self,
                         const char     *key)
{
  g_autofree char *made = NULL;

  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  if (key == NULL)
    {
      g_auto(GStrv) parts = NULL;
      g_autofree char *uuid = g_uuid_string_random ();

      parts = g_strsplit (uuid, "-", -1);
      made = g_strjoinv (NULL, parts);
    }

  g_free (self->settings.key);
  self->settings.key = key != NULL ? g_strdup (key) : g_strconcat ("seam_sandbox_", made, NULL);
}

/**
 * lanyard_sandbox_set_latency:
 * @self: a sandbox that hasn't been started
 * @milliseconds: how long each answer takes
 */
void
lanyard_sandbox_set_latency (LanyardSandbox *self,
                             guint           milliseconds)
{
  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  self->settings.latency = milliseconds;
}

/**
 * lanyard_sandbox_set_answer_style:
 * @self: a sandbox that hasn't been started
 * @style: how assign and unassign answer
 */
void
lanyard_sandbox_set_answer_style (LanyardSandbox     *self,
                                  LanyardAnswerStyle  style)
{
  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  self->settings.style = style;
}

/**
 * lanyard_sandbox_set_users_route:
 * @self: a sandbox that hasn't been started
 * @only: whether credentials are assigned by /acs/users/assign alone, as in the vendor's first guide
 */
void
lanyard_sandbox_set_users_route (LanyardSandbox *self,
                                 gboolean        only)
{
  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  self->settings.users_route_only = only;
}

/**
 * lanyard_sandbox_set_record_path:
 * @self: a sandbox that hasn't been started
 * @path: (nullable): a file that each request is written to with its answer, as a line of JSON
 */
void
lanyard_sandbox_set_record_path (LanyardSandbox *self,
                                 const char     *path)
{
  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  g_free (self->record_path);
  self->record_path = g_strdup (path);
}

static gboolean
begin (LanyardSandbox  *self,
       GError         **error)
{
  SandboxState *state = self->is_demo ? sandbox_state_new_demo ()
                                      : sandbox_state_new_sized (self->n_users, self->n_credentials);

  self->server = sandbox_server_new (state, &self->settings, self->context);

  if (self->record_path != NULL && !sandbox_log_open (self->server->log, self->record_path, error))
    return FALSE;

  self->port = sandbox_server_listen (self->server, self->port, error);

  return self->port != 0;
}

static gboolean
on_begun (gpointer data)
{
  GTask *task = data;
  GError *error = g_task_get_task_data (task);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (error));

  return G_SOURCE_REMOVE;
}

/* The last reference to the task, and with it perhaps to the sandbox, must not go in this thread, which
 * lanyard_sandbox_stop() waits for. */
static void
hand_over (GTask *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_begun, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
run_thread (gpointer data)
{
  GTask *task = data;
  LanyardSandbox *self = g_task_get_source_object (task);
  GMainContext *context = self->context;
  GMainLoop *loop = self->loop;
  SandboxServer *server;
  GError *error = NULL;

  g_main_context_push_thread_default (context);

  if (begin (self, &error))
    self->endpoint = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  else
    g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);

  server = self->server;
  hand_over (task);
  g_main_loop_run (loop);
  sandbox_server_free (server);

  /* What libsoup has begun to close is closed here, and its buffers are freed. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);

  return NULL;
}

/**
 * lanyard_sandbox_start_async:
 * @self: a sandbox
 * @port: a port, or 0 for one that is free
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it listens
 * @user_data: for @callback
 *
 * Starts the sandbox in a thread of its own, listening on loopback only. It runs until lanyard_sandbox_stop().
 */
void
lanyard_sandbox_start_async (LanyardSandbox      *self,
                             guint16              port,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (self->thread == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_sandbox_start_async);

  self->port = port;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("sandbox", run_thread, g_steal_pointer (&task));
}

/**
 * lanyard_sandbox_start_finish:
 * @self: a sandbox
 * @result: what the callback was given
 * @error: return location for a #GIOError, for instance when the port is taken
 *
 * Returns: whether it runs
 */
gboolean
lanyard_sandbox_start_finish (LanyardSandbox  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (LANYARD_IS_SANDBOX (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_propagate_boolean (G_TASK (result), error))
    return TRUE;

  lanyard_sandbox_stop (self);

  return FALSE;
}

static gboolean
on_stop (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_REMOVE;
}

/* Runs @func in the sandbox's thread: also when its loop is only about to run. */
static void
invoke (LanyardSandbox *self,
        GSourceFunc     func,
        gpointer        data)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, self->context);
}

/**
 * lanyard_sandbox_stop:
 * @self: a sandbox
 *
 * Ends the sandbox: connections are closed, the workspace is gone. Does nothing when it doesn't run.
 */
void
lanyard_sandbox_stop (LanyardSandbox *self)
{
  g_return_if_fail (LANYARD_IS_SANDBOX (self));

  if (self->thread == NULL)
    return;

  invoke (self, on_stop, self->loop);
  g_thread_join (g_steal_pointer (&self->thread));
  self->server = NULL;
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->endpoint, g_free);
}

/**
 * lanyard_sandbox_get_endpoint:
 * @self: a sandbox that has been started
 *
 * Returns: (transfer none): the URL that it answers at
 */
const char *
lanyard_sandbox_get_endpoint (LanyardSandbox *self)
{
  g_return_val_if_fail (LANYARD_IS_SANDBOX (self), NULL);

  return self->endpoint;
}

/**
 * lanyard_sandbox_get_key:
 * @self: a sandbox
 *
 * Returns: (transfer none): the key that it takes
 */
const char *
lanyard_sandbox_get_key (LanyardSandbox *self)
{
  g_return_val_if_fail (LANYARD_IS_SANDBOX (self), NULL);

  return self->settings.key;
}

typedef struct
{
  LanyardSandbox *self;
  const char *path;
  const char *json;
  char *answer;
  gboolean is_done;
  GMutex mutex;
  GCond cond;
} Control;

static gboolean
on_control (gpointer data)
{
  Control *control = data;
  SandboxServer *server = control->self->server;
  g_autoptr(SandboxCall) call = sandbox_call_new (server->state, control->path);

  if (control->json == NULL || sandbox_call_take_body (call, control->json, strlen (control->json)))
    sandbox_control_run (server, "POST", call);

  g_mutex_lock (&control->mutex);
  control->answer = g_strdup (call->body->str);
  control->is_done = TRUE;
  g_cond_signal (&control->cond);
  g_mutex_unlock (&control->mutex);

  return G_SOURCE_REMOVE;
}

/**
 * lanyard_sandbox_control:
 * @self: a sandbox that runs
 * @path: one of the paths under /_sandbox/ that sandbox-control.c describes
 * @json: (nullable): what would be POSTed to it
 *
 * For tests in the same process: changes the workspace, asks for faults, reads the log, without HTTP.
 *
 * Returns: (transfer full): the answer, JSON
 */
char *
lanyard_sandbox_control (LanyardSandbox *self,
                         const char     *path,
                         const char     *json)
{
  Control control = { .self = self, .path = path, .json = json };

  g_return_val_if_fail (LANYARD_IS_SANDBOX (self), NULL);
  g_return_val_if_fail (self->endpoint != NULL, NULL);

  g_mutex_init (&control.mutex);
  g_cond_init (&control.cond);
  invoke (self, on_control, &control);

  g_mutex_lock (&control.mutex);
  while (!control.is_done)
    g_cond_wait (&control.cond, &control.mutex);
  g_mutex_unlock (&control.mutex);

  g_mutex_clear (&control.mutex);
  g_cond_clear (&control.cond);

  return control.answer;
}

/**
 * lanyard_sandbox_add_fault:
 * @self: a sandbox that runs
 * @route: the path that it is for, or "*"
 * @kind: what happens, one of those that lanyard_sandbox_describe_faults() lists
 * @options: (nullable): a JSON object with what else the fault takes, for instance {"times": 2}
 *
 * For tests in the same process. A fault that doesn't exist is the test's mistake, and ends it.
 */
void
lanyard_sandbox_add_fault (LanyardSandbox *self,
                           const char     *route,
                           const char     *kind,
                           const char     *options)
{
  g_autoptr(JsonNode) node = json_from_string (options != NULL ? options : "{}", NULL);
  g_autofree char *json = NULL;
  g_autofree char *answer = NULL;

  g_return_if_fail (LANYARD_IS_SANDBOX (self));
  g_return_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node));

  json_object_set_string_member (json_node_get_object (node), "route", route);
  json_object_set_string_member (json_node_get_object (node), "kind", kind);
  json = json_to_string (node, FALSE);
  answer = lanyard_sandbox_control (self, "/_sandbox/faults", json);

  if (strstr (answer, "\"ok\":true") == NULL)
    g_error ("%s: %s", json, answer);
}

/**
 * lanyard_sandbox_describe_faults:
 *
 * Returns: (transfer full): the kinds of faults, a line each
 */
char *
lanyard_sandbox_describe_faults (void)
{
  return sandbox_faults_describe ();
}
