/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names and numbers are folded so that a search finds them: without case, accents and punctuation of numbers. */
#include "lanyard-search-key.h"

#include <string.h>

/* What comes after it is an id. Its digits and letters mean nothing to people: only a word as long as the first
 * group of an id is looked for in it, or "key 06" would find whatever has 06 somewhere in its id. */
#define ID_MARK '\1'
#define MIN_ID_WORD 8

/* Case-folded, decomposed, without marks. */
static void
append_folded_unicode (GString    *key,
                       const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (key, c);
    }
}

/* Of letters that ASCII has, nearly all that there are, folding is simple, and a tenth of the work. */
static void
append_folded (GString    *key,
               const char *text)
{
  gsize start = key->len;

  if (text == NULL)
    return;
  g_string_append (key, text);
  for (char *p = key->str + start; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x80)
        {
          g_string_truncate (key, start);
          append_folded_unicode (key, text);
          break;
        }
      *p = g_ascii_tolower (*p);
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

/* A number as it is printed, and as a card reader or somebody in a hurry types it: often the same. */
static void
append_number (GString    *key,
               const char *number)
{
  const char *digits;

  if (number == NULL)
    return;
  append_folded (key, number);
  digits = *number == '+' ? number + 1 : number;
  if (digits[strspn (digits, "0123456789")] != '\0')
    append_digits (key, number);
}

/* lanyard_search_key_append:
 * @text: what to append to
 * @record: a user or a credential
 *
 * Appends what @record is found by; a PIN code is not part of it. May be called on any thread. */
void
lanyard_search_key_append (GString    *text,
                           SeamRecord *record)
{
  const char *name = seam_record_get_display_name (record);

  append_folded (text, name);
  if (SEAM_IS_USER (record))
    {
      SeamUser *user = SEAM_USER (record);

      if (g_strcmp0 (name, seam_user_get_full_name (user)) != 0)
        append_folded (text, seam_user_get_full_name (user));
      append_folded (text, seam_user_get_email_address (user));
      append_number (text, seam_user_get_phone_number (user));
    }
  else if (SEAM_IS_CREDENTIAL (record))
    {
      append_number (text, seam_credential_get_card_number (SEAM_CREDENTIAL (record)));
    }
  g_string_append_c (text, ID_MARK);
  append_folded (text, seam_record_get_id (record));
}

/* lanyard_search_key_append_place:
 * @text: what to append to
 * @name: (nullable): a name
 *
 * Appends the place of @name among others as the locale orders them, for strcmp(). May be called on any thread. */
void
lanyard_search_key_append_place (GString    *text,
                                 const char *name)
{
  g_autofree char *key = g_utf8_collate_key (name != NULL ? name : "", -1);

  g_string_append (text, key);
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

/* lanyard_search_finds_ids:
 * @word: a word of a search
 *
 * Returns: whether it is long enough to be looked for in ids */
gboolean
lanyard_search_finds_ids (const char *word)
{
  return strlen (word) >= MIN_ID_WORD;
}

static gboolean
is_found (const char *key,
          const char *word)
{
  const char *at = strstr (key, word);

  return at != NULL && (lanyard_search_finds_ids (word) || strchr (at, ID_MARK) != NULL);
}

gboolean
lanyard_search_matches (const char         *key,
                        const char * const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (!is_found (key, words[i]))
      return FALSE;
  return TRUE;
}
