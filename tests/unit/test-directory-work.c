/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assigning, unassigning, moving and undoing, while others do the same. */
#include "directory-fixture.h"

/* A card that nobody has, two people of its access system, and somebody of another. */
typedef struct
{
  DirectoryFixture base;
  SeamCredential  *card;
  SeamUser        *ada;
  SeamUser        *ben;
  SeamUser        *stranger;

  LanyardEntry *entry;
  GError       *error;
  guint         n_pending;
} Work;

static void
set_up (Work          *work,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GPtrArray) users = NULL;
  const char *system_id;

  directory_fixture_set_up (&work->base, GUINT_TO_POINTER (60));
  directory_fixture_load (&work->base);
  credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (work->base.directory));
  for (guint i = 0; work->card == NULL; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) credentials->pdata[i])->record);

      if (seam_credential_get_user_id (credential) == NULL)
        work->card = g_object_ref (credential);
    }
  system_id = seam_credential_get_system_id (work->card);
  users = lanyard_store_get_keys (lanyard_directory_get_users (work->base.directory));
  for (guint i = 0; i < users->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) users->pdata[i])->record);
      SeamUser **whose = seam_user_get_system_id (user) != system_id ? &work->stranger
                         : work->ada == NULL ? &work->ada : &work->ben;

      g_set_object (whose, user);
    }
}

static void
tear_down (Work          *work,
           gconstpointer  data)
{
  g_clear_object (&work->card);
  g_clear_object (&work->ada);
  g_clear_object (&work->ben);
  g_clear_object (&work->stranger);
  g_clear_object (&work->entry);
  g_clear_error (&work->error);
  directory_fixture_tear_down (&work->base, NULL);
}

static const char *
id_of (gpointer record)
{
  return seam_record_get_id (record);
}

/* --- The operations, waited for --- */

static gboolean
is_done (DirectoryFixture *fixture)
{
  return ((Work *) fixture)->n_pending == 0;
}

static void
begin (Work *work)
{
  g_clear_object (&work->entry);
  g_clear_error (&work->error);
  work->n_pending++;
}

static void
wait (Work *work)
{
  directory_fixture_wait (&work->base, is_done);
}

static void
on_assigned (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Work *work = data;

  work->entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &work->error);
  work->n_pending--;
}

static void
start_assign (Work     *work,
              SeamUser *to,
              SeamUser *from)
{
  begin (work);
  lanyard_changes_assign_async (work->base.changes, work->card, to, from, NULL, on_assigned, work);
}

static void
assign (Work     *work,
        SeamUser *to,
        SeamUser *from)
{
  start_assign (work, to, from);
  wait (work);
}

static void
on_unassigned (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Work *work = data;

  work->entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &work->error);
  work->n_pending--;
}

static void
unassign (Work *work)
{
  begin (work);
  lanyard_changes_unassign_async (work->base.changes, work->card, NULL, on_unassigned, work);
  wait (work);
}

static void
on_undone (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Work *work = data;

  work->entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &work->error);
  work->n_pending--;
}

static void
undo (Work *work)
{
  g_autoptr (LanyardEntry) entry = g_object_ref (work->entry);

  begin (work);
  lanyard_changes_undo_async (work->base.changes, entry, NULL, on_undone, work);
  wait (work);
}

/* --- What is so afterwards, here and on the server --- */

static guint
n_held_by (Work     *work,
           SeamUser *user)
{
  g_autoptr (GListModel) held = lanyard_directory_list_held_by (work->base.directory, user);

  g_assert_cmpuint (g_list_model_get_n_items (held), ==, seam_user_get_n_credentials (user));
  return g_list_model_get_n_items (held);
}

static void
assert_holder (Work     *work,
               SeamUser *holder)
{
  g_autofree char *on_server = fixture_get_holder (&work->base.base, id_of (work->card));
  LanyardKey *key = lanyard_store_lookup_key (lanyard_directory_get_credentials (work->base.directory),
                                              id_of (work->card));

  g_assert_cmpstr (on_server, ==, holder != NULL ? id_of (holder) : NULL);
  g_assert_true (seam_credential_get_holder (work->card) == holder);
  g_assert_cmpstr (seam_credential_get_user_id (work->card), ==, holder != NULL ? id_of (holder) : NULL);
  g_assert_false (seam_credential_get_busy (work->card));
  g_assert_true (key->record == SEAM_RECORD (work->card));
  g_assert_cmpuint (key->is_assigned, ==, holder != NULL);
}

static void
assert_outcome (Work           *work,
                LanyardOutcome  outcome)
{
  g_assert_no_error (work->error);
  g_assert_cmpint (lanyard_entry_get_outcome (work->entry), ==, outcome);
}

/* On record, and certainly not sent, for a reason that the server didn't give. */
static void
assert_not_sent (Work                  *work,
                 LanyardChangesError  reason)
{
  assert_outcome (work, LANYARD_OUTCOME_REFUSED);
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

  assign (work, work->ada, NULL);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, work->ada);
  g_assert_cmpuint (n_held_by (work, work->ada), ==, n_before + 1);

  undo (work);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, NULL);
  g_assert_cmpuint (n_held_by (work, work->ada), ==, n_before);

  assign (work, work->ada, NULL);
  unassign (work);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, NULL);
  undo (work);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, work->ada);
}

static void
test_move_and_undo (Work          *work,
                    gconstpointer  data)
{
  assign (work, work->ada, NULL);
  assign (work, work->ben, work->ada);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, work->ben);
  undo (work);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, work->ada);
}

