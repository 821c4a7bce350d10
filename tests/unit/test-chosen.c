/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen in a long list: by clicks and keys, as a list view passes them on, and through all that the list does
 * meanwhile. */
#include "lanyard-chosen-menu.h"
#include "lanyard-chosen-state.h"
#include "lanyard-list-selection.h"
#include "list-fixture.h"
#include "property-checks.h"

#define N_MANY 100000

/* A long list of users, in the order of their numbers, and what is chosen in it. */
typedef struct
{
  LanyardDirectory     *directory;
  LanyardList          *list;
  LanyardListSelection *selection;
  LanyardChosen        *chosen;
  GtkSelectionModel    *model;
  guint                 n_told;
} Desk;

static void
on_changed (Desk *desk)
{
  desk->n_told++;
}

static void
desk_free (Desk *desk)
{
  g_signal_handlers_disconnect_by_data (desk->chosen, desk);
  g_object_unref (desk->selection);
  g_object_unref (desk->list);
  g_object_unref (desk->directory);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static void
follow (Desk *desk)
{
  list_settle (desk->list);
  lanyard_list_selection_follow (desk->selection);
}

static Desk *
new_desk (guint n_users)
{
  Desk *desk = g_new0 (Desk, 1);
  g_autoptr (GPtrArray) page = list_new_page ();
  LanyardStore *store;

  desk->directory = records_new_directory ();
  store = lanyard_directory_get_users (desk->directory);
  for (guint i = 0; i < n_users; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %06u", i);

      list_add_user (page, i, name, i % 10 == 0);
    }
  lanyard_holdings_take_users (lanyard_directory_get_holdings (desk->directory), page);
  desk->list = lanyard_list_new (store);
  desk->selection = g_object_new (LANYARD_TYPE_LIST_SELECTION, NULL);
  lanyard_list_selection_set_list (desk->selection, desk->list, store);
  desk->chosen = lanyard_list_selection_get_chosen (desk->selection);
  desk->model = lanyard_list_selection_get_model (desk->selection);
  follow (desk);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->model)), ==, n_users);
  g_signal_connect_swapped (desk->chosen, "changed", G_CALLBACK (on_changed), desk);

  return desk;
}

static gpointer
user (Desk *desk,
      guint number)
{
  g_autofree char *id = g_strdup_printf ("u%u", number);

  return lanyard_store_lookup (lanyard_directory_get_users (desk->directory), id);
}

/* What GtkListView asks for when a row is clicked, with Ctrl or Shift. */
static void
click (Desk *desk,
       guint position)
{
  gtk_selection_model_select_item (desk->model, position, TRUE);
}

static void
click_with_control (Desk *desk,
                    guint position)
{
  if (gtk_selection_model_is_selected (desk->model, position))
    gtk_selection_model_unselect_item (desk->model, position);
  else
    gtk_selection_model_select_item (desk->model, position, FALSE);
}

static void
assert_chosen (Desk       *desk,
               const char *numbers)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) chosen = lanyard_list_selection_dup_chosen (desk->selection);

  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", seam_record_get_id (chosen->pdata[i]) + 1);
  g_assert_cmpstr (found->str, ==, numbers);
  g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), ==, chosen->len);
}

static void
assert_on_show (Desk *desk,
                guint number)
{
  g_assert_true ((gpointer) lanyard_list_selection_get_selected (desk->selection) == user (desk, number));
}

static void
test_one (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  assert_chosen (desk, "");
  click (desk, 3);
  assert_chosen (desk, "3");
  assert_on_show (desk, 3);
  click (desk, 5);
  assert_chosen (desk, "5");
  assert_on_show (desk, 5);
  g_assert_false (lanyard_chosen_is_many (desk->chosen));
  lanyard_list_selection_set_selected (desk->selection, user (desk, 7));
  assert_chosen (desk, "7");
  g_assert_true (gtk_selection_model_is_selected (desk->model, 7));
  g_assert_false (gtk_selection_model_is_selected (desk->model, 5));
}

static void
test_several (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  click (desk, 3);
  click_with_control (desk, 9);
  click_with_control (desk, 6);
  assert_chosen (desk, "3 6 9");
  g_assert_true (lanyard_chosen_is_many (desk->chosen));
  /* The page on show stays while many are chosen, and is of the one that is left. */
  assert_on_show (desk, 3);
  click_with_control (desk, 3);
  click_with_control (desk, 9);
  assert_chosen (desk, "6");
  assert_on_show (desk, 6);
  g_assert_false (lanyard_chosen_is_many (desk->chosen));
  /* With Shift: from there to here, and nothing else. */
  gtk_selection_model_select_range (desk->model, 10, 3, TRUE);
  assert_chosen (desk, "10 11 12");
  /* A plain click is for one. */
  click (desk, 2);
  assert_chosen (desk, "2");
  assert_on_show (desk, 2);
}

