/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers as people write them, and whether two are the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By so many digits at its end a number is looked up. */
#define LANYARD_PHONE_END 7

/**
 * LanyardPhone:
 * @digits: without what is dialled before the country or the area
 * @is_international: whether they begin with a country's code
 *
 * A phone number.
 */
typedef struct
{
  char     digits[20];
  gboolean is_international;
} LanyardPhone;

gboolean    lanyard_phone_read    (LanyardPhone       *self,
                                   const char         *text);
const char *lanyard_phone_get_end (const LanyardPhone *self);
gboolean    lanyard_phone_is_same (const LanyardPhone *self,
                                   const LanyardPhone *other);

G_END_DECLS
