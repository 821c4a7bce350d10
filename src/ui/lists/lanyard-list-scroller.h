/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps in view what people look at in a long list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_SCROLLER (lanyard_list_scroller_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListScroller, lanyard_list_scroller, LANYARD, LIST_SCROLLER, GObject)

/* Property "view" (GtkListView): of a LanyardChosenModel. */
void lanyard_list_scroller_follow      (LanyardListScroller *self);
void lanyard_list_scroller_to_selected (LanyardListScroller *self);

G_END_DECLS
