/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assigns as many credentials as asked for, as one batch with its journal on disk, and prints what that took. */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "lanyard-batch.h"
#include "lanyard-change-holder.h"
#include "probe.h"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (result);
}

/* Somebody of each access system, in turn with the others. */
static SeamUser *
find_user (LanyardDirectory *directory,
           const char       *system_id)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_users (directory));

  for (guint i = 0; i < keys->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) keys->pdata[i])->record);

      if (g_strcmp0 (seam_user_get_system_id (user), system_id) == 0)
        return user;
    }
  g_error ("Access system %s has no users", system_id);
}

/* The same number of each of the three, as a list to be handed out would have. */
static GPtrArray *
plan (LanyardDirectory *directory,
      guint             n)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_credentials (directory));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) users = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len && changes->len < n; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) keys->pdata[i])->record);
      const char *system_id = seam_credential_get_system_id (credential);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, system_id));

      if (seam_credential_get_holder (credential) != NULL || seam_credential_get_user_id (credential) != NULL
          || seam_credential_get_identity_id (credential) != NULL || count > n / 3)
        continue;
      if (count == 0)
        g_hash_table_insert (users, (gpointer) system_id, find_user (directory, system_id));
      g_hash_table_insert (counts, (gpointer) system_id, GUINT_TO_POINTER (count + 1));
      g_ptr_array_add (changes, lanyard_change_new_assign (credential, g_hash_table_lookup (users, system_id), NULL));
    }
  return changes;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lanyard-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autoptr (SeamClient) client = seam_client_new (g_getenv ("SEAM_ENDPOINT"), g_getenv ("SEAM_API_KEY"), NULL, &error);
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (path);
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (LanyardChanges) changes = NULL;
  g_autoptr (LanyardBatch) batch = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  GAsyncResult *result = NULL;
  double begun;

  g_assert (argc == 2);
  g_assert_no_error (error);
  probe_watch_main_loop (NULL, NULL);
  lanyard_journal_open_async (journal, NULL, keep_result, &result);
  wait_for (&result);
  directory = lanyard_directory_new (client);
  changes = lanyard_changes_new (directory, journal);
  lanyard_directory_load_async (directory, NULL, keep_result, &result);
  wait_for (&result);
  planned = plan (directory, (guint) atoi (argv[1]));
  batch = lanyard_batch_new (changes, planned);
  probe_begin ();
  begun = probe_now ();
  lanyard_batch_run_async (batch, NULL, keep_result, &result);
  wait_for (&result);
  probe_print ("batch", probe_now () - begun);
  probe_print_busy ("batch");
  probe_print ("changes", planned->len);
  probe_print ("done", lanyard_batch_count (batch, LANYARD_OUTCOME_DONE));
  g_unlink (path);

  return EXIT_SUCCESS;
}
