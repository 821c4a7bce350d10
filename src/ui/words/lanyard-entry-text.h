/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an operation did, or what came of it, in a sentence. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

char *lanyard_entry_name_text      (const char   *label);
char *lanyard_entry_step_text      (LanyardEntry *entry);
char *lanyard_entry_under_way_text (LanyardEntry *entry);
char *lanyard_entry_title          (LanyardEntry *entry);
char *lanyard_entry_text           (LanyardEntry *entry);
char *lanyard_entry_reason         (LanyardEntry *entry);
char *lanyard_entry_detail         (LanyardEntry *entry);
char *lanyard_entry_recovered_text (LanyardEntry *entry);

G_END_DECLS
