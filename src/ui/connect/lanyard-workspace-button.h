/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header's button that says which workspace is open, and of what kind, and leads to the others. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WORKSPACE_BUTTON (lanyard_workspace_button_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaceButton, lanyard_workspace_button, LANYARD, WORKSPACE_BUTTON, GtkWidget)

/* It activates "workspace.switch" (ss: a server and a workspace), "workspace.forget" and
 * "workspace.add". */
void lanyard_workspace_button_set_connections (LanyardWorkspaceButton *self,
                                               GListModel             *connections);
void lanyard_workspace_button_set_current     (LanyardWorkspaceButton *self,
                                               LanyardConnection      *current);
void lanyard_workspace_button_set_narrow      (LanyardWorkspaceButton *self,
                                               gboolean                narrow);
void lanyard_workspace_button_popup           (LanyardWorkspaceButton *self);
void lanyard_workspace_button_popdown         (LanyardWorkspaceButton *self);

G_END_DECLS