static void
test_mode (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  click (desk, 3);
  g_object_set (desk->chosen, "choosing", TRUE, NULL);
  /* Whose page is on show was not chosen for anything. */
  assert_chosen (desk, "");
  g_assert_true (lanyard_chosen_is_many (desk->chosen));
  /* To go through the list lets nothing go, and adds nothing. */
  lanyard_chosen_toggle (desk->chosen, user (desk, 8));
  click (desk, 9);
  assert_chosen (desk, "8");
  gtk_selection_model_select_range (desk->model, 10, 2, TRUE);
  assert_chosen (desk, "8 10 11");
  lanyard_chosen_toggle (desk->chosen, user (desk, 10));
  assert_chosen (desk, "8 11");
  gtk_selection_model_unselect_all (desk->model);
  assert_chosen (desk, "");
  assert_on_show (desk, 3);
  lanyard_chosen_toggle (desk->chosen, user (desk, 8));
  lanyard_chosen_give_up (desk->chosen);
  assert_chosen (desk, "3");
  g_assert_false (lanyard_chosen_is_many (desk->chosen));
}

static void
test_given_up (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  click (desk, 3);
  gtk_selection_model_select_all (desk->model);
  g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), ==, 20);
  assert_on_show (desk, 3);
  gtk_selection_model_unselect_all (desk->model);
  assert_chosen (desk, "3");
  gtk_selection_model_select_all (desk->model);
  lanyard_chosen_give_up (desk->chosen);
  assert_chosen (desk, "3");
}

/* What a search hides stays chosen, comes after what it shows, and is said. */
static void
test_search (void)
{
  g_autoptr (Desk) desk = new_desk (20);
  g_autoptr (LanyardChosenState) state = g_object_new (LANYARD_TYPE_CHOSEN_STATE, NULL);

  lanyard_chosen_state_set_chosen (state, LANYARD_LIST_KIND_USERS, desk->chosen);
  lanyard_chosen_state_set_list (state, desk->list);
  assert_text (state, "count", "");
  assert_flag (state, "many", FALSE);
  click (desk, 3);
  assert_text (state, "count", "");
  click_with_control (desk, 12);
  assert_text (state, "count", "2 users selected");
  assert_text (state, "not-shown", "");
  g_object_set (desk->list, "search", "00001", NULL);
  follow (desk);
  assert_chosen (desk, "12 3");
  assert_text (state, "not-shown", "1 of them is not shown");
  gtk_selection_model_select_item (desk->model, 5, FALSE);
  assert_chosen (desk, "12 15 3");
  assert_text (state, "count", "3 users selected");
  g_object_set (desk->list, "search", "nobody", NULL);
  follow (desk);
  assert_text (state, "not-shown", "3 of them are not shown");
  g_object_set (desk->list, "search", "", NULL);
  follow (desk);
  assert_chosen (desk, "3 12 15");
  assert_text (state, "not-shown", "");
  lanyard_chosen_give_up (desk->chosen);
  assert_text (state, "count", "");
  g_object_set (desk->chosen, "choosing", TRUE, NULL);
  assert_text (state, "count", "No users selected");
  assert_flag (state, "some", FALSE);
}

/* Who adds to one that a filter hides means those that they see. */
static void
test_unseen (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  click (desk, 3);
  g_object_set (desk->list, "show", LANYARD_SHOW_ATTENTION, NULL);
  follow (desk);
  assert_on_show (desk, 3);
  gtk_selection_model_select_item (desk->model, 1, FALSE);
  assert_chosen (desk, "10");
  assert_on_show (desk, 10);
}

/* Whatever is sorted, changed and taken away, the same are chosen, as far as they are still there. */
static void
test_outlives (void)
{
  g_autoptr (Desk) desk = new_desk (20);
  g_autoptr (GPtrArray) page = list_new_page ();

  click (desk, 3);
  click_with_control (desk, 12);
  click_with_control (desk, 17);
  g_object_set (desk->list, "sort", LANYARD_SORT_NEWEST, NULL);
  follow (desk);
  assert_chosen (desk, "17 12 3");
  list_add_user (page, 12, "Another Name", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (desk->directory), page);
  follow (desk);
  assert_chosen (desk, "17 12 3");
  records_remove (desk->directory, user (desk, 17));
  follow (desk);
  assert_chosen (desk, "12 3");
  records_remove (desk->directory, user (desk, 3));
  follow (desk);
  assert_chosen (desk, "12");
  g_assert_false (lanyard_chosen_is_many (desk->chosen));
}

