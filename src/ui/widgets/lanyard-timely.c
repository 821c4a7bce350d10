/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows something which changes as time passes, such as for how long a credential is still valid. */
#include "lanyard-timely.h"

G_DEFINE_INTERFACE (LanyardTimely, lanyard_timely, GTK_TYPE_WIDGET)

static void
lanyard_timely_default_init (LanyardTimelyInterface *iface)
{
}

/**
 * lanyard_timely_update_below:
 * @root: a widget
 *
 * Has @root, and all that is on show in it, say anew what depends on the time. Called for a whole window once a
 * minute: a timer in each of its rows would cost more.
 */
void
lanyard_timely_update_below (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (!gtk_widget_get_mapped (root))
    return;

  if (LANYARD_IS_TIMELY (root) && LANYARD_TIMELY_GET_IFACE (root)->update_time != NULL)
    LANYARD_TIMELY_GET_IFACE (root)->update_time (LANYARD_TIMELY (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lanyard_timely_update_below (child);
}
