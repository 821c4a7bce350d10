/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes that say whether a user is suspended: suspend and restore. */
#pragma once

#include "lanyard-change.h"

G_BEGIN_DECLS

LanyardChange *lanyard_change_new_suspend (SeamUser *user);
LanyardChange *lanyard_change_new_restore (SeamUser *user);

G_END_DECLS
