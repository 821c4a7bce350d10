/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader sends around the number of a card.
 *
 * Magnetic stripes (ISO/IEC 7811): a track begins with "%", ";" or "+", ends with "?" and a check character, and "^" or
 * "=" ends the number in it; on the first track a "B" may come before the number; "E" alone is a track that couldn't
 * be read. Bar codes: a reader may say first of which kind they are, with "]", a letter and a digit (ISO/IEC 15424). */
#include "lanyard-number-scan.h"

#include <string.h>

#define STARTS ";%+"
#define FIELD_ENDS "=^"

static gboolean
has_number (const char *text)
{
  gboolean has_letter = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isdigit (g_utf8_get_char (text)))
        return TRUE;
      has_letter |= g_ascii_isalpha (*text) && g_ascii_toupper (*text) != 'E';
    }
  return has_letter;
}

/* Of a track, what is before the first field's end; what has none of a track's signs stays. */
static char *
strip_track (char *track)
{
  gsize size;
  char *number = track;
  gboolean is_first = FALSE;

  while (*number != '\0' && ((guchar) *number <= ' ' || strchr (STARTS FIELD_ENDS, *number) != NULL))
    is_first |= *number++ == '%';
  size = strcspn (number, FIELD_ENDS);
  is_first &= number[size] == '^';
  number[size] = '\0';
  if (is_first && g_ascii_toupper (*number) == 'B' && g_ascii_isdigit (number[1]))
    number++;
  return g_strchomp (number);
}

/* lanyard_scan_strip:
 * @raw: valid UTF-8, as it came from a reader
 *
 * Returns: (transfer full): the number in it, without anything around it that is certainly none of it */
char *
lanyard_scan_strip (const char *raw)
{
  g_autofree char *copy = g_strdup (raw);
  char *rest = copy;
  g_auto (GStrv) tracks = NULL;

  while (*rest != '\0' && ((guchar) *rest <= ' ' || *rest == 0x7f))
    rest++;
  if (rest[0] == ']' && g_ascii_isalpha (rest[1]) && g_ascii_isalnum (rest[2]) && rest[3] != '\0')
    rest += 3;
  for (char *p = rest; *p != '\0'; p++)
    if ((guchar) *p < ' ' || *p == 0x7f)
      *p = ' ';
  tracks = g_strsplit (g_strstrip (rest), "?", -1);
  for (guint i = 0; tracks[i] != NULL; i++)
    {
      char *number = strip_track (tracks[i]);

      if (has_number (number))
        return g_strdup (number);
    }
  return g_strdup ("");
}
