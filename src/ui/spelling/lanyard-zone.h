/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as a clock shows them at a site: in its time zone, and with the zone where that is in doubt. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

const char *lanyard_zone_of_system (SeamSystem *system);
GDateTime  *lanyard_zone_time      (gint64      time,
                                    const char *zone);
char       *lanyard_zone_text      (GDateTime  *time,
                                    const char *zone);

G_END_DECLS
