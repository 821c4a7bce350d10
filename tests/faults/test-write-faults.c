/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fault that the sandbox knows, on each route that writes: once with a server that can be asked afterwards, and
 * once with one that can't. What the client says then, done, refused or unknown, is what the sandbox's state says.
 *
 * All are made at once, each fault on a sandbox of its own, and each test waits for its fault. */
#include "client-fixture.h"
#include "fault-table.h"

#define DONE (-1)
#define DEADLINE 60000
#define SHORT_DEADLINE 1500

typedef struct
{
  const char *kind;
  const char *options;
  guint deadline;
  int seen;   /* what comes of it where it can be read back: a SeamErrorCode, or DONE */
  int unseen; /* … where it can't */
} Case;

#define UNKNOWN SEAM_ERROR_UNKNOWN_OUTCOME

static const Case cases[] = {
  { "latency", "\"delay_ms\":100", DEADLINE, DONE, DONE },
  { "latency", "\"delay_ms\":3000", SHORT_DEADLINE, DONE, UNKNOWN },
  { "latency", "\"delay_ms\":60000", SHORT_DEADLINE, UNKNOWN, UNKNOWN },
  { "status", "\"status\":500", DEADLINE, SEAM_ERROR_SERVER, UNKNOWN },
  { "status", "\"status\":500,\"act\":true", DEADLINE, DONE, UNKNOWN },
  { "status", "\"status\":504,\"act\":true", DEADLINE, DONE, UNKNOWN },
  { "status", "\"status\":400", DEADLINE, SEAM_ERROR_INVALID, SEAM_ERROR_INVALID },
  { "status", "\"status\":403", DEADLINE, SEAM_ERROR_FORBIDDEN, SEAM_ERROR_FORBIDDEN },
  { "status", "\"status\":409", DEADLINE, SEAM_ERROR_CONFLICT, SEAM_ERROR_CONFLICT },
  { "plain", "\"status\":404", DEADLINE, SEAM_ERROR_NO_ROUTE, SEAM_ERROR_NO_ROUTE },
  { "plain", "\"status\":403", DEADLINE, SEAM_ERROR_FORBIDDEN, SEAM_ERROR_FORBIDDEN },
  { "body", "\"body\":\"{}\"", DEADLINE, DONE, DONE },
  { "body", "\"body\":\"{}\",\"act\":false", DEADLINE, UNKNOWN, DONE },
  { "body", "\"body\":\"[]\"", DEADLINE, DONE, UNKNOWN },
  { "body", "\"body\":\"{\\\"acs_credential\\\":7}\"", DEADLINE, DONE, UNKNOWN },
  { "body", "\"body\":\"{\\\"acs_credential\\\":7}\",\"act\":false", DEADLINE, SEAM_ERROR_MALFORMED, UNKNOWN },
  { "empty", "\"status\":204", DEADLINE, DONE, DONE },
  { "unauthorized", NULL, DEADLINE, SEAM_ERROR_UNAUTHORIZED, SEAM_ERROR_UNAUTHORIZED },
  { "not-found", NULL, DEADLINE, SEAM_ERROR_NOT_FOUND, SEAM_ERROR_NOT_FOUND },
  { "no-route", NULL, DEADLINE, SEAM_ERROR_NO_ROUTE, SEAM_ERROR_NO_ROUTE },
  { "rate-limited", NULL, DEADLINE, DONE, DONE },
  { "rate-limited", "\"times\":4", DEADLINE, SEAM_ERROR_RATE_LIMITED, SEAM_ERROR_RATE_LIMITED },
  { "html", NULL, DEADLINE, SEAM_ERROR_SERVER, UNKNOWN },
  { "html-after", NULL, DEADLINE, DONE, UNKNOWN },
  { "unavailable", NULL, DEADLINE, SEAM_ERROR_SERVER, UNKNOWN },
  { "unavailable", "\"retry_after\":\"1\"", DEADLINE, DONE, DONE },
  { "redirect", "\"location\":\"http://127.0.0.1:9/\"", DEADLINE, SEAM_ERROR_MALFORMED, UNKNOWN },
  { "close-before", NULL, DEADLINE, SEAM_ERROR_NETWORK, UNKNOWN },
  { "close-after", NULL, DEADLINE, DONE, UNKNOWN },
  { "reset-before", NULL, DEADLINE, SEAM_ERROR_NETWORK, UNKNOWN },
  { "reset-after", NULL, DEADLINE, DONE, UNKNOWN },
  { "hang-before", NULL, SHORT_DEADLINE, UNKNOWN, UNKNOWN },
  { "hang-after", NULL, SHORT_DEADLINE, DONE, UNKNOWN },
  { "truncated", NULL, DEADLINE, DONE, UNKNOWN },
  { "stalled", NULL, SHORT_DEADLINE, DONE, UNKNOWN },
  { "garbage", NULL, DEADLINE, DONE, UNKNOWN },
  { "bad-utf8", NULL, DEADLINE, DONE, DONE },
  { "wrong-types", NULL, DEADLINE, DONE, UNKNOWN },
  { "nulls", NULL, DEADLINE, DONE, DONE },
  { "wrong-id", NULL, DEADLINE, DONE, UNKNOWN },
  { "trailing-commas", NULL, DEADLINE, DONE, UNKNOWN },
  { "bad-row", NULL, DEADLINE, DONE, DONE },
  { "repeat-cursor", NULL, DEADLINE, DONE, DONE },
  { "no-pagination", NULL, DEADLINE, DONE, DONE },
  { "ok-false", NULL, DEADLINE, DONE, UNKNOWN },
  { "ok-false", "\"act\":false,\"status\":200,\"body\":\"{\\\"ok\\\":false}\"", DEADLINE, SEAM_ERROR_MALFORMED, UNKNOWN },
  { "deep", NULL, DEADLINE, DONE, UNKNOWN },
  { "huge", NULL, DEADLINE, DONE, UNKNOWN },
};

