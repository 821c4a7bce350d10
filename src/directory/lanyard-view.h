/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a long list is asked to show, and in which order. */
#pragma once

#include "lanyard-key.h"
#include "lanyard-list.h"
#include "lanyard-query.h"

G_BEGIN_DECLS

/**
 * LanyardView:
 * @sort: in which order
 * @picker: unassigned ones first, whatever @sort says
 * @show: which of them
 * @query: (nullable): what is searched for
 * @system_id: (nullable): interned: only of this access system
 * @now: what time it is
 *
 * What a list is asked to show.
 */
typedef struct
{
  LanyardSort   sort;
  gboolean      picker;
  LanyardShow   show;
  LanyardQuery *query;
  char         *system_id;
  gint64        now;
} LanyardView;

void     lanyard_view_copy          (LanyardView       *copy,
                                     const LanyardView *view);
void     lanyard_view_clear         (LanyardView       *view);
void     lanyard_view_set_search    (LanyardView       *view,
                                     const char        *search);
gboolean lanyard_view_set_system_id (LanyardView       *view,
                                     const char        *system_id);
gboolean lanyard_view_is_ranked     (const LanyardView *view,
                                     guint              n_rows);
guint    lanyard_view_rank          (const LanyardView *view,
                                     const LanyardKey  *key);
int      lanyard_view_compare       (const LanyardView *view,
                                     const LanyardKey  *left,
                                     const LanyardKey  *right);
gboolean lanyard_view_continues     (const LanyardView *view,
                                     const LanyardView *other);
gboolean lanyard_view_is_narrower   (const LanyardView *view,
                                     const LanyardView *other);
gboolean lanyard_view_shows         (const LanyardView *view,
                                     const LanyardKey  *key);
gboolean lanyard_view_shows_all     (const LanyardView *view);

G_END_DECLS
