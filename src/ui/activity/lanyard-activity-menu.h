/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button beside the activity's search entry: day, outcome and operator. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-filter.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_MENU (lanyard_activity_menu_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityMenu, lanyard_activity_menu, LANYARD, ACTIVITY_MENU, GtkWidget)

void lanyard_activity_menu_set_filter  (LanyardActivityMenu   *self,
                                        LanyardActivityFilter *filter);
void lanyard_activity_menu_set_journal (LanyardActivityMenu   *self,
                                        LanyardJournal        *journal,
                                        const char            *workspace_id);
void lanyard_activity_menu_note_entry  (LanyardActivityMenu   *self,
                                        LanyardEntry          *entry);

G_END_DECLS
