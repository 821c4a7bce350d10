/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as they are found: without case, accents, apostrophes and whatever else is written one way or another.
 *
 * What Unicode's compatibility decomposition leaves whole is in the tables here: letters with a stroke, ligatures,
 * the Arabic letters that one person writes with a sign and the next without. */
#include "lanyard-fold.h"

#include <string.h>

/* What becomes of an ASCII sign in a name: 0 is left out. */
static const char ascii[128] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, ' ', ' ', ' ', ' ', ' ', 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ' ', ' ', ' ', ' ', '$', ' ', ' ', 0, ' ', ' ', ' ', '+', ' ', ' ', ' ', ' ',
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', ' ', ' ', '=', ' ', ' ',
  ' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ' ', ' ', ' ', '^', ' ',
  0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ' ', '|', ' ', ' ', 0,
};

/* In the order of their numbers. @spelled: where there is another way. */
static const struct
{
  gunichar    letter;
  const char *plain;
  const char *spelled;
} letters[] = {
  { 0x00e6, "ae", NULL },          { 0x00f0, "d", NULL },           { 0x00f8, "o", "oe" },
  { 0x00fe, "th", NULL },          { 0x0111, "d", "dj" },           { 0x0127, "h", NULL },
  { 0x0131, "i", NULL },           { 0x0138, "k", NULL },           { 0x0142, "l", NULL },
  { 0x014b, "n", NULL },           { 0x0153, "oe", NULL },          { 0x0167, "t", NULL },
  { 0x0180, "b", NULL },           { 0x0192, "f", NULL },           { 0x019a, "l", NULL },
  { 0x01b6, "z", NULL },           { 0x01e5, "g", NULL },           { 0x0237, "j", NULL },
  { 0x0259, "e", NULL },           { 0x0268, "i", NULL },           { 0x0289, "u", NULL },
  { 0x02b9, "", NULL },            { 0x02bb, "", NULL },            { 0x02bc, "", NULL },
  { 0x02bd, "", NULL },            { 0x02be, "", NULL },            { 0x02bf, "", NULL },
  { 0x02c8, "", NULL },            { 0x05f3, "", NULL },            { 0x0629, "\xd9\x87", NULL },
  { 0x0640, "", NULL },            { 0x0649, "\xd9\x8a", NULL },    { 0x0671, "\xd8\xa7", NULL },
  { 0x06a9, "\xd9\x83", NULL },    { 0x06be, "\xd9\x87", NULL },    { 0x06c1, "\xd9\x87", NULL },
  { 0x06cc, "\xd9\x8a", NULL },    { 0x06d5, "\xd9\x87", NULL },    { 0x1e9e, "ss", NULL },
  { 0x2018, "", NULL },            { 0x2019, "", NULL },            { 0x201b, "", NULL },
  { 0x2032, "", NULL },            { 0xa78c, "", NULL },
};

#define DIAERESIS 0x0308
#define RING 0x030a

#define KATAKANA_BEGIN 0x30a1
#define KATAKANA_END 0x30f6
#define KATAKANA_TO_HIRAGANA 0x60

static gboolean
append_letter (GString          *folded,
               gunichar          c,
               LanyardFoldFlags  flags,
               gboolean         *has_other)
{
  guint low = 0, high = G_N_ELEMENTS (letters);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (letters[middle].letter < c)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == G_N_ELEMENTS (letters) || letters[low].letter != c)
    return FALSE;
  *has_other |= letters[low].spelled != NULL;
  g_string_append (folded, (flags & LANYARD_FOLD_SPELLED) && letters[low].spelled != NULL ? letters[low].spelled
                                                                                          : letters[low].plain);
  return TRUE;
}

/* German and the languages of the north write "oe" for ö, "aa" for å where they have no such key. */
static void
spell_mark (GString          *folded,
            gunichar          base,
            gunichar          mark,
            LanyardFoldFlags  flags,
            gboolean         *has_other)
{
  char letter;

  if (mark == DIAERESIS && (base == 'a' || base == 'o' || base == 'u'))
    letter = 'e';
  else if (mark == RING && base == 'a')
    letter = 'a';
  else
    return;
  *has_other = TRUE;
  if (flags & LANYARD_FOLD_SPELLED)
    g_string_append_c (folded, letter);
}

static void
append_char (GString          *folded,
             gunichar          c,
             LanyardFoldFlags  flags,
             gboolean         *has_other)
{
  if (c < 0x80)
    {
      char sign = flags & LANYARD_FOLD_ADDRESS ? (char) c : ascii[c];

      if ((guchar) sign >= ' ')
        g_string_append_c (folded, sign);
    }
  else if (g_unichar_isdigit (c))
    g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
  else if (c >= KATAKANA_BEGIN && c <= KATAKANA_END)
    g_string_append_unichar (folded, c - KATAKANA_TO_HIRAGANA);
  else if (append_letter (folded, c, flags, has_other))
    ;
  else if (g_unichar_isspace (c) || g_unichar_ispunct (c))
    g_string_append_c (folded, g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION && (flags & LANYARD_FOLD_ADDRESS)
                                 ? '-' : ' ');
  else if (g_unichar_type (c) != G_UNICODE_FORMAT && !g_unichar_iscntrl (c))
    g_string_append_unichar (folded, c);
}

/* Case-folded, decomposed, without marks. */
static gboolean
append_unicode (GString          *folded,
                const char       *text,
                LanyardFoldFlags  flags)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  gunichar base = 0;
  gboolean has_other = FALSE;

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        {
          spell_mark (folded, base, c, flags, &has_other);
          continue;
        }
      append_char (folded, c, flags, &has_other);
      base = c;
    }
  return has_other;
}

/* lanyard_fold_append:
 * @folded: what to append to
 * @text: valid UTF-8
 * @flags: as what
 *
 * Of letters that ASCII has, nearly all that there are, folding is simple, and a tenth of the work. May be called on
 * any thread.
 *
 * Returns: whether it is something else with %LANYARD_FOLD_SPELLED */
gboolean
lanyard_fold_append (GString          *folded,
                     const char       *text,
                     LanyardFoldFlags  flags)
{
  gsize start = folded->len;
  gsize size = strlen (text);
  char *to;

  g_string_set_size (folded, start + size);
  to = folded->str + start;
  for (const char *p = text; *p != '\0'; p++)
    {
      char c;

      if ((guchar) *p >= 0x80)
        {
          g_string_truncate (folded, start);
          return append_unicode (folded, text, flags);
        }
      c = flags & LANYARD_FOLD_ADDRESS ? g_ascii_tolower (*p) : ascii[(guchar) *p];
      if ((guchar) c >= ' ')
        *to++ = c;
    }
  g_string_truncate (folded, (gsize) (to - folded->str));
  return FALSE;
}
