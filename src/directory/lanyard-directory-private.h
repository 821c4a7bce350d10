/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the directory share. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-loader.h"
#include "lanyard-server-search.h"
#include "lanyard-watcher.h"

G_BEGIN_DECLS

struct _LanyardDirectory
{
  GObject parent_instance;

  SeamClient          *client;
  LanyardJournal      *journal;
  SeamWorkspace       *workspace;
  LanyardStore        *users;
  LanyardStore        *credentials;
  LanyardHoldings     *holdings;
  LanyardProgress     *progress;
  LanyardSystemLoads  *loads;
  LanyardLoader       *loader;
  LanyardServerSearch *server_search;
  LanyardWatcher      *watcher;
  LanyardFinder       *finder;
  guint                n_users; /* as told last */
  guint                n_credentials;

  LanyardEntry        *last_undoable;
  GQueue               undoables; /* LanyardEntry, the last one first */
  gint64               opened_at;
  GListStore          *under_way; /* LanyardEntry */
  GHashTable          *checking;  /* ids of the credentials whose entries are being checked */
};

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

/* lanyard-under-way.c */
void  lanyard_directory_add_under_way      (LanyardDirectory *self,
                                            LanyardEntry     *entry);
void  lanyard_directory_remove_under_way   (LanyardDirectory *self,
                                            LanyardEntry     *entry);

/* lanyard-recovery.c */
void  lanyard_directory_recover            (LanyardDirectory *self);
void  lanyard_directory_settle             (LanyardDirectory *self,
                                            GPtrArray        *doubtful,
                                            SeamCredential   *seen);
guint lanyard_directory_time_to_settle     (LanyardDirectory *self,
                                            GPtrArray        *doubtful,
                                            const char       *credential_id);
gboolean lanyard_directory_is_checking     (LanyardDirectory *self,
                                            const char       *credential_id);

G_END_DECLS
