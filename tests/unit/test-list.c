/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long lists: sorted, filtered and searched as a simple reference does it, and true to what they tell. */
#include <locale.h>
#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-place.h"
#include "lanyard-query.h"
#include "lanyard-search-key.h"

static LanyardDirectory *
make_directory (void)
{
  g_autoptr (GError) error = NULL;
  /* Nobody listens there: what these tests are about comes from the tests. */
  g_autoptr (SeamClient) client = seam_client_new ("http://127.0.0.1:1", "seam_test", NULL, &error);

  g_assert_no_error (error);
  return lanyard_directory_new (client);
}

static SeamRecord *
make_record (GType       type,
             const char *json)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (type, json, SEAM_EXTENT_WHOLE, &error);

  g_assert_no_error (error);
  return record;
}

static GPtrArray *
new_page (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_user (GPtrArray  *page,
          guint       id,
          const char *name,
          gboolean    is_suspended)
{
  g_autofree char *json =
    g_strdup_printf ("{\"acs_user_id\": \"u%u\", \"acs_system_id\": \"s%u\", \"display_name\": \"%s\","
                     " \"email_address\": \"mail%u@example.com\", \"phone_number\": \"+1 (555) %04u\","
                     " \"is_suspended\": %s, \"created_at\": \"2024-01-%02uT00:00:00.000Z\"}",
                     id, id % 3, name, id, id, is_suspended ? "true" : "false", id % 28 + 1);

  g_ptr_array_add (page, make_record (SEAM_TYPE_USER, json));
}

static void
add_credential (GPtrArray *page,
                guint      id,
                int        user)
{
  g_autofree char *holder = user < 0 ? g_strdup ("null") : g_strdup_printf ("\"u%d\"", user);
  g_autofree char *json =
    g_strdup_printf ("{\"acs_credential_id\": \"c%u\", \"acs_system_id\": \"s%u\", \"display_name\": \"Card %u\","
                     " \"access_method\": \"card\", \"card_number\": \"%u:%u\", \"acs_user_id\": %s}",
                     id, id % 3, id * 7919 % 100, id, id * 31, holder);

  g_ptr_array_add (page, make_record (SEAM_TYPE_CREDENTIAL, json));
}

static void
settle (LanyardList *list)
{
  while (!lanyard_list_is_settled (list))
    g_main_context_iteration (NULL, TRUE);
}

/* --- What a list has told, replayed --- */

typedef struct
{
  LanyardList *list;
  GPtrArray   *rows;
  guint        n_signals;
  guint        n_touched;
} Shadow;

static void
assert_same_as_shadow (Shadow *shadow)
{
  GListModel *model = G_LIST_MODEL (shadow->list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->rows->len);
  for (guint i = 0; i < shadow->rows->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == shadow->rows->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (model, shadow->rows->len));
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  Shadow *shadow = user_data;

  shadow->n_signals++;
  shadow->n_touched += n_removed + n_added;
  g_assert_cmpuint (position + n_removed, <=, shadow->rows->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (shadow->rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (shadow->rows, (int) (position + i), g_list_model_get_item (model, position + i));
  assert_same_as_shadow (shadow);
}

static Shadow *
shadow_new (LanyardList *list)
{
  Shadow *shadow = g_new0 (Shadow, 1);

  shadow->list = list;
  shadow->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), shadow);
  return shadow;
}

static void
shadow_free (Shadow *shadow)
{
  g_signal_handlers_disconnect_by_data (shadow->list, shadow);
  g_ptr_array_unref (shadow->rows);
  g_free (shadow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shadow, shadow_free)

/* --- The reference: all of it, every time, in the plainest way --- */

static const char *
name_of (gpointer record)
{
  const char *name = record != NULL ? seam_record_get_display_name (record) : NULL;

  return name != NULL ? name : "";
}

static int
compare_names (const char *left,
               const char *right)
{
  g_autoptr (GString) left_place = g_string_new (NULL);
  g_autoptr (GString) right_place = g_string_new (NULL);

  lanyard_place_append (left_place, left);
  lanyard_place_append (right_place, right);
  return strcmp (left_place->str, right_place->str);
}

static gboolean
is_held (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? seam_user_get_n_credentials (SEAM_USER (record)) > 0
                               : seam_credential_get_user_id (SEAM_CREDENTIAL (record)) != NULL;
}

typedef struct
{
  LanyardSort sort;
  LanyardShow show;
  gboolean    picker;
  char       *system_id;
  char       *search;
} Asked;

static int
compare_as_asked (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  Asked *asked = user_data;
  SeamRecord *left = *(SeamRecord * const *) a;
  SeamRecord *right = *(SeamRecord * const *) b;
  int order = 0;

  if (asked->picker)
    {
      order = is_held (left) - is_held (right);
    }
  else if (asked->sort == LANYARD_SORT_NEWEST)
    {
      gint64 first = seam_record_get_created_at (left), second = seam_record_get_created_at (right);

      order = first > second ? -1 : first < second;
    }
  else if (asked->sort == LANYARD_SORT_HOLDER && SEAM_IS_CREDENTIAL (left))
    {
      SeamUser *first = seam_credential_get_holder (SEAM_CREDENTIAL (left));
      SeamUser *second = seam_credential_get_holder (SEAM_CREDENTIAL (right));

      order = first == NULL || second == NULL ? (first != NULL) - (second != NULL)
                                              : compare_names (name_of (first), name_of (second));
    }
  if (order == 0)
    order = compare_names (name_of (left), name_of (right));
  return order != 0 ? order : strcmp (seam_record_get_id (left), seam_record_get_id (right));
}

static gboolean
has (const char *text,
     const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return strstr (plain->str, word) != NULL;
}

/* Which numbers a search finds is for its own tests to say: a digit more finds others than before. */
static gboolean
is_found_by_digits (SeamRecord *record,
                    const char *search)
{
  g_autoptr (LanyardKey) key = lanyard_key_new (record);
  g_autoptr (LanyardQuery) query = lanyard_query_new (search);

  return lanyard_query_matches (query, lanyard_key_search_text (key));
}

/* The searches below have no capitals, accents or punctuation. */
static gboolean
is_found (SeamRecord *record,
          const char *search)
{
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);
  const char *mail = SEAM_IS_USER (record) ? seam_user_get_email_address (SEAM_USER (record)) : NULL;

  if (search != NULL && strlen (search) > 1 && strspn (search, "0123456789") == strlen (search))
    return is_found_by_digits (record, search);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has (name_of (record), words[i]) && !(strlen (words[i]) >= 8 && has (seam_record_get_id (record), words[i]))
        && !has (mail, words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_asked_for (Asked      *asked,
              SeamRecord *record)
{
  const char *system_id = SEAM_IS_USER (record) ? seam_user_get_system_id (SEAM_USER (record))
                                                : seam_credential_get_system_id (SEAM_CREDENTIAL (record));

  if (asked->system_id != NULL && g_strcmp0 (asked->system_id, system_id) != 0)
    return FALSE;
  if (asked->show == LANYARD_SHOW_ATTENTION && !lanyard_record_needs_attention (record))
    return FALSE;
  if ((asked->show == LANYARD_SHOW_ASSIGNED || asked->show == LANYARD_SHOW_UNASSIGNED)
      && is_held (record) != (asked->show == LANYARD_SHOW_ASSIGNED))
    return FALSE;
  return is_found (record, asked->search);
}

/* Of a search, those it fits best come first. */
static guint
rank_of (LanyardStore *store,
         LanyardQuery *query,
         SeamRecord   *record)
{
  LanyardKey *key = lanyard_store_lookup_key (store, seam_record_get_id (record));

  return query != NULL ? lanyard_query_rank (query, lanyard_key_search_text (key)) : 0;
}

/* Puts @records, which are sorted, into the order of their ranks. */
static void
rank (LanyardStore *store,
      const char   *search,
      GPtrArray    *records)
{
  g_autoptr (LanyardQuery) query = lanyard_query_new (search);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (records, NULL, NULL);

  g_ptr_array_set_size (records, 0);
  for (guint i = 0; i < LANYARD_QUERY_N_RANKS; i++)
    for (guint j = 0; j < sorted->len; j++)
      if (rank_of (store, query, sorted->pdata[j]) == i)
        g_ptr_array_add (records, sorted->pdata[j]);
}

static void
assert_as_asked (LanyardList  *list,
                 LanyardStore *store)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  Asked asked;

  g_object_get (list, "sort", &asked.sort, "show", &asked.show, "picker", &asked.picker, "system-id", &asked.system_id,
                "search", &asked.search, NULL);
  for (guint i = 0; i < keys->len; i++)
    if (is_asked_for (&asked, ((LanyardKey *) keys->pdata[i])->record))
      g_ptr_array_add (expected, ((LanyardKey *) keys->pdata[i])->record);
  g_ptr_array_sort_with_data (expected, compare_as_asked, &asked);
  rank (store, asked.search, expected);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (record == expected->pdata[i]);
      g_assert_cmpuint (lanyard_list_find (list, record), ==, i);
    }
  g_free (asked.system_id);
  g_free (asked.search);
}

/* --- Random work --- */

static const char * const names[] = {
  "Ada Okafor", "Fátima Núñez", "fatima zahra", "Øyvind Ås", "Zoë", "zoe", "Łukasz", "Émile Zola", "emile", "Ångström",
  "مريم", "李娜", "", "O’Brien", "Straße", "STRASSE", "a", "b",
};

static void
change_something (LanyardDirectory *directory)
{
  g_autoptr (GPtrArray) page = new_page ();
  guint n = (guint) g_test_rand_int_range (1, 40);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      for (guint i = 0; i < n; i++)
        add_user (page, (guint) g_test_rand_int_range (0, 400),
                  names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], g_test_rand_bit ());
      lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
      break;
    case 1:
      for (guint i = 0; i < n; i++)
        add_credential (page, (guint) g_test_rand_int_range (0, 400), g_test_rand_int_range (-100, 400));
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
ask_something (LanyardList *list)
{
  static const char * const searches[] = { "", "z", "zo", "zoe", "f", "fa", "fatima", "okafor", "okafor a", "okafor ada",
                                           "mail1", "1", "strasse", "no such", "155", "1555", "15550", "155502",
                                           "1555021", "0217", "217" };
  static const char * const systems[] = { NULL, "s0", "s1" };

  /* Mostly somebody types. */
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      g_object_set (list, "sort", g_test_rand_int_range (0, 3), NULL);
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
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (Shadow) users_shadow = shadow_new (users);
  g_autoptr (Shadow) credentials_shadow = shadow_new (credentials);

  for (guint step = 0; step < 1000; step++)
    {
      if (g_test_rand_int_range (0, 4) == 0)
        change_something (directory);
      if (g_test_rand_bit ())
        ask_something (g_test_rand_bit () ? users : credentials);
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
      if (step % 40 != 39)
        continue;
      settle (users);
      settle (credentials);
      assert_same_as_shadow (users_shadow);
      assert_same_as_shadow (credentials_shadow);
      assert_as_asked (users, lanyard_directory_get_users (directory));
      assert_as_asked (credentials, lanyard_directory_get_credentials (directory));
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

      g_ptr_array_add (page, make_record (SEAM_TYPE_USER, json));
    }
}

static void
search_for (LanyardList *list,
            const char  *text,
            guint        n_found)
{
  g_object_set (list, "search", text, NULL);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_found);
}

