/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the activity stands: whether there is something to show, how much, and why nothing can be written down. */
#pragma once

#include "lanyard-activity-list.h"
#include "lanyard-bindable.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_STATE (lanyard_activity_state_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityState, lanyard_activity_state, LANYARD, ACTIVITY_STATE, LanyardBindable)

/* Read-only properties: "page" ("list", "loading", "no-match", "empty" or "broken"), "count", "broken-text" (markup;
 * strings), "shows-search", "shows-count", "shows-filter", "searched", "filtered" (gboolean). */
void lanyard_activity_state_refresh    (LanyardActivityState  *self,
                                        LanyardActivityList   *list);
void lanyard_activity_state_count      (LanyardActivityState  *self,
                                        LanyardActivityList   *list);
void lanyard_activity_state_set_record (LanyardActivityState  *self,
                                        LanyardRecordStanding *standing);

G_END_DECLS
