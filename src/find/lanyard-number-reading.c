/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says about the number of a card.
 *
 * The ways of writing are those that readers, printed cards, vendors and spreadsheets have: "091,40211" and
 * "0006003987" stand side by side on proximity cards; chips' numbers come in bytes with or without separators, and
 * some readers leave the zero out of a byte ("4:a2:b"); spreadsheets add ".0" or an apostrophe. */
#include "lanyard-number-reading.h"

#include <string.h>

#include "lanyard-number.h"

/* More than any card has: 256 bits in hexadecimal. */
#define MAX_DIGITS 64

/* With separators, labels and what hides a number. */
#define MAX_TEXT 512

/* The largest ones in 37 bits with a facility, the longest common way; and in 26 bits, the most common one. */
#define MAX_FACILITY 65535
#define MAX_CARD 524287
#define MAX_FACILITY_26 255
#define MAX_CARD_26 65535

#define SEPARATORS " -.,:;/\\_'|()[]+#\""

/* These stand between a facility and a card; the others, and they where the numbers are too large, make a long number
 * easier to read. */
#define CERTAIN_SEPARATORS ",:;/|"

#define MAX_GROUPS 48

/* The digits and letters of a text between separators. */
typedef struct
{
  const char *parts[MAX_GROUPS]; /* not ended */
  guint       sizes[MAX_GROUPS];
  guint       n;
  gboolean    is_hex; /* something said so */
} Groups;

static gboolean
fail (GError           **error,
      LanyardNumberError code,
      const char        *message)
{
  g_set_error_literal (error, LANYARD_NUMBER_ERROR, code, message);
  return FALSE;
}

/* --- Any script and width to one, without what can't be seen --- */

static void
append_plain (GString *plain,
              gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (g_unichar_isdigit (c))
    g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
  else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
    g_string_append_c (plain, ' ');
  else if (type == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
    g_string_append_c (plain, '-');
  else if (c == 0x060c || c == 0x066b || c == 0x066c || c == 0x3001)
    g_string_append_c (plain, ',');
  else if (c == 0x2018 || c == 0x2019 || c == 0x02bc)
    g_string_append_c (plain, '\'');
  else if (type != G_UNICODE_FORMAT && type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK)
    g_string_append_unichar (plain, c);
}

static char *
make_plain (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_sized_new (strlen (normal));

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));
  return g_strstrip (g_string_free (plain, FALSE));
}

/* --- What spreadsheets do --- */

/* 1.2E+11, 1,2E11, 1E+11; not 12E5, which is hexadecimal. */
static gboolean
is_rounded (const char *text)
{
  const char *p = text + strspn (text, "0123456789");
  gboolean has_point = *p == '.' || *p == ',';

  if (p == text)
    return FALSE;
  if (has_point)
    p += 1 + strspn (p + 1, "0123456789");
  if (*p != 'e')
    return FALSE;
  p++;
  if (!has_point && *p != '+')
    return FALSE;
  p += *p == '+' || *p == '-';
  return *p != '\0' && p[strspn (p, "0123456789")] == '\0';
}

static gboolean
is_damaged (const char *text)
{
  static const char * const errors[] = { "#n/a", "#ref!", "#value!", "#name?", "#num!", "#div/0!", "#null!" };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_str_equal (text, errors[i]))
      return TRUE;
  return is_rounded (text) || (text[0] == '#' && text[strspn (text, "#")] == '\0');
}

/* ="00123", '00123, "00123", 123.0 */
static char *
unwrap (char *text)
{
  gsize size;

  text += strspn (text, "=\"' ");
  size = strlen (text);
  while (size > 0 && strchr ("\"' ", text[size - 1]) != NULL)
    text[--size] = '\0';
  size = strspn (text, "0123456789");
  if (size > 0 && (text[size] == '.' || (text[size] == ',' && size > 3))
      && (g_str_equal (text + size + 1, "0") || g_str_equal (text + size + 1, "00")))
    text[size] = '\0';
  return text;
}