/* The second of the two requests fails: nobody has it, which is said, and can be taken back. */
static void
test_half_done_move (Work          *work,
                     gconstpointer  data)
{
  assign (work, work->ada, NULL);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  assign (work, work->ben, work->ada);
  assert_outcome (work, LANYARD_OUTCOME_HALF_DONE);
  assert_holder (work, NULL);
  undo (work);
  assert_outcome (work, LANYARD_OUTCOME_DONE);
  assert_holder (work, work->ada);
}

static void
test_refused (Work          *work,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  assign (work, work->ada, NULL);
  assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  assert_holder (work, NULL);
}

/* What is written down of a PIN has it neither in the name nor in what the server said. */
static void
test_code_is_not_written (Work          *work,
                          gconstpointer  data)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"members\": {\"access_method\": \"code\","
                                           " \"display_name\": \"PIN 4821\", \"code\": \"4821\"}}",
                                           id_of (work->card));

  directory_fixture_set (&work->base, json);
  directory_fixture_load (&work->base);
  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 400, \"message\": \"Code 48-21 is taken in room 94821\"}");
  assign (work, work->ada, NULL);
  assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpstr (lanyard_entry_get_credential_label (work->entry), ==, "PIN ••••••");
  g_assert_cmpstr (lanyard_entry_get_message (work->entry), ==, "Code •••••• is taken in room 94821");
}

/* What cannot be, and what is already so, is not sent. */
static void
test_not_begun (Work          *work,
                gconstpointer  data)
{
  assign (work, work->stranger, NULL);
  g_assert_error (work->error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_OTHER_SYSTEM);
  g_assert_null (work->entry);
  assert_holder (work, NULL);

  unassign (work);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_ALREADY);
  assign (work, work->ada, NULL);
  assign (work, work->ada, work->ada);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_ALREADY);
  assert_holder (work, work->ada);
}

static void
give_behind_our_back (Work     *work,
                      SeamUser *user)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": \"%s\"}", id_of (work->card),
                                           id_of (user));

  directory_fixture_set (&work->base, json);
}

/* A window that is out of date never takes from somebody whom it didn't name. */
static void
test_holder_changed (Work          *work,
                     gconstpointer  data)
{
  assign (work, work->ada, NULL);
  give_behind_our_back (work, work->ben);
  assign (work, work->ada, work->ada);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  assert_holder (work, work->ben);
}

static void
test_taken_meanwhile (Work          *work,
                      gconstpointer  data)
{
  give_behind_our_back (work, work->ben);
  assign (work, work->ada, NULL);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  assert_holder (work, work->ben);
}

static void
test_undo_no_longer_in_force (Work          *work,
                              gconstpointer  data)
{
  assign (work, work->ada, NULL);
  give_behind_our_back (work, work->ben);
  undo (work);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_NOT_UNDOABLE);
  assert_holder (work, work->ben);
}

static void
test_gone (Work          *work,
           gconstpointer  data)
{
  LanyardStore *credentials = lanyard_directory_get_credentials (work->base.directory);
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"deleted\": true}", id_of (work->card));

  directory_fixture_set (&work->base, json);
  assign (work, work->ada, NULL);
  assert_not_sent (work, LANYARD_CHANGES_ERROR_GONE);
  g_assert_null (lanyard_store_lookup (credentials, id_of (work->card)));
}

static gboolean
is_begun (DirectoryFixture *fixture)
{
  Work *work = (Work *) fixture;

  return lanyard_entry_get_id (lanyard_changes_get_under_way (fixture->changes, id_of (work->card))) != 0;
}

/* What was asked for is on record before the server is asked anything, and closes with why it could not be. */
static void
test_server_goes_away (Work          *work,
                       gconstpointer  data)
{
  GListModel *under_way = lanyard_changes_list_under_way (work->base.changes);
  g_autoptr (LanyardEntry) entry = NULL;

  lanyard_sandbox_add_fault (work->base.base.sandbox, "/acs/credentials/get", "close-before", "{\"times\": 0}");
  start_assign (work, work->ada, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (under_way), ==, 1);
  entry = g_list_model_get_item (under_way, 0);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_PENDING);
  g_assert_cmpstr (lanyard_entry_get_to_id (entry), ==, id_of (work->ada));
  directory_fixture_wait (&work->base, is_begun);
  g_assert_false (lanyard_entry_get_is_sent (entry));
  wait (work);
  assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  g_assert_true (work->entry == entry);
  g_assert_false (lanyard_entry_get_is_sent (entry));
  g_assert_cmpint (lanyard_entry_get_error_code (entry), ==, SEAM_ERROR_NETWORK);
  g_assert_cmpuint (g_list_model_get_n_items (under_way), ==, 0);
  fixture_control (&work->base.base, "/_sandbox/faults/clear", "{}");
  assert_holder (work, NULL);
}

static void
test_busy (Work          *work,
           gconstpointer  data)
{
  fixture_control (&work->base.base, "/_sandbox/config", "{\"latency_ms\": 50}");
  start_assign (work, work->ada, NULL);
  start_assign (work, work->ben, NULL);
  wait (work);
  g_assert_error (work->error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_BUSY);
  fixture_control (&work->base.base, "/_sandbox/config", "{\"latency_ms\": 0}");
  assert_holder (work, work->ada);
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
                                           id_of (work->card));

  directory_fixture_set (&work->base, json);
  directory_fixture_load (&work->base);
  g_assert_cmpint (seam_credential_get_sync (work->card), ==, SEAM_SYNC_WAITING);
  lanyard_directory_watch (work->base.directory, work->card);
  g_signal_connect (work->card, "notify::user-id", G_CALLBACK (stop_watching), work);
  work->n_pending++;
  give_behind_our_back (work, work->ben);
  directory_fixture_wait (&work->base, is_unwatched);
  assert_holder (work, work->ben);
}

#define ADD(path, func) g_test_add ("/directory/work/" path, Work, NULL, set_up, func, tear_down)

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
