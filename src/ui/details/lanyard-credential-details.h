/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a credential says of it; not its number and its PIN, which are in nobody's hands but the rows'. */
#pragma once

#include "lanyard-details.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CREDENTIAL_DETAILS (lanyard_credential_details_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCredentialDetails, lanyard_credential_details, LANYARD, CREDENTIAL_DETAILS, LanyardDetails)

/* Read-only properties, beside those of LanyardDetails: "name", "icon-name", "kind", "kind-and-system", "validity",
 * "sync", "issued", "user-id", "identity-id", "holder-name", "holder-contact", "holder-label" (all of the holder, as a
 * screen reader says it), "avatar" (strings), "validity-sign", "sync-sign" (LanyardSign), "syncing", "held",
 * "has-holder" (somebody who is known), "has-no-holder", "busy", "can-assign", "can-unassign", "may-linger" (gboolean). */
LanyardCredentialDetails *lanyard_credential_details_new (void);

G_END_DECLS
