/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a user says of them. */
#pragma once

#include "lanyard-details.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_USER_DETAILS (lanyard_user_details_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUserDetails, lanyard_user_details, LANYARD, USER_DETAILS, LanyardDetails)

/* Read-only properties, beside those of LanyardDetails: "name", "full-name", "email", "phone", "identity", "schedule",
 * "nothing-title", "nothing-text" (strings; the last two are what to say where they have nothing), "can-assign"
 * (gboolean), "held" (GListModel of SeamCredential, nullable), "same-person" (GListModel of SeamUser, nullable). */
LanyardUserDetails *lanyard_user_details_new             (void);
GListModel         *lanyard_user_details_get_held        (LanyardUserDetails *self);
GListModel         *lanyard_user_details_get_same_person (LanyardUserDetails *self);

G_END_DECLS
