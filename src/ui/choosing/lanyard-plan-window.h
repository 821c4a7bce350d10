/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that shows what will happen to many, line by line, before anything does. */
#pragma once

#include <adwaita.h>

#include "lanyard-plan.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN_WINDOW (lanyard_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlanWindow, lanyard_plan_window, LANYARD, PLAN_WINDOW, AdwWindow)

/* Modal; give it a transient parent and present it.
 * Signals: "confirmed" (GPtrArray of LanyardChange): these are to be made, and it has closed; "method-chosen"
 * (LanyardMethod): that is what is to be handed out. */
LanyardPlanWindow *lanyard_plan_window_new   (LanyardPlan       *plan);
void               lanyard_plan_window_offer (LanyardPlanWindow *self,
                                              LanyardMethod      method,
                                              guint              n_free);

G_END_DECLS
