/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people search the long lists for, and how they are sorted in their language. */
#include <locale.h>

#include "lanyard-query.h"
#include "lanyard-search-key.h"
#include "list-fixture.h"

static void
add_card (GPtrArray  *page,
          const char *name,
          const char *number,
          gboolean    is_held)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s %s\", \"display_name\": \"%s\","
                                           " \"access_method\": \"card\", \"card_number\": \"%s\","
                                           " \"acs_user_id\": %s}", name, number, name, number,
                                           is_held ? "\"u1\"" : "null");

  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL, json));
}

/* In the picker it is what was typed that comes first, not what is free. */
static void
test_best_first (void)
{
  static const struct
  {
    const char *search;
    const char *names[5];
  } cases[] = {
    { "card 10", { "Card 10", "Card 100" } },
    { "1234", { "1234 Lane", "Spare Key", "Other" } },
    { "key", { "Key Card", "Spare Key" } },
    { "20481234", { "Spare Key" } },
  };
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (GPtrArray) page = list_new_page ();

  g_object_set (list, "picker", TRUE, NULL);
  add_card (page, "Card 10", "55550000", TRUE);
  add_card (page, "Card 100", "66660000", FALSE);
  add_card (page, "Card 23", "77101077", FALSE);
  add_card (page, "Spare Key", "20481234", TRUE);
  add_card (page, "Key Card", "88880000", TRUE);
  add_card (page, "1234 Lane", "99990000", TRUE);
  add_card (page, "Other", "12340000", FALSE);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n;

      g_object_set (list, "search", cases[i].search, NULL);
      list_settle (list);
      g_test_message ("%s", cases[i].search);
      for (n = 0; cases[i].names[n] != NULL; n++)
        {
          g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), n);

          g_assert_cmpstr (seam_record_get_display_name (record), ==, cases[i].names[n]);
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
    }
}

