/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the kinds of change, and what keeps changes apart and in order, without a server. */
#include "lanyard-change-kind.h"
#include "lanyard-change-suspension.h"
#include "lanyard-claims.h"
#include "lanyard-holder.h"
#include "lanyard-journal.h"
#include "lanyard-recovery.h"
#include "lanyard-under-way.h"
#include "lanyard-undo-history.h"
#include "lanyard-user-subject.h"

#define CARD "{\"acs_credential_id\":\"c\",\"acs_system_id\":\"s\",\"acs_user_id\":\"u1\"}"

/* --- The table --- */

/* What has to be there is, in each row; a row that is missing in between is a hole. */
static void
test_rows (void)
{
  for (guint i = 0; i < LANYARD_N_CHANGE_KINDS; i++)
    {
      const LanyardChangeKind *kind = lanyard_change_kind_get ((LanyardOperation) i);

      g_assert_nonnull (kind);
      g_assert_nonnull (lanyard_operation_get_nick ((LanyardOperation) i));
      g_assert_nonnull (kind->subject);
      g_assert_nonnull (kind->object);
      g_assert_nonnull (kind->object_to);
      g_assert_nonnull (kind->is_refusal);
      g_assert_nonnull (kind->judge);
      g_assert_nonnull (kind->steps[0]);
      g_assert_null (kind->steps[LANYARD_MAX_CHANGE_STEPS]);
      for (guint j = 0; kind->steps[j] != NULL; j++)
        {
          g_assert_nonnull (kind->steps[j]->send_async);
          g_assert_nonnull (kind->steps[j]->send_finish);
        }
    }
}

static void
test_subjects (void)
{
  for (guint i = 0; i < LANYARD_N_CHANGE_KINDS; i++)
    {
      const LanyardSubject *subject = lanyard_change_kind_get ((LanyardOperation) i)->subject;

      g_assert_nonnull (subject->type);
      g_assert_nonnull (subject->look_up);
      g_assert_nonnull (subject->look_up_target);
      g_assert_nonnull (subject->set_busy);
      g_assert_nonnull (subject->read_async);
      g_assert_nonnull (subject->read_finish);
      g_assert_nonnull (subject->get_value);
      g_assert_nonnull (subject->get_before);
      g_assert_nonnull (subject->get_after);
      g_assert_nonnull (subject->write_value);
      g_assert_nonnull (subject->take);
      g_assert_nonnull (subject->forget);
      g_assert_nonnull (subject->note_written);
    }
}

/* The journal has a word for each kind, no two the same, and there is none without a row. */
static void
test_nicks (void)
{
  g_autoptr (GEnumClass) operations = g_type_class_ref (LANYARD_TYPE_OPERATION);

  g_assert_cmpuint (operations->n_values, ==, LANYARD_N_OPERATIONS);
  for (guint i = 0; i < LANYARD_N_OPERATIONS; i++)
    {
      LanyardOperation operation;

      g_assert_true (lanyard_operation_from_nick (lanyard_operation_get_nick ((LanyardOperation) i), &operation));
      g_assert_cmpint (operation, ==, i);
    }
}

/* What excludes another is excluded by it, and no kind runs beside itself. What takes a change back is of the same
 * record. */
static void
test_laws (void)
{
  for (guint i = 0; i < LANYARD_N_CHANGE_KINDS; i++)
    {
      const LanyardChangeKind *kind = lanyard_change_kind_get ((LanyardOperation) i);

      g_assert_true (kind->excludes & LANYARD_CHANGE_BIT (i));
      g_assert_cmpuint (kind->excludes >> LANYARD_N_CHANGE_KINDS, ==, 0);
      for (guint j = 0; j < LANYARD_N_CHANGE_KINDS; j++)
        g_assert_cmpint ((kind->excludes & LANYARD_CHANGE_BIT (j)) != 0, ==,
                         (lanyard_change_kind_get ((LanyardOperation) j)->excludes & LANYARD_CHANGE_BIT (i)) != 0);
      g_assert_true (lanyard_change_kind_get (kind->undone_by)->subject == kind->subject);
      g_assert_true (lanyard_change_kind_get (kind->half_undone_by)->subject == kind->subject);
      g_assert_true (lanyard_change_kind_get (kind->half_retried_by)->subject == kind->subject);
      g_assert_cmpint (lanyard_change_kind_get (kind->undone_by)->undone_by, ==, i);
    }
}

