/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freeing much, a little at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lanyard_drop_values (GHashTable     *table,
                          GDestroyNotify  free_func);

G_END_DECLS
