/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says whether a workspace is live, a sandbox or the demo: by its text, its shape and its colour. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-connection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_KIND_LABEL (lanyard_kind_label_get_type ())
G_DECLARE_FINAL_TYPE (LanyardKindLabel, lanyard_kind_label, LANYARD, KIND_LABEL, GtkWidget)

void        lanyard_kind_label_set_kind (LanyardKindLabel     *self,
                                         LanyardWorkspaceKind  kind);
/* The style class of a kind, for what else is to look like it. */
const char *lanyard_workspace_kind_class (LanyardWorkspaceKind kind);

G_END_DECLS
