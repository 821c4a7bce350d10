/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding out what became of a change whose outcome isn't known; nothing here writes to the server. */
#pragma once

#include "lanyard-claims.h"
#include "lanyard-journal.h"
#include "lanyard-subject.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RECOVERY (lanyard_recovery_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRecovery, lanyard_recovery, LANYARD, RECOVERY, GObject)

/* Signals: "recovered" (LanyardEntry): what came of one from before is found out; "batch-left" (gint64): the number of
 * a batch that was not come to the end of; "journal-failed" (GError): that could not be written down. */
LanyardRecovery *lanyard_recovery_new            (LanyardDirectory     *directory,
                                                  LanyardJournal       *journal,
                                                  LanyardClaims        *claims);
void             lanyard_recovery_recover        (LanyardRecovery      *self);
void             lanyard_recovery_check          (LanyardRecovery      *self,
                                                  LanyardEntry         *entry,
                                                  GTask                *task);

/* For who is about to change a record that something doubtful was done to. */
guint            lanyard_recovery_time_to_settle (LanyardRecovery      *self,
                                                  GPtrArray            *doubtful,
                                                  const LanyardSubject *subject,
                                                  const char           *record_id);
void             lanyard_recovery_settle         (LanyardRecovery      *self,
                                                  GPtrArray            *doubtful,
                                                  const LanyardSubject *subject,
                                                  SeamRecord           *seen);

G_END_DECLS
