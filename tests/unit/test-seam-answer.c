/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers mean: success, errors that a caller can act on, and when to ask again. */
#include "seam-answer.h"
#include "seam-error-private.h"
#include "seam-retry.h"
#include "seam.h"

#define SECRET "seam_key_0123"
#define ENVELOPE(type, message) "{\"error\":{\"type\":\"" type "\",\"message\":\"" message "\"},\"ok\":false}"

static GError *
error_of (guint       status,
          const char *content_type,
          const char *body,
          const char *header,
          const char *value)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  GError *error;

  if (content_type)
    soup_message_headers_append (headers, "Content-Type", content_type);
  if (header)
    soup_message_headers_append (headers, header, value);
  error = seam_answer_to_error (status, headers, bytes, SECRET);
  soup_message_headers_unref (headers);
  return error;
}

static void
test_codes (void)
{
  static const struct
  {
    guint status;
    gboolean has_envelope;
    SeamErrorCode code;
  } cases[] = {
    { 301, TRUE, SEAM_ERROR_MALFORMED }, { 307, FALSE, SEAM_ERROR_MALFORMED }, { 400, TRUE, SEAM_ERROR_INVALID },
    { 400, FALSE, SEAM_ERROR_INVALID }, { 401, TRUE, SEAM_ERROR_UNAUTHORIZED },
    { 401, FALSE, SEAM_ERROR_UNAUTHORIZED }, { 403, TRUE, SEAM_ERROR_FORBIDDEN }, { 403, FALSE, SEAM_ERROR_FORBIDDEN },
    { 404, TRUE, SEAM_ERROR_NOT_FOUND }, { 404, FALSE, SEAM_ERROR_NO_ROUTE }, { 405, FALSE, SEAM_ERROR_NO_ROUTE },
    { 405, TRUE, SEAM_ERROR_INVALID }, { 409, TRUE, SEAM_ERROR_CONFLICT }, { 418, FALSE, SEAM_ERROR_INVALID },
    { 422, TRUE, SEAM_ERROR_INVALID }, { 429, TRUE, SEAM_ERROR_RATE_LIMITED }, { 429, FALSE, SEAM_ERROR_RATE_LIMITED },
    { 500, TRUE, SEAM_ERROR_SERVER }, { 502, FALSE, SEAM_ERROR_SERVER }, { 503, FALSE, SEAM_ERROR_SERVER },
    { 599, TRUE, SEAM_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = error_of (cases[i].status, NULL,
                                           cases[i].has_envelope ? ENVELOPE ("a_type", "A message") : "404", NULL, NULL);

      g_test_message ("%u %d", cases[i].status, cases[i].has_envelope);
      g_assert_error (error, SEAM_ERROR, (int) cases[i].code);
      g_assert_cmpstr (seam_error_get_type_name (error), ==, cases[i].has_envelope ? "a_type" : NULL);
      g_assert_cmpstr (seam_error_get_server_text (error), ==, cases[i].has_envelope ? "A message" : NULL);
    }
}

static void
test_envelopes (void)
{
  static const struct
  {
    const char *content_type;
    const char *body;
    const char *text; /* NULL: no envelope */
  } cases[] = {
    { NULL, ENVELOPE ("t", "M"), "M" },
    { "application/json", ENVELOPE ("t", "M"), "M" },
    { "Application/JSON; charset=utf-8", ENVELOPE ("t", "M"), "M" },
    { "text/html", ENVELOPE ("t", "M"), NULL },
    { NULL, "", NULL },
    { NULL, "null", NULL },
    { NULL, "{\"error\":\"t\"}", NULL },
    { NULL, "{\"error\":{\"type\":7,\"message\":\"M\"}}", NULL },
    { NULL, "{\"error\":{\"type\":\"t\"}}", NULL },
    { NULL, "{\"error\":{\"type\":\"t\",\"message\":\"M\"}", NULL },
    { NULL, "{\"error\":{\"type\":\"t\",\"message\":\"M\"},}", NULL },
    { NULL, "{\"error\":{\"type\":\"t\",\"message\":\"M\",\"validation_errors\":{\"_errors\":[\"Root\"],"
            "\"acs_user_id\":{\"_errors\":[\"Required\",7,\"Not\\nthere\"]},\"deep\":{\"er\":{\"_errors\":[\"Wrong\"]}},"
            "\"odd\":7}}}", "M\nRoot\nacs_user_id: Required\nacs_user_id: Not\nthere\ner: Wrong" },
    { NULL, "{\"error\":{\"type\":\"t\",\"message\":\"M\",\"validation_errors\":7,\"stack\":[[\"x\"]]}}", "M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = error_of (400, cases[i].content_type, cases[i].body, NULL, NULL);

      g_test_message ("%s", cases[i].body);
      g_assert_cmpstr (seam_error_get_server_text (error), ==, cases[i].text);
      g_assert_cmpstr (seam_error_get_type_name (error), ==, cases[i].text ? "t" : NULL);
    }
}

/* What is shown is valid, doesn't go on for pages, and hasn't got the key in it. */
static void
test_texts (void)
{
  g_autoptr (GError) echo = error_of (400, NULL, ENVELOPE ("t_" SECRET, "Bad key " SECRET "!"), "seam-request-id",
                                      SECRET);
  g_autoptr (GError) invalid = error_of (400, NULL, ENVELOPE ("\xff", "\\ud83dx\xff"), "seam-request-id", "r\xff");
  g_autofree char *filling = g_strnfill (100000, 'x');
  g_autofree char *body = g_strconcat ("{\"error\":{\"type\":\"t\",\"message\":\"é", filling, SECRET, "\"}}", NULL);
  g_autoptr (GError) endless = error_of (400, NULL, body, "seam-request-id", filling);

  g_assert_cmpstr (seam_error_get_server_text (echo), ==, "Bad key …!");
  g_assert_cmpstr (seam_error_get_type_name (echo), ==, "t_…");
  g_assert_cmpstr (seam_error_get_request_id (echo), ==, "…");
  g_assert_cmpstr (seam_error_get_server_text (invalid), ==, "\xef\xbf\xbdx\xef\xbf\xbd");
  g_assert_cmpstr (seam_error_get_request_id (invalid), ==, "r\xef\xbf\xbd");
  g_assert_cmpint (g_utf8_strlen (seam_error_get_server_text (endless), -1), ==, 1001);
  g_assert_cmpint (g_utf8_strlen (seam_error_get_request_id (endless), -1), ==, 1001);
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *value;
    int seconds;
  } cases[] = {
    { "0", 0 }, { "7", 7 }, { "3600", 3600 }, { "99999999999", G_MAXINT }, { "99999999999999999999999", G_MAXINT },
    { "-1", SEAM_RETRY_AFTER_UNSET }, { "1.5", SEAM_RETRY_AFTER_UNSET }, { "soon", SEAM_RETRY_AFTER_UNSET },
    { "", SEAM_RETRY_AFTER_UNSET }, { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "Tue, 31 Dec 2199 23:59:59 GMT", G_MAXINT },
  };
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) by_its_clock = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = error_of (503, NULL, "", "Retry-After", cases[i].value);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (seam_error_get_retry_after (error), ==, cases[i].seconds);
      g_assert_cmpint (seam_error_get_not_acted (error), ==, cases[i].seconds != SEAM_RETRY_AFTER_UNSET);
    }

  soup_message_headers_append (headers, "Date", "Wed, 01 Jan 2003 10:00:00 GMT");
  soup_message_headers_append (headers, "Retry-After", "Wed, 01 Jan 2003 10:00:42 GMT");
  by_its_clock = seam_answer_to_error (429, headers, nothing, SECRET);
  g_assert_cmpint (seam_error_get_retry_after (by_its_clock), ==, 42);
  soup_message_headers_unref (headers);
}

