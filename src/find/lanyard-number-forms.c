/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other ways in which the number of a card is written.
 *
 * The most common card formats, without their parity bits: 26 bits (H10301) are 8 of a facility and 16 of a card; 34
 * bits mostly 16 and 16; 37 bits 16 and 19 (H10304), or 35 of a card alone (H10302). A proximity chip (EM4100) has 40
 * bits, of which cards show the last 32 in decimal and the last 24 as a facility and a card. The bytes of contactless
 * chips (ISO/IEC 14443) are sent in either order, and shown in hexadecimal or in decimal. */
#include "lanyard-number-forms.h"

#include <string.h>

#include "lanyard-value.h"

#define MAX_FACILITY_26 255
#define MAX_FACILITY 65535
#define MAX_CARD_16 65535
#define MAX_CARD_19 524287

typedef struct
{
  GHashTable   *known; /* keys; owned by @keys */
  GPtrArray    *keys;
  const char   *exact;
} Forms;

static void
take_key (Forms *self,
          char  *key)
{
  if (g_str_equal (key, self->exact) || g_hash_table_contains (self->known, key))
    {
      g_free (key);
      return;
    }
  g_hash_table_add (self->known, key);
  g_ptr_array_add (self->keys, key);
}

static const char *
skip_zeros (const char *digits)
{
  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return digits;
}

static gboolean
are_decimal (const char *digits)
{
  return digits[strspn (digits, "0123456789")] == '\0';
}

/* What stands for a number in hexadecimal, not in decimal. */
static char *
hex_key (const char *digits)
{
  digits = skip_zeros (digits);
  return are_decimal (digits) ? g_strconcat ("0x", digits, NULL) : g_strdup (digits);
}

/* lanyard_forms_of_facility:
 * @facility: its number
 * @card: the card's
 *
 * In 26 bits both are written in a row, the card in five digits. Where they are larger, what is in a row could be
 * parted elsewhere.
 *
 * Returns: (transfer full): the exact key */
char *
lanyard_forms_of_facility (guint facility,
                           guint card)
{
  if (facility > MAX_FACILITY_26 || card > MAX_CARD_16)
    return g_strdup_printf ("%u,%u", facility, card);
  return g_strdup_printf ("%u", facility * 100000 + card);
}

/* lanyard_forms_exact:
 * @reading: a number
 *
 * Returns: (transfer full) (nullable): the exact key; %NULL for a part */
char *
lanyard_forms_exact (const LanyardReading *reading)
{
  switch (reading->kind)
    {
    case LANYARD_READING_DECIMAL:
      return g_strdup (skip_zeros (reading->digits));
    case LANYARD_READING_NEGATIVE:
      return g_strconcat ("-", skip_zeros (reading->digits), NULL);
    case LANYARD_READING_HEX:
      return hex_key (reading->digits);
    case LANYARD_READING_FACILITY:
      return lanyard_forms_of_facility (reading->facility, reading->card);
    case LANYARD_READING_OPAQUE:
      return g_strdup (reading->digits);
    case LANYARD_READING_PARTIAL:
    default:
      return NULL;
    }
}

static void
add_facility (Forms  *self,
              guint64 facility,
              guint64 card)
{
  if (facility > MAX_FACILITY)
    return;
  take_key (self, lanyard_forms_of_facility ((guint) facility, (guint) card));
  take_key (self, g_strdup_printf ("%" G_GUINT64_FORMAT, facility * 100000 + card));
}

/* A value in decimal, in hexadecimal, and parted in 16 or 19 bits of a card. */
static void
add_value (Forms              *self,
           const LanyardValue *value)
{
  guint n_bits = lanyard_value_n_bits (value);
  guint64 low = lanyard_value_get (value);
  g_autofree char *hex = lanyard_value_print (value, 16);

  take_key (self, lanyard_value_print (value, 10));
  take_key (self, hex_key (hex));
  take_key (self, g_strdup (hex));
  if (n_bits == 32)
    take_key (self, g_strdup_printf ("-%" G_GUINT64_FORMAT, G_GUINT64_CONSTANT (0x100000000) - low));
  if (n_bits > 8 && n_bits <= 32)
    add_facility (self, low >> 16, low & 0xffff);
  if (n_bits > 19 && n_bits <= 35)
    {
      add_facility (self, low >> 19, low & 0x7ffff);
      take_key (self, g_strdup_printf ("%" G_GUINT64_FORMAT, (low >> 19) * 1000000 + (low & 0x7ffff)));
    }
}

