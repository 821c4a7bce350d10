/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans what many are chosen for: whose credentials are unassigned, who is assigned which of those that are free. */
#pragma once

#include "lanyard-plan.h"

G_BEGIN_DECLS

LanyardPlan *lanyard_planner_unassign (LanyardDirectory *directory,
                                       GPtrArray        *records);
void         lanyard_planner_hand_out (LanyardPlan      *plan,
                                       GPtrArray        *users,
                                       LanyardMethod     method);

G_END_DECLS
