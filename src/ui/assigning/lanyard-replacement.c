/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spare in place of what was lost: the two changes, as one batch, written down whole before the first is sent. */
#include "lanyard-replacement.h"

#include "lanyard-change-holder.h"

/**
 * lanyard_replacement_run:
 * @executor: who carries it out, and may write
 * @lost: what was lost
 * @spare: what takes its place
 * @user: whose it is
 * @spare_first: whether @lost is taken only once @spare is theirs, so that they are never without; otherwise @spare is
 *   assigned afterwards, whatever comes of @lost: some systems allow one for each user
 *
 * Has @spare assigned, and @lost unassigned.
 */
void
lanyard_replacement_run (LanyardExecutor *executor,
                         SeamCredential  *lost,
                         SeamCredential  *spare,
                         SeamUser        *user,
                         gboolean         spare_first)
{
  LanyardChanges *changes = lanyard_executor_get_changes (executor);
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardChange *assign = lanyard_change_new_assign (spare, user, NULL);
  LanyardChange *unassign = lanyard_change_new_unassign (lanyard_changes_get_directory (changes), lost);
  g_autoptr (LanyardBatch) batch = NULL;

  if (spare_first)
    lanyard_change_set_first_id (unassign, seam_record_get_id (SEAM_RECORD (spare)));
  g_ptr_array_add (plan, spare_first ? assign : unassign);
  g_ptr_array_add (plan, spare_first ? unassign : assign);
  batch = lanyard_batch_new (changes, plan);
  lanyard_batches_run (lanyard_executor_get_batches (executor), batch);
}
