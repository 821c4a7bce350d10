/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the card with exactly this number, whatever a list is filtered by at the moment. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CARD_LOOKUP (lanyard_card_lookup_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCardLookup, lanyard_card_lookup, LANYARD, CARD_LOOKUP, GObject)

/* Signal "done" (SeamCredential, nullable): once, never from within start. */
LanyardCardLookup *lanyard_card_lookup_new   (LanyardDirectory  *directory,
                                              const char        *number);
void               lanyard_card_lookup_start (LanyardCardLookup *self);

G_END_DECLS
