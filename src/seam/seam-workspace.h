/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace: what an API key belongs to, and everything else is in. */
#pragma once

#include "seam-record.h"

G_BEGIN_DECLS

#define SEAM_TYPE_WORKSPACE (seam_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SeamWorkspace, seam_workspace, SEAM, WORKSPACE, SeamRecord)

/* The display name is the member "name". */
const char *seam_workspace_get_company_name (SeamWorkspace *self);
gboolean    seam_workspace_get_is_sandbox   (SeamWorkspace *self);
gboolean    seam_workspace_get_is_suspended (SeamWorkspace *self);

G_END_DECLS
