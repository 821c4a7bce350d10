/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody wants to see of the activity: of which day, with which outcome, by and about whom. */
#pragma once

#include "lanyard-entry-filter.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_ACTIVITY_TODAY "today"
#define LANYARD_ACTIVITY_YESTERDAY "yesterday"
#define LANYARD_ACTIVITY_WEEK "week"

#define LANYARD_TYPE_ACTIVITY_FILTER (lanyard_activity_filter_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityFilter, lanyard_activity_filter, LANYARD, ACTIVITY_FILTER, GObject)

/* Properties: "day" (one of the above, a date as ISO 8601 has it, or "" for any), "result" (LanyardEntryResult),
 * "operator" (a login name, or "" for anybody). Signal "changed": something of it is another. */
LanyardActivityFilter *lanyard_activity_filter_new        (void);
LanyardActivityFilter *lanyard_activity_filter_dup        (LanyardActivityFilter *self);
gboolean               lanyard_activity_filter_set_all    (LanyardActivityFilter *self,
                                                           LanyardActivityFilter *other);
void                   lanyard_activity_filter_set_record (LanyardActivityFilter *self,
                                                           SeamRecord            *record);
void                   lanyard_activity_filter_clear      (LanyardActivityFilter *self);
gboolean               lanyard_activity_filter_is_active  (LanyardActivityFilter *self);
char                  *lanyard_activity_filter_text       (LanyardActivityFilter *self,
                                                           gint64                 now);
LanyardEntryFilter    *lanyard_activity_filter_ask        (LanyardActivityFilter *self,
                                                           const char            *search,
                                                           gint64                 now);
const char            *lanyard_activity_result_text       (LanyardEntryResult     result);

G_END_DECLS
