/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a sheet to the changes that they ask for. */
#include "lanyard-import-plan.h"

/* Whoever was told of as the holder is whom it is taken from: when somebody else has it by then, nothing is sent. */
static LanyardChange *
plan_row (LanyardMatches *matches,
          guint           position)
{
  SeamRecord *credential = SEAM_RECORD (lanyard_matches_get_credential (matches, position));
  const char *holder_id = lanyard_matches_get_holder_id (matches, position);
  SeamUser *user = lanyard_matches_get_user (matches, position);

  if (lanyard_matches_get (matches, position)->is_unassign)
    return lanyard_change_new (LANYARD_OPERATION_UNASSIGN, credential, holder_id, NULL, 0);
  return lanyard_change_new (holder_id != NULL ? LANYARD_OPERATION_MOVE : LANYARD_OPERATION_ASSIGN, credential,
                             holder_id, SEAM_RECORD (user), 0);
}

/**
 * lanyard_import_plan_new:
 * @matches: rows of a sheet
 *
 * Returns: (transfer full) (element-type LanyardChange): what is to be done, in the order of the rows
 */
GPtrArray *
lanyard_import_plan_new (LanyardMatches *matches)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lanyard_matches_get_n (matches); i++)
    {
      const LanyardMatch *match = lanyard_matches_get (matches, i);

      if (match->state == LANYARD_MATCH_DO && !match->is_left_out)
        g_ptr_array_add (plan, plan_row (matches, i));
    }
  return plan;
}
