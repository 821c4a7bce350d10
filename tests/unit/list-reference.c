/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has to have: all of it, every time, in the plainest way. */
#include "list-reference.h"

#include <string.h>

#include "lanyard-place.h"
#include "lanyard-query.h"

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
  LanyardMethod method;
  char       *system_id;
  char       *search;
} Asked;

/* What will end, what has ended, what doesn't end. */
static int
end_group (gint64 ends_at)
{
  return ends_at == 0 ? 2 : ends_at <= g_get_real_time ();
}

static int
compare_ends (SeamRecord *left,
              SeamRecord *right)
{
  gint64 first = SEAM_IS_USER (left) ? seam_user_get_access_ends_at (SEAM_USER (left))
                                     : seam_credential_get_ends_at (SEAM_CREDENTIAL (left));
  gint64 second = SEAM_IS_USER (right) ? seam_user_get_access_ends_at (SEAM_USER (right))
                                       : seam_credential_get_ends_at (SEAM_CREDENTIAL (right));

  if (end_group (first) != end_group (second))
    return end_group (first) - end_group (second);
  if (end_group (first) == 1)
    return first > second ? -1 : first < second;
  return first < second ? -1 : first > second;
}

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
  else if (asked->sort == LANYARD_SORT_ENDING)
    {
      order = compare_ends (left, right);
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

/* The searches that are asked for have no capitals, accents or punctuation. */
static gboolean
is_found (SeamRecord *record,
          const char *search)
{
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);
  const char *holder = SEAM_IS_CREDENTIAL (record) ? name_of (seam_credential_get_holder (SEAM_CREDENTIAL (record)))
                                                   : NULL;
  const char *mail = SEAM_IS_USER (record) ? seam_user_get_email_address (SEAM_USER (record)) : NULL;

  if (search != NULL && strspn (search, "0123456789") == strlen (search))
    {
      if (strlen (search) > 1)
        return is_found_by_digits (record, search);
      /* A number alone is not looked for in the names of other people. */
      holder = NULL;
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has (name_of (record), words[i])
        && !(strlen (words[i]) >= 8 && has (seam_record_get_id (record), words[i]))
        && !has (mail, words[i]) && !has (holder, words[i]))
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
  if (asked->method == LANYARD_METHOD_CARD
      && seam_credential_get_access_method (SEAM_CREDENTIAL (record)) != SEAM_ACCESS_METHOD_CARD)
    return FALSE;
  if (asked->method == LANYARD_METHOD_MOBILE_KEY
      && seam_credential_get_access_method (SEAM_CREDENTIAL (record)) != SEAM_ACCESS_METHOD_MOBILE_KEY)
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

  if (query == NULL)
    return 0;
  /* What is found by its holder's name alone comes last. */
  if (!lanyard_query_matches (query, lanyard_key_search_text (key)))
    return LANYARD_QUERY_N_RANKS;
  return lanyard_query_rank (query, lanyard_key_search_text (key));
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
  for (guint i = 0; i < LANYARD_VIEW_N_RANKS; i++)
    for (guint j = 0; j < sorted->len; j++)
      if (rank_of (store, query, sorted->pdata[j]) == i)
        g_ptr_array_add (records, sorted->pdata[j]);
}

void
list_reference_assert (LanyardList  *list,
                       LanyardStore *store)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  Asked asked;

  g_object_get (list, "sort", &asked.sort, "show", &asked.show, "method", &asked.method, "picker", &asked.picker,
                "system-id", &asked.system_id, "search", &asked.search, NULL);
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
