/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a change, with what only the workspace knows about it. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

char *lanyard_outcome_reason         (LanyardDirectory *directory,
                                      LanyardEntry     *entry);
char *lanyard_outcome_text           (LanyardDirectory *directory,
                                      LanyardEntry     *entry);
char *lanyard_outcome_recovered_text (LanyardDirectory *directory,
                                      LanyardEntry     *entry);

G_END_DECLS
