/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether every text can be read: it differs from what is behind it by 4.5 to 1, measured in the pixels drawn. */
#include <math.h>

#include "lanyard-credential-text.h"
#include "lanyard-ui.h"
#include "stage.h"

#define ENOUGH 4.5

typedef struct
{
  guint32 *pixels;
  int width, height;
} Picture;

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
picture_take (Picture   *picture,
              GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  picture->width = gtk_widget_get_width (window);
  picture->height = gtk_widget_get_height (window);
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height));
  picture->pixels = g_new (guint32, (gsize) picture->width * picture->height);
  gdk_texture_download (texture, (guchar *) picture->pixels, (gsize) picture->width * sizeof (guint32));
}

/* --- Contrast as WCAG defines it --- */

static double
linear (guint32 value)
{
  double part = (value & 0xff) / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 pixel)
{
  return 0.2126 * linear (pixel >> 16) + 0.7152 * linear (pixel >> 8) + 0.0722 * linear (pixel);
}

static double
contrast (guint32 a,
          guint32 b)
{
  double first = luminance (a) + 0.05, second = luminance (b) + 0.05;

  return first > second ? first / second : second / first;
}

/* The commonest pixel is what is behind a text; the one that differs most from it is the text, where a stroke covers
 * it wholly. */
static double
measure (const Picture         *picture,
         const graphene_rect_t *bounds)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pixel, count;
  guint32 behind = 0;
  guint most = 0;
  double best = 0;

  for (int y = bounds->origin.y; y < MIN (picture->height, bounds->origin.y + bounds->size.height); y++)
    for (int x = bounds->origin.x; x < MIN (picture->width, bounds->origin.x + bounds->size.width); x++)
      {
        gpointer key = GUINT_TO_POINTER (picture->pixels[y * picture->width + x]);

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      }

  for (g_hash_table_iter_init (&iter, counts); g_hash_table_iter_next (&iter, &pixel, &count);)
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        behind = GPOINTER_TO_UINT (pixel);
      }
  for (g_hash_table_iter_init (&iter, counts); g_hash_table_iter_next (&iter, &pixel, &count);)
    best = MAX (best, contrast (behind, GPOINTER_TO_UINT (pixel)));

  return best;
}

/* --- Every text of a window --- */

static GString *faint; /* a line for each that can't be read */
static guint n_measured;

/* Wholly: nothing lies over it, and the edge of a list doesn't cut it off. */
static gboolean
is_in_sight (GtkWidget             *window,
             GtkWidget             *widget,
             const graphene_rect_t *bounds)
{
  const double left = bounds->origin.x + 1, top = bounds->origin.y + 1;
  const double right = left + bounds->size.width - 2, bottom = top + bounds->size.height - 2;

  return gtk_widget_pick (window, left, top, GTK_PICK_NON_TARGETABLE) == widget
      && gtk_widget_pick (window, right, bottom, GTK_PICK_NON_TARGETABLE) == widget;
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

static void
check_widget (const Picture *picture,
              GtkWidget     *window,
              GtkWidget     *widget)
{
  const char *text = text_of (widget);
  graphene_rect_t bounds;
  double measured;

  /* Initials are the beginning of the name beside them. What is insensitive may be faint. */
  if (!gtk_widget_get_mapped (widget) || ADW_IS_AVATAR (widget) || !gtk_widget_is_sensitive (widget))
    return;

  if (text != NULL && *text != '\0' && gtk_widget_compute_bounds (widget, window, &bounds)
      && is_in_sight (window, widget, &bounds))
    {
      n_measured++;
      measured = measure (picture, &bounds);
      if (measured < ENOUGH && strstr (faint->str, text) == NULL)
        g_string_append_printf (faint, "%.1f: %s\n", measured, text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (picture, window, child);
}

static gboolean
on_drawn (GtkWidget     *window,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  int *n_frames = user_data;

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Of what is on the screen when nothing moves any more: animations are off, so after a few frames. */
static void
check_window (GtkWidget *window)
{
  g_auto (Picture) picture = { NULL, };
  int n_frames = 4;

  gtk_widget_add_tick_callback (window, on_drawn, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  picture_take (&picture, window);
  check_widget (&picture, window, window);
}

static void
assert_readable (void)
{
  g_test_message ("%u texts measured", n_measured);
  g_assert_cmpuint (n_measured, >, 0);
  g_assert_cmpstr (faint->str, ==, "");
}

/* --- Every view --- */

static void
test_connecting (Stage         *stage,
                 gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_TLS, "");
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://127.0.0.1");

  lanyard_scenes_show_starting (lanyard_window_get_scenes (stage->window), "Opening the demo…");
  check_window (GTK_WIDGET (stage->window));
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), "Seam did not accept the API key");
  check_window (GTK_WIDGET (stage->window));
  lanyard_scenes_show_trouble (lanyard_window_get_scenes (stage->window), trouble);
  check_window (GTK_WIDGET (stage->window));

  assert_readable ();
}

static void
check_records (Stage      *stage,
               const char *view,
               const char *action,
               GListModel *records)
{
  stage_activate (stage, "go.view", g_variant_new_string (view));
  check_window (GTK_WIDGET (stage->window));
  for (guint i = 0; i < g_list_model_get_n_items (records); i += 5)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (records, i);

      stage_activate (stage, action, g_variant_new_string (seam_record_get_id (record)));
      check_window (GTK_WIDGET (stage->window));
    }
}

static void
test_records (Stage         *stage,
              gconstpointer  data)
{
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (stage->directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (stage->directory));

  while (g_list_model_get_n_items (G_LIST_MODEL (users)) == 0
         || g_list_model_get_n_items (G_LIST_MODEL (credentials)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (users, "show", LANYARD_SHOW_ATTENTION, NULL);
  g_object_set (credentials, "show", LANYARD_SHOW_ATTENTION, NULL);
  check_records (stage, "users", "go.show-user", G_LIST_MODEL (users));
  check_records (stage, "credentials", "go.show-credential", G_LIST_MODEL (credentials));
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
  check_window (GTK_WIDGET (stage->window));

  assert_readable ();
}

static void
test_told (Stage         *stage,
           gconstpointer  data)
{
  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_WAIVED, NULL);
  lanyard_window_set_key_not_kept (stage->window, "The keyring is locked.", NULL);
  lanyard_window_tell (stage->window, "Card 82**** assigned to Ada Okafor");
  check_window (GTK_WIDGET (stage->window));
  /* What a workspace is called differs with its kind. */
  lanyard_window_show_directory (stage->window, stage->changes, LANYARD_PLACE_SAVED);
  check_window (GTK_WIDGET (stage->window));

  assert_readable ();
}

static void
test_windows (Stage         *stage,
              gconstpointer  data)
{
  stage_check_windows (stage, check_window);

  assert_readable ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();
  faint = g_string_new (NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_getenv ("LANYARD_TEST_DARK") != NULL ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                             : ADW_COLOR_SCHEME_FORCE_LIGHT);

  g_test_add ("/contrast/connecting", Stage, NULL, stage_set_up, test_connecting, stage_tear_down);
  g_test_add ("/contrast/records", Stage, NULL, stage_set_up_workspace, test_records, stage_tear_down);
  g_test_add ("/contrast/told", Stage, NULL, stage_set_up_workspace, test_told, stage_tear_down);
  g_test_add ("/contrast/windows", Stage, NULL, stage_set_up_workspace, test_windows, stage_tear_down);

  return g_test_run ();
}
