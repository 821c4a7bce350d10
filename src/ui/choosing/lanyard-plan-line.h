/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a line of a plan, with a check box to leave it out by. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-plan-row.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN_LINE (lanyard_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlanLine, lanyard_plan_line, LANYARD, PLAN_LINE, GtkWidget)

GtkWidget *lanyard_plan_line_new          (void);
void       lanyard_plan_line_set_row      (LanyardPlanLine *self,
                                           LanyardPlanRow  *row);
void       lanyard_plan_line_set_included (LanyardPlanLine *self,
                                           gboolean         included);

G_END_DECLS
