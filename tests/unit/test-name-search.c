/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding by name: which are found, in which order, and what they are not found by. */
#include "lanyard-directory.h"
#include "lanyard-name-search.h"

typedef struct
{
  LanyardDirectory *directory;
  LanyardNameSearch *search;
} Fixture;

static SeamRecord *
make_record (GType       type,
             const char *json)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (type, json, SEAM_EXTENT_WHOLE, &error);

  g_assert_no_error (error);

  return record;
}

static void
add_user (Fixture    *fixture,
          const char *id,
          const char *name)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\":\"%s\",\"display_name\":\"%s\",\"full_name\":\"%s\","
                                           "\"email_address\":\"%s@harbour.example\",\"phone_number\":\"+15550100\"}",
                                           id, name, name, id);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_record (SEAM_TYPE_USER, json));
  lanyard_holdings_take_users (lanyard_directory_get_holdings (fixture->directory), records);
}

static void
add_card (Fixture    *fixture,
          const char *id,
          const char *name)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\":\"%s\",\"display_name\":\"%s\","
                                           "\"access_method\":\"card\",\"card_number\":\"7654321\"}", id, name);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_record (SEAM_TYPE_CREDENTIAL, json));
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (fixture->directory), records, G_MAXUINT64);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  /* Nobody listens there: nothing is asked of it. */
  g_autoptr (SeamClient) client = seam_client_new ("http://127.0.0.1:1", "seam_test", NULL, &error);

  g_assert_no_error (error);
  fixture->directory = lanyard_directory_new (client);
  fixture->search = lanyard_name_search_new (fixture->directory);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->search);
  g_clear_object (&fixture->directory);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
assert_found (Fixture    *fixture,
              const char *search,
              guint       limit,
              const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  lanyard_name_search_find_async (fixture->search, search, limit, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = lanyard_name_search_find_finish (fixture->search, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", seam_record_get_id (found->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_found (fixture, "an", 5, "");
  add_user (fixture, "u1", "Zoë Andersen");
  add_user (fixture, "u2", "Anna Weiß");
  add_user (fixture, "u3", "Andrés");
  add_card (fixture, "c1", "Annex 7");

  /* Those who begin with it first, by name; then the others; users before credentials. */
  assert_found (fixture, "an", 5, "u3 u2 u1 c1");
  assert_found (fixture, "AN", 2, "u3 u2 c1");
  assert_found (fixture, "weiss anna", 5, "u2");
  assert_found (fixture, "zoe", 5, "u1");
  assert_found (fixture, "   ", 5, "");

  /* What came after a search is found by the next one. */
  add_user (fixture, "u4", "Anke");
  assert_found (fixture, "an", 5, "u3 u4 u2 u1 c1");
}

static void
test_names_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  add_user (fixture, "u1", "Ada");
  add_card (fixture, "c1", "Card 76****");

  assert_found (fixture, "u1", 5, "");
  assert_found (fixture, "harbour.example", 5, "");
  assert_found (fixture, "5550100", 5, "");
  assert_found (fixture, "7654321", 5, "");
  assert_found (fixture, "76", 5, "c1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/name-search/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/name-search/names-alone", Fixture, NULL, set_up, test_names_alone, tear_down);

  return g_test_run ();
}
