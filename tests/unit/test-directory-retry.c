/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one access system failed to give is asked for again: by a refresh, alone, and beside a load of all. */
#include "failures-fixture.h"

/* --- When it is read again --- */

static SeamRecord *
find_of (LanyardStore *store,
         const char   *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);

  for (guint i = 0; i < keys->len; i++)
    if (g_strcmp0 (((LanyardKey *) keys->pdata[i])->system_id, system_id) == 0)
      return g_object_ref (((LanyardKey *) keys->pdata[i])->record);
  g_assert_not_reached ();
}

static void
delete_user (DirectoryFixture *fixture,
             SeamRecord       *user)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"deleted\": true}", seam_record_get_id (user));

  directory_fixture_set (fixture, json);
}

static void
test_refresh (DirectoryFixture *fixture,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);
  LanyardStore *users = lanyard_directory_get_users (fixture->directory);
  g_autoptr (SeamRecord) gone = NULL;
  g_autoptr (SeamRecord) not_known = NULL;
  gboolean stale;

  directory_fixture_load (fixture);
  gone = find_of (users, failures_id_of (systems, 0));
  not_known = find_of (users, failures_id_of (systems, 1));
  delete_user (fixture, gone);
  delete_user (fixture, not_known);
  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_object_get (fixture->directory, "stale", &stale, NULL);
  g_assert_false (stale);
  failures_assert (fixture, 0, failures_id_of (systems, 1), TRUE, FALSE);
  g_assert_true (lanyard_system_load_get_was_read (failures_get (fixture, 0), LANYARD_RESOURCE_USERS));
  g_assert_null (lanyard_store_lookup (users, seam_record_get_id (gone)));
  g_assert_true (lanyard_store_lookup (users, seam_record_get_id (not_known)) == not_known);

  failures_clear (fixture);
  failures_retry (fixture, failures_id_of (systems, 1));
  g_assert_cmpuint (failures_count (fixture), ==, 0);
  g_assert_null (lanyard_store_lookup (users, seam_record_get_id (not_known)));
  g_assert_cmpuint (lanyard_store_get_n_records (users), ==, SIZE - 2);
}

/* Then a read of one alone must not take the others for gone. */
static void
test_retry_after_failed_refresh (DirectoryFixture *fixture,
                                 gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  failures_clear (fixture);
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/workspaces/get", "garbage", "{}");
  directory_fixture_load (fixture);
  g_assert_error (lanyard_directory_get_error (fixture->directory), SEAM_ERROR, SEAM_ERROR_MALFORMED);
  failures_assert (fixture, 0, failures_id_of (systems, 1), TRUE, FALSE);
  failures_retry (fixture, failures_id_of (systems, 1));
  g_assert_cmpuint (failures_count (fixture), ==, 0);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_credentials (fixture->directory)), ==, SIZE);
  directory_fixture_load (fixture);
  failures_assert_complete (fixture);
}

static void
test_all_fail_on_refresh (DirectoryFixture *fixture,
                          gconstpointer     data)
{
  directory_fixture_load (fixture);
  lanyard_sandbox_add_fault (fixture->base.sandbox, USERS, "status", "{\"status\": 400, " ALWAYS "}");
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_cmpuint (failures_count (fixture), ==, N_SYSTEMS);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);
}

/* --- One load and another --- */

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lanyard_directory_load_finish (LANYARD_DIRECTORY (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Who wants everything is not told that it is there when only what had failed was tried again. */
static void
test_load_during_retry (DirectoryFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);
  gboolean is_loaded = FALSE;

  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  failures_clear (fixture);
  fixture_control (&fixture->base, "/_sandbox/log/clear", "{}");
  lanyard_directory_retry (fixture->directory, NULL);
  lanyard_directory_load_async (fixture->directory, NULL, on_loaded, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);
  failures_assert_complete (fixture);
  g_assert_cmpuint (failures_count_asked (fixture, CREDENTIALS, NULL), ==, N_SYSTEMS);
}

static gboolean
has_failed (DirectoryFixture *fixture)
{
  return failures_count (fixture) > 0;
}

static void
test_retry_during_load (DirectoryFixture *fixture,
                        gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400");
  failures_add (fixture, USERS, failures_id_of (systems, 2), "latency", "\"delay_ms\": 3000");
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  directory_fixture_wait (fixture, has_failed);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_LOADING);
  lanyard_directory_retry (fixture->directory, failures_id_of (systems, 1));
  g_assert_true (lanyard_system_load_get_loading (failures_get (fixture, 0)));
  directory_fixture_load (fixture);
  failures_assert_complete (fixture);
}

/* What the server knew of an earlier try may be forgotten by now: the list is read from its beginning at once. */
static void
test_old_cursor (DirectoryFixture *fixture,
                 gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 500, \"skip\": 1, \"times\": 4");
  directory_fixture_load (fixture);
  g_assert_cmpuint (failures_count (fixture), ==, 1);
  g_assert_cmpuint (failures_count_records (lanyard_directory_get_users (fixture->directory), failures_id_of (systems, 1)), >, 0);
  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400, \"type\": \"mismatched_page_parameters\"");
  failures_retry (fixture, failures_id_of (systems, 1));
  g_assert_cmpuint (failures_count (fixture), ==, 0);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
}

#define ADD(path, size, func) \
  g_test_add ("/directory/failures/" path, DirectoryFixture, GUINT_TO_POINTER (size), directory_fixture_set_up, func, \
              directory_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refresh", SIZE, test_refresh);
  ADD ("retry-after-failed-refresh", SIZE, test_retry_after_failed_refresh);
  ADD ("all-on-refresh", SIZE, test_all_fail_on_refresh);
  ADD ("load-during-retry", SIZE, test_load_during_retry);
  ADD ("retry-during-load", SIZE, test_retry_during_load);
  ADD ("old-cursor", 3 * 600, test_old_cursor);

  return g_test_run ();
}