static void
test_judged (void)
{
  static const struct
  {
    LanyardOperation operation;
    const char      *from;
    const char      *to;
    const char      *now;
    LanyardOutcome   outcome;
  } cases[] = {
    { LANYARD_OPERATION_ASSIGN, NULL, "u1", "u1", LANYARD_OUTCOME_DONE },
    { LANYARD_OPERATION_ASSIGN, NULL, "u1", NULL, LANYARD_OUTCOME_REFUSED },
    { LANYARD_OPERATION_ASSIGN, NULL, "u1", "u9", LANYARD_OUTCOME_UNKNOWN },
    { LANYARD_OPERATION_UNASSIGN, "u1", NULL, NULL, LANYARD_OUTCOME_DONE },
    { LANYARD_OPERATION_UNASSIGN, "u1", NULL, "u1", LANYARD_OUTCOME_REFUSED },
    { LANYARD_OPERATION_UNASSIGN, "u1", NULL, "u9", LANYARD_OUTCOME_UNKNOWN },
    { LANYARD_OPERATION_MOVE, "u1", "u2", "u2", LANYARD_OUTCOME_DONE },
    { LANYARD_OPERATION_MOVE, "u1", "u2", "u1", LANYARD_OUTCOME_REFUSED },
    { LANYARD_OPERATION_MOVE, "u1", "u2", NULL, LANYARD_OUTCOME_HALF_DONE },
    { LANYARD_OPERATION_MOVE, "u1", "u2", "u9", LANYARD_OUTCOME_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = lanyard_holder_write (cases[i].from, NULL);
      g_autofree char *after = lanyard_holder_write (cases[i].to, NULL);
      g_autoptr (LanyardEntry) entry =
        g_object_new (LANYARD_TYPE_ENTRY, "operation", cases[i].operation, "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                      "before", before, "after", after, NULL);

      g_assert_cmpint (lanyard_change_kind_get (cases[i].operation)->judge (entry, cases[i].now), ==, cases[i].outcome);
    }
}

/* A user is the one or the other. What of the change is in the file doesn't matter. */
static void
test_suspension_judged (void)
{
  g_autoptr (LanyardEntry) suspend = g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_SUSPEND,
                                                   "subject-type", LANYARD_SUBJECT_USER, "before", "7", NULL);
  g_autoptr (LanyardEntry) restore = g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_RESTORE,
                                                   "subject-type", LANYARD_SUBJECT_USER, NULL);

  g_assert_cmpint (lanyard_change_suspend.judge (suspend, LANYARD_USER_SUSPENDED), ==, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_change_suspend.judge (suspend, LANYARD_USER_ACTIVE), ==, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_change_restore.judge (restore, LANYARD_USER_ACTIVE), ==, LANYARD_OUTCOME_DONE);
  g_assert_cmpint (lanyard_change_restore.judge (restore, LANYARD_USER_SUSPENDED), ==, LANYARD_OUTCOME_REFUSED);
}

/* Only where the server may have done it all the same, nothing is claimed. */
static void
test_refused (void)
{
  g_autoptr (GError) unknown = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_UNKNOWN_OUTCOME, "");
  g_autoptr (GError) conflict = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_CONFLICT, "");

  for (guint i = 0; i < LANYARD_N_CHANGE_KINDS; i++)
    {
      g_assert_false (lanyard_change_kind_get ((LanyardOperation) i)->is_refusal (unknown));
      g_assert_true (lanyard_change_kind_get ((LanyardOperation) i)->is_refusal (conflict));
    }
}

/* --- What is under way --- */

