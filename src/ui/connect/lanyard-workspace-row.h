/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace in a list to choose from: its name, whose it is, and what kind it is. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WORKSPACE_ROW (lanyard_workspace_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaceRow, lanyard_workspace_row, LANYARD, WORKSPACE_ROW, GtkListBoxRow)

GtkWidget         *lanyard_workspace_row_new            (LanyardConnection   *connection);
LanyardConnection *lanyard_workspace_row_get_connection (LanyardWorkspaceRow *self);
/* The one that is open has a tick. */
void               lanyard_workspace_row_set_current    (LanyardWorkspaceRow *self,
                                                         gboolean             current);
/* Shows a button that activates "workspace.forget" for it. */
void               lanyard_workspace_row_set_removable  (LanyardWorkspaceRow *self,
                                                         gboolean             removable);

G_END_DECLS
