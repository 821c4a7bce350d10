/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and filtering for a long list, on a worker: what it shows next, and how that differs from what it shows. */
#pragma once

#include "lanyard-key.h"
#include "lanyard-list.h"

G_BEGIN_DECLS

/**
 * LanyardView:
 * @sort: in which order
 * @picker: unassigned ones first, whatever @sort says
 * @show: which of them
 * @words: (nullable): folded words, each of which has to be found
 * @system_id: (nullable): interned: only of this access system
 * @now: what time it is
 *
 * What a list is asked to show.
 */
typedef struct
{
  LanyardSort sort;
  gboolean    picker;
  LanyardShow show;
  GStrv       words;
  char       *system_id;
  gint64      now;
} LanyardView;

/* At @position of the old rows, @n_removed go and @n_added of the new ones come. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} LanyardEdit;

/**
 * LanyardArrangement:
 * @view: what is asked for
 * @is_changed: whether it differs from what the list shows
 * @is_reordered: whether @sorted was sorted for another order
 * @sorted: (element-type LanyardKey): in: all keys, sorted; out: likewise without @retired and with @fresh
 * @rows: (element-type LanyardKey): in: the rows that the list shows; out: those it is to show
 * @retired: (element-type LanyardKey): keys that are no longer in force
 * @fresh: (element-type LanyardKey): keys that are from now on
 * @edits: (element-type LanyardEdit): out: what to tell, in the order of positions
 *
 * @sorted and @rows own nothing: what is in force belongs to the store, what no longer is to @retired.
 */
typedef struct
{
  LanyardView   view;
  gboolean      is_changed;
  gboolean      is_reordered;
  GPtrArray    *sorted;
  GPtrArray    *rows;
  GPtrArray    *retired;
  GPtrArray    *fresh;
  GArray       *edits;
  GCancellable *cancellable;
} LanyardArrangement;

LanyardArrangement *lanyard_arrangement_new  (void);
void                lanyard_arrangement_free (LanyardArrangement *self);
gboolean            lanyard_arrangement_run  (LanyardArrangement *self);

void                lanyard_view_copy        (LanyardView        *copy,
                                              const LanyardView  *view);
void                lanyard_view_clear       (LanyardView        *view);
int                 lanyard_view_compare     (const LanyardView  *view,
                                              const LanyardKey   *left,
                                              const LanyardKey   *right);
gboolean            lanyard_view_shows       (const LanyardView  *view,
                                              const LanyardKey   *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardArrangement, lanyard_arrangement_free)

G_END_DECLS
