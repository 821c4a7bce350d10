/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody searches for, and whether a record is found by it.
 *
 * Every word has to be found: as a part of a name or address, or with the spaces of a name left out; in an id when it
 * is long; as a whole number, or as the beginning or the end of one. Never in the middle of a number, where the digits
 * of another one are by chance. */
#include "lanyard-query.h"

#include <string.h>

#include "lanyard-fold.h"
#include "lanyard-number-reading.h"
#include "lanyard-query-number.h"
#include "lanyard-query-typed.h"
#include "lanyard-search-text.h"

/* One word between spaces, as it is looked for. */
typedef struct
{
  GStrv              words;   /* of a name: "anne-marie" has two */
  GStrv              spelled; /* likewise, with umlauts spelled out; NULL: the same */
  char              *whole;   /* with its punctuation, for addresses and ids */
  LanyardQueryNumber number;
  gboolean           has_digit;
  gboolean           is_number; /* there is no more to it than its digits */
  gboolean           may_be_id;
} Token;

struct _LanyardQuery
{
  gatomicrefcount ref_count;
  char           *search;
  char           *name; /* likewise, folded */
  GArray         *tokens;
  char           *exact; /* the key of the number that all of it is; NULL: it is none */
  gboolean        has_digits;
  gboolean        has_words;
};

static void
token_clear (gpointer data)
{
  Token *token = data;

  g_strfreev (token->words);
  g_strfreev (token->spelled);
  g_free (token->whole);
  lanyard_query_number_clear (&token->number);
}

