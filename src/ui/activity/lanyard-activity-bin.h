/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the activity is to be seen. Its page is made when that is so: a window opens sooner without it. */
#pragma once

#include <adwaita.h>

#include "lanyard-activity-filter.h"
#include "lanyard-changes.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACTIVITY_BIN (lanyard_activity_bin_get_type ())
G_DECLARE_FINAL_TYPE (LanyardActivityBin, lanyard_activity_bin, LANYARD, ACTIVITY_BIN, AdwBin)

void                   lanyard_activity_bin_set_changes            (LanyardActivityBin    *self,
                                                                    LanyardChanges        *changes);
void                   lanyard_activity_bin_set_record_standing    (LanyardActivityBin    *self,
                                                                    LanyardRecordStanding *standing);
void                   lanyard_activity_bin_set_key_capture_widget (LanyardActivityBin    *self,
                                                                    GtkWidget             *widget);
void                   lanyard_activity_bin_focus_search           (LanyardActivityBin    *self);
void                   lanyard_activity_bin_show_changes           (LanyardActivityBin    *self,
                                                                    LanyardActivityFilter *filter,
                                                                    gint64                 entry);
LanyardActivityFilter *lanyard_activity_bin_dup_filter             (LanyardActivityBin    *self);

G_END_DECLS
