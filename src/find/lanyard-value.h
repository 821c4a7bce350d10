/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole number of up to 128 bits: no card's chip has a longer one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_VALUE_SIZE 16

/* Big-endian. */
typedef struct
{
  guint8 bytes[LANYARD_VALUE_SIZE];
} LanyardValue;

gboolean lanyard_value_read    (LanyardValue       *self,
                                const char         *digits,
                                guint               base);
void     lanyard_value_set     (LanyardValue       *self,
                                guint64             value);
guint64  lanyard_value_get     (const LanyardValue *self);
guint    lanyard_value_n_bits  (const LanyardValue *self);
void     lanyard_value_reverse (const LanyardValue *self,
                                guint               n_bytes,
                                LanyardValue       *reversed);
char    *lanyard_value_print   (const LanyardValue *self,
                                guint               base);

G_END_DECLS
