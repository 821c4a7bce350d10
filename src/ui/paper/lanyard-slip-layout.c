/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on its part of a sheet everything stands that a hand-over slip says.
 *
 * From the top: what it is, who, and what is said of the credential. Below it, or at the bottom, two lines to sign. What
 * it opens has the room in between, and names as many entrances as there is room for, so that nothing ever runs into
 * the rest. */
#include "lanyard-slip-layout.h"

#include <glib/gi18n.h>

/* In points. */
typedef struct
{
  double   margin;
  double   title;     /* letters of the title */
  double   name;      /* of who */
  double   text;      /* of all else */
  double   small;     /* of what is below a line to sign */
  double   label;     /* how wide the column of labels is, of the whole */
  double   gap;       /* between a field and the next */
  double   space;     /* between one part and the next */
  double   signature; /* room for one */
  int      name_lines;
  int      value_lines;
  gboolean is_filled; /* whether one signs at the bottom, and not below what is said */
} Measures;

static const Measures all_measures[] = {
  [LANYARD_SLIP_SHEET] = { 36, 14, 28, 12, 10, 0.3, 9, 26, 64, 3, 3, FALSE },
  [LANYARD_SLIP_QUARTER] = { 18, 8.5, 13, 7.5, 6.5, 0.34, 3, 8, 28, 2, 2, TRUE },
};

/* What is being laid out. */
typedef struct
{
  LanyardPlacement *placement;
  const Measures   *measures;
  double            width; /* without the margins */
  double            y;     /* where there is room from */
  double            end;   /* where there is none any more */
} Sheet;

static PangoLayout *
make (Sheet      *sheet,
      const char *text,
      double      size,
      gboolean    is_bold,
      double      width,
      int         max_lines)
{
  return lanyard_placement_make_text (sheet->placement, text, size, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                      width, max_lines);
}

/* Takes @layout. */
static double
add (Sheet       *sheet,
     PangoLayout *layout,
     double       start,
     double       y,
     double       width,
     gboolean     is_faint)
{
  return lanyard_placement_add_text (sheet->placement, layout, sheet->measures->margin + start, y, width, is_faint);
}

static void
add_rule (Sheet *sheet,
          double start,
          double y,
          double width,
          double thickness)
{
  lanyard_placement_add_rule (sheet->placement, sheet->measures->margin + start, y, width, thickness);
}

/* What it is at one side, the workspace below it, and a rule. */
static void
place_title (Sheet       *sheet,
             LanyardSlip *slip)
{
  const Measures *measures = sheet->measures;

  sheet->y = add (sheet, make (sheet, slip->title, measures->title, TRUE, sheet->width, 1), 0, sheet->y, sheet->width,
                  FALSE);
  if (slip->workspace != NULL)
    sheet->y = add (sheet, make (sheet, slip->workspace, measures->text, FALSE, sheet->width, 1), 0, sheet->y,
                    sheet->width, TRUE);
  sheet->y += measures->gap;
  add_rule (sheet, 0, sheet->y, sheet->width, 1);
  sheet->y += measures->space;
}

/* Where nobody has it, the name is written by hand. */
static void
place_name (Sheet       *sheet,
            LanyardSlip *slip)
{
  const Measures *measures = sheet->measures;

  if (slip->name == NULL)
    {
      sheet->y += measures->signature;
      add_rule (sheet, 0, sheet->y, sheet->width, 0.5);
    }
  else
    sheet->y = add (sheet, make (sheet, slip->name, measures->name, TRUE, sheet->width, measures->name_lines), 0,
                    sheet->y, sheet->width, FALSE);
  if (slip->contact != NULL)
    sheet->y = add (sheet, make (sheet, slip->contact, measures->text, FALSE, sheet->width, 1), 0, sheet->y,
                    sheet->width, TRUE);
  sheet->y += measures->space;
}

static double
get_value_start (Sheet *sheet)
{
  return sheet->width * sheet->measures->label + sheet->measures->gap;
}

/* Takes @value, which may be NULL: there is a line to write on then. */
static void
place_field (Sheet       *sheet,
             const char  *label,
             PangoLayout *value)
{
  const Measures *measures = sheet->measures;
  double start = get_value_start (sheet);
  double width = sheet->width - start;
  double label_end = add (sheet, make (sheet, label, measures->text, FALSE, sheet->width * measures->label, 2), 0,
                          sheet->y, sheet->width * measures->label, TRUE);
  double value_end = label_end;

  if (value != NULL)
    value_end = add (sheet, value, start, sheet->y, width, FALSE);
  else
    add_rule (sheet, start, label_end, width, 0.5);
  sheet->y = MAX (label_end, value_end) + measures->gap;
}

