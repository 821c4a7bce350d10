/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where on a part of a sheet: texts and rules. It is measured, and drawn by somebody else. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * LanyardPlacedText:
 * @layout: (owned): the text
 * @x: where its left edge is
 * @y: where its top is
 * @width: how wide it may be
 * @height: how high it is
 * @is_faint: whether it is of less importance
 *
 * In points, from the upper left corner.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       y;
  double       width;
  double       height;
  gboolean     is_faint;
} LanyardPlacedText;

/**
 * LanyardPlacedRule:
 * @x: where its left end is
 * @y: where it is
 * @width: how long it is
 * @thickness: how thick it is
 *
 * A line across, in points.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double thickness;
} LanyardPlacedRule;

#define LANYARD_TYPE_PLACEMENT (lanyard_placement_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlacement, lanyard_placement, LANYARD, PLACEMENT, GObject)

LanyardPlacement        *lanyard_placement_new       (PangoContext     *context,
                                                      double            width,
                                                      gboolean          mirrored);
PangoLayout             *lanyard_placement_make_text (LanyardPlacement *self,
                                                      const char       *text,
                                                      double            size,
                                                      PangoWeight       weight,
                                                      double            width,
                                                      int               max_lines);
double                   lanyard_placement_add_text  (LanyardPlacement *self,
                                                      PangoLayout      *layout,
                                                      double            start,
                                                      double            y,
                                                      double            width,
                                                      gboolean          is_faint);
void                     lanyard_placement_add_rule  (LanyardPlacement *self,
                                                      double            start,
                                                      double            y,
                                                      double            width,
                                                      double            thickness);
const LanyardPlacedText *lanyard_placement_get_texts (LanyardPlacement *self,
                                                      guint            *n);
const LanyardPlacedRule *lanyard_placement_get_rules (LanyardPlacement *self,
                                                      guint            *n);
double                   lanyard_text_height         (PangoLayout      *layout);

G_END_DECLS
