/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button beside a list's search entry: access system, what to show, and the order. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FILTER_MENU (lanyard_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFilterMenu, lanyard_filter_menu, LANYARD, FILTER_MENU, GtkWidget)

/* Read-only notifying properties: "filtering" (gboolean): something is left out of the list; "summary" (string, ""
 * otherwise): what is shown then. */
void     lanyard_filter_menu_set_list      (LanyardFilterMenu *self,
                                            LanyardListKind    kind,
                                            LanyardList       *list,
                                            GListModel        *systems);
gboolean lanyard_filter_menu_get_filtering (LanyardFilterMenu *self);
void     lanyard_filter_menu_clear         (LanyardFilterMenu *self);

G_END_DECLS
