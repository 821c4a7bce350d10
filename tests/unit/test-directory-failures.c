/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One access system's failure is its own: the others are listed, that one is named, and can be tried again alone. */
#include "failures-fixture.h"

/* --- When it is read first --- */

typedef struct
{
  const char *name;
  const char *kind;
  const char *options;
} Fault;

static const Fault faults[] = {
  { "500", "status", "\"status\": 500, " ALWAYS },
  { "400", "status", "\"status\": 400, \"type\": \"invalid_input\", " ALWAYS },
  { "403", "status", "\"status\": 403, \"type\": \"forbidden\", " ALWAYS },
  { "404", "no-route", ALWAYS },
  { "502", "html", ALWAYS },
  { "garbage", "garbage", ALWAYS },
  { "truncated", "truncated", ALWAYS },
  { "reset", "reset-before", ALWAYS },
  { "time-out", "hang-before", ALWAYS },
  { "repeated-cursor", "repeat-cursor", ALWAYS },
};

static void
test_kind (const Fault *fault,
           const char  *route)
{
  DirectoryFixture fixture = { 0 };
  gboolean users = g_str_equal (route, USERS);
  g_autoptr (GPtrArray) systems = NULL;

  directory_fixture_set_up (&fixture, GUINT_TO_POINTER (SIZE));
  systems = failures_list_systems (&fixture);
  if (g_str_equal (fault->name, "time-out"))
    g_object_set (fixture.client, "timeout", 5000, NULL);
  failures_add (&fixture, route, failures_id_of (systems, 1), fault->kind, fault->options);
  directory_fixture_load (&fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture.directory), ==, LANYARD_DIRECTORY_READY);
  g_assert_null (lanyard_directory_get_error (fixture.directory));
  g_assert_cmpuint (failures_count (&fixture), ==, 1);
  failures_assert (&fixture, 0, failures_id_of (systems, 1), users, !users);
  for (guint i = 0; i < N_SYSTEMS; i++)
    {
      if (i != 1 || !users)
        failures_assert_listed (lanyard_directory_get_users (fixture.directory), failures_id_of (systems, i));
      if (i != 1 || users)
        failures_assert_listed (lanyard_directory_get_credentials (fixture.directory), failures_id_of (systems, i));
    }

  failures_clear (&fixture);
  fixture_control (&fixture.base, "/_sandbox/log/clear", "{}");
  failures_retry (&fixture, failures_id_of (systems, 1));
  failures_assert_complete (&fixture);
  /* It is tried again, and nothing else. */
  g_assert_cmpuint (failures_count_asked (&fixture, route, failures_id_of (systems, 1)), ==, 1);
  g_assert_cmpuint (failures_count_asked (&fixture, USERS, NULL) + failures_count_asked (&fixture, CREDENTIALS, NULL), ==, 1);
  directory_fixture_tear_down (&fixture, NULL);
}

static void
test_users (gconstpointer data)
{
  test_kind (data, USERS);
}

static void
test_credentials (gconstpointer data)
{
  test_kind (data, CREDENTIALS);
}

/* Whatever comes first: the failure waits for so many milliseconds, and the others for so many. */
static void
test_order (DirectoryFixture *fixture,
            gconstpointer     data)
{
  static const guint delays[][N_SYSTEMS] = {
    { 400, 0, 400 }, { 0, 400, 0 }, { 0, 200, 400 }, { 400, 200, 0 }, { 0, 0, 0 },
  };
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      for (guint j = 0; j < N_SYSTEMS; j++)
        {
          g_autofree char *options = g_strdup_printf ("\"delay_ms\": %u, \"status\": 400, " ALWAYS, delays[i][j]);
          g_autofree char *wait = g_strdup_printf ("\"delay_ms\": %u, " ALWAYS, delays[i][j]);

          failures_add (fixture, USERS, failures_id_of (systems, j), j == 1 ? "status" : "latency", j == 1 ? options : wait);
          failures_add (fixture, CREDENTIALS, failures_id_of (systems, j), "latency", wait);
        }
      directory_fixture_load (fixture);
      g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_READY);
      g_assert_cmpuint (failures_count (fixture), ==, 1);
      failures_assert (fixture, 0, failures_id_of (systems, 1), TRUE, FALSE);
      failures_assert_listed (lanyard_directory_get_users (fixture->directory), failures_id_of (systems, 0));
      failures_assert_listed (lanyard_directory_get_users (fixture->directory), failures_id_of (systems, 2));
      g_assert_cmpuint (failures_count_records (lanyard_directory_get_users (fixture->directory), failures_id_of (systems, 1)), ==, 0);
      failures_clear (fixture);
      directory_fixture_close (fixture);
      directory_fixture_open (fixture);
    }
}

static void
test_everything_fails (DirectoryFixture *fixture,
                       gconstpointer     data)
{
  lanyard_sandbox_add_fault (fixture->base.sandbox, USERS, "status", "{\"status\": 400, " ALWAYS "}");
  lanyard_sandbox_add_fault (fixture->base.sandbox, CREDENTIALS, "status", "{\"status\": 400, " ALWAYS "}");
  directory_fixture_load (fixture);
  g_assert_cmpint (lanyard_directory_get_state (fixture->directory), ==, LANYARD_DIRECTORY_FAILED);
  g_assert_error (lanyard_directory_get_error (fixture->directory), SEAM_ERROR, SEAM_ERROR_INVALID);

  failures_clear (fixture);
  directory_fixture_load (fixture);
  failures_assert_complete (fixture);
}

