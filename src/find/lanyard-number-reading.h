/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says about the number of a card. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardReadingKind:
 * @LANYARD_READING_DECIMAL: digits; they may be meant to be hexadecimal, or a facility's and a card's in one
 * @LANYARD_READING_NEGATIVE: a number that somebody has put into 32 bits with a sign
 * @LANYARD_READING_HEX: hexadecimal for certain
 * @LANYARD_READING_FACILITY: the facility's number and the card's apart
 * @LANYARD_READING_OPAQUE: letters and digits that stand for no number
 * @LANYARD_READING_PARTIAL: the rest of it is hidden
 */
typedef enum
{
  LANYARD_READING_DECIMAL,
  LANYARD_READING_NEGATIVE,
  LANYARD_READING_HEX,
  LANYARD_READING_FACILITY,
  LANYARD_READING_OPAQUE,
  LANYARD_READING_PARTIAL,
} LanyardReadingKind;

/**
 * LanyardReading:
 * @kind: what it is
 * @text: what to show of it, in the script and case that it came in
 * @digits: the digits and letters, folded, with the leading zeros; of a part: those at the end
 * @head: (nullable): of a part: those at the beginning
 * @facility: of a facility and a card
 * @card: likewise
 *
 * What a text says about a number.
 */
typedef struct
{
  LanyardReadingKind kind;
  char              *text;
  char              *digits;
  char              *head;
  guint              facility;
  guint              card;
} LanyardReading;

gboolean lanyard_reading_is_plain (const char     *text);
gboolean lanyard_reading_read     (LanyardReading *self,
                                   const char     *text,
                                   GError        **error);
void     lanyard_reading_clear    (LanyardReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardReading, lanyard_reading_clear)

G_END_DECLS
