/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a key to a workspace: asks for the key where there is none, tries it, and shows how that goes. */
#pragma once

#include "lanyard-attempt.h"
#include "lanyard-scenes.h"
#include "lanyard-workspaces.h"

G_BEGIN_DECLS

/**
 * LanyardStage:
 * @LANYARD_STAGE_LOOK_UP: a key is looked up, or asked for
 * @LANYARD_STAGE_CONNECT: a key is being tried
 * @LANYARD_STAGE_DEMO: the demo is being started
 * @LANYARD_STAGE_OPEN: a key has been accepted
 *
 * How far it has come: what Try Again tries again.
 */
typedef enum
{
  LANYARD_STAGE_LOOK_UP,
  LANYARD_STAGE_CONNECT,
  LANYARD_STAGE_DEMO,
  LANYARD_STAGE_OPEN,
} LanyardStage;

#define LANYARD_TYPE_CONNECTOR (lanyard_connector_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConnector, lanyard_connector, LANYARD, CONNECTOR, GObject)

/* Signals: "trying": another key is going to be tried; "accepted" (gboolean): one was accepted, and whether somebody
 * typed it; it is forgotten afterwards. */
LanyardConnector *lanyard_connector_new             (LanyardScenes    *scenes,
                                                     GSettings        *settings);

/* One thing at a time is under way. */
GCancellable     *lanyard_connector_begin           (LanyardConnector *self,
                                                     LanyardStage      stage);
GCancellable     *lanyard_connector_get_cancellable (LanyardConnector *self);
LanyardStage      lanyard_connector_get_stage       (LanyardConnector *self);

void              lanyard_connector_aim             (LanyardConnector *self,
                                                     const char       *endpoint,
                                                     const char       *workspace_id);
void              lanyard_connector_ask             (LanyardConnector *self,
                                                     const char       *message);
void              lanyard_connector_connect         (LanyardConnector *self,
                                                     SecretValue      *key,
                                                     LanyardPlace      place);
void              lanyard_connector_submit          (LanyardConnector *self,
                                                     LanyardPlace      place);
void              lanyard_connector_retry           (LanyardConnector *self);
void              lanyard_connector_leave           (LanyardConnector *self);

/* What is being tried, and what came of it. */
LanyardAttempt   *lanyard_connector_get_attempt     (LanyardConnector *self);
LanyardPlace      lanyard_connector_get_place       (LanyardConnector *self);
SeamWorkspace    *lanyard_connector_get_workspace   (LanyardConnector *self);

G_END_DECLS
