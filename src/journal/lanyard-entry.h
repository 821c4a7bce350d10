/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation on a record, from before it is sent to its outcome: a line of the journal. */
#pragma once

#include <gio/gio.h>

#include "lanyard-entry-kinds.h"

G_BEGIN_DECLS

#define LANYARD_ENTRY_OWN_REASONS 1000

#define LANYARD_TYPE_ENTRY (lanyard_entry_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntry, lanyard_entry, LANYARD, ENTRY, GObject)

/* The properties below are construct-only; names are kept as they were at the time. None holds a secret:
 * names are those that are shown, with numbers masked. All have getters of the same name:
 *   begun-at (gint64, µs), operation, workspace-id, subject-type, subject-id, subject-name (the record that it is done
 *   to), system-id, before, after (what of the record is changed, as it was and as it is to be: a JSON object, or NULL
 *   where there is no record then; the texts that lanyard_holder_write() makes where who has it is changed; whether a
 *   user "is_suspended"),
 *   operator (the login name of who did it), batch (gint64 number that all entries of one batch have; 0 if none),
 *   undo-of (gint64 id of the entry that this one takes back; 0 if none), first-id (the id of the record of the same
 *   batch whose change has to be done before this one is sent, or NULL).
 * The rest change while it runs, and notify:
 *   id (gint64; 0 until journalled), outcome, closed-at (gint64, µs; 0 while pending), message (what the server or a
 *   library wrote: the type of the error, ": " and its text, or only a text; or
 *   NULL), request-id (or NULL), error-code (SeamErrorCode as int, -1 if none; from LANYARD_ENTRY_OWN_REASONS on, a
 *   reason that the server has not given), is-sent (gboolean: FALSE when it certainly was not), undone-by (gint64 id;
 *   0 if not undone). */
gint64            lanyard_entry_get_id               (LanyardEntry *self);
gint64            lanyard_entry_get_begun_at         (LanyardEntry *self);
gint64            lanyard_entry_get_closed_at        (LanyardEntry *self);
LanyardOperation  lanyard_entry_get_operation        (LanyardEntry *self);
LanyardOutcome    lanyard_entry_get_outcome          (LanyardEntry *self);
const char       *lanyard_entry_get_workspace_id     (LanyardEntry *self);
const char       *lanyard_entry_get_subject_type     (LanyardEntry *self);
const char       *lanyard_entry_get_subject_id       (LanyardEntry *self);
const char       *lanyard_entry_get_subject_name     (LanyardEntry *self);
const char       *lanyard_entry_get_system_id        (LanyardEntry *self);
const char       *lanyard_entry_get_before           (LanyardEntry *self);
const char       *lanyard_entry_get_after            (LanyardEntry *self);
const char       *lanyard_entry_get_first_id         (LanyardEntry *self);
const char       *lanyard_entry_get_operator         (LanyardEntry *self);
const char       *lanyard_entry_get_message          (LanyardEntry *self);
const char       *lanyard_entry_get_request_id       (LanyardEntry *self);
int               lanyard_entry_get_error_code       (LanyardEntry *self);
gboolean          lanyard_entry_get_is_sent          (LanyardEntry *self);
gint64            lanyard_entry_get_batch            (LanyardEntry *self);
gint64            lanyard_entry_get_undo_of          (LanyardEntry *self);
gint64            lanyard_entry_get_undone_by        (LanyardEntry *self);

/* Of an entry about a credential: which, who had it, and who is to have it; NULL for nobody, and for all others. */
const char       *lanyard_entry_get_credential_id    (LanyardEntry *self);
const char       *lanyard_entry_get_credential_label (LanyardEntry *self);
const char       *lanyard_entry_get_from_id          (LanyardEntry *self);
const char       *lanyard_entry_get_from_label       (LanyardEntry *self);
const char       *lanyard_entry_get_to_id            (LanyardEntry *self);
const char       *lanyard_entry_get_to_label         (LanyardEntry *self);

/* Of an entry about a user: whom; NULL for all others. */
const char       *lanyard_entry_get_user_id          (LanyardEntry *self);
const char       *lanyard_entry_get_user_label       (LanyardEntry *self);

G_END_DECLS
