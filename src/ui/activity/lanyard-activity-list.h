/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's entries as a list, newest first, read as far as somebody looks; a LanyardDay before each day's. */
#pragma once

#include "lanyard-journal.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_LIST (lanyard_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityList, lanyard_activity_list, LANYARD, ACTIVITY_LIST, GObject)

/* Signal "loaded" (GError, nullable): a part was read, or could not be. */
LanyardActivityList *lanyard_activity_list_new         (void);
void                 lanyard_activity_list_set_journal (LanyardActivityList *self,
                                                        LanyardJournal      *journal,
                                                        const char          *workspace_id);
void                 lanyard_activity_list_set_search  (LanyardActivityList *self,
                                                        const char          *search);
void                 lanyard_activity_list_reload      (LanyardActivityList *self);
void                 lanyard_activity_list_load_more   (LanyardActivityList *self);
void                 lanyard_activity_list_add         (LanyardActivityList *self,
                                                        LanyardEntry        *entry);
gboolean             lanyard_activity_list_is_loading  (LanyardActivityList *self);
gboolean             lanyard_activity_list_is_searched (LanyardActivityList *self);
guint                lanyard_activity_list_count       (LanyardActivityList *self,
                                                        gboolean            *complete);

G_END_DECLS