static void
test_success (void)
{
  static const struct
  {
    const char *body;
    gboolean is_read;
    const char *id;
  } cases[] = {
    { "{}", TRUE, NULL }, { "{\"ok\":true}", TRUE, NULL }, { "{\"ok\":\"no\"}", TRUE, NULL },
    { "{\"acs_user\":null,\"ok\":true}", TRUE, NULL }, { "{\"acs_user\":{\"acs_user_id\":\"u\"}}", TRUE, "u" },
    { "{\"acs_user\":7,\"acs_user\":{\"acs_user_id\":\"u\"}}", TRUE, "u" },
    { "", FALSE, NULL }, { "[]", FALSE, NULL }, { "7", FALSE, NULL }, { "{\"ok\":true", FALSE, NULL },
    { "{\"ok\":true} {}", FALSE, NULL }, { "{\"ok\":true,}", FALSE, NULL }, { "{\"ok\":false}", FALSE, NULL },
    { "{\"acs_user\":{\"acs_user_id\":\"u\"},\"ok\":false}", FALSE, NULL }, { "{\"acs_user\":7}", FALSE, NULL },
    { "{\"acs_user\":{}}", FALSE, NULL }, { "{\"acs_user\":[]}", FALSE, NULL }, { "<html>", FALSE, NULL },
    { "{\"acs_user\":{\"acs_user_id\":\"u\"},\"acs_user\":{}}", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new (cases[i].body, strlen (cases[i].body));
      g_autoptr (SeamRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].body);
      g_assert_true (cases[i].is_read
                     == seam_answer_read (body, SEAM_TYPE_USER, "acs_user", SEAM_EXTENT_WHOLE, &record, &error));
      g_assert_cmpstr (record ? seam_record_get_id (record) : NULL, ==, cases[i].id);
      if (!cases[i].is_read)
        g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
    }
}

