/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's one table: writing entries, closing them, finding them again. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

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

/* Which entries are asked for. */
typedef struct
{
  char    *workspace_id; /* NULL: of any */
  GStrv    words;        /* each has to match; NULL: any do */
  gint64   batch;        /* 0: of any, and of none */
  gint64   before;       /* with a smaller id than this; 0: from the newest on */
  gint64   open_up_to;   /* only what can be found out: is unknown, or is pending and has at most this id, and nothing
                            was done to the record since; -1: all */
  guint    n_wanted;
} LanyardEntryQuery;

gboolean lanyard_journal_table_check  (sqlite3              *db,
                                       GError              **error);
gint64   lanyard_journal_table_insert (sqlite3              *db,
                                       LanyardEntry         *entry,
                                       GError              **error);
gboolean lanyard_journal_table_send   (sqlite3              *db,
                                       LanyardEntry         *entry,
                                       GError              **error);
gboolean lanyard_journal_table_close  (sqlite3              *db,
                                       LanyardEntry         *entry,
                                       const LanyardClosing *closing,
                                       GError              **error);
gboolean lanyard_journal_table_list   (sqlite3              *db,
                                       LanyardEntryQuery    *query,
                                       guint                 n_rows,
                                       GPtrArray            *entries,
                                       gboolean             *at_end,
                                       GError              **error);
gboolean lanyard_journal_table_prune  (sqlite3              *db,
                                       gint64                before,
                                       GError              **error);
GStrv    lanyard_journal_search_words (const char           *search);

G_END_DECLS
