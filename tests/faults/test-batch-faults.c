/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A batch each of whose requests has a fault of its own: journal, batch and server agree at the end, and taking all of
 * it back leaves the server as it was.
 *
 *   test-batch-faults [CHANGES [SEED]] */
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "lanyard-batch.h"
#include "lanyard-change-holder.h"

static guint n_changes = 90;
static guint32 seed = 15;

static const char * const kinds[] = {
  "status", "empty", "unavailable", "close-before", "close-after", "reset-before", "reset-after", "truncated",
  "garbage", "wrong-types", "nulls", "wrong-id", "html", "html-after", "ok-false", "trailing-commas",
};

/* One for each credential, on one of its requests. */
static void
add_faults (LanyardSandbox *sandbox,
            Desk           *desk,
            GRand          *rand)
{
  static const char * const routes[] = { "/acs/credentials/assign", "/acs/credentials/unassign" };

  for (guint i = 0; i < desk->credentials->len; i++)
    {
      const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
      g_autofree char *options =
        g_strdup_printf ("{\"match\": {\"acs_credential_id\": \"%s\"}%s}",
                         seam_record_get_id (desk->credentials->pdata[i]),
                         strcmp (kind, "status") == 0 ? ", \"status\": 400" : "");

      for (guint j = 0; j < G_N_ELEMENTS (routes); j++)
        lanyard_sandbox_add_fault (sandbox, routes[j], kind, options);
    }
}

static LanyardBatch *
plan (Desk  *desk,
      GRand *rand)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < desk->credentials->len; i++)
    {
      SeamCredential *credential = desk->credentials->pdata[i];

      if (seam_credential_get_user_id (credential) != NULL && g_rand_boolean (rand))
        g_ptr_array_add (changes, lanyard_change_new_unassign (desk->directory, credential));
      else
        g_ptr_array_add (changes, lanyard_change_new_assign (credential, desk_pick_user (desk, credential, rand),
                                                             seam_credential_get_holder (credential)));
    }
  return lanyard_batch_new (desk->changes, changes);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Whoever looks on has it go on each time that it has paused by itself. */
static void
run (LanyardBatch *batch)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_batch_run_async (batch, NULL, keep_result, &result);
  while (result == NULL)
    {
      if (lanyard_batch_get_state (batch) == LANYARD_BATCH_STATE_PAUSED)
        lanyard_course_go_on (lanyard_batch_get_course (batch));
      g_main_context_iteration (NULL, TRUE);
    }
}

static GPtrArray *
list_batch (Desk         *desk,
            LanyardBatch *batch)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_list_batch_async (desk->journal, lanyard_batch_get_number (batch), NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_journal_list_finish (desk->journal, result, NULL);
}

static guint
get_count (LanyardBatch *batch,
           const char   *name)
{
  guint n;

  g_object_get (batch, name, &n, NULL);
  return n;
}

static void
assert_same (GHashTable *before,
             GHashTable *after)
{
  GHashTableIter iter;
  gpointer id, holder;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &holder))
    g_assert_cmpstr (g_hash_table_lookup (after, id), ==, holder);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, &holder))
    g_assert_cmpstr (g_hash_table_lookup (before, id), ==, holder);
}

static void
test_batch (void)
{
  g_autofree char *folder = desk_make_folder ();
  g_autofree char *journal_path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char *record_path = g_build_filename (folder, "record.json", NULL);
  g_autoptr (LanyardSandbox) sandbox = desk_start_sandbox (MAX (40, n_changes / 4), n_changes, record_path);
  g_autoptr (GHashTable) before = desk_read_holders (sandbox);
  g_autoptr (GHashTable) replayed = desk_read_holders (sandbox); /* the audit makes it what the entries say */
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GHashTable) undone = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Desk) desk = desk_new (lanyard_sandbox_get_endpoint (sandbox), lanyard_sandbox_get_key (sandbox),
                                    journal_path, 1000);
  g_autoptr (LanyardBatch) batch = plan (desk, rand);
  g_autoptr (LanyardBatch) undo = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  Audit audit;

  add_faults (sandbox, desk, rand);
  run (batch);
  g_free (lanyard_sandbox_control (sandbox, "/_sandbox/faults/clear", "{}"));
  after = desk_read_holders (sandbox);
  audit = desk_audit (journal_path, record_path, replayed, after, desk);
  g_print ("# batch of %u with a fault on each: %u done, %u refused, %u unknown; lost %u, doubled %u, misreported %u\n",
           n_changes, get_count (batch, "n-done"), get_count (batch, "n-refused"), get_count (batch, "n-unknown"),
           audit.n_lost, audit.n_doubled, audit.n_misreported);
  g_assert_cmpuint (audit.n_done, ==, get_count (batch, "n-done"));
  g_assert_cmpuint (get_count (batch, "n-left"), ==, 0);
  if (get_count (batch, "n-unknown") == 0)
    desk_assert_right (&audit, "the same, by the journal:");

  /* What is not known is found out, what has failed is tried again; then all of it is taken back. */
  run (batch);
  g_assert_cmpuint (get_count (batch, "n-unknown"), ==, 0);
  entries = list_batch (desk, batch);
  undo = lanyard_batch_new_undo (desk->changes, entries);
  run (undo);
  undone = desk_read_holders (sandbox);
  lanyard_sandbox_stop (sandbox);
  g_assert_cmpuint (get_count (undo, "n-done"), ==, lanyard_batch_get_n_items (undo));
  assert_same (before, undone);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_changes = (guint) atoi (argv[1]);
  if (argc > 2)
    seed = (guint32) atoi (argv[2]);
  g_test_add_func ("/faults/batch", test_batch);

  return g_test_run ();
}
