/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rows of the long lists. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-row-slot.h"

G_BEGIN_DECLS

GtkListItemFactory *lanyard_row_factory_new (LanyardRowFiller *filler);

G_END_DECLS
