/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program lanyard-sandbox: says where it is, and what it doesn't understand. */
#include <gio/gio.h>
#include <signal.h>

static void
test_nonsense (void)
{
  static const char * const cases[][3] = {
    { NULL }, { "here" }, { "65536" }, { "0", "0" }, { "0", "--answers=loud" }, { "0", "--key=secret" },
    { "0", "--key=seam_a b" }, { "0", "--latency=-1" }, { "0", "--users=-3" }, { "0", "--users=many" },
    { "0", "--nonsense" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *argv[] = { LANYARD_SANDBOX, cases[i][0], cases[i][1], cases[i][2], NULL };
      g_autofree char *output = NULL;
      g_autofree char *complaint = NULL;
      g_autoptr(GError) error = NULL;
      int status;

      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaint, &status,
                                   &error));
      g_assert_no_error (error);
      g_assert_false (g_spawn_check_wait_status (status, &error));
      g_assert_error (error, G_SPAWN_EXIT_ERROR, 2);
      g_assert_cmpstr (output, ==, "");
      g_assert_true (g_str_has_prefix (complaint, "lanyard-sandbox: "));
    }
}

static void
test_help (void)
{
  const char *argv[] = { LANYARD_SANDBOX, "--help", NULL };
  g_autofree char *output = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, NULL));
  g_assert_nonnull (strstr (output, "--users-route-only"));
  g_assert_nonnull (strstr (output, "reset-after"));
}

static char *
read_line (GDataInputStream *lines)
{
  g_autoptr(GError) error = NULL;
  char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);

  return line;
}

static void
test_run (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, LANYARD_SANDBOX, "0",
                                                     "--key", "seam_for_a_test", NULL);
  g_autoptr(GDataInputStream) lines = NULL;
  g_autofree char *endpoint = NULL;
  g_autofree char *key = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  endpoint = read_line (lines);
  key = read_line (lines);
  g_assert_true (g_str_has_prefix (endpoint, "SEAM_ENDPOINT=http://127.0.0.1:"));
  g_assert_cmpstr (key, ==, "SEAM_API_KEY=seam_for_a_test");

  g_subprocess_send_signal (process, SIGTERM);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox-program/nonsense", test_nonsense);
  g_test_add_func ("/sandbox-program/help", test_help);
  g_test_add_func ("/sandbox-program/run", test_run);

  return g_test_run ();
}