/* A digit more is the last one of other numbers, and there are too many rows for the best to come first. */
static void
test_digits (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = new_page ();

  add_phones (page, "+1 555 01 77 99", 3000);
  add_phones (page, "99 1234 55501", 10);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);

  search_for (list, "5550", 3000);
  search_for (list, "55501", 3010);
  search_for (list, "555017", 3000);
  search_for (list, "55501", 3010);
  assert_same_as_shadow (shadow);
  shadow->n_touched = 0;
  search_for (list, "5550", 3000);
  g_assert_cmpuint (shadow->n_touched, ==, 10);
  assert_same_as_shadow (shadow);
  search_for (list, "", 3010);
  assert_same_as_shadow (shadow);
}

/* --- A refresh --- */

static GPtrArray *
page_of_users (guint       n,
               const char *prefix)
{
  GPtrArray *page = new_page ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %05u", prefix, i * 7919 % n);

      add_user (page, i, name, FALSE);
    }
  return page;
}

static void
test_equal_refresh (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = page_of_users (2000, "Name");
  g_autoptr (GPtrArray) again = page_of_users (2000, "Name");

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);
  shadow->n_signals = 0;

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), again);
  g_assert_true (lanyard_list_is_settled (list));
  g_assert_cmpuint (shadow->n_signals, ==, 0);
}

