/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a sheet in a list. */
#pragma once

#include "lanyard-matches.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_MATCH_ITEM (lanyard_match_item_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMatchItem, lanyard_match_item, LANYARD, MATCH_ITEM, GObject)

LanyardMatchItem *lanyard_match_item_new          (LanyardMatches   *matches,
                                                   guint             position);
LanyardMatches   *lanyard_match_item_get_matches  (LanyardMatchItem *self);
guint             lanyard_match_item_get_position (LanyardMatchItem *self);

G_END_DECLS
