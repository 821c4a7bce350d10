/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows something which changes as time passes, such as for how long a credential is still valid. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_TIMELY (lanyard_timely_get_type ())
G_DECLARE_INTERFACE (LanyardTimely, lanyard_timely, LANYARD, TIMELY, GtkWidget)

struct _LanyardTimelyInterface
{
  GTypeInterface parent_interface;

  void (*update_time) (LanyardTimely *self);
};

void lanyard_timely_update_below (GtkWidget *root);

G_END_DECLS
