/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a batch: systems side by side, paused, gone on with, stopped, slowed down; and what is counted. */
#include "lanyard-batch.h"
#include "lanyard-change-holder.h"
#include "lanyard-pace.h"
#include "directory-fixture.h"

#define N_CREDENTIALS 60
#define ASSIGN "/acs/credentials/assign"
#define GET "/acs/credentials/get"

typedef struct
{
  DirectoryFixture base;
  GPtrArray       *free; /* SeamCredential that nobody has */
  LanyardBatch    *batch;
  gboolean         running;
} Desk;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) keys = NULL;

  directory_fixture_set_up (&desk->base, GUINT_TO_POINTER (N_CREDENTIALS));
  directory_fixture_load (&desk->base);
  desk->free = g_ptr_array_new_with_free_func (g_object_unref);
  keys = lanyard_store_get_keys (lanyard_directory_get_credentials (desk->base.directory));
  for (guint i = 0; i < keys->len; i++)
    {
      SeamRecord *record = ((LanyardKey *) keys->pdata[i])->record;

      if (seam_credential_get_user_id (SEAM_CREDENTIAL (record)) == NULL
          && seam_credential_get_identity_id (SEAM_CREDENTIAL (record)) == NULL)
        g_ptr_array_add (desk->free, g_object_ref (record));
    }
  g_assert_cmpuint (desk->free->len, >, 8);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_object (&desk->batch);
  g_ptr_array_unref (desk->free);
  directory_fixture_tear_down (&desk->base, NULL);
}

static SeamUser *
find_user (Desk           *desk,
           SeamCredential *credential)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_users (desk->base.directory));

  for (guint i = 0; i < keys->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) keys->pdata[i])->record);

      if (g_strcmp0 (seam_user_get_system_id (user), seam_credential_get_system_id (credential)) == 0)
        return user;
    }
  g_assert_not_reached ();
}

static void
plan (Desk *desk)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < desk->free->len; i++)
    g_ptr_array_add (changes, lanyard_change_new_assign (desk->free->pdata[i], find_user (desk, desk->free->pdata[i]),
                                                         NULL));
  desk->batch = lanyard_batch_new (desk->base.changes, changes);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_assert_true (lanyard_batch_run_finish (LANYARD_BATCH (source), result, NULL));
  ((Desk *) data)->running = FALSE;
}

static void
start (Desk *desk)
{
  desk->running = TRUE;
  lanyard_batch_run_async (desk->batch, NULL, on_run, desk);
}

static void
wait_for_state (Desk             *desk,
                LanyardBatchState state)
{
  while (lanyard_batch_get_state (desk->batch) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_end (Desk *desk)
{
  while (desk->running)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lanyard_batch_get_state (desk->batch), ==, LANYARD_BATCH_STATE_ENDED);
}

static guint
get_count (Desk       *desk,
           const char *name)
{
  guint n;

  g_object_get (desk->batch, name, &n, NULL);
  return n;
}

static LanyardCourse *
course_of (Desk *desk)
{
  return lanyard_batch_get_course (desk->batch);
}

/* What the server has, the batch and its entries say alike. */
static void
assert_agree (Desk *desk)
{
  guint n_done = 0;

  for (guint i = 0; i < desk->free->len; i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (desk->batch, i);
      g_autofree char *holder = fixture_get_holder (&desk->base.base, seam_record_get_id (desk->free->pdata[i]));

      g_assert_nonnull (entry);
      g_assert_cmpint (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE, ==, holder != NULL);
      g_assert_false (holder != NULL && !lanyard_entry_get_is_sent (entry));
      n_done += holder != NULL;
    }
  g_assert_cmpuint (get_count (desk, "n-done"), ==, n_done);
  g_assert_cmpuint (get_count (desk, "n-done") + get_count (desk, "n-refused") + get_count (desk, "n-unknown")
                      + get_count (desk, "n-left"), ==, desk->free->len);
}

static void
pause_after_three (Desk *desk)
{
  if (get_count (desk, "n-ended") == 3)
    lanyard_course_pause (course_of (desk));
}

/* Nothing is sent while it is paused, and nothing twice when it goes on. */
static void
test_paused (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  plan (desk);
  g_signal_connect_swapped (desk->batch, "notify::n-ended", G_CALLBACK (pause_after_three), desk);
  start (desk);
  wait_for_state (desk, LANYARD_BATCH_STATE_PAUSED);
  g_assert_true (desk->running);
  g_assert_null (lanyard_course_get_trouble (course_of (desk)));
  g_assert_cmpuint (get_count (desk, "n-left"), >, 0);
  g_assert_cmpint (lanyard_batch_get_time_left (desk->batch), ==, -1);
  before = directory_fixture_log (&desk->base);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (5000);
      g_main_context_iteration (NULL, FALSE);
    }
  after = directory_fixture_log (&desk->base);
  g_assert_cmpstr (before, ==, after);

  lanyard_course_go_on (course_of (desk));
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-done"), ==, desk->free->len);
  assert_agree (desk);
}

