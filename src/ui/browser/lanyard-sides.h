/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sides of what is on show, "list" and "content", of which a narrow window has room for one. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_SIDES (lanyard_sides_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSides, lanyard_sides, LANYARD, SIDES, GObject)

/* Signals: "changed": one is alone now, or is not any more, a moment ago; "focus-lost": one has come over what had the
 * focus. */
LanyardSides *lanyard_sides_new         (AdwLeaflet   *leaflet);
gboolean      lanyard_sides_are_two     (LanyardSides *self);
gboolean      lanyard_sides_is_alone    (LanyardSides *self,
                                         const char   *name);
void          lanyard_sides_bring_front (LanyardSides *self,
                                         const char   *name);

G_END_DECLS
