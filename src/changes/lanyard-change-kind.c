/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of change, as a table. */
#include "lanyard-change-kind.h"

static const LanyardChangeKind * const kinds[] = {
  [LANYARD_OPERATION_ASSIGN] = &lanyard_change_assign,
  [LANYARD_OPERATION_UNASSIGN] = &lanyard_change_unassign,
  [LANYARD_OPERATION_MOVE] = &lanyard_change_move,
  [LANYARD_OPERATION_SUSPEND] = &lanyard_change_suspend,
  [LANYARD_OPERATION_RESTORE] = &lanyard_change_restore,
};

/* This sees a missing last row; a test looks for holes. */
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == LANYARD_N_CHANGE_KINDS);

/* lanyard_change_kind_has:
 * @operation: what an entry is about
 *
 * Returns: whether that is a change of something at Seam */
gboolean
lanyard_change_kind_has (LanyardOperation operation)
{
  return (guint) operation < G_N_ELEMENTS (kinds);
}

/* lanyard_change_kind_get:
 * @operation: a kind of change
 *
 * Returns: (transfer none): all that is particular to it */
const LanyardChangeKind *
lanyard_change_kind_get (LanyardOperation operation)
{
  g_assert ((guint) operation < G_N_ELEMENTS (kinds));

  return kinds[operation];
}
