/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter leaves out of what is searched for. */
#include "lanyard-left-out.h"
#include "list-fixture.h"

typedef struct
{
  LanyardDirectory *directory;
  LanyardList      *list;
  LanyardStore     *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) page = list_new_page ();

  fixture->directory = records_new_directory ();
  fixture->store = lanyard_directory_get_users (fixture->directory);
  fixture->list = lanyard_list_new (fixture->store);
  list_add_user (page, 1, "Ada Okafor", FALSE);
  list_add_user (page, 2, "Ada Byron", TRUE);
  list_add_user (page, 3, "Ben Ito", TRUE);
  list_add_user (page, 4, "Adam Ito", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (fixture->directory), page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->list);
  g_object_unref (fixture->directory);
}

static void
wait_for (LanyardLeftOut *left_out,
          guint           n)
{
  while (lanyard_left_out_get_n (left_out) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_first (LanyardLeftOut *left_out,
              const char     *name)
{
  g_autoptr (SeamRecord) first = lanyard_left_out_dup_first (left_out);

  g_assert_cmpstr (first != NULL ? seam_record_get_display_name (first) : NULL, ==, name);
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardLeftOut) left_out = lanyard_left_out_new (fixture->list, fixture->store, FALSE);
  g_autoptr (GPtrArray) page = list_new_page ();

  /* Neither a search nor a filter leaves anything out by itself. */
  g_object_set (fixture->list, "search", "ada", NULL);
  list_settle (fixture->list);
  g_assert_cmpuint (lanyard_left_out_get_n (left_out), ==, 0);
  g_object_set (fixture->list, "search", NULL, "show", LANYARD_SHOW_ATTENTION, NULL);
  list_settle (fixture->list);
  g_assert_cmpuint (lanyard_left_out_get_n (left_out), ==, 0);

  g_object_set (fixture->list, "search", "ada", NULL);
  wait_for (left_out, 2);
  g_object_set (fixture->list, "search", "adam", NULL);
  wait_for (left_out, 1);
  assert_first (left_out, "Adam Ito");
  /* What has gone, and what has come. */
  list_add_user (page, 4, "Bob Ito", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (fixture->directory), page);
  wait_for (left_out, 0);
  g_object_set (fixture->list, "search", "ito", NULL);
  wait_for (left_out, 1);
  g_object_set (fixture->list, "show", LANYARD_SHOW_ALL, NULL);
  wait_for (left_out, 0);
}

static void
test_when_empty (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (LanyardLeftOut) left_out = lanyard_left_out_new (fixture->list, fixture->store, TRUE);

  /* Of the systems s1, s2, s0 and s1. */
  g_object_set (fixture->list, "system-id", "s2", "search", "ada", NULL);
  list_settle (fixture->list);
  g_assert_cmpuint (lanyard_left_out_get_n (left_out), ==, 0);
  g_object_set (fixture->list, "search", "ben", NULL);
  wait_for (left_out, 1);
  assert_first (left_out, "Ben Ito");
  g_object_set (fixture->list, "search", "nobody", NULL);
  wait_for (left_out, 0);
  assert_first (left_out, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/left-out/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/left-out/when-empty", Fixture, NULL, set_up, test_when_empty, tear_down);

  return g_test_run ();
}
