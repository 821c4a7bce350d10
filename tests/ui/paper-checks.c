/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the test of paper looks at: that nothing runs into anything else, and what a PDF says. */
#include "paper-checks.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

static gboolean
overlap (const LanyardPlacedText *a,
         const LanyardPlacedText *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

void
paper_assert_apart (LanyardPlacement *placement,
                    double            width,
                    double            height)
{
  guint n_texts, n_rules;
  const LanyardPlacedText *texts = lanyard_placement_get_texts (placement, &n_texts);
  const LanyardPlacedRule *rules = lanyard_placement_get_rules (placement, &n_rules);

  for (guint i = 0; i < n_texts; i++)
    {
      PangoRectangle ink;

      g_test_message ("%s", pango_layout_get_text (texts[i].layout));
      pango_layout_get_extents (texts[i].layout, NULL, &ink);
      g_assert_cmpfloat (texts[i].x, >=, 0);
      g_assert_cmpfloat (texts[i].y, >=, 0);
      g_assert_cmpfloat (texts[i].x + texts[i].width, <=, width);
      g_assert_cmpfloat (texts[i].y + texts[i].height, <=, height);
      g_assert_cmpfloat ((double) (ink.x + ink.width) / PANGO_SCALE, <=, texts[i].width + 0.5);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&texts[i], &texts[j]));
      for (guint j = 0; j < n_rules; j++)
        g_assert_false (rules[j].y > texts[i].y + 0.5 && rules[j].y < texts[i].y + texts[i].height - 0.5
                        && rules[j].x < texts[i].x + texts[i].width && texts[i].x < rules[j].x + rules[j].width);
    }
}

/* Owned by the program. */
PangoContext *
paper_get_context (void)
{
  static PangoContext *context;

  if (context == NULL)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (context, 72);
  return context;
}

static char *
run (const char * const *argv)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

gboolean
paper_can_read (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("There is no pdftotext");
  return program != NULL;
}

static char *
get_path (const char *name)
{
  const char *folder = g_getenv ("LANYARD_TEST_PAPER");

  return g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), name, NULL);
}

/* Returns what is in the PDF. With LANYARD_TEST_PAPER in the environment it is left there, to be looked at. */
char *
paper_export (GtkPrintOperation *operation,
              const char        *paper,
              const char        *name,
              int                n_pages)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (paper);
  g_autofree char *path = get_path (name);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text;
  int n_found;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages-to-print", &n_found, NULL);
  g_assert_cmpint (n_found, ==, n_pages);
  text = run (argv);
  if (g_getenv ("LANYARD_TEST_PAPER") == NULL)
    g_remove (path);
  return text;
}

void
paper_assert_says (const char *text,
                   const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

void
paper_assert_says_not (const char *text,
                       const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in: %s", part, text);
}
