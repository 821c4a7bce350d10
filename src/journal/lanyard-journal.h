/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, is being done and can be undone: entries kept on disk before anything is sent. */
#pragma once

#include <gio/gio.h>

#include "lanyard-entry-filter.h"

G_BEGIN_DECLS

#define LANYARD_JOURNAL_ERROR (lanyard_journal_error_quark ())

/**
 * LanyardJournalError:
 * @LANYARD_JOURNAL_ERROR_UNWRITABLE: it can't be read or written, for another reason than those that follow
 * @LANYARD_JOURNAL_ERROR_CORRUPT: the file is not a journal; it was set aside, never deleted
 * @LANYARD_JOURNAL_ERROR_NEWER: written by a newer Lanyard, perhaps since it was opened; nothing is written to it
 * @LANYARD_JOURNAL_ERROR_FULL: there is no space left
 * @LANYARD_JOURNAL_ERROR_FORBIDDEN: it, or its folder, is read-only, or somebody else's
 * @LANYARD_JOURNAL_ERROR_BUSY: another program keeps it to itself
 * @LANYARD_JOURNAL_ERROR_MEMORY: there is not enough memory
 */
typedef enum
{
  LANYARD_JOURNAL_ERROR_UNWRITABLE,
  LANYARD_JOURNAL_ERROR_CORRUPT,
  LANYARD_JOURNAL_ERROR_NEWER,
  LANYARD_JOURNAL_ERROR_FULL,
  LANYARD_JOURNAL_ERROR_FORBIDDEN,
  LANYARD_JOURNAL_ERROR_BUSY,
  LANYARD_JOURNAL_ERROR_MEMORY,
} LanyardJournalError;

GQuark lanyard_journal_error_quark (void);

#define LANYARD_TYPE_JOURNAL (lanyard_journal_get_type ())
G_DECLARE_FINAL_TYPE (LanyardJournal, lanyard_journal, LANYARD, JOURNAL, GObject)

/* @path NULL: kept in memory only, for the demo and for who chose to go on without a record.
 * Opening happens on the journal's worker; every pair below may be called at once and is carried out in turn. */
LanyardJournal *lanyard_journal_new           (const char           *path);

void            lanyard_journal_open_async    (LanyardJournal       *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        lanyard_journal_open_finish   (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Writes @entry, pending and not sent, and gives it its id. On disk, synced, before the callback. */
void            lanyard_journal_begin_async   (LanyardJournal       *self,
                                               LanyardEntry         *entry,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        lanyard_journal_begin_finish  (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The same of a whole batch, in one transaction. Ended by lanyard_journal_begin_finish(). */
void            lanyard_journal_begin_all_async (LanyardJournal      *self,
                                                 GPtrArray           *entries,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

/* Writes that @entry is about to be sent. On disk, synced, before the callback: what is not written as sent was not. */
void            lanyard_journal_send_async    (LanyardJournal       *self,
                                               LanyardEntry         *entry,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        lanyard_journal_send_finish   (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Sets the outcome of @entry, in the object at once and then on disk. @message: the server's words, nullable. What
 * can't be written just then is written before what is begun next. */
void            lanyard_journal_close_async   (LanyardJournal       *self,
                                               LanyardEntry         *entry,
                                               LanyardOutcome        outcome,
                                               int                   error_code,
                                               const char           *message,
                                               const char           *request_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        lanyard_journal_close_finish  (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Newest first; (element-type LanyardEntry). @filter: NULL for all entries there are. One object per id, ever: an
 * entry that is in use comes back as itself. @before: only those with a smaller id, 0 for the newest. */
void            lanyard_journal_list_async    (LanyardJournal           *self,
                                               const LanyardEntryFilter *filter,
                                               gint64                    before,
                                               guint                     limit,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
GPtrArray      *lanyard_journal_list_finish   (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The entries of @workspace_id whose outcome can be found out: unknown, or left pending by a run that has ended, and
 * nothing was done to the record since. Ended by lanyard_journal_list_finish(). */
void            lanyard_journal_list_open_async  (LanyardJournal      *self,
                                                  const char          *workspace_id,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);

/* The entries of one batch, newest first. Ended by lanyard_journal_list_finish(). */
void            lanyard_journal_list_batch_async (LanyardJournal      *self,
                                                  gint64               batch,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);

/* The login names of those who did something in a workspace, in the order of their letters. */
void            lanyard_journal_list_operators_async  (LanyardJournal      *self,
                                                       const char          *workspace_id,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
GStrv           lanyard_journal_list_operators_finish (LanyardJournal      *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

/* Deletes the entries that were begun before @before (µs), but for those that are yet to be found out. */
void            lanyard_journal_prune_async   (LanyardJournal       *self,
                                               gint64                before,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        lanyard_journal_prune_finish  (LanyardJournal       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
