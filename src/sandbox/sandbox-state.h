/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the workspace has: its objects by id, who holds which credential, and each object as JSON. */
#pragma once

#include <json-glib/json-glib.h>

#include "sandbox-id.h"

G_BEGIN_DECLS

typedef enum
{
  SANDBOX_WORKSPACE,
  SANDBOX_SYSTEM,
  SANDBOX_ENTRANCE,
  SANDBOX_USER,
  SANDBOX_CREDENTIAL,
  SANDBOX_N_KINDS,
} SandboxKind;

#define SANDBOX_NONE G_MAXUINT32

/* When the access system has taken a credential's latest change: a time, or one of these. */
#define SANDBOX_SYNC_NEVER G_MAXINT64
#define SANDBOX_SYNC_SILENT G_MININT64 /* the vendor says nothing about it */

typedef enum
{
  SANDBOX_FLAG_DELETED = 1 << 0,
  SANDBOX_FLAG_SUSPENDED = 1 << 1,
  SANDBOX_FLAG_MULTI_PHONE = 1 << 2,
  SANDBOX_FLAG_STUCK = 1 << 3, /* a credential that its access system never takes */
} SandboxFlags;

/* What only few objects of a large workspace have. */
typedef struct
{
  char *members;       /* JSON members that don't change by themselves */
  char *text;          /* what a search looks in: lower case, a line each */
  char *identity_id;   /* users: whose they are; credentials: whose they are when they have no holder */
  guint64 opens;       /* credentials: entrances, a bit each */
  JsonObject *changed; /* members as a test wants them; JSON null with the member in @removed: left out */
  GHashTable *removed;
} SandboxDetail;

typedef struct
{
  SandboxId id; /* first: a record is its own key */
  guint32 flags;
  guint32 system;
  guint32 holder; /* credentials: the user, or SANDBOX_NONE */
  guint32 chain;  /* users: their first credential; credentials: the next one of the same user */
  gint64 created_at;
  gint64 sync_due; /* of users: when it has whether they are suspended */
  SandboxDetail *detail;
} SandboxRecord;

/* One access system, and what its objects say about it. */
typedef struct
{
  char *key;     /* its name in the data */
  char *members; /* JSON members of everything that is in it */
  gint64 sync_delay; /* microseconds, or SANDBOX_SYNC_NEVER, SANDBOX_SYNC_SILENT */
  char *user_type;
  char *user_type_name;
  char *credential_type;
  char *credential_type_name;
  char *card_type;
  char *card_type_name;
} SandboxSite;

typedef struct _SandboxState SandboxState;

/* Large workspaces make an object's members when they are asked for. */
typedef struct
{
  void    (*append_members) (SandboxState *state,
                             SandboxKind   kind,
                             guint32       index,
                             GString      *json);
  void    (*append_text)    (SandboxState *state,
                             SandboxKind   kind,
                             guint32       index,
                             GString      *text);
  guint64 (*get_opens)      (SandboxState *state,
                             guint32       credential);
} SandboxSource;

struct _SandboxState
{
  const SandboxSource *source;
  guint n[SANDBOX_N_KINDS];
  SandboxRecord *records[SANDBOX_N_KINDS];
  GHashTable *by_id[SANDBOX_N_KINDS];
  GPtrArray *by_system[SANDBOX_N_KINDS]; /* GArray of guint32, one per system */
  GPtrArray *sites; /* SandboxSite, one per system */
  gint64 born_at;
};

SandboxState  *sandbox_state_new            (const SandboxSource *source);
void           sandbox_state_free           (SandboxState        *state);
void           sandbox_state_set_count      (SandboxState        *state,
                                             SandboxKind          kind,
                                             guint                n);
void           sandbox_state_index          (SandboxState        *state);

SandboxRecord *sandbox_state_get            (SandboxState        *state,
                                             SandboxKind          kind,
                                             guint32              index);
guint32        sandbox_state_find           (SandboxState        *state,
                                             SandboxKind          kind,
                                             const SandboxId     *id);
guint32        sandbox_state_find_person    (SandboxState        *state,
                                             guint32              system,
                                             const char          *identity_id);
SandboxDetail *sandbox_state_ensure_detail  (SandboxRecord       *record);
SandboxSite   *sandbox_state_get_site       (SandboxState        *state,
                                             guint32              system);
void           sandbox_state_set_holder     (SandboxState        *state,
                                             guint32              credential,
                                             guint32              user);
void           sandbox_state_start_sync     (SandboxState        *state,
                                             SandboxRecord       *record);
guint64        sandbox_state_get_opens      (SandboxState        *state,
                                             guint32              credential);
void           sandbox_state_append_text    (SandboxState        *state,
                                             SandboxKind          kind,
                                             guint32              index,
                                             GString             *text);

/* sandbox-write.c */
void           sandbox_state_append_record  (SandboxState        *state,
                                             SandboxKind          kind,
                                             guint32              index,
                                             GString             *json);

const char    *sandbox_kind_get_id_member   (SandboxKind          kind);
const char    *sandbox_kind_get_member      (SandboxKind          kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxState, sandbox_state_free)

/* sandbox-demo.c, sandbox-sized.c */
SandboxState  *sandbox_state_new_demo       (void);
SandboxState  *sandbox_state_new_sized      (guint                n_users,
                                             guint                n_credentials);

G_END_DECLS
