/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace itself, its access systems and their entrances, as the data files describe them. */
#pragma once

#include "sandbox-state.h"

G_BEGIN_DECLS

JsonNode *sandbox_sites_load_data       (const char   *name);
void      sandbox_sites_load            (SandboxState *state);
guint32   sandbox_sites_find            (SandboxState *state,
                                         const char   *key);
gint64    sandbox_sites_read_time       (JsonObject   *row,
                                         const char   *member,
                                         gint64        now);

G_END_DECLS
