/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two houses with people and cards, as a sheet is compared with them. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-matches.h"

G_BEGIN_DECLS

#define HOUSES_N_USERS 7
#define HOUSES_N_CREDENTIALS 12

LanyardDirectory *houses_new          (void);
LanyardRoster    *houses_take_roster  (LanyardDirectory  *directory);
LanyardMatches   *houses_match        (LanyardDirectory  *directory,
                                       const char        *text);
LanyardMatches   *houses_match_bytes  (LanyardDirectory  *directory,
                                       const char        *data,
                                       gsize              size);
void              houses_assert_match (LanyardMatches    *matches,
                                       guint              position,
                                       LanyardMatchState  state,
                                       LanyardMatchReason reason,
                                       const char        *user_id,
                                       const char        *credential_id);

G_END_DECLS