static void
rename_user (LanyardDirectory *directory,
             const char       *name)
{
  g_autoptr (GPtrArray) page = list_new_page ();

  list_add_user (page, 1, name, FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
}

static void
assert_found (LanyardList *list,
              const char  *search,
              const char  *first,
              guint        n)
{
  g_autoptr (SeamRecord) record = NULL;

  g_object_set (list, "search", search, NULL);
  list_settle (list);
  record = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_test_message ("%s", search);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  if (first != NULL)
    g_assert_cmpstr (seam_record_get_display_name (record), ==, first);
}

/* Their rows say who has them; what is called so itself comes first. */
static void
test_holders (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (GPtrArray) page = list_new_page ();

  add_card (page, "A Key", "55550000", TRUE);
  add_card (page, "Spare of Okafor", "66660000", FALSE);
  add_card (page, "Other", "77770000", FALSE);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
  rename_user (directory, "Ada Okafor 7777");

  assert_found (list, "ok", "Spare of Okafor", 2);
  assert_found (list, "okafor", "Spare of Okafor", 2);
  assert_found (list, "ada okafor", "A Key", 1);
  assert_found (list, "okafor key", "A Key", 1);
  assert_found (list, "adaok", "A Key", 1);
  assert_found (list, "okafor 5555", "A Key", 1);
  /* Nor by an address of theirs, nor by a number alone. */
  assert_found (list, "mail1", NULL, 0);
  assert_found (list, "7777", "Other", 1);

  assert_found (list, "lovelace", NULL, 0);
  rename_user (directory, "Ada Lovelace");
  assert_found (list, "lovelace", "A Key", 1);
  rename_user (directory, "Ada Byron");
  list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static gboolean
finds (const char *name,
       const char *search)
{
  g_autoptr (GPtrArray) page = list_new_page ();
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (LanyardQuery) query = lanyard_query_new (search);

  list_add_user (page, 7, name, FALSE);
  lanyard_search_key_append (key, page->pdata[0], NULL);
  return query == NULL || lanyard_query_matches (query, key->str);
}

static void
test_folding (void)
{
  g_assert_true (finds ("Fátima Núñez", "fatima"));
  g_assert_true (finds ("Fatima Nunez", "FÁTIMA"));
  g_assert_true (finds ("Ada Okafor", "okafor ada"));
  g_assert_true (finds ("Ada Okafor", "  okaf  "));
  g_assert_true (finds ("Straße", "strasse"));
  g_assert_true (finds ("ЖАННА", "жанна"));
  g_assert_true (finds ("Ada", "5550007"));
  g_assert_true (finds ("Ada", "(555) 0007"));
  g_assert_true (finds ("Ada", "MAIL7@EXAMPLE"));
  g_assert_true (finds ("Ada", ""));
  g_assert_false (finds ("Ada Okafor", "okafor eva"));
  g_assert_false (finds ("Ada", "5550008"));
}

static void
assert_order (const char *locale,
              const char *first,
              const char *second,
              const char *third)
{
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (LanyardList) list = NULL;
  g_autoptr (GPtrArray) page = list_new_page ();
  const char *expected[] = { first, second, third };

  g_assert_nonnull (setlocale (LC_ALL, locale));
  directory = records_new_directory ();
  list = lanyard_list_new (lanyard_directory_get_users (directory));
  list_add_user (page, 1, "Zander", FALSE);
  list_add_user (page, 2, "Öberg", FALSE);
  list_add_user (page, 3, "oberon", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (seam_record_get_display_name (record), ==, expected[i]);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_locale (void)
{
  assert_order ("C.UTF-8", "Zander", "oberon", "Öberg");
  assert_order ("de_DE.UTF-8", "Öberg", "oberon", "Zander");
  assert_order ("sv_SE.UTF-8", "oberon", "Zander", "Öberg");
}

/* What is short is not looked for in ids, where it is by chance; the beginning of an id is. */
static void
test_ids (void)
{
  static const struct
  {
    const char *search;
    gboolean    found;
  } cases[] = {
    { "mobile key 08", TRUE }, { "mobile key 06", FALSE }, { "ab06", FALSE }, { "ab06cd1", FALSE },
    { "ab06cd12", TRUE }, { "AB06CD12-0000", TRUE }, { "key ab06cd12", TRUE },
  };
  g_autoptr (SeamRecord) key = seam_record_new_from_text (SEAM_TYPE_CREDENTIAL,
                                                          "{\"acs_credential_id\": \"ab06cd12-0000-4000-8000-000000000000\","
                                                          " \"display_name\": \"Mobile Key 08\"}",
                                                          SEAM_EXTENT_WHOLE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  lanyard_search_key_append (text, key, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardQuery) query = lanyard_query_new (cases[i].search);

      g_test_message ("%s", cases[i].search);
      g_assert_cmpint (lanyard_query_matches (query, text->str), ==, cases[i].found);
    }
}

/* A PIN in the name: it is found by the rest of the name, never by the PIN. */
static void
test_codes (void)
{
  static const struct
  {
    const char *search;
    gboolean    found;
  } cases[] = {
    { "front pin", TRUE }, { "4821", FALSE }, { "48 21", FALSE }, { "pin 4821", FALSE }, { "4821000", FALSE },
  };
  g_autoptr (SeamRecord) code = records_make (SEAM_TYPE_CREDENTIAL,
                                              "{\"acs_credential_id\": \"c1\", \"display_name\": \"Front PIN 4821000\","
                                              " \"access_method\": \"code\", \"card_number\": \"4821000\","
                                              " \"code\": \"4821000\"}");
  const char *card_number = seam_credential_get_card_number (SEAM_CREDENTIAL (code));
  g_autoptr (LanyardNumber) number = card_number != NULL ? lanyard_number_new (card_number, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  lanyard_search_key_append (text, code, number);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardQuery) query = lanyard_query_new (cases[i].search);

      g_test_message ("%s", cases[i].search);
      g_assert_cmpint (lanyard_query_matches (query, text->str), ==, cases[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/ids", test_ids);
  g_test_add_func ("/list/codes", test_codes);
  g_test_add_func ("/list/folding", test_folding);
  g_test_add_func ("/list/best-first", test_best_first);
  g_test_add_func ("/list/holders", test_holders);
  g_test_add_func ("/list/locale", test_locale);

  return g_test_run ();
}
