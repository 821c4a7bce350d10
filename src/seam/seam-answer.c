/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTTP answer says: an object, or an error. */
#include "seam-answer.h"

#include "seam-error-private.h"
#include "seam-json.h"

/* What is about one object, or an error, is small; it is read on the main thread. */
#define MAX_SIZE (1024 * 1024)

/* Of what a server says to people; in characters. */
#define MAX_TEXT 1000

static JsonNode *
parse_object (GBytes *body)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  g_autoptr (JsonNode) node = size <= MAX_SIZE ? seam_json_parse (text, size) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

static gboolean
is_false (JsonNode *node)
{
  return seam_json_is_boolean (node) && !json_node_get_boolean (node);
}

/* seam_answer_read:
 * @body: the body of an answer with a status of 2xx
 * @type: the #SeamRecord type of what it is about
 * @member: (nullable): the member that holds it; %NULL: no member does
 * @extent: whether that is all that the server has
 * @record: (out) (nullable) (transfer full): what the answer is about; %NULL when it doesn't say
 * @error: a %SEAM_ERROR_MALFORMED
 *
 * Returns: whether the answer is a JSON object of success, with a proper record if any */
gboolean
seam_answer_read (GBytes       *body,
                  GType         type,
                  const char   *member,
                  SeamExtent    extent,
                  SeamRecord  **record,
                  GError      **error)
{
  g_autoptr (JsonNode) answer = parse_object (body);
  JsonObject *object = answer != NULL ? json_node_get_object (answer) : NULL;
  JsonNode *node = object != NULL && member != NULL ? json_object_get_member (object, member) : NULL;
  const char *fault = NULL;

  *record = NULL;
  if (object == NULL)
    fault = "The answer is not a JSON object";
  else if (is_false (json_object_get_member (object, "ok")))
    fault = "The answer says that it is not one";
  else if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    *record = seam_record_new_from_node (type, node, extent, NULL);
  if (fault == NULL && *record == NULL && node != NULL && !JSON_NODE_HOLDS_NULL (node))
    fault = "The answer has no proper object";
  if (fault == NULL)
    return TRUE;
  if (member != NULL)
    g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "%s (%s)", fault, member);
  else
    g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, fault);
  return FALSE;
}

typedef struct
{
  char    *type;
  char    *message;
  GString *fields; /* a line each */
  GStrvBuilder *names; /* of those fields */
} Envelope;

static void
envelope_clear (Envelope *envelope)
{
  g_free (envelope->type);
  g_free (envelope->message);
  g_string_free (envelope->fields, TRUE);
  g_strv_builder_unref (envelope->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Envelope, envelope_clear)

static void
add_field_text (Envelope   *envelope,
                const char *field,
                JsonNode   *node)
{
  g_autofree char *message = seam_json_dup_string (node);

  if (message == NULL)
    return;

  g_string_append_printf (envelope->fields, "\n%s%s%s", field, *field != '\0' ? ": " : "", message);
  if (*field != '\0')
    g_strv_builder_add (envelope->names, field);
}

/* Values aren't uniform: at the root "_errors" is a list, under a field's name there is an object with one. */
static void
add_field_texts (Envelope   *envelope,
                 const char *field,
                 JsonNode   *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_field_text (envelope, field, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        add_field_texts (envelope, g_str_equal (name, "_errors") ? field : name, member);
    }
}

/* Whether @body is the API's error envelope, and not the page of something that stands in between. */
static gboolean
read_envelope (SoupMessageHeaders *headers,
               GBytes             *body,
               Envelope           *envelope)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  g_autoptr (JsonNode) answer = NULL;
  JsonNode *node = NULL;
  JsonObject *error;

  if (type != NULL && g_ascii_strcasecmp (type, "application/json") != 0)
    return FALSE;
  answer = parse_object (body);
  if (answer != NULL)
    node = json_object_get_member (json_node_get_object (answer), "error");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  error = json_node_get_object (node);
  envelope->type = seam_json_dup_string (json_object_get_member (error, "type"));
  envelope->message = seam_json_dup_string (json_object_get_member (error, "message"));
  if (json_object_has_member (error, "validation_errors"))
    add_field_texts (envelope, "", json_object_get_member (error, "validation_errors"));
  return envelope->type != NULL && envelope->message != NULL;
}

/* What is shown of @text: valid, not endless, and without the key, which a server may echo. */
static char *
make_showable (const char *text,
               const char *secret)
{
  g_autofree char *valid = NULL;
  GString *string;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  string = g_string_new (valid);
  g_string_replace (string, secret, "…", 0);
  if (g_utf8_strlen (string->str, (gssize) string->len) > MAX_TEXT)
    {
      g_string_truncate (string, g_utf8_offset_to_pointer (string->str, MAX_TEXT) - string->str);
      g_string_append (string, "…");
    }
  return g_string_free (string, FALSE);
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

/* The seconds that the server asks to wait: a number of them, or a date by the server's own clock. */
static int
get_retry_after (SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_one (headers, "Retry-After");
  const char *now_text = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  if (value == NULL)
    return SEAM_RETRY_AFTER_UNSET;
  if (*value != '\0' && strspn (value, "0123456789") == strlen (value))
    return (int) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT);
  until = soup_date_time_new_from_http_string (value);
  if (until == NULL)
    return SEAM_RETRY_AFTER_UNSET;
  now = now_text != NULL ? soup_date_time_new_from_http_string (now_text) : NULL;
  seconds = g_date_time_to_unix (until) - (now != NULL ? g_date_time_to_unix (now) : g_get_real_time () / G_USEC_PER_SEC);
  return (int) CLAMP (seconds, 0, G_MAXINT);
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
  g_auto (Envelope) envelope = { .fields = g_string_new (NULL), .names = g_strv_builder_new () };
  gboolean has_envelope = read_envelope (headers, body, &envelope);
  g_autofree char *text = has_envelope ? g_strconcat (envelope.message, envelope.fields->str, NULL) : NULL;
  g_autofree char *server_text = make_showable (text, secret);
  g_autofree char *type_name = has_envelope ? make_showable (envelope.type, secret) : NULL;
  g_autofree char *request_id = make_showable (soup_message_headers_get_one (headers, "seam-request-id"), secret);
  g_autofree char *message = g_strdup_printf ("The server answered with status %u", status);
  int retry_after = get_retry_after (headers);
  g_auto (GStrv) fields = g_strv_builder_end (envelope.names);
  SeamErrorDetail detail = {
    .type_name = type_name,
    .request_id = request_id,
    .server_text = server_text,
    .not_acted = status == 429 || (status == 503 && retry_after != SEAM_RETRY_AFTER_UNSET),
    .retry_after = retry_after,
    .status = status,
    .fields = (const char * const *) fields,
  };

  return seam_error_new_detailed (code_of_status (status, has_envelope), message, &detail);
}
