/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change after the other, from its beginning to its outcome: journalled, looked at, sent, told. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-recovery.h"
#include "lanyard-under-way.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RUNNER (lanyard_runner_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRunner, lanyard_runner, LANYARD, RUNNER, GObject)

/* Signals: "begun" (LanyardEntry): a change is written down, and has no outcome yet; "closed" (LanyardEntry): it has
 * its outcome; "journal-failed" (GError): what is done can't be written down just now. */
LanyardRunner *lanyard_runner_new (LanyardDirectory *directory,
                                   LanyardJournal   *journal,
                                   LanyardClaims    *claims,
                                   LanyardUnderWay  *under_way,
                                   LanyardRecovery  *recovery);
void           lanyard_runner_run (LanyardRunner    *self,
                                   LanyardChange    *change,
                                   GTask            *task);

G_END_DECLS
