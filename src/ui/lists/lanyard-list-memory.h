/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a long list sorted and filtered as it was last. */
#pragma once

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

void lanyard_list_memory_bind (GSettings       *settings,
                               LanyardListKind  kind,
                               LanyardList     *list,
                               gboolean         system);

G_END_DECLS
