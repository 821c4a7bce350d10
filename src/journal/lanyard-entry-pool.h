/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object per entry, ever: those in use, by their ids. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

typedef struct _LanyardEntryPool LanyardEntryPool;

LanyardEntryPool *lanyard_entry_pool_new     (void);
void              lanyard_entry_pool_free    (LanyardEntryPool *self);
LanyardEntry     *lanyard_entry_pool_look_up (LanyardEntryPool *self,
                                              gint64            id);
LanyardEntry     *lanyard_entry_pool_take    (LanyardEntryPool *self,
                                              LanyardEntry     *entry);

G_END_DECLS
