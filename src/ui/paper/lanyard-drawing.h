/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what was placed on a sheet: black on white, whatever the style of the window. */
#pragma once

#include <cairo.h>

#include "lanyard-placement.h"

G_BEGIN_DECLS

void lanyard_draw_placement (cairo_t          *cr,
                             LanyardPlacement *placement,
                             double            x,
                             double            y);
void lanyard_draw_cuts      (cairo_t          *cr,
                             double            width,
                             double            height);

G_END_DECLS
