/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the activity have in common: something to list in it, and what is to be seen of it. */
#pragma once

#include "lanyard-activity-item.h"
#include "stage.h"

G_BEGIN_DECLS

#define N_MANY 450

/* Gives a free credential to somebody, and waits until it is known what came of it. */
SeamCredential      *activity_stage_assign        (Stage       *stage,
                                                   SeamUser   **user);
/* Writes down that a card, "Card @number", was given to Ada: an hour after the one before, N_MANY just now. */
void                 activity_stage_begin         (Stage       *stage,
                                                   guint        number);

/* The view: it is shown, its page, a line of the list on that; the first line is unfolded, or folded; a button. */
void                 activity_stage_show          (Stage       *stage);
GtkWidget           *activity_stage_page          (Stage       *stage);
LanyardActivityItem *activity_stage_line          (Stage       *stage,
                                                   guint        position);
void                 activity_stage_unfold_first  (Stage       *stage);
void                 activity_stage_click         (Stage       *stage,
                                                   const char  *label);

/* Conditions: whether a button of @label is to be seen on the page, whether the focus is in the list of @view. */
gboolean             activity_stage_has_button    (Stage       *stage,
                                                   const char  *label);
gboolean             activity_stage_has_no_button (Stage       *stage,
                                                   const char  *label);
gboolean             activity_stage_is_in_list    (Stage       *stage,
                                                   const char  *view);

G_END_DECLS
