/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request to the workspace: its checked parameters, and the answer that it gets. */
#include "sandbox-call.h"

#include <libsoup/soup.h>

#include "sandbox-json.h"

#define MAX_DEPTH 100

/**
 * sandbox_call_new:
 * @state: the workspace
 * @path: the route
 *
 * Returns: (transfer full): a request without parameters, not answered
 */
SandboxCall *
sandbox_call_new (SandboxState *state,
                  const char   *path)
{
  SandboxCall *call = g_new0 (SandboxCall, 1);

  call->state = state;
  call->path = g_intern_string (path);
  call->params = json_object_new ();
  call->body = g_string_new (NULL);
  call->content_type = "application/json; charset=utf-8";

  return call;
}

/**
 * sandbox_call_free:
 * @call: (transfer full): a request
 */
void
sandbox_call_free (SandboxCall *call)
{
  json_object_unref (call->params);
  g_string_free (call->body, TRUE);
  g_free (call->retry_after);
  g_free (call->location);
  g_free (call);
}

/* json-glib reads by recursion, and would end the process where a body is nested deeply enough. */
static gboolean
is_shallow (const char *body,
            gsize       length)
{
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (body[i] == '[' || body[i] == '{')
        depth++;
      else if (body[i] == ']' || body[i] == '}')
        depth--;

      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

/**
 * sandbox_call_take_body:
 * @call: a request
 * @body: what was sent with it
 * @length: its length
 *
 * Takes the parameters from a body. On failure the request has its answer.
 *
 * Returns: whether there were parameters to take; an empty body has none, which is right
 */
gboolean
sandbox_call_take_body (SandboxCall *call,
                        const char  *body,
                        gsize        length)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (length == 0)
    return TRUE;

  if (!g_utf8_validate_len (body, length, NULL)
      || !is_shallow (body, length)
      || !json_parser_load_from_data (parser, body, (gssize) length, NULL)
      || (root = json_parser_get_root (parser)) == NULL)
    {
      sandbox_call_answer_text (call, 400, "Invalid JSON");
      return FALSE;
    }

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      sandbox_call_fail (call, 400, "invalid_input", "Expected an object");
      return FALSE;
    }

  json_object_unref (call->params);
  call->params = json_node_dup_object (root);

  return TRUE;
}

/**
 * sandbox_call_take_query:
 * @call: a request
 * @uri: its URL
 *
 * Takes the parameters from the URL. One that is given twice becomes a list.
 */
void
sandbox_call_take_query (SandboxCall *call,
                         GUri        *uri)
{
  GUriParamsIter iter;
  char *name, *value;

  call->is_query = TRUE;

  if (g_uri_get_query (uri) == NULL)
    return;

  g_uri_params_iter_init (&iter, g_uri_get_query (uri), -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      JsonNode *old = json_object_get_member (call->params, name);

      if (old == NULL)
        {
          json_object_set_string_member (call->params, name, value);
        }
      else if (JSON_NODE_HOLDS_ARRAY (old))
        {
          json_array_add_string_element (json_node_get_array (old), value);
        }
      else
        {
          JsonArray *list = json_array_new ();

          json_array_add_string_element (list, json_node_get_string (old));
          json_array_add_string_element (list, value);
          json_object_set_array_member (call->params, name, list);
        }

      g_free (name);
      g_free (value);
    }
}

static void
begin_error (SandboxCall *call,
             guint        status,
             const char  *type,
             const char  *message)
{
  call->status = status;
  g_string_assign (call->body, "{\"error\":{");
  sandbox_json_append_string (call->body, "type", type);
  sandbox_json_append_string (call->body, "message", message);
}

/**
 * sandbox_call_fail:
 * @call: a request
 * @status: the HTTP status
 * @type: the kind of error
 * @message: what is wrong, for people
 *
 * Answers with the API's error envelope.
 */
void
sandbox_call_fail (SandboxCall *call,
                   guint        status,
                   const char  *type,
                   const char  *message)
{
  begin_error (call, status, type, message);
  g_string_append (call->body, "},\"ok\":false}");
}

/**
 * sandbox_call_fail_parameter:
 * @call: a request
 * @name: a parameter
 * @problem: what is wrong with it
 *
 * Answers that a parameter is not as the API has it.
 */
void
sandbox_call_fail_parameter (SandboxCall *call,
                             const char  *name,
                             const char  *problem)
{
  g_autofree char *message = NULL;

  if (g_str_equal (problem, "Required"))
    message = g_strdup_printf ("%s is required", name);
  else
    message = g_strdup_printf ("%s at \"%s\"", problem, name);

  begin_error (call, 400, "invalid_input", message);
  sandbox_json_append_raw (call->body, "validation_errors", "{\"_errors\":[],");
  sandbox_json_append_quoted (call->body, name);
  g_string_append (call->body, ":{\"_errors\":[");
  sandbox_json_append_quoted (call->body, problem);
  g_string_append (call->body, "]}}},\"ok\":false}");
}

/**
 * sandbox_call_answer_text:
 * @call: a request
 * @status: the HTTP status
 * @text: the body
 *
 * Answers without JSON, as what stands before the API does.
 */
void
sandbox_call_answer_text (SandboxCall *call,
                          guint        status,
                          const char  *text)
{
  call->status = status;
  call->content_type = "text/plain; charset=utf-8";
  g_string_assign (call->body, text);
}

/**
 * sandbox_call_begin:
 * @call: a request
 *
 * Begins an answer of success: the caller appends its members, then calls sandbox_call_end().
 */
void
sandbox_call_begin (SandboxCall *call)
{
  call->status = 200;
  g_string_assign (call->body, "{");
}

