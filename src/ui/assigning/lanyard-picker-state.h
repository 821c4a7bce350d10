/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How choosing stands: whether there is something to choose from, what is said of it, and of what is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-bindable.h"
#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PICKER_STATE (lanyard_picker_state_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPickerState, lanyard_picker_state, LANYARD, PICKER_STATE, LanyardBindable)

/* Property "search" (string, nullable): what was typed. Read-only: "page" ("list", "no-match", "loading" or "empty"),
 * "empty-title", "empty-text", "no-match-text" (the last two are markup), "hint", "count" (strings), "shows-hint",
 * "shows-count", "can-assign" (gboolean). */
void             lanyard_picker_state_set_up          (LanyardPickerState *self,
                                                       LanyardDirectory   *directory,
                                                       SeamRecord         *for_record,
                                                       LanyardList        *list,
                                                       GtkSingleSelection *selection);
void             lanyard_picker_state_refresh         (LanyardPickerState *self);
const char      *lanyard_picker_state_get_answer      (LanyardPickerState *self);
void             lanyard_picker_state_set_answer      (LanyardPickerState *self,
                                                       const char         *answer);
LanyardListKind  lanyard_picker_state_get_kind        (LanyardPickerState *self);
LanyardResource  lanyard_picker_state_get_resource    (LanyardPickerState *self);
gboolean         lanyard_picker_state_is_searching    (LanyardPickerState *self);
gboolean         lanyard_picker_state_is_complete     (LanyardPickerState *self);

G_END_DECLS