/* --- A part of a number --- */

/* The size of what hides digits at @p, 0 for none. One # or ? or x alone hides nothing. */
static gsize
mask_size (const char *p,
           gboolean    only_x)
{
  static const char * const signs[] = { "*", "\xe2\x80\xa2", "\xe2\x97\x8f", "\xc2\xb7", "\xe2\x96\xa0", "\xe2\x96\x88",
                                        "\xe2\x88\x99" };
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      return strlen (signs[i]);
  if (*p != '.' && *p != '#' && *p != '?' && *p != '_' && !(*p == 'x' && only_x))
    return 0;
  for (size = 1; p[size] == *p; size++)
    ;
  return size > 1 ? size : 0;
}

static gboolean
is_only_x (const char *text)
{
  gboolean has_digit = FALSE;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isalpha (*text) && *text != 'x')
        return FALSE;
      has_digit |= g_ascii_isdigit (*text);
    }
  return has_digit;
}

static char *
join_letters (const char *start,
              const char *end)
{
  GString *joined = g_string_new (NULL);

  for (const char *p = start; p < end; p++)
    if (strchr (SEPARATORS, *p) == NULL)
      g_string_append_c (joined, *p);
  return g_string_free (joined, FALSE);
}

static gboolean
read_part (LanyardReading *self,
           const char     *text)
{
  gboolean only_x = is_only_x (text);
  const char *first = NULL, *last = NULL;

  for (const char *p = text; *p != '\0';)
    {
      gsize size = mask_size (p, only_x);

      if (size > 0 && first == NULL)
        first = p;
      if (size > 0)
        last = p + size;
      p += MAX (size, 1);
    }
  if (first == NULL)
    return FALSE;
  self->kind = LANYARD_READING_PARTIAL;
  self->head = join_letters (text, first);
  self->digits = join_letters (last, text + strlen (text));
  return TRUE;
}

/* --- Labels --- */

/* "UID: 04A2…", "No. 123": not the first byte of one that is written with colons. */
static const char *
skip_label (const char *text)
{
  gsize size = strspn (text, "abcdefghijklmnopqrstuvwxyz /.");
  gsize hex_size = strspn (text, "abcdef");
  const char *rest = text + size;

  if (size == 0 || size > 24)
    return text;
  if ((*rest == ':' || *rest == '#') && (hex_size < size || rest[1] == ' '))
    return rest + 1 + strspn (rest + 1, " ");
  if (g_ascii_isdigit (*rest) && (g_str_has_prefix (text, "no") || g_str_has_prefix (text, "nr"))
      && text[2 + strspn (text + 2, ". ")] == *rest)
    return rest;
  return text;
}

/* "FC 91 / 40211", "Facility: 91 Card: 40211"; not "FC 91 40 21" nor "FC-91-40", which are bytes. */
static gboolean
read_labelled (LanyardReading *self,
               const char     *text)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *facility = NULL, *between = NULL, *label = NULL, *card = NULL;

  if (*text != 'f' && *text != 's')
    return FALSE;
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^(?:fc|fac|facility|site|sc)(?: ?code)?[ .:#=-]*0*([0-9]{1,5})"
                                            "([ .,:;/|-]*)((?:cn|cc|id|no|nr|number|card(?: ?(?:no|nr|number|id))?)"
                                            "[ .:#=-]*)?0*([0-9]{1,6})$", G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  facility = g_match_info_fetch (match, 1);
  between = g_match_info_fetch (match, 2);
  label = g_match_info_fetch (match, 3);
  card = g_match_info_fetch (match, 4);
  if (*label == '\0'
      && (*between == '\0'
          || (strlen (facility) == 2 && strlen (card) == 2 && strpbrk (between, "/,|") == NULL)))
    return FALSE;
  self->facility = (guint) g_ascii_strtoull (facility, NULL, 10);
  self->card = (guint) g_ascii_strtoull (card, NULL, 10);
  if (self->facility > MAX_FACILITY || self->card > MAX_CARD)
    return FALSE;
  self->kind = LANYARD_READING_FACILITY;
  self->digits = g_strdup_printf ("%03u%05u", self->facility, self->card);
  return TRUE;
}

