/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry can be about, what was to be done, and what came of it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What kind of record an entry is about. A text, so that what is kept is kept whatever it says. */
#define LANYARD_SUBJECT_CREDENTIAL "credential"
#define LANYARD_SUBJECT_USER "user"

/**
 * LanyardOperation:
 * @LANYARD_OPERATION_ASSIGN: a credential that nobody had was given to a user
 * @LANYARD_OPERATION_UNASSIGN: it was taken from its user
 * @LANYARD_OPERATION_MOVE: it was taken from one user and given to another; two requests
 * @LANYARD_OPERATION_SUSPEND: a user was suspended, so that what they have opens nothing
 * @LANYARD_OPERATION_RESTORE: a user was no longer suspended
 * @LANYARD_OPERATION_LOSE: a credential was marked as lost; of Lanyard's own, and nothing that a server is asked for
 * @LANYARD_OPERATION_FIND: it was marked as found; the same
 */
typedef enum
{
  LANYARD_OPERATION_ASSIGN,
  LANYARD_OPERATION_UNASSIGN,
  LANYARD_OPERATION_MOVE,
  LANYARD_OPERATION_SUSPEND,
  LANYARD_OPERATION_RESTORE,
  LANYARD_OPERATION_LOSE,
  LANYARD_OPERATION_FIND,
} LanyardOperation;

#define LANYARD_N_OPERATIONS (LANYARD_OPERATION_FIND + 1)

/**
 * LanyardOutcome:
 * @LANYARD_OUTCOME_PENDING: journalled, and perhaps sent; no outcome yet
 * @LANYARD_OUTCOME_DONE: the server has it as asked
 * @LANYARD_OUTCOME_REFUSED: nothing was changed
 * @LANYARD_OUTCOME_HALF_DONE: of a move, taken from the one but not given to the other: nobody has it
 * @LANYARD_OUTCOME_UNKNOWN: it could not be found out
 */
typedef enum
{
  LANYARD_OUTCOME_PENDING,
  LANYARD_OUTCOME_DONE,
  LANYARD_OUTCOME_REFUSED,
  LANYARD_OUTCOME_HALF_DONE,
  LANYARD_OUTCOME_UNKNOWN,
} LanyardOutcome;

#define LANYARD_TYPE_OPERATION (lanyard_operation_get_type ())
#define LANYARD_TYPE_OUTCOME (lanyard_outcome_get_type ())
GType lanyard_operation_get_type (void);
GType lanyard_outcome_get_type (void);

/* The nick is what files have. */
const char      *lanyard_operation_get_nick     (LanyardOperation  operation);
gboolean         lanyard_operation_from_nick    (const char       *nick,
                                                 LanyardOperation *operation);
LanyardOperation lanyard_operation_from_holders (const char       *from,
                                                 const char       *to);
const char      *lanyard_outcome_get_nick       (LanyardOutcome    outcome);

G_END_DECLS