static void
test_few_changes (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = page_of_users (2000, "Name");
  g_autoptr (GPtrArray) changed = new_page ();
  g_autoptr (GPtrArray) suspended = new_page ();

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);
  for (guint i = 0; i < 50; i++)
    add_user (changed, i * 40, "Renamed", FALSE);
  shadow->n_touched = 0;
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), changed);
  settle (list);
  /* Each went from where it was and came to where it is. */
  g_assert_cmpuint (shadow->n_touched, ==, 100);
  assert_as_asked (list, lanyard_directory_get_users (directory));

  /* What doesn't move a row is the row's own affair. */
  for (guint i = 0; i < 50; i++)
    add_user (suspended, i * 40, "Renamed", TRUE);
  shadow->n_touched = 0;
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), suspended);
  settle (list);
  g_assert_cmpuint (shadow->n_touched, ==, 0);
}

/* --- Time --- */

static void
test_expiry (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (Shadow) shadow = shadow_new (list);
  g_autoptr (GPtrArray) page = new_page ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add (now, 200 * G_TIME_SPAN_MILLISECOND);
  g_autofree char *ends_at = g_date_time_format_iso8601 (soon);
  g_autofree char *json =
    g_strdup_printf ("{\"acs_credential_id\": \"c-soon\", \"acs_system_id\": \"s0\", \"ends_at\": \"%s\"}", ends_at);

  add_credential (page, 1, -1);
  g_ptr_array_add (page, make_record (SEAM_TYPE_CREDENTIAL, json));
  g_object_set (list, "show", LANYARD_SHOW_ATTENTION, NULL);
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);
  settle (list);

  g_usleep ((gulong) MAX (g_date_time_to_unix (soon) * G_USEC_PER_SEC + g_date_time_get_microsecond (soon)
                          - g_get_real_time () + 1, 0));
  lanyard_list_update_time (list);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_same_as_shadow (shadow);

  shadow->n_signals = 0;
  lanyard_list_update_time (list);
  settle (list);
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
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  gint64 begun = g_get_monotonic_time ();
  guint n_published = 0;
  gint64 seconds;

  g_signal_connect (list, "published", G_CALLBACK (count), &n_published);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) page = new_page ();

      for (guint j = 0; j < 50; j++)
        add_user (page, i * 50 + j, names[j % G_N_ELEMENTS (names)], FALSE);
      lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
      g_main_context_iteration (NULL, FALSE);
    }
  settle (list);
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
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (GPtrArray) page = page_of_users (5000, "Name");
  gboolean searching;

  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *search = g_strdup_printf ("mail%u@", i);

      g_object_set (list, "search", search, NULL);
      g_object_get (list, "searching", &searching, NULL);
      g_assert_true (searching);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  settle (list);
  g_object_get (list, "searching", &searching, NULL);
  g_assert_false (searching);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_as_asked (list, lanyard_directory_get_users (directory));
}

