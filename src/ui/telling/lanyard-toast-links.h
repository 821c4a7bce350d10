/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names in what a toast says, as links to the pages of who and what it is about. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-telling.h"

G_BEGIN_DECLS

void lanyard_toast_links_add (GtkLabel       *label,
                              LanyardTelling *telling);

G_END_DECLS
