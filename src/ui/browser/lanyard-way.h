/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a workspace: from one record, or part of the activity, to another, and back. */
#pragma once

#include "lanyard-content.h"
#include "lanyard-sides.h"
#include "lanyard-views.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WAY (lanyard_way_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWay, lanyard_way, LANYARD, WAY, GObject)

/* Signal "changed": a step back may lead elsewhere now. */
LanyardWay *lanyard_way_new           (LanyardViews   *views,
                                       LanyardSides   *sides,
                                       LanyardContent *content);
SeamRecord *lanyard_way_get_record    (LanyardWay     *self);
gpointer    lanyard_way_get_last      (LanyardWay     *self);
gboolean    lanyard_way_is_going      (LanyardWay     *self);
void        lanyard_way_go_to_record  (LanyardWay     *self,
                                       SeamRecord     *record);
void        lanyard_way_go_to_changes (LanyardWay     *self,
                                       SeamRecord     *record,
                                       gint64          entry);
gboolean    lanyard_way_go_back       (LanyardWay     *self);
void        lanyard_way_begin_anew    (LanyardWay     *self);

G_END_DECLS
