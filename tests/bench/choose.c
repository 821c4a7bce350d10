/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes to choose all of a long list, as Ctrl+A does, until the bar says how many they are; for how long nothing
 * else is done while they are looked at after that; and what it takes to let them go again. */
#include <locale.h>

#include "lanyard-chosen-state.h"
#include "lanyard-list-selection.h"
#include "list-fixture.h"
#include "probe.h"

#define N_ROWS 100000
#define N_RUNS 20

static void
print_array (const char *prefix,
             GArray     *array)
{
  double median, maximum;
  g_autofree char *median_name = g_strconcat (prefix, "_median", NULL);
  g_autofree char *maximum_name = g_strconcat (prefix, "_max", NULL);

  probe_summarize (array, &median, &maximum);
  probe_print (median_name, median);
  probe_print (maximum_name, maximum);
}

/* Returns: the longest turn of the main loop until there is nothing left to do */
static double
measure_turns (void)
{
  double longest = 0;

  while (g_main_context_pending (NULL))
    {
      double begun = probe_processor_now ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, probe_processor_now () - begun);
    }
  return longest;
}

static void
measure (LanyardListSelection *selection)
{
  GtkSelectionModel *model = lanyard_list_selection_get_model (selection);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_RUNS; i++)
    {
      double begun = probe_processor_now ();
      double chosen, turn, let_go;

      gtk_selection_model_select_all (model);
      chosen = probe_processor_now () - begun;
      g_assert_cmpuint (lanyard_chosen_get_n (lanyard_list_selection_get_chosen (selection)), ==, N_ROWS);
      turn = measure_turns ();
      begun = probe_processor_now ();
      gtk_selection_model_unselect_all (model);
      let_go = probe_processor_now () - begun;
      g_array_append_val (all, chosen);
      g_array_append_val (turns, turn);
      g_array_append_val (none, let_go);
    }
  print_array ("choose", all);
  print_array ("choose_turn", turns);
  print_array ("let_go", none);
}

int
main (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  LanyardStore *users = lanyard_directory_get_users (directory);
  g_autoptr (GPtrArray) page = list_page_of_users (N_ROWS, "Name");
  g_autoptr (LanyardList) list = lanyard_list_new (users);
  g_autoptr (LanyardListSelection) selection = g_object_new (LANYARD_TYPE_LIST_SELECTION, NULL);
  g_autoptr (LanyardChosenState) state = g_object_new (LANYARD_TYPE_CHOSEN_STATE, NULL);

  setlocale (LC_ALL, "");
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  lanyard_list_selection_set_list (selection, list, users);
  lanyard_chosen_state_set_chosen (state, LANYARD_LIST_KIND_USERS, lanyard_list_selection_get_chosen (selection));
  lanyard_chosen_state_set_list (state, list);
  lanyard_list_selection_follow (selection);
  measure (selection);

  return 0;
}
