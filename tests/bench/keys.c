/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes to find people and cards without a window: making the keys of records, searching a list of them a
 * letter at a time, and looking for the card of a number. Times are the processor's, so that other programs don't
 * count. */
#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-key.h"
#include "probe.h"

#define N_ROWS 100000
#define N_RUNS 5
#define N_LOOKS 10000

static const char * const first_names[] = {
  "Ada", "Fátima", "Jörg", "Emma", "Anne-Marie", "Wei", "Łukasz", "John", "Zoe", "Priya",
};
static const char * const last_names[] = {
  "Okafor", "Núñez", "Lindqvist", "O’Brien", "Müller", "Smith", "Tanaka", "Silva", "Novak", "Haddad",
};
static const char * const searches[] = { "okafor ada", "fatima", "2025550142", "zo" };

static SeamRecord *
make_user (guint i)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\":\"%08x-0000-4000-8000-000000000000\","
                                           "\"acs_system_id\":\"system-1\",\"display_name\":\"%s %s\","
                                           "\"full_name\":\"%s %s\",\"email_address\":\"user%u@example.com\","
                                           "\"phone_number\":\"+1202555%04u\"}",
                                           i * 2654435761u, first_names[i % 10], last_names[i / 10 % 10],
                                           first_names[i % 10], last_names[i / 10 % 10], i, i % 10000);

  return seam_record_new_from_text (SEAM_TYPE_USER, json, SEAM_EXTENT_WHOLE, NULL);
}

static SeamRecord *
make_card (guint i)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\":\"%08x-0000-4000-8000-000000000001\","
                                           "\"acs_system_id\":\"system-1\",\"display_name\":\"Card %u\","
                                           "\"access_method\":\"card\",\"card_number\":\"%010u\","
                                           "\"acs_user_id\":\"%08x-0000-4000-8000-000000000000\"}",
                                           i * 2654435761u, i, 20000000 + i * 7, i * 2654435761u);

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

static gsize
allocated (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
measure_keys (const char *what,
              GPtrArray  *records)
{
  g_autofree char *time_name = g_strconcat (what, "_keys", NULL);
  g_autofree char *bytes_name = g_strconcat (what, "_key_bytes", NULL);
  double best = G_MAXDOUBLE;
  double bytes = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gsize before = allocated ();
      double begun = probe_processor_now ();
      g_autoptr (GPtrArray) keys = lanyard_keys_of_records (records);

      best = MIN (best, probe_processor_now () - begun);
      bytes = (double) (allocated () - before) / records->len;
    }
  probe_print (time_name, best);
  probe_print (bytes_name, bytes);
}

static void
settle (LanyardList *list)
{
  while (!lanyard_list_is_settled (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_searches (const char  *what,
                  LanyardList *list)
{
  g_autofree char *median_name = g_strconcat (what, "_search_median", NULL);
  g_autofree char *max_name = g_strconcat (what, "_search_max", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double median, maximum;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (gsize n = 1; n <= strlen (searches[i]); n++)
        {
          g_autofree char *typed = g_strndup (searches[i], n);
          double begun = probe_processor_now ();
          double took;

          g_object_set (list, "search", typed, NULL);
          settle (list);
          took = probe_processor_now () - begun;
          g_array_append_val (times, took);
        }
      g_object_set (list, "search", NULL, NULL);
      settle (list);
    }
  probe_summarize (times, &median, &maximum);
  probe_print (median_name, median);
  probe_print (max_name, maximum);
}

static void
measure_looks (LanyardFinder *finder)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double median, maximum;

  for (guint i = 0; i < N_LOOKS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 20000000 + i * 7 + i % 2);
      g_autoptr (LanyardNumber) number = lanyard_number_new (text, NULL);
      double begun = probe_processor_now ();
      g_autoptr (LanyardFinding) finding = lanyard_finder_look (finder, number);
      double took = probe_processor_now () - begun;

      g_assert_true ((finding->found == LANYARD_FOUND_ONE) == (i % 2 == 0));
      g_array_append_val (times, took);
    }
  probe_summarize (times, &median, &maximum);
  probe_print ("look_median", median);
  probe_print ("look_max", maximum);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SeamClient) client = NULL;
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (LanyardList) list = NULL;
  g_autoptr (LanyardList) held = NULL;

  setlocale (LC_ALL, "");
  /* Nobody is asked. */
  client = seam_client_new ("http://127.0.0.1:1", "seam_bench", NULL, NULL);
  directory = lanyard_directory_new (client);
  users = make_records (make_user);
  cards = make_records (make_card);
  measure_keys ("user", users);
  measure_keys ("card", cards);
  list = lanyard_list_new (lanyard_directory_get_users (directory));
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), users);
  settle (list);
  measure_searches ("user", list);
  held = lanyard_list_new (lanyard_directory_get_credentials (directory));
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), cards, G_MAXUINT64);
  settle (held);
  measure_searches ("card", held);
  measure_looks (lanyard_directory_get_finder (directory));
  return EXIT_SUCCESS;
}
