/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says which access systems could not be read, with what can be done about it. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FAILURE_BAR (lanyard_failure_bar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFailureBar, lanyard_failure_bar, LANYARD, FAILURE_BAR, GtkWidget)

void lanyard_failure_bar_set_directory (LanyardFailureBar *self,
                                        LanyardDirectory  *directory);
void lanyard_failure_bar_set_scope     (LanyardFailureBar *self,
                                        const char        *system_id,
                                        LanyardResource    resource);

G_END_DECLS
