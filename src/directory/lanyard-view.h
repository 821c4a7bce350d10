/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a long list is asked to show, and in which order. */
#pragma once

#include "lanyard-key.h"
#include "lanyard-query.h"

G_BEGIN_DECLS

/**
 * LanyardSort:
 * @LANYARD_SORT_NAME: by display name, as the locale orders names
 * @LANYARD_SORT_NEWEST: newest first
 * @LANYARD_SORT_HOLDER: credentials by who has them, unassigned ones first
 */
typedef enum
{
  LANYARD_SORT_NAME,
  LANYARD_SORT_NEWEST,
  LANYARD_SORT_HOLDER,
} LanyardSort;

/**
 * LanyardShow:
 * @LANYARD_SHOW_ALL: everything
 * @LANYARD_SHOW_UNASSIGNED: credentials nobody has; users who have no credential
 * @LANYARD_SHOW_ASSIGNED: credentials that somebody has; users who have one
 * @LANYARD_SHOW_ATTENTION: expired, suspended, out of sync, or with errors or warnings
 */
typedef enum
{
  LANYARD_SHOW_ALL,
  LANYARD_SHOW_UNASSIGNED,
  LANYARD_SHOW_ASSIGNED,
  LANYARD_SHOW_ATTENTION,
} LanyardShow;

#define LANYARD_TYPE_SORT (lanyard_sort_get_type ())
#define LANYARD_TYPE_SHOW (lanyard_show_get_type ())
GType lanyard_sort_get_type (void);
GType lanyard_show_get_type (void);

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
