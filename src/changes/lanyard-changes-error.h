/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a change was not made, when that is no reason of the server's. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_CHANGES_ERROR (lanyard_changes_error_quark ())

/**
 * LanyardChangesError:
 * @LANYARD_CHANGES_ERROR_HOLDER_CHANGED: somebody else has the credential than the window showed; nothing
 *   was done, and the credential now shows who
 * @LANYARD_CHANGES_ERROR_ALREADY: it is already as asked; nothing was sent
 * @LANYARD_CHANGES_ERROR_OTHER_SYSTEM: credential and user are of different access systems
 * @LANYARD_CHANGES_ERROR_BUSY: another change of this record is on its way
 * @LANYARD_CHANGES_ERROR_GONE: the user or the credential no longer exists; it was taken off the list
 * @LANYARD_CHANGES_ERROR_NOT_UNDOABLE: what the entry did is no longer in force, or it did nothing
 * @LANYARD_CHANGES_ERROR_JOURNAL: it could not be written down first, so it was not sent
 * @LANYARD_CHANGES_ERROR_SUPERSEDED: what came of the entry can't be told any more: the record was changed since
 * @LANYARD_CHANGES_ERROR_NOT_SENT: Lanyard ended before it was sent
 * @LANYARD_CHANGES_ERROR_HELD_BACK: what had to be done first was not
 * @LANYARD_CHANGES_ERROR_STOPPED: its batch was stopped before it was sent
 *
 * They are kept in the journal by number, see lanyard_entry_get_own_reason(): one that is new comes last.
 */
typedef enum
{
  LANYARD_CHANGES_ERROR_HOLDER_CHANGED,
  LANYARD_CHANGES_ERROR_ALREADY,
  LANYARD_CHANGES_ERROR_OTHER_SYSTEM,
  LANYARD_CHANGES_ERROR_BUSY,
  LANYARD_CHANGES_ERROR_GONE,
  LANYARD_CHANGES_ERROR_NOT_UNDOABLE,
  LANYARD_CHANGES_ERROR_JOURNAL,
  LANYARD_CHANGES_ERROR_SUPERSEDED,
  LANYARD_CHANGES_ERROR_NOT_SENT,
  LANYARD_CHANGES_ERROR_HELD_BACK,
  LANYARD_CHANGES_ERROR_STOPPED,
} LanyardChangesError;

GQuark lanyard_changes_error_quark  (void);

GError *lanyard_changes_error_new_unlogged (const GError *reason);

/* Why @entry was not sent; -1 when it was, or when it is the server's reason. */
int    lanyard_entry_get_own_reason (LanyardEntry *entry);

G_END_DECLS
