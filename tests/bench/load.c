/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a workspace without a window, with both of its sorted lists, and prints what that took; with a number, as often
 * as that, closing it in between. */
#include <locale.h>
#include <stdlib.h>

#include "lanyard-directory.h"
#include "probe.h"

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) user_data = TRUE;
  if (source != NULL && LANYARD_IS_DIRECTORY (source)
      && !lanyard_directory_load_finish (LANYARD_DIRECTORY (source), result, &error))
    g_error ("It could not be loaded: %s", error->message);
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  *done = FALSE;
}

static gboolean
is_listed (LanyardList  *list,
           LanyardStore *store)
{
  return lanyard_list_is_settled (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == lanyard_store_get_n_records (store);
}

/* From when it is opened until all is listed. */
static void
open_once (SeamClient *client)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (client);
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (directory));
  double memory = probe_resident ();
  double begun = probe_now ();
  gboolean done = FALSE;

  probe_begin ();
  lanyard_directory_load_async (directory, NULL, on_done, &done);
  wait_for (&done);
  while (!is_listed (users, lanyard_directory_get_users (directory))
         || !is_listed (credentials, lanyard_directory_get_credentials (directory)))
    g_main_context_iteration (NULL, TRUE);

  probe_print ("load", probe_now () - begun);
  probe_print_busy ("load");
  probe_print ("users", g_list_model_get_n_items (G_LIST_MODEL (users)));
  probe_print ("credentials", g_list_model_get_n_items (G_LIST_MODEL (credentials)));
  probe_print ("memory", probe_resident () - memory);
}

/* Until what is freed a little at a time has been, and a worker has given the memory back. */
static void
wait_until_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (G_USEC_PER_SEC / 2);
}

int
main (int    argc,
      char **argv)
{
  guint64 n_openings = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamClient) client = NULL;

  setlocale (LC_ALL, "");
  client = seam_client_new (g_getenv ("SEAM_ENDPOINT"), g_getenv ("SEAM_API_KEY"), NULL, &error);
  if (client == NULL)
    g_error ("%s", error->message);
  probe_watch_main_loop (NULL, NULL);
  open_once (client);
  for (guint64 i = 1; i < n_openings; i++)
    {
      wait_until_idle ();
      if (i == 1)
        probe_print ("closed_first", probe_resident ());
      open_once (client);
    }
  if (n_openings > 1)
    {
      wait_until_idle ();
      probe_print ("closed_last", probe_resident ());
    }

  return EXIT_SUCCESS;
}