static void
test_other_list (void)
{
  g_autoptr (Desk) desk = new_desk (20);

  gtk_selection_model_select_all (desk->model);
  g_object_set (desk->chosen, "choosing", TRUE, NULL);
  lanyard_list_selection_set_list (desk->selection, NULL, NULL);
  assert_chosen (desk, "");
  g_assert_false (lanyard_chosen_is_many (desk->chosen));
}

/* All of a hundred thousand are told of once, and only those that a view asks about are looked at again. */
static void
test_many (void)
{
  g_autoptr (Desk) desk = new_desk (N_MANY);
  g_autoptr (GtkBitset) seen = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  desk->n_told = 0;
  gtk_selection_model_select_all (desk->model);
  g_assert_cmpuint (desk->n_told, ==, 1);
  g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), ==, N_MANY);
  click_with_control (desk, 50001);
  seen = gtk_selection_model_get_selection_in_range (desk->model, 50000, 3);
  g_assert_cmpuint (gtk_bitset_get_size (seen), ==, 2);
  g_assert_false (gtk_bitset_contains (seen, 50001));
  g_object_set (desk->list, "sort", LANYARD_SORT_NEWEST, NULL);
  follow (desk);
  g_object_set (desk->list, "search", "Name 05000", NULL);
  follow (desk);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->model)), ==, 20);
  chosen = lanyard_list_selection_dup_chosen (desk->selection);
  g_assert_cmpuint (chosen->len, ==, N_MANY - 1);
  g_assert_false (g_ptr_array_find (chosen, user (desk, 50001), NULL));
  lanyard_chosen_give_up (desk->chosen);
  g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), <=, 1);
}

static void
check_all_but (Desk  *desk,
               guint  n_turns,
               guint  let_go)
{
  for (guint i = 0; i < n_turns; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), ==, N_MANY - 1);
  for (guint i = 0; i < N_MANY; i += 997)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (desk->model, i), ==, user (desk, i) != user (desk, let_go));
      g_assert_cmpint (lanyard_chosen_contains (desk->chosen, user (desk, i), N_MANY - 1 - i), ==,
                       user (desk, i) != user (desk, let_go));
    }
}

/* So many are looked at little by little; it makes no difference how far that has come. */
static void
test_many_between_turns (void)
{
  static const guint turns[] = { 0, 1, 3, 1000 };
  g_autoptr (Desk) desk = new_desk (N_MANY);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      guint let_go = 997 * (i + 1);

      gtk_selection_model_select_all (desk->model);
      for (guint j = 0; j < turns[i]; j++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), ==, N_MANY);
      for (guint j = 0; j < N_MANY; j += 997)
        g_assert_true (gtk_selection_model_is_selected (desk->model, j));
      click_with_control (desk, let_go);
      check_all_but (desk, turns[i], let_go);
      lanyard_chosen_give_up (desk->chosen);
      g_assert_cmpuint (lanyard_chosen_get_n (desk->chosen), <=, 1);
      g_assert_false (gtk_selection_model_is_selected (desk->model, N_MANY - 1));
    }
}

/* --- What can be done with them --- */

static void
add_labels (GMenuModel *menu,
            GString    *labels)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        add_labels (section, labels);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (labels, "%s\n", label);
    }
}

static void
test_menu (void)
{
  g_autoptr (Desk) desk = new_desk (20);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree gpointer *records = NULL;
  guint n;

  for (guint i = 8; i < 12; i++)
    seam_user_set_n_credentials (user (desk, i), i % 2);
  gtk_selection_model_select_range (desk->model, 8, 4, TRUE);
  records = lanyard_chosen_list (desk->chosen, &n);
  menu = lanyard_chosen_menu_new (LANYARD_LIST_KIND_USERS, records, n);
  add_labels (menu, labels);
  g_assert_cmpstr (labels->str, ==, "Assign Each a Free Credential…\nUnassign All (2 of 4)…\nSuspend (3 of 4)…\n"
                                    "Restore Access (1 of 4)…\nExport…\nPrint Slips (2 of 4)…\n"
                                    "Copy as Command\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chosen/one", test_one);
  g_test_add_func ("/chosen/several", test_several);
  g_test_add_func ("/chosen/mode", test_mode);
  g_test_add_func ("/chosen/given-up", test_given_up);
  g_test_add_func ("/chosen/search", test_search);
  g_test_add_func ("/chosen/unseen", test_unseen);
  g_test_add_func ("/chosen/outlives", test_outlives);
  g_test_add_func ("/chosen/other-list", test_other_list);
  g_test_add_func ("/chosen/many", test_many);
  g_test_add_func ("/chosen/many-between-turns", test_many_between_turns);
  g_test_add_func ("/chosen/menu", test_menu);

  return g_test_run ();
}
