/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says how something stands: in words, with a sign where somebody should look, and whether it is waiting. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_STATE_ROW (lanyard_state_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStateRow, lanyard_state_row, LANYARD, STATE_ROW, AdwActionRow)

/* Properties: "value" (string, "" and NULL: nothing to say), "sign" (LanyardSign), "waiting" (gboolean: for the access
 * system). */

G_END_DECLS
