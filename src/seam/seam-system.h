/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS system: one site of an access control product. */
#pragma once

#include "seam-record.h"

G_BEGIN_DECLS

#define SEAM_TYPE_SYSTEM (seam_system_get_type ())
G_DECLARE_FINAL_TYPE (SeamSystem, seam_system, SEAM, SYSTEM, SeamRecord)

/* The display name is the member "name". */
const char *seam_system_get_external_type         (SeamSystem *self);
const char *seam_system_get_external_type_name    (SeamSystem *self);
const char *seam_system_get_time_zone             (SeamSystem *self);
gboolean    seam_system_get_is_credential_manager (SeamSystem *self);

G_END_DECLS
