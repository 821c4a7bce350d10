/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on its sheets everything stands that a summary of the activity says. */
#include "lanyard-summary-layout.h"

#include <glib/gi18n.h>

/* In points. */
#define MARGIN 36
#define TITLE 18
#define DAY 11
#define TEXT 9.5
#define SMALL 8
#define GAP 5
#define SPACE 14
#define MAX_LINES 3

/* What is being laid out. */
typedef struct
{
  PangoContext     *context;
  GPtrArray        *sheets; /* LanyardPlacement */
  LanyardPlacement *sheet;  /* the last one, which the list has */
  double            width;  /* without the margins */
  double            height; /* up to the bottom margin */
  double            y;      /* where there is room from */
  gboolean          mirrored;
} Pages;

static void
begin_sheet (Pages *pages)
{
  pages->sheet = lanyard_placement_new (pages->context, pages->width + 2 * MARGIN, pages->mirrored);
  pages->y = MARGIN;
  g_ptr_array_add (pages->sheets, pages->sheet);
}

static PangoLayout *
make (Pages      *pages,
      const char *text,
      double      size,
      gboolean    is_bold,
      int         max_lines)
{
  return lanyard_placement_make_text (pages->sheet, text, size, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                      pages->width, max_lines);
}

/* Takes @layout. */
static void
add (Pages       *pages,
     PangoLayout *layout,
     gboolean     is_faint)
{
  pages->y = lanyard_placement_add_text (pages->sheet, layout, MARGIN, pages->y, pages->width, is_faint);
}

static void
place_head (Pages          *pages,
            LanyardSummary *summary)
{
  const char *texts[] = { summary->workspace, summary->scope, summary->note };

  add (pages, make (pages, summary->title, TITLE, TRUE, 1), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      add (pages, make (pages, texts[i], TEXT, FALSE, MAX_LINES), TRUE);
  pages->y += GAP;
  lanyard_placement_add_rule (pages->sheet, MARGIN, pages->y, pages->width, 1);
}

static double
height_of (Pages              *pages,
           LanyardSummaryLine *line)
{
  g_autoptr (PangoLayout) title = make (pages, line->title, line->detail != NULL ? TEXT : DAY, line->detail == NULL,
                                        MAX_LINES);
  g_autoptr (PangoLayout) detail = line->detail != NULL ? make (pages, line->detail, SMALL, FALSE, MAX_LINES) : NULL;

  return lanyard_text_height (title) + (detail != NULL ? GAP + lanyard_text_height (detail) : SPACE);
}

/* A day stays with what was done first on it. */
static void
make_room (Pages          *pages,
           LanyardSummary *summary,
           guint           position)
{
  LanyardSummaryLine *line = summary->lines->pdata[position];
  double height = height_of (pages, line);

  if (line->detail == NULL && position + 1 < summary->lines->len)
    height += height_of (pages, summary->lines->pdata[position + 1]);
  if (pages->y + height > pages->height)
    begin_sheet (pages);
}

static void
place_line (Pages              *pages,
            LanyardSummaryLine *line)
{
  if (line->detail == NULL)
    {
      pages->y += SPACE;
      add (pages, make (pages, line->title, DAY, TRUE, MAX_LINES), FALSE);
      return;
    }

  pages->y += GAP;
  add (pages, make (pages, line->title, TEXT, FALSE, MAX_LINES), FALSE);
  add (pages, make (pages, line->detail, SMALL, FALSE, MAX_LINES), TRUE);
}

/* In the bottom margin, when it is known how many there are. */
static void
number_sheets (Pages *pages)
{
  for (guint i = 0; i < pages->sheets->len; i++)
    {
      /* Translators: the number of a page, and how many there are */
      g_autofree char *text = g_strdup_printf (_("Page %u of %u"), i + 1, pages->sheets->len);

      pages->sheet = pages->sheets->pdata[i];
      pages->y = pages->height + GAP;
      add (pages, make (pages, text, SMALL, FALSE, 1), TRUE);
    }
}

/**
 * lanyard_summary_lay_out:
 * @summary: what it says
 * @context: what texts are made by
 * @width: how wide a sheet is, in points
 * @height: how high it is
 * @mirrored: whether it is read from right to left
 *
 * Returns: (transfer full) (element-type LanyardPlacement): the sheets, at least one
 */
GPtrArray *
lanyard_summary_lay_out (LanyardSummary *summary,
                         PangoContext   *context,
                         double          width,
                         double          height,
                         gboolean        mirrored)
{
  Pages pages = {
    .context = context,
    .sheets = g_ptr_array_new_with_free_func (g_object_unref),
    .width = width - 2 * MARGIN,
    .height = height - MARGIN,
    .mirrored = mirrored,
  };

  begin_sheet (&pages);
  place_head (&pages, summary);
  for (guint i = 0; i < summary->lines->len; i++)
    {
      make_room (&pages, summary, i);
      place_line (&pages, summary->lines->pdata[i]);
    }
  number_sheets (&pages);

  return pages.sheets;
}
