/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTTP answer says: an object, or an error. */
#include "seam-answer.h"

#include "seam-error-private.h"
#include "seam-record-private.h"

/* What is about one object, or an error, is small; it is read on the main thread. */
#define MAX_SIZE (1024 * 1024)

/* Of what a server says to people; in characters. */
#define MAX_TEXT 1000

typedef struct
{
  SeamReader reader;
  gboolean   is_object;
  gboolean   is_not_ok;
  gboolean   is_other; /* the member is there, but isn't the object that it should be */
} Answer;

static void
begin (Answer *answer,
       GBytes *body)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);

  seam_reader_init (&answer->reader, text, size);
  answer->is_object = size <= MAX_SIZE && seam_reader_peek (&answer->reader) == SEAM_TOKEN_OBJECT
                      && seam_reader_enter (&answer->reader);
}

static void
read_record (Answer      *answer,
             GType        type,
             SeamExtent   extent,
             SeamRecord **record)
{
  SeamToken token = seam_reader_peek (&answer->reader);

  g_clear_object (record);
  if (token == SEAM_TOKEN_OBJECT)
    *record = seam_record_new_from_reader (type, &answer->reader, extent);
  else
    seam_reader_skip (&answer->reader);
  answer->is_other = *record == NULL && token != SEAM_TOKEN_NULL;
}

static const char *
find_fault (Answer *answer)
{
  if (!answer->is_object || !seam_reader_is_done (&answer->reader))
    return "The answer is not a JSON object";
  if (answer->is_not_ok)
    return "The answer says that it is not one";
  return answer->is_other ? "The answer has no proper object" : NULL;
}

/* seam_answer_read:
 * @body: the body of an answer with a status of 2xx
 * @type: the #SeamRecord type of what it is about
 * @member: the member that holds it
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
  g_autoptr (SeamRecord) found = NULL;
  Answer answer = { .is_object = FALSE };
  SeamSlice name;
  const char *fault;

  *record = NULL;
  begin (&answer, body);
  while (answer.is_object && seam_reader_next_member (&answer.reader, &name))
    {
      if (seam_slice_is (name, member))
        read_record (&answer, type, extent, &found);
      else if (seam_slice_is (name, "ok") && seam_reader_peek (&answer.reader) == SEAM_TOKEN_BOOLEAN)
        answer.is_not_ok = !seam_reader_read_boolean (&answer.reader);
      else
        seam_reader_skip (&answer.reader);
    }
  fault = find_fault (&answer);
  if (fault != NULL)
    {
      g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "%s (%s)", fault, member);
      return FALSE;
    }
  *record = g_steal_pointer (&found);
  return TRUE;
}

typedef struct
{
  char    *type;
  char    *message;
  GString *fields; /* a line each */
} Envelope;

static void
envelope_clear (Envelope *envelope)
{
  g_free (envelope->type);
  g_free (envelope->message);
  g_string_free (envelope->fields, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Envelope, envelope_clear)

static void
read_field_text (SeamReader *reader,
                 SeamSlice   field,
                 GString    *text)
{
  g_autofree char *name = g_utf8_make_valid (field.start, (gssize) field.size);
  g_autofree char *message = NULL;

  if (seam_reader_peek (reader) != SEAM_TOKEN_STRING)
    {
      seam_reader_skip (reader);
      return;
    }
  message = seam_reader_read_string (reader);
  if (message != NULL)
    g_string_append_printf (text, "\n%s%s%s", name, *name != '\0' ? ": " : "", message);
}

/* Values aren't uniform: at the root "_errors" is a list, under a field's name there is an object with one. */
static void
read_field_texts (SeamReader *reader,
                  SeamSlice   field,
                  GString    *text)
{
  SeamToken token = seam_reader_peek (reader);
  SeamSlice name;

  if (token == SEAM_TOKEN_ARRAY)
    for (seam_reader_enter (reader); seam_reader_next_element (reader);)
      read_field_text (reader, field, text);
  else if (token == SEAM_TOKEN_OBJECT)
    for (seam_reader_enter (reader); seam_reader_next_member (reader, &name);)
      read_field_texts (reader, seam_slice_is (name, "_errors") ? field : name, text);
  else
    seam_reader_skip (reader);
}

static void
take_string (SeamReader  *reader,
             char       **string)
{
  g_clear_pointer (string, g_free);
  if (seam_reader_peek (reader) == SEAM_TOKEN_STRING)
    *string = seam_reader_read_string (reader);
  else
    seam_reader_skip (reader);
}

static void
read_error (SeamReader *reader,
            Envelope   *envelope)
{
  SeamSlice name;

  for (seam_reader_enter (reader); seam_reader_next_member (reader, &name);)
    {
      if (seam_slice_is (name, "type"))
        take_string (reader, &envelope->type);
      else if (seam_slice_is (name, "message"))
        take_string (reader, &envelope->message);
      else if (seam_slice_is (name, "validation_errors"))
        read_field_texts (reader, (SeamSlice) { "", 0 }, envelope->fields);
      else
        seam_reader_skip (reader);
    }
}

/* Whether @body is the API's error envelope, and not the page of something that stands in between. */
static gboolean
read_envelope (SoupMessageHeaders *headers,
               GBytes             *body,
               Envelope           *envelope)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  Answer answer = { .is_object = FALSE };
  SeamSlice name;

  if (type != NULL && g_ascii_strcasecmp (type, "application/json") != 0)
    return FALSE;
  begin (&answer, body);
  while (answer.is_object && seam_reader_next_member (&answer.reader, &name))
    if (seam_slice_is (name, "error") && seam_reader_peek (&answer.reader) == SEAM_TOKEN_OBJECT)
      read_error (&answer.reader, envelope);
    else
      seam_reader_skip (&answer.reader);
  return seam_reader_is_done (&answer.reader) && envelope->type != NULL && envelope->message != NULL;
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
  g_auto (Envelope) envelope = { .fields = g_string_new (NULL) };
  gboolean has_envelope = read_envelope (headers, body, &envelope);
  g_autofree char *text = has_envelope ? g_strconcat (envelope.message, envelope.fields->str, NULL) : NULL;
  g_autofree char *server_text = make_showable (text, secret);
  g_autofree char *type_name = has_envelope ? make_showable (envelope.type, secret) : NULL;
  g_autofree char *request_id = make_showable (soup_message_headers_get_one (headers, "seam-request-id"), secret);
  g_autofree char *message = g_strdup_printf ("The server answered with status %u", status);
  int retry_after = get_retry_after (headers);
  SeamErrorDetail detail = {
    .type_name = type_name,
    .request_id = request_id,
    .server_text = server_text,
    .not_acted = status == 429 || (status == 503 && retry_after != SEAM_RETRY_AFTER_UNSET),
    .retry_after = retry_after,
  };

  return seam_error_new_detailed (code_of_status (status, has_envelope), message, &detail);
}
