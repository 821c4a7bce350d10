/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows: a workspace, or the page that stands in for it. */
#pragma once

#include <adwaita.h>

#include "lanyard-connect-page.h"
#include "lanyard-error-text.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SCENES (lanyard_scenes_get_type ())
G_DECLARE_FINAL_TYPE (LanyardScenes, lanyard_scenes, LANYARD, SCENES, AdwBin)

/* Properties "workspace" (GtkWidget): the workspace's views, set once; "scene" (read-only): "starting", "connect",
 * "trouble" or "workspace"; "adding" (gboolean): whether something was open when the key of another workspace was asked
 * for, to which the connect page leads back.
 * Signal "submitted": to connect with what the connect page has. */
gboolean            lanyard_scenes_is                (LanyardScenes        *self,
                                                      const char           *scene);
LanyardConnectPage *lanyard_scenes_get_connect_page  (LanyardScenes        *self);
void                lanyard_scenes_forget_key        (LanyardScenes        *self);
void                lanyard_scenes_show_starting     (LanyardScenes        *self,
                                                      const char           *what);
void                lanyard_scenes_show_connect      (LanyardScenes        *self,
                                                      const char           *message);
void                lanyard_scenes_show_connecting   (LanyardScenes        *self);
void                lanyard_scenes_show_trouble      (LanyardScenes        *self,
                                                      const LanyardTrouble *trouble);
void                lanyard_scenes_show_workspace    (LanyardScenes        *self);

G_END_DECLS
