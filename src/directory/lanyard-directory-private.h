/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the directory share. */
#pragma once

#include "lanyard-directory.h"

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
  GListStore           *systems;
  LanyardDirectoryState state;
  GError               *error;
  gboolean              refreshing;
  gboolean              stale;
  LanyardEntry         *last_undoable;
  gint64                opened_at;
  guint                 n_users; /* as told last */
  guint                 n_credentials;

  GHashTable           *held;    /* user id -> LanyardHeld */
  GHashTable           *linked;  /* SeamCredential -> the LanyardHeld that it is in */
  LanyardLoad          *load;    /* while one is under way */
  GQueue                unfinished; /* lists that a load which ended early has not read to their end */
  GHashTable           *watches; /* SeamCredential -> Watch */
  GCancellable         *search_cancellable;
  guint                 search_source;
};

void  lanyard_directory_set_state         (LanyardDirectory      *self,
                                           LanyardDirectoryState  state,
                                           const GError          *error);
void  lanyard_directory_set_refreshing    (LanyardDirectory      *self,
                                           gboolean               refreshing,
                                           gboolean               stale);
void  lanyard_directory_notify_counts     (LanyardDirectory      *self);
void  lanyard_directory_set_last_undoable (LanyardDirectory      *self,
                                           LanyardEntry          *entry);
void  lanyard_directory_entry_closed      (LanyardDirectory      *self,
                                           LanyardEntry          *entry);
void  lanyard_directory_entry_recovered   (LanyardDirectory      *self,
                                           LanyardEntry          *entry);

/* lanyard-attention.c */
gint64 lanyard_record_get_attention_at     (SeamRecord       *record);
gboolean lanyard_record_is_assigned        (SeamRecord       *record);

/* lanyard-links.c */
void  lanyard_directory_take_user_keys     (LanyardDirectory *self,
                                            GPtrArray        *keys);
void  lanyard_directory_take_credential_keys (LanyardDirectory *self,
                                              GPtrArray        *keys);
void  lanyard_held_free                    (gpointer          held);
void  lanyard_directory_take_users         (LanyardDirectory *self,
                                            GPtrArray        *users);
void  lanyard_directory_take_credentials   (LanyardDirectory *self,
                                            GPtrArray        *credentials);
void  lanyard_directory_take_credential    (LanyardDirectory *self,
                                            SeamCredential   *credential);
void  lanyard_directory_remove_users       (LanyardDirectory *self,
                                            GPtrArray        *users);
void  lanyard_directory_remove_credentials (LanyardDirectory *self,
                                            GPtrArray        *credentials);
GListStore *lanyard_directory_held         (LanyardDirectory *self,
                                            const char       *user_id);

/* lanyard-loader.c, lanyard-watcher.c, lanyard-recovery.c */
void  lanyard_directory_forget_unfinished  (LanyardDirectory *self);
void  lanyard_directory_stop_watching      (LanyardDirectory *self);
void  lanyard_directory_recover            (LanyardDirectory *self);
void  lanyard_watch_free                   (gpointer          watch);

G_END_DECLS
