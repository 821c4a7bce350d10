/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a long list stands: whether there is something to show, how much, and what to say where there is nothing. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_STATE (lanyard_list_state_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListState, lanyard_list_state, LANYARD, LIST_STATE, LanyardBindable)

/* Read-only properties: "page" ("list", "no-match", "loading" or "empty"); "count", "empty-title", "empty-text",
 * "left-out" (of what is searched for, by the filter), "no-match-text" (markup) (strings, "" where there is nothing to
 * say); "loading", "is-unknown" (a number is searched for that no card has), "is-card" (one that one card has)
 * (gboolean). */
void lanyard_list_state_set_list (LanyardListState *self,
                                  LanyardListKind   kind,
                                  LanyardDirectory *directory,
                                  LanyardList      *list);

G_END_DECLS
