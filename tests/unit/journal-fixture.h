/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal in a folder of its own, its calls waited for. */
#pragma once

#include "lanyard-journal.h"

G_BEGIN_DECLS

/* The newest version of the tables. */
#define JOURNAL_VERSION 7

typedef struct
{
  char           *folder;
  char           *path;
  LanyardJournal *journal;
  gpointer        locker;
} JournalFixture;

void          journal_fixture_set_up    (JournalFixture *self,
                                         gconstpointer   data);
void          journal_fixture_tear_down (JournalFixture *self,
                                         gconstpointer   data);

/* Opens the file anew, as after a restart. */
gboolean      journal_fixture_open      (JournalFixture *self,
                                         GError        **error);
void          journal_fixture_reopen    (JournalFixture *self);
void          journal_fixture_close     (JournalFixture *self);

/* Puts a journal of version 2 there; and what of it the Lanyard of then had (".tsv", ".csv", ".json"). */
void          journal_fixture_load      (JournalFixture *self);
char         *journal_read_old          (const char     *suffix);

LanyardEntry *journal_make_entry        (const char     *credential,
                                         const char     *from,
                                         const char     *to,
                                         gint64          undo_of);
gboolean      journal_open              (LanyardJournal *journal,
                                         GError        **error);
gboolean      journal_begin             (LanyardJournal *journal,
                                         LanyardEntry   *entry,
                                         GError        **error);
gboolean      journal_send              (LanyardJournal *journal,
                                         LanyardEntry   *entry);
gboolean      journal_close             (LanyardJournal *journal,
                                         LanyardEntry   *entry,
                                         LanyardOutcome  outcome,
                                         const char     *message,
                                         const char     *request_id,
                                         GError        **error);
GPtrArray    *journal_list              (LanyardJournal *journal,
                                         const char     *search,
                                         gint64          before,
                                         guint           limit);
GPtrArray    *journal_find              (LanyardJournal           *journal,
                                         const LanyardEntryFilter *filter,
                                         gint64                    before,
                                         guint                     limit);
GPtrArray    *journal_list_all          (LanyardJournal *journal);
GPtrArray    *journal_list_open         (LanyardJournal *journal);
gboolean      journal_prune             (LanyardJournal *journal,
                                         gint64          before);
/* @n assignments of cards that went well, to two people in turn. */
void          journal_add_many          (JournalFixture *self,
                                         guint           n);

/* As another program that has the file for itself. */
void          journal_lock              (JournalFixture *self);
void          journal_unlock            (JournalFixture *self);

/* Has @program, which is the test itself, do something in a process of its own. */
GSubprocess  *journal_start             (const char     *program,
                                         const char     *mode,
                                         const char     *path,
                                         guint           kind,
                                         guint           at);

/* What the file has, without Lanyard's code. */
gint64        journal_query             (const char     *path,
                                         const char     *sql);

G_END_DECLS
