/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the hand-over slips of credentials. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

void lanyard_slips_print (GtkWindow        *parent,
                          LanyardDirectory *directory,
                          GPtrArray        *credentials);

G_END_DECLS
