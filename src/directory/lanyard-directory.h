/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workspace: its users, credentials and access systems as live models, and what may be done to them. */
#pragma once

#include <gio/gio.h>

#include "lanyard-attention.h"
#include "lanyard-finder.h"
#include "lanyard-holdings.h"
#include "lanyard-journal.h"
#include "lanyard-list.h"
#include "lanyard-progress.h"
#include "lanyard-store.h"
#include "lanyard-system-load.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_DIRECTORY_ERROR (lanyard_directory_error_quark ())

/**
 * LanyardDirectoryError:
 * @LANYARD_DIRECTORY_ERROR_HOLDER_CHANGED: somebody else has the credential than the window showed; nothing
 *   was done, and the credential now shows who
 * @LANYARD_DIRECTORY_ERROR_ALREADY: it is already as asked; nothing was sent
 * @LANYARD_DIRECTORY_ERROR_OTHER_SYSTEM: credential and user are of different access systems
 * @LANYARD_DIRECTORY_ERROR_BUSY: another operation on this credential is on its way
 * @LANYARD_DIRECTORY_ERROR_GONE: the user or the credential no longer exists; it was taken off the list
 * @LANYARD_DIRECTORY_ERROR_NOT_UNDOABLE: what the entry did is no longer in force, or it did nothing
 * @LANYARD_DIRECTORY_ERROR_JOURNAL: it could not be written down first, so it was not sent
 * @LANYARD_DIRECTORY_ERROR_SUPERSEDED: what came of the entry can't be told any more: the credential was changed since
 * @LANYARD_DIRECTORY_ERROR_NOT_SENT: Lanyard ended before it was sent
 */
typedef enum
{
  LANYARD_DIRECTORY_ERROR_HOLDER_CHANGED,
  LANYARD_DIRECTORY_ERROR_ALREADY,
  LANYARD_DIRECTORY_ERROR_OTHER_SYSTEM,
  LANYARD_DIRECTORY_ERROR_BUSY,
  LANYARD_DIRECTORY_ERROR_GONE,
  LANYARD_DIRECTORY_ERROR_NOT_UNDOABLE,
  LANYARD_DIRECTORY_ERROR_JOURNAL,
  LANYARD_DIRECTORY_ERROR_SUPERSEDED,
  LANYARD_DIRECTORY_ERROR_NOT_SENT,
} LanyardDirectoryError;

GQuark lanyard_directory_error_quark (void);

#define LANYARD_TYPE_DIRECTORY (lanyard_directory_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDirectory, lanyard_directory, LANYARD, DIRECTORY, GObject)

/* Read-only notifying properties: "workspace" (SeamWorkspace, NULL until known), "users", "credentials"
 * (LanyardStore), "systems" (GListModel of SeamSystem), "state", "error" (GError, boxed), "refreshing"
 * (gboolean: a quiet re-read), "n-users", "n-credentials" (guint, as loaded so far), "stale" (gboolean: the
 * last refresh failed; what is shown may be old), "last-undoable" (LanyardEntry, NULL: what Ctrl+Z takes back),
 * "failures" (GListModel of LanyardSystemLoad: access systems that could not be read, or read again; notified also
 * when one of them stands differently).
 * Signals: "entry-begun" (LanyardEntry): an operation is written down, and has no outcome yet; "entry-closed"
 * (LanyardEntry): an operation has its outcome; "entry-recovered" (LanyardEntry): what came of
 * one from before is found out; "journal-failed" (GError): what is done can't be written down just now. */
LanyardDirectory *lanyard_directory_new              (SeamClient           *client,
                                                      LanyardJournal       *journal);
SeamClient       *lanyard_directory_get_client       (LanyardDirectory     *self);
SeamWorkspace    *lanyard_directory_get_workspace    (LanyardDirectory     *self);
void              lanyard_directory_set_workspace    (LanyardDirectory     *self,
                                                      SeamWorkspace        *workspace);
LanyardStore     *lanyard_directory_get_users        (LanyardDirectory     *self);
LanyardStore     *lanyard_directory_get_credentials  (LanyardDirectory     *self);
GListModel       *lanyard_directory_get_systems      (LanyardDirectory     *self);
LanyardHoldings  *lanyard_directory_get_holdings     (LanyardDirectory     *self);
LanyardProgress  *lanyard_directory_get_progress     (LanyardDirectory     *self);
LanyardFinder    *lanyard_directory_get_finder       (LanyardDirectory     *self);
SeamSystem       *lanyard_directory_lookup_system    (LanyardDirectory     *self,
                                                      const char           *system_id);
