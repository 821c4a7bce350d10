/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to the journal's table, as SQL. */
#pragma once

#include "lanyard-journal-sql.h"

G_BEGIN_DECLS

/* Which entries are asked for. */
typedef struct
{
  LanyardEntryFilter *filter;     /* never NULL */
  GStrv               words;      /* of its search; NULL: there are none */
  gint64              batch;      /* 0: of any, and of none */
  gint64              before;     /* with a smaller id than this; 0: from the newest on */
  gint64              open_up_to; /* only what can be found out: is unknown, or is pending and has at most this id, and
                                     nothing was done to the record since; -1: all */
  guint               n_wanted;
} LanyardEntryQuery;

LanyardStatement *lanyard_journal_query_prepare (sqlite3                 *db,
                                                 const LanyardEntryQuery *query,
                                                 const char              *columns,
                                                 guint                    n_rows,
                                                 GError                 **error);

G_END_DECLS
