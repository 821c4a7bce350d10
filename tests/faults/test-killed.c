/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk who is killed at random moments, and comes back: nothing is lost, doubled or misreported.
 *
 *   test-killed [KILLS [SEED [BATCH]]]
 * With BATCH, the clerk does batches of so many, and goes on with what is left of the last one. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "lanyard-batch.h"

/* A killed clerk was at it for at most so long, in microseconds; an operation takes a few thousand. */
#define MAX_WORK 150000

/* The same, of a batch: each of its changes takes that. */
#define MAX_WORK_OF_ONE 8000

static guint batch_size;
static guint n_kills = 12;
static guint seed = 20;

static GSubprocess *
start (LanyardSandbox *sandbox,
       const char     *journal_path,
       guint           clerk_seed,
       const char     *n_operations)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *seed_text = g_strdup_printf ("%u", clerk_seed);
  g_autofree char *batch_text = batch_size > 0 ? g_strdup_printf ("%u", batch_size) : NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *clerk;

  g_subprocess_launcher_setenv (launcher, "SEAM_API_KEY", lanyard_sandbox_get_key (sandbox), TRUE);
  clerk = g_subprocess_launcher_spawn (launcher, &error, LANYARD_CLERK, lanyard_sandbox_get_endpoint (sandbox),
                                       journal_path, seed_text, n_operations, batch_text, NULL);
  g_assert_no_error (error);

  return clerk;
}

static void
wait_until_ready (GSubprocess *clerk)
{
  char line[6];
  gsize n;

  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (clerk), line, sizeof line, &n, NULL, NULL));
  g_assert_cmpmem (line, n, "ready\n", 6);
}

static gint32
get_span (void)
{
  return batch_size > 0 ? (gint32) batch_size * MAX_WORK_OF_ONE : MAX_WORK;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is left is gone on with to its end. */
static void
go_on_with_left (Desk *desk)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) run = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LanyardBatch) batch = NULL;
  guint n_left;

  lanyard_journal_list_batch_async (desk->journal, desk->left, NULL, keep_result, &listed);
  desk->left = 0;
  while (listed == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = lanyard_journal_list_finish (desk->journal, listed, NULL);
  batch = lanyard_batch_new_left (desk->changes, entries);
  lanyard_batch_run_async (batch, NULL, keep_result, &run);
  while (run == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (batch, "n-left", &n_left, NULL);
  g_assert_cmpuint (n_left, ==, 0);
}

static void
test_killed (void)
{
  g_autofree char *folder = desk_make_folder ();
  g_autofree char *journal_path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char *record_path = g_build_filename (folder, "record.json", NULL);
  g_autoptr (LanyardSandbox) sandbox = desk_start_sandbox (40, MAX (60, batch_size), record_path);
  g_autoptr (GHashTable) before = desk_read_holders (sandbox);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Desk) desk = NULL;
  g_autofree char *what = NULL;
  Audit audit;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) clerk = start (sandbox, journal_path, seed + i, "1000000");

      wait_until_ready (clerk);
      g_usleep ((gulong) g_rand_int_range (rand, 0, get_span ()));
      g_subprocess_send_signal (clerk, SIGKILL);
      g_assert_true (g_subprocess_wait (clerk, NULL, NULL));
      g_assert_true (g_subprocess_get_if_signaled (clerk));
    }

  /* The last one is let to look after what was left. */
  desk = desk_new (lanyard_sandbox_get_endpoint (sandbox), lanyard_sandbox_get_key (sandbox), journal_path, 1000);
  while (desk_count_open (desk) > 0)
    if (desk->left != 0)
      go_on_with_left (desk);
    else
      g_main_context_iteration (NULL, TRUE);
  after = desk_read_holders (sandbox);
  lanyard_sandbox_stop (sandbox);
  audit = desk_audit (journal_path, record_path, before, after, desk);
  what = batch_size > 0 ? g_strdup_printf ("killed %u times in batches of %u:", n_kills, batch_size)
                        : g_strdup_printf ("killed %u times:", n_kills);
  desk_assert_right (&audit, what);
  g_assert_cmpuint (audit.n_done, >=, n_kills);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_kills = (guint) atoi (argv[1]);
  if (argc > 2)
    seed = (guint) atoi (argv[2]);
  if (argc > 3)
    batch_size = (guint) atoi (argv[3]);
  g_test_add_func ("/faults/killed", test_killed);

  return g_test_run ();
}
