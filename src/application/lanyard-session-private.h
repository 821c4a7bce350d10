/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share. */
#pragma once

#include "lanyard-recorder.h"
#include "lanyard-sandbox.h"
#include "lanyard-session.h"

G_BEGIN_DECLS

/* What Try Again tries again. */
typedef enum
{
  LANYARD_STAGE_LOOK_UP,
  LANYARD_STAGE_CONNECT,
  LANYARD_STAGE_DEMO,
  LANYARD_STAGE_OPEN,
} LanyardStage;

struct _LanyardSession
{
  GObject parent_instance;

  LanyardWindow *window; /* NULL once it is closed */
  LanyardScenes *scenes; /* the window's */
  GSettings *settings;
  LanyardRecorder *recorder;
  LanyardConnections *connections;
  GHashTable *held_keys; /* what could not be saved, for this run: server and workspace -> SecretValue */
  char *override_endpoint; /* nothing is saved while there is one */

  GCancellable *cancellable; /* of whatever is under way */
  guint hint_source;         /* says what it may be waiting for */
  LanyardSandbox *sandbox;
  SeamClient *client;
  SeamWorkspace *workspace; /* what the key has been accepted for */
  SecretValue *key;         /* what is being tried, until it was */
  char *endpoint;           /* where that is, */
  char *workspace_id;       /* and for which workspace, if that is known */
  LanyardPlace place;
  LanyardStage stage;
  gboolean typed; /* the key is the one in the connect page's entry */
};

/* lanyard-session.c */
GCancellable *lanyard_session_begin           (LanyardSession *self,
                                               LanyardStage    stage);
void          lanyard_session_aim             (LanyardSession *self,
                                               const char     *endpoint,
                                               const char     *workspace_id);
void          lanyard_session_ask_for_key     (LanyardSession *self,
                                               const char     *message);
void          lanyard_session_open            (LanyardSession *self);

/* lanyard-session-connect.c */
void          lanyard_session_connect         (LanyardSession *self,
                                               SecretValue    *key,
                                               LanyardPlace    place,
                                               gboolean        typed);
void          lanyard_session_connect_typed   (LanyardSession *self);
void          lanyard_session_try_key         (LanyardSession *self);

/* lanyard-session-key.c */
void          lanyard_session_look_up         (LanyardSession    *self);
void          lanyard_session_look_up_last    (LanyardSession    *self);
void          lanyard_session_save            (LanyardSession    *self);
void          lanyard_session_sign_out        (LanyardSession    *self,
                                               LanyardConnection *connection);

G_END_DECLS