/* What was found before is only of use as long as nothing has changed. */
static void
test_change_between_letters (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (GPtrArray) page = new_page ();
  g_autoptr (GPtrArray) renamed = new_page ();
  static const char * const typed[] = { "qu", "qui", "qu", "qu ", "q", "", "qu" };

  add_user (page, 1, "Quinn", FALSE);
  add_user (page, 2, "Queenie", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  g_object_set (list, "search", "qu", NULL);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);

  add_user (renamed, 1, "Yann", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), renamed);
  settle (list);
  g_object_set (list, "search", "qu ", NULL);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_object_set (list, "search", typed[i], NULL);
      settle (list);
      assert_as_asked (list, lanyard_directory_get_users (directory));
    }
}

/* A list that nobody has any more does no harm, whatever is under way. */
static void
test_dropped (void)
{
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (GPtrArray) page = page_of_users (2000, "Name");
  g_autoptr (GPtrArray) renamed = page_of_users (2000, "Other");
  LanyardList *list = lanyard_list_new (lanyard_directory_get_users (directory));

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), renamed);
  g_object_set (list, "search", "other", NULL);
  g_main_context_iteration (NULL, TRUE);
  g_object_unref (list);
  g_clear_object (&directory);
  while (list != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* --- Searching and sorting by what people expect --- */

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

  g_ptr_array_add (page, make_record (SEAM_TYPE_CREDENTIAL, json));
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
  g_autoptr (LanyardDirectory) directory = make_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (GPtrArray) page = new_page ();

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
      settle (list);
      g_test_message ("%s", cases[i].search);
      for (n = 0; cases[i].names[n] != NULL; n++)
        {
          g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), n);

          g_assert_cmpstr (seam_record_get_display_name (record), ==, cases[i].names[n]);
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
    }
}

static gboolean
finds (const char *name,
       const char *search)
{
  g_autoptr (GPtrArray) page = new_page ();
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (LanyardQuery) query = lanyard_query_new (search);

  add_user (page, 7, name, FALSE);
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
  g_autoptr (GPtrArray) page = new_page ();
  const char *expected[] = { first, second, third };

  g_assert_nonnull (setlocale (LC_ALL, locale));
  directory = make_directory ();
  list = lanyard_list_new (lanyard_directory_get_users (directory));
  add_user (page, 1, "Zander", FALSE);
  add_user (page, 2, "Öberg", FALSE);
  add_user (page, 3, "oberon", FALSE);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  settle (list);
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
  g_autoptr (SeamRecord) code = make_record (SEAM_TYPE_CREDENTIAL,
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
  g_test_add_func ("/list/random", test_random);
  g_test_add_func ("/list/digits", test_digits);
  g_test_add_func ("/list/equal-refresh", test_equal_refresh);
  g_test_add_func ("/list/few-changes", test_few_changes);
  g_test_add_func ("/list/expiry", test_expiry);
  g_test_add_func ("/list/coalesced", test_coalesced);
  g_test_add_func ("/list/typing", test_typing);
  g_test_add_func ("/list/change-between-letters", test_change_between_letters);
  g_test_add_func ("/list/dropped", test_dropped);
  g_test_add_func ("/list/folding", test_folding);
  g_test_add_func ("/list/best-first", test_best_first);
  g_test_add_func ("/list/locale", test_locale);

  return g_test_run ();
}
