/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential in rows and on pages. */
#pragma once

#include "lanyard-holder-text.h"
#include "lanyard-sign.h"
#include "seam.h"

G_BEGIN_DECLS

/* What stands for a PIN; always as long, so that it doesn't tell how long the PIN is. */
#define LANYARD_MASK SEAM_MASK

char       *lanyard_credential_name             (SeamCredential  *credential);
char       *lanyard_credential_kind_text        (SeamCredential  *credential);
const char *lanyard_credential_icon_name        (SeamCredential  *credential);
char       *lanyard_credential_masked_number    (SeamCredential  *credential);
char       *lanyard_credential_public_text      (SeamCredential  *credential,
                                                 const char      *text);
gboolean    lanyard_credential_is_under_way     (SeamCredential  *credential);
char       *lanyard_credential_sync_text        (SeamCredential  *credential,
                                                 SeamSystem      *system);
char       *lanyard_credential_state_text       (SeamCredential  *credential,
                                                 SeamSystem      *system);
char       *lanyard_credential_sync_details     (SeamCredential  *credential,
                                                 SeamSystem      *system);
char       *lanyard_credential_validity_details (SeamCredential  *credential,
                                                 SeamSystem      *system,
                                                 LanyardSign     *sign);
LanyardSign lanyard_credential_sign             (SeamCredential  *credential,
                                                 SeamSystem      *system,
                                                 char           **text);
char       *lanyard_credential_attention_text   (SeamCredential  *credential,
                                                 SeamSystem      *system);
char       *lanyard_credential_accessible_label (SeamCredential  *credential,
                                                 SeamSystem      *system,
                                                 const char      *second_line);

G_END_DECLS
