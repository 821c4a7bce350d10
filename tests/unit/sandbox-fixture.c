/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sandbox that runs, and plain HTTP to it. */
#include "sandbox-fixture.h"

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  gboolean *is_started = data;
  g_autoptr(GError) error = NULL;

  *is_started = lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, &error);
  g_assert_no_error (error);
}

static void
start (SandboxFixture *fixture,
       LanyardSandbox *sandbox)
{
  gboolean is_started = FALSE;

  fixture->sandbox = sandbox;
  fixture->session = soup_session_new ();
  lanyard_sandbox_start_async (sandbox, 0, NULL, on_started, &is_started);
  while (!is_started)
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_set_up (SandboxFixture *fixture,
                gconstpointer   data)
{
  start (fixture, lanyard_sandbox_new_demo ());
}

void
fixture_set_up_sized (SandboxFixture *fixture,
                      gconstpointer   data)
{
  start (fixture, lanyard_sandbox_new_sized (2000, 3000));
}

static void
forget_answer (SandboxFixture *fixture)
{
  g_clear_pointer (&fixture->text, g_free);
  g_clear_pointer (&fixture->json, json_node_unref);
  g_clear_object (&fixture->message);
}

void
fixture_tear_down (SandboxFixture *fixture,
                   gconstpointer   data)
{
  forget_answer (fixture);
  g_clear_object (&fixture->session);
  lanyard_sandbox_stop (fixture->sandbox);
  g_clear_object (&fixture->sandbox);
  g_free (fixture->key);
  g_free (fixture->workspace);
}

/* Returns whether there was an answer at all. */
gboolean
fixture_try_send (SandboxFixture *fixture,
                  const char     *method,
                  const char     *path,
                  const char     *body)
{
  g_autofree char *url = g_strconcat (lanyard_sandbox_get_endpoint (fixture->sandbox), path, NULL);
  g_autofree char *authorization = NULL;
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GBytes) request = g_bytes_new (body, body != NULL ? strlen (body) : 0);
  SoupMessageHeaders *headers;

  forget_answer (fixture);
  fixture->message = soup_message_new (method, url);
  soup_message_add_flags (fixture->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (fixture->message);
  authorization = g_strconcat ("Bearer ", fixture->key != NULL ? fixture->key
                                                               : lanyard_sandbox_get_key (fixture->sandbox), NULL);
  soup_message_headers_append (headers, "Authorization", authorization);
  if (fixture->workspace != NULL)
    soup_message_headers_append (headers, "seam-workspace", fixture->workspace);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (fixture->message, "application/json", request);

  answer = soup_session_send_and_read (fixture->session, fixture->message, NULL, NULL);
  if (answer == NULL)
    return FALSE;

  fixture->status = soup_message_get_status (fixture->message);
  fixture->text = g_bytes_get_size (answer) > 0 ? g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer))
                                                : g_strdup ("");
  /* json-glib reads by recursion: what is nested too deeply would end the test. */
  if (fixture->text[0] == '{' && strstr (fixture->text, "[[[[") == NULL)
    fixture->json = json_from_string (fixture->text, NULL);

  return TRUE;
}

JsonObject *
fixture_send (SandboxFixture *fixture,
              const char     *method,
              const char     *path,
              const char     *body)
{
  g_assert_true (fixture_try_send (fixture, method, path, body));

  return fixture->json != NULL ? json_node_get_object (fixture->json) : NULL;
}

JsonObject *
fixture_ask (SandboxFixture *fixture,
             const char     *path,
             const char     *body)
{
  JsonObject *answer = fixture_send (fixture, "POST", path, body);

  if (fixture->status != 200)
    g_test_message ("%s %s → %u %s", path, body, fixture->status, fixture->text);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_nonnull (answer);
  g_assert_true (json_object_get_boolean_member (answer, "ok"));

  return answer;
}

void
fixture_assert_refused (SandboxFixture *fixture,
                        const char     *path,
                        const char     *body,
                        guint           status,
                        const char     *type)
{
  JsonObject *answer = fixture_send (fixture, "POST", path, body);
  JsonObject *error;

  g_assert_cmpuint (fixture->status, ==, status);
  g_assert_nonnull (answer);
  error = json_object_get_object_member (answer, "error");
  g_assert_cmpstr (json_object_get_string_member (error, "type"), ==, type);
  g_assert_cmpstr (json_object_get_string_member (error, "message"), !=, "");
  g_assert_false (json_object_get_boolean_member (answer, "ok"));
  g_assert_nonnull (soup_message_headers_get_one (soup_message_get_response_headers (fixture->message),
                                                  "seam-request-id"));
}

void
fixture_control (SandboxFixture *fixture,
                 const char     *path,
                 const char     *json)
{
  g_autofree char *answer = lanyard_sandbox_control (fixture->sandbox, path, json);

  g_assert_nonnull (strstr (answer, "\"ok\":true"));
}

/* The id of the first thing that a search finds. */
char *
fixture_find (SandboxFixture *fixture,
              const char     *kind,
              const char     *search)
{
  g_autofree char *path = g_strdup_printf ("/acs/%s/list", kind);
  g_autofree char *body = g_strdup_printf ("{\"search\":\"%s\",\"limit\":1}", search);
  g_autofree char *list = g_strdup_printf ("acs_%s", kind);
  g_autofree char *id = g_strdup_printf ("acs_%.*s_id", (int) strlen (kind) - 1, kind);
  JsonArray *rows = json_object_get_array_member (fixture_ask (fixture, path, body), list);

  g_assert_cmpuint (json_array_get_length (rows), ==, 1);

  return g_strdup (json_object_get_string_member (json_array_get_object_element (rows, 0), id));
}

char *
fixture_make_pair (const char *credential,
                   const char *user)
{
  return g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"acs_user_id\":\"%s\"}", credential, user);
}

JsonObject *
fixture_get_credential (SandboxFixture *fixture,
                        const char     *credential)
{
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\":\"%s\"}", credential);

  return json_object_get_object_member (fixture_ask (fixture, "/acs/credentials/get", body), "acs_credential");
}

char *
fixture_get_holder (SandboxFixture *fixture,
                    const char     *credential)
{
  JsonObject *object = fixture_get_credential (fixture, credential);

  return g_strdup (json_object_get_string_member_with_default (object, "acs_user_id", NULL));
}

/* A card of the hotel that nobody has. */
char *
fixture_find_free_card (SandboxFixture *fixture)
{
  g_autofree char *body = NULL;
  JsonObject *answer = fixture_ask (fixture, "/acs/systems/list", "{\"search\":\"aurora\"}");
  JsonArray *rows = json_object_get_array_member (answer, "acs_systems");

  g_assert_cmpuint (json_array_get_length (rows), ==, 1);
  body = g_strdup_printf ("{\"acs_system_id\":\"%s\"}",
                          json_object_get_string_member (json_array_get_object_element (rows, 0), "acs_system_id"));
  rows = json_object_get_array_member (fixture_ask (fixture, "/acs/credentials/list", body), "acs_credentials");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!json_object_has_member (json_array_get_object_element (rows, i), "acs_user_id"))
      return g_strdup (json_object_get_string_member (json_array_get_object_element (rows, i), "acs_credential_id"));

  g_assert_not_reached ();
}

