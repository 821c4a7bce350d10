/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a value and, where somebody would paste it elsewhere, a button that copies it; without a value there is
 * no row. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_COPY_ROW (lanyard_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCopyRow, lanyard_copy_row, LANYARD, COPY_ROW, AdwActionRow)

/* Properties "value" (string, nullable): as the server sent it; "copyable" (gboolean): whether there is a button. */
void        lanyard_copy_row_set_value (LanyardCopyRow *self,
                                        const char     *value);
const char *lanyard_copy_row_get_value (LanyardCopyRow *self);

G_END_DECLS
