/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a user in rows and on pages. */
#pragma once

#include "lanyard-sign.h"
#include "seam.h"

G_BEGIN_DECLS

char       *lanyard_user_name             (SeamUser    *user);
char       *lanyard_user_full_name        (SeamUser    *user);
char       *lanyard_user_email            (SeamUser    *user);
char       *lanyard_user_phone            (SeamUser    *user);
char       *lanyard_user_identity_text    (SeamUser    *user);
char       *lanyard_user_contact_text     (SeamUser    *user);
char       *lanyard_user_count_text       (SeamUser    *user);
LanyardSign lanyard_user_sign             (SeamUser    *user,
                                           const char **text);
char       *lanyard_user_attention_text   (SeamUser    *user);
char       *lanyard_user_accessible_label (SeamUser    *user,
                                           const char  *second_line);

G_END_DECLS
