/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that lead somewhere in a workspace: to a view, a search, a record, what was done to it. */
#pragma once

#include "lanyard-browser.h"

G_BEGIN_DECLS

void lanyard_go_actions_add (GActionMap     *map,
                             LanyardBrowser *browser);

G_END_DECLS
