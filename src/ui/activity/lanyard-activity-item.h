/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the activity: an entry, whether it is unfolded, and whether a day begins with it. */
#pragma once

#include "lanyard-day.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_ITEM (lanyard_activity_item_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityItem, lanyard_activity_item, LANYARD, ACTIVITY_ITEM, GObject)

/* Properties, which notify: "day" (LanyardDay: the one that begins with it; NULL where it goes on), "unfolded"
 * (gboolean). */
LanyardActivityItem *lanyard_activity_item_new          (LanyardEntry        *entry);
LanyardEntry        *lanyard_activity_item_get_entry    (LanyardActivityItem *self);
LanyardDay          *lanyard_activity_item_get_day      (LanyardActivityItem *self);
void                 lanyard_activity_item_set_day      (LanyardActivityItem *self,
                                                         LanyardDay          *day);
gboolean             lanyard_activity_item_get_unfolded (LanyardActivityItem *self);
void                 lanyard_activity_item_set_unfolded (LanyardActivityItem *self,
                                                         gboolean             unfolded);

G_END_DECLS
