/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and refreshing a workspace: everything, once, a few requests at a time, off the main thread. */
#include <stdio.h>
#include <string.h>

#include "directory-fixture.h"

#define SIZE 4000
#define PAGE 500
#define N_SYSTEMS 3
/* Of each of the two lists, by access system. */
#define N_PAGES (2 * N_SYSTEMS * ((SIZE / N_SYSTEMS + PAGE) / PAGE))

static SeamUser *
find_user (DirectoryFixture *fixture,
           const char       *id)
{
  return lanyard_store_lookup (lanyard_directory_get_users (fixture->directory), id);
}

static void
assert_linked (DirectoryFixture *fixture)
{
  g_autoptr (GPtrArray) users = lanyard_store_get_keys (lanyard_directory_get_users (fixture->directory));
  g_autoptr (GPtrArray) credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (fixture->directory));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < credentials->len; i++)
    {
      LanyardKey *key = credentials->pdata[i];
      SeamCredential *credential = SEAM_CREDENTIAL (key->record);
      const char *user_id = seam_credential_get_user_id (credential);
      SeamUser *holder = seam_credential_get_holder (credential);

      g_assert_true (holder == find_user (fixture, user_id));
      g_assert_true ((key->holder != NULL ? key->holder->record : NULL) == (SeamRecord *) holder);
      g_assert_cmpuint (key->is_assigned, ==, user_id != NULL);
      if (user_id != NULL)
        g_hash_table_insert (counts, (char *) user_id,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, user_id)) + 1));
    }
  for (guint i = 0; i < users->len; i++)
    {
      LanyardKey *key = users->pdata[i];
      SeamUser *user = SEAM_USER (key->record);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, seam_record_get_id (key->record)));

      g_assert_cmpuint (seam_user_get_n_credentials (user), ==, n);
      g_assert_cmpuint (key->is_assigned, ==, n > 0);
      if (i % 50 == 0)
        {
          g_autoptr (GListModel) held = lanyard_directory_list_held_by (fixture->directory, user);

          g_assert_cmpuint (g_list_model_get_n_items (held), ==, n);
        }
    }
}

static void
assert_complete (DirectoryFixture *fixture)
{
  guint n_users, n_credentials;

  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_directory_get_error (fixture->directory));
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_directory_get_failures (fixture->directory)), ==, 0);
  g_object_get (fixture->directory, "n-users", &n_users, "n-credentials", &n_credentials, NULL);
  g_assert_cmpuint (n_users, ==, SIZE);
  g_assert_cmpuint (n_credentials, ==, SIZE);
  assert_linked (fixture);
}

static void
test_load (DirectoryFixture *fixture,
           gconstpointer     data)
{
  directory_fixture_load (fixture);
  assert_complete (fixture);
}

/* --- What is asked of the server --- */

static guint
count_pages (DirectoryFixture *fixture,
             guint            *n_different)
{
  g_autofree char *log = directory_fixture_log (fixture);
  g_autoptr (JsonNode) root = json_from_string (log, NULL);
  JsonArray *requests = json_object_get_array_member (json_node_get_object (root), "requests");
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = json_array_get_object_element (requests, i);
      const char *route = json_object_get_string_member (request, "route");
      g_autofree char *body = NULL;

      if (!g_str_equal (route, "/acs/users/list") && !g_str_equal (route, "/acs/credentials/list"))
        continue;
      body = json_to_string (json_object_get_member (request, "request"), FALSE);
      g_hash_table_add (asked, g_strconcat (route, body, NULL));
      n++;
    }
  *n_different = g_hash_table_size (asked);
  return n;
}

static void
test_each_page_once (DirectoryFixture *fixture,
                     gconstpointer     data)
{
  guint n, n_different;

  directory_fixture_load (fixture);
  n = count_pages (fixture, &n_different);
  g_assert_cmpuint (n, ==, N_PAGES);
  g_assert_cmpuint (n_different, ==, N_PAGES);
}

/* How many connections of this machine to the sandbox's port are open. */
static guint
count_connections (DirectoryFixture *fixture)
{
  const char *port_text = strrchr (lanyard_sandbox_get_endpoint (fixture->base.sandbox), ':') + 1;
  guint port = (guint) g_ascii_strtoull (port_text, NULL, 10);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents ("/proc/self/net/tcp", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      guint remote_port, state;

      if (sscanf (lines[i], "%*d: %*[0-9A-F]:%*X %*[0-9A-F]:%X %X", &remote_port, &state) == 2
          && remote_port == port && state == 1)
        n++;
    }
  return n;
}

static gboolean
is_ready (DirectoryFixture *fixture)
{
  return lanyard_directory_get_state (fixture->directory) == LANYARD_DIRECTORY_READY;
}