static void
stop_after_three (Desk *desk)
{
  if (get_count (desk, "n-ended") == 3)
    lanyard_course_stop (course_of (desk));
}

/* What was sent is followed to its end; tried again, the rest is done. */
static void
test_stopped (Desk          *desk,
              gconstpointer  data)
{
  plan (desk);
  g_signal_connect_swapped (desk->batch, "notify::n-ended", G_CALLBACK (stop_after_three), desk);
  start (desk);
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-refused"), >, 0);
  g_assert_cmpuint (get_count (desk, "n-left"), ==, 0);
  assert_agree (desk);
  g_signal_handlers_disconnect_by_data (desk->batch, desk);

  start (desk);
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-done"), ==, desk->free->len);
  assert_agree (desk);
}

/* When the server fails, it stops by itself after five; what was not sent waits, and is done when it goes on. */
static void
test_trouble (Desk          *desk,
              gconstpointer  data)
{
  g_object_set (desk->base.client, "timeout", 200, NULL);
  lanyard_sandbox_add_fault (desk->base.base.sandbox, GET, "unauthorized", "{\"times\": 0, \"skip\": 4}");
  plan (desk);
  start (desk);
  wait_for_state (desk, LANYARD_BATCH_STATE_PAUSED);
  g_assert_error (lanyard_course_get_trouble (course_of (desk)), SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED);
  g_assert_cmpuint (get_count (desk, "n-refused"), ==, 0);
  g_assert_cmpuint (get_count (desk, "n-left"), >, 0);

  fixture_control (&desk->base.base, "/_sandbox/faults/clear", "{}");
  lanyard_course_go_on (course_of (desk));
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-done"), ==, desk->free->len);
  assert_agree (desk);
}

/* Five refusals in a row stop it, too; who goes on in spite of them is not asked again. */
static void
test_refusals (Desk          *desk,
               gconstpointer  data)
{
  lanyard_sandbox_add_fault (desk->base.base.sandbox, ASSIGN, "status", "{\"times\": 0, \"status\": 400}");
  plan (desk);
  start (desk);
  wait_for_state (desk, LANYARD_BATCH_STATE_PAUSED);
  g_assert_error (lanyard_course_get_trouble (course_of (desk)), SEAM_ERROR, SEAM_ERROR_INVALID);
  g_assert_cmpuint (get_count (desk, "n-refused"), >=, 5);
  g_assert_cmpuint (get_count (desk, "n-refused"), <=, 8);
  lanyard_course_go_on (course_of (desk));
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-refused"), ==, desk->free->len);
  assert_agree (desk);
}

/* Too many requests: it waits as long as it is told to, and goes slower after that; nothing fails. */
static void
test_limited (Desk          *desk,
              gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();

  lanyard_sandbox_add_fault (desk->base.base.sandbox, ASSIGN, "rate-limited", "{\"times\": 2, \"retry_after\": \"1\"}");
  plan (desk);
  start (desk);
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-done"), ==, desk->free->len);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, G_USEC_PER_SEC);
  assert_agree (desk);
}

