/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be chosen for a user or a credential, and which of it is meant by what was typed. */
#include "lanyard-choice.h"

#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-number.h"

/* Where more rows than this are left, nobody has typed enough yet to mean one of them. */
#define MAX_ROWS 1000

/**
 * lanyard_choice_fits:
 * @record: a credential or a user
 * @for_record: the user or the credential that it is chosen for
 *
 * What can't be assigned is not offered: what they have already, what is being deleted, and the keys of single
 * phones, which come and go with the credential they belong to. Nor is what is marked as lost.
 *
 * Returns: whether @record is offered
 */
gboolean
lanyard_choice_fits (SeamRecord *record,
                     SeamRecord *for_record)
{
  SeamCredential *credential = SEAM_CREDENTIAL (SEAM_IS_CREDENTIAL (record) ? record : for_record);
  SeamRecord *user = SEAM_IS_CREDENTIAL (record) ? for_record : record;

  if (lanyard_record_is_being_deleted (record))
    return FALSE;
  if (SEAM_IS_CREDENTIAL (record)
      && (seam_credential_get_parent_id (credential) != NULL || seam_credential_get_lost (credential)))
    return FALSE;

  /* By their own id, or through their identity. */
  return (SeamRecord *) seam_credential_get_holder (credential) != user
         && g_strcmp0 (seam_credential_get_user_id (credential), seam_record_get_id (user)) != 0;
}

static gboolean
is_same_text (const char *text,
              const char *other)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_other = other != NULL ? g_utf8_casefold (other, -1) : NULL;

  return folded_other != NULL && g_utf8_collate (folded, folded_other) == 0;
}

/* It is that card, whatever else there may be. */
static gboolean
has_number (SeamRecord          *record,
            const LanyardNumber *number,
            const char          *text)
{
  const char *own = SEAM_IS_CREDENTIAL (record) ? seam_credential_get_card_number (SEAM_CREDENTIAL (record)) : NULL;
  g_autoptr (LanyardNumber) own_number = number != NULL && own != NULL ? lanyard_number_new (own, NULL) : NULL;

  return g_strcmp0 (text, seam_record_get_id (record)) == 0
         || (own_number != NULL && lanyard_number_compare (number, own_number) == LANYARD_SAMENESS_SAME);
}

static gboolean
is_called (SeamRecord *record,
           const char *text)
{
  if (is_same_text (text, seam_record_get_display_name (record)))
    return TRUE;

  return SEAM_IS_USER (record)
         && (is_same_text (text, seam_user_get_full_name (SEAM_USER (record)))
             || is_same_text (text, seam_user_get_email_address (SEAM_USER (record)))
             || is_same_text (text, seam_user_get_phone_number (SEAM_USER (record))));
}

static char *
letters_and_digits (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *kept = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));

  return g_string_free (kept, FALSE);
}

static gboolean
is_in_hidden (SeamRecord *record,
              const char *word)
{
  const char *number = SEAM_IS_CREDENTIAL (record) ? seam_credential_get_card_number (SEAM_CREDENTIAL (record))
                                                   : seam_user_get_phone_number (SEAM_USER (record));
  const char *hidden[] = { number, seam_record_get_id (record) };
  g_autofree char *kept_word = letters_and_digits (word);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_autofree char *kept = hidden[i] != NULL ? letters_and_digits (hidden[i]) : NULL;

      if (kept != NULL && strstr (kept, kept_word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether @at is in the middle of a number; zeros before it don't count. */
static gboolean
is_cut_before (const char *text,
               const char *at)
{
  if (!g_ascii_isdigit (*at))
    return FALSE;
  while (at > text && at[-1] == '0')
    at--;

  return at > text && g_ascii_isdigit (at[-1]);
}

/* A number in a name is that number: not a part of a longer one. */
static gboolean
is_in_shown (const char *shown,
             const char *word)
{
  g_autofree char *folded = shown != NULL ? g_utf8_casefold (shown, -1) : g_strdup ("");
  gsize length = strlen (word);

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (!is_cut_before (folded, at) && !(g_ascii_isdigit (word[length - 1]) && g_ascii_isdigit (at[length])))
      return TRUE;

  return FALSE;
}

static gboolean
is_on_row (SeamRecord *record,
           const char *word)
{
  if (is_in_shown (seam_record_get_display_name (record), word))
    return TRUE;

  return SEAM_IS_USER (record)
         && (is_in_shown (seam_user_get_full_name (SEAM_USER (record)), word)
             || is_in_shown (seam_user_get_email_address (SEAM_USER (record)), word));
}

/* What was found in a number or an id, which the row doesn't show, was hardly meant to be. */
static gboolean
is_seen_to_match (SeamRecord *record,
                  const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (strpbrk (words[i], "0123456789") != NULL || is_in_hidden (record, words[i]))
        && !is_on_row (record, words[i]))
      return FALSE;

  return TRUE;
}

/**
 * lanyard_choice_find:
 * @rows: (element-type SeamRecord): what is left by the typing
 * @text: what was typed
 * @complete: whether nothing can be missing from @rows any more
 *
 * Of what may be done at once, only one thing may be meant: the only row that is called so or has that number, or the
 * only row that is left, when it shows why it is. A number is that card or nothing.
 *
 * Returns: the position of the one that is meant, or G_MAXUINT
 */
guint
lanyard_choice_find (GListModel *rows,
                     const char *text,
                     gboolean    complete)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr (LanyardNumber) number = *typed != '\0' ? lanyard_number_new (typed, NULL) : NULL;
  g_autoptr (SeamRecord) left = NULL;
  guint n = g_list_model_get_n_items (rows);
  guint exact = G_MAXUINT;
  gboolean is_number = FALSE;

  if (*typed == '\0' || n == 0 || n > MAX_ROWS)
    return G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (rows, i);

      if (!has_number (record, number, typed) && !is_called (record, typed))
        continue;
      if (exact != G_MAXUINT)
        return G_MAXUINT;
      exact = i;
      is_number = has_number (record, number, typed);
    }
  /* Somebody of the same name may be yet to come. */
  if (exact != G_MAXUINT)
    return complete || is_number ? exact : G_MAXUINT;
  if (n > 1 || !complete || lanyard_number_is_typed (typed))
    return G_MAXUINT;

  left = g_list_model_get_item (rows, 0);

  return is_seen_to_match (left, typed) ? 0 : G_MAXUINT;
}
