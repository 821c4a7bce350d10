/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and filtering for a long list, on a worker or in short turns: what it shows next, and how that differs from
 * what it shows. */
#pragma once

#include "lanyard-view.h"

G_BEGIN_DECLS

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
 * @was_ranked: whether the rows that the list shows have the best ones first
 * @is_narrower: whether no more rows can be asked for than the list shows
 * @is_wider: whether all of these are asked for
 * @sorted: (element-type LanyardKey): in: all keys, sorted; out: likewise without @retired and with @fresh
 * @rows: (element-type LanyardKey): in: the rows that the list shows; out: those it is to show
 * @retired: (element-type LanyardKey): keys that are no longer in force
 * @fresh: (element-type LanyardKey): keys that are from now on
 * @known: (nullable) (element-type LanyardKey): the rows it is to show, where they are known
 * @edits: (element-type LanyardEdit): out: what to tell, in the order of positions
 * @is_done: out: whether it was not cancelled before
 *
 * @sorted and @rows own nothing: what is in force belongs to the store, what no longer is to @retired.
 */
typedef struct
{
  LanyardView   view;
  gboolean      is_changed;
  gboolean      is_reordered;
  gboolean      was_ranked;
  gboolean      is_narrower;
  gboolean      is_wider;
  GPtrArray    *sorted;
  GPtrArray    *rows;
  GPtrArray    *retired;
  GPtrArray    *fresh;
  GPtrArray    *known;
  GArray       *edits;
  gboolean      is_done;
  GCancellable *cancellable;

  /*< private >*/
  GPtrArray    *arranged; /* what @sorted, */
  GPtrArray    *found;    /* and what @rows will be */
  guint         n_filtered;
} LanyardArrangement;

LanyardArrangement *lanyard_arrangement_new      (void);
void                lanyard_arrangement_free     (LanyardArrangement *self);
gboolean            lanyard_arrangement_is_quick (LanyardArrangement *self);
gboolean            lanyard_arrangement_run      (LanyardArrangement *self,
                                                  gint64              until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardArrangement, lanyard_arrangement_free)

G_END_DECLS
