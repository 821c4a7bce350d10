/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rows of the long lists. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

GtkListItemFactory *lanyard_row_factory_new (LanyardListKind kind,
                                             gboolean        taking);

G_END_DECLS
