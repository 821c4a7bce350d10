/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes that say who has a credential: assign, unassign, and move, which is both. */
#pragma once

#include "lanyard-change.h"

G_BEGIN_DECLS

LanyardChange *lanyard_change_new_assign   (SeamCredential   *credential,
                                            SeamUser         *user,
                                            SeamUser         *taken_from);
LanyardChange *lanyard_change_new_unassign (LanyardDirectory *directory,
                                            SeamCredential   *credential);

G_END_DECLS
