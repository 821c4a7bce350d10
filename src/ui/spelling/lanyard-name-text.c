/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and texts that a server sent, made safe to show on one line and inside a sentence. */
#include "lanyard-name-text.h"

#include <string.h>

/* More than any list shows; without an end, Pango would lay out whatever a server sends. */
#define MAX_CHARS 400
/* No script stacks more on a letter; more of them would be drawn over the neighbouring rows. */
#define MAX_MARKS 6

static gboolean sentences_mirrored;

/* They would reverse or hide what is around the name: the person would read something else than is there. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x061c || c == 0x200e || c == 0x200f;
}

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

/**
 * lanyard_name_text:
 * @text: (nullable): what a server sent; need not be UTF-8
 *
 * Makes a text that fits on one line: control characters and runs of white space become one space, direction
 * controls and endless combining marks are left out, and a very long text ends in an ellipsis. Nothing in it is
 * markup, so it must not be shown as such.
 *
 * Returns: (transfer full) (nullable): the text, %NULL when nothing is left to show
 */
char *
lanyard_name_text (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) safe = NULL;
  guint n_chars = 0, n_marks = 0;
  gboolean gap = FALSE;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, strnlen (text, MAX_CHARS * 32));
  safe = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n_marks = g_unichar_ismark (c) ? n_marks + 1 : 0;
      if (is_bidi_control (c) || n_marks > MAX_MARKS)
        continue;
      if (is_gap (c))
        {
          gap = safe->len > 0;
          continue;
        }
      if (++n_chars > MAX_CHARS)
        {
          g_string_append (safe, "…");
          break;
        }
      if (gap)
        g_string_append_c (safe, ' ');
      gap = FALSE;
      g_string_append_unichar (safe, c);
    }

  return safe->len > 0 ? g_string_free (g_steal_pointer (&safe), FALSE) : NULL;
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
          || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }

  return FALSE;
}

/**
 * lanyard_name_set_mirrored:
 * @mirrored: whether the language of the sentences is read from right to left
 *
 * Says how sentences are read, which the toolkit knows and this library doesn't; from left to right until told.
 */
void
lanyard_name_set_mirrored (gboolean mirrored)
{
  sentences_mirrored = mirrored;
}

/**
 * lanyard_name_on_line:
 * @name: a name from lanyard_name_text()
 * @right_to_left: how the widget is laid out
 *
 * A line begins where its first letter wants it to; in a list, all names shall begin at the same side.
 *
 * Returns: (transfer full): the name for a line of its own
 */
char *
lanyard_name_on_line (const char *name,
                      gboolean    right_to_left)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (!right_to_left && !has_right_to_left (name))
    return g_strdup (name);

  return g_strconcat (right_to_left ? "\u200f" : "\u200e", "\u2068", name, "\u2069", NULL);
}

/**
 * lanyard_name_in_sentence:
 * @name: a name from lanyard_name_text()
 *
 * Isolates a name where it and the sentence that it is put into may read in different directions: a right-to-left
 * name would reorder the sentence, and a right-to-left sentence would draw the stars of "Card 82****" away from it.
 * It is marked as well, because Pango takes a sentence to read as its first letter does, even an isolated one. Other
 * names are returned as they are.
 *
 * Returns: (transfer full): the name for a sentence
 */
char *
lanyard_name_in_sentence (const char *name)
{
  return lanyard_name_on_line (name, sentences_mirrored);
}

/**
 * lanyard_name_in_label:
 * @name: a name from lanyard_name_text()
 *
 * Keeps an underscore as it is where a label takes it for the mark of a mnemonic: in menus and on buttons.
 *
 * Returns: (transfer full): the name for such a label
 */
char *
lanyard_name_in_label (const char *name)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  parts = g_strsplit (name, "_", -1);
  return g_strjoinv ("__", parts);
}