static GStrv
split_words (const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static char *
fold (const char       *text,
      LanyardFoldFlags  flags,
      gboolean         *has_other)
{
  GString *folded = g_string_new (NULL);
  gboolean other = lanyard_fold_append (folded, text, flags);

  if (has_other != NULL)
    *has_other = other;
  return g_string_free (folded, FALSE);
}

/* What is looked at for each record, once for all. */
static void
take_token (LanyardQuery *self,
            Token         token)
{
  token.has_digit = lanyard_query_has_digit (token.number.text);
  token.is_number = token.number.phone != NULL && token.words[0] != NULL && token.words[1] == NULL
                    && g_str_equal (token.words[0], token.number.text);
  token.may_be_id = strlen (token.whole) >= LANYARD_QUERY_MIN_ID;
  self->has_digits |= token.has_digit;
  self->has_words |= !token.is_number;
  g_array_append_val (self->tokens, token);
}

static void
add_token (LanyardQuery *self,
           const char   *text)
{
  gboolean has_other;
  g_autofree char *plain = fold (text, LANYARD_FOLD_NAME, &has_other);
  g_autofree char *whole = fold (text, LANYARD_FOLD_ADDRESS, NULL);
  Token token = { NULL };

  token.whole = g_strdup (lanyard_query_strip (whole));
  lanyard_query_number_init (&token.number, token.whole, text, lanyard_query_is_like_number (token.whole));
  if (*token.number.text == '\0')
    {
      token_clear (&token);
      return;
    }
  /* The words of an address are in a row there. */
  if (strchr (token.whole, '@') != NULL)
    token.words = g_strdupv ((char *[]) { token.whole, NULL });
  else
    token.words = split_words (plain);
  if (has_other)
    {
      g_autofree char *spelled = fold (text, LANYARD_FOLD_NAME | LANYARD_FOLD_SPELLED, NULL);

      token.spelled = split_words (spelled);
    }
  take_token (self, token);
}

/* A number with spaces in it is one word of digits, and is looked for as such in names as well. */
static void
add_number_token (LanyardQuery *self,
                  const char   *text)
{
  g_autofree char *whole = fold (text, LANYARD_FOLD_ADDRESS, NULL);
  Token token = { NULL };

  lanyard_query_number_init (&token.number, whole, text, TRUE);
  token.whole = g_strdup (token.number.text);
  token.words = g_strdupv ((char *[]) { token.number.text, NULL });
  take_token (self, token);
}

static char *
read_exact (const char *search)
{
  g_autoptr (LanyardNumber) number = lanyard_number_new (search, NULL);
  const char *exact = number != NULL ? lanyard_number_get_exact_key (number) : NULL;

  /* Digits are compared as they are, anyway. */
  return exact != NULL && !lanyard_reading_is_plain (search) ? g_strdup (exact) : NULL;
}

/* lanyard_query_new:
 * @search: (nullable): what was typed
 *
 * Returns: (transfer full) (nullable): what is looked for; %NULL when that is nothing, and everything is found */
LanyardQuery *
lanyard_query_new (const char *search)
{
  g_autoptr (LanyardQuery) self = NULL;
  g_autofree char *folded = NULL;

  if (search == NULL || *search == '\0')
    return NULL;
  self = g_new0 (LanyardQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->search = lanyard_query_normalize_spaces (search);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_array_set_clear_func (self->tokens, token_clear);
  self->name = g_strstrip (fold (self->search, LANYARD_FOLD_NAME, NULL));
  folded = fold (self->search, LANYARD_FOLD_ADDRESS, NULL);
  if (lanyard_query_is_like_number (folded))
    {
      add_number_token (self, self->search);
    }
  else
    {
      g_auto (GStrv) parts = g_strsplit (self->search, " ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        add_token (self, parts[i]);
    }
  if (self->has_digits)
    self->exact = read_exact (self->search);
  return self->tokens->len > 0 ? g_steal_pointer (&self) : NULL;
}

LanyardQuery *
lanyard_query_ref (LanyardQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lanyard_query_unref (LanyardQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->search);
  g_free (self->name);
  g_free (self->exact);
  g_array_unref (self->tokens);
  g_free (self);
}

/* --- Names --- */

/* Whether @word begins at @at with the spaces of the name left out. */
static gboolean
begins_joined (const char *at,
               const char *word)
{
  for (; *word != '\0'; at++)
    {
      if (*at == *word)
        word++;
      else if (*at != ' ')
        return FALSE;
    }
  return TRUE;
}

/* "annemarie" is found in "anne marie", from the beginning of a word on. */
static gboolean
is_in_joined (const char *text,
              gsize       size,
              const char *word)
{
  const char *end = text + size;

  for (const char *at = text; at != NULL && at < end; at = memchr (at, ' ', (gsize) (end - at)))
    {
      at += *at == ' ';
      if (*at == *word && begins_joined (at, word))
        return TRUE;
    }
  return FALSE;
}

/* The names come first: what is found after @end isn't in them. */
static gboolean
is_in_names (const char *text,
             const char *end,
             const char *word)
{
  const char *at = strstr (text, word);
  const char *line_end;

  if (at != NULL && at < end)
    return TRUE;
  line_end = strchrnul (text, '\n');
  return word[1] != '\0' && is_in_joined (text, (gsize) (line_end - text), word);
}

static gboolean
all_in_names (const char *text,
              const char *end,
              GStrv       words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_in_names (text, end, words[i]))
      return FALSE;
  return words[0] != NULL;
}

/* --- All of it --- */

static gboolean
is_in_id (const char  *text,
          const Token *token)
{
  const char *id = token->may_be_id ? strchr (text, LANYARD_SEARCH_TEXT_ID) : NULL;

  return id != NULL && strstr (id, token->whole) != NULL;
}

static gboolean
is_named (const char  *text,
          const char  *end,
          const Token *token)
{
  return all_in_names (text, end, token->words)
         || (token->spelled != NULL && all_in_names (text, end, token->spelled));
}

static gboolean
is_numbered (const char  *text,
             const Token *token)
{
  return token->has_digit && lanyard_query_number_match (&token->number, text) != LANYARD_NUMBER_MATCH_NONE;
}

/* Most records have none of the digits that are looked for, and one look at them is enough. Of those that have them,
 * most have them in a number. */
static gboolean
is_found_number (const char  *text,
                 const Token *token)
{
  const char *at = strstr (text, token->number.needle);
  const char *numbers;

  if (at == NULL)
    return FALSE;
  if (token->number.is_plain && lanyard_query_number_begins (text, at))
    return TRUE;
  numbers = strchrnul (text, LANYARD_SEARCH_TEXT_NUMBERS);
  if (at < numbers)
    {
      const char *word = strstr (text, token->number.text);

      if (word != NULL && word < numbers)
        return TRUE;
    }
  return is_numbered (numbers, token) || is_in_id (numbers, token);
}

static gboolean
is_found (const char  *text,
          const Token *token)
{
  const char *end;

  if (token->is_number)
    return is_found_number (text, token);
  end = strchrnul (text, LANYARD_SEARCH_TEXT_NUMBERS);
  return is_named (text, end, token) || is_numbered (end, token) || is_in_id (end, token);
}

/* lanyard_query_matches:
 * @self: what is looked for
 * @text: what a record is found by
 *
 * Returns: whether it is */
gboolean
lanyard_query_matches (const LanyardQuery *self,
                       const char         *text)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);

      if (!is_found (text, token))
        return self->exact != NULL && lanyard_query_number_is (self->exact, text);
    }
  return TRUE;
}

