/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done to many at once, line by line, before any of it is. */
#pragma once

#include "lanyard-plan-row.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN (lanyard_plan_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlan, lanyard_plan, LANYARD, PLAN, GObject)

LanyardPlan     *lanyard_plan_new           (LanyardDirectory *directory,
                                             LanyardOperation  operation);
LanyardDirectory *lanyard_plan_get_directory
                                            (LanyardPlan      *self);
LanyardOperation lanyard_plan_get_operation (LanyardPlan      *self);
GListModel      *lanyard_plan_get_rows      (LanyardPlan      *self);
guint            lanyard_plan_get_n_failing (LanyardPlan      *self);
void             lanyard_plan_set_rows      (LanyardPlan      *self,
                                             GPtrArray        *rows);

G_END_DECLS
