/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a target over the files of directories, as a test: what was found once isn't lost again. */
#include "fuzz.h"

static void
run_file (gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (data, &text, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) text, size);
}

/* Nothing, one byte of each value, and a lot of one: what no directory needs to have. */
static void
run_simple (void)
{
  g_autofree uint8_t *many = g_malloc (100000);

  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);
  for (guint i = 0; i < 256; i++)
    {
      uint8_t byte = (uint8_t) i;

      LLVMFuzzerTestOneInput (&byte, 1);
      memset (many, (int) i, 100000);
      LLVMFuzzerTestOneInput (many, 100000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/simple", run_simple);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) directory = g_dir_open (argv[i], 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (directory)) != NULL)
        {
          g_autofree char *test = g_strconcat ("/corpus/", name, NULL);

          g_ptr_array_add (paths, g_build_filename (argv[i], name, NULL));
          g_test_add_data_func (test, paths->pdata[paths->len - 1], run_file);
        }
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
