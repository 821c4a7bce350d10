/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of a name among others: as the locale orders them, and numbers by what they count.
 *
 * g_utf8_collate_key_for_filename() would have "10" behind "2" too, but puts a point before everything and parts a name
 * at each of them, so that "J. Okafor" would not be among the others. Here each number is put behind the number of its
 * digits, which makes the locale's own order do it. */
#include "lanyard-place.h"

#include <string.h>

/* Those of more digits are filled up with zeros to so many, behind one of them. */
#define MANY 9
#define FILLED 24

static gboolean
has_digit (const char *text)
{
  if (strpbrk (text, "0123456789") != NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
append_number (GString    *text,
               const char *digits)
{
  gsize size;

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  size = strlen (digits);
  g_string_append_c (text, (char) ('0' + MIN (size, MANY)));
  for (gsize i = size; size >= MANY && i < FILLED; i++)
    g_string_append_c (text, '0');
  g_string_append (text, digits);
}

static char *
count_digits (const char *name)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          g_string_append_c (number, (char) ('0' + g_unichar_digit_value (c)));
          continue;
        }
      if (number->len > 0)
        append_number (text, number->str);
      g_string_truncate (number, 0);
      g_string_append_unichar (text, c);
    }
  if (number->len > 0)
    append_number (text, number->str);
  return g_string_free (text, FALSE);
}

/* lanyard_place_append:
 * @place: what to append to
 * @name: valid UTF-8
 *
 * Appends the place of @name, for strcmp(). May be called on any thread. */
void
lanyard_place_append (GString    *place,
                      const char *name)
{
  g_autofree char *counted = has_digit (name) ? count_digits (name) : NULL;
  g_autofree char *key = g_utf8_collate_key (counted != NULL ? counted : name, -1);

  g_string_append (place, key);
}