/* As many bytes as there are, and as the chips have that have more of them. */
static void
add_reversed (Forms              *self,
              const LanyardValue *value,
              guint               n_written)
{
  static const guint sizes[] = { 3, 4, 5, 7, 8, 10 };
  guint n_bytes = (lanyard_value_n_bits (value) + 7) / 8;
  gboolean has_next = FALSE;
  LanyardValue reversed;

  if (n_bytes < 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sizes) && !has_next; i++)
    if (sizes[i] > n_bytes)
      {
        lanyard_value_reverse (value, sizes[i], &reversed);
        add_value (self, &reversed);
        has_next = TRUE;
      }
  lanyard_value_reverse (value, n_bytes, &reversed);
  add_value (self, &reversed);
  if (n_written > n_bytes && n_written <= LANYARD_VALUE_SIZE)
    {
      lanyard_value_reverse (value, n_written, &reversed);
      add_value (self, &reversed);
    }
}

/* Cards show the end of what is in the chip. */
static void
add_ends (Forms              *self,
          const LanyardValue *value)
{
  guint n_bits = lanyard_value_n_bits (value);
  guint64 low = lanyard_value_get (value);
  LanyardValue end;

  if (n_bits <= 24 || n_bits > 40)
    return;
  lanyard_value_set (&end, low & 0xffffff);
  add_value (self, &end);
  if (n_bits > 32)
    {
      lanyard_value_set (&end, low & 0xffffffff);
      add_value (self, &end);
    }
}

static void
add_number (Forms      *self,
            const char *digits,
            guint       base)
{
  LanyardValue value;

  if (!lanyard_value_read (&value, digits, base))
    return;
  add_value (self, &value);
  add_reversed (self, &value, base == 16 ? ((guint) strlen (digits) + 1) / 2 : 0);
  /* The end of digits that are only taken for hexadecimal is the end of any number. */
  if (base == 10 || !are_decimal (digits))
    add_ends (self, &value);
}

static void
add_combined (Forms  *self,
              guint64 facility,
              guint64 card,
              guint   card_bits)
{
  LanyardValue value;

  if (facility > MAX_FACILITY || card >> card_bits != 0)
    return;
  lanyard_value_set (&value, facility << card_bits | card);
  add_value (self, &value);
  add_reversed (self, &value, 0);
}

/* Digits in a row that may be a facility's and a card's. */
static void
add_parted (Forms      *self,
            const char *digits)
{
  gsize size = strlen (digits);
  guint64 number;

  if (size < 6 || size > 11)
    return;
  number = g_ascii_strtoull (digits, NULL, 10);
  add_combined (self, number / 100000, number % 100000, 16);
  if (size > 6)
    {
      add_combined (self, number / 1000000, number % 1000000, 19);
      if (number / 1000000 <= MAX_FACILITY && number % 1000000 <= MAX_CARD_19)
        take_key (self, lanyard_forms_of_facility ((guint) (number / 1000000), (guint) (number % 1000000)));
    }
  if (number / 100000 <= MAX_FACILITY && number % 100000 <= MAX_CARD_16)
    take_key (self, lanyard_forms_of_facility ((guint) (number / 100000), (guint) (number % 100000)));
}

/* A facility and a card, and what is made of them; some systems leave the facility out. */
static void
add_forms_of_facility (Forms *self,
                       guint  facility,
                       guint  card)
{
  add_combined (self, facility, card, 16);
  add_combined (self, facility, card, 19);
  take_key (self, lanyard_forms_of_facility (facility, card));
  take_key (self, g_strdup_printf ("%u,%u", facility, card));
  take_key (self, g_strdup_printf ("%u%u", facility, card));
  take_key (self, g_strdup_printf ("%u%05u", facility, card));
  take_key (self, g_strdup_printf ("%u%06u", facility, card));
  take_key (self, g_strdup_printf ("%u", card));
}

/* What a program made of it that had 32 bits with a sign for it. */
static void
add_forms_of_negative (Forms      *self,
                       const char *digits)
{
  guint64 number = g_ascii_strtoull (digits, NULL, 10);

  take_key (self, g_strdup (skip_zeros (digits)));
  if (number > 0 && number <= (guint64) G_MAXINT32 + 1)
    {
      LanyardValue value;

      lanyard_value_set (&value, G_GUINT64_CONSTANT (0x100000000) - number);
      add_value (self, &value);
      add_reversed (self, &value, 4);
    }
}