static void
test_connections (DirectoryFixture *fixture,
                  gconstpointer     data)
{
  guint most = 0;

  fixture_control (&fixture->base, "/_sandbox/config", "{\"latency_ms\": 20}");
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  while (!is_ready (fixture))
    {
      most = MAX (most, count_connections (fixture));
      g_main_context_iteration (NULL, TRUE);
    }
  /* The lists of the access systems come side by side. */
  g_assert_cmpuint (most, ==, 6);
}

/* --- On which thread --- */

static GThread *main_thread;
static int n_made; /* atomic */
static int n_made_on_main_thread;
static void (*user_constructed) (GObject *object);

static void
note_thread (GObject *object)
{
  user_constructed (object);
  g_atomic_int_inc (&n_made);
  if (g_thread_self () == main_thread)
    g_atomic_int_inc (&n_made_on_main_thread);
}

static void
test_off_main_thread (DirectoryFixture *fixture,
                      gconstpointer     data)
{
  GObjectClass *klass = g_type_class_ref (SEAM_TYPE_USER);

  main_thread = g_thread_self ();
  user_constructed = klass->constructed;
  klass->constructed = note_thread;
  directory_fixture_load (fixture);
  klass->constructed = user_constructed;
  g_type_class_unref (klass);
  g_assert_cmpint (n_made, ==, SIZE);
  g_assert_cmpint (n_made_on_main_thread, ==, 0);
}

/* --- Stopping, and going on --- */

static gboolean
has_some (DirectoryFixture *fixture)
{
  return lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)) > 0
         && lanyard_store_get_n_records (lanyard_directory_get_credentials (fixture->directory)) > 0;
}

static gboolean
is_incomplete (DirectoryFixture *fixture)
{
  return lanyard_directory_get_state (fixture->directory) == LANYARD_DIRECTORY_INCOMPLETE;
}

static void
test_stop_and_go_on (DirectoryFixture *fixture,
                     gconstpointer     data)
{
  guint n_before, n_different;

  fixture_control (&fixture->base, "/_sandbox/config", "{\"latency_ms\": 30}");
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  directory_fixture_wait (fixture, has_some);
  lanyard_directory_stop_loading (fixture->directory);
  directory_fixture_wait (fixture, is_incomplete);
  g_assert_error (lanyard_directory_get_error (fixture->directory), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (has_some (fixture));
  n_before = count_pages (fixture, &n_different);
  g_assert_cmpuint (n_before, <, N_PAGES);

  directory_fixture_load (fixture);
  assert_complete (fixture);
  /* What was under way is asked for again, and nothing else. */
  g_assert_cmpuint (count_pages (fixture, &n_different), <=, N_PAGES + 6);
  g_assert_cmpuint (n_different, ==, N_PAGES);
}

static guint
count_failures (DirectoryFixture *fixture)
{
  return g_list_model_get_n_items (lanyard_directory_get_failures (fixture->directory));
}

static void
test_broken_page (DirectoryFixture *fixture,
                  gconstpointer     data)
{
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/acs/users/list", "garbage", "{\"skip\": 4}");
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_cmpuint (count_failures (fixture), ==, 1);
  g_assert_true (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)) > 0);

  directory_fixture_load (fixture);
  assert_complete (fixture);
}

/* --- Refreshing --- */

static void
count_signal (gpointer  source,
              gpointer  one,
              gpointer  other,
              guint    *n)
{
  ++*n;
}

static void
test_quiet_refresh (DirectoryFixture *fixture,
                    gconstpointer     data)
{
  LanyardStore *users = lanyard_directory_get_users (fixture->directory);
  LanyardStore *credentials = lanyard_directory_get_credentials (fixture->directory);
  g_autoptr (GPtrArray) before = NULL;
  guint n_changes = 0;

  directory_fixture_load (fixture);
  before = lanyard_store_get_keys (users);
  g_signal_connect (users, "changed", G_CALLBACK (count_signal), &n_changes);
  g_signal_connect (credentials, "changed", G_CALLBACK (count_signal), &n_changes);

  directory_fixture_load (fixture);
  assert_complete (fixture);
  g_assert_cmpuint (n_changes, ==, 0);
  for (guint i = 0; i < before->len; i++)
    {
      LanyardKey *key = before->pdata[i];

      g_assert_true (lanyard_store_lookup_key (users, seam_record_get_id (key->record)) == key);
    }
}

