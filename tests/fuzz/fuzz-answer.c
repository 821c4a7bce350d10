/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers about one object, and error answers. The input is four header values, a line each, and a body. */
#include "fuzz.h"

#include "seam-answer.h"
#include "seam-error-private.h"
#include "seam-retry.h"
#include "seam.h"

#define SECRET "seam_fuzz_key"

static void
check_success (GBytes *body)
{
  static const struct
  {
    GType (*get_type) (void);
    const char *member;
  } kinds[] = {
    { seam_user_get_type, "acs_user" }, { seam_credential_get_type, "acs_credential" },
    { seam_workspace_get_type, "workspace" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SeamRecord) record = NULL;

      if (seam_answer_read (body, kinds[i / 2].get_type (), kinds[i / 2].member,
                            i % 2 ? SEAM_EXTENT_PART : SEAM_EXTENT_WHOLE, &record, &error))
        g_assert_no_error (error);
      else
        g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
      if (record == NULL)
        continue;
      g_assert_cmpstr (seam_record_get_id (record), !=, "");
      fuzz_assert_texts (G_OBJECT (record));
    }
}

static void
check_shown (const char *text)
{
  if (text == NULL)
    return;
  fuzz_assert_text (text);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 1001);
  g_assert_null (strstr (text, SECRET));
}

static void
check_error (guint               status,
             SoupMessageHeaders *headers,
             GBytes             *body)
{
  g_autoptr (GError) error = seam_answer_to_error (status, headers, body, SECRET);
  guint wait = 0;

  g_assert_nonnull (error);
  g_assert_true (error->domain == SEAM_ERROR);
  check_shown (seam_error_get_server_text (error));
  check_shown (seam_error_get_type_name (error));
  check_shown (seam_error_get_request_id (error));
  g_assert_cmpint (seam_error_get_retry_after (error), >=, SEAM_RETRY_AFTER_UNSET);
  for (guint n = 1; n < 6; n++)
    if (seam_retry_next (error, status % 2, n, 1, &wait))
      g_assert_cmpuint (wait, <=, 60000);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const guint statuses[] = { 307, 400, 401, 404, 429, 500, 503 };
  static const char * const names[] = { "Retry-After", "seam-request-id", "Content-Type", "Date" };
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  const char *next = (const char *) data;
  const char *end = next + size;
  g_autoptr (GBytes) body = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *line = memchr (next, '\n', end - next);
      g_autofree char *value = NULL;

      if (line == NULL)
        break;
      value = g_strndup (next, line - next);
      /* What libsoup wouldn't have taken off the wire. */
      if (*value != '\0' && strpbrk (value, "\r") == NULL)
        soup_message_headers_replace (headers, names[i], value);
      next = line + 1;
    }
  body = g_bytes_new (next, end - next);
  check_success (body);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    check_error (statuses[i], headers, body);
  soup_message_headers_unref (headers);
  return 0;
}
