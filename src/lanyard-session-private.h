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
  GSettings *settings;
  LanyardRecorder *recorder;
  char *override_endpoint; /* nothing is saved while there is one */

  GCancellable *cancellable; /* of whatever is under way */
  LanyardSandbox *sandbox;
  SeamClient *client;
  LanyardPlace place;
  LanyardStage stage;
  gboolean typed; /* the key is the one in the connect page's entry */
};

/* lanyard-session.c */
GCancellable *lanyard_session_begin           (LanyardSession *self,
                                               LanyardStage    stage);
void          lanyard_session_ask_for_key     (LanyardSession *self,
                                               const char     *message);
void          lanyard_session_connect         (LanyardSession *self,
                                               const char     *endpoint,
                                               const char     *key,
                                               const char     *workspace_id,
                                               LanyardPlace    place,
                                               gboolean        typed);

/* lanyard-session-key.c */
char         *lanyard_session_dup_endpoint    (LanyardSession *self);
void          lanyard_session_look_up         (LanyardSession *self);
void          lanyard_session_save_connection (LanyardSession *self);
void          lanyard_session_sign_out        (LanyardSession *self);

G_END_DECLS
