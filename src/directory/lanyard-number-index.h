/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Credentials by their card numbers: the same one, and what may be the same one, without looking at all of them. */
#pragma once

#include "lanyard-key.h"

G_BEGIN_DECLS

typedef struct _LanyardNumberIndex LanyardNumberIndex;

LanyardNumberIndex *lanyard_number_index_new        (void);
void                lanyard_number_index_free       (LanyardNumberIndex  *self);
void                lanyard_number_index_add        (LanyardNumberIndex  *self,
                                                     LanyardKey          *key);
void                lanyard_number_index_remove     (LanyardNumberIndex  *self,
                                                     LanyardKey          *key);
GPtrArray          *lanyard_number_index_find_same  (LanyardNumberIndex  *self,
                                                     const LanyardNumber *number);
GPtrArray          *lanyard_number_index_find_maybe (LanyardNumberIndex  *self,
                                                     const LanyardNumber *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardNumberIndex, lanyard_number_index_free)

G_END_DECLS
