/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as they are found: without case, accents, apostrophes and whatever else is written one way or another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardFoldFlags:
 * @LANYARD_FOLD_NAME: as a name: apostrophes are left out, and other punctuation parts words
 * @LANYARD_FOLD_ADDRESS: as an address or an id: its punctuation stays
 * @LANYARD_FOLD_SPELLED: umlauts and the like spelled out: "joerg" for "Jörg", which otherwise is "jorg"
 */
typedef enum
{
  LANYARD_FOLD_NAME = 0,
  LANYARD_FOLD_ADDRESS = 1 << 0,
  LANYARD_FOLD_SPELLED = 1 << 1,
} LanyardFoldFlags;

gboolean lanyard_fold_append (GString          *folded,
                              const char       *text,
                              LanyardFoldFlags  flags);

G_END_DECLS