/* --- Groups of digits --- */

static void
strip_hex_marks (Groups *groups)
{
  for (guint i = 0; i < groups->n; i++)
    if (groups->sizes[i] > 2 && g_str_has_prefix (groups->parts[i], "0x"))
      {
        groups->parts[i] += 2;
        groups->sizes[i] -= 2;
        groups->is_hex = TRUE;
      }
    else if (groups->n == 1 && groups->sizes[i] > 1 && groups->parts[i][groups->sizes[i] - 1] == 'h')
      {
        groups->sizes[i]--;
        groups->is_hex = TRUE;
      }
}

static gboolean
split_groups (Groups     *groups,
              const char *text)
{
  for (const char *p = text + strspn (text, SEPARATORS); *p != '\0'; p += strspn (p, SEPARATORS))
    {
      gsize size = strcspn (p, SEPARATORS);

      if (groups->n == MAX_GROUPS)
        return FALSE;
      groups->parts[groups->n] = p;
      groups->sizes[groups->n++] = (guint) size;
      p += size;
    }
  return TRUE;
}

static gboolean
is_all (const Groups *groups,
        const char   *set)
{
  for (guint i = 0; i < groups->n; i++)
    if (strspn (groups->parts[i], set) < groups->sizes[i])
      return FALSE;
  return TRUE;
}

static guint64
group_value (const Groups *groups,
             guint         i)
{
  g_autofree char *digits = g_strndup (groups->parts[i], groups->sizes[i]);

  /* No overflow: it stops at the largest, which is too large for whoever asks. */
  return g_ascii_strtoull (digits, NULL, 10);
}

/* Bytes of which some have lost their zero. */
static gboolean
are_bytes (const Groups *groups,
           gboolean      is_certain)
{
  guint n_whole = 0;

  for (guint i = 0; i < groups->n; i++)
    {
      if (groups->sizes[i] > 2)
        return FALSE;
      n_whole += groups->sizes[i] == 2;
    }
  return groups->n > 2 && n_whole > 0 && is_certain;
}

static char *
join_groups (const Groups *groups,
             gboolean      are_padded)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < groups->n; i++)
    {
      if (are_padded && groups->sizes[i] == 1)
        g_string_append_c (joined, '0');
      g_string_append_len (joined, groups->parts[i], groups->sizes[i]);
    }
  return g_string_free (joined, FALSE);
}

/* Two groups are a facility and a card where they are small enough, unless nothing but a space or a point is between
 * them. With a card of less than five digits, that differs from the digits in a row. */
static gboolean
read_facility (LanyardReading *self,
               const Groups   *groups)
{
  const char *between;
  gsize size;
  guint64 facility, card;
  gboolean is_certain = FALSE, is_hyphen = FALSE;

  if (groups->n != 2)
    return FALSE;
  between = groups->parts[0] + groups->sizes[0];
  size = (gsize) (groups->parts[1] - between);
  for (gsize i = 0; i < size; i++)
    {
      is_certain |= strchr (CERTAIN_SEPARATORS, between[i]) != NULL;
      is_hyphen |= between[i] == '-';
    }
  facility = group_value (groups, 0);
  card = group_value (groups, 1);
  if (is_certain ? facility > MAX_FACILITY || card > MAX_CARD
                 : !is_hyphen || facility > MAX_FACILITY_26 || card > MAX_CARD_26)
    return FALSE;
  self->kind = LANYARD_READING_FACILITY;
  self->facility = (guint) facility;
  self->card = (guint) card;
  self->digits = g_strdup_printf ("%03u%05u", self->facility, self->card);
  return TRUE;
}

