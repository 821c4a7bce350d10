/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search would find, if the list that is searched weren't filtered. */
#pragma once

#include "lanyard-list.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LEFT_OUT (lanyard_left_out_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLeftOut, lanyard_left_out, LANYARD, LEFT_OUT, GObject)

/* Read-only notifying property: "n" (guint): how many the filter leaves out; 0 where nothing is searched for. */
LanyardLeftOut *lanyard_left_out_new       (LanyardList    *list,
                                            LanyardStore   *store,
                                            gboolean        when_empty);
guint           lanyard_left_out_get_n     (LanyardLeftOut *self);
gpointer        lanyard_left_out_dup_first (LanyardLeftOut *self);

G_END_DECLS
