/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the list share. */
#pragma once

#include "lanyard-arrangement.h"
#include "lanyard-list.h"

G_BEGIN_DECLS

struct _LanyardList
{
  GObject parent_instance;

  LanyardStore       *store;
  GPtrArray          *sorted;  /* all keys, in the order that is shown; not owned, as in LanyardArrangement */
  GPtrArray          *rows;    /* those that are shown */
  GPtrArray          *retired; /* not arranged yet */
  GPtrArray          *fresh;
  LanyardView         view;
  LanyardView         shown; /* what the rows were arranged for */
  GPtrArray          *steps; /* what led to it */
  char               *search;
  gboolean            is_changed; /* what is asked for is not arranged yet */
  gboolean            is_reordered;
  LanyardArrangement *running;
  guint               source;
  gint64              published_at;

  /* While changes are being told: */
  GPtrArray *old_rows;
  guint      boundary; /* before it the rows are still the old ones */
  guint      n_items;
};

/* lanyard-list-model.c */
void lanyard_list_model_init (GListModelInterface *iface);
void lanyard_list_tell       (LanyardList         *self,
                              GArray              *edits);

G_END_DECLS
