/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what was placed on a sheet: black on white, whatever the style of the window. */
#include "lanyard-drawing.h"

#include <pango/pangocairo.h>

/* Of what is of less importance: a printer without colours still prints it dark enough. */
#define FAINT 0.35

static void
draw_texts (cairo_t          *cr,
            LanyardPlacement *placement)
{
  guint n;
  const LanyardPlacedText *texts = lanyard_placement_get_texts (placement, &n);

  for (guint i = 0; i < n; i++)
    {
      double shade = texts[i].is_faint ? FAINT : 0;

      cairo_set_source_rgb (cr, shade, shade, shade);
      cairo_move_to (cr, texts[i].x, texts[i].y);
      pango_cairo_show_layout (cr, texts[i].layout);
    }
}

static void
draw_rules (cairo_t          *cr,
            LanyardPlacement *placement)
{
  guint n;
  const LanyardPlacedRule *rules = lanyard_placement_get_rules (placement, &n);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      cairo_set_line_width (cr, rules[i].thickness);
      cairo_move_to (cr, rules[i].x, rules[i].y);
      cairo_rel_line_to (cr, rules[i].width, 0);
      cairo_stroke (cr);
    }
}

/**
 * lanyard_draw_placement:
 * @cr: where to draw, in points
 * @placement: what stands where
 * @x: where its left edge is to be
 * @y: where its top is to be
 */
void
lanyard_draw_placement (cairo_t          *cr,
                        LanyardPlacement *placement,
                        double            x,
                        double            y)
{
  g_return_if_fail (LANYARD_IS_PLACEMENT (placement));

  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_texts (cr, placement);
  draw_rules (cr, placement);
  cairo_restore (cr);
}

/**
 * lanyard_draw_cuts:
 * @cr: where to draw, in points
 * @width: how wide the sheet is
 * @height: how high it is
 *
 * Draws where to cut a sheet into four.
 */
void
lanyard_draw_cuts (cairo_t *cr,
                   double   width,
                   double   height)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, width / 2, 0);
  cairo_line_to (cr, width / 2, height);
  cairo_move_to (cr, 0, height / 2);
  cairo_line_to (cr, width, height / 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}