static void
add_forms (Forms                *self,
           const LanyardReading *reading)
{
  switch (reading->kind)
    {
    case LANYARD_READING_DECIMAL:
      add_number (self, reading->digits, 10);
      add_number (self, reading->digits, 16);
      add_parted (self, skip_zeros (reading->digits));
      break;
    case LANYARD_READING_HEX:
      add_number (self, reading->digits, 16);
      break;
    case LANYARD_READING_FACILITY:
      add_forms_of_facility (self, reading->facility, reading->card);
      break;
    case LANYARD_READING_NEGATIVE:
      add_forms_of_negative (self, reading->digits);
      break;
    case LANYARD_READING_OPAQUE:
    case LANYARD_READING_PARTIAL:
    default:
      break;
    }
}

/* lanyard_forms_list:
 * @reading: a number
 *
 * Returns: (transfer full): the exact keys of what else it may be */
GStrv
lanyard_forms_list (const LanyardReading *reading)
{
  g_autofree char *exact = lanyard_forms_exact (reading);
  Forms forms = { .keys = g_ptr_array_new (), .exact = exact };

  if (exact != NULL)
    {
      forms.known = g_hash_table_new (g_str_hash, g_str_equal);
      add_forms (&forms, reading);
      g_hash_table_unref (forms.known);
    }
  g_ptr_array_add (forms.keys, NULL);
  return (GStrv) g_ptr_array_free (forms.keys, FALSE);
}

/* So many signs of the end of a number are shown where the rest isn't. */
#define N_SHOWN 4

#define LOW_24 0xffffff

/* The last signs as they are; of fewer, with zeros in front, which may be there or not. */
static guint32
shown_end (const char *digits,
           guint       n_shown)
{
  gsize size = strlen (digits);
  char end[N_SHOWN + 1] = "0000";

  if (size >= n_shown)
    return g_str_hash (digits + size - n_shown);
  memcpy (end + N_SHOWN - size, digits, size);
  return g_str_hash (end);
}

static guint32
low_end (const char *digits,
         guint       base)
{
  guint32 value = 0;

  for (const char *p = digits; *p != '\0'; p++)
    value = value * base + (guint32) g_ascii_xdigit_value (*p);
  return value & LOW_24;
}

/* lanyard_forms_get_ends:
 * @reading: a number
 * @ends: where to put what it has in common with those that it may be a part of, or the other way round */
void
lanyard_forms_get_ends (const LanyardReading *reading,
                        guint32               ends[2])
{
  gboolean is_part = reading->kind == LANYARD_READING_PARTIAL;

  ends[0] = shown_end (reading->digits, is_part ? MIN (N_SHOWN, (guint) strlen (reading->digits)) : N_SHOWN);
  if (reading->kind == LANYARD_READING_FACILITY)
    {
      g_autofree char *card = g_strdup_printf ("%u", reading->card);

      /* Whether there are zeros before it depends on who has put it behind the facility. */
      ends[0] = shown_end (card, MIN (N_SHOWN, (guint) strlen (card)));
      ends[1] = (reading->facility << 16 | reading->card) & LOW_24;
    }
  else if (is_part || reading->kind == LANYARD_READING_OPAQUE)
    ends[1] = ends[0];
  else
    ends[1] = low_end (reading->digits, reading->kind == LANYARD_READING_HEX ? 16 : 10);
}

static void
append_end (GArray *ends,
            guint32 end)
{
  g_array_append_val (ends, end);
}

/* lanyard_forms_list_ends:
 * @reading: a number
 * @ends: (element-type guint32): where to add the ends that those are filed under which may be this one */
void
lanyard_forms_list_ends (const LanyardReading *reading,
                         GArray               *ends)
{
  gboolean is_decimal = reading->kind == LANYARD_READING_DECIMAL;
  const char *digits = skip_zeros (reading->digits);
  gsize size = strlen (digits);

  for (guint i = 0; i <= MIN (size, N_SHOWN); i++)
    append_end (ends, shown_end (digits, i));
  if (size < N_SHOWN)
    append_end (ends, shown_end (digits, N_SHOWN));
  if (is_decimal)
    append_end (ends, low_end (digits, 10));
  if (is_decimal || reading->kind == LANYARD_READING_HEX)
    append_end (ends, low_end (digits, 16));
  if (reading->kind == LANYARD_READING_FACILITY)
    append_end (ends, (reading->facility << 16 | reading->card) & LOW_24);
  if (is_decimal && size > 5 && size <= 8)
    {
      guint number = (guint) g_ascii_strtoull (digits, NULL, 10);

      append_end (ends, (number / 100000 << 16 | number % 100000) & LOW_24);
    }
}
