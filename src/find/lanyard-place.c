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

static void
append_number (GString    *text,
               const char *digits,
               gsize       size)
{
  while (size > 1 && *digits == '0')
    {
      digits++;
      size--;
    }
  g_string_append_c (text, (char) ('0' + MIN (size, MANY)));
  for (gsize i = size; size >= MANY && i < FILLED; i++)
    g_string_append_c (text, '0');
  g_string_append_len (text, digits, (gssize) size);
}

/* Of ASCII's digits. */
static char *
count_digits (const char *name)
{
  GString *text = g_string_sized_new (strlen (name) + FILLED);

  while (*name != '\0')
    {
      gsize n_before = strcspn (name, "0123456789");
      gsize n_digits = strspn (name + n_before, "0123456789");

      g_string_append_len (text, name, (gssize) n_before);
      if (n_digits > 0)
        append_number (text, name + n_before, n_digits);
      name += n_before + n_digits;
    }
  return g_string_free (text, FALSE);
}

/* With the digits of other scripts as ASCII has them; NULL: it has none. */
static char *
make_ascii_digits (const char *name)
{
  GString *text = NULL;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
      gboolean is_foreign = c >= 0x80 && g_unichar_isdigit (c);

      if (is_foreign && text == NULL)
        text = g_string_new_len (name, p - name);
      if (is_foreign)
        g_string_append_c (text, (char) ('0' + g_unichar_digit_value (c)));
      else if (text != NULL)
        g_string_append_unichar (text, c);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
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
  g_autofree char *plain = make_ascii_digits (name);
  const char *text = plain != NULL ? plain : name;
  g_autofree char *counted = strpbrk (text, "0123456789") != NULL ? count_digits (text) : NULL;
  g_autofree char *key = g_utf8_collate_key (counted != NULL ? counted : text, -1);

  g_string_append (place, key);
}
