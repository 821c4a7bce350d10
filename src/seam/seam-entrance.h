/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS entrance: a door that a credential may open. */
#pragma once

#include "seam-record.h"

G_BEGIN_DECLS

#define SEAM_TYPE_ENTRANCE (seam_entrance_get_type ())
G_DECLARE_FINAL_TYPE (SeamEntrance, seam_entrance, SEAM, ENTRANCE, SeamRecord)

const char *seam_entrance_get_system_id (SeamEntrance *self);

G_END_DECLS
