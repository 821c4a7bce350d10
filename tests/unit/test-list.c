/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long lists while they change: as a simple reference has them, and true to what they tell. */
#include <locale.h>

#include "list-fixture.h"
#include "list-reference.h"
#include "list-shadow.h"

/* --- Random work --- */

static const char * const names[] = {
  "Ada Okafor", "Fátima Núñez", "fatima zahra", "Øyvind Ås", "Zoë", "zoe", "Łukasz", "Émile Zola", "emile", "Ångström",
  "مريم", "李娜", "", "O’Brien", "Straße", "STRASSE", "a", "b",
};

static void
change_something (LanyardDirectory *directory)
{
  g_autoptr (GPtrArray) page = list_new_page ();
  guint n = (guint) g_test_rand_int_range (1, 40);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      for (guint i = 0; i < n; i++)
        list_add_user (page, (guint) g_test_rand_int_range (0, 400),
                       names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], g_test_rand_bit ());
      lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
      break;
    case 1:
      for (guint i = 0; i < n; i++)
        list_add_credential (page, (guint) g_test_rand_int_range (0, 400), g_test_rand_int_range (-100, 400));
      lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
      break;
    default:
      {
        gboolean users = g_test_rand_bit ();
        LanyardStore *store = users ? lanyard_directory_get_users (directory)
                                    : lanyard_directory_get_credentials (directory);
        g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);

        for (guint i = 0; i < MIN (n / 2, keys->len); i++)
          g_ptr_array_add (page, g_object_ref (((LanyardKey *) keys->pdata[i])->record));
        if (users)
          lanyard_holdings_remove_users (lanyard_directory_get_holdings (directory), page);
        else
          lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (directory), page);
      }
    }
}

static void
ask_something (LanyardList *list,
               gboolean     credentials)
{
  static const char * const searches[] = { "", "z", "zo", "zoe", "f", "fa", "fatima", "okafor", "okafor a", "okafor ada",
                                           "mail1", "1", "strasse", "no such", "155", "1555", "15550", "155502",
                                           "1555021", "0217", "217" };
  static const char * const systems[] = { NULL, "s0", "s1" };
  static const LanyardMethod kinds[] = { LANYARD_METHOD_ANY, LANYARD_METHOD_CARD, LANYARD_METHOD_MOBILE_KEY };

  /* Mostly somebody types. */
  switch (g_test_rand_int_range (0, 11))
    {
    case 10:
      if (credentials)
        g_object_set (list, "method", kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))], NULL);
      break;
    case 0:
      g_object_set (list, "sort", g_test_rand_int_range (0, 4), NULL);
      break;
    case 1:
      g_object_set (list, "show", g_test_rand_int_range (0, 4), NULL);
      break;
    case 2:
      g_object_set (list, "picker", g_test_rand_bit (), NULL);
      break;
    case 3:
      g_object_set (list, "system-id", systems[g_test_rand_int_range (0, G_N_ELEMENTS (systems))], NULL);
      break;
    default:
      g_object_set (list, "search", searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))], NULL);
    }
}

static void
test_random (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (Shadow) users_shadow = shadow_new (users);
  g_autoptr (Shadow) credentials_shadow = shadow_new (credentials);

  for (guint step = 0; step < 1000; step++)
    {
      if (g_test_rand_int_range (0, 4) == 0)
        change_something (directory);
      if (g_test_rand_bit ())
        {
          gboolean of_credentials = g_test_rand_bit ();

          ask_something (of_credentials ? credentials : users, of_credentials);
        }
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
      if (step % 40 != 39)
        continue;
      list_settle (users);
      list_settle (credentials);
      shadow_assert_same (users_shadow);
      shadow_assert_same (credentials_shadow);
      list_reference_assert (users, lanyard_directory_get_users (directory));
      list_reference_assert (credentials, lanyard_directory_get_credentials (directory));
    }
}

/* --- A number, digit by digit --- */

static void
add_phones (GPtrArray  *page,
            const char *format,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%c%04u\", \"acs_system_id\": \"s1\","
                                               " \"display_name\": \"Ada\", \"phone_number\": \"%s\"}",
                                               *format == '+' ? 'b' : 'a', i, format);

      g_ptr_array_add (page, records_make (SEAM_TYPE_USER, json));
    }
}

