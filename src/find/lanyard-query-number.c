/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word of a search against the numbers that a record is found by. */
#include "lanyard-query-number.h"

#include <string.h>

#include "lanyard-search-text.h"

/* Of fewer nothing but a whole number is found: they are in too many. */
#define MIN_DIGITS 4

/* Of a country's code. */
#define MAX_COUNTRY 3

/* Of the numbers. */
typedef struct
{
  char        kind;
  const char *digits;
  gsize       size;
} Line;

static gboolean
begins (const char *digits,
        gsize       size,
        const char *part,
        gsize       part_size)
{
  return part_size <= size && memcmp (digits, part, part_size) == 0;
}

static gboolean
ends (const char *digits,
      gsize       size,
      const char *part,
      gsize       part_size)
{
  return part_size <= size && memcmp (digits + size - part_size, part, part_size) == 0;
}

static LanyardNumberMatch
match_card (const char *digits,
            gsize       size,
            const char *word)
{
  const char *significant = word + strspn (word, "0");
  gsize word_size = strlen (word), significant_size = strlen (significant);

  if (significant_size == size && begins (digits, size, significant, size))
    return LANYARD_NUMBER_MATCH_WHOLE;
  if (word_size < MIN_DIGITS)
    return LANYARD_NUMBER_MATCH_NONE;
  if (ends (digits, size, word, word_size))
    return LANYARD_NUMBER_MATCH_END;
  return significant_size >= MIN_DIGITS && begins (digits, size, significant, significant_size)
           ? LANYARD_NUMBER_MATCH_PART : LANYARD_NUMBER_MATCH_NONE;
}

/* How many digits a country's code has, by the first two (ITU-T E.164). */
static gsize
country_size (const char *digits)
{
  static const char * const two[] = { "0", "", "07", "012346 9", "013456789", "12345678", "0123456", "", "1246",
                                      "0123458" };
  guint first = (guint) g_ascii_digit_value (*digits);

  if (*digits == '1' || *digits == '7')
    return 1;
  return first < G_N_ELEMENTS (two) && digits[1] != '\0' && digits[1] != ' ' && strchr (two[first], digits[1]) != NULL
           ? 2 : 3;
}

/* @digits with the country's code, or without the zero before the area's; @part likewise. From the front, and the
 * last ones. */
static LanyardNumberMatch
match_phone (const char  *digits,
             gsize        size,
             gboolean     is_international,
             const LanyardQueryNumber *self)
{
  const char *part = self->phone;
  gsize part_size = strlen (part);
  gsize country;

  if (part_size < MIN_DIGITS)
    return LANYARD_NUMBER_MATCH_NONE;
  if (is_international == self->is_international && begins (digits, size, part, part_size))
    return part_size == size ? LANYARD_NUMBER_MATCH_WHOLE : LANYARD_NUMBER_MATCH_PART;
  if (!self->is_international)
    {
      if (ends (digits, size, part, part_size))
        return LANYARD_NUMBER_MATCH_END;
      country = is_international ? country_size (digits) : 0;
      /* Without anything before it, it may have been typed with the country's code as well. */
      return (size > country && begins (digits + country, size - country, part, part_size))
               || begins (digits, size, part, part_size)
               ? LANYARD_NUMBER_MATCH_PART : LANYARD_NUMBER_MATCH_NONE;
    }
  country = country_size (part);
  if (is_international || part_size < country + MIN_DIGITS)
    return LANYARD_NUMBER_MATCH_NONE;
  return begins (digits, size, part + country, part_size - country) ? LANYARD_NUMBER_MATCH_PART
                                                                    : LANYARD_NUMBER_MATCH_NONE;
}

static char *
keep_alphanumeric (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
      g_string_append_c (kept, *p);
  return g_string_free (kept, FALSE);
}

/* lanyard_query_number_init:
 * @self: a word as a number, with nothing in it yet
 * @folded: the word, folded
 * @text: the word as it was typed
 * @is_phone: whether it may be a phone's */
