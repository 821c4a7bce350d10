/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a window's frame is to be seen, by what is on show and how much room there is. */
#pragma once

#include "lanyard-browser.h"
#include "lanyard-header.h"
#include "lanyard-scenes.h"
#include "lanyard-workspaces.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LAYOUT (lanyard_layout_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLayout, lanyard_layout, LANYARD, LAYOUT, GObject)

/* It turns the window's action "win.back" on and off. */
LanyardLayout *lanyard_layout_new       (GtkWidget          *window,
                                         LanyardHeader      *header,
                                         AdwViewSwitcherBar *switcher_bar,
                                         LanyardScenes      *scenes,
                                         LanyardBrowser     *browser,
                                         LanyardWorkspaces  *workspaces);
void           lanyard_layout_set_width (LanyardLayout      *self,
                                         int                 width);
void           lanyard_layout_hold      (LanyardLayout      *self);
void           lanyard_layout_release   (LanyardLayout      *self);

G_END_DECLS
