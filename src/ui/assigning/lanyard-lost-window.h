/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which it is said what was lost, and what takes its place. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LOST_WINDOW (lanyard_lost_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLostWindow, lanyard_lost_window, LANYARD, LOST_WINDOW, AdwWindow)

/* Modal; give it a transient parent that has the action change.replace-lost, and present it. */
GtkWidget *lanyard_lost_window_new     (LanyardDirectory  *directory,
                                        SeamUser          *user,
                                        GPtrArray         *held);
void       lanyard_lost_window_scanned (LanyardLostWindow *self,
                                        const char        *number);

G_END_DECLS
