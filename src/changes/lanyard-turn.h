/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The turn of a change in its lane. */
#pragma once

#include "lanyard-run.h"

G_BEGIN_DECLS

typedef struct
{
  LanyardRun *run;
  guint       n_tries;
} LanyardTurn;

LanyardTurn *lanyard_turn_new      (LanyardRun  *run);
void         lanyard_turn_free     (gpointer     data);
void         lanyard_turn_put_back (LanyardTurn *self,
                                    GQueue      *waiting);

G_END_DECLS
