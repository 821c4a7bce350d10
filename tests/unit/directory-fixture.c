/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A directory on a sandbox that runs. */
#include "directory-fixture.h"

#define DEADLINE_SECONDS 120

static gboolean
on_deadline (gpointer data)
{
  g_error ("What was waited for did not happen within %d seconds", DEADLINE_SECONDS);

  return G_SOURCE_REMOVE;
}

void
directory_fixture_wait (DirectoryFixture   *fixture,
                        DirectoryCondition  condition)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, NULL);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, &error);
  g_assert_no_error (error);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = lanyard_journal_open_finish (LANYARD_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

/* A directory that has loaded nothing yet, as when a workspace is opened. */
void
directory_fixture_open (DirectoryFixture *fixture)
{
  g_assert_null (fixture->directory);
  fixture->directory = lanyard_directory_new (fixture->client);
  fixture->changes = lanyard_changes_new (fixture->directory, fixture->journal);
}

static gboolean
is_closed (DirectoryFixture *fixture)
{
  return fixture->directory == NULL;
}

/* Until nothing holds it any more. */
void
directory_fixture_close (DirectoryFixture *fixture)
{
  LanyardDirectory *directory = fixture->directory;

  g_object_add_weak_pointer (G_OBJECT (directory), (gpointer *) &fixture->directory);
  g_clear_object (&fixture->changes);
  g_object_unref (directory);
  directory_fixture_wait (fixture, is_closed);
}

void
directory_fixture_set_up (DirectoryFixture *fixture,
                          gconstpointer     data)
{
  guint size = GPOINTER_TO_UINT (data);
  gboolean is_started = FALSE, is_open = FALSE;
  g_autoptr (GError) error = NULL;

  fixture->base.sandbox = size > 0 ? lanyard_sandbox_new_sized (size, size) : lanyard_sandbox_new_demo ();
  fixture->base.session = soup_session_new ();
  lanyard_sandbox_start_async (fixture->base.sandbox, 0, NULL, on_started, &is_started);
  while (!is_started)
    g_main_context_iteration (NULL, TRUE);
  fixture->client = seam_client_new (lanyard_sandbox_get_endpoint (fixture->base.sandbox),
                                     lanyard_sandbox_get_key (fixture->base.sandbox), NULL, &error);
  g_assert_no_error (error);
  fixture->journal = lanyard_journal_new (NULL);
  lanyard_journal_open_async (fixture->journal, NULL, on_opened, &is_open);
  while (!is_open)
    g_main_context_iteration (NULL, TRUE);
  directory_fixture_open (fixture);
}

void
directory_fixture_tear_down (DirectoryFixture *fixture,
                             gconstpointer     data)
{
  directory_fixture_close (fixture);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->client);
  fixture_tear_down (&fixture->base, NULL);
}

static gboolean
has_ended (DirectoryFixture *fixture)
{
  gboolean refreshing;

  g_object_get (fixture->directory, "refreshing", &refreshing, NULL);
  return !refreshing && lanyard_directory_get_state (fixture->directory) != LANYARD_DIRECTORY_LOADING;
}

/* Loads it, or refreshes it, until that has ended in whatever way. */
void
directory_fixture_load (DirectoryFixture *fixture)
{
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  directory_fixture_wait (fixture, has_ended);
}

char *
directory_fixture_log (DirectoryFixture *fixture)
{
  return lanyard_sandbox_control (fixture->base.sandbox, "/_sandbox/log", "{}");
}

void
directory_fixture_set (DirectoryFixture *fixture,
                       const char       *json)
{
  fixture_control (&fixture->base, "/_sandbox/set", json);
}
