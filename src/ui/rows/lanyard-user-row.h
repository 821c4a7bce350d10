/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One user in a long list. */
#pragma once

#include "lanyard-record-row.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_USER_ROW (lanyard_user_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUserRow, lanyard_user_row, LANYARD, USER_ROW, LanyardRecordRow)

GtkWidget *lanyard_user_row_new (gboolean taking);

G_END_DECLS