/* All that is printed on a card, "0006003987 091,40211", says the same twice. */
static gboolean
read_whole_print (LanyardReading *self,
                  const Groups   *groups)
{
  guint64 facility, card;

  if (groups->n != 3)
    return FALSE;
  facility = group_value (groups, 1);
  card = group_value (groups, 2);
  if (facility > MAX_FACILITY_26 || card > MAX_CARD_26
      || (group_value (groups, 0) & 0xffffff) != (facility << 16 | card))
    return FALSE;
  self->kind = LANYARD_READING_DECIMAL;
  self->digits = g_strndup (groups->parts[0], groups->sizes[0]);
  return TRUE;
}

static void
read_groups (LanyardReading *self,
             const char     *text,
             Groups         *groups)
{
  gboolean is_decimal;

  strip_hex_marks (groups);
  is_decimal = !groups->is_hex && is_all (groups, "0123456789");
  if (is_decimal && (read_facility (self, groups) || read_whole_print (self, groups)))
    return;
  if (!is_decimal && !is_all (groups, "0123456789abcdef"))
    {
      self->kind = LANYARD_READING_OPAQUE;
      self->digits = join_letters (text, text + strlen (text));
      return;
    }
  self->digits = join_groups (groups, are_bytes (groups, !is_decimal || strchr (text, ':') != NULL));
  if (!is_decimal)
    self->kind = LANYARD_READING_HEX;
  else
    self->kind = groups->n == 1 && *text == '-' ? LANYARD_READING_NEGATIVE : LANYARD_READING_DECIMAL;
}

static gboolean
check (const LanyardReading *self,
       GError              **error)
{
  gsize size = strlen (self->digits) + (self->head != NULL ? strlen (self->head) : 0);

  if (size == 0)
    return fail (error, LANYARD_NUMBER_ERROR_EMPTY, "There is no number in it");
  if (size > MAX_DIGITS)
    return fail (error, LANYARD_NUMBER_ERROR_TOO_LONG, "No card has a number that long");
  return TRUE;
}

/* lanyard_reading_is_plain:
 * @text: a text
 *
 * Returns: whether it is a number of nothing but digits */
gboolean
lanyard_reading_is_plain (const char *text)
{
  gsize size = strspn (text, "0123456789");

  return size > 0 && size <= MAX_DIGITS && text[size] == '\0';
}

/* lanyard_reading_read:
 * @self: where to; empty
 * @text: what was typed, or what a vendor has stored
 * @error: return location for a LanyardNumberError
 *
 * Returns: whether there is a number, or a part of one, in @text */
gboolean
lanyard_reading_read (LanyardReading *self,
                      const char     *text,
                      GError        **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  char *said;
  Groups groups = { .n = 0 };

  if (strnlen (text, MAX_TEXT + 1) > MAX_TEXT)
    return fail (error, LANYARD_NUMBER_ERROR_TOO_LONG, "No card has a number that long");
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, LANYARD_NUMBER_ERROR_NOT_TEXT, "It is not text");
  plain = make_plain (text);
  self->text = g_strdup (plain);
  folded = g_utf8_casefold (plain, -1);
  said = unwrap (folded);
  if (is_damaged (said))
    return fail (error, LANYARD_NUMBER_ERROR_DAMAGED, "A spreadsheet has damaged it");
  if (read_part (self, said) || read_labelled (self, said))
    return check (self, error);
  said = (char *) skip_label (said);
  if (!split_groups (&groups, said))
    return fail (error, LANYARD_NUMBER_ERROR_TOO_LONG, "No card has a number that long");
  read_groups (self, said, &groups);
  return check (self, error);
}

void
lanyard_reading_clear (LanyardReading *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->digits, g_free);
  g_clear_pointer (&self->head, g_free);
}
