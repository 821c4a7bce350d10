/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of change, as a table: what the runner, the recovery and undo need to know of each. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-subject.h"

G_BEGIN_DECLS

/* What else is in the activity is no change of anything at Seam. */
#define LANYARD_N_CHANGE_KINDS (LANYARD_OPERATION_RESTORE + 1)
#define LANYARD_MAX_CHANGE_STEPS 2

/* As a set of kinds. */
#define LANYARD_CHANGE_BIT(operation) (1u << (operation))

/**
 * LanyardChangeStep:
 * @send_async: asks the server for it; there is no cancellable: what was sent is followed to its end
 * @send_finish: whether it was done; if not, @error says why. @seen: (out) (nullable) (transfer full): the record, when
 *   the answer had it
 *
 * One request.
 */
typedef struct
{
  void     (*send_async)  (SeamClient          *client,
                           LanyardChange       *change,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
  gboolean (*send_finish) (SeamClient          *client,
                           GAsyncResult        *result,
                           SeamRecord         **seen,
                           GError             **error);
} LanyardChangeStep;

/**
 * LanyardChangeKind:
 * @subject: what it is a change of
 * @steps: how it is sent, one after the other; %NULL after the last. What fails after the first has half done it
 * @object: (transfer full) (nullable): why it can't be begun, as far as is known here; nothing is written down then
 * @object_to: (transfer full) (nullable): why it is not sent, now that the record was read again: its value is given
 * @is_refusal: whether the server has certainly not done what it answered with such an error
 * @judge: what came of it, when that is the record's value now; only asked of what was sent
 * @undone_by: what takes it back, of what is done
 * @half_undone_by: the same, of what is half done
 * @half_retried_by: what does the rest of what is half done
 * @excludes: LANYARD_CHANGE_BIT() of the kinds that must not run on the same record meanwhile; mutual
 *
 * A row for each #LanyardOperation. What is half done has left the record without a value. What has only one step never
 * is that.
 */
typedef struct
{
  const LanyardSubject    *subject;
  const LanyardChangeStep *steps[LANYARD_MAX_CHANGE_STEPS + 1];
  GError                *(*object)     (LanyardChange    *change,
                                        LanyardDirectory *directory);
  GError                *(*object_to)  (LanyardChange    *change,
                                        const char       *value);
  gboolean               (*is_refusal) (const GError     *error);
  LanyardOutcome         (*judge)      (LanyardEntry     *entry,
                                        const char       *value);
  LanyardOperation         undone_by;
  LanyardOperation         half_undone_by;
  LanyardOperation         half_retried_by;
  guint                    excludes;
} LanyardChangeKind;

gboolean                 lanyard_change_kind_has (LanyardOperation operation);
const LanyardChangeKind *lanyard_change_kind_get (LanyardOperation operation);

/* lanyard-change-holder.c */
extern const LanyardChangeKind lanyard_change_assign;
extern const LanyardChangeKind lanyard_change_unassign;
extern const LanyardChangeKind lanyard_change_move;

/* lanyard-change-suspension.c */
extern const LanyardChangeKind lanyard_change_suspend;
extern const LanyardChangeKind lanyard_change_restore;

G_END_DECLS
