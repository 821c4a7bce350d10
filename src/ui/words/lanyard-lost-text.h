/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential that was lost, of its spare, and of what is done about the two. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-mark.h"

G_BEGIN_DECLS

gboolean lanyard_credential_can_be_lost (SeamCredential    *credential);
char    *lanyard_lost_text_mark         (const LanyardMark *mark,
                                         const char        *zone);
char    *lanyard_lost_text_plan         (SeamCredential    *lost,
                                         SeamUser          *user,
                                         SeamCredential    *spare);
char    *lanyard_lost_text_objection    (LanyardDirectory  *directory,
                                         SeamCredential    *found,
                                         SeamCredential    *lost,
                                         SeamUser          *user);

G_END_DECLS