/* One object is small: what isn't is not read on the main thread. */
static void
test_large (void)
{
  g_autofree char *filling = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("{\"padding\":\"", filling, "\"}", NULL);
  g_autofree char *envelope = g_strconcat ("{\"error\":{\"type\":\"t\",\"message\":\"", filling, "\"}}", NULL);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (SeamRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = error_of (400, NULL, envelope, NULL, NULL);

  g_assert_false (seam_answer_read (body, SEAM_TYPE_USER, "acs_user", SEAM_EXTENT_WHOLE, &record, &error));
  g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
  g_assert_null (seam_error_get_server_text (refusal));
}

static void
test_schedule (void)
{
  static const struct
  {
    SeamErrorCode code;
    gboolean not_acted;
    int retry_after;
    gboolean read;
    gboolean write;
  } cases[] = {
    { SEAM_ERROR_NETWORK, FALSE, SEAM_RETRY_AFTER_UNSET, TRUE, FALSE },
    { SEAM_ERROR_NETWORK, TRUE, SEAM_RETRY_AFTER_UNSET, TRUE, TRUE },
    { SEAM_ERROR_SERVER, FALSE, SEAM_RETRY_AFTER_UNSET, TRUE, FALSE },
    { SEAM_ERROR_SERVER, TRUE, 1, TRUE, TRUE },
    { SEAM_ERROR_RATE_LIMITED, TRUE, 60, TRUE, TRUE },
    { SEAM_ERROR_RATE_LIMITED, TRUE, 61, FALSE, FALSE },
    { SEAM_ERROR_TIMED_OUT, FALSE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_TIMED_OUT, TRUE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_TLS, TRUE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_MALFORMED, FALSE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_UNAUTHORIZED, FALSE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_NOT_FOUND, FALSE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
    { SEAM_ERROR_CONFLICT, FALSE, SEAM_RETRY_AFTER_UNSET, FALSE, FALSE },
  };
  guint wait;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SeamErrorDetail detail = { .not_acted = cases[i].not_acted, .retry_after = cases[i].retry_after };
      g_autoptr (GError) error = seam_error_new_detailed (cases[i].code, "", &detail);

      g_test_message ("%d %d %d", cases[i].code, cases[i].not_acted, cases[i].retry_after);
      g_assert_true (cases[i].read == seam_retry_next (error, FALSE, 1, 0, &wait));
      g_assert_true (cases[i].write == seam_retry_next (error, TRUE, 1, 0, &wait));
      g_assert_true (cases[i].read == seam_retry_next (error, FALSE, 3, 0, &wait));
      g_assert_false (seam_retry_next (error, FALSE, 4, 0, &wait));
    }
}

static void
test_waits (void)
{
  static const guint firsts[] = { 250, 500, 1000 };
  g_autoptr (GError) broken = seam_error_new_detailed (SEAM_ERROR_NETWORK, "", &(SeamErrorDetail) { .retry_after = -1 });
  g_autoptr (GError) told = seam_error_new_detailed (SEAM_ERROR_SERVER, "", &(SeamErrorDetail) { .retry_after = 2 });
  g_autoptr (GError) at_once = seam_error_new_detailed (SEAM_ERROR_SERVER, "", &(SeamErrorDetail) { .retry_after = 0 });
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  guint wait;

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_assert_true (seam_retry_next (broken, FALSE, i + 1, 0, &wait));
      g_assert_cmpuint (wait, ==, firsts[i]);
      g_assert_true (seam_retry_next (broken, FALSE, i + 1, 1, &wait));
      g_assert_cmpuint (wait, ==, firsts[i] * 3 / 2);
      g_assert_true (seam_retry_next (told, FALSE, i + 1, 1, &wait));
      g_assert_cmpuint (wait, ==, 2000);
      g_assert_true (seam_retry_next (at_once, FALSE, i + 1, 0, &wait));
      g_assert_cmpuint (wait, ==, firsts[i]);
    }
  g_assert_false (seam_retry_next (cancelled, FALSE, 1, 0, &wait));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/answer/codes", test_codes);
  g_test_add_func ("/seam/answer/envelopes", test_envelopes);
  g_test_add_func ("/seam/answer/texts", test_texts);
  g_test_add_func ("/seam/answer/retry-after", test_retry_after);
  g_test_add_func ("/seam/answer/success", test_success);
  g_test_add_func ("/seam/answer/large", test_large);
  g_test_add_func ("/seam/retry/schedule", test_schedule);
  g_test_add_func ("/seam/retry/waits", test_waits);
  return g_test_run ();
}
