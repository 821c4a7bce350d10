/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fault that the sandbox knows, on every route that reads, on the first, second and last page: each ends in the
 * result that is documented, within its deadline.
 *
 * Most of the time is spent waiting before a request is sent again. So all faults are made at once, each on a sandbox
 * of its own, when the first test begins, and each test waits for its fault. */
#include "client-fixture.h"
#include "fault-table.h"

#define OK (-1)

/* Milliseconds; short where the answer never comes. */
#define DEADLINE 60000
#define SHORT_DEADLINE 1500

typedef struct
{
  const char *kind;
  const char *options;
  guint deadline;
  int one; /* what comes of it on a route for one object: a SeamErrorCode, or OK */
  int all; /* … for all of a list */
  int page[3]; /* … for the first, second and last page */
} Case;

#define SAME(code) code, code, { code, code, code }
#define M SEAM_ERROR_MALFORMED

static const Case cases[] = {
  { "latency", "{\"delay_ms\":100,\"times\":0}", DEADLINE, SAME (OK) },
  { "status", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_SERVER) },
  { "status", "{\"status\":403,\"times\":0}", DEADLINE, SAME (SEAM_ERROR_FORBIDDEN) },
  { "status", "{\"status\":409,\"times\":0}", DEADLINE, SAME (SEAM_ERROR_CONFLICT) },
  { "status", "{\"status\":422,\"times\":0}", DEADLINE, SAME (SEAM_ERROR_INVALID) },
  { "plain", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NO_ROUTE) },
  { "plain", "{\"status\":403,\"times\":0}", DEADLINE, SAME (SEAM_ERROR_FORBIDDEN) },
  { "body", "{\"times\":0}", DEADLINE, SAME (M) },
  { "body", "{\"body\":\"[]\",\"times\":0}", DEADLINE, SAME (M) },
  { "body", "{\"body\":\"{\\\"ok\\\":true\",\"times\":0}", DEADLINE, SAME (M) },
  { "empty", "{\"times\":0}", DEADLINE, SAME (M) },
  { "unauthorized", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_UNAUTHORIZED) },
  { "not-found", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NOT_FOUND) },
  { "no-route", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NO_ROUTE) },
  { "rate-limited", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_RATE_LIMITED) },
  { "html", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_SERVER) },
  { "html-after", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_SERVER) },
  { "unavailable", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_SERVER) },
  { "redirect", "{\"location\":\"http://127.0.0.1:9/\",\"times\":0}", DEADLINE, SAME (M) },
  { "close-before", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NETWORK) },
  { "close-after", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NETWORK) },
  { "reset-before", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NETWORK) },
  { "reset-after", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NETWORK) },
  { "hang-before", "{\"times\":0}", SHORT_DEADLINE, SAME (SEAM_ERROR_TIMED_OUT) },
  { "hang-after", "{\"times\":0}", SHORT_DEADLINE, SAME (SEAM_ERROR_TIMED_OUT) },
  { "truncated", "{\"times\":0}", DEADLINE, SAME (SEAM_ERROR_NETWORK) },
  { "stalled", "{\"times\":0}", SHORT_DEADLINE, SAME (SEAM_ERROR_TIMED_OUT) },
  { "garbage", "{\"times\":0}", DEADLINE, SAME (M) },
  { "bad-utf8", "{\"times\":0}", DEADLINE, SAME (OK) },
  { "wrong-types", "{\"times\":0}", DEADLINE, SAME (M) },
  { "nulls", "{\"times\":0}", DEADLINE, OK, OK, { M, M, M } },
  { "wrong-id", "{\"times\":0}", DEADLINE, SAME (OK) },
  { "trailing-commas", "{\"times\":0}", DEADLINE, SAME (M) },
  { "bad-row", "{\"times\":0}", DEADLINE, OK, M, { M, M, M } },
  { "repeat-cursor", "{\"times\":0}", DEADLINE, OK, OK, { OK, M, M } },
  { "no-pagination", "{\"times\":0}", DEADLINE, SAME (OK) },
  { "ok-false", "{\"times\":0}", DEADLINE, SAME (M) },
  { "deep", "{\"times\":0}", DEADLINE, SAME (M) },
  { "huge", "{\"times\":0}", DEADLINE, SAME (M) },
};

