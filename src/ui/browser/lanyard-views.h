/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of a workspace, of which one is on show: the list of its users, that of its credentials, its activity. */
#pragma once

#include <adwaita.h>

#include "lanyard-activity-filter.h"
#include "lanyard-changes.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_VIEWS (lanyard_views_get_type ())
G_DECLARE_FINAL_TYPE (LanyardViews, lanyard_views, LANYARD, VIEWS, AdwBin)

/* Signals: "view-changed": another view is on show; "selected": something else is chosen in the list on show; "opened":
 * a row of it was clicked, or Enter pressed on it; what is chosen is set by then. */
void          lanyard_views_set_settings        (LanyardViews          *self,
                                                 GSettings             *settings);
void          lanyard_views_set_changes         (LanyardViews          *self,
                                                 LanyardChanges        *changes);
void          lanyard_views_remember_lists      (LanyardViews          *self,
                                                 gboolean               systems);
void          lanyard_views_set_record_standing (LanyardViews          *self,
                                                 LanyardRecordStanding *standing);
AdwViewStack *lanyard_views_get_stack           (LanyardViews          *self);
gboolean      lanyard_views_is                  (LanyardViews          *self,
                                                 const char            *view);
void          lanyard_views_set_view            (LanyardViews          *self,
                                                 const char            *view);
const char   *lanyard_views_get_title           (LanyardViews          *self);
SeamRecord   *lanyard_views_get_selected        (LanyardViews          *self);
GPtrArray    *lanyard_views_dup_chosen          (LanyardViews          *self);
void          lanyard_views_select              (LanyardViews          *self,
                                                 SeamRecord            *record);
void          lanyard_views_show_changes        (LanyardViews          *self,
                                                 LanyardActivityFilter *filter,
                                                 gint64                 entry);
LanyardActivityFilter *
              lanyard_views_dup_changes         (LanyardViews          *self);
void          lanyard_views_search              (LanyardViews          *self,
                                                 const char            *text);
void          lanyard_views_focus_search        (LanyardViews          *self);

G_END_DECLS
