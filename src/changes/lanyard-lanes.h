/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lane for each access system: one change of it at a time, some systems side by side. */
#pragma once

#include "lanyard-run.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LANES (lanyard_lanes_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLanes, lanyard_lanes, LANYARD, LANES, GObject)

/* Signals: "ended" (LanyardRun): it is closed, and that is written down; "halted": it was paused, or all have ended,
 * and nothing is on its way any more. */
LanyardLanes *lanyard_lanes_new           (SeamClient   *client);
void          lanyard_lanes_add           (LanyardLanes *self,
                                           LanyardRun   *run);
void          lanyard_lanes_go            (LanyardLanes *self);
void          lanyard_lanes_pause         (LanyardLanes *self);
void          lanyard_lanes_stop          (LanyardLanes *self);
void          lanyard_lanes_leave         (LanyardLanes *self);
gboolean      lanyard_lanes_is_idle       (LanyardLanes *self);
gboolean      lanyard_lanes_is_empty      (LanyardLanes *self);
const GError *lanyard_lanes_get_trouble   (LanyardLanes *self);
int           lanyard_lanes_get_time_left (LanyardLanes *self,
                                           guint         n_left);

G_END_DECLS
