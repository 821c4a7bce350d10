/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's table of what was lost: one row for each credential that ever was. */
#pragma once

#include <sqlite3.h>

#include "lanyard-mark.h"

G_BEGIN_DECLS

gboolean lanyard_mark_table_write (sqlite3           *db,
                                   const char        *workspace_id,
                                   const LanyardMark *mark,
                                   GError           **error);
gboolean lanyard_mark_table_list  (sqlite3           *db,
                                   const char        *workspace_id,
                                   GPtrArray         *marks,
                                   GError           **error);

G_END_DECLS
