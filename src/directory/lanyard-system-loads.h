/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The access systems of a workspace: how the reading of each stands, and which of them could not be read. */
#pragma once

#include "lanyard-system-load.h"
#include "lanyard-system-reading.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SYSTEM_LOADS (lanyard_system_loads_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSystemLoads, lanyard_system_loads, LANYARD, SYSTEM_LOADS, GObject)

/* Signal "failures-changed": there is another failure, or one less, or one of them stands differently. */
LanyardSystemLoads *lanyard_system_loads_new           (void);
GListModel         *lanyard_system_loads_get_systems   (LanyardSystemLoads *self);
SeamSystem         *lanyard_system_loads_lookup_system (LanyardSystemLoads *self,
                                                        const char         *system_id);
void                lanyard_system_loads_take_systems  (LanyardSystemLoads *self,
                                                        GPtrArray          *systems);
LanyardSystemLoad  *lanyard_system_loads_lookup        (LanyardSystemLoads *self,
                                                        const char         *system_id);
GListModel         *lanyard_system_loads_get_failures  (LanyardSystemLoads *self);
void                lanyard_system_loads_update        (LanyardSystemLoads *self,
                                                        LanyardSystemLoad  *load);

typedef gboolean (*LanyardSystemReadingFunc)           (LanyardSystemReading *reading,
                                                        gpointer              user_data);
gboolean            lanyard_system_loads_any           (LanyardSystemLoads *self,
                                                        LanyardSystemReadingFunc func,
                                                        gpointer            user_data);
gboolean            lanyard_system_loads_is_any_read   (LanyardSystemLoads *self);
gboolean            lanyard_system_loads_is_any_unread (LanyardSystemLoads *self);
gboolean            lanyard_system_loads_is_missing    (LanyardSystemLoads *self,
                                                        LanyardResource     resource);
gboolean            lanyard_system_loads_knows         (LanyardSystemLoads *self,
                                                        const char         *system_id,
                                                        LanyardResource     resource);
void                lanyard_system_loads_restart       (LanyardSystemLoads *self);

G_END_DECLS
