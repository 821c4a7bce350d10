/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is typed is looked for in the texts of an entry. */
#include "lanyard-entry-words.h"

#include <string.h>

/* Case-folded, decomposed, without marks. Most of what is searched is ASCII, where that is lower case: a long journal is
 * gone through in a fifth of the time. */
static char *
fold (const char *text)
{
  GString *folded;
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;

  if (text == NULL || g_str_is_ascii (text))
    return g_ascii_strdown (text != NULL ? text : "", -1);

  folded = g_string_new (NULL);
  cased = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));

  return g_string_free (folded, FALSE);
}

/**
 * lanyard_entry_words_of:
 * @search: (nullable): what is typed
 *
 * Returns: (transfer full) (nullable): its words, folded, each of which an entry has to have; %NULL when there are none
 */
GStrv
lanyard_entry_words_of (const char *search)
{
  g_autofree char *folded = fold (search);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_auto (GStrv) found = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  found = g_strv_builder_end (words);

  return *found != NULL ? g_steal_pointer (&found) : NULL;
}

/**
 * lanyard_entry_words_are_in:
 * @words: (nullable): folded words; %NULL for none
 * @text: valid UTF-8
 *
 * Returns: whether each of @words is in @text
 */
gboolean
lanyard_entry_words_are_in (const char * const *words,
                            const char         *text)
{
  g_autofree char *folded = words != NULL ? fold (text) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
