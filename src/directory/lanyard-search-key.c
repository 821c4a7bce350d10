/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names and numbers are folded so that a search finds them: without case, accents and punctuation of numbers. */
#include "lanyard-search-key.h"

#include <string.h>

/* Case-folded, decomposed, without marks. */
static void
append_folded (GString    *key,
               const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return;
  folded = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (key, c);
    }
  g_string_append_c (key, '\n');
}

static void
append_digits (GString    *key,
               const char *number)
{
  for (const char *p = number; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (key, *p);
  g_string_append_c (key, '\n');
}

/* What @record is found by; a PIN code is not part of it. */
char *
lanyard_search_key_for_record (SeamRecord *record)
{
  g_autoptr (GString) key = g_string_new (NULL);

  append_folded (key, seam_record_get_display_name (record));
  append_folded (key, seam_record_get_id (record));
  if (SEAM_IS_USER (record))
    {
      SeamUser *user = SEAM_USER (record);

      append_folded (key, seam_user_get_full_name (user));
      append_folded (key, seam_user_get_email_address (user));
      append_folded (key, seam_user_get_phone_number (user));
      append_digits (key, seam_user_get_phone_number (user));
    }
  else if (SEAM_IS_CREDENTIAL (record))
    {
      append_folded (key, seam_credential_get_card_number (SEAM_CREDENTIAL (record)));
      append_digits (key, seam_credential_get_card_number (SEAM_CREDENTIAL (record)));
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789 +-().:/") == strlen (text) && strpbrk (text, "0123456789") != NULL;
}

/* The folded words of @search, each of which has to match; NULL when there are none. A number with spaces or
 * punctuation in it is one word of digits. */
GStrv
lanyard_search_words (const char *search)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gboolean any = FALSE;

  if (search == NULL)
    return NULL;
  if (is_number (search))
    append_digits (folded, search);
  else
    append_folded (folded, search);
  parts = g_strsplit_set (folded->str, " \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (words, parts[i]);
        any = TRUE;
      }
  return any ? g_strv_builder_end (words) : NULL;
}

gboolean
lanyard_search_key_matches (const char         *key,
                            const char * const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
