/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on the page of what it is about. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HISTORY_ROW (lanyard_history_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHistoryRow, lanyard_history_row, LANYARD, HISTORY_ROW, AdwActionRow)

GtkWidget    *lanyard_history_row_new       (LanyardEntry      *entry,
                                             LanyardChanges    *changes);
LanyardEntry *lanyard_history_row_get_entry (LanyardHistoryRow *self);

G_END_DECLS
