/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace on a server, as it is told from others in lists. It has no key. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

/**
 * LanyardWorkspaceKind:
 * @LANYARD_WORKSPACE_LIVE: real doors
 * @LANYARD_WORKSPACE_SANDBOX: the vendor's sandbox: made-up doors
 * @LANYARD_WORKSPACE_DEMO: the one in this process
 */
typedef enum
{
  LANYARD_WORKSPACE_LIVE,
  LANYARD_WORKSPACE_SANDBOX,
  LANYARD_WORKSPACE_DEMO,
} LanyardWorkspaceKind;

#define LANYARD_TYPE_CONNECTION (lanyard_connection_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConnection, lanyard_connection, LANYARD, CONNECTION, GObject)

LanyardConnection   *lanyard_connection_new              (const char           *endpoint,
                                                          const char           *workspace_id,
                                                          const char           *name,
                                                          const char           *company,
                                                          LanyardWorkspaceKind  kind);
LanyardConnection   *lanyard_connection_new_to           (const char           *endpoint,
                                                          SeamWorkspace        *workspace);

const char          *lanyard_connection_get_endpoint     (LanyardConnection    *self);
const char          *lanyard_connection_get_workspace_id (LanyardConnection    *self);
const char          *lanyard_connection_get_name         (LanyardConnection    *self);
const char          *lanyard_connection_get_company      (LanyardConnection    *self);
LanyardWorkspaceKind lanyard_connection_get_kind         (LanyardConnection    *self);

gboolean             lanyard_connection_is_to            (LanyardConnection    *self,
                                                          const char           *endpoint,
                                                          const char           *workspace_id);
char                *lanyard_connection_title            (LanyardConnection    *self);
char                *lanyard_connection_subtitle         (LanyardConnection    *self);
const char          *lanyard_workspace_kind_text         (LanyardWorkspaceKind  kind);

G_END_DECLS
