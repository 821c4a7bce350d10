/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer, a finger and the keys do to a long list. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-selection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_HAND (lanyard_list_hand_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListHand, lanyard_list_hand, LANYARD, LIST_HAND, GObject)

/* Properties: "view" (GtkListView) and "selection" (LanyardListSelection), each to be set once, the second when the view
 * has its model; "bar" (GtkWidget): where Tab leads while many are chosen.
 * Signal "opened" (SeamRecord, gboolean): a row was clicked; TRUE: its page is to be entered. */

G_END_DECLS
