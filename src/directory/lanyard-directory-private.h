/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the directory share. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-identities.h"
#include "lanyard-system-loads.h"

G_BEGIN_DECLS

typedef struct _LanyardLoad LanyardLoad;
typedef struct _LanyardHeld LanyardHeld;

struct _LanyardDirectory
{
  GObject parent_instance;

  SeamClient           *client;
  LanyardJournal       *journal;
  SeamWorkspace        *workspace;
  LanyardStore         *users;
  LanyardStore         *credentials;
  LanyardFinder        *finder;
  GListStore           *systems;
  LanyardDirectoryState state;
  GError               *error;
  gboolean              refreshing;
  gboolean              stale;
  LanyardEntry         *last_undoable;
  GQueue                undoables; /* LanyardEntry, the last one first */
  gint64                opened_at;
  guint64               n_writes;  /* answered so far */
  GHashTable           *written;   /* credential id -> n_writes when it was written last */
  GListStore           *under_way; /* LanyardEntry */
  GHashTable           *checking;  /* ids of the credentials whose entries are being checked */
  guint                 n_users; /* as told last */
  guint                 n_credentials;

  GHashTable           *held;    /* user id -> LanyardHeld */
  GHashTable           *linked;  /* SeamCredential -> the LanyardHeld that it is in */
  LanyardIdentities    *identities;
  LanyardLoad          *load;    /* while one is under way */
  LanyardSystemLoads   *loads;   /* how the reading of each access system stands */
  GHashTable           *watches; /* SeamCredential -> Watch */
  GCancellable         *search_cancellable;
  guint                 search_source;
  guint64               search_asked_at; /* n_writes then */
};

void  lanyard_directory_set_state         (LanyardDirectory      *self,
                                           LanyardDirectoryState  state,
                                           const GError          *error);
void  lanyard_directory_set_refreshing    (LanyardDirectory      *self,
                                           gboolean               refreshing,
                                           gboolean               stale);
void  lanyard_directory_notify_counts     (LanyardDirectory      *self);
void  lanyard_directory_add_undoable      (LanyardDirectory      *self,
                                           LanyardEntry          *entry);
void  lanyard_directory_remove_undoable   (LanyardDirectory      *self,
                                           gint64                 id);
const char *
      lanyard_directory_get_workspace_id  (LanyardDirectory      *self);
void  lanyard_directory_journal_failed    (LanyardDirectory      *self,
                                           const GError          *error);
void  lanyard_directory_entry_begun       (LanyardDirectory      *self,
                                           LanyardEntry          *entry);
void  lanyard_directory_entry_closed      (LanyardDirectory      *self,
                                           LanyardEntry          *entry);
void  lanyard_directory_entry_recovered   (LanyardDirectory      *self,
                                           LanyardEntry          *entry);

/* lanyard-key.c */
const char *lanyard_record_get_system_id   (SeamRecord       *record);

/* lanyard-page-taking.c */
typedef void (*LanyardTakenFunc)           (LanyardDirectory     *self,
                                            LanyardSystemReading *reading);
void  lanyard_directory_take_page          (LanyardDirectory     *self,
                                            LanyardSystemReading *reading,
                                            GPtrArray            *records,
                                            LanyardTakenFunc      func);

/* lanyard-links.c */
void  lanyard_directory_take_user_keys     (LanyardDirectory *self,
                                            GPtrArray        *keys);
void  lanyard_directory_take_credential_keys (LanyardDirectory *self,
                                              GPtrArray        *keys,
                                              guint64           asked_at);
void  lanyard_directory_credential_written (LanyardDirectory *self,
                                            const char       *credential_id);
void  lanyard_held_free                    (gpointer          held);
void  lanyard_directory_take_users         (LanyardDirectory *self,
                                            GPtrArray        *users);
void  lanyard_directory_take_credentials   (LanyardDirectory *self,
                                            GPtrArray        *credentials,
                                            guint64           asked_at);
void  lanyard_directory_take_credential    (LanyardDirectory *self,
                                            SeamCredential   *credential,
                                            guint64           asked_at);
void  lanyard_directory_remove_users       (LanyardDirectory *self,
                                            GPtrArray        *users);
void  lanyard_directory_remove_credentials (LanyardDirectory *self,
                                            GPtrArray        *credentials);
GListStore *lanyard_directory_held         (LanyardDirectory *self,
                                            const char       *user_id);

const char *lanyard_directory_get_holder_id (LanyardDirectory *self,
                                             SeamCredential   *credential);

/* lanyard-under-way.c */
void  lanyard_directory_add_under_way      (LanyardDirectory *self,
                                            LanyardEntry     *entry);
void  lanyard_directory_remove_under_way   (LanyardDirectory *self,
                                            LanyardEntry     *entry);

/* lanyard-server-search.c, lanyard-watcher.c, lanyard-recovery.c */
void  lanyard_directory_stop_searching     (LanyardDirectory *self);
void  lanyard_directory_stop_watching      (LanyardDirectory *self);
void  lanyard_directory_recover            (LanyardDirectory *self);
void  lanyard_directory_settle             (LanyardDirectory *self,
                                            GPtrArray        *doubtful,
                                            SeamCredential   *seen);
guint lanyard_directory_time_to_settle     (LanyardDirectory *self,
                                            GPtrArray        *doubtful,
                                            const char       *credential_id);
gboolean lanyard_directory_is_checking     (LanyardDirectory *self,
                                            const char       *credential_id);
void  lanyard_watch_free                   (gpointer          watch);

G_END_DECLS
