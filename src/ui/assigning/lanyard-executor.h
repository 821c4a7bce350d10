/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out what is asked in a window, and tells what came of it. */
#pragma once

#include "lanyard-changes.h"
#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_EXECUTOR (lanyard_executor_get_type ())
G_DECLARE_FINAL_TYPE (LanyardExecutor, lanyard_executor, LANYARD, EXECUTOR, GObject)

typedef void (*LanyardEntryFunc) (LanyardExecutor *self,
                                  LanyardEntry    *entry);

/* Properties "application" (GApplication, NULL): kept running while anything is under way, and notifies of what came
 * of it; "connection" (LanyardConnection, NULL): the workspace, for those notifications; "open" (gboolean): whether a
 * workspace is on show, without which its actions are off; "writable" (gboolean): whether changes can be written down
 * first; nothing is sent unless they can.
 * Signals: "begun": something was sent; "told" (LanyardEntry, text): what came of it; "said" (text):
 * something else to be said; "refused": it was asked for something that can't be written down; "outdated": a record is
 * no longer there. */
LanyardExecutor *lanyard_executor_new            (void);
void             lanyard_executor_set_changes    (LanyardExecutor  *self,
                                                  LanyardChanges   *changes);
gboolean         lanyard_executor_may_write      (LanyardExecutor  *self);
SeamUser        *lanyard_executor_look_up_user   (LanyardExecutor  *self,
                                                  const char       *id);
SeamCredential  *lanyard_executor_look_up_credential (LanyardExecutor *self,
                                                      const char      *id);
void             lanyard_executor_assign         (LanyardExecutor  *self,
                                                  SeamCredential   *credential,
                                                  SeamUser         *user,
                                                  SeamUser         *taken_from);
void             lanyard_executor_unassign       (LanyardExecutor  *self,
                                                  SeamCredential   *credential);
void             lanyard_executor_undo           (LanyardExecutor  *self);
void             lanyard_executor_undo_entry     (LanyardExecutor  *self,
                                                  LanyardEntry     *entry);
void             lanyard_executor_retry_entry    (LanyardExecutor  *self,
                                                  LanyardEntry     *entry);
void             lanyard_executor_check_entry    (LanyardExecutor  *self,
                                                  LanyardEntry     *entry);
void             lanyard_executor_with_entry     (LanyardExecutor  *self,
                                                  gint64            id,
                                                  LanyardEntryFunc  act);

G_END_DECLS
