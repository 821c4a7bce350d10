/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workspace: its users, credentials and access systems as live models. */
#pragma once

#include <gio/gio.h>

#include "lanyard-attention.h"
#include "lanyard-finder.h"
#include "lanyard-holdings.h"
#include "lanyard-list.h"
#include "lanyard-progress.h"
#include "lanyard-store.h"
#include "lanyard-system-load.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_DIRECTORY (lanyard_directory_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDirectory, lanyard_directory, LANYARD, DIRECTORY, GObject)

/* Read-only notifying properties: "workspace" (SeamWorkspace, NULL until known), "state", "error" (GError,
 * boxed), "refreshing" (gboolean: a quiet re-read), "n-users", "n-credentials" (guint, as loaded so far), "stale"
 * (gboolean: the last refresh failed; what is shown may be old), "failures" (GListModel of LanyardSystemLoad: access
 * systems that could not be read, or read again; notified also when one of them stands differently).
 * Signal "workspace-read": the server has said which workspace it is, at the beginning of each load. */
LanyardDirectory *lanyard_directory_new              (SeamClient           *client);
SeamClient       *lanyard_directory_get_client       (LanyardDirectory     *self);
SeamWorkspace    *lanyard_directory_get_workspace    (LanyardDirectory     *self);
const char       *lanyard_directory_get_workspace_id (LanyardDirectory     *self);
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

G_END_DECLS