/* What somebody else was given meanwhile is not taken from them. */
static void
test_given_away (Desk          *desk,
                 gconstpointer  data)
{
  SeamCredential *credential = desk->free->pdata[2];
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_users (desk->base.directory));
  SeamUser *planned = find_user (desk, credential);
  SeamUser *other = NULL;
  g_autofree char *json = NULL;
  g_autofree char *holder = NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) keys->pdata[i])->record);

      if (user != planned
          && g_strcmp0 (seam_user_get_system_id (user), seam_credential_get_system_id (credential)) == 0)
        other = user;
    }
  plan (desk);
  json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": \"%s\"}",
                          seam_record_get_id (SEAM_RECORD (credential)), seam_record_get_id (SEAM_RECORD (other)));
  directory_fixture_set (&desk->base, json);
  start (desk);
  wait_for_end (desk);
  g_assert_cmpuint (get_count (desk, "n-refused"), ==, 1);
  g_assert_cmpint (lanyard_entry_get_own_reason (lanyard_batch_get_entry (desk->batch, 2)), ==,
                   LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  g_assert_true (seam_credential_get_holder (credential) == other);
  holder = fixture_get_holder (&desk->base.base, seam_record_get_id (SEAM_RECORD (credential)));
  g_assert_cmpstr (holder, ==, seam_record_get_id (SEAM_RECORD (other)));
}

/* What is left stays on record as that, and the records are free for others. */
static void
test_left (Desk          *desk,
           gconstpointer  data)
{
  guint n_waiting = 0;

  plan (desk);
  g_signal_connect_swapped (desk->batch, "notify::n-ended", G_CALLBACK (pause_after_three), desk);
  start (desk);
  wait_for_state (desk, LANYARD_BATCH_STATE_PAUSED);
  lanyard_course_leave (course_of (desk));
  wait_for_end (desk);
  for (guint i = 0; i < desk->free->len; i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (desk->batch, i);

      g_assert_false (seam_credential_get_busy (desk->free->pdata[i]));
      if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_PENDING)
        continue;
      g_assert_false (lanyard_entry_get_is_sent (entry));
      n_waiting++;
    }
  g_assert_cmpuint (n_waiting, ==, get_count (desk, "n-left"));
  g_assert_cmpuint (n_waiting, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_changes_list_under_way (desk->base.changes)), ==, 0);
}

static void
test_pace (void)
{
  LanyardPace pace = { 0, };

  lanyard_pace_go (&pace, 0);
  g_assert_cmpint (lanyard_pace_time_left (&pace, 10), ==, -1);
  for (gint64 i = 1; i <= 3; i++)
    lanyard_pace_count (&pace, i * G_USEC_PER_SEC);
  g_assert_cmpint (lanyard_pace_time_left (&pace, 10), ==, 11);
  g_assert_cmpint (lanyard_pace_time_left (&pace, 0), ==, 0);

  /* Several that are told so at the same time slow it down once, and those that are done let it go faster again. */
  lanyard_pace_slow (&pace, 10 * G_USEC_PER_SEC);
  lanyard_pace_slow (&pace, 10 * G_USEC_PER_SEC + 1000);
  g_assert_cmpuint (pace.gap, ==, 250);
  lanyard_pace_slow (&pace, 11 * G_USEC_PER_SEC);
  g_assert_cmpuint (pace.gap, ==, 500);
  for (guint i = 0; i < 100; i++)
    g_assert_true (lanyard_pace_note (&pace, LANYARD_SETBACK_NONE));
  g_assert_cmpuint (pace.gap, ==, 0);

  /* Four, then one that is done: counted anew. What does not apply any more counts neither way. */
  for (guint i = 0; i < 4; i++)
    g_assert_true (lanyard_pace_note (&pace, LANYARD_SETBACK_TROUBLE));
  g_assert_true (lanyard_pace_note (&pace, LANYARD_SETBACK_OWN));
  g_assert_false (lanyard_pace_note (&pace, LANYARD_SETBACK_REFUSAL));
  lanyard_pace_go (&pace, 0);
  for (guint i = 0; i < 20; i++)
    g_assert_true (lanyard_pace_note (&pace, LANYARD_SETBACK_REFUSAL));
  for (guint i = 0; i < 4; i++)
    g_assert_true (lanyard_pace_note (&pace, LANYARD_SETBACK_TROUBLE));
  g_assert_false (lanyard_pace_note (&pace, LANYARD_SETBACK_TROUBLE));
}

#define ADD(path, func) g_test_add ("/course/" path, Desk, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/course/pace", test_pace);
  ADD ("paused", test_paused);
  ADD ("stopped", test_stopped);
  ADD ("trouble", test_trouble);
  ADD ("refusals", test_refusals);
  ADD ("limited", test_limited);
  ADD ("given-away", test_given_away);
  ADD ("left", test_left);

  return g_test_run ();
}
