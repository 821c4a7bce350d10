/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's entries as a list, newest first, read as far as somebody looks. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-item.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_LIST (lanyard_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityList, lanyard_activity_list, LANYARD, ACTIVITY_LIST, GObject)

/* A list of LanyardActivityItem. Signal "loaded" (GError, nullable): a part was read, or could not be. */
LanyardActivityList      *lanyard_activity_list_new         (void);
void                      lanyard_activity_list_set_journal (LanyardActivityList      *self,
                                                             LanyardJournal           *journal,
                                                             const char               *workspace_id);
gboolean                  lanyard_activity_list_set_filter  (LanyardActivityList      *self,
                                                             const LanyardEntryFilter *filter);
const LanyardEntryFilter *lanyard_activity_list_get_filter  (LanyardActivityList      *self);
void                      lanyard_activity_list_reload      (LanyardActivityList      *self);
void                      lanyard_activity_list_load_more   (LanyardActivityList      *self);
void                      lanyard_activity_list_add         (LanyardActivityList      *self,
                                                             LanyardEntry             *entry);
LanyardActivityItem      *lanyard_activity_list_get_line    (LanyardActivityList      *self,
                                                             guint                     position);
guint                     lanyard_activity_list_find        (LanyardActivityList      *self,
                                                             gint64                    id);
gboolean                  lanyard_activity_list_is_loading  (LanyardActivityList      *self);
gboolean                  lanyard_activity_list_is_searched (LanyardActivityList      *self);
gboolean                  lanyard_activity_list_is_filtered (LanyardActivityList      *self);
guint                     lanyard_activity_list_count       (LanyardActivityList      *self,
                                                             gboolean                 *complete);

G_END_DECLS
