/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: a change that may be made, or why there can be none. */
#pragma once

#include "lanyard-change.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN_ROW (lanyard_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlanRow, lanyard_plan_row, LANYARD, PLAN_ROW, GObject)

LanyardPlanRow *lanyard_plan_row_new            (LanyardChange  *change,
                                                 SeamRecord     *record,
                                                 const char     *title,
                                                 const char     *text);
LanyardChange  *lanyard_plan_row_get_change     (LanyardPlanRow *self);
SeamRecord     *lanyard_plan_row_get_record     (LanyardPlanRow *self);
const char     *lanyard_plan_row_get_title      (LanyardPlanRow *self);
const char     *lanyard_plan_row_get_text       (LanyardPlanRow *self);
void            lanyard_plan_row_set_is_offered (LanyardPlanRow *self,
                                                 gboolean        is_offered);
gboolean        lanyard_plan_row_is_proposed    (LanyardPlanRow *self);

G_END_DECLS