GListModel       *lanyard_directory_get_failures     (LanyardDirectory     *self);
LanyardSystemLoad *
                  lanyard_directory_lookup_failure   (LanyardDirectory     *self,
                                                      const char           *system_id,
                                                      LanyardResource       resource);
/* Whether there are users, or credentials, that could not be read and so are not listed. */
gboolean          lanyard_directory_is_missing       (LanyardDirectory     *self,
                                                      LanyardResource       resource);
LanyardDirectoryState
                  lanyard_directory_get_state        (LanyardDirectory     *self);
const GError     *lanyard_directory_get_error        (LanyardDirectory     *self);

/* A live list of the credentials of @user: (transfer full), GListModel of SeamCredential. */
GListModel       *lanyard_directory_list_held_by     (LanyardDirectory     *self,
                                                      SeamUser             *user);

/* Loads everything, or reads everything again; a second call joins the first. Errors also show as "state". */
void              lanyard_directory_load_async       (LanyardDirectory     *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          lanyard_directory_load_finish      (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
/* Tries again what could not be read of one access system, or of all of them: NULL. */
void              lanyard_directory_retry            (LanyardDirectory     *self,
                                                      const char           *system_id);
/* Stops loading; what has arrived stays, and the state says that it is incomplete. */
void              lanyard_directory_stop_loading     (LanyardDirectory     *self);
/* Asks the server for @search when the lists are not complete, so that a person is found before all pages are in. */
void              lanyard_directory_search_server    (LanyardDirectory     *self,
                                                      const char           *search);

/* Reads one credential again, and while somebody looks at it, again at growing intervals until the access
 * system has its state: between watch and unwatch. */
void              lanyard_directory_watch            (LanyardDirectory     *self,
                                                      SeamCredential       *credential);
void              lanyard_directory_unwatch          (LanyardDirectory     *self,
                                                      SeamCredential       *credential);

/* The operations. Each journals, then looks, then sends, then closes its entry and emits "entry-closed"; dropping the
 * callback does not stop it. finish returns the closed entry (transfer full), whatever its outcome; NULL with a
 * LANYARD_DIRECTORY_ERROR when nothing was begun: what can't be, is under way already, or could not be written down.
 *
 * @taken_from: who the person was told has it now (NULL: nobody). It is read again just before; if somebody
 * else has it by now, nothing is sent, and the entry is refused: HOLDER_CHANGED. */
void              lanyard_directory_assign_async     (LanyardDirectory     *self,
                                                      SeamCredential       *credential,
                                                      SeamUser             *user,
                                                      SeamUser             *taken_from,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LanyardEntry     *lanyard_directory_assign_finish    (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void              lanyard_directory_unassign_async   (LanyardDirectory     *self,
                                                      SeamCredential       *credential,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LanyardEntry     *lanyard_directory_unassign_finish  (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
/* Takes back what @entry did, if it is still in force (the server is asked first); an operation of its own. Of
 * a half-done move: gives the credential back to who had it. */
gboolean          lanyard_directory_can_undo         (LanyardDirectory     *self,
                                                      LanyardEntry         *entry);
void              lanyard_directory_undo_async       (LanyardDirectory     *self,
                                                      LanyardEntry         *entry,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LanyardEntry     *lanyard_directory_undo_finish      (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
/* Tries a refused or half-done @entry again, as a new operation, from where it stopped. */
void              lanyard_directory_retry_async      (LanyardDirectory     *self,
                                                      LanyardEntry         *entry,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LanyardEntry     *lanyard_directory_retry_finish     (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
/* Finds out what became of an unknown or pending @entry, and closes it with that; sends nothing that writes. */
void              lanyard_directory_check_async      (LanyardDirectory     *self,
                                                      LanyardEntry         *entry,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          lanyard_directory_check_finish     (LanyardDirectory     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* What this run has begun and has no outcome yet: (transfer none), GListModel of LanyardEntry. */
GListModel       *lanyard_directory_list_under_way   (LanyardDirectory     *self);
LanyardEntry     *lanyard_directory_get_under_way    (LanyardDirectory     *self,
                                                      const char           *credential_id);

/* Why @entry was not sent; -1 when it was, or when it is the server's reason. */
int               lanyard_entry_get_own_reason       (LanyardEntry         *entry);

G_END_DECLS
