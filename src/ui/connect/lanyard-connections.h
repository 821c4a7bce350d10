/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved connections: a live list over a setting. The keys to them are in the keyring. */
#pragma once

#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONNECTIONS (lanyard_connections_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConnections, lanyard_connections, LANYARD, CONNECTIONS, GObject)

/* A GListModel of LanyardConnection, in the order in which they were added. */
LanyardConnections *lanyard_connections_new    (GSettings          *settings);
LanyardConnection  *lanyard_connections_lookup (LanyardConnections *self,
                                                const char         *endpoint,
                                                const char         *workspace_id);
void                lanyard_connections_put    (LanyardConnections *self,
                                                LanyardConnection  *connection);
void                lanyard_connections_remove (LanyardConnections *self,
                                                LanyardConnection  *connection);

G_END_DECLS
