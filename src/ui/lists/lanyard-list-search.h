/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching in a long list: the entry, Enter, and a card reader that types a number. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_SEARCH (lanyard_list_search_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListSearch, lanyard_list_search, LANYARD, LIST_SEARCH, GObject)

/* Property "entry" (GtkSearchEntry): what is typed into; it is not to be set twice.
 * Signals: "opened" (SeamRecord): Enter was pressed, and this is the first that is found; "stopped": the search is over.
 * It activates "go.search" when something was typed elsewhere, "go.show-credential" and "win.choose-card". */
void lanyard_list_search_set_list (LanyardListSearch *self,
                                   LanyardDirectory  *directory,
                                   LanyardList       *list);
void lanyard_list_search_set_text (LanyardListSearch *self,
                                   const char        *text);
void lanyard_list_search_focus    (LanyardListSearch *self);
void lanyard_list_search_clear    (LanyardListSearch *self);

G_END_DECLS
