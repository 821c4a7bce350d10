/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The API's routes: which there are, how they may be asked, and what each answers. */
#pragma once

#include "sandbox-call.h"

G_BEGIN_DECLS

typedef struct _SandboxRoute SandboxRoute;

const SandboxRoute *sandbox_route_find             (const char         *path,
                                                    gboolean            users_route_only);
gboolean            sandbox_route_allows           (const SandboxRoute *route,
                                                    const char         *method);
gboolean            sandbox_route_needs_workspace  (const SandboxRoute *route);
void                sandbox_route_run              (const SandboxRoute *route,
                                                    SandboxCall        *call);

gboolean            sandbox_read_user              (SandboxCall        *call,
                                                    guint32            *user);

/* sandbox-assign.c */
void                sandbox_assign                 (SandboxCall        *call);
void                sandbox_unassign               (SandboxCall        *call);

/* sandbox-suspend.c */
void                sandbox_suspend                (SandboxCall        *call);
void                sandbox_unsuspend              (SandboxCall        *call);

G_END_DECLS
