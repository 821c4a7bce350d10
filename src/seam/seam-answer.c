/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTTP answer says: an object, or an error. */
#include "seam-answer.h"

#include "seam-error-private.h"

#define MAX_DEPTH 64

/* The parser recurses, so a deep body would end the stack; and it takes comments, which could hide the depth. */
static gboolean
is_parseable (const char *data,
              gsize       size)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < size; i++)
    {
      char c = data[i];

      if (in_string && c == '\\')
        i++;
      else if (c == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if (c == '/' || c == '#' || c == '\'')
        return FALSE;
      else if ((c == '{' || c == '[') && ++depth > MAX_DEPTH)
        return FALSE;
      else if ((c == '}' || c == ']') && depth-- == 0)
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
parse_object (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  JsonNode *root;

  if (size == 0 || !is_parseable (data, size) || !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_ref (root) : NULL;
}

/* seam_answer_parse:
 * @body: the body of an answer with a status of 2xx
 * @error: a %SEAM_ERROR_MALFORMED
 *
 * Returns: (transfer full): a node that holds an object, or %NULL with @error */
JsonNode *
seam_answer_parse (GBytes  *body,
                   GError **error)
{
  g_autoptr (JsonNode) root = parse_object (body);
  JsonNode *ok;

  if (!root)
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is not a JSON object");
      return NULL;
    }
  ok = json_object_get_member (json_node_get_object (root), "ok");
  if (ok && JSON_NODE_HOLDS_VALUE (ok) && json_node_get_value_type (ok) == G_TYPE_BOOLEAN
      && !json_node_get_boolean (ok))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer says that it is not one");
      return NULL;
    }
  return g_steal_pointer (&root);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

/* Values aren't uniform: at the root "_errors" is an array, under a field's name there is an object with one. */
static void
append_field_texts (GString    *text,
                    const char *field,
                    JsonNode   *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *item = json_array_get_element (array, i);

          if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
            continue;
          if (field)
            g_string_append_printf (text, "\n%s: %s", field, json_node_get_string (item));
          else
            g_string_append_printf (text, "\n%s", json_node_get_string (item));
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        append_field_texts (text, g_str_equal (name, "_errors") ? field : name, value);
    }
}

/* A server may echo what it was sent; the key doesn't go further. */
static char *
without_secret (const char *text,
                const char *secret)
{
  g_autoptr (GString) string = NULL;

  if (!text)
    return NULL;
  string = g_string_new (text);
  g_string_replace (string, secret, "…", 0);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static JsonObject *
find_envelope (SoupMessageHeaders *headers,
               JsonNode           *root)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  JsonNode *node;
  JsonObject *envelope;

  if (!root || (type && g_ascii_strcasecmp (type, "application/json") != 0))
    return NULL;
  node = json_object_get_member (json_node_get_object (root), "error");
  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  envelope = json_node_get_object (node);
  return get_string (envelope, "type") && get_string (envelope, "message") ? envelope : NULL;
}

static SeamErrorCode
code_of_status (guint    status,
                gboolean has_envelope)
{
  if (status >= 500)
    return SEAM_ERROR_SERVER;
  if (status < 400)
    return SEAM_ERROR_MALFORMED;
  if ((status == 404 || status == 405) && !has_envelope)
    return SEAM_ERROR_NO_ROUTE;
  switch (status)
    {
    case 401:
      return SEAM_ERROR_UNAUTHORIZED;
    case 403:
      return SEAM_ERROR_FORBIDDEN;
    case 404:
      return SEAM_ERROR_NOT_FOUND;
    case 409:
      return SEAM_ERROR_CONFLICT;
    case 429:
      return SEAM_ERROR_RATE_LIMITED;
    default:
      return SEAM_ERROR_INVALID;
    }
}

static int
get_retry_after (SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_one (headers, "Retry-After");
  guint64 seconds;

  if (value && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &seconds, NULL))
    return (int) seconds;
  return SEAM_RETRY_AFTER_UNSET;
}

/* seam_answer_to_error:
 * @status: a status that isn't 2xx
 * @headers: the answer's headers
 * @body: the answer's body
 * @secret: what must not be in any text
 *
 * Returns: (transfer full): the error that the answer is */
GError *
seam_answer_to_error (guint               status,
                      SoupMessageHeaders *headers,
                      GBytes             *body,
                      const char         *secret)
{
  g_autoptr (JsonNode) root = parse_object (body);
  JsonObject *envelope = find_envelope (headers, root);
  g_autofree char *type_name = NULL;
  g_autofree char *server_text = NULL;
  g_autofree char *request_id = without_secret (soup_message_headers_get_one (headers, "seam-request-id"), secret);
  g_autofree char *message = g_strdup_printf ("The server answered with status %u", status);
  int retry_after = get_retry_after (headers);
  SeamErrorDetail detail;

  if (envelope)
    {
      g_autoptr (GString) text = g_string_new (get_string (envelope, "message"));
      JsonNode *fields = json_object_get_member (envelope, "validation_errors");

      if (fields)
        append_field_texts (text, NULL, fields);
      server_text = without_secret (text->str, secret);
      type_name = without_secret (get_string (envelope, "type"), secret);
    }
  detail = (SeamErrorDetail) {
    .type_name = type_name,
    .request_id = request_id,
    .server_text = server_text,
    .not_acted = status == 429 || (status == 503 && retry_after != SEAM_RETRY_AFTER_UNSET),
    .retry_after = retry_after,
  };
  return seam_error_new_detailed (code_of_status (status, envelope != NULL), message, &detail);
}