static void
place_fields (Sheet       *sheet,
              LanyardSlip *slip)
{
  const Measures *measures = sheet->measures;
  double width = sheet->width - get_value_start (sheet);

  for (guint i = 0; i < slip->fields->len; i++)
    {
      LanyardSlipField *field = slip->fields->pdata[i];
      PangoLayout *value = NULL;

      if (field->value != NULL)
        value = make (sheet, field->value, measures->text, FALSE, width, measures->value_lines);
      place_field (sheet, field->label, value);
    }
}

/* What it opens, with so many names, as high as there is room for; letters of some scripts take more of it. */
static PangoLayout *
make_opens (Sheet       *sheet,
            LanyardSlip *slip,
            guint        n_names)
{
  g_autofree char *text = lanyard_slip_opens_text (slip, n_names);
  PangoLayout *layout = make (sheet, text, sheet->measures->text, FALSE, sheet->width - get_value_start (sheet), 1);

  pango_layout_set_height (layout, (int) ((sheet->end - sheet->y) * PANGO_SCALE));

  return layout;
}

/* With more names it would be cut off. */
static gboolean
has_room (Sheet       *sheet,
          LanyardSlip *slip,
          guint        n_names)
{
  g_autoptr (PangoLayout) layout = make_opens (sheet, slip, n_names);

  return !pango_layout_is_ellipsized (layout);
}

/* The most names that there is room for; more of them never take less. */
static guint
count_names (Sheet       *sheet,
             LanyardSlip *slip)
{
  guint enough = 0, too_many = slip->opens != NULL ? slip->opens->len + 1 : 1;

  while (too_many - enough > 1)
    {
      guint middle = enough + (too_many - enough) / 2;

      if (has_room (sheet, slip, middle))
        enough = middle;
      else
        too_many = middle;
    }

  return enough;
}

static void
place_opens (Sheet       *sheet,
             LanyardSlip *slip)
{
  place_field (sheet, C_("what a credential opens", "Opens"), make_opens (sheet, slip, count_names (sheet, slip)));
}

static void
place_signature (Sheet      *sheet,
                 const char *label,
                 double      start,
                 double      width)
{
  add_rule (sheet, start, sheet->y, width, 0.75);
  add (sheet, make (sheet, label, sheet->measures->small, FALSE, width, 2), start, sheet->y + 3, width, TRUE);
}

static double
measure_signatures (Sheet *sheet)
{
  g_autoptr (PangoLayout) tallest = make (sheet, "X\nX", sheet->measures->small, FALSE, sheet->width, 2);

  return sheet->measures->signature + 3 + lanyard_text_height (tallest);
}

static void
place_signatures (Sheet *sheet)
{
  double width = sheet->width * 0.45;
  /* Translators: below a line to sign on */
  const char *given = _("Handed over (signature)");
  /* Translators: below a line to sign on */
  const char *received = _("Received (signature)");

  sheet->y = (sheet->measures->is_filled ? sheet->end : sheet->y) + sheet->measures->signature;
  place_signature (sheet, given, 0, width);
  place_signature (sheet, received, sheet->width - width, width);
}

/**
 * lanyard_slip_lay_out:
 * @slip: what it says
 * @context: what texts are made by
 * @width: how wide its part of the sheet is, in points
 * @height: how high it is
 * @size: which part of a sheet it has
 * @mirrored: whether it is read from right to left
 *
 * Returns: (transfer full): where everything stands
 */
LanyardPlacement *
lanyard_slip_lay_out (LanyardSlip     *slip,
                      PangoContext    *context,
                      double           width,
                      double           height,
                      LanyardSlipSize  size,
                      gboolean         mirrored)
{
  const Measures *measures = &all_measures[size];
  Sheet sheet = {
    .placement = lanyard_placement_new (context, width, mirrored),
    .measures = measures,
    .width = width - 2 * measures->margin,
    .y = measures->margin,
    .end = height - measures->margin,
  };

  sheet.end -= measure_signatures (&sheet);
  place_title (&sheet, slip);
  place_name (&sheet, slip);
  place_fields (&sheet, slip);
  place_opens (&sheet, slip);
  place_signatures (&sheet);

  return sheet.placement;
}
