/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace a window is on, and the actions that lead to others. */
#pragma once

#include "lanyard-connections.h"
#include "lanyard-directory.h"
#include "lanyard-workspace-button.h"

G_BEGIN_DECLS

/**
 * LanyardPlace:
 * @LANYARD_PLACE_SAVED: the workspace that is saved
 * @LANYARD_PLACE_ONCE: one that is open for this run only; nothing of it is saved
 * @LANYARD_PLACE_DEMO: the demo
 *
 * What kind of workspace is open.
 */
typedef enum
{
  LANYARD_PLACE_SAVED,
  LANYARD_PLACE_ONCE,
  LANYARD_PLACE_DEMO,
} LanyardPlace;

#define LANYARD_TYPE_WORKSPACES (lanyard_workspaces_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaces, lanyard_workspaces, LANYARD, WORKSPACES, GObject)

/* Property "current" (LanyardConnection, NULL, read-only): what is open, as lists show it.
 * Signals: "switch" and "forget" (LanyardConnection), "add". */
LanyardWorkspaces *lanyard_workspaces_new             (LanyardWorkspaceButton *button);
void               lanyard_workspaces_set_connections (LanyardWorkspaces      *self,
                                                       LanyardConnections     *connections);
void               lanyard_workspaces_set_directory   (LanyardWorkspaces      *self,
                                                       LanyardDirectory       *directory,
                                                       LanyardPlace            place);
LanyardConnection *lanyard_workspaces_get_current     (LanyardWorkspaces      *self);
LanyardPlace       lanyard_workspaces_get_place       (LanyardWorkspaces      *self);
void               lanyard_workspaces_add_actions     (LanyardWorkspaces      *self,
                                                       GActionMap             *map);

G_END_DECLS
