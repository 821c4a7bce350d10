/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An arrangement comes to the same in turns as at once, and to nothing when it is cancelled between two of them. */
#include "lanyard-arrangement.h"
#include "seam.h"

#define N_USERS 5000

static GPtrArray *
make_keys (void)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_USERS; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"u%u\", \"display_name\": \"Name %05u\"}", i,
                                               i * 7919 % N_USERS);
      g_autoptr (GError) error = NULL;
      SeamRecord *user = seam_record_new_from_text (SEAM_TYPE_USER, json, SEAM_EXTENT_WHOLE, &error);

      g_assert_no_error (error);
      g_ptr_array_add (users, user);
    }
  return lanyard_keys_of_records (users);
}

static LanyardArrangement *
make_arrangement (GPtrArray *fresh)
{
  LanyardArrangement *arrangement = lanyard_arrangement_new ();

  lanyard_view_set_search (&arrangement->view, "7");
  arrangement->sorted = g_ptr_array_new ();
  arrangement->rows = g_ptr_array_new ();
  arrangement->retired = lanyard_keys_new ();
  arrangement->fresh = g_ptr_array_ref (fresh);
  return arrangement;
}

static void
test_turns (void)
{
  g_autoptr (GPtrArray) keys = make_keys ();
  g_autoptr (LanyardArrangement) at_once = make_arrangement (keys);
  g_autoptr (LanyardArrangement) in_turns = make_arrangement (keys);
  guint n_turns = 1;

  g_assert_true (lanyard_arrangement_run (at_once, G_MAXINT64));
  while (!lanyard_arrangement_run (in_turns, 0))
    n_turns++;
  g_assert_cmpuint (n_turns, >, 2);

  g_assert_true (at_once->is_done);
  g_assert_true (in_turns->is_done);
  g_assert_cmpuint (at_once->sorted->len, ==, N_USERS);
  g_assert_cmpuint (at_once->rows->len, >, 0);
  g_assert_cmpuint (at_once->rows->len, <, N_USERS);
  g_assert_cmpmem (in_turns->sorted->pdata, in_turns->sorted->len * sizeof (gpointer),
                   at_once->sorted->pdata, at_once->sorted->len * sizeof (gpointer));
  g_assert_cmpmem (in_turns->rows->pdata, in_turns->rows->len * sizeof (gpointer),
                   at_once->rows->pdata, at_once->rows->len * sizeof (gpointer));
  g_assert_cmpuint (in_turns->edits->len, ==, at_once->edits->len);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) keys = make_keys ();
  g_autoptr (LanyardArrangement) arrangement = make_arrangement (keys);

  g_assert_false (lanyard_arrangement_run (arrangement, 0));
  g_cancellable_cancel (arrangement->cancellable);
  g_assert_true (lanyard_arrangement_run (arrangement, 0));

  g_assert_false (arrangement->is_done);
  g_assert_cmpuint (arrangement->sorted->len, ==, 0);
  g_assert_cmpuint (arrangement->rows->len, ==, 0);
  g_assert_cmpuint (arrangement->fresh->len, ==, N_USERS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement/turns", test_turns);
  g_test_add_func ("/arrangement/cancelled", test_cancelled);

  return g_test_run ();
}
