/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a card, in the one form in which two of them are compared. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_NUMBER_ERROR (lanyard_number_error_quark ())

/**
 * LanyardNumberError:
 * @LANYARD_NUMBER_ERROR_EMPTY: there is no digit and no letter in it
 * @LANYARD_NUMBER_ERROR_NOT_TEXT: it is not UTF-8
 * @LANYARD_NUMBER_ERROR_TOO_LONG: no card has a number that long
 * @LANYARD_NUMBER_ERROR_DAMAGED: a spreadsheet has rounded it, "1.2E+11", or shows no number, "####": what it was
 *   can't be told
 */
typedef enum
{
  LANYARD_NUMBER_ERROR_EMPTY,
  LANYARD_NUMBER_ERROR_NOT_TEXT,
  LANYARD_NUMBER_ERROR_TOO_LONG,
  LANYARD_NUMBER_ERROR_DAMAGED,
} LanyardNumberError;

GQuark lanyard_number_error_quark (void);

/**
 * LanyardSameness:
 * @LANYARD_SAMENESS_DIFFERENT: two cards
 * @LANYARD_SAMENESS_MAYBE: one card if one of the numbers is written another way: facility and card against both in
 *   one, hexadecimal against decimal, bytes the other way round, a part against the whole. To be offered, never to be
 *   acted on
 * @LANYARD_SAMENESS_SAME: one number, but for leading zeros, separators, the script of its digits and the case of its
 *   letters
 */
typedef enum
{
  LANYARD_SAMENESS_DIFFERENT,
  LANYARD_SAMENESS_MAYBE,
  LANYARD_SAMENESS_SAME,
} LanyardSameness;

/* How many ends a number is filed under; see lanyard_number_get_ends(). */
#define LANYARD_NUMBER_N_ENDS 2

#define LANYARD_TYPE_NUMBER (lanyard_number_get_type ())

typedef struct _LanyardNumber LanyardNumber;

GType           lanyard_number_get_type        (void);
LanyardNumber  *lanyard_number_new             (const char           *text,
                                                GError              **error);
LanyardNumber  *lanyard_number_new_scanned     (const char           *raw,
                                                GError              **error);
LanyardNumber  *lanyard_number_ref             (LanyardNumber        *self);
void            lanyard_number_unref           (LanyardNumber        *self);
const char     *lanyard_number_get_text        (const LanyardNumber  *self);
gboolean        lanyard_number_is_partial      (const LanyardNumber  *self);
const char     *lanyard_number_get_exact_key   (const LanyardNumber  *self);
GStrv           lanyard_number_list_maybe_keys (const LanyardNumber  *self);
void            lanyard_number_get_ends        (const LanyardNumber  *self,
                                                guint32               ends[LANYARD_NUMBER_N_ENDS]);
GArray         *lanyard_number_list_ends       (const LanyardNumber  *self);
char           *lanyard_number_dup_search      (const LanyardNumber  *self);
LanyardSameness lanyard_number_compare         (const LanyardNumber  *self,
                                                const LanyardNumber  *other);
gboolean        lanyard_number_is_typed        (const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardNumber, lanyard_number_unref)

G_END_DECLS
