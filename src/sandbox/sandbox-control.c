/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a test may do to the workspace behind its client's back.
 *
 * Over HTTP, with the key that the sandbox began with, or by lanyard_sandbox_control(); all bodies are JSON.
 *
 *   POST /_sandbox/faults   adds a fault: {"route": "/acs/credentials/assign", "kind": "reset-after", "times": 1, …};
 *                           see sandbox-faults.c, or lanyard-sandbox --help, for what there is
 *   GET /_sandbox/faults    those that are still to happen: {"faults": […]}
 *   DELETE /_sandbox/faults, POST /_sandbox/faults/clear
 *   GET /_sandbox/log       {"counts": {"/acs/credentials/assign": 1, …}, "requests": [{"method", "route", "request",
 *                           "fault"}, …]}: requests as they arrived, control requests aside, the latest 1,000
 *   DELETE /_sandbox/log, POST /_sandbox/log/clear
 *   POST /_sandbox/state    {} → {"holders": {acs_credential_id: acs_user_id or null, …}};
 *                           {"acs_credential_id": …} or {"acs_user_id": …} → {"object": … as a client would get it,
 *                           "deleted": …, and for a credential "acs_user_id": … or null}
 *   POST /_sandbox/config   any of {"latency_ms": n, "answers": "object" | "bare" | "guide", "users_route_only": true,
 *                           "key": "seam_…"} (the control routes keep the first key)
 *   POST /_sandbox/set      changes one object as another administrator, or the vendor, would. It is named by
 *                           "acs_credential_id", "acs_user_id", "acs_system_id", "acs_entrance_id" or "workspace": true;
 *     "holder": id or null        credentials: who has it (and its access system has the change to take)
 *     "identity": id or null      users: whose they are; credentials: who has them as long as no user does
 *     "suspended": true           users
 *     "deleted": true             gone from every answer; false brings it back
 *     "sync": "synced" | "waiting" | "never" | "silent" or milliseconds until it is
 *                                 credentials: what the access system has. "waiting" is until told otherwise,
 *                                 "never" also after later changes, "silent" leaves the member out
 *     "sync_delay_ms": n          systems: how long they take from now on; -1: the member is left out
 *     "members": {name: value}    members as they are to be from now on, null and wrong types included
 *     "remove": [name, …]         members that are left out from now on
 *     "reset": true               forgets "members" and "remove"
 *
 * Each answers {"ok": true, …}, or an error envelope: a test that asks for what there isn't must not pass. */
#include "sandbox-server.h"

#include "sandbox-json.h"

static void
add_fault (SandboxServer *server,
           SandboxCall   *call)
{
  g_autoptr(GError) error = NULL;
  guint id;

  if (!sandbox_faults_add (server->faults, call->params, &id, &error))
    {
      sandbox_call_fail (call, 400, "invalid_input", error->message);
      return;
    }

  sandbox_call_begin (call);
  g_string_append_printf (call->body, "\"id\":%u", id);
  sandbox_call_end (call);
}

static void
list_faults (SandboxServer *server,
             SandboxCall   *call)
{
  sandbox_call_begin (call);
  sandbox_json_append_raw (call->body, "faults", "");
  sandbox_faults_append_json (server->faults, call->body);
  sandbox_call_end (call);
}

static void
clear_faults (SandboxServer *server,
              SandboxCall   *call)
{
  sandbox_faults_clear (server->faults);
  sandbox_call_begin (call);
  sandbox_call_end (call);
}

static void
show_log (SandboxServer *server,
          SandboxCall   *call)
{
  sandbox_call_begin (call);
  sandbox_log_append_json (server->log, call->body);
  sandbox_call_end (call);
}

static void
clear_log (SandboxServer *server,
           SandboxCall   *call)
{
  sandbox_log_clear (server->log);
  sandbox_call_begin (call);
  sandbox_call_end (call);
}

static void
append_holder (SandboxState *state,
               guint32       credential,
               const char   *name,
               GString      *json)
{
  guint32 holder = sandbox_state_get (state, SANDBOX_CREDENTIAL, credential)->holder;
  char id[SANDBOX_ID_LENGTH + 1];

  if (holder == SANDBOX_NONE)
    {
      sandbox_json_append_raw (json, name, "null");
    }
  else
    {
      sandbox_id_format (&sandbox_state_get (state, SANDBOX_USER, holder)->id, id);
      sandbox_json_append_string (json, name, id);
    }
}

static void
show_object (SandboxState *state,
             SandboxCall  *call,
             SandboxKind   kind,
             guint32       index)
{
  sandbox_call_begin (call);
  sandbox_json_append_raw (call->body, "object", "");
  sandbox_state_append_record (state, kind, index, call->body);
  sandbox_json_append_boolean (call->body, "deleted",
                               (sandbox_state_get (state, kind, index)->flags & SANDBOX_FLAG_DELETED) != 0);
  if (kind == SANDBOX_CREDENTIAL)
    append_holder (state, index, "acs_user_id", call->body);
  sandbox_call_end (call);
}

