/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed as a search, as text: what is around its words, and what a server is asked of it. */
#include "lanyard-query-typed.h"

#include <string.h>

#include "lanyard-query.h"
#include "lanyard-search-text.h"

/* Punctuation around an address is none of it. */
char *
lanyard_query_strip (char *text)
{
  static const char around[] = "\"'<>()[]{},;:.!?";
  gsize size;

  text += strspn (text, around);
  size = strlen (text);
  while (size > 0 && strchr (around, text[size - 1]) != NULL)
    text[--size] = '\0';
  return text;
}

gboolean
lanyard_query_has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

gboolean
lanyard_query_is_like_number (const char *text)
{
  return text[strspn (text, "0123456789 +-().:/")] == '\0' && lanyard_query_has_digit (text);
}

/* Spaces of any kind are one kind. */
char *
lanyard_query_normalize_spaces (const char *search)
{
  g_autofree char *valid = g_utf8_make_valid (search, -1);
  GString *text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        g_string_append_c (text, ' ');
      else
        g_string_append_unichar (text, c);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* lanyard_query_dup_for_server:
 * @search: what was typed
 *
 * A server looks for all of a text in a name, an address or a number as it stores them. An address says most, then
 * the longest word.
 *
 * Returns: (transfer full) (nullable): what to ask it for; %NULL for nothing */
char *
lanyard_query_dup_for_server (const char *search)
{
  g_autofree char *text = lanyard_query_normalize_spaces (search);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  const char *best = NULL;

  if (lanyard_query_is_like_number (text))
    {
      gboolean is_international;
      g_autofree char *digits = lanyard_search_text_read_phone (text, &is_international);

      return g_strdup (*digits != '\0' ? digits : "0");
    }
  if (text[strcspn (text, "\"'<>()[]{},;")] == '\0')
    return *text != '\0' ? g_steal_pointer (&text) : NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *word = lanyard_query_strip (parts[i]);

      if (strchr (word, '@') != NULL)
        return g_strdup (word);
      if (best == NULL || g_utf8_strlen (word, -1) > g_utf8_strlen (best, -1))
        best = word;
    }
  return best != NULL && *best != '\0' ? g_strdup (best) : NULL;
}
