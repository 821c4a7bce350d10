/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict pull reader of JSON text (RFC 8259): no tree is built, and what isn't wanted is passed over.
 *
 * A list of a large workspace is hundreds of megabytes of text, of which a third is kept. Once anything is wrong, every
 * call does nothing and seam_reader_is_done() is FALSE, so that a caller needs to ask only once, at the end. */
#include "seam-reader.h"

#include <string.h>

/* Answers of the API nest four deep; the reader calls itself for what it passes over. */
#define MAX_DEPTH 64

static void
fail (SeamReader *self)
{
  self->has_failed = TRUE;
  self->next = self->end;
}

static void
skip_space (SeamReader *self)
{
  while (self->next < self->end && (*self->next == ' ' || *self->next == '\n' || *self->next == '\r'
                                    || *self->next == '\t'))
    self->next++;
}

static gboolean
take (SeamReader *self,
      char        wanted)
{
  skip_space (self);
  if (self->next == self->end || *self->next != wanted)
    return FALSE;
  self->next++;
  return TRUE;
}

/* seam_reader_init:
 * @self: a reader
 * @text: (nullable): what to read; has to outlive the reader
 * @size: its bytes */
void
seam_reader_init (SeamReader *self,
                  const char *text,
                  gsize       size)
{
  if (text == NULL)
    text = "";
  *self = (SeamReader) { .next = text, .end = text + size };
}

/* seam_reader_peek:
 * @self: a reader that stands before a value
 *
 * Returns: what kind of value comes next */
SeamToken
seam_reader_peek (SeamReader *self)
{
  skip_space (self);
  if (self->next == self->end)
    return SEAM_TOKEN_NONE;
  switch (*self->next)
    {
    case '{':
      return SEAM_TOKEN_OBJECT;
    case '[':
      return SEAM_TOKEN_ARRAY;
    case '"':
      return SEAM_TOKEN_STRING;
    case 't':
    case 'f':
      return SEAM_TOKEN_BOOLEAN;
    case 'n':
      return SEAM_TOKEN_NULL;
    default:
      return *self->next == '-' || g_ascii_isdigit (*self->next) ? SEAM_TOKEN_NUMBER : SEAM_TOKEN_NONE;
    }
}

/* seam_reader_enter:
 * @self: a reader that stands before an object or array
 *
 * Returns: whether there was one, and not too many around it */
gboolean
seam_reader_enter (SeamReader *self)
{
  SeamToken token = seam_reader_peek (self);

  if ((token != SEAM_TOKEN_OBJECT && token != SEAM_TOKEN_ARRAY) || self->depth == MAX_DEPTH)
    {
      fail (self);
      return FALSE;
    }
  self->next++;
  self->depth++;
  self->is_first = TRUE;
  return TRUE;
}

/* Whether another item follows in the container that @close ends; leaves it when none does. */
static gboolean
next_item (SeamReader *self,
           char        close)
{
  gboolean is_first = self->is_first;

  if (self->has_failed)
    return FALSE;
  self->is_first = FALSE;
  if (take (self, close))
    {
      self->depth--;
      return FALSE;
    }
  if (is_first || take (self, ','))
    return TRUE;
  fail (self);
  return FALSE;
}

/* The text between the quotes, as it stands. Control characters, which JSON would have escaped, do no harm. */
static SeamSlice
take_string (SeamReader *self)
{
  const char *start;
  const char *quote;

  if (!take (self, '"'))
    {
      fail (self);
      return (SeamSlice) { self->end, 0 };
    }
  start = self->next;
  for (quote = start; (quote = memchr (quote, '"', self->end - quote)) != NULL; quote++)
    {
      const char *slash = quote;

      while (slash > start && slash[-1] == '\\')
        slash--;
      if ((quote - slash) % 2 == 0)
        break;
    }
  if (quote == NULL)
    {
      fail (self);
      return (SeamSlice) { self->end, 0 };
    }
  self->next = quote + 1;
  return (SeamSlice) { start, quote - start };
}

/* seam_reader_next_member:
 * @self: a reader in an object, with the last member's value read or skipped
 * @name: (out): the member's name as it stands in the text
 *
 * Returns: whether there is another member; its value comes next. When not, the object has been left */
gboolean
seam_reader_next_member (SeamReader *self,
                         SeamSlice  *name)
{
  if (!next_item (self, '}'))
    return FALSE;
  *name = take_string (self);
  if (self->has_failed || !take (self, ':'))
    {
      fail (self);
      return FALSE;
    }
  return TRUE;
}

/* seam_reader_next_element:
 * @self: a reader in an array, with the last element read or skipped
 *
 * Returns: whether another element comes next. When not, the array has been left */
gboolean
seam_reader_next_element (SeamReader *self)
{
  return next_item (self, ']');
}

static gboolean
read_hex (const char *digits,
          const char *end,
          gunichar   *value)
{
  *value = 0;
  if (end - digits < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return FALSE;
      *value = *value << 4 | (gunichar) digit;
    }
  return TRUE;
}

/* Reads what follows "\u"; half a pair and NUL, which a C string can't have, become the replacement character. */
static const char *
append_unicode (GString    *text,
                const char *digits,
                const char *end)
{
  gunichar c;
  gunichar low;

  if (!read_hex (digits, end, &c))
    return NULL;
  digits += 4;
  if (c >= 0xd800 && c < 0xdc00 && end - digits >= 6 && digits[0] == '\\' && digits[1] == 'u'
      && read_hex (digits + 2, end, &low) && low >= 0xdc00 && low < 0xe000)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      digits += 6;
    }
  g_string_append_unichar (text, c != 0 && (c < 0xd800 || c >= 0xe000) ? c : 0xfffd);
  return digits;
}