/**
 * sandbox_control_read_object:
 * @state: the workspace
 * @call: a request
 * @kind: (out): the kind of the object that it names
 * @index: (out): which one
 *
 * Returns: whether it names an object that exists, deleted or not; if not, the request has its answer
 */
gboolean
sandbox_control_read_object (SandboxState *state,
                             SandboxCall  *call,
                             SandboxKind  *kind,
                             guint32      *index)
{
  if (sandbox_call_has (call, "workspace"))
    {
      *kind = SANDBOX_WORKSPACE;
      *index = 0;
      return TRUE;
    }

  for (*kind = SANDBOX_SYSTEM; *kind < SANDBOX_N_KINDS; (*kind)++)
    {
      const char *text;
      SandboxId id;

      if (!sandbox_call_read_text (call, sandbox_kind_get_id_member (*kind), &text))
        return FALSE;

      if (text == NULL)
        continue;

      *index = sandbox_id_parse (&id, text) ? sandbox_state_find (state, *kind, &id) : SANDBOX_NONE;
      if (*index == SANDBOX_NONE)
        sandbox_call_fail (call, 404, "not_found", "The sandbox has no such object");

      return *index != SANDBOX_NONE;
    }

  sandbox_call_fail (call, 400, "invalid_input", "Which object?");

  return FALSE;
}

static void
show_state (SandboxServer *server,
            SandboxCall   *call)
{
  SandboxState *state = server->state;
  SandboxKind kind;
  guint32 index;

  if (json_object_get_size (call->params) > 0)
    {
      if (sandbox_control_read_object (state, call, &kind, &index))
        show_object (state, call, kind, index);
      return;
    }

  sandbox_call_begin (call);
  sandbox_json_append_raw (call->body, "holders", "{");
  for (guint32 i = 0; i < state->n[SANDBOX_CREDENTIAL]; i++)
    {
      SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, i);
      char id[SANDBOX_ID_LENGTH + 1];

      if (record->flags & SANDBOX_FLAG_DELETED)
        continue;

      sandbox_id_format (&record->id, id);
      append_holder (state, i, id, call->body);
    }
  g_string_append_c (call->body, '}');
  sandbox_call_end (call);
}

static gboolean
read_style (const char         *name,
            LanyardAnswerStyle *style)
{
  g_autoptr(GEnumClass) styles = g_type_class_ref (LANYARD_TYPE_ANSWER_STYLE);
  GEnumValue *value = g_enum_get_value_by_nick (styles, name);

  if (value != NULL)
    *style = value->value;

  return value != NULL;
}

static void
configure (SandboxServer *server,
           SandboxCall   *call)
{
  SandboxSettings *settings = &server->settings;
  const char *answers, *key;

  if (!sandbox_call_read_text (call, "answers", &answers) || !sandbox_call_read_text (call, "key", &key))
    return;

  if (answers != NULL && !read_style (answers, &settings->style))
    {
      sandbox_call_fail_parameter (call, "answers", "Expected object, bare or guide");
      return;
    }

  if (key != NULL)
    {
      g_free (settings->key);
      settings->key = g_strdup (key);
    }

  settings->latency = (guint) json_object_get_int_member_with_default (call->params, "latency_ms", settings->latency);
  settings->users_route_only = json_object_get_boolean_member_with_default (call->params, "users_route_only",
                                                                            settings->users_route_only);
  sandbox_call_begin (call);
  sandbox_call_end (call);
}

static const struct
{
  const char *path;
  const char *method;
  void (*run) (SandboxServer *server,
               SandboxCall   *call);
} controls[] = {
  { "/_sandbox/faults", "POST", add_fault },
  { "/_sandbox/faults", "GET", list_faults },
  { "/_sandbox/faults", "DELETE", clear_faults },
  { "/_sandbox/faults/clear", "POST", clear_faults },
  { "/_sandbox/log", "GET", show_log },
  { "/_sandbox/log", "POST", show_log },
  { "/_sandbox/log", "DELETE", clear_log },
  { "/_sandbox/log/clear", "POST", clear_log },
  { "/_sandbox/state", "GET", show_state },
  { "/_sandbox/state", "POST", show_state },
  { "/_sandbox/config", "POST", configure },
  { "/_sandbox/set", "POST", sandbox_set },
};

/**
 * sandbox_control_run:
 * @server: the server
 * @method: an HTTP method
 * @call: a request for what is under /_sandbox/
 *
 * Answers the request.
 */
void
sandbox_control_run (SandboxServer *server,
                     const char    *method,
                     SandboxCall   *call)
{
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (g_str_equal (controls[i].path, call->path) && g_str_equal (controls[i].method, method))
      {
        controls[i].run (server, call);
        return;
      }

  sandbox_call_fail (call, 404, "not_found", "The sandbox has no such control");
}
