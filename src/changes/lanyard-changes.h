/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be done to a workspace: changes that are written down, sent, found out about and taken back. */
#pragma once

#include "lanyard-changes-error.h"
#include "lanyard-directory.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHANGES (lanyard_changes_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChanges, lanyard_changes, LANYARD, CHANGES, GObject)

/* Read-only notifying property: "last-undoable" (LanyardEntry, NULL: what Ctrl+Z takes back).
 * Signals: "entry-begun" (LanyardEntry): a change is written down, and has no outcome yet; "entry-closed"
 * (LanyardEntry): a change has its outcome; "entry-recovered" (LanyardEntry): what came of one from before is found
 * out; "journal-failed" (GError): what is done can't be written down just now. */
LanyardChanges   *lanyard_changes_new               (LanyardDirectory     *directory,
                                                     LanyardJournal       *journal);
LanyardDirectory *lanyard_changes_get_directory     (LanyardChanges       *self);
LanyardJournal   *lanyard_changes_get_journal       (LanyardChanges       *self);

/* What may be done. Each journals, then looks, then sends, then closes its entry and emits "entry-closed"; dropping the
 * callback does not stop it. finish returns the closed entry (transfer full), whatever its outcome; NULL with a
 * LANYARD_CHANGES_ERROR when nothing was begun: what can't be, is under way already, or could not be written down.
 *
 * @taken_from: who the person was told has it now (NULL: nobody). It is read again just before; if somebody
 * else has it by now, nothing is sent, and the entry is refused: HOLDER_CHANGED. */
void              lanyard_changes_assign_async      (LanyardChanges       *self,
                                                     SeamCredential       *credential,
                                                     SeamUser             *user,
                                                     SeamUser             *taken_from,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
void              lanyard_changes_unassign_async    (LanyardChanges       *self,
                                                     SeamCredential       *credential,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Takes back what @entry did, if it is still in force (the server is asked first); a change of its own. Of a half-done
 * move: gives the credential back to who had it. */
gboolean          lanyard_changes_can_undo          (LanyardChanges       *self,
                                                     LanyardEntry         *entry);
void              lanyard_changes_undo_async        (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Tries a refused or half-done @entry again, as a new change, from where it stopped. */
void              lanyard_changes_retry_async       (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
LanyardEntry     *lanyard_changes_finish            (LanyardChanges       *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
/* Finds out what became of an unknown or pending @entry, and closes it with that; sends nothing that writes. */
void              lanyard_changes_check_async       (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean          lanyard_changes_check_finish      (LanyardChanges       *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* What this run has begun and has no outcome yet: (transfer none), GListModel of LanyardEntry. */
GListModel       *lanyard_changes_list_under_way    (LanyardChanges       *self);
LanyardEntry     *lanyard_changes_get_under_way     (LanyardChanges       *self,
                                                     const char           *credential_id);

G_END_DECLS