/* Returns NULL when there is an escape that JSON doesn't have. */
static char *
unescape (SeamSlice slice)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  g_autoptr (GString) text = g_string_sized_new (slice.size);
  const char *p = slice.start;
  const char *end = slice.start + slice.size;

  while (p != NULL && p < end)
    {
      const char *slash = memchr (p, '\\', end - p);
      const char *letter;

      g_string_append_len (text, p, (slash != NULL ? slash : end) - p);
      if (slash == NULL)
        break;
      letter = slash[1] != '\0' ? strchr (letters, slash[1]) : NULL;
      if (letter != NULL)
        g_string_append_c (text, meant[letter - letters]);
      p = letter != NULL ? slash + 2 : slash[1] == 'u' ? append_unicode (text, slash + 2, end) : NULL;
      if (p == NULL)
        return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* seam_reader_read_string:
 * @self: a reader that stands before a string
 *
 * Returns: (transfer full) (nullable): the string, in valid UTF-8: what wasn't is replaced */
char *
seam_reader_read_string (SeamReader *self)
{
  SeamSlice slice = take_string (self);
  g_autofree char *text = NULL;

  if (self->has_failed)
    return NULL;
  if (memchr (slice.start, '\\', slice.size) == NULL)
    return g_utf8_validate_len (slice.start, slice.size, NULL) ? g_strndup (slice.start, slice.size)
                                                               : g_utf8_make_valid (slice.start, (gssize) slice.size);
  text = unescape (slice);
  if (text == NULL)
    {
      fail (self);
      return NULL;
    }
  return g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : g_utf8_make_valid (text, -1);
}

/* Passes over a string; one with an escape that JSON doesn't have is none. */
static void
skip_string (SeamReader *self)
{
  SeamSlice slice = take_string (self);
  g_autofree char *text = NULL;

  if (self->has_failed || memchr (slice.start, '\\', slice.size) == NULL)
    return;
  text = unescape (slice);
  if (text == NULL)
    fail (self);
}

static gboolean
take_word (SeamReader *self,
           const char *word)
{
  gsize size = strlen (word);

  if ((gsize) (self->end - self->next) < size || memcmp (self->next, word, size) != 0)
    return FALSE;
  self->next += size;
  return TRUE;
}

/* seam_reader_read_boolean:
 * @self: a reader that stands before true or false
 *
 * Returns: which of them */
gboolean
seam_reader_read_boolean (SeamReader *self)
{
  skip_space (self);
  if (take_word (self, "true"))
    return TRUE;
  if (!take_word (self, "false"))
    fail (self);
  return FALSE;
}

static gboolean
take_digits (SeamReader *self)
{
  const char *start = self->next;

  while (self->next < self->end && g_ascii_isdigit (*self->next))
    self->next++;
  return self->next > start;
}

static gboolean
take_one_of (SeamReader *self,
             const char *set)
{
  if (self->next == self->end || *self->next == '\0' || strchr (set, *self->next) == NULL)
    return FALSE;
  self->next++;
  return TRUE;
}

static void
skip_number (SeamReader *self)
{
  gboolean is_number;

  take_one_of (self, "-");
  is_number = take_one_of (self, "0") || take_digits (self);
  if (take_one_of (self, "."))
    is_number = is_number && take_digits (self);
  if (take_one_of (self, "eE"))
    {
      take_one_of (self, "+-");
      is_number = is_number && take_digits (self);
    }
  if (!is_number)
    fail (self);
}

/* seam_reader_skip:
 * @self: a reader that stands before a value
 *
 * Passes over the value; it is checked nonetheless.
 *
 * Returns: the text of the value */
SeamSlice
seam_reader_skip (SeamReader *self)
{
  SeamToken token = seam_reader_peek (self);
  const char *start = self->next;
  SeamSlice name;

  switch (token)
    {
    case SEAM_TOKEN_OBJECT:
      for (seam_reader_enter (self); seam_reader_next_member (self, &name);)
        seam_reader_skip (self);
      break;
    case SEAM_TOKEN_ARRAY:
      for (seam_reader_enter (self); seam_reader_next_element (self);)
        seam_reader_skip (self);
      break;
    case SEAM_TOKEN_STRING:
      skip_string (self);
      break;
    case SEAM_TOKEN_BOOLEAN:
      seam_reader_read_boolean (self);
      break;
    case SEAM_TOKEN_NUMBER:
      skip_number (self);
      break;
    case SEAM_TOKEN_NULL:
      if (!take_word (self, "null"))
        fail (self);
      break;
    case SEAM_TOKEN_NONE:
    default:
      fail (self);
    }
  return (SeamSlice) { start, self->next - start };
}

/* seam_reader_read_digits:
 * @self: a reader that stands before a number
 *
 * Returns: (transfer full) (nullable): the number as it is written, if it is a whole one of not too many digits */
char *
seam_reader_read_digits (SeamReader *self)
{
  SeamSlice slice = seam_reader_skip (self);

  if (slice.size > SEAM_READER_MAX_DIGITS)
    return NULL;
  for (gsize i = 0; i < slice.size; i++)
    if (!g_ascii_isdigit (slice.start[i]))
      return NULL;
  return g_strndup (slice.start, slice.size);
}

/* seam_reader_is_done:
 * @self: a reader
 *
 * Returns: whether all of the text has been read, and was JSON */
gboolean
seam_reader_is_done (SeamReader *self)
{
  skip_space (self);
  return !self->has_failed && self->depth == 0 && self->next == self->end;
}
