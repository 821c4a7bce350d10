/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reading of one access system stands: what of it is there, what could not be read, and why. */
#pragma once

#include "lanyard-resource.h"
#include "seam.h"

G_BEGIN_DECLS

typedef struct _LanyardSystemReading LanyardSystemReading;

#define LANYARD_TYPE_SYSTEM_LOAD (lanyard_system_load_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSystemLoad, lanyard_system_load, LANYARD, SYSTEM_LOAD, GObject)

/* Read-only notifying properties: "loading" (gboolean: some of it is being read), "error" (GError, boxed: why the first
 * of the lists that could not be read could not; notified also when another one fails, or comes). */
SeamSystem   *lanyard_system_load_get_system   (LanyardSystemLoad *self);
const GError *lanyard_system_load_get_error    (LanyardSystemLoad *self);
gboolean      lanyard_system_load_get_loading  (LanyardSystemLoad *self);
gboolean      lanyard_system_load_get_failed   (LanyardSystemLoad *self,
                                                LanyardResource    resource);
gboolean      lanyard_system_load_get_was_read (LanyardSystemLoad *self,
                                                LanyardResource    resource);

/* For who reads it; see lanyard-system-reading.h. */
LanyardSystemLoad    *lanyard_system_load_new         (SeamSystem        *system);
LanyardSystemReading *lanyard_system_load_get_reading (LanyardSystemLoad *self,
                                                       LanyardResource    resource);
void                  lanyard_system_load_update      (LanyardSystemLoad *self);

G_END_DECLS