static SeamCredential *
list_card (LanyardDirectory *directory)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (page, seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, CARD, SEAM_EXTENT_WHOLE, &error));
  g_assert_no_error (error);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);

  return lanyard_store_lookup (lanyard_directory_get_credentials (directory), "c");
}

static void
test_claims (void)
{
  g_autoptr (SeamClient) client = seam_client_new ("http://127.0.0.1:1", "seam_test", NULL, NULL);
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (client);
  g_autoptr (LanyardClaims) claims = lanyard_claims_new (directory);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (SeamCredential) card = NULL;

  /* Before it is listed it can't be marked; others are kept off all the same. */
  g_assert_true (lanyard_claims_is_free (claims, LANYARD_OPERATION_MOVE, "c"));
  lanyard_claims_take (claims, LANYARD_OPERATION_ASSIGN, "c");
  g_assert_false (lanyard_claims_is_free (claims, LANYARD_OPERATION_ASSIGN, "c"));
  g_assert_false (lanyard_claims_is_free (claims, LANYARD_OPERATION_MOVE, "c"));
  g_assert_true (lanyard_claims_is_free (claims, LANYARD_OPERATION_MOVE, "another"));
  card = g_object_ref (list_card (directory));
  g_assert_false (seam_credential_get_busy (card));
  lanyard_claims_mark (claims, LANYARD_OPERATION_ASSIGN, "c");
  g_assert_true (seam_credential_get_busy (card));

  /* It may be taken off the list meanwhile. */
  g_ptr_array_add (gone, card);
  lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (directory), gone);
  lanyard_claims_release (claims, LANYARD_OPERATION_ASSIGN, "c");
  g_assert_false (seam_credential_get_busy (card));
  g_assert_true (lanyard_claims_is_free (claims, LANYARD_OPERATION_MOVE, "c"));
}

static LanyardEntry *
make_entry_of (const char *subject_type,
               const char *subject_id)
{
  return g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_ASSIGN, "workspace-id", "w",
                       "subject-type", subject_type, "subject-id", subject_id, NULL);
}

/* Records of other types may have the same ids. */
static void
test_under_way (void)
{
  g_autoptr (LanyardUnderWay) under_way = lanyard_under_way_new ();
  g_autoptr (LanyardEntry) user = make_entry_of ("user", "1");
  g_autoptr (LanyardEntry) card = make_entry_of (LANYARD_SUBJECT_CREDENTIAL, "1");

  lanyard_under_way_add (under_way, user);
  g_assert_null (lanyard_under_way_look_up (under_way, LANYARD_SUBJECT_CREDENTIAL, "1"));
  lanyard_under_way_add (under_way, card);
  g_assert_true (lanyard_under_way_look_up (under_way, LANYARD_SUBJECT_CREDENTIAL, "1") == card);
  g_assert_true (lanyard_under_way_look_up (under_way, "user", "1") == user);
  g_assert_null (lanyard_under_way_look_up (under_way, "user", "2"));
  g_assert_null (lanyard_under_way_look_up (under_way, NULL, "1"));
  lanyard_under_way_remove (under_way, card);
  g_assert_null (lanyard_under_way_look_up (under_way, LANYARD_SUBJECT_CREDENTIAL, "1"));
}

/* What is in doubt of another record is nothing to wait for. */
static void
test_settling (void)
{
  g_autoptr (SeamClient) client = seam_client_new ("http://127.0.0.1:1", "seam_test", NULL, NULL);
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (client);
  g_autoptr (LanyardClaims) claims = lanyard_claims_new (directory);
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (NULL);
  g_autoptr (LanyardRecovery) recovery = lanyard_recovery_new (directory, journal, claims);
  g_autoptr (GPtrArray) doubtful = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (doubtful, make_entry_of (LANYARD_SUBJECT_CREDENTIAL, "1"));
  g_ptr_array_add (doubtful, make_entry_of ("user", "2"));
  g_assert_cmpuint (lanyard_recovery_time_to_settle (recovery, doubtful, &lanyard_credential_subject, "1"), >, 0);
  g_assert_cmpuint (lanyard_recovery_time_to_settle (recovery, doubtful, &lanyard_credential_subject, "2"), ==, 0);
}

