/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace a window is on, and the actions that lead to others. */
#pragma once

#include "lanyard-connections.h"
#include "lanyard-directory.h"
#include "lanyard-workspace-button.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WORKSPACES (lanyard_workspaces_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaces, lanyard_workspaces, LANYARD, WORKSPACES, GObject)

/* Properties, all read-only: "current" (LanyardConnection, NULL): what is open, as lists show it; "any" (gboolean):
 * whether there is any to show or to go to.
 * Signals: "switch" and "forget" (LanyardConnection), "add". */
LanyardWorkspaces *lanyard_workspaces_new             (LanyardWorkspaceButton *button);
void               lanyard_workspaces_set_connections (LanyardWorkspaces      *self,
                                                       LanyardConnections     *connections);
void               lanyard_workspaces_set_directory   (LanyardWorkspaces      *self,
                                                       LanyardDirectory       *directory,
                                                       gboolean                demo);
LanyardConnection *lanyard_workspaces_get_current     (LanyardWorkspaces      *self);
gboolean           lanyard_workspaces_has_any         (LanyardWorkspaces      *self);
void               lanyard_workspaces_add_actions     (LanyardWorkspaces      *self,
                                                       GActionMap             *map);

G_END_DECLS
