/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The users of one identity, across access systems: a live list that does not move where nothing has changed. */
#include "lanyard-holdings.h"
#include "records.h"

#define USER(id, system, more) \
  "{\"acs_user_id\": \"" id "\", \"acs_system_id\": \"" system "\", \"full_name\": \"Ada\"" more "}"
#define OF_ADA ", \"user_identity_id\": \"i1\""
#define OF_BEN ", \"user_identity_id\": \"i2\""

#define N_MANY 100000
#define N_PER_PERSON 4

static GListModel *
list (LanyardDirectory *directory,
      gpointer          user)
{
  return lanyard_holdings_list_same_person (lanyard_directory_get_holdings (directory), user);
}

static void
count_change (GListModel *model,
              guint       position,
              guint       removed,
              guint       added,
              guint      *n_changes)
{
  (*n_changes)++;
}

static void
test_live (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  SeamUser *hotel = records_add (directory, SEAM_TYPE_USER, USER ("b", "hotel", OF_ADA));
  SeamUser *nobody = records_add (directory, SEAM_TYPE_USER, USER ("c", "hotel", ""));
  g_autoptr (GListModel) model = g_object_ref (list (directory, hotel));
  SeamUser *office;
  guint n_changes = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (count_change), &n_changes);
  g_assert_null (list (directory, nobody));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);

  office = records_add (directory, SEAM_TYPE_USER, USER ("a", "office", OF_ADA));
  g_assert_true (list (directory, office) == model);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  g_assert_cmpuint (n_changes, ==, 1);

  /* What is read again, and is as it was, moves nothing. */
  records_add (directory, SEAM_TYPE_USER, USER ("b", "hotel", OF_ADA));
  records_add (directory, SEAM_TYPE_USER, USER ("a", "office", OF_ADA ", \"email_address\": \"ada@example.com\""));
  g_assert_cmpuint (n_changes, ==, 1);

  /* Another person, after all. */
  records_add (directory, SEAM_TYPE_USER, USER ("a", "office", OF_BEN));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  g_assert_true (list (directory, office) != model);
  records_add (directory, SEAM_TYPE_USER, USER ("a", "office", OF_ADA));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);

  /* A list that somebody holds is empty when all are gone, and fills again. */
  records_remove (directory, office);
  records_remove (directory, hotel);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  hotel = records_add (directory, SEAM_TYPE_USER, USER ("b", "hotel", OF_ADA));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  g_assert_true (list (directory, hotel) == model);
}

/* With very many people, one of them is found as fast: looking through all of them for each would take minutes. */
static void
test_many (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 began_at;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"acs_user_id\": \"u%u\", \"acs_system_id\": \"s%u\", \"user_identity_id\": \"i%u\"}", i, i % N_PER_PERSON,
        i / N_PER_PERSON);

      g_ptr_array_add (users, records_make (SEAM_TYPE_USER, json));
    }
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), users);
  began_at = g_get_monotonic_time ();
  for (guint i = 0; i < N_MANY; i++)
    {
      SeamUser *user = lanyard_store_lookup (lanyard_directory_get_users (directory),
                                             seam_record_get_id (users->pdata[i]));

      g_assert_cmpuint (g_list_model_get_n_items (list (directory, user)), ==, N_PER_PERSON);
    }
  g_assert_cmpint (g_get_monotonic_time () - began_at, <, 30 * G_TIME_SPAN_SECOND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/same-person/live", test_live);
  g_test_add_func ("/same-person/many", test_many);

  return g_test_run ();
}
