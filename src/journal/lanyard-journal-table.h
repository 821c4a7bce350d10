/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one table: writing entries, closing them, finding them again. */
#pragma once

#include "lanyard-journal-query.h"

G_BEGIN_DECLS

/* How an entry ended. */
typedef struct
{
  LanyardOutcome outcome;
  gint64         closed_at;
  int            error_code;
  gboolean       is_sent;
  char          *message;
  char          *request_id;
} LanyardClosing;

void     lanyard_closing_copy         (LanyardClosing       *to,
                                       const LanyardClosing *from);
void     lanyard_closing_clear        (LanyardClosing       *closing);

gboolean lanyard_journal_table_check          (sqlite3              *db,
                                               GError              **error);
/* These three within what lanyard_journal_schema_begin() began. */
gint64   lanyard_journal_table_insert         (sqlite3              *db,
                                               LanyardEntry         *entry,
                                               GError              **error);
gboolean lanyard_journal_table_send           (sqlite3              *db,
                                               LanyardEntry         *entry,
                                               GError              **error);
gboolean lanyard_journal_table_close          (sqlite3              *db,
                                               LanyardEntry         *entry,
                                               const LanyardClosing *closing,
                                               GError              **error);
gboolean lanyard_journal_table_list           (sqlite3              *db,
                                               LanyardEntryQuery    *query,
                                               guint                 n_rows,
                                               GPtrArray            *entries,
                                               gboolean             *at_end,
                                               GError              **error);
gboolean lanyard_journal_table_list_operators (sqlite3              *db,
                                               const char           *workspace_id,
                                               GPtrArray            *names,
                                               GError              **error);
gboolean lanyard_journal_table_prune          (sqlite3              *db,
                                               gint64                before,
                                               GError              **error);

G_END_DECLS
