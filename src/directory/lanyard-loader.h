/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a whole workspace, and reading it again. */
#pragma once

#include "lanyard-holdings.h"
#include "lanyard-progress.h"
#include "lanyard-system-loads.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LOADER (lanyard_loader_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLoader, lanyard_loader, LANYARD, LOADER, GObject)

/* Signal "workspace-read" (SeamWorkspace): the server has said which workspace it is; its lists come next. */
LanyardLoader *lanyard_loader_new   (SeamClient         *client,
                                     LanyardHoldings    *holdings,
                                     LanyardProgress    *progress,
                                     LanyardSystemLoads *loads);
void           lanyard_loader_load  (LanyardLoader      *self,
                                     GTask              *task);
void           lanyard_loader_stop  (LanyardLoader      *self);
void           lanyard_loader_retry (LanyardLoader      *self,
                                     const char         *system_id);

G_END_DECLS
