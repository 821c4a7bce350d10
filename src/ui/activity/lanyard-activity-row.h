/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the activity: an operation with what came of it and what can be done about it. It unfolds. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-item.h"
#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_ROW (lanyard_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityRow, lanyard_activity_row, LANYARD, ACTIVITY_ROW, GtkWidget)

GtkWidget           *lanyard_activity_row_new      (void);
void                 lanyard_activity_row_set_item (LanyardActivityRow  *self,
                                                    LanyardActivityItem *item,
                                                    LanyardChanges      *changes);
LanyardActivityItem *lanyard_activity_row_get_item (LanyardActivityRow  *self);

G_END_DECLS
