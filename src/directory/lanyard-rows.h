/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list, while they change and after: what is at a position is right at each step that is told. */
#pragma once

#include "lanyard-arrangement.h"

G_BEGIN_DECLS

typedef struct _LanyardRows LanyardRows;

LanyardRows *lanyard_rows_new           (void);
void         lanyard_rows_free          (LanyardRows       *self);
guint        lanyard_rows_get_n_items   (LanyardRows       *self);
gpointer     lanyard_rows_dup_item      (LanyardRows       *self,
                                         guint              position);
GPtrArray   *lanyard_rows_dup_range     (LanyardRows       *self,
                                         guint              position,
                                         guint              n_items);
GPtrArray   *lanyard_rows_get_keys      (LanyardRows       *self);
guint        lanyard_rows_find          (LanyardRows       *self,
                                         gpointer           record);
guint        lanyard_rows_find_in_order (LanyardRows       *self,
                                         const LanyardView *view,
                                         LanyardKey        *key);
void         lanyard_rows_change        (LanyardRows       *self,
                                         GPtrArray         *keys,
                                         GArray            *edits,
                                         GListModel        *model);

G_END_DECLS
