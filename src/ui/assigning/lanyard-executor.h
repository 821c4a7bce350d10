/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out what is asked in a window. */
#pragma once

#include "lanyard-batches.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_EXECUTOR (lanyard_executor_get_type ())
G_DECLARE_FINAL_TYPE (LanyardExecutor, lanyard_executor, LANYARD, EXECUTOR, GObject)

/* Properties "application" (GApplication, NULL): kept running while anything is under way; "open" (gboolean): whether a
 * workspace is on show, without which its actions are off; "writable" (gboolean): whether changes can be written down
 * first; nothing is sent unless they can; "can-undo" (gboolean, read-only).
 * Signals: "begun": something was sent; "ended" (LanyardEntry): it has its outcome; "recovered" (LanyardEntry): so has
 * what was begun by an earlier run; "failed" (GError, LanyardEntry): nothing was begun, which has no entry, or found
 * out; "said" (text): something else to be said; "offered" (text, label, action): the same, with a button; "refused":
 * it was asked for something that can't be written down; "outdated": a record is no longer there. */
LanyardExecutor *lanyard_executor_new         (void);
void             lanyard_executor_set_changes (LanyardExecutor *self,
                                               LanyardChanges  *changes);
LanyardChanges  *lanyard_executor_get_changes (LanyardExecutor *self);
LanyardBatches  *lanyard_executor_get_batches (LanyardExecutor *self);
gboolean         lanyard_executor_may_write   (LanyardExecutor *self);
void             lanyard_executor_run         (LanyardExecutor *self,
                                               LanyardChange   *change);
void             lanyard_executor_unassign    (LanyardExecutor *self,
                                               SeamCredential  *credential);
void             lanyard_executor_undo        (LanyardExecutor *self);
void             lanyard_executor_undo_entry  (LanyardExecutor *self,
                                               LanyardEntry    *entry);
void             lanyard_executor_retry_entry (LanyardExecutor *self,
                                               LanyardEntry    *entry);
void             lanyard_executor_check_entry (LanyardExecutor *self,
                                               LanyardEntry    *entry);
void             lanyard_executor_say         (LanyardExecutor *self,
                                               const char      *text);
void             lanyard_executor_offer       (LanyardExecutor *self,
                                               const char      *text,
                                               const char      *label,
                                               const char      *action);

G_END_DECLS
