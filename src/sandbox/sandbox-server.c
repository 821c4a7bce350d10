/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTTP server: lets a request in, has it answered, and has the answer, or what a fault makes of it, sent. */
#include "sandbox-server.h"

#include <libsoup/soup.h>
#include <string.h>

#include "sandbox-routes.h"

/* A request on its way through. */
typedef struct
{
  SandboxServer *server;
  SoupServerMessage *message;
  SandboxCall *call;
  SandboxFault *fault;
  const SandboxRoute *route;
  GBytes *body;
  gboolean is_gone;
} Job;

static void
on_disconnected (SoupServerMessage *message,
                 gpointer           data)
{
  Job *job = data;

  job->is_gone = TRUE;
}

static Job *
job_new (SandboxServer     *server,
         SoupServerMessage *message,
         const char        *path)
{
  Job *job = g_new0 (Job, 1);

  job->server = server;
  job->message = g_object_ref (message);
  job->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  job->call = sandbox_call_new (server->state, path);
  job->call->style = server->settings.style;
  g_signal_connect (message, "disconnected", G_CALLBACK (on_disconnected), job);

  return job;
}

static void
job_free (Job *job)
{
  g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_pointer (&job->call, sandbox_call_free);
  g_clear_pointer (&job->fault, sandbox_fault_unref);
  g_clear_pointer (&job->body, g_bytes_unref);
  g_clear_object (&job->message);
  g_free (job);
}

static const char *
get_token (SoupServerMessage *message)
{
  const char *header = soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                     "Authorization");

  return header != NULL && g_ascii_strncasecmp (header, "Bearer ", 7) == 0 ? header + 7 : NULL;
}

static gboolean
authenticate (Job *job)
{
  const char *key = job->server->settings.key;
  const char *token = get_token (job->message);
  const char *workspace;
  SandboxId id;

  if (g_strcmp0 (token, key) != 0)
    {
      sandbox_call_fail (job->call, 401, "unauthorized", "Unauthorized");
      return FALSE;
    }

  /* A personal access token is for all workspaces of a person: which one has to be said. */
  job->call->is_personal = g_str_has_prefix (key, "seam_at");
  if (!job->call->is_personal || !sandbox_route_needs_workspace (job->route))
    return TRUE;

  workspace = soup_message_headers_get_one (soup_server_message_get_request_headers (job->message), "seam-workspace");
  if (workspace != NULL && sandbox_id_parse (&id, workspace))
    job->call->workspace = sandbox_state_find (job->server->state, SANDBOX_WORKSPACE, &id);
  else
    job->call->workspace = SANDBOX_NONE;

  if (workspace == NULL)
    sandbox_call_fail (job->call, 401, "access_token_used_for_api_key",
                       "A personal access token was used without the seam-workspace header");
  else if (job->call->workspace == SANDBOX_NONE)
    sandbox_call_fail (job->call, 401, "workspace_not_found", "Could not find this workspace");
  else
    return TRUE;

  return FALSE;
}

static void
act (Job *job)
{
  if (job->route == NULL)
    sandbox_call_answer_text (job->call, 404, "404");
  else if (!sandbox_route_allows (job->route, soup_server_message_get_method (job->message)))
    sandbox_call_fail (job->call, 405, "method_not_allowed", "Method not allowed");
  else if (authenticate (job))
    sandbox_route_run (job->route, job->call);
}

static void
finish (Job *job)
{
  gboolean lets_act = job->fault == NULL || sandbox_fault_lets_act (job->fault);

  if (job->call->status == 0 && lets_act)
    act (job);

  if (job->fault != NULL)
    sandbox_fault_apply (job->fault, job->call);

  sandbox_log_add_answer (job->server->log, job->call, soup_server_message_get_method (job->message), job->body,
                          job->fault != NULL ? sandbox_fault_get_name (job->fault) : NULL, lets_act);
  if (!job->is_gone)
    sandbox_wire_send (job->message, job->call);
}

static gboolean
on_delay_over (gpointer data)
{
  Job *job = data;

  g_hash_table_steal (job->server->delays, g_main_current_source ());
  finish (job);

  return G_SOURCE_REMOVE;
}

