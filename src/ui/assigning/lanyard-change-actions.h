/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that change something at Seam, or look whether it was changed, by the id of what they are about. */
#pragma once

#include "lanyard-executor.h"

G_BEGIN_DECLS

void lanyard_change_actions_add (GActionMap      *map,
                                 LanyardExecutor *executor);

G_END_DECLS
