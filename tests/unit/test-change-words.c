/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of change has words for whatever may come of it, which name what it is about. */
#include <string.h>

#include "lanyard-change-kind.h"
#include "lanyard-change-words.h"
#include "lanyard-entry-private.h"
#include "lanyard-entry-text.h"
#include "lanyard-holder.h"

#define N_OUTCOMES (LANYARD_OUTCOME_UNKNOWN + 1)

static LanyardEntry *
make_entry (LanyardOperation operation,
            LanyardOutcome   outcome)
{
  g_autofree char *before = lanyard_holder_write ("a", "Ada");
  g_autofree char *after = lanyard_holder_write ("b", "Ben");
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", operation, "subject-type",
                                      lanyard_change_kind_has (operation) ? lanyard_change_kind_get (operation)->subject->type
                                                                          : LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c",
                                      "subject-name", "Card", "before", before, "after", after, NULL);

  if (outcome != LANYARD_OUTCOME_PENDING)
    lanyard_entry_set_outcome (entry, outcome, 1, -1, NULL, NULL);
  return entry;
}

/* As many names as the text takes, and no other conversion. */
static void
assert_sentence (const LanyardSentence *sentence)
{
  guint n_taken = 0, n_names = 0;

  g_assert_nonnull (sentence->text);
  g_assert_cmpstr (sentence->text, !=, "");
  for (const char *p = strchr (sentence->text, '%'); p != NULL; p = strchr (p + 2, '%'))
    {
      g_assert_cmpint (p[1], ==, 's');
      n_taken++;
    }
  while (n_names < LANYARD_MAX_NAMES && sentence->names[n_names] != NULL)
    n_names++;
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, ==, n_names);
}

static void
test_rows (void)
{
  for (guint i = 0; i < LANYARD_N_OPERATIONS; i++)
    {
      const LanyardChangeWords *words = lanyard_change_words_get ((LanyardOperation) i);

      g_assert_nonnull (words->step);
      g_assert_cmpstr (words->step, !=, "");
      g_assert_null (strchr (words->step, '%'));
      assert_sentence (&words->waiting);
      assert_sentence (&words->under_way);
      assert_sentence (&words->done);
      assert_sentence (&words->refused);
      assert_sentence (&words->half_done);
      assert_sentence (&words->unknown);
    }
}

/* Each says which record, and no two kinds or outcomes say the same, but for what is half done and not yet known. */
static void
test_told (void)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < LANYARD_N_OPERATIONS; i++)
    for (guint j = 0; j < N_OUTCOMES; j++)
      {
        g_autoptr (LanyardEntry) entry = make_entry ((LanyardOperation) i, (LanyardOutcome) j);
        g_autofree char *step = lanyard_entry_step_text (entry);
        g_autofree char *under_way = lanyard_entry_under_way_text (entry);
        char *title = lanyard_entry_title (entry);

        g_assert_cmpuint (strlen (step), >, 0);
        g_assert_nonnull (strstr (under_way, "Card"));
        g_assert_nonnull (strstr (title, "Card"));
        g_assert_null (strstr (title, "unnamed"));
        g_assert_null (strchr (title, '%'));
        g_assert_true (g_hash_table_add (told, title) || j == LANYARD_OUTCOME_HALF_DONE
                       || j == LANYARD_OUTCOME_UNKNOWN);
      }
  g_assert_cmpuint (g_hash_table_size (told), ==, 3 * LANYARD_N_OPERATIONS + 1);
}

static void
assert_title (LanyardOperation operation,
              LanyardOutcome   outcome,
              const char      *expected)
{
  g_autoptr (LanyardEntry) entry = make_entry (operation, outcome);
  g_autofree char *title = lanyard_entry_title (entry);

  g_assert_cmpstr (title, ==, expected);
}

/* As they were before there was a table. */
static void
test_sentences (void)
{
  assert_title (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_DONE, "Card assigned to Ben");
  assert_title (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_REFUSED, "Card could not be assigned to Ben");
  assert_title (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_UNKNOWN, "Could not confirm whether Card was assigned to Ben");
  assert_title (LANYARD_OPERATION_UNASSIGN, LANYARD_OUTCOME_DONE, "Card unassigned from Ada");
  assert_title (LANYARD_OPERATION_UNASSIGN, LANYARD_OUTCOME_REFUSED, "Card could not be unassigned from Ada");
  assert_title (LANYARD_OPERATION_UNASSIGN, LANYARD_OUTCOME_PENDING,
                "Could not confirm whether Card was unassigned from Ada");
  assert_title (LANYARD_OPERATION_MOVE, LANYARD_OUTCOME_DONE, "Card reassigned from Ada to Ben");
  assert_title (LANYARD_OPERATION_MOVE, LANYARD_OUTCOME_REFUSED, "Card could not be reassigned from Ada to Ben");
  assert_title (LANYARD_OPERATION_MOVE, LANYARD_OUTCOME_HALF_DONE,
                "Card was unassigned from Ada, but could not be assigned to Ben");
  assert_title (LANYARD_OPERATION_MOVE, LANYARD_OUTCOME_UNKNOWN,
                "Could not confirm whether Card was reassigned from Ada to Ben");
  assert_title (LANYARD_OPERATION_SUSPEND, LANYARD_OUTCOME_DONE, "Card suspended");
  assert_title (LANYARD_OPERATION_SUSPEND, LANYARD_OUTCOME_REFUSED, "Card could not be suspended");
  assert_title (LANYARD_OPERATION_RESTORE, LANYARD_OUTCOME_DONE, "Access restored for Card");
  assert_title (LANYARD_OPERATION_RESTORE, LANYARD_OUTCOME_UNKNOWN,
                "Could not confirm whether access was restored for Card");
}

static void
test_under_way (void)
{
  static const char * const steps[] = { "Assigning…", "Unassigning…", "Assigning…", "Suspending…",
                                         "Restoring access…", "Marking as lost…", "Marking as found…" };

  G_STATIC_ASSERT (G_N_ELEMENTS (steps) == LANYARD_N_OPERATIONS);

  for (guint i = 0; i < LANYARD_N_OPERATIONS; i++)
    {
      g_autoptr (LanyardEntry) entry = make_entry ((LanyardOperation) i, LANYARD_OUTCOME_PENDING);
      g_autofree char *step = lanyard_entry_step_text (entry);

      g_assert_cmpstr (step, ==, steps[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-words/rows", test_rows);
  g_test_add_func ("/change-words/told", test_told);
  g_test_add_func ("/change-words/sentences", test_sentences);
  g_test_add_func ("/change-words/under-way", test_under_way);
  return g_test_run ();
}
