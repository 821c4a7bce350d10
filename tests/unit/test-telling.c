/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of an outcome: its button, how long, and whether it gives way. */
#include "lanyard-changes-error.h"
#include "lanyard-entry-private.h"
#include "lanyard-error-report.h"
#include "lanyard-telling.h"
#include "seam-error.h"

#define OWN(reason) (LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_##reason)

static LanyardEntry *
make_entry (gint64         id,
            LanyardOutcome outcome,
            int            error_code)
{
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c1",
                                      NULL);

  lanyard_entry_set_id (entry, id);
  lanyard_entry_set_outcome (entry, outcome, 1, error_code, NULL, NULL);

  return entry;
}

static void
assert_button (LanyardTelling *telling,
               const char     *label,
               const char     *action)
{
  g_autofree char *given = NULL;

  g_assert_cmpstr (lanyard_telling_get_button (telling, &given), ==, label);
  g_assert_cmpstr (given, ==, action);
}

/* What trying again does not help with is explained. */
static void
test_details (void)
{
  g_autoptr (LanyardEntry) entry = make_entry (7, LANYARD_OUTCOME_PENDING, -1);
  g_autoptr (LanyardTelling) telling = lanyard_telling_new_about (entry, "text");
  g_autofree char *action = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  lanyard_entry_set_outcome (entry, LANYARD_OUTCOME_REFUSED, 1, SEAM_ERROR_INVALID, "invalid_input: it's “so”\n%s",
                             "req-1");
  g_assert_cmpstr (lanyard_telling_get_button (telling, &action), ==, "Details");
  g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
  g_assert_cmpstr (name, ==, "tell.details");
  g_assert_true (g_variant_is_of_type (target, G_VARIANT_TYPE (LANYARD_REPORT_TYPE)));
}

static void
test_outcomes (void)
{
  static const struct
  {
    LanyardOutcome outcome;
    int            error_code;
    const char    *label;
    const char    *action;
  } cases[] = {
    { LANYARD_OUTCOME_DONE, -1, "Undo", "change.undo-entry(int64 7)" },
    { LANYARD_OUTCOME_REFUSED, SEAM_ERROR_NETWORK, "Try Again", "change.retry-entry(int64 7)" },
    { LANYARD_OUTCOME_REFUSED, OWN (NOT_SENT), "Try Again", "change.retry-entry(int64 7)" },
    { LANYARD_OUTCOME_REFUSED, OWN (HOLDER_CHANGED), "Show", "go.show-credential::c1" },
    { LANYARD_OUTCOME_REFUSED, SEAM_ERROR_NOT_FOUND, NULL, NULL },
    { LANYARD_OUTCOME_HALF_DONE, SEAM_ERROR_INVALID, "Try Again", "change.retry-entry(int64 7)" },
    { LANYARD_OUTCOME_UNKNOWN, -1, "Check Again", "change.check-entry(int64 7)" },
    { LANYARD_OUTCOME_PENDING, -1, "Check Again", "change.check-entry(int64 7)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean done = cases[i].outcome == LANYARD_OUTCOME_DONE;
      g_autoptr (LanyardEntry) entry = make_entry (7, cases[i].outcome, cases[i].error_code);
      g_autoptr (LanyardTelling) telling = lanyard_telling_new_about (entry, "text");

      assert_button (telling, cases[i].label, cases[i].action);
      g_assert_cmpstr (lanyard_telling_get_text (telling), ==, "text");
      /* What was not done, or isn't known, stays until somebody closes it. */
      g_assert_cmpint (lanyard_telling_get_timeout (telling) != 0, ==, done);
      g_assert_cmpint (lanyard_telling_is_passing (telling), ==, done);
    }
}

/* What is taken back while its toast waits is not to be taken back by it. */
static void
test_undone (void)
{
  g_autoptr (LanyardEntry) entry = make_entry (7, LANYARD_OUTCOME_DONE, -1);
  g_autoptr (LanyardTelling) telling = lanyard_telling_new_about (entry, "text");

  lanyard_entry_set_undone_by (entry, 8);
  assert_button (telling, NULL, NULL);
}

static void
test_about_nothing (void)
{
  g_autoptr (LanyardTelling) told = lanyard_telling_new ("text", NULL, NULL);
  g_autoptr (LanyardTelling) offered = lanyard_telling_new ("text", "Show", "go.view::users");

  assert_button (told, NULL, NULL);
  assert_button (offered, "Show", "go.view::users");
  /* There is to be time to press the button. */
  g_assert_cmpuint (lanyard_telling_get_timeout (told), >, 0);
  g_assert_cmpuint (lanyard_telling_get_timeout (offered), >, lanyard_telling_get_timeout (told));
  g_assert_true (lanyard_telling_is_passing (told));
  g_assert_true (lanyard_telling_is_passing (offered));
  g_assert_null (lanyard_telling_get_entry (told));
}

static void
test_is_same (void)
{
  g_autoptr (LanyardEntry) entry = make_entry (7, LANYARD_OUTCOME_DONE, -1);
  g_autoptr (LanyardEntry) other = make_entry (8, LANYARD_OUTCOME_DONE, -1);
  g_autoptr (LanyardTelling) telling = lanyard_telling_new_about (entry, "text");
  g_autoptr (LanyardTelling) again = lanyard_telling_new_about (entry, "another text");
  g_autoptr (LanyardTelling) of_other = lanyard_telling_new_about (other, "text");
  g_autoptr (LanyardTelling) plain = lanyard_telling_new ("text", NULL, NULL);

  g_assert_true (lanyard_telling_is_same (telling, again));
  g_assert_false (lanyard_telling_is_same (telling, of_other));
  g_assert_false (lanyard_telling_is_same (telling, plain));
  g_assert_false (lanyard_telling_is_same (telling, NULL));
  g_assert_false (lanyard_telling_is_same (plain, telling));
  g_assert_false (lanyard_telling_is_same (plain, plain));
  g_assert_false (lanyard_telling_is_same (plain, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telling/outcomes", test_outcomes);
  g_test_add_func ("/telling/details", test_details);
  g_test_add_func ("/telling/undone", test_undone);
  g_test_add_func ("/telling/about-nothing", test_about_nothing);
  g_test_add_func ("/telling/is-same", test_is_same);

  return g_test_run ();
}
