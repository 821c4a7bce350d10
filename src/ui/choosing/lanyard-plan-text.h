/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a plan as a whole. */
#pragma once

#include "lanyard-plan.h"

G_BEGIN_DECLS

const char *lanyard_plan_title         (LanyardPlan *plan);
char       *lanyard_plan_button_text   (LanyardPlan *plan,
                                        guint        n_included);
char       *lanyard_plan_summary       (LanyardPlan *plan,
                                        guint        n_included);
char       *lanyard_plan_failing_text  (LanyardPlan *plan);
char       *lanyard_plan_caution       (LanyardPlan *plan);

G_END_DECLS
