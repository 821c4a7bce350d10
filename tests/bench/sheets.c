/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes to compare a sheet of 100,000 rows with 100,000 users and as many cards: all that is done after a file
 * is opened, and how long the main loop is away meanwhile. */
#include <locale.h>
#include <stdlib.h>

#include "lanyard-matches.h"
#include "lanyard-roster-taking.h"
#include "lanyard-sheet-load.h"
#include "probe.h"

#define N_ROWS 100000
#define N_RUNS 5

static SeamRecord *
make_user (guint i)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\":\"%08x-0000-4000-8000-000000000000\","
                                           "\"acs_system_id\":\"system-1\",\"full_name\":\"Ada Okafor %u\","
                                           "\"email_address\":\"user%u@example.com\",\"phone_number\":\"+1202%07u\"}",
                                           i * 2654435761u, i, i, i);

  return seam_record_new_from_text (SEAM_TYPE_USER, json, SEAM_EXTENT_WHOLE, NULL);
}

static SeamRecord *
make_card (guint i)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\":\"%08x-0000-4000-8000-000000000001\","
                                           "\"acs_system_id\":\"system-1\",\"access_method\":\"card\","
                                           "\"card_number\":\"%010u\"}", i * 2654435761u, 20000000 + i * 7);

  return seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, json, SEAM_EXTENT_WHOLE, NULL);
}

static GPtrArray *
make_records (SeamRecord *(*make) (guint i))
{
  GPtrArray *records = g_ptr_array_new_full (N_ROWS, g_object_unref);

  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (records, make (i));
  return records;
}

/* Every tenth row has a card that nobody knows. */
static GBytes *
make_sheet (void)
{
  GString *text = g_string_new ("E-mail;Name;Card number\r\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "user%u@example.com;\"Okafor, Ada %u\";%010u\r\n", i, i,
                            20000000 + i * 7 + (i % 10 == 9));
  return g_string_free_to_bytes (text);
}

typedef struct
{
  GBytes         *bytes;
  LanyardSheet   *sheet;
  LanyardRoster  *roster;
  LanyardMatches *matches;
  double          read;
  double          taken;
  double          guessed;
} Run;

static void
on_matched (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ((Run *) user_data)->matches = lanyard_matches_new_finish (result, NULL);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Run *run = user_data;
  LanyardSheetColumns columns;

  run->roster = lanyard_roster_take_finish (LANYARD_DIRECTORY (source), result, NULL);
  run->taken = probe_now ();
  lanyard_sheet_columns_guess (&columns, run->sheet, run->roster);
  run->guessed = probe_now ();
  lanyard_matches_new_async (run->sheet, &columns, run->roster, NULL, on_matched, run);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;

  run->sheet = lanyard_sheet_new_finish (result, NULL);
  run->read = probe_now ();
}

static void
measure (LanyardDirectory *directory,
         GBytes           *bytes,
         gboolean          is_last)
{
  Run run = { .bytes = bytes };
  double begun = probe_now ();
  double used = probe_processor_now ();

  lanyard_sheet_new_async (bytes, '\0', NULL, on_read, &run);
  while (run.sheet == NULL)
    g_main_context_iteration (NULL, TRUE);
  lanyard_roster_take_async (directory, NULL, on_taken, &run);
  while (run.matches == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (lanyard_matches_count (run.matches, LANYARD_MATCH_DO) != N_ROWS - N_ROWS / 10)
    g_error ("%u rows were matched", lanyard_matches_count (run.matches, LANYARD_MATCH_DO));
  if (is_last)
    {
      probe_print ("sheet_read", run.read - begun);
      probe_print ("sheet_taken", run.taken - run.read);
      probe_print ("sheet_matched", probe_now () - run.guessed);
      probe_print ("sheet_all", probe_now () - begun);
      probe_print ("sheet_processor", probe_processor_now () - used);
    }
  g_object_unref (run.matches);
  lanyard_roster_unref (run.roster);
  lanyard_sheet_unref (run.sheet);
}

int
main (void)
{
  g_autoptr (SeamClient) client = NULL;
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GBytes) bytes = make_sheet ();

  setlocale (LC_ALL, "");
  /* Nobody is asked. */
  client = seam_client_new ("http://127.0.0.1:1", "seam_bench", NULL, NULL);
  directory = lanyard_directory_new (client);
  users = make_records (make_user);
  cards = make_records (make_card);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), users);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), cards, G_MAXUINT64);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  probe_watch_main_loop (NULL, NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      probe_begin ();
      measure (directory, bytes, i == N_RUNS - 1);
    }
  probe_print_busy ("sheet");
  return EXIT_SUCCESS;
}
