/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: what was done, found again, taken back and exported. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-activity-filter.h"
#include "lanyard-changes.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_PAGE (lanyard_activity_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityPage, lanyard_activity_page, LANYARD, ACTIVITY_PAGE, GtkWidget)

void                   lanyard_activity_page_set_changes            (LanyardActivityPage   *self,
                                                                     LanyardChanges        *changes);
void                   lanyard_activity_page_set_record_standing    (LanyardActivityPage   *self,
                                                                     LanyardRecordStanding *standing);
void                   lanyard_activity_page_set_key_capture_widget (LanyardActivityPage   *self,
                                                                     GtkWidget             *widget);
void                   lanyard_activity_page_focus_search           (LanyardActivityPage   *self);
void                   lanyard_activity_page_show_changes           (LanyardActivityPage   *self,
                                                                     LanyardActivityFilter *filter,
                                                                     gint64                 entry);
LanyardActivityFilter *lanyard_activity_page_get_filter             (LanyardActivityPage   *self);

G_END_DECLS
