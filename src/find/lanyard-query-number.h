/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word of a search against the numbers that a record is found by. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardNumberMatch:
 * @LANYARD_NUMBER_MATCH_NONE: not at all
 * @LANYARD_NUMBER_MATCH_PART: it begins with the word
 * @LANYARD_NUMBER_MATCH_END: it ends with the word
 * @LANYARD_NUMBER_MATCH_WHOLE: it is the word, but for zeros before it
 */
typedef enum
{
  LANYARD_NUMBER_MATCH_NONE,
  LANYARD_NUMBER_MATCH_PART,
  LANYARD_NUMBER_MATCH_END,
  LANYARD_NUMBER_MATCH_WHOLE,
} LanyardNumberMatch;

/**
 * LanyardQueryNumber:
 * @text: the digits and letters of the word
 * @needle: what is in every number that the word is found in, and in every name: to look for first
 * @phone: (nullable): of a phone, without what is dialled before the country or the area
 * @is_international: whether @phone begins with a country's code
 * @is_plain: whether all of the above are the same digits, as many as are looked for at the beginning of a number
 *
 * A word of a search as a number.
 */
typedef struct
{
  char       *text;
  const char *needle;
  char       *phone;
  gboolean    is_international;
  gboolean    is_plain;
} LanyardQueryNumber;

void               lanyard_query_number_init   (LanyardQueryNumber       *self,
                                                const char               *folded,
                                                const char               *text,
                                                gboolean                  is_phone);
void               lanyard_query_number_clear  (LanyardQueryNumber       *self);
LanyardNumberMatch lanyard_query_number_match  (const LanyardQueryNumber *self,
                                                const char               *text);
gboolean           lanyard_query_number_begins (const char               *text,
                                                const char               *at);
gboolean           lanyard_query_number_is     (const char               *exact,
                                                const char               *text);

G_END_DECLS
