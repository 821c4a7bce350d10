/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which credentials are free to be handed out, and the next of them. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

gboolean         lanyard_credential_is_free     (SeamCredential         *credential);

#define LANYARD_TYPE_FREE_CREDENTIALS (lanyard_free_credentials_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFreeCredentials, lanyard_free_credentials, LANYARD, FREE_CREDENTIALS, GObject)

LanyardFreeCredentials *
                 lanyard_free_credentials_new   (LanyardDirectory       *directory);
guint            lanyard_free_credentials_count (LanyardFreeCredentials *self,
                                                 LanyardMethod           method,
                                                 const char             *system_id);
SeamCredential  *lanyard_free_credentials_take  (LanyardFreeCredentials *self,
                                                 LanyardMethod           method,
                                                 const char             *system_id);

G_END_DECLS
