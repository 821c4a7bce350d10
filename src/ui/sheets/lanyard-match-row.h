/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of a sheet's rows: what comes of it, whether it is done, and what there is to choose. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_MATCH_ROW (lanyard_match_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMatchRow, lanyard_match_row, LANYARD, MATCH_ROW, AdwBin)

/* Property "item" (LanyardMatchItem, NULL). */

G_END_DECLS
