/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: a workspace's views, or the page that stands in for them; the actions on it. */
#pragma once

#include <adwaita.h>

#include "lanyard-arrivals.h"
#include "lanyard-changes.h"
#include "lanyard-record-standing.h"
#include "lanyard-scans.h"
#include "lanyard-scenes.h"
#include "lanyard-workspaces.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WINDOW (lanyard_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWindow, lanyard_window, LANYARD, WINDOW, AdwApplicationWindow)

/* Property "record-on-show" (SeamRecord, NULL): whose page is open; it does not notify.
 * Whoever opens workspaces in it gives it the actions "session.…". */
LanyardWindow         *lanyard_window_new                 (GtkApplication *application,
                                                           GSettings      *settings);

/* What the window shows, and where it leads. */
LanyardScenes         *lanyard_window_get_scenes          (LanyardWindow  *self);
LanyardWorkspaces     *lanyard_window_get_workspaces      (LanyardWindow  *self);
LanyardArrivals       *lanyard_window_get_arrivals        (LanyardWindow  *self);
LanyardRecordStanding *lanyard_window_get_record_standing (LanyardWindow  *self);
LanyardScans          *lanyard_window_get_scans           (LanyardWindow  *self);
LanyardDirectory      *lanyard_window_get_directory       (LanyardWindow  *self);

void                   lanyard_window_show_directory      (LanyardWindow  *self,
                                                           LanyardChanges *changes,
                                                           LanyardPlace    place);

void                   lanyard_window_set_key_not_kept    (LanyardWindow  *self,
                                                           const char     *reason,
                                                           GVariant       *report);
void                   lanyard_window_tell                (LanyardWindow  *self,
                                                           const char     *text);

G_END_DECLS
