/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry can be about, what was to be done, and what came of it. */
#include "lanyard-entry-kinds.h"

G_DEFINE_ENUM_TYPE (LanyardOperation, lanyard_operation,
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_ASSIGN, "assign"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_UNASSIGN, "unassign"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_MOVE, "move"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_SUSPEND, "suspend"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_RESTORE, "restore"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_LOSE, "lose"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OPERATION_FIND, "find"))

G_DEFINE_ENUM_TYPE (LanyardOutcome, lanyard_outcome,
                    G_DEFINE_ENUM_VALUE (LANYARD_OUTCOME_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OUTCOME_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OUTCOME_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OUTCOME_HALF_DONE, "half-done"),
                    G_DEFINE_ENUM_VALUE (LANYARD_OUTCOME_UNKNOWN, "unknown"))

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *known = g_enum_get_value (klass, value);

  return known != NULL ? known->value_nick : NULL;
}

/**
 * lanyard_operation_get_nick:
 * @operation: what was to be done
 *
 * Returns: (nullable): its word; %NULL for what is none
 */
const char *
lanyard_operation_get_nick (LanyardOperation operation)
{
  return get_nick (LANYARD_TYPE_OPERATION, (int) operation);
}

/**
 * lanyard_operation_from_nick:
 * @nick: (nullable): a word
 * @operation: (out): what it stands for; left alone when that is nothing
 *
 * Returns: whether it stands for something
 */
gboolean
lanyard_operation_from_nick (const char       *nick,
                             LanyardOperation *operation)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (LANYARD_TYPE_OPERATION);
  GEnumValue *known = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  /* Newer GLib (seen with 2.90) finds it in another case as well. */
  if (known == NULL || strcmp (known->value_nick, nick) != 0)
    return FALSE;
  *operation = (LanyardOperation) known->value;
  return TRUE;
}

/**
 * lanyard_operation_from_holders:
 * @from: (nullable): who had a credential
 * @to: (nullable): who was to have it
 *
 * Returns: what leads from the one to the other
 */
LanyardOperation
lanyard_operation_from_holders (const char *from,
                                const char *to)
{
  if (to == NULL)
    return LANYARD_OPERATION_UNASSIGN;
  return from == NULL ? LANYARD_OPERATION_ASSIGN : LANYARD_OPERATION_MOVE;
}

/**
 * lanyard_outcome_get_nick:
 * @outcome: what came of it
 *
 * Returns: (nullable): its word; %NULL for what is none
 */
const char *
lanyard_outcome_get_nick (LanyardOutcome outcome)
{
  return get_nick (LANYARD_TYPE_OUTCOME, (int) outcome);
}
