/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans what many are chosen for: whose credentials are unassigned, who is assigned which of those that are free, who is
 * suspended or restored. */
#pragma once

#include "lanyard-plan.h"

G_BEGIN_DECLS

LanyardPlan *lanyard_planner_unassign (LanyardDirectory *directory,
                                       GPtrArray        *records);
void         lanyard_planner_hand_out (LanyardPlan      *plan,
                                       GPtrArray        *users,
                                       LanyardMethod     method);
LanyardPlan *lanyard_planner_suspend  (LanyardDirectory *directory,
                                       GPtrArray        *users,
                                       LanyardOperation  operation);

G_END_DECLS
