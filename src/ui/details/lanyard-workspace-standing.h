/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lasts of a workspace and is to be said above its views: what is not complete, old, or the matter with it. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WORKSPACE_STANDING (lanyard_workspace_standing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWorkspaceStanding, lanyard_workspace_standing, LANYARD, WORKSPACE_STANDING,
                      LanyardBindable)

/* Read-only properties: "incomplete" and "stale" (gboolean), with "incomplete-text" and "stale-text" (strings that stay
 * when it is over: bars slide away with them); "systems-text" (string, "" where nothing is the matter with any access
 * system).
 * Signal "told": the workspace has told of itself, whether anything is another than before or not. */
void  lanyard_workspace_standing_set_directory (LanyardWorkspaceStanding *self,
                                                LanyardDirectory         *directory);
char *lanyard_workspace_standing_loading_text  (LanyardWorkspaceStanding *self);

GVariant                 *lanyard_workspace_standing_report        (LanyardWorkspaceStanding *self,
                                                                    const char               *name);

G_END_DECLS
