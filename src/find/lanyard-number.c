/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a card, in the one form in which two of them are compared. */
#include "lanyard-number.h"

#include <string.h>

#include "lanyard-number-forms.h"
#include "lanyard-number-scan.h"

/* Fewer digits than vendors leave to be seen of a number say nothing about it. */
#define MIN_SHOWN 4

/* Never changed once it is made, so that any thread may look at it. */
struct _LanyardNumber
{
  gatomicrefcount ref_count;
  LanyardReading  reading;
  char           *exact_key; /* NULL: of a part */
  char            plain[];   /* where it is nothing but digits, all of the above are in here, or empty */
};

G_DEFINE_QUARK (lanyard-number-error-quark, lanyard_number_error)
G_DEFINE_BOXED_TYPE (LanyardNumber, lanyard_number, lanyard_number_ref, lanyard_number_unref)

/* Nearly all are, and a workspace has as many as it has cards. */
static LanyardNumber *
new_plain (const char *digits)
{
  gsize size = strlen (digits) + 1;
  LanyardNumber *self = g_malloc0 (sizeof (LanyardNumber) + size);

  g_atomic_ref_count_init (&self->ref_count);
  memcpy (self->plain, digits, size);
  self->reading.kind = LANYARD_READING_DECIMAL;
  self->reading.text = self->plain;
  self->reading.digits = self->plain;
  self->exact_key = self->plain + strspn (self->plain, "0");
  if (*self->exact_key == '\0')
    self->exact_key--;
  return self;
}

/**
 * lanyard_number_new:
 * @text: what was typed, or what a vendor has stored
 * @error: return location for a #LanyardNumberError
 *
 * Reads a number that is written in decimal or hexadecimal, with any separators, in any script's digits, with a label
 * in front, or as a facility's and a card's number.
 *
 * A comma, colon, slash or hyphen between two numbers that are small enough makes them a facility and a card, of
 * which the card has five digits when both are written in one: "91,4021" is 9104021. A space, a point, and all of them
 * between longer numbers only make them easier to read. Letters that are not hexadecimal make it an id that is compared
 * as a whole. May be called on any thread.
 *
 * Returns: (transfer full): the number; %NULL with @error
 */
