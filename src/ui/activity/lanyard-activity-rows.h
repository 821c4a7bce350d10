/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the lines of the activity into the rows of a list view. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-item.h"
#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_ROWS (lanyard_activity_rows_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityRows, lanyard_activity_rows, LANYARD, ACTIVITY_ROWS, GObject)

LanyardActivityRows *lanyard_activity_rows_new         (void);
void                 lanyard_activity_rows_serve       (LanyardActivityRows *self,
                                                        GtkListView         *view);
void                 lanyard_activity_rows_set_changes (LanyardActivityRows *self,
                                                        LanyardChanges      *changes);
void                 lanyard_activity_rows_focus       (GtkListView         *view,
                                                        LanyardActivityItem *item);

G_END_DECLS
