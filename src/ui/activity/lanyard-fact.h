/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the things that are known of a change, and what a click on it does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_FACT (lanyard_fact_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFact, lanyard_fact, LANYARD, FACT, GtkWidget)

/* Properties (strings): "title", "icon-name" (of what a click does), "action-name" (which is given the fact's target). */
void lanyard_fact_set_value  (LanyardFact *self,
                              const char  *value,
                              const char  *target,
                              const char  *missing);

G_END_DECLS