LanyardNumber *
lanyard_number_new (const char  *text,
                    GError     **error)
{
  g_auto (LanyardReading) reading = { 0 };
  LanyardNumber *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (lanyard_reading_is_plain (text))
    return new_plain (text);
  if (!lanyard_reading_read (&reading, text, error))
    return NULL;
  self = g_malloc0 (sizeof (LanyardNumber) + 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->reading = reading;
  memset (&reading, 0, sizeof reading);
  self->exact_key = lanyard_forms_exact (&self->reading);
  return self;
}

/**
 * lanyard_number_new_scanned:
 * @raw: what a card reader sent, with whatever it sends before and after
 * @error: return location for a #LanyardNumberError
 *
 * Reads a number as lanyard_number_new() does, without the signs that begin and end the track of a magnetic stripe,
 * control characters and the kind of a bar code. Of several tracks it is the first that could be read.
 *
 * Returns: (transfer full): the number; %NULL with @error
 */
LanyardNumber *
lanyard_number_new_scanned (const char  *raw,
                            GError     **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (raw != NULL, NULL);

  if (!g_utf8_validate (raw, -1, NULL))
    return lanyard_number_new (raw, error);
  stripped = lanyard_scan_strip (raw);
  return lanyard_number_new (stripped, error);
}

/**
 * lanyard_number_ref:
 * @self: a number
 *
 * Returns: (transfer full): it again
 */
LanyardNumber *
lanyard_number_ref (LanyardNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * lanyard_number_unref:
 * @self: (transfer full): a number
 *
 * Lets go of it.
 */
void
lanyard_number_unref (LanyardNumber *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->reading.text != self->plain)
    {
      lanyard_reading_clear (&self->reading);
      g_free (self->exact_key);
    }
  g_free (self);
}

/**
 * lanyard_number_get_text:
 * @self: a number
 *
 * Returns: (transfer none): what to show of it: as it was written, in ASCII digits and without what can't be seen
 */
const char *
lanyard_number_get_text (const LanyardNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reading.text;
}

/**
 * lanyard_number_is_partial:
 * @self: a number
 *
 * Returns: whether it is a part of one, the rest of which a vendor keeps to itself, "****1234"; that may be many a
 *   card, and is the same as none, not even as itself
 */
gboolean
lanyard_number_is_partial (const LanyardNumber *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reading.kind == LANYARD_READING_PARTIAL;
}

/**
 * lanyard_number_get_exact_key:
 * @self: a number
 *
 * Two numbers are %LANYARD_SAMENESS_SAME if and only if they have equal keys.
 *
 * Returns: (transfer none) (nullable): its key; %NULL of a part
 */
const char *
lanyard_number_get_exact_key (const LanyardNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exact_key;
}

/**
 * lanyard_number_list_maybe_keys:
 * @self: a number
 *
 * Two whole numbers that are not the same are %LANYARD_SAMENESS_MAYBE if and only if the exact key of one is among
 * these of the other. They take some microseconds to make: this is for the number that is looked for, not for all that
 * there are.
 *
 * Returns: (transfer full): the exact keys that the same card has when its number is written another way
 */
GStrv
lanyard_number_list_maybe_keys (const LanyardNumber *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return lanyard_forms_list (&self->reading);
}

/**
 * lanyard_number_get_ends:
 * @self: a number
 * @ends: return location for %LANYARD_NUMBER_N_ENDS of them
 *
 * Gets under which ends a number is to be filed, so that those which are longer than another one, or of which less is
 * shown, are found by it: the exact key says nothing about them.
 */
void
lanyard_number_get_ends (const LanyardNumber *self,
                         guint32              ends[LANYARD_NUMBER_N_ENDS])
{
  g_return_if_fail (self != NULL);

  lanyard_forms_get_ends (&self->reading, ends);
}

/**
 * lanyard_number_list_ends:
 * @self: a number that is looked for
 *
 * Whatever is filed under one of these may be it, and is to be compared. See lanyard_number_get_ends().
 *
 * Returns: (transfer full) (element-type guint32): ends
 */
GArray *
lanyard_number_list_ends (const LanyardNumber *self)
{
  GArray *ends;

  g_return_val_if_fail (self != NULL, NULL);

  ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  lanyard_forms_list_ends (&self->reading, ends);
  return ends;
}

/* A card's number alone is found in all that is made of a facility and a card; shorter ones are found everywhere. */
#define MIN_CARD 1000

/**
 * lanyard_number_dup_search:
 * @self: a number
 *
 * Returns: (transfer full): what to ask of somebody who looks for it as a part of the numbers that are stored there,
 *   with leading zeros or without
 */
char *
lanyard_number_dup_search (const LanyardNumber *self)
{
  const LanyardReading *reading;
  const char *digits;

  g_return_val_if_fail (self != NULL, NULL);

  reading = &self->reading;
  digits = reading->digits + strspn (reading->digits, "0");
  if (reading->kind == LANYARD_READING_FACILITY && reading->card >= MIN_CARD)
    return g_strdup_printf ("%u", reading->card);
  if (reading->kind == LANYARD_READING_OPAQUE)
    return g_strdup (reading->text);
  if (reading->kind == LANYARD_READING_HEX)
    return g_ascii_strup (digits, -1);
  return g_strdup (*digits != '\0' ? digits : "0");
}

static gboolean
may_be_written_as (const LanyardNumber *self,
                   const LanyardNumber *other)
{
  g_auto (GStrv) keys = lanyard_forms_list (&self->reading);

  return g_strv_contains ((const char * const *) keys, other->exact_key);
}

/* Zeros in front of a number may be written or not, and what is shown of it may begin with them or after them. */
static gboolean
begins_with (const char *digits,
             const char *head)
{
  const char *start = digits + strspn (digits, "0");

  return g_str_has_prefix (digits, head) || g_str_has_prefix (start, head + strspn (head, "0"));
}

/* Of two parts, what is shown at the end decides. */
static gboolean
may_be_part_of (const LanyardReading *part,
                const LanyardReading *whole)
{
  gsize n_shown = strlen (part->digits);

  if (whole->kind == LANYARD_READING_PARTIAL)
    return n_shown >= MIN_SHOWN && g_str_has_suffix (whole->digits, part->digits);
  if (strlen (part->head) + n_shown < MIN_SHOWN || strlen (part->head) + n_shown > strlen (whole->digits))
    return FALSE;
  return begins_with (whole->digits, part->head) && g_str_has_suffix (whole->digits, part->digits);
}

/**
 * lanyard_number_compare:
 * @self: a number
 * @other: another one
 *
 * Returns: whether they are the same card's; whichever comes first
 */
LanyardSameness
lanyard_number_compare (const LanyardNumber *self,
                        const LanyardNumber *other)
{
  gboolean is_maybe;

  g_return_val_if_fail (self != NULL, LANYARD_SAMENESS_DIFFERENT);
  g_return_val_if_fail (other != NULL, LANYARD_SAMENESS_DIFFERENT);

  if (lanyard_number_is_partial (self) || lanyard_number_is_partial (other))
    is_maybe = (lanyard_number_is_partial (self) && may_be_part_of (&self->reading, &other->reading))
               || (lanyard_number_is_partial (other) && may_be_part_of (&other->reading, &self->reading));
  else if (g_str_equal (self->exact_key, other->exact_key))
    return LANYARD_SAMENESS_SAME;
  else
    is_maybe = may_be_written_as (self, other) || may_be_written_as (other, self);
  return is_maybe ? LANYARD_SAMENESS_MAYBE : LANYARD_SAMENESS_DIFFERENT;
}

/**
 * lanyard_number_is_typed:
 * @text: what was typed
 *
 * Returns: whether it is nothing but a number, however it is grouped: that is one card, and no other that has it in
 *   its number
 */
gboolean
lanyard_number_is_typed (const char *text)
{
  gboolean has_digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        has_digit = TRUE;
      else if (g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '@')
        return FALSE;
    }

  return has_digit;
}
