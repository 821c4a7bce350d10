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
 * @LANYARD_SORT_ENDING: what ends soonest first, then what has ended, the latest first, then what has no end
 */
typedef enum
{
  LANYARD_SORT_NAME,
  LANYARD_SORT_NEWEST,
  LANYARD_SORT_HOLDER,
  LANYARD_SORT_ENDING,
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

/* By a search, after what is found by its own name or number comes what is found by its holder's. */
#define LANYARD_VIEW_N_RANKS (LANYARD_QUERY_N_RANKS + 1)

/* What of a view can be set, as the first properties of an object that has one. */
typedef enum
{
  LANYARD_VIEW_SYSTEM_ID = 1,
  LANYARD_VIEW_SORT,
  LANYARD_VIEW_SHOW,
  LANYARD_VIEW_METHOD,
  LANYARD_VIEW_PICKER,
  LANYARD_VIEW_N_PROPS,
} LanyardViewProp;

#define LANYARD_TYPE_SORT (lanyard_sort_get_type ())
#define LANYARD_TYPE_SHOW (lanyard_show_get_type ())
GType lanyard_sort_get_type (void);
GType lanyard_show_get_type (void);

/**
 * LanyardView:
 * @sort: in which order
 * @picker: unassigned ones first, whatever @sort says
 * @show: which of them
 * @method: and of which kind
 * @query: (nullable): what is searched for
 * @system_id: (nullable): interned: only of this access system
 * @now: what time it is
 * @ends_after: by %LANYARD_SORT_ENDING, the time after which what ends comes first; it is part of the order
 *
 * What a list is asked to show.
 */
typedef struct
{
  LanyardSort   sort;
  gboolean      picker;
  LanyardShow   show;
  LanyardMethod method;
  LanyardQuery *query;
  char         *system_id;
  gint64        now;
  gint64        ends_after;
} LanyardView;

void     lanyard_view_copy          (LanyardView       *copy,
                                     const LanyardView *view);
void     lanyard_view_clear         (LanyardView       *view);
void     lanyard_view_set_search    (LanyardView       *view,
                                     const char        *search);
void     lanyard_view_make_props    (GParamSpec       **props);
void     lanyard_view_get_prop      (const LanyardView *view,
                                     LanyardViewProp    prop,
                                     GValue            *value);
gboolean lanyard_view_set_prop      (LanyardView       *view,
                                     LanyardViewProp    prop,
                                     const GValue      *value);
gboolean lanyard_view_is_overtaken  (const LanyardView *view,
                                     const LanyardKey  *first);
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
