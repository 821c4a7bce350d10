/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window fits a screen of 360 by 294 pixels, and one of twice that where letters are twice as large; on a large
 * screen, lines are no longer than one reads with ease. */
#include <glib/gi18n.h>
#include <locale.h>

#include "find-child.h"
#include "lanyard-config.h"
#include "lanyard-ui.h"
#include "stage.h"

#define WIDTH 360
#define HEIGHT 294
#define WIDEST 3840
#define LONGEST_LINE 800

static int scale = 1;

/* Down to the widget that takes the room. */
static void
describe (GtkWidget      *widget,
          GtkOrientation  orientation,
          int             most,
          int             depth,
          GString        *text)
{
  int least;

  if (!gtk_widget_get_visible (widget))
    return;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
  if (least <= most && depth > 0)
    return;

  g_string_append_printf (text, "%*s%s needs %d\n", 2 * depth, "", G_OBJECT_TYPE_NAME (widget), least);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, orientation, MIN (most, least / 3), depth + 1, text);
}

/* Of what is in the window: without a compositor, it has a frame around that. */
static int
measure (GtkWidget      *window,
         GtkOrientation  orientation)
{
  int least;

  gtk_widget_measure (gtk_widget_get_first_child (window), orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? scale * WIDTH : -1, &least, NULL, NULL, NULL);

  return least;
}

static gboolean
fits (GtkWidget *window)
{
  return measure (window, GTK_ORIENTATION_HORIZONTAL) <= scale * WIDTH
      && measure (window, GTK_ORIENTATION_VERTICAL) <= scale * HEIGHT;
}

static gboolean
on_deadline (gpointer user_data)
{
  GtkWidget *window = user_data;
  g_autoptr (GString) text = g_string_new (NULL);

  describe (window, GTK_ORIENTATION_HORIZONTAL, scale * WIDTH, 0, text);
  describe (window, GTK_ORIENTATION_VERTICAL, scale * HEIGHT, 0, text);
  g_error ("It does not fit:\n%s", text->str);

  return G_SOURCE_REMOVE;
}

/* It comes to rest in the small size: what there is no room for is left out then. */
static void
assert_fits (GtkWidget *window)
{
  guint deadline = g_timeout_add_seconds (20, on_deadline, window);

  gtk_window_set_default_size (GTK_WINDOW (window), scale * WIDTH, scale * HEIGHT);
  while (!fits (window) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

static void
test_connecting (Stage         *stage,
                 gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_TLS, "");
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://127.0.0.1");

  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (stage->window));

  g_assert_cmpfloat (pango_cairo_context_get_resolution (context), ==, scale * 96);
  g_assert_true (g_getenv ("LANYARD_TEST_LOCALEDIR") == NULL || strcmp (_("Connect to Seam"), "Connect to Seam") != 0);
  lanyard_scenes_show_starting (lanyard_window_get_scenes (stage->window), _("Opening the demo…"));
  assert_fits (GTK_WIDGET (stage->window));
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window),
                               _("The API key is incorrect or has been revoked."));
  assert_fits (GTK_WIDGET (stage->window));
  lanyard_scenes_show_trouble (lanyard_window_get_scenes (stage->window), trouble);
  assert_fits (GTK_WIDGET (stage->window));
}

static void
test_views (Stage         *stage,
            gconstpointer  data)
{
  static const char * const views[] = { "users", "credentials", "activity" };
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      stage_activate (stage, "go.view", g_variant_new_string (views[i]));
      assert_fits (GTK_WIDGET (stage->window));
    }
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  assert_fits (GTK_WIDGET (stage->window));
  stage_activate (stage, "go.show-credential", g_variant_new_string (stage_id_of (credential)));
  assert_fits (GTK_WIDGET (stage->window));
}

/* A row, or a field, that is on show, and wider than it should be. */
static GtkWidget *
find_too_wide (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if ((GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_SEARCH_ENTRY (widget))
      && gtk_widget_get_width (widget) > scale * LONGEST_LINE)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_too_wide (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_widest (Stage      *stage,
           const char *id)
{
  return gtk_widget_get_width (stage_find_child (stage, id)) > WIDEST / 2;
}

static void
assert_lines_are_short (Stage      *stage,
                        const char *id)
{
  GtkWidget *found;

  stage_wait_until (stage, is_widest, id);
  while (g_main_context_iteration (NULL, FALSE));
  found = find_too_wide (GTK_WIDGET (stage->window));
  g_assert_cmpstr (found != NULL ? G_OBJECT_TYPE_NAME (found) : NULL, ==, NULL);
}

static void
test_wide (Stage         *stage,
           gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);

  /* By itself it is never larger than the screen that the tests run on. */
  gtk_widget_set_size_request (GTK_WIDGET (stage->window), WIDEST, 2160);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  assert_lines_are_short (stage, "content_stack");
  stage_activate (stage, "go.show-credential", g_variant_new_string (stage_id_of (credential)));
  assert_lines_are_short (stage, "content_stack");
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
  assert_lines_are_short (stage, "view_stack");
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), NULL);
  assert_lines_are_short (stage, "scene_stack");
}

/* An inscription has the height that its font says, and cuts off what is outside of it: a label would show all, and
 * have no less room among others. The letters stand on whole pixels, and may so be one higher or lower. */