/* --- What can be taken back --- */

static void
count (guint *n)
{
  ++*n;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LanyardJournal *
open_journal (void)
{
  LanyardJournal *journal = lanyard_journal_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_open_async (journal, NULL, keep_result, &result);
  g_assert_true (lanyard_journal_open_finish (journal, wait_for (&result), NULL));
  return journal;
}

/* The journal gives it its id. */
static LanyardEntry *
make_entry (LanyardJournal *journal,
            gint64          batch)
{
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_ASSIGN, "workspace-id", "w",
                                      "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c",
                                      "batch", batch, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_begin_async (journal, entry, NULL, keep_result, &result);
  g_assert_true (lanyard_journal_begin_finish (journal, wait_for (&result), NULL));
  return entry;
}

static void
test_history (void)
{
  g_autoptr (LanyardJournal) journal = open_journal ();
  g_autoptr (LanyardUndoHistory) history = lanyard_undo_history_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_told = 0;

  g_signal_connect_swapped (history, "notify::last", G_CALLBACK (count), &n_told);
  g_assert_null (lanyard_undo_history_get_last (history));
  for (guint i = 0; i < 102; i++)
    {
      g_ptr_array_add (entries, make_entry (journal, 0));
      lanyard_undo_history_add (history, entries->pdata[i]);
      g_assert_true (lanyard_undo_history_get_last (history) == entries->pdata[i]);
    }
  g_assert_cmpuint (n_told, ==, 102);

  /* Without one in between, what comes next is no other. */
  lanyard_undo_history_remove (history, lanyard_entry_get_id (entries->pdata[50]));
  g_assert_cmpuint (n_told, ==, 102);
  g_assert_true (lanyard_undo_history_get_last (history) == entries->pdata[101]);

  /* The oldest two were forgotten. */
  for (guint i = 101; i > 1; i--)
    {
      g_assert_nonnull (lanyard_undo_history_get_last (history));
      lanyard_undo_history_remove (history, lanyard_entry_get_id (entries->pdata[i]));
    }
  g_assert_null (lanyard_undo_history_get_last (history));
}

/* What was taken back while the rest of its batch was under way is not offered when that is through. */
static void
test_history_of_batch (void)
{
  g_autoptr (LanyardJournal) journal = open_journal ();
  g_autoptr (LanyardUndoHistory) history = lanyard_undo_history_new ();
  g_autoptr (LanyardEntry) first = make_entry (journal, 7);
  g_autoptr (LanyardEntry) second = make_entry (journal, 7);

  lanyard_undo_history_add (history, first);
  lanyard_undo_history_add (history, second);
  g_assert_null (lanyard_undo_history_get_last (history));
  lanyard_undo_history_remove (history, lanyard_entry_get_id (second));
  lanyard_undo_history_release (history, 7);
  g_assert_true (lanyard_undo_history_get_last (history) == first);
  lanyard_undo_history_remove (history, lanyard_entry_get_id (first));
  g_assert_null (lanyard_undo_history_get_last (history));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/rows", test_rows);
  g_test_add_func ("/changes/subjects", test_subjects);
  g_test_add_func ("/changes/nicks", test_nicks);
  g_test_add_func ("/changes/laws", test_laws);
  g_test_add_func ("/changes/judged", test_judged);
  g_test_add_func ("/changes/suspension-judged", test_suspension_judged);
  g_test_add_func ("/changes/refused", test_refused);
  g_test_add_func ("/changes/claims", test_claims);
  g_test_add_func ("/changes/under-way", test_under_way);
  g_test_add_func ("/changes/settling", test_settling);
  g_test_add_func ("/changes/history", test_history);
  g_test_add_func ("/changes/history-of-batch", test_history_of_batch);
  return g_test_run ();
}
