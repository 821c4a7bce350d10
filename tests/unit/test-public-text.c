/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neither a notification nor a report has the number of a card in it, whoever wrote it there. */
#include "lanyard-batch-text.h"
#include "lanyard-change-holder.h"
#include "lanyard-entry-private.h"
#include "lanyard-error-report.h"
#include "lanyard-public-text.h"
#include "records.h"
#include "seam-error.h"

#define CARD                                                                                                           \
  "{\"acs_credential_id\": \"c1\", \"display_name\": \"Card 10482233\", \"access_method\": \"card\","                   \
  " \"card_number\": \"10482233\", \"code\": \"4821\"}"

typedef struct
{
  LanyardDirectory *directory;
  LanyardChanges   *changes;
  SeamCredential   *card;
} Desk;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (NULL);

  desk->directory = records_new_directory ();
  desk->changes = lanyard_changes_new (desk->directory, journal);
  desk->card = g_object_ref (records_add (desk->directory, SEAM_TYPE_CREDENTIAL, CARD));
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_object (&desk->card);
  g_clear_object (&desk->changes);
  g_clear_object (&desk->directory);
}

static LanyardEntry *
make_entry (void)
{
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c1",
                                      "subject-name", "Card 10482233", NULL);

  lanyard_entry_set_outcome (entry, LANYARD_OUTCOME_REFUSED, 1, SEAM_ERROR_INVALID, "invalid_input: 1048-2233 or 4821?",
                             NULL);
  return entry;
}

static void
assert_no_number (const char *text)
{
  g_assert_null (strstr (text, "10482233"));
  g_assert_null (strstr (text, "1048-2233"));
  g_assert_null (strstr (text, "4821"));
  g_assert_nonnull (strstr (text, "••••••"));
}

static void
assert_batch (LanyardBatch *batch)
{
  g_autofree char *text = lanyard_batch_text (batch);
  g_autofree char *shown = lanyard_batch_public_text (batch, text);

  g_assert_nonnull (strstr (text, "10482233"));
  assert_no_number (shown);
  g_assert_nonnull (strstr (shown, "Card ••••••"));
}

/* What was never begun has no entry, and may have left the list by now. */
static void
test_batch (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardBatch) batch = NULL;
  g_autoptr (LanyardBatch) written = NULL;

  g_ptr_array_add (plan, lanyard_change_new_unassign (desk->directory, desk->card));
  batch = lanyard_batch_new (desk->changes, plan);
  g_assert_null (lanyard_batch_get_entry (batch, 0));
  g_assert_true (lanyard_batch_get_record (batch, 0) == SEAM_RECORD (desk->card));
  assert_batch (batch);
  records_remove (desk->directory, desk->card);
  assert_batch (batch);

  /* Of an earlier run only the name is known. */
  g_ptr_array_add (entries, make_entry ());
  written = lanyard_batch_new_of_entries (desk->changes, entries);
  g_assert_null (lanyard_batch_get_record (written, 0));
  assert_batch (written);
}

static void
test_entry (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (LanyardEntry) entry = make_entry ();
  g_autofree char *listed = lanyard_entry_public_text (entry, desk->directory, "Card 10482233 assigned in room 821");
  g_autofree char *left = NULL;

  g_assert_true (lanyard_entry_find_credential (entry, desk->directory) == desk->card);
  g_assert_cmpstr (listed, ==, "Card •••••• assigned in room 821");
  records_remove (desk->directory, desk->card);
  g_assert_null (lanyard_entry_find_credential (entry, desk->directory));
  left = lanyard_entry_public_text (entry, desk->directory, "Card 10482233 assigned in room 821");
  g_assert_cmpstr (left, ==, "Card •••••• assigned in room 821");
}

static void
assert_report (GVariant *report)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (report);
  g_autofree char *text = lanyard_report_text (sunk);

  g_assert_nonnull (strstr (text, "Server Message: ") != NULL ? text : strstr (text, "System Message: "));
  assert_no_number (text);
}

/* What the server repeats is known to be a number of the credential, whatever is said of it. */
static void
test_reports (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (LanyardEntry) entry = make_entry ();
  g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_INVALID, "1048-2233 or 4821?");

  assert_report (lanyard_entry_report (entry, desk->card, "It failed", NULL));
  assert_report (lanyard_error_report_about (desk->card, "It failed", error, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/public-text/batch", Desk, NULL, set_up, test_batch, tear_down);
  g_test_add ("/public-text/entry", Desk, NULL, set_up, test_entry, tear_down);
  g_test_add ("/public-text/reports", Desk, NULL, set_up, test_reports, tear_down);

  return g_test_run ();
}