/* What is no access system's affair ends it for all of them, whoever is told of it first. */
static void
test_of_everything (DirectoryFixture *fixture,
                    gconstpointer     data)
{
  static const char * const kinds[][2] = {
    { "unauthorized", "\"delay_ms\": 400, " ALWAYS }, { "rate-limited", "\"retry_after\": \"600\", " ALWAYS },
  };
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      failures_add (fixture, USERS, failures_id_of (systems, 1), kinds[i][0], kinds[i][1]);
      directory_fixture_load (fixture);
      g_assert_cmpint (lanyard_directory_get_state (fixture->directory), !=, LANYARD_DIRECTORY_READY);
      g_assert_nonnull (lanyard_directory_get_error (fixture->directory));
      g_assert_cmpuint (failures_count (fixture), ==, 0);

      failures_clear (fixture);
      directory_fixture_load (fixture);
      failures_assert_complete (fixture);
      directory_fixture_close (fixture);
      directory_fixture_open (fixture);
    }
}

/* --- Several --- */

static void
test_several (DirectoryFixture *fixture,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  /* The last one is the first to fail. */
  failures_add (fixture, USERS, failures_id_of (systems, 0), "status", "\"status\": 400, \"delay_ms\": 300, " ALWAYS);
  failures_add (fixture, "*", failures_id_of (systems, 2), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_cmpuint (failures_count (fixture), ==, 2);
  failures_assert (fixture, 0, failures_id_of (systems, 0), TRUE, FALSE);
  failures_assert (fixture, 1, failures_id_of (systems, 2), TRUE, TRUE);

  /* One of them, while the other one still fails. */
  failures_retry (fixture, failures_id_of (systems, 2));
  g_assert_cmpuint (failures_count (fixture), ==, 2);
  failures_clear (fixture);
  failures_add (fixture, USERS, failures_id_of (systems, 0), "status", "\"status\": 400, " ALWAYS);
  failures_retry (fixture, failures_id_of (systems, 2));
  g_assert_cmpuint (failures_count (fixture), ==, 1);
  failures_assert (fixture, 0, failures_id_of (systems, 0), TRUE, FALSE);
  failures_assert_listed (lanyard_directory_get_credentials (fixture->directory), failures_id_of (systems, 2));
  failures_retry (fixture, "of no access system");
  g_assert_cmpuint (failures_count (fixture), ==, 1);
  failures_clear (fixture);
  failures_retry (fixture, NULL);
  failures_assert_complete (fixture);
}

/* --- Searching --- */

static gboolean
has_found (DirectoryFixture *fixture)
{
  return lanyard_store_get_n_records (lanyard_directory_get_users (fixture->directory))
         > 2 * SIZE / N_SYSTEMS + 1;
}

/* Who is in what could not be read is looked for where they are. */
static void
test_search (DirectoryFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);

  failures_add (fixture, USERS, failures_id_of (systems, 1), "status", "\"status\": 400");
  directory_fixture_load (fixture);
  g_assert_false (has_found (fixture));
  fixture_control (&fixture->base, "/_sandbox/log/clear", "{}");
  lanyard_directory_search_server (fixture->directory, "user");
  directory_fixture_wait (fixture, has_found);
  g_assert_cmpuint (failures_count_asked (fixture, USERS, failures_id_of (systems, 1)), ==, 1);
  g_assert_cmpuint (failures_count_asked (fixture, USERS, NULL) + failures_count_asked (fixture, CREDENTIALS, NULL), ==, 1);
  /* What was found of it is not all of it. */
  g_assert_cmpuint (failures_count (fixture), ==, 1);
}

static char *
dup_number_of (DirectoryFixture *fixture,
               const char       *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_credentials (fixture->directory));

  for (guint i = 0; i < keys->len; i++)
    {
      LanyardKey *key = keys->pdata[i];
      const char *number = seam_credential_get_card_number (SEAM_CREDENTIAL (key->record));

      if (number != NULL && g_strcmp0 (key->system_id, system_id) == 0)
        return g_strdup (number);
    }
  g_assert_not_reached ();
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(LanyardFinding **) data = lanyard_finder_find_finish (LANYARD_FINDER (source), result, &error);
  g_assert_no_error (error);
}

/* A card of what could not be read is not one that doesn't exist: the server is asked. */
static void
test_card (DirectoryFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);
  g_autofree char *text = NULL;
  g_autoptr (LanyardNumber) number = NULL;
  g_autoptr (LanyardFinding) finding = NULL;

  directory_fixture_load (fixture);
  text = dup_number_of (fixture, failures_id_of (systems, 1));
  number = lanyard_number_new (text, NULL);
  g_assert_nonnull (number);
  directory_fixture_close (fixture);
  directory_fixture_open (fixture);
  failures_add (fixture, CREDENTIALS, failures_id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  g_assert_true (lanyard_directory_is_missing (fixture->directory, LANYARD_RESOURCE_CREDENTIALS));
  lanyard_finder_find_async (lanyard_directory_get_finder (fixture->directory), number, NULL, on_found, &finding);
  while (finding == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (finding->found, ==, LANYARD_FOUND_ONE);
  g_assert_true (finding->is_complete);
}

#define ADD(path, size, func) \
  g_test_add ("/directory/failures/" path, DirectoryFixture, GUINT_TO_POINTER (size), directory_fixture_set_up, func, \
              directory_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *users = g_strconcat ("/directory/failures/users/", faults[i].name, NULL);
      g_autofree char *credentials = g_strconcat ("/directory/failures/credentials/", faults[i].name, NULL);

      g_test_add_data_func (users, &faults[i], test_users);
      g_test_add_data_func (credentials, &faults[i], test_credentials);
    }
  ADD ("order", SIZE, test_order);
  ADD ("everything", SIZE, test_everything_fails);
  ADD ("of-everything", SIZE, test_of_everything);
  ADD ("several", SIZE, test_several);
  ADD ("search", SIZE, test_search);
  ADD ("card", SIZE, test_card);

  return g_test_run ();
}
