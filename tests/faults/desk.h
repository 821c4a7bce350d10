/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A front desk: a directory on a sandbox, with a journal on disk; and the comparison of all three at the end. */
#pragma once

#include "lanyard-changes.h"
#include "lanyard-sandbox.h"
#include "remove-tree.h"

G_BEGIN_DECLS

typedef struct
{
  SeamClient       *client;
  LanyardJournal   *journal;
  LanyardDirectory *directory;
  LanyardChanges   *changes;
  GPtrArray        *credentials; /* in the order of their ids */
  GHashTable       *users;       /* system id -> GPtrArray of SeamUser, in the order of their ids */
  gint64            left;        /* the number of the batch that an earlier run has not come to the end of; 0: none */
} Desk;

Desk           *desk_new          (const char     *endpoint,
                                   const char     *key,
                                   const char     *journal_path,
                                   guint           timeout);
void            desk_free         (Desk           *self);
SeamUser       *desk_pick_user    (Desk           *self,
                                   SeamCredential *credential,
                                   GRand          *rand);
guint           desk_count_open   (Desk           *self);
guint           desk_count_left   (Desk           *self);

/* A folder for the files of a run; remove_tree() is its end. */
char           *desk_make_folder  (void);

/* What a sandbox that runs in this process has. */
LanyardSandbox *desk_start_sandbox (guint           n_users,
                                    guint           n_credentials,
                                    const char     *record_path);
GHashTable     *desk_read_holders  (LanyardSandbox *sandbox);

/* What shows when what was done is laid beside what was to be done. */
typedef struct
{
  guint n_done;
  guint n_refused;
  guint n_half_done;
  guint n_unknown;
  guint n_lost;        /* changed at the server without an entry that says so */
  guint n_doubled;     /* sent and carried out more often than the entries have steps */
  guint n_misreported; /* the entries, or the window, end elsewhere than the server */
} Audit;

Audit           desk_audit         (const char     *journal_path,
                                    const char     *record_path,
                                    GHashTable     *holders_before,
                                    GHashTable     *holders,
                                    Desk           *desk);
void             desk_assert_right  (const Audit    *audit,
                                     const char     *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

G_END_DECLS
