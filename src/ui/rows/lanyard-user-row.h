/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One user in a long list. */
#pragma once

#include <gtk/gtk.h>

#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_USER_ROW (lanyard_user_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUserRow, lanyard_user_row, LANYARD, USER_ROW, GtkWidget)

/* Properties, read-write: "item" (SeamUser); "directory" (LanyardDirectory) and "manner" (LanyardRowManner), both to be
 * set before it. */
GtkWidget *lanyard_user_row_new      (gboolean        taking);
void       lanyard_user_row_set_item (LanyardUserRow *self,
                                      SeamUser       *item);

G_END_DECLS