typedef struct
{
  const ClientRoute *route;
  const char *kind; /* where one kind of fault ends otherwise on this route, */
  int code;         /* that is how */
} Exception;

static const Exception exceptions[] = {
  { &client_list_workspaces, "nulls", M }, /* the list itself is null */
  { &client_get_user, "wrong-id", M },     /* of those that are about one object, only these two have such ids */
  { &client_get_credential, "wrong-id", M },
};

static const ClientRoute * const others[] = {
  &client_get_workspace, &client_list_workspaces, &client_list_systems, &client_get_user, &client_get_credential,
  &client_list_entrances,
};
static const ClientRoute * const paged[] = { &client_list_users, &client_list_credentials };

#define N_CALLS (G_N_ELEMENTS (others) + 3 * G_N_ELEMENTS (paged))

typedef struct
{
  ClientFixture fixture;
  char *cursors[G_N_ELEMENTS (paged)][3];
  ClientCall calls[N_CALLS];
} Run;

static Run *runs[G_N_ELEMENTS (cases)];

/* Where the pages begin: three of them, the last one not full. */
static void
find_pages (Run   *run,
            guint  i)
{
  for (guint page = 0; page < 3; page++)
    {
      g_auto (ClientCall) call = { .query = { .limit = i == 0 ? 25 : 50 }, .cursor = run->cursors[i][page] };

      client_call_run (&call, &run->fixture, paged[i]);
      client_call_assert_ok (&call);
      g_assert_true ((call.page->next_cursor == NULL) == (page == 2));
      if (page < 2)
        run->cursors[i][page + 1] = g_strdup (call.page->next_cursor);
    }
}

static void
begin (guint index)
{
  Run *run = runs[index] = g_new0 (Run, 1);
  guint n = 0;

  client_fixture_set_up (&run->fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (paged); i++)
    find_pages (run, i);
  lanyard_sandbox_add_fault (run->fixture.base.sandbox, "*", cases[index].kind, cases[index].options);
  g_object_set (run->fixture.client, "timeout", cases[index].deadline, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    client_call_start (&run->calls[n++], &run->fixture, others[i]);
  for (guint i = 0; i < G_N_ELEMENTS (paged); i++)
    for (guint page = 0; page < 3; page++)
      {
        ClientCall *call = &run->calls[n++];

        call->query.limit = i == 0 ? 25 : 50;
        call->cursor = run->cursors[i][page];
        client_call_start (call, &run->fixture, paged[i]);
      }
}

static void
end (Run *run)
{
  for (guint i = 0; i < N_CALLS; i++)
    client_call_clear (&run->calls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (paged); i++)
    for (guint page = 0; page < 3; page++)
      g_free (run->cursors[i][page]);
  client_fixture_tear_down (&run->fixture, NULL);
  g_free (run);
}

static int
expected_of (const Case *this,
             guint       call,
             ClientCall *made)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (exceptions[i].route == made->route && g_str_equal (exceptions[i].kind, this->kind))
      return exceptions[i].code;
  if (made->route->shape == CLIENT_SHAPE_PAGE)
    return this->page[(call - G_N_ELEMENTS (others)) % 3];
  return made->route->shape == CLIENT_SHAPE_ONE ? this->one : this->all;
}

static void
assert_call (const Case *this,
             guint       i,
             ClientCall *call)
{
  int expected = expected_of (this, i, call);

  client_call_wait (call);
  g_test_message ("%s page %u: %s", call->route->path, (i - (guint) G_N_ELEMENTS (others)) % 3,
                  call->error != NULL ? call->error->message : "OK");
  if (expected != OK)
    client_call_assert_error (call, expected);
  else
    client_call_assert_ok (call);
  /* Four attempts and the waits between them. */
  g_assert_cmpint (call->duration, <, 4 * (this->deadline + 2000) * G_TIME_SPAN_MILLISECOND);
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
    assert_call (this, i, &runs[this - cases]->calls[i]);
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  fault_table_add_tests ("/faults/reads", cases, sizeof *cases, G_N_ELEMENTS (cases), test_fault);
  failed = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (runs[i] != NULL)
      end (runs[i]);
  return failed;
}
