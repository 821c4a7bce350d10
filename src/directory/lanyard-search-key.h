/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names and numbers are folded so that a search finds them, and names so that they sort. */
#pragma once

#include "seam.h"

void      lanyard_search_key_append       (GString            *text,
                                           SeamRecord         *record);
void      lanyard_search_key_append_place (GString            *text,
                                           const char         *name);
GStrv     lanyard_search_words            (const char         *search);
gboolean  lanyard_search_matches          (const char         *key,
                                           const char * const *words);
gboolean  lanyard_search_finds_ids        (const char         *word);
