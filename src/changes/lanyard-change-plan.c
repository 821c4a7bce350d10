/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an entry to the change that takes it back or tries it again, and whether there is one. */
#include "lanyard-change-plan.h"

#include "lanyard-change-kind.h"

static const LanyardChangeKind *
kind_of (LanyardEntry *entry)
{
  return lanyard_change_kind_get (lanyard_entry_get_operation (entry));
}

static gboolean
is_half_done (LanyardEntry *entry)
{
  return lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE;
}

/* Whether there is something to take back, as far as the entry itself says. */
static gboolean
has_effect (LanyardEntry *entry)
{
  return lanyard_change_kind_has (lanyard_entry_get_operation (entry))
         && (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE || is_half_done (entry))
         && lanyard_entry_get_undone_by (entry) == 0;
}

/* Whether a value can be had: what it is the id of, if it is one, is still there. */
static gboolean
can_be (const LanyardSubject *subject,
        LanyardDirectory     *directory,
        const char           *value)
{
  return value == NULL || !subject->has_targets || subject->look_up_target (directory, value) != NULL;
}

/* Describes what @entry has led to, and speaks of by ids. */
static LanyardChange *
describe_by_ids (LanyardDirectory *directory,
                 LanyardOperation  operation,
                 LanyardEntry     *entry,
                 const char       *before,
                 const char       *after,
                 gint64            undo_of,
                 GError          **error)
{
  const LanyardSubject *subject = kind_of (entry)->subject;
  SeamRecord *record = subject->look_up (directory, lanyard_entry_get_subject_id (entry));

  if (record != NULL && !subject->has_targets)
    return lanyard_change_new_to_value (operation, record, before, after, undo_of);
  if (record != NULL && can_be (subject, directory, after))
    return lanyard_change_new (operation, record, before, subject->look_up_target (directory, after), undo_of);
  g_set_error_literal (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_GONE,
                       "The user or the credential no longer exists");
  return NULL;
}

/* lanyard_change_plan_undo:
 * @directory: the workspace
 * @entry: what to take back
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Returns: (transfer full) (nullable): what takes back what @entry did, in no batch; %NULL when there is nothing to
 *   take back (%LANYARD_CHANGES_ERROR_NOT_UNDOABLE), or the records are gone (%LANYARD_CHANGES_ERROR_GONE) */
LanyardChange *
lanyard_change_plan_undo (LanyardDirectory *directory,
                          LanyardEntry     *entry,
                          GError          **error)
{
  gboolean half = is_half_done (entry);

  if (has_effect (entry))
    {
      const LanyardChangeKind *kind = kind_of (entry);

      return describe_by_ids (directory, half ? kind->half_undone_by : kind->undone_by, entry,
                              half ? NULL : kind->subject->get_after (entry), kind->subject->get_before (entry),
                              lanyard_entry_get_id (entry), error);
    }
  g_set_error_literal (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_NOT_UNDOABLE,
                       "There is nothing to undo");
  return NULL;
}

/* lanyard_change_plan_can_undo:
 * @directory: the workspace
 * @entry: an entry
 *
 * Returns: whether what @entry did is in force, as far as is known */
gboolean
lanyard_change_plan_can_undo (LanyardDirectory *directory,
                              LanyardEntry     *entry)
{
  LanyardHoldings *holdings = lanyard_directory_get_holdings (directory);
  const LanyardChangeKind *kind = has_effect (entry) ? kind_of (entry) : NULL;
  SeamRecord *record = kind != NULL ? kind->subject->look_up (directory, lanyard_entry_get_subject_id (entry)) : NULL;

  return record != NULL
         && kind->judge (entry, kind->subject->get_value (holdings, record)) == lanyard_entry_get_outcome (entry)
         && can_be (kind->subject, directory, kind->subject->get_before (entry));
}

/* lanyard_change_plan_retry:
 * @directory: the workspace
 * @entry: what was refused or half done
 * @error: return location for a %LANYARD_CHANGES_ERROR
 *
 * Returns: (transfer full) (nullable): what is left to do of @entry, in the same batch, and after the same change of
 *   it; %NULL when the records are gone (%LANYARD_CHANGES_ERROR_GONE) */
LanyardChange *
lanyard_change_plan_retry (LanyardDirectory *directory,
                           LanyardEntry     *entry,
                           GError          **error)
{
  const LanyardChangeKind *kind = kind_of (entry);
  gboolean half = is_half_done (entry);
  LanyardChange *change =
    describe_by_ids (directory, half ? kind->half_retried_by : lanyard_entry_get_operation (entry), entry,
                     half ? NULL : kind->subject->get_before (entry), kind->subject->get_after (entry),
                     lanyard_entry_get_undo_of (entry), error);

  if (change != NULL)
    {
      lanyard_change_set_batch (change, lanyard_entry_get_batch (entry));
      lanyard_change_set_first_id (change, lanyard_entry_get_first_id (entry));
    }
  return change;
}

/* lanyard_change_plan_can_retry:
 * @directory: the workspace
 * @entry: an entry
 *
 * Returns: whether @entry failed, and things are as they were before it, or as it left them, as far as is known */
gboolean
lanyard_change_plan_can_retry (LanyardDirectory *directory,
                               LanyardEntry     *entry)
{
  LanyardHoldings *holdings = lanyard_directory_get_holdings (directory);
  const LanyardChangeKind *kind;
  SeamRecord *record;

  if (!is_half_done (entry) && lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_REFUSED)
    return FALSE;

  kind = kind_of (entry);
  record = kind->subject->look_up (directory, lanyard_entry_get_subject_id (entry));
  if (record == NULL || !can_be (kind->subject, directory, kind->subject->get_after (entry)))
    return FALSE;

  return is_half_done (entry) ? lanyard_change_plan_can_undo (directory, entry)
                              : g_strcmp0 (kind->subject->get_value (holdings, record),
                                           kind->subject->get_before (entry)) == 0;
}
