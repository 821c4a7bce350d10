/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a workspace without a window, with both of its sorted lists, and prints what that took. */
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

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamClient) client = NULL;
  g_autoptr (LanyardJournal) journal = NULL;
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (LanyardList) users = NULL;
  g_autoptr (LanyardList) credentials = NULL;
  gboolean done = FALSE;
  double memory, begun;

  setlocale (LC_ALL, "");
  client = seam_client_new (g_getenv ("SEAM_ENDPOINT"), g_getenv ("SEAM_API_KEY"), NULL, &error);
  if (client == NULL)
    g_error ("%s", error->message);
  journal = lanyard_journal_new (NULL);
  directory = lanyard_directory_new (client, journal);
  users = lanyard_list_new (lanyard_directory_get_users (directory));
  credentials = lanyard_list_new (lanyard_directory_get_credentials (directory));

  probe_watch_main_loop (NULL, NULL);
  memory = probe_resident ();
  begun = probe_now ();
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

  return EXIT_SUCCESS;
}
