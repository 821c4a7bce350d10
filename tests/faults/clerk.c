/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works at a desk until it is killed: what a person would do all day, as fast as it goes.
 *
 *   clerk ENDPOINT JOURNAL SEED OPERATIONS
 * with the key in SEAM_API_KEY. Prints "ready" once it has found out what became of what the last one left, and
 * "done" after so many operations. */
#include <stdio.h>
#include <stdlib.h>

#include "desk.h"
#include "lanyard-change-holder.h"

#define TIMEOUT 1000

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
tell (const char *text)
{
  g_print ("%s\n", text);
  fflush (stdout);
}

static void
work (Desk  *desk,
      GRand *rand)
{
  LanyardStore *store = lanyard_directory_get_credentials (desk->directory);
  SeamRecord *picked = desk->credentials->pdata[g_rand_int_range (rand, 0, (gint32) desk->credentials->len)];
  SeamCredential *credential = lanyard_store_lookup (store, seam_record_get_id (picked));
  g_autoptr (LanyardEntry) undoable = NULL;
  g_autoptr (LanyardEntry) entry = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardChange) change = NULL;

  g_object_get (desk->changes, "last-undoable", &undoable, NULL);
  if (undoable != NULL && g_rand_int_range (rand, 0, 4) == 0)
    lanyard_changes_undo_async (desk->changes, undoable, NULL, keep_result, &result);
  else if (seam_credential_get_user_id (credential) != NULL && g_rand_boolean (rand))
    change = lanyard_change_new_unassign (desk->directory, credential);
  else
    change = lanyard_change_new_assign (credential, desk_pick_user (desk, credential, rand),
                                        seam_credential_get_holder (credential));
  if (change != NULL)
    lanyard_changes_run_async (desk->changes, change, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* All of them end alike. */
  entry = lanyard_changes_finish (desk->changes, result, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (Desk) desk = NULL;
  g_autoptr (GRand) rand = NULL;
  int n;

  g_assert (argc == 5);
  rand = g_rand_new_with_seed ((guint32) atoi (argv[3]));
  n = atoi (argv[4]);
  desk = desk_new (argv[1], g_getenv ("SEAM_API_KEY"), argv[2], TIMEOUT);
  while (desk_count_open (desk) > 0)
    g_main_context_iteration (NULL, TRUE);
  tell ("ready");
  for (int i = 0; i < n; i++)
    work (desk, rand);
  tell ("done");

  return 0;
}
