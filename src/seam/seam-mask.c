/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes codes out of texts: what opens a door is not to be read in a name or a message. */
#include "seam-mask.h"

#include <string.h>

/* "4 - 8 - 2 - 1" is a code that somebody has spelled, "4 people in room 821" isn't. */
#define MAX_SEPARATORS 3

/* A character of a text. */
typedef struct
{
  gsize    start;    /* in bytes */
  gsize    end;
  gunichar meaning;  /* of a digit in any script that of ASCII, of a letter its small one; 0 for all others */
  gboolean is_unseen;
  gboolean is_separator;
  gboolean is_gap;
} Character;

static gunichar
meaning_of (gunichar c)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  int digit = g_unichar_digit_value (c);

  if (digit >= 0)
    return '0' + (gunichar) digit;
  /* Digits and letters that are circled, raised or wide. */
  if (c >= 0x80 && g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain)) == 1 && plain[0] != c)
    return meaning_of (plain[0]);
  return g_unichar_isalnum (c) ? g_unichar_tolower (c) : 0;
}

/* Nothing is shown of it but, at most, a mark on the character before: it doesn't part two digits for a reader. */
static gboolean
is_unseen (gunichar c)
{
  return g_unichar_ismark (c) || (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0xfeff);
}

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff;
}

static gboolean
is_separator (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return is_gap (c) || type == G_UNICODE_CONNECT_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION
      || type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_MATH_SYMBOL;
}

static GArray *
read_characters (const char *text)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (Character));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      Character character = {
        .start = (gsize) (at - text),
        .end = (gsize) (g_utf8_next_char (at) - text),
        .meaning = meaning_of (c),
        .is_unseen = is_unseen (c),
        .is_separator = is_separator (c),
        .is_gap = is_gap (c),
      };

      g_array_append_val (characters, character);
    }
  return characters;
}

/* The digits and letters of a code: how it is written besides makes no other code of it. */
static GArray *
read_code (const char *code)
{
  g_autofree char *valid = g_utf8_make_valid (code, -1);
  GArray *meanings = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar meaning = meaning_of (g_utf8_get_char (at));

      if (meaning != 0)
        g_array_append_val (meanings, meaning);
    }
  return meanings;
}

/* Whether @neighbour and the code would be one number, or one word, for who reads them. */
static gboolean
continues (gunichar neighbour,
           GArray  *code)
{
  for (guint i = 0; i < code->len; i++)
    if (!g_unichar_isdigit (g_array_index (code, gunichar, i)))
      return neighbour != 0;
  return g_unichar_isdigit (neighbour);
}

/* What is seen before the character at @i, or after it. */
static gunichar
neighbour_of (GArray *text,
              guint   i,
              int     step)
{
  for (gint64 at = (gint64) i + step; at >= 0 && at < text->len; at += step)
    if (!g_array_index (text, Character, at).is_unseen)
      return g_array_index (text, Character, at).meaning;
  return 0;
}

/* Whether @code is written from the character at @first on; @last is the one that it ends with. A gap counts once,
 * however wide it is: no wider is it shown. */
static gboolean
is_at (GArray *text,
       guint   first,
       GArray *code,
       guint  *last)
{
  guint n_read = 0, n_separators = 0;
  gboolean in_gap = FALSE;

  if (continues (neighbour_of (text, first, -1), code))
    return FALSE;
  for (guint i = first; i < text->len; i++)
    {
      const Character *character = &g_array_index (text, Character, i);

      if (character->is_unseen || (character->is_gap && in_gap))
        continue;
      in_gap = character->is_gap;
      if (character->meaning == 0)
        {
          if (!character->is_separator || ++n_separators > MAX_SEPARATORS)
            return FALSE;
          continue;
        }
      if (character->meaning != g_array_index (code, gunichar, n_read))
        return FALSE;
      n_separators = 0;
      if (++n_read == code->len)
        {
          *last = i;
          return !continues (neighbour_of (text, i, 1), code);
        }
    }
  return FALSE;
}

static gboolean
is_digits (const char *code)
{
  return code[strspn (code, "0123456789")] == '\0';
}

/* Nearly all names have no digit at all, and nearly all codes have no letter: that is seen at once. */
static gboolean
has_no_digit (const char         *text,
              const char * const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (!is_digits (codes[i]))
      return FALSE;
  return g_str_is_ascii (text) && strpbrk (text, "0123456789") == NULL;
}

static gboolean
may_have (const char *text,
          GArray     *code)
{
  gunichar first = g_array_index (code, gunichar, 0);

  return first >= 0x80 || !g_str_is_ascii (text) || strchr (text, (int) first) != NULL
      || strchr (text, g_ascii_toupper ((char) first)) != NULL;
}

/* Takes @code out of @text, which is valid UTF-8. Returns NULL when it isn't there. */
static char *
mask_one (const char *text,
          GArray     *code)
{
  g_autoptr (GArray) characters = NULL;
  g_autoptr (GString) masked = NULL;
  gsize copied = 0;

  if (code->len == 0 || !may_have (text, code))
    return NULL;
  characters = read_characters (text);
  for (guint i = 0; i < characters->len; i++)
    {
      guint last;

      if (g_array_index (characters, Character, i).meaning != g_array_index (code, gunichar, 0)
          || !is_at (characters, i, code, &last))
        continue;
      if (masked == NULL)
        masked = g_string_new (NULL);
      g_string_append_len (masked, text + copied,
                           (gssize) (g_array_index (characters, Character, i).start - copied));
      g_string_append (masked, SEAM_MASK);
      copied = g_array_index (characters, Character, last).end;
      i = last;
    }
  if (masked == NULL)
    return NULL;
  g_string_append (masked, text + copied);
  return g_string_free (g_steal_pointer (&masked), FALSE);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const GArray * const *code_a = a, * const *code_b = b;

  return (*code_a)->len < (*code_b)->len ? 1 : (*code_a)->len > (*code_b)->len ? -1 : 0;
}

/**
 * seam_mask_text:
 * @text: a text that others may read
 * @codes: (array zero-terminated=1): what opens a door
 *
 * Replaces each number in @text that equals one of @codes: in the digits of any script, and however it is parted by
 * spaces and punctuation. What is only a part of a longer number is another number, and stays.
 *
 * Returns: (transfer full) (nullable): @text without @codes; %NULL when it has none of them
 */
char *
seam_mask_text (const char         *text,
                const char * const *codes)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree char *current = NULL;
  gboolean found = FALSE;

  if (has_no_digit (text, codes))
    return NULL;
  sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  current = g_utf8_make_valid (text, -1);
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (sorted, read_code (codes[i]));
  /* "4821-7" first, then the "4821" that is not a part of it. */
  g_ptr_array_sort (sorted, compare_lengths);
  for (guint i = 0; i < sorted->len; i++)
    {
      char *masked = mask_one (current, sorted->pdata[i]);

      if (masked == NULL)
        continue;
      g_free (current);
      current = masked;
      found = TRUE;
    }
  return found ? g_steal_pointer (&current) : NULL;
}
