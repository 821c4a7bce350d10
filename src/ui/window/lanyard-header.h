/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's header bar: the way back, the views, the workspace, the menu. */
#pragma once

#include <adwaita.h>

#include "lanyard-workspace-button.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HEADER (lanyard_header_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHeader, lanyard_header, LANYARD, HEADER, AdwBin)

/* Properties "stack" (AdwViewStack): the views; "title-visible" (gboolean, read-only): there is room for the title
 * alone, and the views are to be switched elsewhere. */
LanyardWorkspaceButton *lanyard_header_get_workspace_button (LanyardHeader *self);
void                    lanyard_header_set_title            (LanyardHeader *self,
                                                             const char    *title,
                                                             const char    *subtitle);
void                    lanyard_header_set_back             (LanyardHeader *self,
                                                             gboolean       shown,
                                                             const char    *text);
void                    lanyard_header_set_list_shown       (LanyardHeader *self,
                                                             gboolean       shown,
                                                             gboolean       narrow);
void                    lanyard_header_set_refreshing       (LanyardHeader *self,
                                                             gboolean       refreshing);

G_END_DECLS