static const struct
{
  const ClientRoute *route;
  SeamAssignRoute assign_route;
  const char *path;
} writes[] = {
  { &client_assign, SEAM_ASSIGN_ROUTE_CREDENTIALS, "/acs/credentials/assign" },
  { &client_assign, SEAM_ASSIGN_ROUTE_USERS, "/acs/users/assign" },
  { &client_unassign, SEAM_ASSIGN_ROUTE_AUTO, "/acs/credentials/unassign" },
};

#define N_CALLS (2 * G_N_ELEMENTS (writes))

typedef struct
{
  ClientFixture fixture;
  GPtrArray *cards; /* one for each call */
  ClientCall calls[N_CALLS];
} Run;

static Run *runs[G_N_ELEMENTS (cases)];

static void
add_fault (Run        *run,
           const char *path,
           const char *kind,
           const char *card,
           const char *options)
{
  g_autofree char *json = g_strdup_printf ("{\"match\":{\"acs_credential_id\":\"%s\"}%s%s}", card,
                                           options != NULL ? "," : "", options != NULL ? options : "");

  lanyard_sandbox_add_fault (run->fixture.base.sandbox, path, kind, json);
}

static void
find_cards (Run *run)
{
  g_auto (ClientCall) call = { .query = { .system_id = run->fixture.system, .limit = N_CALLS } };

  client_call_run (&call, &run->fixture, &client_list_credentials);
  client_call_assert_ok (&call);
  g_assert_cmpuint (call.page->records->len, ==, N_CALLS);
  run->cards = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_CALLS; i++)
    g_ptr_array_add (run->cards, g_strdup (seam_record_get_id (call.page->records->pdata[i])));
}

static void
begin (guint index)
{
  Run *run = runs[index] = g_new0 (Run, 1);

  client_fixture_set_up (&run->fixture, NULL);
  find_cards (run);
  g_object_set (run->fixture.client, "timeout", cases[index].deadline, NULL);
  for (guint i = 0; i < N_CALLS; i++)
    {
      guint write = i % G_N_ELEMENTS (writes);
      gboolean can_be_read = i < G_N_ELEMENTS (writes);
      const char *card = run->cards->pdata[i];

      client_fixture_set (&run->fixture, card, writes[write].route == &client_assign ? NULL : run->fixture.ada);
      add_fault (run, writes[write].path, cases[index].kind, card, cases[index].options);
      if (!can_be_read)
        add_fault (run, "/acs/credentials/get", "status", card, "\"times\":0");
      run->calls[i].credential = card;
      g_object_set (run->fixture.client, "assign-route", writes[write].assign_route, NULL);
      client_call_start (&run->calls[i], &run->fixture, writes[write].route);
    }
}

static void
end (Run *run)
{
  for (guint i = 0; i < N_CALLS; i++)
    client_call_clear (&run->calls[i]);
  g_ptr_array_unref (run->cards);
  client_fixture_tear_down (&run->fixture, NULL);
  g_free (run);
}

static void
assert_call (const Case *this,
             Run        *run,
             guint       i)
{
  ClientCall *call = &run->calls[i];
  gboolean can_be_read = i < G_N_ELEMENTS (writes);
  int expected = can_be_read ? this->seen : this->unseen;
  g_autofree char *holder = NULL;
  gboolean is_as_asked;

  client_call_wait (call);
  holder = client_fixture_holder (&run->fixture, call->credential);
  is_as_asked = g_strcmp0 (holder, call->route == &client_assign ? run->fixture.ada : NULL) == 0;
  g_test_message ("%s%s: %s", writes[i % G_N_ELEMENTS (writes)].path, can_be_read ? "" : ", unseen",
                  call->error != NULL ? call->error->message : "done");
  if (expected == DONE)
    client_call_assert_ok (call);
  else
    client_call_assert_error (call, expected);

  /* A server that says yes, has not done it, and can't be asked is the one that can't be found out. */
  if (expected == DONE)
    g_assert_true (is_as_asked || (!can_be_read && g_str_equal (this->kind, "body")));
  else if (expected != UNKNOWN)
    g_assert_false (is_as_asked);
  if (can_be_read && this->seen != SEAM_ERROR_UNAUTHORIZED)
    g_assert_cmpstr (seam_credential_get_user_id (SEAM_CREDENTIAL (call->record)), ==, holder);
  g_assert_cmpint (call->duration, <, (4 * (this->deadline + 2000) + 20000) * G_TIME_SPAN_MILLISECOND);
}

/* One with large bodies is not made beside the others. */
static gboolean
is_alone (const Case *this)
{
  return g_str_equal (this->kind, "huge");
}

static void
test_fault (gconstpointer data)
{
  const Case *this = data;

  if (is_alone (this))
    begin ((guint) (this - cases));
  else if (runs[this - cases] == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      if (!is_alone (&cases[i]))
        begin (i);
  for (guint i = 0; i < N_CALLS; i++)
    assert_call (this, runs[this - cases], i);
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  fault_table_add_tests ("/faults/writes", cases, sizeof *cases, G_N_ELEMENTS (cases), test_fault);
  failed = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (runs[i] != NULL)
      end (runs[i]);
  return failed;
}