static void
assert_is_whole (GtkWidget *text)
{
  GtkWidget *label = gtk_label_new ("Åg");
  g_auto (GStrv) classes = gtk_widget_get_css_classes (text);
  PangoRectangle ink, line;
  int height, needed, seen;
  double top;

  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_widget_insert_after (label, gtk_widget_get_parent (text), text);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_remove_css_class (label, "line");
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &needed, NULL, NULL, NULL);
  pango_layout_get_extents (gtk_label_get_layout (GTK_LABEL (label)), &ink, &line);
  gtk_widget_unparent (label);
  g_assert_cmpint (height, >=, needed);
  if (!gtk_widget_get_mapped (text))
    return;

  seen = gtk_widget_get_height (text);
  top = (seen - pango_units_to_double (line.height)) / 2;
  g_assert_cmpfloat (top + pango_units_to_double (ink.y), >=, 1);
  g_assert_cmpfloat (top + pango_units_to_double (ink.y + ink.height), <=, seen - 1);
}

/* Returns how many are on show. */
static int
check_lines (GtkWidget *widget)
{
  int n_lines = 0;

  if (GTK_IS_INSCRIPTION (widget))
    {
      /* What a row has nothing for is hidden, and has no size. */
      if (!gtk_widget_get_visible (widget))
        return 0;

      assert_is_whole (widget);
      return gtk_widget_get_mapped (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_lines += check_lines (child);

  return n_lines;
}

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  int *n_frames = user_data;

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until it has been laid out as the settings say. */
static void
wait_for_frames (GtkWidget *widget)
{
  int n_frames = 3;

  gtk_widget_add_tick_callback (widget, on_frame, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* With the text sizes that a desktop offers. */
static void
test_lines (Stage         *stage,
            gconstpointer  data)
{
  static const char * const views[] = { "users", "credentials" };
  static const double sizes[] = { 1, 1.25, 1.5, 2 };
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      stage_activate (stage, "go.view", g_variant_new_string (views[i]));
      for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (sizes[j] * 96 * 1024), NULL);
          wait_for_frames (GTK_WIDGET (stage->window));
          while (check_lines (GTK_WIDGET (stage->window)) == 0)
            g_main_context_iteration (NULL, TRUE);
        }
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static gboolean
is_caption (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_INSCRIPTION (widget) && gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, "caption");
}

/* Returns the lowest row of pixels that @text is drawn in, -1 if it isn't drawn. */
static int
find_bottom (GtkWidget *text)
{
  int width = gtk_widget_get_width (text), height = gtk_widget_get_height (text);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (text);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);
  int bottom = width * height - 1;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return -1;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (text)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, (guchar *) pixels, sizeof (guint32) * (gsize) width);
  while (bottom > 0 && pixels[bottom] == 0)
    bottom--;

  return bottom / width;
}

static int
find_bottom_of (Stage      *stage,
                const char *shown)
{
  /* As long as not all is loaded, a row may say something else meanwhile, or be given away. */
  while (TRUE)
    {
      GtkWidget *found = find_child_where (GTK_WIDGET (stage->window), is_caption, NULL);
      g_autoptr (GtkWidget) text = found != NULL ? g_object_ref (found) : NULL;
      int bottom;

      if (text == NULL)
        {
          g_main_context_iteration (NULL, TRUE);
          continue;
        }
      gtk_inscription_set_text (GTK_INSCRIPTION (text), shown);
      wait_for_frames (GTK_WIDGET (stage->window));
      if (!gtk_widget_get_mapped (text) || !g_str_equal (gtk_inscription_get_text (GTK_INSCRIPTION (text)), shown))
        continue;
      bottom = find_bottom (text);
      if (bottom >= 0)
        return bottom;
    }
}

/* Names one below the other stand alike, whether they fit or not. */
static void
test_ellipsis (Stage         *stage,
               gconstpointer  data)
{
  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  g_assert_cmpint (find_bottom_of (stage, "gg"), ==,
                   find_bottom_of (stage, "gg gggggggggggggggggggggggggggggggggggggggggggggggggggggggggg gg"));
}

static void
test_windows (Stage         *stage,
              gconstpointer  data)
{
  stage_check_windows (stage, assert_fits);
}

int
main (int    argc,
      char **argv)
{
  const char *locales = g_getenv ("LANYARD_TEST_LOCALEDIR");
  int dpi;

  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  if (locales != NULL)
    bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  lanyard_ui_init ();
  adw_init ();
  if (g_getenv ("LANYARD_TEST_LARGE") != NULL)
    {
      scale = 2;
      g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * (dpi > 0 ? dpi : 96 * 1024), NULL);
    }

  /* GTK 4.8 rounds the width of a text without spaces, as in Chinese, to less than it needs, and then warns of it. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_test_add ("/sizes/connecting", Stage, NULL, stage_set_up, test_connecting, stage_tear_down);
  g_test_add ("/sizes/views", Stage, NULL, stage_set_up_workspace, test_views, stage_tear_down);
  g_test_add ("/sizes/lines", Stage, NULL, stage_set_up_workspace, test_lines, stage_tear_down);
  g_test_add ("/sizes/ellipsis", Stage, NULL, stage_set_up_workspace, test_ellipsis, stage_tear_down);
  g_test_add ("/sizes/wide", Stage, NULL, stage_set_up_workspace, test_wide, stage_tear_down);
  g_test_add ("/sizes/windows", Stage, NULL, stage_set_up_workspace, test_windows, stage_tear_down);

  return g_test_run ();
}
