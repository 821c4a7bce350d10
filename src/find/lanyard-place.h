/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of a name among others: as the locale orders them, and numbers by what they count. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lanyard_place_append (GString    *place,
                           const char *name);

G_END_DECLS