void
lanyard_query_number_init (LanyardQueryNumber *self,
                           const char         *folded,
                           const char         *text,
                           gboolean            is_phone)
{
  gsize country = 0;

  self->text = keep_alphanumeric (folded);
  self->phone = is_phone ? lanyard_search_text_read_phone (text, &self->is_international) : NULL;
  if (self->is_international && *self->phone != '\0')
    country = MIN (country_size (self->phone), strlen (self->phone));
  self->needle = self->phone != NULL ? self->phone + country : self->text + strspn (self->text, "0");
  /* A zero in brackets is in one and not in the other. */
  if (strstr (self->text, self->needle) == NULL)
    self->needle = "";
  self->is_plain = self->phone != NULL && !self->is_international && strlen (self->text) >= MIN_DIGITS
                   && g_str_equal (self->text, self->phone);
}

void
lanyard_query_number_clear (LanyardQueryNumber *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->phone, g_free);
}

static LanyardNumberMatch
match_line (const LanyardQueryNumber *self,
            Line                      line)
{
  if (line.kind == LANYARD_SEARCH_TEXT_CARD)
    return match_card (line.digits, line.size, self->text);
  if (self->phone == NULL)
    return LANYARD_NUMBER_MATCH_NONE;
  return match_phone (line.digits, line.size, line.kind == LANYARD_SEARCH_TEXT_INTERNATIONAL, self);
}

static const char *
first_line (const char *text)
{
  const char *numbers = strchrnul (text, LANYARD_SEARCH_TEXT_NUMBERS);

  return *numbers != '\0' ? numbers + 1 : numbers;
}

/* Reads the line that begins at @rest, and steps behind it. */
static gboolean
next_line (const char **rest,
           Line        *line)
{
  const char *end;

  if (**rest == '\0' || **rest == LANYARD_SEARCH_TEXT_ID)
    return FALSE;
  end = strchrnul (*rest, '\n');
  *line = (Line) { **rest, *rest + 1, (gsize) (end - *rest - 1) };
  *rest = *end != '\0' ? end + 1 : end;
  return TRUE;
}

/* lanyard_query_number_match:
 * @self: a word that is looked for
 * @text: what a record is found by, or its end from the numbers on
 *
 * Returns: how well @self fits that of its numbers which it fits best */
LanyardNumberMatch
lanyard_query_number_match (const LanyardQueryNumber *self,
                            const char               *text)
{
  LanyardNumberMatch best = LANYARD_NUMBER_MATCH_NONE;
  const char *rest = first_line (text);
  Line line;

  while (next_line (&rest, &line))
    best = MAX (best, match_line (self, line));
  return best;
}

/* lanyard_query_number_begins:
 * @text: what a record is found by
 * @at: where in it the digits of a plain #LanyardQueryNumber are
 *
 * Most are found so, and what else is in @text needs no look then.
 *
 * Returns: whether a number begins there, with or without a country's code before it; or a name that has the digits in
 *   it */
gboolean
lanyard_query_number_begins (const char *text,
                             const char *at)
{
  const char *kind = at - 1;
  gsize n_before;

  while (kind > text && at - kind <= MAX_COUNTRY && g_ascii_isdigit (*kind))
    kind--;
  if (kind <= text || (kind[-1] != LANYARD_SEARCH_TEXT_NUMBERS && kind[-1] != '\n'))
    return FALSE;
  n_before = (gsize) (at - kind - 1);
  if (*kind == LANYARD_SEARCH_TEXT_INTERNATIONAL)
    return n_before == 0 || n_before == country_size (kind + 1);
  return n_before == 0 && (*kind == LANYARD_SEARCH_TEXT_NATIONAL || *kind == LANYARD_SEARCH_TEXT_CARD);
}

/* lanyard_query_number_is:
 * @exact: the exact key of a card's number
 * @text: what a record is found by
 *
 * Returns: whether that is the number of its card */
gboolean
lanyard_query_number_is (const char *exact,
                         const char *text)
{
  gsize size = strlen (exact);
  const char *rest = first_line (text);
  Line line;

  while (next_line (&rest, &line))
    if (line.kind == LANYARD_SEARCH_TEXT_CARD && line.size == size && memcmp (line.digits, exact, size) == 0)
      return TRUE;
  return FALSE;
}