/* lanyard_query_matches_held:
 * @self: what is looked for
 * @text: what a record is found by
 * @holder: what its holder is found by
 *
 * A number alone is not looked for in names of other people.
 *
 * Returns: whether it is, or each word is found in @text or in the holder's name */
gboolean
lanyard_query_matches_held (const LanyardQuery *self,
                            const char         *text,
                            const char         *holder)
{
  const char *end;

  if (!self->has_words)
    return lanyard_query_matches (self, text);
  end = strchrnul (holder, '\n');
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);

      if (!is_found (text, token) && !is_named (holder, end, token))
        return self->exact != NULL && lanyard_query_number_is (self->exact, text);
    }
  return TRUE;
}

/* lanyard_query_matches_name:
 * @self: what is looked for
 * @text: what a record is found by
 *
 * Returns: whether its name alone is found by it */
gboolean
lanyard_query_matches_name (const LanyardQuery *self,
                            const char         *text)
{
  const char *end = strchrnul (text, '\n');
  g_autofree char *name = g_strndup (text, (gsize) (end - text));

  for (guint i = 0; i < self->tokens->len; i++)
    if (!is_named (name, name + strlen (name), &g_array_index (self->tokens, Token, i)))
      return FALSE;
  return TRUE;
}

static gboolean
begins_word (const char *text,
             const char *word)
{
  const char *end = strchrnul (text, '\n');

  for (const char *at = strstr (text, word); at != NULL && at < end; at = strstr (at + 1, word))
    if (at == text || at[-1] == ' ' || at[-1] == LANYARD_SEARCH_TEXT_OTHER)
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *text,
         const char *first,
         gsize       size)
{
  return strncmp (text, first, size) == 0
         && (text[size] == '\n' || text[size] == '\0' || text[size] == LANYARD_SEARCH_TEXT_OTHER);
}

/* lanyard_query_rank:
 * @self: what is looked for
 * @text: what a record is found by, that is
 *
 * Returns: how far behind it belongs: 0 for who is called so, 1 where the name begins with it, 2 where a word of the
 *   name does, 3 where all of a number or its end is it, 4 otherwise */
guint
lanyard_query_rank (const LanyardQuery *self,
                    const char         *text)
{
  const Token *first = &g_array_index (self->tokens, Token, 0);
  const char *word = first->words[0] != NULL ? first->words[0] : first->number.text;

  if (is_name (text, self->name, strlen (self->name)))
    return 0;
  if (g_str_has_prefix (text, word))
    return 1;
  if (begins_word (text, word))
    return 2;
  if (self->exact != NULL && lanyard_query_number_is (self->exact, text))
    return 3;
  return lanyard_query_number_match (&first->number, text) >= LANYARD_NUMBER_MATCH_END ? 3 : 4;
}

static gboolean
continues (const char *word,
           GStrv       words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], word))
      return TRUE;
  return FALSE;
}

static gboolean
continues_all (GStrv words,
               GStrv longer)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!continues (words[i], longer))
      return FALSE;
  return TRUE;
}

/* Whatever @longer finds, @token has found. */
static gboolean
token_continues (const Token *token,
                 const Token *longer)
{
  if (token->may_be_id != longer->may_be_id)
    return FALSE;
  return g_str_has_prefix (longer->whole, token->whole) && continues_all (token->words, longer->words)
         && (longer->spelled == NULL
             || continues_all (token->spelled != NULL ? token->spelled : token->words, longer->spelled));
}

/* lanyard_query_continues:
 * @self: what is looked for
 * @other: (nullable): what was looked for before
 *
 * Returns: whether @self is @other with something typed at its end */
gboolean
lanyard_query_continues (const LanyardQuery *self,
                         const LanyardQuery *other)
{
  return other == NULL || g_str_has_prefix (self->search, other->search);
}

/* lanyard_query_is_narrower:
 * @self: what is looked for
 * @other: (nullable): what was looked for before
 *
 * A digit more may be the last one of a number that was not found by those before it.
 *
 * Returns: whether @other has found whatever @self finds, as when a letter is added to a name */
gboolean
lanyard_query_is_narrower (const LanyardQuery *self,
                           const LanyardQuery *other)
{
  if (other == NULL || g_str_equal (self->search, other->search))
    return TRUE;
  if (self->has_digits || other->has_digits || other->tokens->len > self->tokens->len)
    return FALSE;
  for (guint i = 0; i < other->tokens->len; i++)
    if (!token_continues (&g_array_index (other->tokens, Token, i), &g_array_index (self->tokens, Token, i)))
      return FALSE;
  return TRUE;
}
