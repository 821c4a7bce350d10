/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of an access system that could not be read: what of it, why, and trying it again. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FAILURE_ROW (lanyard_failure_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFailureRow, lanyard_failure_row, LANYARD, FAILURE_ROW, AdwActionRow)

GtkWidget *lanyard_failure_row_new (LanyardDirectory  *directory,
                                    LanyardSystemLoad *load);

G_END_DECLS
