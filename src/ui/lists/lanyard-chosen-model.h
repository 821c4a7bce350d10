/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, and what is chosen in it, as a GtkListView wants to see it. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-chosen.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHOSEN_MODEL (lanyard_chosen_model_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChosenModel, lanyard_chosen_model, LANYARD, CHOSEN_MODEL, GObject)

/* A GtkSelectionModel. */
LanyardChosenModel *lanyard_chosen_model_new          (LanyardChosen      *chosen);
void                lanyard_chosen_model_set_list     (LanyardChosenModel *self,
                                                       GListModel         *list);
GPtrArray          *lanyard_chosen_model_dup_listed   (LanyardChosenModel *self);
guint               lanyard_chosen_model_find_current (LanyardChosenModel *self);

G_END_DECLS
