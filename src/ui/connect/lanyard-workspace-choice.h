/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets one of several workspaces be chosen by its name. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WORKSPACE_CHOICE (lanyard_workspace_choice_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaceChoice, lanyard_workspace_choice, LANYARD, WORKSPACE_CHOICE, GtkWidget)

/* Signals "chosen" (LanyardConnection) and "cancelled". */
void lanyard_workspace_choice_set_workspaces (LanyardWorkspaceChoice *self,
                                              GListModel             *workspaces);

G_END_DECLS
