/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key that opens the page of the user guide about a window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_help_bind (GtkWidgetClass *widget_class,
                        const char     *page);

G_END_DECLS
