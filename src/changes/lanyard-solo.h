/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on its own, from its beginning to its outcome. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-runner.h"

G_BEGIN_DECLS

void lanyard_solo_run (LanyardRunner *runner,
                       LanyardChange *change,
                       GTask         *task);

G_END_DECLS