static void
finish_later (Job   *job,
              guint  delay)
{
  g_autoptr(GSource) source = g_timeout_source_new (delay);

  g_source_set_callback (source, on_delay_over, job, (GDestroyNotify) job_free);
  g_source_attach (source, job->server->context);
  g_hash_table_add (job->server->delays, source);
}

static void
take_parameters (Job *job)
{
  if (g_str_equal (soup_server_message_get_method (job->message), "GET"))
    sandbox_call_take_query (job->call, soup_server_message_get_uri (job->message));
  else
    sandbox_call_take_body (job->call, g_bytes_get_data (job->body, NULL), g_bytes_get_size (job->body));
}

static void
on_control (SoupServer        *soup,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  SandboxServer *server = data;
  Job *job = job_new (server, message, path);

  if (g_strcmp0 (get_token (message), server->settings.control_key) != 0)
    {
      sandbox_call_fail (job->call, 401, "unauthorized", "Unauthorized");
    }
  else
    {
      take_parameters (job);
      if (job->call->status == 0)
        sandbox_control_run (server, soup_server_message_get_method (message), job->call);
    }

  soup_server_message_pause (message);
  sandbox_wire_send (message, job->call);
  job_free (job);
}

static void
on_request (SoupServer        *soup,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  SandboxServer *server = data;
  Job *job = job_new (server, message, path);
  guint delay = server->settings.latency;

  job->route = sandbox_route_find (path, server->settings.users_route_only);
  if (job->route != NULL)
    take_parameters (job);

  job->fault = sandbox_faults_take (server->faults, path, job->call->params);
  if (job->fault != NULL)
    delay += sandbox_fault_get_delay (job->fault);

  sandbox_log_add_request (server->log, soup_server_message_get_method (message), path, job->call->params,
                           job->fault != NULL ? sandbox_fault_get_name (job->fault) : NULL);

  /* Also where the answer is made at once: from here on it is sandbox_wire_send() that lets the message go on. */
  soup_server_message_pause (message);

  if (delay > 0)
    {
      finish_later (job, delay);
    }
  else
    {
      finish (job);
      job_free (job);
    }
}

/**
 * sandbox_server_new:
 * @state: (transfer full): the workspace
 * @settings: what the sandbox is like; copied
 * @context: the main context of the thread that calls this, and all other functions of the server
 *
 * Returns: (transfer full): a server that doesn't listen yet
 */
SandboxServer *
sandbox_server_new (SandboxState          *state,
                    const SandboxSettings *settings,
                    GMainContext          *context)
{
  SandboxServer *server = g_new0 (SandboxServer, 1);

  server->state = state;
  server->faults = sandbox_faults_new ();
  server->log = sandbox_log_new ();
  server->settings = *settings;
  server->settings.key = g_strdup (settings->key);
  server->settings.control_key = g_strdup (settings->key);
  server->context = context;
  server->delays = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_source_destroy, NULL);
  server->soup = soup_server_new (NULL, NULL);
  soup_server_add_handler (server->soup, NULL, on_request, server, NULL);
  soup_server_add_handler (server->soup, "/_sandbox", on_control, server, NULL);

  return server;
}

/**
 * sandbox_server_free:
 * @server: (transfer full): a server
 */
void
sandbox_server_free (SandboxServer *server)
{
  g_hash_table_unref (server->delays);
  soup_server_disconnect (server->soup);
  g_clear_object (&server->soup);
  sandbox_log_free (server->log);
  sandbox_faults_free (server->faults);
  sandbox_state_free (server->state);
  g_free (server->settings.key);
  g_free (server->settings.control_key);
  g_free (server);
}

/**
 * sandbox_server_listen:
 * @server: a server
 * @port: a port, or 0 for one that is free
 * @error: return location
 *
 * Listens on loopback.
 *
 * Returns: the port, or 0 with @error set
 */
guint16
sandbox_server_listen (SandboxServer  *server,
                       guint16         port,
                       GError        **error)
{
  g_autoslist(GUri) uris = NULL;

  if (!soup_server_listen_local (server->soup, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return 0;

  uris = soup_server_get_uris (server->soup);

  return (guint16) g_uri_get_port (uris->data);
}
