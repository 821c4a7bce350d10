/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole number of up to 128 bits: no card's chip has a longer one. */
#include "lanyard-value.h"

#include <string.h>

/* As many as the longest has, in decimal, and its end. */
#define MAX_DIGITS 40

/* lanyard_value_read:
 * @self: where to
 * @digits: digits of @base alone
 * @base: 10 or 16
 *
 * Returns: whether it is a number that fits */
gboolean
lanyard_value_read (LanyardValue *self,
                    const char   *digits,
                    guint         base)
{
  memset (self, 0, sizeof *self);
  for (const char *p = digits; *p != '\0'; p++)
    {
      int digit = g_ascii_xdigit_value (*p);
      guint carry = (guint) digit;

      if (digit < 0 || (guint) digit >= base)
        return FALSE;
      for (guint i = LANYARD_VALUE_SIZE; i > 0; i--)
        {
          carry += self->bytes[i - 1] * base;
          self->bytes[i - 1] = carry & 0xff;
          carry >>= 8;
        }
      if (carry != 0)
        return FALSE;
    }
  return *digits != '\0';
}

void
lanyard_value_set (LanyardValue *self,
                   guint64       value)
{
  memset (self, 0, sizeof *self);
  for (guint i = LANYARD_VALUE_SIZE; value != 0; value >>= 8)
    self->bytes[--i] = value & 0xff;
}

/* lanyard_value_get:
 * @self: a number
 *
 * Returns: its last 64 bits */
guint64
lanyard_value_get (const LanyardValue *self)
{
  guint64 value = 0;

  for (guint i = LANYARD_VALUE_SIZE - 8; i < LANYARD_VALUE_SIZE; i++)
    value = value << 8 | self->bytes[i];
  return value;
}

/* lanyard_value_n_bits:
 * @self: a number
 *
 * Returns: how many bits it takes, 0 for none */
guint
lanyard_value_n_bits (const LanyardValue *self)
{
  for (guint i = 0; i < LANYARD_VALUE_SIZE; i++)
    if (self->bytes[i] != 0)
      return (LANYARD_VALUE_SIZE - i - 1) * 8 + g_bit_storage (self->bytes[i]);
  return 0;
}

/* lanyard_value_reverse:
 * @self: a number
 * @n_bytes: of how many bytes it is taken to be
 * @reversed: where to put it with these in the other order */
void
lanyard_value_reverse (const LanyardValue *self,
                       guint               n_bytes,
                       LanyardValue       *reversed)
{
  g_assert (n_bytes <= LANYARD_VALUE_SIZE);

  memset (reversed, 0, sizeof *reversed);
  for (guint i = 0; i < n_bytes; i++)
    reversed->bytes[LANYARD_VALUE_SIZE - n_bytes + i] = self->bytes[LANYARD_VALUE_SIZE - 1 - i];
}

/* lanyard_value_print:
 * @self: a number
 * @base: 10 or 16
 *
 * Returns: (transfer full): it, with small letters and no leading zeros */
char *
lanyard_value_print (const LanyardValue *self,
                     guint               base)
{
  LanyardValue rest = *self;
  char digits[MAX_DIGITS];
  guint start = MAX_DIGITS - 1;

  digits[start] = '\0';
  do
    {
      guint remainder = 0;

      for (guint i = 0; i < LANYARD_VALUE_SIZE; i++)
        {
          remainder = remainder << 8 | rest.bytes[i];
          rest.bytes[i] = (guint8) (remainder / base);
          remainder %= base;
        }
      digits[--start] = "0123456789abcdef"[remainder];
    }
  while (lanyard_value_n_bits (&rest) > 0);
  return g_strdup (digits + start);
}
