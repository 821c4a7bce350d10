/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assigning, unassigning, moving and undoing, while others do the same. */
#include "work-fixture.h"

static guint
n_held_by (Work     *work,
           SeamUser *user)
{
  g_autoptr (GListModel) held = lanyard_directory_list_held_by (work->base.directory, user);

  g_assert_cmpuint (g_list_model_get_n_items (held), ==, seam_user_get_n_credentials (user));
  return g_list_model_get_n_items (held);
}

/* On record, and certainly not sent, for a reason that the server didn't give. */
static void
assert_not_sent (Work                  *work,
                 LanyardChangesError  reason)
{
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_entry_get_id (work->entry), !=, 0);
  g_assert_cmpint (lanyard_entry_get_own_reason (work->entry), ==, reason);
  g_assert_false (lanyard_entry_get_is_sent (work->entry));
  g_assert_null (lanyard_entry_get_message (work->entry));
}

static void
test_assign_and_undo (Work          *work,
                      gconstpointer  data)
{
  guint n_before = n_held_by (work, work->ada);

  work_assign (work, work->ada, NULL);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ada);
  g_assert_cmpuint (n_held_by (work, work->ada), ==, n_before + 1);

  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, NULL);
  g_assert_cmpuint (n_held_by (work, work->ada), ==, n_before);

  work_assign (work, work->ada, NULL);
  work_unassign (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, NULL);
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ada);
}

static void
test_move_and_undo (Work          *work,
                    gconstpointer  data)
{
  work_assign (work, work->ada, NULL);
  work_assign (work, work->ben, work->ada);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ben);
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ada);
}

/* The second of the two requests fails: nobody has it, which is said, and can be taken back. */
static void
test_half_done_move (Work          *work,
                     gconstpointer  data)
{
  work_assign (work, work->ada, NULL);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  work_assign (work, work->ben, work->ada);
  work_assert_outcome (work, LANYARD_OUTCOME_HALF_DONE);
  work_assert_holder (work, NULL);
  work_undo (work);
  work_assert_outcome (work, LANYARD_OUTCOME_DONE);
  work_assert_holder (work, work->ada);
}

static void
test_refused (Work          *work,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  work_assign (work, work->ada, NULL);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  work_assert_holder (work, NULL);
}

/* What is written down of a PIN has it neither in the name nor in what the server said; nor has that a card's number. */
static void
test_code_is_not_written (Work          *work,
                          gconstpointer  data)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"members\": {\"access_method\": \"code\","
                                           " \"display_name\": \"PIN 4821\", \"code\": \"4821\","
                                           " \"card_number\": \"10482233\"}}",
                                           work_id_of (work->card));

  directory_fixture_set (&work->base, json);
  directory_fixture_load (&work->base);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 400, \"message\": \"Code 48-21 is taken in room 94821 by 10482233\"}");
  work_assign (work, work->ada, NULL);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpstr (lanyard_entry_get_credential_label (work->entry), ==, "PIN ••••••");
  g_assert_cmpstr (lanyard_entry_get_message (work->entry), ==,
                   "internal_server_error: Code •••••• is taken in room 94821 by ••••••");
}

/* What cannot be, and what is already so, is not sent. */
static void
test_not_begun (Work          *work,
                gconstpointer  data)
{
  work_assign (work, work->stranger, NULL);
  g_assert_error (work->error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_OTHER_SYSTEM);
  g_assert_null (work->entry);
  work_assert_holder (work, NULL);

  work_unassign (work);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_ALREADY);
  work_assign (work, work->ada, NULL);
  work_assign (work, work->ada, work->ada);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_ALREADY);
  work_assert_holder (work, work->ada);
}

static void
give_behind_our_back (Work     *work,
                      SeamUser *user)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": \"%s\"}",
                                           work_id_of (work->card), work_id_of (user));

  directory_fixture_set (&work->base, json);
}

/* A window that is out of date never takes from somebody whom it didn't name. */
static void
test_holder_changed (Work          *work,
                     gconstpointer  data)
{
  work_assign (work, work->ada, NULL);
  give_behind_our_back (work, work->ben);
  work_assign (work, work->ada, work->ada);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  work_assert_holder (work, work->ben);
}

static void
test_taken_meanwhile (Work          *work,
                      gconstpointer  data)
{
  give_behind_our_back (work, work->ben);
  work_assign (work, work->ada, NULL);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  work_assert_holder (work, work->ben);
}

static void
test_undo_no_longer_in_force (Work          *work,
                              gconstpointer  data)
{
  work_assign (work, work->ada, NULL);
  give_behind_our_back (work, work->ben);
  work_undo (work);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_NOT_UNDOABLE);
  work_assert_holder (work, work->ben);
}

