/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen in a list: the one that is on show, or many, and whether a click adds to them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CHOSEN (lanyard_chosen_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChosen, lanyard_chosen, LANYARD, CHOSEN, GObject)

/* Properties, notifying: "choosing" (gboolean, read-write): the selection mode, in which what is clicked is added or let
 * go; "many" (gboolean, read-only): it is on, or at least two are chosen.
 * Signal "changed": others are chosen than before. */
LanyardChosen *lanyard_chosen_new         (void);
void           lanyard_chosen_set_current (LanyardChosen *self,
                                           gpointer       item);
gpointer       lanyard_chosen_get_current (LanyardChosen *self);
gpointer       lanyard_chosen_get_only    (LanyardChosen *self);
gboolean       lanyard_chosen_is_choosing (LanyardChosen *self);
gboolean       lanyard_chosen_is_many     (LanyardChosen *self);
guint          lanyard_chosen_get_n       (LanyardChosen *self);
gboolean       lanyard_chosen_contains    (LanyardChosen *self,
                                           gpointer       item,
                                           guint          position);
gpointer      *lanyard_chosen_list        (LanyardChosen *self,
                                           guint         *n_items);
void           lanyard_chosen_choose      (LanyardChosen *self,
                                           GPtrArray     *items,
                                           gboolean       instead);
void           lanyard_chosen_let_go      (LanyardChosen *self,
                                           GPtrArray     *items);
void           lanyard_chosen_let_all_go  (LanyardChosen *self);
void           lanyard_chosen_toggle      (LanyardChosen *self,
                                           gpointer       item);
void           lanyard_chosen_give_up     (LanyardChosen *self);

G_END_DECLS
