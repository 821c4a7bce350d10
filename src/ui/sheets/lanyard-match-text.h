/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a sheet is called, and what comes of it, in words. */
#pragma once

#include "lanyard-matches.h"

G_BEGIN_DECLS

char *lanyard_match_title (LanyardMatches *matches,
                           guint           position);
char *lanyard_match_text  (LanyardMatches *matches,
                           guint           position);
char *lanyard_match_line  (LanyardMatches *matches,
                           guint           position);
char *lanyard_match_count (LanyardMatches *matches);
char *lanyard_match_deed  (LanyardMatches *matches);

G_END_DECLS
