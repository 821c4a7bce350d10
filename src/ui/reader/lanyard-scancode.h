/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a keyboard by where they are, as a card reader knows it: with the letters of the United States. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LANYARD_SCANCODE_PERSON, /* nothing that a reader sends as a part of a number: arrows, Escape, the rest */
  LANYARD_SCANCODE_CHAR,
  LANYARD_SCANCODE_KEYPAD, /* a digit of it */
  LANYARD_SCANCODE_END,    /* Enter, Tab */
  LANYARD_SCANCODE_SHIFT,
  LANYARD_SCANCODE_CONTROL,
  LANYARD_SCANCODE_ALT,
  LANYARD_SCANCODE_SILENT, /* types nothing: locks, F1 to F12 */
} LanyardScancodeKind;

LanyardScancodeKind lanyard_scancode_get_kind (guint    code);
char                lanyard_scancode_get_char (guint    code,
                                               gboolean shift);

G_END_DECLS