static void
test_gone (Work          *work,
           gconstpointer  data)
{
  LanyardStore *credentials = lanyard_directory_get_credentials (work->base.directory);
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"deleted\": true}",
                                           work_id_of (work->card));

  directory_fixture_set (&work->base, json);
  work_assign (work, work->ada, NULL);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_GONE);
  g_assert_null (lanyard_store_lookup (credentials, work_id_of (work->card)));
}

static gboolean
is_begun (DirectoryFixture *fixture)
{
  Work *work = (Work *) fixture;

  return lanyard_entry_get_id (lanyard_changes_get_under_way (fixture->changes, LANYARD_SUBJECT_CREDENTIAL,
                                                              work_id_of (work->card))) != 0;
}

/* What was asked for is on record before the server is asked anything, and closes with why it could not be. */
static void
test_server_goes_away (Work          *work,
                       gconstpointer  data)
{
  GListModel *under_way = lanyard_changes_list_under_way (work->base.changes);
  g_autoptr (LanyardEntry) entry = NULL;

  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/get", "close-before", "{\"times\": 0}");
  work_start_assign (work, work->ada, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (under_way), ==, 1);
  entry = g_list_model_get_item (under_way, 0);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_PENDING);
  g_assert_cmpstr (lanyard_entry_get_to_id (entry), ==, work_id_of (work->ada));
  directory_fixture_wait (&work->base, is_begun);
  g_assert_false (lanyard_entry_get_is_sent (entry));
  work_wait (work);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_true (work->entry == entry);
  g_assert_false (lanyard_entry_get_is_sent (entry));
  g_assert_cmpint (lanyard_entry_get_error_code (entry), ==, SEAM_ERROR_NETWORK);
  g_assert_cmpuint (g_list_model_get_n_items (under_way), ==, 0);
  fixture_control (&work->base.base, "/_sandbox/faults/clear", "{}");
  work_assert_holder (work, NULL);
}

static void
test_busy (Work          *work,
           gconstpointer  data)
{
  fixture_control (&work->base.base, "/_sandbox/config", "{\"latency_ms\": 50}");
  work_start_assign (work, work->ada, NULL);
  work_start_assign (work, work->ben, NULL);
  work_wait (work);
  g_assert_error (work->error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY);
  fixture_control (&work->base.base, "/_sandbox/config", "{\"latency_ms\": 0}");
  work_assert_holder (work, work->ada);
}

static void
stop_watching (SeamCredential *card,
               GParamSpec     *pspec,
               Work           *work)
{
  g_signal_handlers_disconnect_by_func (card, stop_watching, work);
  lanyard_directory_unwatch (work->base.directory, card);
  work->n_pending--;
}

static gboolean
is_unwatched (DirectoryFixture *fixture)
{
  return ((Work *) fixture)->n_pending == 0;
}

/* A row goes, and with it the watching, because of what the watching has just read. */
static void
test_watch_ends_meanwhile (Work          *work,
                           gconstpointer  data)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"sync\": \"waiting\"}",
                                           work_id_of (work->card));

  directory_fixture_set (&work->base, json);
  directory_fixture_load (&work->base);
  g_assert_cmpint (seam_credential_get_sync (work->card), ==, SEAM_SYNC_WAITING);
  lanyard_directory_watch (work->base.directory, work->card);
  g_signal_connect (work->card, "notify::user-id", G_CALLBACK (stop_watching), work);
  work->n_pending++;
  give_behind_our_back (work, work->ben);
  directory_fixture_wait (&work->base, is_unwatched);
  work_assert_holder (work, work->ben);
}

#define ADD(path, func) g_test_add ("/directory/work/" path, Work, NULL, work_set_up, func, work_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("assign-and-undo", test_assign_and_undo);
  ADD ("move-and-undo", test_move_and_undo);
  ADD ("half-done-move", test_half_done_move);
  ADD ("refused", test_refused);
  ADD ("code-is-not-written", test_code_is_not_written);
  ADD ("not-begun", test_not_begun);
  ADD ("holder-changed", test_holder_changed);
  ADD ("taken-meanwhile", test_taken_meanwhile);
  ADD ("undo-no-longer-in-force", test_undo_no_longer_in_force);
  ADD ("gone", test_gone);
  ADD ("server-goes-away", test_server_goes_away);
  ADD ("busy", test_busy);
  ADD ("watch-ends-meanwhile", test_watch_ends_meanwhile);

  return g_test_run ();
}