static void
search_for (LanyardList *list,
            const char  *text,
            guint        n_found)
{
  g_object_set (list, "search", text, NULL);
  list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_found);
}

/* A digit more is the last one of other numbers, and there are too many rows for the best to come first. */
static void
test_digits (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = list_new_page ();

  add_phones (page, "+1 555 01 77 99", 3000);
  add_phones (page, "99 1234 55501", 10);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);

  search_for (list, "5550", 3000);
  search_for (list, "55501", 3010);
  search_for (list, "555017", 3000);
  search_for (list, "55501", 3010);
  shadow_assert_same (shadow);
  shadow->n_touched = 0;
  search_for (list, "5550", 3000);
  g_assert_cmpuint (shadow->n_touched, ==, 10);
  shadow_assert_same (shadow);
  search_for (list, "", 3010);
  shadow_assert_same (shadow);
}

/* --- A refresh --- */

static void
test_equal_refresh (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = list_page_of_users (2000, "Name");
  g_autoptr (GPtrArray) again = list_page_of_users (2000, "Name");

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  shadow->n_signals = 0;

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), again);
  g_assert_true (lanyard_list_is_settled (list));
  g_assert_cmpuint (shadow->n_signals, ==, 0);
}

static void
test_few_changes (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = list_page_of_users (2000, "Name");
  g_autoptr (GPtrArray) changed = list_new_page ();
  g_autoptr (GPtrArray) suspended = list_new_page ();

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  for (guint i = 0; i < 50; i++)
    list_add_user (changed, i * 40, "Renamed", FALSE);
  shadow->n_touched = 0;
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), changed);
  list_settle (list);
  /* Each went from where it was and came to where it is. */
  g_assert_cmpuint (shadow->n_touched, ==, 100);
  list_reference_assert (list, lanyard_directory_get_users (directory));

  /* What doesn't move a row is the row's own affair. */
  for (guint i = 0; i < 50; i++)
    list_add_user (suspended, i * 40, "Renamed", TRUE);
  shadow->n_touched = 0;
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), suspended);
  list_settle (list);
  g_assert_cmpuint (shadow->n_touched, ==, 0);
}

/* --- Time --- */

static void
test_expiry (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = list_new_page ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add (now, 200 * G_TIME_SPAN_MILLISECOND);
  g_autofree char *ends_at = g_date_time_format_iso8601 (soon);
  g_autofree char *json =
    g_strdup_printf ("{\"acs_credential_id\": \"c-soon\", \"acs_system_id\": \"s0\", \"ends_at\": \"%s\"}", ends_at);

  list_add_credential (page, 1, -1);
  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL, json));
  g_object_set (list, "show", LANYARD_SHOW_ATTENTION, NULL);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
  list_settle (list);

  g_usleep ((gulong) MAX (g_date_time_to_unix (soon) * G_USEC_PER_SEC + g_date_time_get_microsecond (soon)
                          - g_get_real_time () + 1, 0));
  lanyard_list_update_time (list);
  list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  shadow_assert_same (shadow);

  shadow->n_signals = 0;
  lanyard_list_update_time (list);
  list_settle (list);
  g_assert_cmpuint (shadow->n_signals, ==, 0);
}

static void
add_ending (GPtrArray  *page,
            const char *id,
            gint64      ends_at)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  g_autoptr (GDateTime) time = g_date_time_add (epoch, ends_at);
  g_autofree char *end = g_date_time_format_iso8601 (time);
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"display_name\": \"%s\","
                                           " \"ends_at\": \"%s\"}", id, id, end);

  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL, json));
}

