/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where on a part of a sheet: texts and rules. It is measured, and drawn by somebody else. */
#include "lanyard-placement.h"

struct _LanyardPlacement
{
  GObject parent_instance;

  PangoContext *context;
  double        width;
  gboolean      mirrored; /* what is at the start of a line is at the right */
  GArray       *texts;    /* LanyardPlacedText */
  GArray       *rules;    /* LanyardPlacedRule */
};

G_DEFINE_FINAL_TYPE (LanyardPlacement, lanyard_placement, G_TYPE_OBJECT)

static void
clear_text (gpointer data)
{
  g_clear_object (&((LanyardPlacedText *) data)->layout);
}

static void
lanyard_placement_finalize (GObject *object)
{
  LanyardPlacement *self = LANYARD_PLACEMENT (object);

  g_array_unref (self->texts);
  g_array_unref (self->rules);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lanyard_placement_parent_class)->finalize (object);
}

static void
lanyard_placement_class_init (LanyardPlacementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_placement_finalize;
}

static void
lanyard_placement_init (LanyardPlacement *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (LanyardPlacedText));
  self->rules = g_array_new (FALSE, FALSE, sizeof (LanyardPlacedRule));
  g_array_set_clear_func (self->texts, clear_text);
}

/**
 * lanyard_placement_new:
 * @context: what texts are made by
 * @width: how wide the part is, in points
 * @mirrored: whether it is read from right to left
 *
 * Returns: (transfer full): an empty part of a sheet
 */
LanyardPlacement *
lanyard_placement_new (PangoContext *context,
                       double        width,
                       gboolean      mirrored)
{
  LanyardPlacement *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (LANYARD_TYPE_PLACEMENT, NULL);
  self->context = g_object_ref (context);
  self->width = width;
  self->mirrored = mirrored;

  return self;
}

/**
 * lanyard_placement_make_text:
 * @self: a part of a sheet
 * @text: what it says, plain text
 * @size: how large its letters are, in points
 * @weight: how bold they are
 * @width: how wide it may be; what is longer is wrapped
 * @max_lines: on how many lines at most; what is longer still is cut off with an ellipsis
 *
 * Returns: (transfer full): the text, to be measured and added
 */
PangoLayout *
lanyard_placement_make_text (LanyardPlacement *self,
                             const char       *text,
                             double            size,
                             PangoWeight       weight,
                             double            width,
                             int               max_lines)
{
  PangoLayout *layout;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  g_return_val_if_fail (LANYARD_IS_PLACEMENT (self), NULL);

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);
  /* A Latin name in an Arabic sheet begins at the right as well, and an Arabic one in an English sheet at the left: Pango
   * would turn the sides for a text that is read the other way than its context. */
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_NEUTRAL);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  /* What is copied from paper is to have no hyphen that isn't in it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, self->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return layout;
}

/**
 * lanyard_text_height:
 * @layout: a text
 *
 * Returns: how high it is, in points
 */
double
lanyard_text_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.height / PANGO_SCALE;
}

static double
left_of (LanyardPlacement *self,
         double            start,
         double            width)
{
  return self->mirrored ? self->width - start - width : start;
}

/**
 * lanyard_placement_add_text:
 * @self: a part of a sheet
 * @layout: (transfer full): what lanyard_placement_make_text() made
 * @start: how far from where lines begin
 * @y: where its top is
 * @width: how wide it may be, as it was made
 * @is_faint: whether it is of less importance
 *
 * Returns: where its bottom is
 */
double
lanyard_placement_add_text (LanyardPlacement *self,
                            PangoLayout      *layout,
                            double            start,
                            double            y,
                            double            width,
                            gboolean          is_faint)
{
  LanyardPlacedText text = {
    .layout = layout,
    .x = left_of (self, start, width),
    .y = y,
    .width = width,
    .height = lanyard_text_height (layout),
    .is_faint = is_faint,
  };

  g_array_append_val (self->texts, text);

  return y + text.height;
}

/**
 * lanyard_placement_add_rule:
 * @self: a part of a sheet
 * @start: how far from where lines begin
 * @y: where it is
 * @width: how long it is
 * @thickness: how thick it is
 */
void
lanyard_placement_add_rule (LanyardPlacement *self,
                            double            start,
                            double            y,
                            double            width,
                            double            thickness)
{
  LanyardPlacedRule rule = { .x = left_of (self, start, width), .y = y, .width = width, .thickness = thickness };

  g_array_append_val (self->rules, rule);
}

/**
 * lanyard_placement_get_texts:
 * @self: a part of a sheet
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the texts
 */
const LanyardPlacedText *
lanyard_placement_get_texts (LanyardPlacement *self,
                             guint            *n)
{
  *n = self->texts->len;

  return (const LanyardPlacedText *) (gpointer) self->texts->data;
}

/**
 * lanyard_placement_get_rules:
 * @self: a part of a sheet
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the rules
 */
const LanyardPlacedRule *
lanyard_placement_get_rules (LanyardPlacement *self,
                             guint            *n)
{
  *n = self->rules->len;

  return (const LanyardPlacedRule *) (gpointer) self->rules->data;
}
