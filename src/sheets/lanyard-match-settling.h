/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes of rows, once it is clear whom and what each of them means; and what is to be chosen until then. */
#pragma once

#include "lanyard-match.h"
#include "lanyard-roster.h"

G_BEGIN_DECLS

void            lanyard_match_settle (LanyardMatch       *rows,
                                      guint               n_rows,
                                      LanyardRoster      *roster,
                                      guint               n_of[LANYARD_MATCH_N_STATES]);
LanyardMatchAsk lanyard_match_ask    (const LanyardMatch *match);

G_END_DECLS
