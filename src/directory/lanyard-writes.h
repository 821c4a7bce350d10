/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records were written when, so that what was read of them before is not taken for how they are now. */
#pragma once

#include "lanyard-store.h"

G_BEGIN_DECLS

typedef struct _LanyardWrites LanyardWrites;

LanyardWrites *lanyard_writes_new        (void);
void           lanyard_writes_free       (LanyardWrites *self);
guint64        lanyard_writes_get_now    (LanyardWrites *self);
void           lanyard_writes_note       (LanyardWrites *self,
                                          const char    *id);
GPtrArray     *lanyard_writes_find_fresh (LanyardWrites *self,
                                          LanyardStore  *store,
                                          GPtrArray     *keys,
                                          guint64        asked_at);

G_END_DECLS