static void
assert_ids (LanyardList *list,
            const char  *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", seam_record_get_id (record));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

/* What ends next is on top, and not what ended years ago; when it has ended it makes way. */
static void
test_ending (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = list_new_page ();
  gint64 now = g_get_real_time (), soon = now + 300 * G_TIME_SPAN_MILLISECOND;

  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\": \"endless\"}"));
  add_ending (page, "never", G_GINT64_CONSTANT (4102444800) * G_USEC_PER_SEC);
  add_ending (page, "long-ago", now - 900 * G_TIME_SPAN_DAY);
  add_ending (page, "next-year", now + 300 * G_TIME_SPAN_DAY);
  add_ending (page, "yesterday", now - G_TIME_SPAN_DAY);
  add_ending (page, "soon", soon);
  g_object_set (list, "sort", LANYARD_SORT_ENDING, NULL);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
  list_settle (list);
  assert_ids (list, "soon next-year yesterday long-ago endless never");

  g_usleep ((gulong) MAX (soon - g_get_real_time () + 1000, 0));
  lanyard_list_update_time (list);
  list_settle (list);
  assert_ids (list, "next-year soon yesterday long-ago endless never");
  shadow_assert_same (shadow);

  shadow->n_signals = 0;
  lanyard_list_update_time (list);
  list_settle (list);
  g_assert_cmpuint (shadow->n_signals, ==, 0);
}

/* --- Publishing --- */

static void
count (LanyardList *list,
       guint       *n)
{
  ++*n;
}

static void
test_coalesced (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  gint64 begun = g_get_monotonic_time ();
  guint n_published = 0;
  gint64 seconds;

  g_signal_connect (list, "published", G_CALLBACK (count), &n_published);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) page = list_new_page ();

      for (guint j = 0; j < 50; j++)
        list_add_user (page, i * 50 + j, names[j % G_N_ELEMENTS (names)], FALSE);
      lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
      g_main_context_iteration (NULL, FALSE);
    }
  list_settle (list);
  seconds = (g_get_monotonic_time () - begun) / G_USEC_PER_SEC + 1;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10000);
  /* The first rows at once, the rest four times a second. */
  g_assert_cmpuint (n_published, >, 0);
  g_assert_cmpuint (n_published, <=, 2 + 4 * seconds);
}

/* However fast somebody types, it is the last that counts; and until it shows, the list says that it is searching. */
static void
test_typing (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (GPtrArray) page = list_page_of_users (5000, "Name");
  gboolean searching;

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *search = g_strdup_printf ("mail%u@", i);

      g_object_set (list, "search", search, NULL);
      g_object_get (list, "searching", &searching, NULL);
      g_assert_true (searching);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  list_settle (list);
  g_object_get (list, "searching", &searching, NULL);
  g_assert_false (searching);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  list_reference_assert (list, lanyard_directory_get_users (directory));
}

/* What was found before is only of use as long as nothing has changed. */
static void
test_change_between_letters (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (GPtrArray) page = list_new_page ();
  g_autoptr (GPtrArray) renamed = list_new_page ();
  static const char * const typed[] = { "qu", "qui", "qu", "qu ", "q", "", "qu" };

  list_add_user (page, 1, "Quinn", FALSE);
  list_add_user (page, 2, "Queenie", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  g_object_set (list, "search", "qu", NULL);
  list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);

  list_add_user (renamed, 1, "Yann", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), renamed);
  list_settle (list);
  g_object_set (list, "search", "qu ", NULL);
  list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_object_set (list, "search", typed[i], NULL);
      list_settle (list);
      list_reference_assert (list, lanyard_directory_get_users (directory));
    }
}

/* A list that nobody has any more does no harm, whatever is under way. */
static void
test_dropped (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) page = list_page_of_users (2000, "Name");
  g_autoptr (GPtrArray) renamed = list_page_of_users (2000, "Other");
  LanyardList *list = lanyard_list_new (lanyard_directory_get_users (directory));

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (list);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), renamed);
  g_object_set (list, "search", "other", NULL);
  g_main_context_iteration (NULL, TRUE);
  g_object_unref (list);
  g_clear_object (&directory);
  while (list != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/random", test_random);
  g_test_add_func ("/list/digits", test_digits);
  g_test_add_func ("/list/equal-refresh", test_equal_refresh);
  g_test_add_func ("/list/few-changes", test_few_changes);
  g_test_add_func ("/list/expiry", test_expiry);
  g_test_add_func ("/list/ending", test_ending);
  g_test_add_func ("/list/coalesced", test_coalesced);
  g_test_add_func ("/list/typing", test_typing);
  g_test_add_func ("/list/change-between-letters", test_change_between_letters);
  g_test_add_func ("/list/dropped", test_dropped);

  return g_test_run ();
}
