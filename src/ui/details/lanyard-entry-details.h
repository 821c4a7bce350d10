/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the activity says: an operation with what came of it and what can be done about it, or a day. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ENTRY_DETAILS (lanyard_entry_details_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntryDetails, lanyard_entry_details, LANYARD, ENTRY_DETAILS, LanyardBindable)

/* Read-only properties: "is-day", "is-entry", "under-way", "settled" (an entry that isn't under way), "can-undo",
 * "can-check" (gboolean), "title", "detail", "day" (strings), "label" (all of it, as a screen reader says it).
 * Signal "told": all of it is said anew, whether anything is another than before or not. */
LanyardEntryDetails *lanyard_entry_details_new       (void);
void                 lanyard_entry_details_set_item  (LanyardEntryDetails *self,
                                                      gpointer             item,
                                                      LanyardChanges      *changes);
LanyardEntry        *lanyard_entry_details_get_entry (LanyardEntryDetails *self);
void                 lanyard_entry_details_refresh   (LanyardEntryDetails *self);
GVariant            *lanyard_entry_details_report    (LanyardEntryDetails *self);

G_END_DECLS
