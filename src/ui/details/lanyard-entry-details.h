/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the activity says: an operation with what came of it and what can be done about it. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ENTRY_DETAILS (lanyard_entry_details_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntryDetails, lanyard_entry_details, LANYARD, ENTRY_DETAILS, LanyardBindable)

/* Read-only properties: "under-way", "settled" (not under way), "can-undo", "can-check", "can-retry" (gboolean),
 * "icon-name", "tone" (a class of libadwaita's, or ""), "title", "detail", "day" (on which it was), "label" (all of it,
 * as a screen reader says it; strings). Signal "told": all of it is said anew, whether anything is another than before
 * or not. */
LanyardEntryDetails *lanyard_entry_details_new         (void);
void                 lanyard_entry_details_set_entry   (LanyardEntryDetails *self,
                                                        LanyardEntry        *entry,
                                                        LanyardChanges      *changes);
LanyardEntry        *lanyard_entry_details_get_entry   (LanyardEntryDetails *self);
LanyardChanges      *lanyard_entry_details_get_changes (LanyardEntryDetails *self);
void                 lanyard_entry_details_refresh     (LanyardEntryDetails *self);

G_END_DECLS
