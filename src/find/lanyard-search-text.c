/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is found by, as one text in sections: its names, its numbers, its id. */
#include "lanyard-search-text.h"

#include <string.h>

#include "lanyard-fold.h"

void
lanyard_search_text_append_name (GString    *text,
                                 const char *name)
{
  if (name == NULL)
    return;
  if (lanyard_fold_append (text, name, LANYARD_FOLD_NAME))
    {
      g_string_append_c (text, LANYARD_SEARCH_TEXT_OTHER);
      lanyard_fold_append (text, name, LANYARD_FOLD_NAME | LANYARD_FOLD_SPELLED);
    }
  g_string_append_c (text, '\n');
}

void
lanyard_search_text_append_address (GString    *text,
                                    const char *address)
{
  if (address == NULL)
    return;
  lanyard_fold_append (text, address, LANYARD_FOLD_ADDRESS);
  g_string_append_c (text, '\n');
}

void
lanyard_search_text_begin_numbers (GString *text)
{
  g_string_append_c (text, LANYARD_SEARCH_TEXT_NUMBERS);
}

/* lanyard_search_text_read_phone:
 * @phone: a phone number, as somebody has written it
 * @is_international: return location for whether it begins with a country's code
 *
 * A zero in brackets is what to dial first from within the country: "+49 (0) 176…".
 *
 * Returns: (transfer full): its digits, without what is dialled before the country or the area */
char *
lanyard_search_text_read_phone (const char *phone,
                                gboolean   *is_international)
{
  GString *digits = g_string_new (NULL);
  const char *trunk = strstr (phone, "(0)");
  gboolean has_plus = FALSE;
  gsize n_zeros;

  for (const char *p = phone; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '+' || c == 0xff0b)
        has_plus |= digits->len == 0;
      else if (g_unichar_isdigit (c) && (trunk == NULL || p != trunk + 1))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
    }
  n_zeros = strspn (digits->str, "0");
  *is_international = has_plus || n_zeros >= 2;
  g_string_erase (digits, 0, (gssize) n_zeros);
  return g_string_free (digits, FALSE);
}

void
lanyard_search_text_append_phone (GString    *text,
                                  const char *phone)
{
  gboolean is_international;
  g_autofree char *digits = phone != NULL ? lanyard_search_text_read_phone (phone, &is_international) : NULL;

  if (digits == NULL || *digits == '\0')
    return;
  g_string_append_c (text, is_international ? LANYARD_SEARCH_TEXT_INTERNATIONAL : LANYARD_SEARCH_TEXT_NATIONAL);
  g_string_append (text, digits);
  g_string_append_c (text, '\n');
}

/* Of a part, the end is what is known; the sign before it is none that is typed. */
void
lanyard_search_text_append_card (GString             *text,
                                 const LanyardNumber *number)
{
  const char *exact;

  if (number == NULL)
    return;
  exact = lanyard_number_get_exact_key (number);
  g_string_append_c (text, LANYARD_SEARCH_TEXT_CARD);
  if (exact != NULL)
    g_string_append (text, exact);
  else
    lanyard_fold_append (text, lanyard_number_get_text (number), LANYARD_FOLD_ADDRESS);
  g_string_append_c (text, '\n');
}

void
lanyard_search_text_append_id (GString    *text,
                               const char *id)
{
  g_string_append_c (text, LANYARD_SEARCH_TEXT_ID);
  lanyard_fold_append (text, id, LANYARD_FOLD_ADDRESS);
}
