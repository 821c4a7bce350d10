/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar below a long list of which many are chosen: how many, and what can be done with them. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-kind.h"
#include "lanyard-list-selection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHOSEN_BAR (lanyard_chosen_bar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChosenBar, lanyard_chosen_bar, LANYARD, CHOSEN_BAR, GtkWidget)

void lanyard_chosen_bar_set_selection (LanyardChosenBar     *self,
                                       LanyardListKind       kind,
                                       LanyardListSelection *selection);
void lanyard_chosen_bar_set_list      (LanyardChosenBar     *self,
                                       LanyardList          *list);

G_END_DECLS
