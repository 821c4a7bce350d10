/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a change to the entry in which it is written down. */
#include "lanyard-change-writing.h"

#include "lanyard-change-kind.h"

static char *
describe (LanyardChange    *change,
          LanyardDirectory *directory,
          const char       *value)
{
  const LanyardSubject *subject = lanyard_change_kind_get (lanyard_change_get_operation (change))->subject;
  SeamRecord *record = subject->look_up_target (directory, value);

  return subject->write_value (value, record != NULL ? seam_record_get_display_name (record) : NULL);
}

/* lanyard_change_write:
 * @change: what is to be done
 * @directory: the workspace
 *
 * Returns: (transfer full): an entry that says so, with names as they are now; it is in no journal yet */
LanyardEntry *
lanyard_change_write (LanyardChange    *change,
                      LanyardDirectory *directory)
{
  SeamRecord *record = lanyard_change_get_record (change);
  g_autofree char *before = describe (change, directory, lanyard_change_get_before (change));
  g_autofree char *after = describe (change, directory, lanyard_change_get_after (change));

  return g_object_new (LANYARD_TYPE_ENTRY,
                       "begun-at", g_get_real_time (),
                       "operation", lanyard_change_get_operation (change),
                       "workspace-id", lanyard_directory_get_workspace_id (directory),
                       "subject-type", lanyard_change_kind_get (lanyard_change_get_operation (change))->subject->type,
                       "subject-id", seam_record_get_id (record),
                       "subject-name", seam_record_get_display_name (record),
                       "system-id", lanyard_record_get_system_id (record),
                       "before", before,
                       "after", after,
                       "operator", g_get_user_name (),
                       "batch", lanyard_change_get_batch (change),
                       "undo-of", lanyard_change_get_undo_of (change),
                       "first-id", lanyard_change_get_first_id (change),
                       NULL);
}
