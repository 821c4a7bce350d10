/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program that shows Lanyard's widgets calls first. */
#include "lanyard-ui.h"

#include "lanyard-ui-resources.h"

/**
 * lanyard_ui_init:
 *
 * Makes the templates of this library known. In a static library the resources' constructor is only linked in
 * when something refers to them, so it is done by hand; calling it again changes nothing.
 */
void
lanyard_ui_init (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      lanyard_ui_register_resource ();
      g_once_init_leave (&done, 1);
    }
}
