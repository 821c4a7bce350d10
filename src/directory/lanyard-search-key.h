/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names and numbers are folded so that a search finds them. */
#pragma once

#include "seam.h"

char     *lanyard_search_key_for_record (SeamRecord         *record);
GStrv     lanyard_search_words          (const char         *search);
gboolean  lanyard_search_key_matches    (const char         *key,
                                         const char * const *words);