static void
test_changes (DirectoryFixture *fixture,
              gconstpointer     data)
{
  LanyardStore *users = lanyard_directory_get_users (fixture->directory);
  LanyardStore *credentials = lanyard_directory_get_credentials (fixture->directory);
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (SeamUser) gone = NULL;
  g_autoptr (SeamCredential) freed = NULL;
  g_autofree char *delete = NULL;
  g_autofree char *free_it = NULL;

  directory_fixture_load (fixture);
  keys = lanyard_store_get_keys (credentials);
  for (guint i = 0; freed == NULL; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) keys->pdata[i])->record);

      if (seam_credential_get_holder (credential) == NULL)
        continue;
      freed = g_object_ref (credential);
      gone = g_object_ref (seam_credential_get_holder (credential));
    }
  delete = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"deleted\": true}", seam_record_get_id (SEAM_RECORD (gone)));
  free_it = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": null}",
                             seam_record_get_id (SEAM_RECORD (freed)));
  directory_fixture_set (fixture, free_it);
  directory_fixture_set (fixture, delete);

  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_store_lookup (users, seam_record_get_id (SEAM_RECORD (gone))));
  g_assert_true (lanyard_store_lookup (credentials, seam_record_get_id (SEAM_RECORD (freed))) == freed);
  g_assert_null (seam_credential_get_user_id (freed));
  g_assert_null (seam_credential_get_holder (freed));
  g_assert_cmpuint (lanyard_store_get_n_records (users), ==, SIZE - 1);
  assert_linked (fixture);
}

/* A refresh that fails leaves what is there, and says that it may be old. */
static void
test_failed_refresh (DirectoryFixture *fixture,
                     gconstpointer     data)
{
  gboolean stale;

  directory_fixture_load (fixture);
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/acs/credentials/list", "unauthorized", "{\"skip\": 2}");
  directory_fixture_load (fixture);
  g_object_get (fixture->directory, "stale", &stale, NULL);
  g_assert_true (stale);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory)), ==, SIZE);

  directory_fixture_load (fixture);
  g_object_get (fixture->directory, "stale", &stale, NULL);
  g_assert_false (stale);
  assert_complete (fixture);
}

/* --- While it loads --- */

static gboolean
has_user (DirectoryFixture *fixture,
          const char       *email)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_users (fixture->directory));

  for (guint i = 0; i < keys->len; i++)
    if (g_strcmp0 (seam_user_get_email_address (SEAM_USER (((LanyardKey *) keys->pdata[i])->record)), email) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_searched_for (DirectoryFixture *fixture)
{
  return has_user (fixture, "user3999@example.com");
}

static gboolean
has_searched_again (DirectoryFixture *fixture)
{
  return has_user (fixture, "user3998@example.com");
}

static void
test_search_asks_the_server (DirectoryFixture *fixture,
                             gconstpointer     data)
{
  /* Of each access system the second page never comes. */
  lanyard_sandbox_add_fault (fixture->base.sandbox, "/acs/users/list", "hang-before", "{\"skip\": 3, \"times\": 3}");
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  directory_fixture_wait (fixture, has_some);
  g_assert_false (has_searched_for (fixture));
  lanyard_directory_search_server (fixture->directory, "user3999@");
  directory_fixture_wait (fixture, has_searched_for);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_LOADING);
  lanyard_directory_stop_loading (fixture->directory);
  directory_fixture_wait (fixture, is_incomplete);
  /* Nor when that is all that there will be. */
  lanyard_directory_search_server (fixture->directory, "user3998@");
  directory_fixture_wait (fixture, has_searched_again);
}

/* --- Closing --- */

static guint n_alive;

static void
on_gone (gpointer  data,
         GObject  *where_it_was)
{
  n_alive--;
}

static gboolean
are_all_gone (DirectoryFixture *fixture)
{
  return n_alive == 0;
}

/* Each record goes with its workspace, however often that is opened. */
static void
test_nothing_stays (DirectoryFixture *fixture,
                    gconstpointer     data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (fixture->directory));
      g_autoptr (GPtrArray) keys = NULL;

      directory_fixture_load (fixture);
      keys = lanyard_store_get_keys (lanyard_directory_get_users (fixture->directory));
      n_alive = keys->len;
      for (guint j = 0; j < keys->len; j++)
        g_object_weak_ref (G_OBJECT (((LanyardKey *) keys->pdata[j])->record), on_gone, NULL);
      g_clear_pointer (&keys, g_ptr_array_unref);
      g_clear_object (&list);
      directory_fixture_close (fixture);
      directory_fixture_wait (fixture, are_all_gone);
      directory_fixture_open (fixture);
    }
}

#define ADD(path, size, func) \
  g_test_add ("/directory/load/" path, DirectoryFixture, GUINT_TO_POINTER (size), directory_fixture_set_up, func, \
              directory_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything", SIZE, test_load);
  ADD ("each-page-once", SIZE, test_each_page_once);
  ADD ("connections", SIZE, test_connections);
  ADD ("off-main-thread", SIZE, test_off_main_thread);
  ADD ("stop-and-go-on", SIZE, test_stop_and_go_on);
  ADD ("broken-page", SIZE, test_broken_page);
  ADD ("quiet-refresh", SIZE, test_quiet_refresh);
  ADD ("changes", SIZE, test_changes);
  ADD ("failed-refresh", SIZE, test_failed_refresh);
  ADD ("search-asks-the-server", SIZE, test_search_asks_the_server);
  ADD ("nothing-stays", SIZE, test_nothing_stays);

  return g_test_run ();
}
