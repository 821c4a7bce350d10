/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small questions that templates ask of what they are bound to: closures, so the first argument is the widget. */
#include "lanyard-closures.h"

/**
 * lanyard_closure_is_text:
 * @widget: (nullable): not looked at
 * @text: (nullable): a text
 *
 * Returns: whether there is anything to read
 */
gboolean
lanyard_closure_is_text (gpointer    widget,
                         const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * lanyard_closure_is_some:
 * @widget: (nullable): not looked at
 * @n: how many there are
 *
 * Returns: whether there are any
 */
gboolean
lanyard_closure_is_some (gpointer widget,
                         guint    n)
{
  return n > 0;
}

/**
 * lanyard_closure_is_none:
 * @widget: (nullable): not looked at
 * @n: how many there are
 *
 * Returns: whether there are none
 */
gboolean
lanyard_closure_is_none (gpointer widget,
                         guint    n)
{
  return n == 0;
}
