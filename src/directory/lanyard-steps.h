/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list showed before each letter of a search was added, for when it is deleted again. */
#pragma once

#include "lanyard-arrangement.h"

G_BEGIN_DECLS

GPtrArray *lanyard_steps_new  (void);
void       lanyard_steps_add  (GPtrArray         *steps,
                               const LanyardView *view,
                               GPtrArray         *rows);
GPtrArray *lanyard_steps_take (GPtrArray         *steps,
                               const LanyardView *view);

G_END_DECLS
