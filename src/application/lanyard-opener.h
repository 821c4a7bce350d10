/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what no key has to be asked for: the workspaces that are saved, and the demo. It also has them saved, and
 * forgets them. */
#pragma once

#include "lanyard-connections.h"
#include "lanyard-connector.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_OPENER (lanyard_opener_get_type ())
G_DECLARE_FINAL_TYPE (LanyardOpener, lanyard_opener, LANYARD, OPENER, GObject)

/* Signals: "key-not-kept" (text or NULL, report or NULL): why the key to what is open will have to be entered again;
 * "said" (text, report): for a toast. */
LanyardOpener      *lanyard_opener_new             (LanyardScenes     *scenes,
                                                    LanyardConnector  *connector,
                                                    GSettings         *settings);
LanyardConnections *lanyard_opener_get_connections (LanyardOpener     *self);

void                lanyard_opener_open            (LanyardOpener     *self,
                                                    const char        *endpoint,
                                                    const char        *workspace_id);
void                lanyard_opener_open_last       (LanyardOpener     *self);
void                lanyard_opener_go_back         (LanyardOpener     *self);
void                lanyard_opener_add             (LanyardOpener     *self);
void                lanyard_opener_sign_out        (LanyardOpener     *self,
                                                    LanyardConnection *connection);

void                lanyard_opener_open_demo       (LanyardOpener     *self);
void                lanyard_opener_stop_demo       (LanyardOpener     *self);

G_END_DECLS
