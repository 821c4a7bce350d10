/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the real client ask a sandbox everything that it can; the sandbox writes it to the file that is named. */
#include "client-fixture.h"

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  gboolean *is_started = data;
  g_autoptr (GError) error = NULL;

  *is_started = lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, &error);
  g_assert_no_error (error);
}

static void
start (ClientFixture *fixture,
       const char    *record)
{
  LanyardSandbox *sandbox = lanyard_sandbox_new_demo ();
  gboolean is_started = FALSE;

  fixture->base.sandbox = sandbox;
  lanyard_sandbox_set_record_path (sandbox, record);
  lanyard_sandbox_start_async (sandbox, 0, NULL, on_started, &is_started);
  while (!is_started)
    g_main_context_iteration (NULL, TRUE);
  client_fixture_use (fixture, lanyard_sandbox_get_endpoint (sandbox), lanyard_sandbox_get_key (sandbox));
}

static void
ask (ClientFixture     *fixture,
     const ClientRoute *route)
{
  g_auto (ClientCall) call = { 0 };

  client_call_run (&call, fixture, route);
  client_call_assert_ok (&call);
}

/* Asks for all pages, and returns the id of the first record that @fits. */
static char *
ask_pages (ClientFixture     *fixture,
           const ClientRoute *route,
           SeamListQuery      query,
           gboolean         (*fits) (SeamRecord *record))
{
  g_autofree char *cursor = NULL;
  char *found = NULL;

  do
    {
      g_auto (ClientCall) call = { .query = query, .cursor = cursor };

      client_call_run (&call, fixture, route);
      client_call_assert_ok (&call);
      for (guint i = 0; i < call.page->records->len && found == NULL; i++)
        if (fits == NULL || fits (call.page->records->pdata[i]))
          found = g_strdup (seam_record_get_id (call.page->records->pdata[i]));
      g_free (cursor);
      cursor = g_steal_pointer (&call.page->next_cursor);
    }
  while (cursor != NULL);
  return found;
}

static gboolean
is_free (SeamRecord *record)
{
  return seam_credential_get_user_id (SEAM_CREDENTIAL (record)) == NULL;
}

static void
ask_lists (ClientFixture *fixture)
{
  g_auto (ClientCall) systems = { 0 };

  client_call_run (&systems, fixture, &client_list_systems);
  client_call_assert_ok (&systems);
  fixture->system = g_strdup (seam_record_get_id (systems.records->pdata[0]));
  fixture->ada = ask_pages (fixture, &client_list_users, (SeamListQuery) { .search = "Ada Okafor" }, NULL);
  fixture->card = ask_pages (fixture, &client_list_credentials,
                             (SeamListQuery) { .system_id = fixture->system, .limit = 10 }, is_free);
  g_free (ask_pages (fixture, &client_list_users, (SeamListQuery) { .system_id = fixture->system, .limit = 10 }, NULL));
  g_free (ask_pages (fixture, &client_list_credentials, (SeamListQuery) { .user_id = fixture->ada }, NULL));
  g_free (ask_pages (fixture, &client_list_credentials,
                     (SeamListQuery) { .system_id = fixture->system, .user_id = fixture->ada }, NULL));
  g_free (ask_pages (fixture, &client_list_credentials, (SeamListQuery) { .search = "82" }, NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const char * const configs[] = { "{\"answers\":\"object\"}", "{\"answers\":\"bare\"}" };
  ClientFixture fixture = { 0 };

  g_assert_cmpint (argc, ==, 2);
  start (&fixture, argv[1]);
  ask (&fixture, &client_get_workspace);
  ask (&fixture, &client_list_workspaces);
  ask_lists (&fixture);
  ask (&fixture, &client_get_user);
  ask (&fixture, &client_get_credential);
  ask (&fixture, &client_list_entrances);
  for (guint i = 0; i < G_N_ELEMENTS (configs); i++)
    for (guint route = SEAM_ASSIGN_ROUTE_CREDENTIALS; route <= SEAM_ASSIGN_ROUTE_USERS; route++)
      {
        g_object_set (fixture.client, "assign-route", route, NULL);
        fixture_control (&fixture.base, "/_sandbox/config", configs[i]);
        ask (&fixture, &client_assign);
        ask (&fixture, &client_unassign);
      }
  ask (&fixture, &client_suspend);
  ask (&fixture, &client_unsuspend);
  client_fixture_tear_down (&fixture, NULL);
  return 0;
}
