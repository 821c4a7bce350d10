/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is found by, as one text in sections: its names, its numbers, its id. */
#pragma once

#include "lanyard-number.h"

G_BEGIN_DECLS

/* Where a section begins. Before the first there are names and addresses, a line each; the first line is the name, and
 * where it can be spelled another way, that too, after LANYARD_SEARCH_TEXT_OTHER. */
#define LANYARD_SEARCH_TEXT_NUMBERS '\2'
#define LANYARD_SEARCH_TEXT_ID '\1'
#define LANYARD_SEARCH_TEXT_OTHER '\3'

/* What a line of the numbers begins with. */
#define LANYARD_SEARCH_TEXT_CARD 'c'
#define LANYARD_SEARCH_TEXT_INTERNATIONAL '+'
#define LANYARD_SEARCH_TEXT_NATIONAL '-'

/* In this order. */
void lanyard_search_text_append_name    (GString             *text,
                                         const char          *name);
void lanyard_search_text_append_address (GString             *text,
                                         const char          *address);
void lanyard_search_text_begin_numbers  (GString             *text);
void lanyard_search_text_append_phone   (GString             *text,
                                         const char          *phone);
void lanyard_search_text_append_card    (GString             *text,
                                         const LanyardNumber *number);
void lanyard_search_text_append_id      (GString             *text,
                                         const char          *id);

char *lanyard_search_text_read_phone    (const char          *phone,
                                         gboolean            *is_international);

G_END_DECLS
