/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation on a credential, from before it is sent to its outcome: a line of the journal. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LanyardOperation:
 * @LANYARD_OPERATION_ASSIGN: a credential that nobody had was given to a user
 * @LANYARD_OPERATION_UNASSIGN: it was taken from its user
 * @LANYARD_OPERATION_MOVE: it was taken from one user and given to another; two requests
 */
typedef enum
{
  LANYARD_OPERATION_ASSIGN,
  LANYARD_OPERATION_UNASSIGN,
  LANYARD_OPERATION_MOVE,
} LanyardOperation;

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

#define LANYARD_ENTRY_OWN_REASONS 1000

#define LANYARD_TYPE_OPERATION (lanyard_operation_get_type ())
#define LANYARD_TYPE_OUTCOME (lanyard_outcome_get_type ())
GType lanyard_operation_get_type (void);
GType lanyard_outcome_get_type (void);

#define LANYARD_TYPE_ENTRY (lanyard_entry_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntry, lanyard_entry, LANYARD, ENTRY, GObject)

/* The properties below are construct-only; names are kept as they were at the time. None holds a secret:
 * labels are the masked display names. All have getters of the same name:
 *   id (gint64; 0 until journalled), begun-at (gint64, µs), operation, workspace-id,
 *   credential-id, credential-label, system-id,
 *   from-id, from-label (who had it; NULL if nobody), to-id, to-label (who is to have it; NULL if nobody),
 *   operator (the login name of who did it), undo-of (gint64 id of the entry that this one takes back; 0 if none).
 * The rest change while it runs, and notify:
 *   outcome, closed-at (gint64, µs; 0 while pending), message (the server's words or NULL), request-id (or
 *   NULL), error-code (SeamErrorCode as int, -1 if none; from
 *   LANYARD_ENTRY_OWN_REASONS on, a reason that the server has not given), is-sent (gboolean: FALSE when it certainly
 *   was not), undone-by (gint64 id; 0 if not undone). */
gint64            lanyard_entry_get_id               (LanyardEntry *self);
gint64            lanyard_entry_get_begun_at         (LanyardEntry *self);
gint64            lanyard_entry_get_closed_at        (LanyardEntry *self);
LanyardOperation  lanyard_entry_get_operation        (LanyardEntry *self);
LanyardOutcome    lanyard_entry_get_outcome          (LanyardEntry *self);
const char       *lanyard_entry_get_workspace_id     (LanyardEntry *self);
const char       *lanyard_entry_get_credential_id    (LanyardEntry *self);
const char       *lanyard_entry_get_credential_label (LanyardEntry *self);
const char       *lanyard_entry_get_system_id        (LanyardEntry *self);
const char       *lanyard_entry_get_from_id          (LanyardEntry *self);
const char       *lanyard_entry_get_from_label       (LanyardEntry *self);
const char       *lanyard_entry_get_to_id            (LanyardEntry *self);
const char       *lanyard_entry_get_to_label         (LanyardEntry *self);
const char       *lanyard_entry_get_operator         (LanyardEntry *self);
const char       *lanyard_entry_get_message          (LanyardEntry *self);
const char       *lanyard_entry_get_request_id       (LanyardEntry *self);
int               lanyard_entry_get_error_code       (LanyardEntry *self);
gboolean          lanyard_entry_get_is_sent          (LanyardEntry *self);
gint64            lanyard_entry_get_undo_of          (LanyardEntry *self);
gint64            lanyard_entry_get_undone_by        (LanyardEntry *self);

G_END_DECLS
