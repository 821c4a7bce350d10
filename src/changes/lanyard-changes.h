/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be done to a workspace: changes that are written down, sent, found out about and taken back. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-changes-error.h"
#include "lanyard-journal.h"
#include "lanyard-marks.h"
#include "lanyard-runner.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHANGES (lanyard_changes_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChanges, lanyard_changes, LANYARD, CHANGES, GObject)

/* Read-only notifying property: "last-undoable" (LanyardEntry, NULL: what Ctrl+Z takes back).
 * Signals: "entry-begun" (LanyardEntry): a change is written down, and has no outcome yet; "entry-closed"
 * (LanyardEntry): a change has its outcome; "entry-recovered" (LanyardEntry): what came of one from before is found
 * out; "batch-left" (gint64): the number of a batch that an earlier run has not come to the end of;
 * "journal-failed" (GError): what is done can't be written down just now. */
LanyardChanges   *lanyard_changes_new               (LanyardDirectory     *directory,
                                                     LanyardJournal       *journal);
LanyardDirectory *lanyard_changes_get_directory     (LanyardChanges       *self);
LanyardJournal   *lanyard_changes_get_journal       (LanyardChanges       *self);
LanyardMarks     *lanyard_changes_get_marks         (LanyardChanges       *self);
LanyardRunner    *lanyard_changes_get_runner        (LanyardChanges       *self);

/* Does what @change describes, such as what lanyard-change-holder.h makes. This and the next two journal, then look,
 * then send, then close the entry and emit "entry-closed"; dropping the callback, or all of a workspace, does not stop
 * it. finish returns the closed entry (transfer full), whatever its outcome; NULL with a LANYARD_CHANGES_ERROR when
 * nothing was begun: what can't be, is under way already, or could not be written down. */
void              lanyard_changes_run_async         (LanyardChanges       *self,
                                                     LanyardChange        *change,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Takes back what @entry did, if it is still in force (the server is asked first); a change of its own, which is in no
 * batch. Of a half-done move: gives the credential back to who had it. */
LanyardChange    *lanyard_changes_describe_undo     (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GError              **error);
LanyardChange    *lanyard_changes_describe_retry    (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GError              **error);
gboolean          lanyard_changes_can_undo          (LanyardChanges       *self,
                                                     LanyardEntry         *entry);
gboolean          lanyard_changes_can_retry         (LanyardChanges       *self,
                                                     LanyardEntry         *entry);
void              lanyard_changes_undo_async        (LanyardChanges       *self,
                                                     LanyardEntry         *entry,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Tries a refused or half-done @entry again, as a new change of the same batch, from where it stopped. */
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
                                                     const char           *subject_type,
                                                     const char           *subject_id);

G_END_DECLS
