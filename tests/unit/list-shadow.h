/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has told, replayed. */
#pragma once

#include "lanyard-directory.h"

typedef struct
{
  LanyardList *list;
  GPtrArray   *rows;
  guint        n_signals;
  guint        n_touched;
} Shadow;

/* Follows @list, which has to outlive it, from its empty beginning on. */
Shadow *shadow_new         (LanyardList *list);
void    shadow_free        (Shadow      *shadow);
/* What was told makes just the rows that are there. */
void    shadow_assert_same (Shadow      *shadow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shadow, shadow_free)
