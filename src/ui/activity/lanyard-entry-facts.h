/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of a change: its records, each a click away, and what the server called the request. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ENTRY_FACTS (lanyard_entry_facts_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntryFacts, lanyard_entry_facts, LANYARD, ENTRY_FACTS, GtkWidget)

GtkWidget *lanyard_entry_facts_new       (void);
void       lanyard_entry_facts_set_entry (LanyardEntryFacts *self,
                                          LanyardEntry      *entry,
                                          LanyardDirectory  *directory);

G_END_DECLS
