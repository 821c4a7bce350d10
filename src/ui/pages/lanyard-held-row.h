/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential on the page of the user who has it. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HELD_ROW (lanyard_held_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHeldRow, lanyard_held_row, LANYARD, HELD_ROW, AdwActionRow)

GtkWidget *lanyard_held_row_new (LanyardChanges *changes,
                                 SeamCredential *credential);

G_END_DECLS
