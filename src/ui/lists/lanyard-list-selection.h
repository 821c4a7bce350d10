/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a long list, whose page is on show: also while a filter hides it, but not after a search that does
 * not find it; and what else is chosen with it. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-chosen-model.h"
#include "lanyard-list.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_SELECTION (lanyard_list_selection_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListSelection, lanyard_list_selection, LANYARD, LIST_SELECTION, GObject)

/* Property "selected" (SeamRecord, nullable, notifying). */
GtkSelectionModel *lanyard_list_selection_get_model    (LanyardListSelection *self);
LanyardChosen     *lanyard_list_selection_get_chosen   (LanyardListSelection *self);
GPtrArray         *lanyard_list_selection_dup_chosen   (LanyardListSelection *self);
void               lanyard_list_selection_set_list     (LanyardListSelection *self,
                                                        LanyardList          *list,
                                                        LanyardStore         *store);
void               lanyard_list_selection_set_selected (LanyardListSelection *self,
                                                        SeamRecord           *record);
SeamRecord        *lanyard_list_selection_get_selected (LanyardListSelection *self);
gboolean           lanyard_list_selection_is_listed    (LanyardListSelection *self,
                                                        SeamRecord           *record);
void               lanyard_list_selection_follow       (LanyardListSelection *self);

G_END_DECLS
