/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that many records share: equal ones are one, and compared by pointer.
 *
 * They are GLib's interned reference-counted strings behind a lock of their own. Before GLib 2.83 a string whose last
 * reference is being released in one thread can still be handed out in another; records are made on worker threads
 * and dropped on the main one. */
#include "seam-intern.h"

G_LOCK_DEFINE_STATIC (strings);

/* seam_intern:
 * @text: a string
 *
 * Returns: (transfer full): the one string that is equal to @text; for seam_intern_release() */
char *
seam_intern (const char *text)
{
  char *string;

  G_LOCK (strings);
  string = g_ref_string_new_intern (text);
  G_UNLOCK (strings);
  return string;
}

/* seam_intern_release:
 * @text: (transfer full): a string from seam_intern() */
void
seam_intern_release (char *text)
{
  G_LOCK (strings);
  g_ref_string_release (text);
  G_UNLOCK (strings);
}