/**
 * sandbox_call_end:
 * @call: a request
 *
 * Ends an answer of success.
 */
void
sandbox_call_end (SandboxCall *call)
{
  sandbox_json_append_boolean (call->body, "ok", TRUE);
  g_string_append_c (call->body, '}');
}

/**
 * sandbox_call_has:
 * @call: a request
 * @name: a parameter
 *
 * Returns: whether it is given and not null
 */
gboolean
sandbox_call_has (SandboxCall *call,
                  const char  *name)
{
  return json_object_has_member (call->params, name) && !json_object_get_null_member (call->params, name);
}

/**
 * sandbox_call_read_text:
 * @call: a request
 * @name: a parameter
 * @text: (out) (nullable): its value; %NULL when it isn't given
 *
 * Returns: whether it is as it should be; if not, the request has its answer
 */
gboolean
sandbox_call_read_text (SandboxCall  *call,
                        const char   *name,
                        const char  **text)
{
  JsonNode *node = json_object_get_member (call->params, name);

  *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      sandbox_call_fail_parameter (call, name, "Expected string");
      return FALSE;
    }

  *text = json_node_get_string (node);
  if (**text == '\0')
    {
      sandbox_call_fail_parameter (call, name, "String must contain at least 1 character(s)");
      return FALSE;
    }

  return TRUE;
}

/**
 * sandbox_call_read_boolean:
 * @call: a request
 * @name: a parameter that is given
 * @value: (out): its value
 *
 * Returns: whether it is as it should be; if not, the request has its answer
 */
gboolean
sandbox_call_read_boolean (SandboxCall *call,
                           const char  *name,
                           gboolean    *value)
{
  JsonNode *node = json_object_get_member (call->params, name);

  if (call->is_query && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      *value = g_strcmp0 (json_node_get_string (node), "true") == 0;
      return TRUE;
    }

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *value = json_node_get_boolean (node);
      return TRUE;
    }

  sandbox_call_fail_parameter (call, name, "Expected boolean");

  return FALSE;
}

/**
 * sandbox_call_read_limit:
 * @call: a request
 * @limit: (inout): how many rows a page has; left alone when it isn't given
 *
 * Returns: whether it is as it should be; if not, the request has its answer
 */
gboolean
sandbox_call_read_limit (SandboxCall *call,
                         guint       *limit)
{
  JsonNode *node = json_object_get_member (call->params, "limit");
  gint64 n = 0;

  if (node == NULL)
    return TRUE;

  if (call->is_query && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      if (!g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, &n, NULL))
        n = G_MININT64;
    }
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      n = json_node_get_int (node);
    }
  else
    {
      n = G_MININT64;
    }

  if (n == G_MININT64)
    {
      sandbox_call_fail_parameter (call, "limit", "Expected integer");
      return FALSE;
    }

  if (n <= 0)
    {
      sandbox_call_fail_parameter (call, "limit", "Number must be greater than 0");
      return FALSE;
    }

  *limit = (guint) MIN (n, G_MAXINT32);

  return TRUE;
}

/**
 * sandbox_call_read_time:
 * @call: a request
 * @name: a parameter
 * @time: (out): its value in microseconds; G_MAXINT64 when it isn't given
 *
 * Returns: whether it is as it should be; if not, the request has its answer
 */
gboolean
sandbox_call_read_time (SandboxCall *call,
                        const char  *name,
                        gint64      *time)
{
  g_autoptr(GDateTime) date = NULL;
  const char *text;

  *time = G_MAXINT64;

  if (!sandbox_call_read_text (call, name, &text))
    return FALSE;

  if (text == NULL)
    return TRUE;

  date = g_date_time_new_from_iso8601 (text, NULL);
  if (date == NULL)
    {
      sandbox_call_fail_parameter (call, name, "Invalid date");
      return FALSE;
    }

  *time = g_date_time_to_unix (date) * G_USEC_PER_SEC + g_date_time_get_microsecond (date);

  return TRUE;
}

/**
 * sandbox_call_read_object:
 * @call: a request
 * @kind: the kind of object that a parameter names
 * @required: whether it has to
 * @index: (out): which one, or %SANDBOX_NONE when it isn't given
 *
 * Returns: whether it is as it should be and the workspace has that object; if not, the request has its answer
 */
gboolean
sandbox_call_read_object (SandboxCall *call,
                          SandboxKind  kind,
                          gboolean     required,
                          guint32     *index)
{
  const char *name = sandbox_kind_get_id_member (kind);
  const char *text;
  SandboxId id;

  *index = SANDBOX_NONE;

  if (!sandbox_call_read_text (call, name, &text))
    return FALSE;

  if (text == NULL)
    {
      if (required)
        sandbox_call_fail_parameter (call, name, "Required");
      return !required;
    }

  if (!sandbox_id_parse (&id, text))
    {
      sandbox_call_fail_parameter (call, name, "Invalid uuid");
      return FALSE;
    }

  *index = sandbox_state_find (call->state, kind, &id);

  if (*index == SANDBOX_NONE
      || call->workspace != 0
      || (sandbox_state_get (call->state, kind, *index)->flags & SANDBOX_FLAG_DELETED))
    {
      g_autofree char *type = g_strconcat (sandbox_kind_get_member (kind), "_not_found", NULL);
      g_autofree char *message = g_strdup_printf ("Could not find an %s with %s %s",
                                                  sandbox_kind_get_member (kind), name, text);

      sandbox_call_fail (call, 404, type, message);
      return FALSE;
    }

  return TRUE;
}
