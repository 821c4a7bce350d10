/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small questions that templates ask of what they are bound to: closures, so the first argument is the widget. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gboolean lanyard_closure_is_text (gpointer    widget,
                                  const char *text);
gboolean lanyard_closure_is_some (gpointer    widget,
                                  guint       n);
gboolean lanyard_closure_is_none (gpointer    widget,
                                  guint       n);

G_END_DECLS
