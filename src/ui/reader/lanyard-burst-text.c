/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a quick run of keys says, where it is a card reader's. */
#include "lanyard-burst-text.h"

#include <string.h>

#include "lanyard-scancode.h"

/* No card's number is shorter. */
#define MIN_LENGTH 4
/* Fingers can roll over so many keys as quickly as a reader, but they press the next before they let go of the last. */
#define MAX_ROLL 5
/* Letters alone are a reader's only where no fingers are that quick for so long. */
#define MIN_HEX_LENGTH 8
#define MIN_TEXT_LENGTH 6

#define MAX_ALT_CODE 0xff

/* A reader is steady: a letter that came before the others by this much, and twice as much as they are apart, was a
 * person's. Not a digit: a number must not lose one. */
#define LEAD 30

typedef struct
{
  GString *text;
  guint digits;
  guint hex_digits;
  guint signs; /* digits and letters: what else there is are separators */
} Text;

typedef struct
{
  Text placed; /* by where the keys are */
  Text typed;  /* by the layout of the keyboard */
  guint length;
  guint overlaps;

  /* While it is read */
  gboolean shift;
  gboolean control;
  gboolean alt;
  int alt_code; /* a character by its number: Alt, digits of the keypad; -1: none */
  guint last_char; /* its key, until that is released */
} Reading;

static void
append_to (Text    *text,
           gunichar c)
{
  g_string_append_unichar (text->text, c);
  text->digits += g_unichar_isdigit (c);
  text->hex_digits += g_unichar_isxdigit (c);
  text->signs += g_unichar_isalnum (c);
}

static void
append (Reading *reading,
        char     placed,
        gunichar typed)
{
  append_to (&reading->placed, placed);
  append_to (&reading->typed, typed != 0 ? typed : 0xfffd);
  reading->length += placed != '\n' && placed != '\t';
}

static void
read_char (Reading          *reading,
           const LanyardKey *key)
{
  char placed = lanyard_scancode_get_char (key->code, reading->shift);

  /* With Control it is a sign for where a number begins or ends, such as STX or GS, and with Alt nothing. */
  if (reading->alt && !reading->control && lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_KEYPAD)
    reading->alt_code = MIN (MAX (reading->alt_code, 0) * 10 + placed - '0', MAX_ALT_CODE);
  if (reading->alt || reading->control)
    return;

  append (reading, placed, key->typed);
  reading->overlaps += reading->last_char != 0;
  reading->last_char = key->code;
}

static void
set_alt (Reading *reading,
         gboolean alt)
{
  reading->alt = alt;
  if (!alt && reading->alt_code > 0 && (g_ascii_isprint (reading->alt_code) || g_ascii_isspace (reading->alt_code)))
    append (reading, reading->alt_code == '\r' ? '\n' : reading->alt_code, reading->alt_code);
  reading->alt_code = -1;
}

static void
read_key (Reading          *reading,
          const LanyardKey *key)
{
  if (!key->pressed && key->code == reading->last_char)
    reading->last_char = 0;

  switch (lanyard_scancode_get_kind (key->code))
    {
    case LANYARD_SCANCODE_CHAR:
    case LANYARD_SCANCODE_KEYPAD:
      if (key->pressed)
        read_char (reading, key);
      break;
    case LANYARD_SCANCODE_END:
      if (key->pressed)
        append (reading, lanyard_scancode_get_char (key->code, FALSE), lanyard_scancode_get_char (key->code, FALSE));
      break;
    case LANYARD_SCANCODE_SHIFT:
      reading->shift = key->pressed;
      break;
    case LANYARD_SCANCODE_CONTROL:
      reading->control = key->pressed;
      break;
    case LANYARD_SCANCODE_ALT:
      set_alt (reading, key->pressed);
      break;
    case LANYARD_SCANCODE_SILENT:
    case LANYARD_SCANCODE_PERSON:
    default:
      break;
    }
}

static gboolean
is_number (const Text *text)
{
  return text->signs >= MIN_LENGTH
         && (2 * text->digits >= text->signs
             || (text->signs >= MIN_HEX_LENGTH && text->hex_digits == text->signs));
}

/* Letters that can't be a number are, in a text cursor, what a program types in a person's place: a password manager, a
 * tool that expands abbreviations. Elsewhere nothing may do what they would: open a row, press a button. */
static const Text *
choose (const Reading *reading,
        gboolean       editing)
{
  if (reading->length < MIN_LENGTH
      || (reading->length <= MAX_ROLL && 2 * reading->overlaps >= reading->length - 1))
    return NULL;

  if (is_number (&reading->placed))
    return &reading->placed;
  /* A reader that was set up for the layout of the keyboard: French, Czech, where digits take Shift. */
  if (is_number (&reading->typed))
    return &reading->typed;

  return reading->length >= MIN_TEXT_LENGTH && !editing ? &reading->typed : NULL;
}

static void
wipe (GString *text)
{
  memset (text->str, 0, text->allocated_len);
}

static char *
read_keys (const LanyardKey *keys,
           guint             n_keys)
{
  g_autoptr (GString) placed = g_string_new (NULL);
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autofree char *text = NULL;
  Reading reading = { .placed.text = placed, .typed.text = typed, .alt_code = -1 };
  const Text *chosen = NULL;

  for (guint i = 0; i < n_keys; i++)
    read_key (&reading, &keys[i]);
  set_alt (&reading, FALSE);

  if (n_keys > 0)
    chosen = choose (&reading, keys[0].editing);
  if (chosen != NULL)
    text = g_strdup (g_strstrip (chosen->text->str));
  wipe (placed);
  wipe (typed);

  return g_steal_pointer (&text);
}

static guint
next_press (const LanyardKey *keys,
            guint             n_keys,
            guint             i)
{
  while (i < n_keys && !keys[i].pressed)
    i++;

  return i;
}

/* 0, or all keys up to the second that was pressed. */
static guint
count_lead (const LanyardKey *keys,
            guint             n_keys)
{
  guint first = next_press (keys, n_keys, 0);
  guint second = next_press (keys, n_keys, first + 1);
  guint last = second;
  gint32 gap, longest = 0;

  if (second >= n_keys || g_ascii_isxdigit (lanyard_scancode_get_char (keys[first].code, FALSE)))
    return 0;

  gap = (gint32) (keys[second].time - keys[first].time);
  for (guint i = next_press (keys, n_keys, second + 1); i < n_keys; i = next_press (keys, n_keys, i + 1))
    {
      longest = MAX (longest, (gint32) (keys[i].time - keys[last].time));
      last = i;
    }

  return gap > LEAD && gap >= 2 * longest ? second : 0;
}

/**
 * lanyard_burst_text_read:
 * @keys: keys that were pressed and released in quick succession
 * @n_keys: how many
 * @lead: (out): how many of the first ones are a person's own, where the others are a reader's
 *
 * Reads them by where they are on the keyboard, or by its layout when the digits are to be found only there.
 *
 * Returns: (transfer full) (nullable): what a reader typed; %NULL when it was none
 */
char *
lanyard_burst_text_read (const LanyardKey *keys,
                         guint             n_keys,
                         guint            *lead)
{
  char *text = NULL;

  *lead = count_lead (keys, n_keys);
  if (*lead > 0)
    text = read_keys (keys + *lead, n_keys - *lead);
  if (text == NULL)
    {
      *lead = 0;
      text = read_keys (keys, n_keys);
    }

  return text;
}
