/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works at a desk until it is killed: what a person would do all day, as fast as it goes.
 *
 *   clerk ENDPOINT JOURNAL SEED OPERATIONS [BATCH]
 * with the key in SEAM_API_KEY. Prints "ready" once it has found out what became of what the last one left, and
 * "done" after so many operations. With BATCH, an operation is a batch of so many, or what is left of the last one; or
 * what takes that back. */
#include <stdio.h>
#include <stdlib.h>

#include "desk.h"
#include "lanyard-batch.h"
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

typedef struct
{
  Desk  *desk;
  gint64 last; /* the number of the last that was done; 0: none */
  guint  size;
} BatchDesk;

static GPtrArray *
list_batch (BatchDesk *self,
            gint64     number)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_list_batch_async (self->desk->journal, number, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_journal_list_finish (self->desk->journal, result, NULL);
}

static LanyardBatch *
plan_batch (BatchDesk *self,
            GRand     *rand)
{
  Desk *desk = self->desk;
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (self->size, desk->credentials->len); i++)
    {
      SeamRecord *picked = desk->credentials->pdata[i];
      SeamCredential *credential =
        lanyard_store_lookup (lanyard_directory_get_credentials (desk->directory), seam_record_get_id (picked));

      if (seam_credential_get_user_id (credential) != NULL && g_rand_boolean (rand))
        g_ptr_array_add (plan, lanyard_change_new_unassign (desk->directory, credential));
      else
        g_ptr_array_add (plan, lanyard_change_new_assign (credential, desk_pick_user (desk, credential, rand),
                                                          seam_credential_get_holder (credential)));
    }
  return lanyard_batch_new (desk->changes, plan);
}

/* What is left is gone on with first; now and then the last one is taken back. */
static void
work_batch (BatchDesk *self,
            GRand     *rand)
{
  gint64 number = self->desk->left != 0 ? self->desk->left : g_rand_int_range (rand, 0, 3) == 0 ? self->last : 0;
  g_autoptr (GPtrArray) entries = number != 0 ? list_batch (self, number) : NULL;
  g_autoptr (LanyardBatch) batch = entries == NULL ? plan_batch (self, rand)
                                   : self->desk->left != 0 ? lanyard_batch_new_left (self->desk->changes, entries)
                                                     : lanyard_batch_new_undo (self->desk->changes, entries);
  g_autoptr (GAsyncResult) result = NULL;

  self->desk->left = 0;
  self->last = number == 0 ? lanyard_batch_get_number (batch) : 0;
  lanyard_batch_run_async (batch, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (Desk) desk = NULL;
  g_autoptr (GRand) rand = NULL;
  BatchDesk batch_desk = { 0, };
  int n;

  g_assert (argc == 5 || argc == 6);
  rand = g_rand_new_with_seed ((guint32) atoi (argv[3]));
  n = atoi (argv[4]);
  desk = desk_new (argv[1], g_getenv ("SEAM_API_KEY"), argv[2], TIMEOUT);
  batch_desk.desk = desk;
  batch_desk.size = argc == 6 ? (guint) atoi (argv[5]) : 0;
  while (desk_count_open (desk) > desk_count_left (desk))
    g_main_context_iteration (NULL, TRUE);
  while (desk_count_left (desk) > 0 && desk->left == 0)
    g_main_context_iteration (NULL, TRUE);
  tell ("ready");
  for (int i = 0; i < n; i++)
    if (batch_desk.size > 0)
      work_batch (&batch_desk, rand);
    else
      work (desk, rand);
  tell ("done");

  return 0;
}
