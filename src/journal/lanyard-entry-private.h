/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the journal moves an entry on. */
#pragma once

#include "lanyard-entry.h"

void lanyard_entry_set_id        (LanyardEntry *self, gint64 id);
void lanyard_entry_set_undone_by (LanyardEntry *self, gint64 id);
void lanyard_entry_set_is_sent   (LanyardEntry *self, gboolean is_sent);
void lanyard_entry_set_outcome   (LanyardEntry *self, LanyardOutcome outcome, gint64 closed_at, int error_code,
                                  const char *message, const char *request_id);
