/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it is said what the keyring did not do. */
#pragma once

#include "lanyard-connection.h"
#include "lanyard-error-text.h"

G_BEGIN_DECLS

LanyardTrouble *lanyard_keyring_trouble_new      (const GError      *error);
char           *lanyard_keyring_missing_text     (LanyardConnection *connection,
                                                  const GError      *error);
char           *lanyard_keyring_not_saved_text   (const GError      *error);
char           *lanyard_keyring_not_deleted_text (const GError      *error);
const char     *lanyard_keyring_error_text       (const GError      *error);

G_END_DECLS
