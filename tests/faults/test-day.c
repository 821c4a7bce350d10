/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day's work in one process: memory stays where it was after the first part, and no file stays open.
 *
 *   test-day [OPERATIONS] */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "lanyard-change-holder.h"

static guint n_operations = 600;

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* In KiB, what is allocated. What the allocator keeps besides grows and shrinks as threads come and go. */
static guint
measure_memory (void)
{
  return (guint) (mallinfo2 ().uordblks / 1024);
}

static void
work (Desk  *desk,
      guint  number)
{
  SeamCredential *credential = desk->credentials->pdata[number % desk->credentials->len];
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardEntry) entry = NULL;
  g_autoptr (LanyardChange) change = NULL;

  if (seam_credential_get_user_id (credential) != NULL)
    change = lanyard_change_new_unassign (desk->directory, credential);
  else
    change = lanyard_change_new_assign (credential, desk_pick_user (desk, credential, rand), NULL);
  lanyard_changes_run_async (desk->changes, change, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  entry = lanyard_changes_finish (desk->changes, result, NULL);
  g_assert_nonnull (entry);
  g_assert_cmpint (lanyard_entry_get_outcome (entry), ==, LANYARD_OUTCOME_DONE);
}

/* In a process of its own, since what is measured is the client. */
static GSubprocess *
start_sandbox (char **endpoint,
               char **key)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *sandbox = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, SANDBOX_PROGRAM, "0", "--users", "40",
                                           "--credentials", "60", NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (sandbox));
  first = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  second = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (first, "SEAM_ENDPOINT="));
  g_assert_true (g_str_has_prefix (second, "SEAM_API_KEY="));
  *endpoint = g_strdup (strchr (first, '=') + 1);
  *key = g_strdup (strchr (second, '=') + 1);

  return sandbox;
}

static void
test_day (void)
{
  g_autofree char *folder = desk_make_folder ();
  g_autofree char *journal_path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char *endpoint = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GSubprocess) sandbox = start_sandbox (&endpoint, &key);
  g_autoptr (Desk) desk = desk_new (endpoint, key, journal_path, 30000);
  guint n_first = MIN (1000, n_operations / 2);
  guint memory_first, memory, files_first;

  for (guint i = 0; i < n_first; i++)
    work (desk, i);
  memory_first = measure_memory ();
  files_first = count_files ();
  for (guint i = n_first; i < n_operations; i++)
    work (desk, i);
  memory = measure_memory ();
  g_print ("# %u operations: %u KiB after the first %u, %u KiB at the end; %u files open, then %u\n", n_operations,
           memory_first, n_first, memory, files_first, count_files ());
  /* A connection more or less may just be open. */
  g_assert_cmpuint (count_files (), <=, files_first + 3);
  /* 200 KiB, and at most 50 bytes for each further operation: less than any object that was forgotten. */
  g_assert_cmpuint (memory, <, memory_first + 200 + (n_operations - n_first) / 20);
  g_subprocess_force_exit (sandbox);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_operations = (guint) atoi (argv[1]);
  g_test_add_func ("/faults/day", test_day);

  return g_test_run ();
}
