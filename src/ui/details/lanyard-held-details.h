/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential in its row on the page of who has it. */
#pragma once

#include "lanyard-details.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HELD_DETAILS (lanyard_held_details_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHeldDetails, lanyard_held_details, LANYARD, HELD_DETAILS, LanyardDetails)

/* Read-only properties, beside those of LanyardDetails: "name", "icon-name", "state", "sign-text", "label" (all of it,
 * as a screen reader says it; strings), "sign" (LanyardSign), "waiting" (something is under way, here or in the access
 * system), "can-unassign" (gboolean). */
LanyardHeldDetails *lanyard_held_details_new (void);

G_END_DECLS
