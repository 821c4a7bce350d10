/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a credential, by themselves or through an identity, in words. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

gboolean lanyard_credential_is_held        (SeamCredential *credential);
char    *lanyard_credential_holder_text    (SeamCredential *credential);
char    *lanyard_credential_holder_title   (SeamCredential *credential);
char    *lanyard_credential_holder_details (SeamCredential *credential);
char    *lanyard_credential_taking_text    (SeamCredential *credential);

G_END_DECLS
