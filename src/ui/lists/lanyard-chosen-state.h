/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many are chosen in a long list, in words, and how many of them the list does not show. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-chosen.h"
#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHOSEN_STATE (lanyard_chosen_state_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChosenState, lanyard_chosen_state, LANYARD, CHOSEN_STATE, LanyardBindable)

/* Read-only properties: "count", "not-shown" (strings, "" where there is nothing to say); "many", "some" (gboolean):
 * whether many are chosen or to be, and whether any is. */
void lanyard_chosen_state_set_chosen (LanyardChosenState *self,
                                      LanyardListKind     kind,
                                      LanyardChosen      *chosen);
void lanyard_chosen_state_set_list   (LanyardChosenState *self,
                                      LanyardList        *list);

G_END_DECLS
