/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers as people write them, and whether two are the same. */
#include "lanyard-phone.h"

#include <string.h>

/* Without the area, any town may have it. */
#define MIN_NATIONAL 8

/* A country has a code of up to so many digits. */
#define MAX_COUNTRY 3

/* lanyard_phone_read:
 * @self: where to
 * @text: a phone number as somebody wrote it
 *
 * Returns: whether it is one, and no shorter than any */
gboolean
lanyard_phone_read (LanyardPhone *self,
                    const char   *text)
{
  gsize n = 0;
  gboolean begins_with_plus = FALSE;
  const char *start;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) && n < sizeof self->digits - 1)
        self->digits[n++] = (char) ('0' + g_unichar_digit_value (c));
      else if (g_unichar_isdigit (c) || g_unichar_isalpha (c))
        return FALSE;
      else if (n == 0 && (c == '+' || c == 0xff0b))
        begins_with_plus = TRUE;
    }
  self->digits[n] = '\0';
  start = self->digits + strspn (self->digits, "0");
  self->is_international = begins_with_plus || start - self->digits == 2;
  n -= (gsize) (start - self->digits);
  memmove (self->digits, start, n + 1);
  return n >= LANYARD_PHONE_END;
}

/* lanyard_phone_get_end:
 * @self: a number
 *
 * Returns: (transfer none): what all that are the same have in common */
const char *
lanyard_phone_get_end (const LanyardPhone *self)
{
  return self->digits + strlen (self->digits) - LANYARD_PHONE_END;
}

/* lanyard_phone_is_same:
 * @self: a number
 * @other: another one
 *
 * Returns: whether they are the same, of which one may be written as it is dialled at home */
gboolean
lanyard_phone_is_same (const LanyardPhone *self,
                       const LanyardPhone *other)
{
  const LanyardPhone *whole = self->is_international ? self : other;
  const LanyardPhone *national = self->is_international ? other : self;
  gsize n_whole = strlen (whole->digits), n_national = strlen (national->digits);

  if (g_str_equal (self->digits, other->digits))
    return TRUE;
  if (self->is_international == other->is_international || n_national < MIN_NATIONAL || n_whole <= n_national)
    return FALSE;
  return n_whole - n_national <= MAX_COUNTRY && g_str_has_suffix (whole->digits, national->digits);
}
