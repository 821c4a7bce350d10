/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A secret is the text without the space around it, in memory that is neither paged out nor dumped. */
#include <stdio.h>
#include <string.h>

#include "seam-secret.h"

static void
test_trimmed (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "seam_key", "seam_key" }, { " \t\nseam_key\r\n", "seam_key" }, { "", "" }, { " \n ", "" }, { "a b", "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SeamSecret) secret = seam_secret_new (cases[i].text);

      g_assert_cmpstr (secret, ==, cases[i].expected);
    }
  seam_secret_free (NULL);
}

/* Whether the pages around @address are marked as not to be dumped ("dd" in the kernel's words). */
static gboolean
is_kept_out_of_dumps (const void *address)
{
  g_autofree char *maps = NULL;
  gboolean inside = FALSE;

  g_assert_true (g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL));
  for (char *line = strtok (maps, "\n"); line != NULL; line = strtok (NULL, "\n"))
    {
      gpointer from, to;

      if (sscanf (line, "%p-%p ", &from, &to) == 2)
        inside = address >= from && address < to;
      else if (inside && g_str_has_prefix (line, "VmFlags:"))
        return strstr (line, " dd") != NULL;
    }
  return FALSE;
}

static void
test_kept (void)
{
  g_autofree char *large = g_strnfill (10000, 'x');
  g_autoptr (SeamSecret) secret = seam_secret_new (large);
  g_autofree char *ordinary = g_strdup (large);

  g_assert_cmpstr (secret, ==, large);
  g_assert_true (is_kept_out_of_dumps (secret));
  g_assert_true (is_kept_out_of_dumps (secret + 9999));
  g_assert_false (is_kept_out_of_dumps (ordinary));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seam-secret/trimmed", test_trimmed);
  g_test_add_func ("/seam-secret/kept", test_kept);

  return g_test_run ();
}
