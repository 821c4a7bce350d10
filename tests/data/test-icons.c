/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The icons: drawn at every size that a desktop asks for, as icons and not as pictures. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

static GdkPixbuf *
draw (const char *name,
      int         size)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file_at_size (path, size, size, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, size);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, size);
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));
  g_assert_cmpint (gdk_pixbuf_get_n_channels (pixbuf), ==, 4);

  return pixbuf;
}

static const guint8 *
pixel (GdkPixbuf *pixbuf,
       int        x,
       int        y)
{
  return gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x;
}

/* How much of the square is drawn on, in percent. */
static int
coverage (GdkPixbuf *pixbuf)
{
  int size = gdk_pixbuf_get_width (pixbuf);
  int n_drawn = 0;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      n_drawn += pixel (pixbuf, x, y)[3] > 127;

  return n_drawn * 100 / (size * size);
}

static char *
read_source (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  char *source = NULL;

  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);

  return source;
}

static void
test_application (gconstpointer data)
{
  static const int sizes[] = { 16, 24, 32, 48, 64, 96, 128, 256, 512 };
  g_autofree char *name = g_strconcat ("scalable/apps/", data, ".svg", NULL);
  g_autofree char *source = read_source (name);

  /* Neither letters, which nobody can translate, nor a photograph, nor something that is fetched. */
  g_assert_null (strstr (source, "<text"));
  g_assert_null (strstr (source, "<image"));
  g_assert_null (strstr (source, "href"));
  g_assert_nonnull (strstr (source, "viewBox=\"0 0 128 128\""));

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = draw (name, sizes[i]);
      int last = sizes[i] - 1;

      g_assert_cmpint (pixel (pixbuf, 0, 0)[3], ==, 0);
      g_assert_cmpint (pixel (pixbuf, last, 0)[3], ==, 0);
      g_assert_cmpint (pixel (pixbuf, 0, last)[3], ==, 0);
      g_assert_cmpint (pixel (pixbuf, last, last)[3], ==, 0);
      g_assert_cmpint (coverage (pixbuf), >=, 35);
      g_assert_cmpint (coverage (pixbuf), <=, 80);
    }
}

/* The theme colours it, by its shape alone. */
static void
test_symbolic (void)
{
  static const char name[] = "symbolic/apps/io.github.lanyard_app.Lanyard-symbolic.svg";
  g_autoptr (GdkPixbuf) pixbuf = draw (name, 16);
  g_autoptr (GdkPixbuf) large = draw (name, 256);
  const guint8 *first = NULL;

  for (int y = 0; y < 256; y++)
    for (int x = 0; x < 256; x++)
      {
        const guint8 *here = pixel (large, x, y);

        if (here[3] < 255)
          continue;
        if (first == NULL)
          first = here;
        g_assert_cmpmem (here, 3, first, 3);
      }

  g_assert_nonnull (first);
  g_assert_cmpint (coverage (pixbuf), >=, 20);
  g_assert_cmpint (coverage (pixbuf), <=, 80);
}

/* Whoever has both installed tells them apart, also where they are small. */
static void
test_difference (void)
{
  g_autoptr (GdkPixbuf) release = draw ("scalable/apps/io.github.lanyard_app.Lanyard.svg", 32);
  g_autoptr (GdkPixbuf) development = draw ("scalable/apps/io.github.lanyard_app.Lanyard.Devel.svg", 32);
  int n_different = 0;

  for (int y = 0; y < 32; y++)
    for (int x = 0; x < 32; x++)
      {
        const guint8 *one = pixel (release, x, y);
        const guint8 *other = pixel (development, x, y);

        n_different += ABS (one[0] - other[0]) + ABS (one[1] - other[1]) + ABS (one[2] - other[2]) > 96;
      }

  g_assert_cmpint (n_different, >, 32 * 32 / 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/icons/application", "io.github.lanyard_app.Lanyard", test_application);
  g_test_add_data_func ("/icons/development", "io.github.lanyard_app.Lanyard.Devel", test_application);
  g_test_add_func ("/icons/symbolic", test_symbolic);
  g_test_add_func ("/icons/difference", test_difference);

  return g_test_run ();
}
