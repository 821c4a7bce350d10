/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back: the records, and the parts of the activity, that the one on show was come to by. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_TRAIL (lanyard_trail_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTrail, lanyard_trail, LANYARD, TRAIL, GObject)

/* Property "last" (GObject, NULL, read-only): where a step back leads. */
LanyardTrail *lanyard_trail_new       (void);
void          lanyard_trail_follow    (LanyardTrail *self,
                                       gpointer      from,
                                       gpointer      to);
gpointer      lanyard_trail_step_back (LanyardTrail *self);
gpointer      lanyard_trail_get_last  (LanyardTrail *self);
void          lanyard_trail_clear     (LanyardTrail *self);

G_END_DECLS
