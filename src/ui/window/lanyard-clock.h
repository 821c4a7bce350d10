/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time in a window: what depends on it is said anew each minute, and whenever the window is looked at. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CLOCK (lanyard_clock_get_type ())
G_DECLARE_FINAL_TYPE (LanyardClock, lanyard_clock, LANYARD, CLOCK, GObject)

LanyardClock *lanyard_clock_new (GtkWindow *window);

G_END_DECLS
