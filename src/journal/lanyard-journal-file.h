/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's file: made private, checked; a damaged one set aside. To be used on one thread at a time. */
#pragma once

#include <sqlite3.h>

#include "lanyard-journal.h"

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *db;
  char    *path;   /* NULL: in memory */
  int      lock;   /* shared by all that have it open; -1: none */
  gint64   orphan; /* entries up to this one were begun by processes that have ended */
} LanyardJournalFile;

LanyardJournalFile *lanyard_journal_file_open   (const char         *path,
                                                 GError            **error);
void                lanyard_journal_file_free   (LanyardJournalFile *self);
gboolean            lanyard_journal_file_probe  (LanyardJournalFile *self,
                                                 GError            **error);
gboolean            lanyard_journal_file_stands (LanyardJournalFile *self,
                                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardJournalFile, lanyard_journal_file_free)

G_END_DECLS
