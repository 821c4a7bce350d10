/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes need to run, and where it is told that one is begun or has its outcome. */
#pragma once

#include "lanyard-recovery.h"
#include "lanyard-under-way.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RUNNER (lanyard_runner_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRunner, lanyard_runner, LANYARD, RUNNER, GObject)

/* Signals: "begun" (LanyardEntry): a change is written down, and has no outcome yet; "closed" (LanyardEntry): it has
 * its outcome; "journal-failed" (GError): what is done can't be written down just now. */
LanyardRunner    *lanyard_runner_new                 (LanyardDirectory *directory,
                                                      LanyardJournal   *journal,
                                                      LanyardClaims    *claims,
                                                      LanyardUnderWay  *under_way,
                                                      LanyardRecovery  *recovery);
LanyardDirectory *lanyard_runner_get_directory       (LanyardRunner    *self);
LanyardJournal   *lanyard_runner_get_journal         (LanyardRunner    *self);
LanyardClaims    *lanyard_runner_get_claims          (LanyardRunner    *self);
LanyardUnderWay  *lanyard_runner_get_under_way       (LanyardRunner    *self);
LanyardRecovery  *lanyard_runner_get_recovery        (LanyardRunner    *self);
void              lanyard_runner_tell_begun          (LanyardRunner    *self,
                                                      LanyardEntry     *entry);
void              lanyard_runner_tell_closed         (LanyardRunner    *self,
                                                      LanyardEntry     *entry);
void              lanyard_runner_tell_journal_failed (LanyardRunner    *self,
                                                      const GError     *error);

G_END_DECLS
