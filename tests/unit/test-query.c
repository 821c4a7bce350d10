/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: who is found by what is typed, who isn't, and in which order. */
#include <locale.h>
#include <string.h>

#include "lanyard-place.h"
#include "lanyard-query.h"
#include "lanyard-search-text.h"

#define ID "0a1b2c3d-0000-4000-8000-00000000beef"

static char *
make_text (const char *name,
           const char *address,
           const char *phone,
           const char *card)
{
  GString *text = g_string_new (NULL);
  g_autoptr (LanyardNumber) number = card != NULL ? lanyard_number_new (card, NULL) : NULL;

  lanyard_search_text_append_name (text, name);
  lanyard_search_text_append_address (text, address);
  lanyard_search_text_begin_numbers (text);
  lanyard_search_text_append_phone (text, phone);
  lanyard_search_text_append_card (text, number);
  lanyard_search_text_append_id (text, ID);
  return g_string_free (text, FALSE);
}

static gboolean
finds (const char *text,
       const char *search)
{
  g_autoptr (LanyardQuery) query = lanyard_query_new (search);

  return query == NULL || lanyard_query_matches (query, text);
}

typedef struct
{
  const char *search;
  const char *stored;
  gboolean    found;
} Case;

typedef char *(*MakeText) (const char *stored);

static void
check_cases (const Case *cases,
             gsize       n_cases,
             MakeText    make)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *text = make (cases[i].stored);

      if (finds (text, cases[i].search) != cases[i].found)
        g_error ("%s %s %s", cases[i].search, cases[i].found ? "doesn't find" : "finds", cases[i].stored);
    }
}

static char *
of_name (const char *name)
{
  return make_text (name, "someone@example.com", "+15550100", NULL);
}

static char *
of_phone (const char *phone)
{
  return make_text ("Ada Okafor", NULL, phone, NULL);
}

static char *
of_card (const char *number)
{
  return make_text ("Card 23", NULL, NULL, number);
}

static void
test_names (void)
{
  static const Case cases[] = {
    { "soren", "Søren", TRUE }, { "soeren", "Søren", TRUE }, { "SØREN", "Soren", TRUE }, { "søren", "Soeren", TRUE },
    { "lukasz", "Łukasz", TRUE }, { "ŁUKASZ", "Lukasz", TRUE },
    { "djordje", "Đorđe", TRUE }, { "dorde", "Đorđe", TRUE }, { "đorđe", "Djordje", TRUE },
    { "agir", "Ağır", TRUE }, { "AĞIR", "agir", TRUE }, { "istanbul", "İstanbul", TRUE },
    { "gudmundur", "Guðmundur", TRUE }, { "thorunn", "Þórunn", TRUE }, { "þorunn", "Thorunn", TRUE },
    { "strasse", "Straße", TRUE }, { "straße", "Strasse", TRUE }, { "STRASSE", "Straße", TRUE },
    { "aeneas", "Æneas", TRUE }, { "oeuvre", "Œuvre", TRUE },
    { "joerg", "Jörg", TRUE }, { "jorg", "Jörg", TRUE }, { "jörg", "Joerg", TRUE }, { "jörg", "Jorg", TRUE },
    { "jörg", "Jörg", TRUE }, { "jo\xcc\x88rg", "Jörg", TRUE }, { "jörg", "Jo\xcc\x88rg", TRUE },
    { "mueller", "Müller", TRUE }, { "maerz", "März", TRUE }, { "aase", "Åse", TRUE }, { "ase", "Åse", TRUE },
    { "joerg muller", "Jörg Müller", TRUE }, { "jorg mueller", "Jörg Müller", TRUE },
    { "d'angelo", "D\xe2\x80\x99""Angelo", TRUE }, { "dangelo", "D\xe2\x80\x99""Angelo", TRUE },
    { "d\xe2\x80\x99""angelo", "D'Angelo", TRUE }, { "d\xca\xbc""angelo", "Dangelo", TRUE },
    { "d`angelo", "D'Angelo", TRUE }, { "d\xc2\xb4""angelo", "D'Angelo", TRUE }, { "d'angelo", "D Angelo", TRUE },
    { "anne-marie", "Anne\xe2\x80\x91""Marie", TRUE }, { "anne-marie", "Anne Marie", TRUE },
    { "anne marie", "Anne-Marie", TRUE }, { "annemarie", "Anne-Marie", TRUE }, { "annemarie", "Anne Marie", TRUE },
    { "anne\xe2\x80\x93marie", "Annemarie", TRUE }, { "anne-marie", "Annemarie", TRUE },
    { "anne\xc2\xad""marie", "Annemarie", TRUE },
    { "eli", "Marie Lindqvist", FALSE }, { "annelind", "Anne Marie Lindqvist", FALSE },
    { "Lindqvist, Emma", "Emma Lindqvist", TRUE }, { "\"Emma Lindqvist\" <someone@example.com>", "Emma Lindqvist", TRUE },
    { "(Emma)", "Emma Lindqvist", TRUE }, { "\xe2\x80\x9e""Emma\xe2\x80\x9c", "Emma Lindqvist", TRUE },
    { "emma lindqvist", "Lindqvist, Emma", TRUE }, { "emma\xc2\xa0lindqvist", "Emma Lindqvist", TRUE },
    { "emma lindqvist", "Emma\xc2\xa0Lindqvist", TRUE }, { "emma", "\xe2\x80\x8e""Em\xe2\x80\x8bma", TRUE },
    { "Okafor; Ada", "Ada Okafor", TRUE }, { "a. okafor", "Ada Okafor", TRUE }, { "okafor eva", "Ada Okafor", FALSE },
    /* Arabic: with and without signs, and the letters that one writes for another. */
    { "احمد", "أحمد", TRUE }, { "أحمد", "احمد", TRUE }, { "محمد", "مُحَمَّد", TRUE }, { "محمد", "محـــمد", TRUE },
    { "فاطمه", "فاطمة", TRUE }, { "ليلي", "ليلى", TRUE }, { "علي", "علی", TRUE },
    { "שלום", "שָׁלוֹם", TRUE },
    { "артем", "Артём", TRUE }, { "артём", "Артем", TRUE },
    { "ﾀﾅｶ", "タナカ", TRUE }, { "たなか", "タナカ", TRUE }, { "ｓｍｉｔｈ", "Smith", TRUE }, { "smith", "Ｓｍｉｔｈ", TRUE },
    { "ΟΔΥΣΣΕΥΣ", "Οδυσσεύς", TRUE }, { "nguyen", "Nguyễn", TRUE }, { "fi", "ﬁona", TRUE },
    { "card 23", "Card 23", TRUE }, { "card ٢٣", "Card 23", TRUE }, { "23", "Card 23", TRUE }, { "3", "Card 23", TRUE },
    { "someone@", "Ada", TRUE }, { "SOMEONE@EXAMPLE.COM", "Ada", TRUE }, { "<someone@example.com>,", "Ada", TRUE },
    { "example.com", "Ada", TRUE }, { "someone@example.org", "Ada", FALSE },
    { "0a1b2c3d", "Ada", TRUE }, { ID, "Ada", TRUE }, { "0a1b2c", "Ada", FALSE }, { "beef", "Ada", FALSE },
    { "", "Ada", TRUE }, { " - ", "Ada", TRUE }, { "'", "Ada", TRUE }, { "@", "Ada", TRUE },
  };

  check_cases (cases, G_N_ELEMENTS (cases), of_name);
}

static void
test_phones (void)
{
  static const Case cases[] = {
    { "+491765550123", "+491765550123", TRUE }, { "0176 5550123", "+491765550123", TRUE },
    { "0049176 5550123", "+491765550123", TRUE }, { "+49 (0) 176 5550123", "+491765550123", TRUE },
    { "0176\xc2\xa0""555\xe2\x80\x91""0123", "+491765550123", TRUE }, { "(0176) 555-0123", "+491765550123", TRUE },
    { "0176/5550123", "+491765550123", TRUE }, { "1765550123", "+491765550123", TRUE },
    { "491765550123", "+491765550123", TRUE }, { "٠١٧٦٥٥٥٠١٢٣", "+491765550123", TRUE },
    { "+491765550123", "0176 5550123", TRUE }, { "00491765550123", "0176/5550123", TRUE },
    { "+491765550123", "+49 (0)176 5550123", TRUE }, { "0176 5550123", "0049 176 5550123", TRUE },
    { "2025550142", "+12025550142", TRUE }, { "(202) 555-0142", "+1 202 555 0142", TRUE },
    { "0123", "+491765550123", FALSE }, { "550123", "+491765550123", TRUE }, { "5550123", "+491765550123", TRUE },
    /* While it is typed. */
    { "+49", "+491765550123", FALSE }, { "+4917", "+491765550123", TRUE }, { "01765", "+491765550123", TRUE },
    { "0176 555", "+491765550123", TRUE }, { "1765", "+491765550123", TRUE },
    /* Not from the middle. */
    { "7655", "+491765550123", FALSE }, { "5550", "+491765550123", FALSE }, { "65550", "+491765550123", FALSE },
    { "0177 5550123", "+491765550123", FALSE }, { "+431765550123", "+491765550123", FALSE },
    { "+491765550124", "0176 5550123", FALSE }, { "50104477", "+15550104477", TRUE },
  };

  check_cases (cases, G_N_ELEMENTS (cases), of_phone);
}

static void
test_cards (void)
{
  static const Case cases[] = {
    { "20481234", "20481234", TRUE }, { "2048 1234", "20481234", TRUE }, { "2048-1234", "20481234", TRUE },
    { "0008271645", "8271645", TRUE }, { "8271645", "0008271645", TRUE }, { "٢٠٤٨١٢٣٤", "20481234", TRUE },
    { "091,40211", "09140211", TRUE }, { "FC 91 / 40211", "09140211", TRUE }, { "04:a2:2b:0f", "04A22B0F", TRUE },
    { "card 20481234", "20481234", TRUE },
    { "1234", "20481234", TRUE }, { "81234", "20481234", TRUE }, { "0211", "09140211", TRUE },
    { "2048", "20481234", TRUE }, { "20481", "20481234", TRUE }, { "000827", "0008271645", FALSE },
    { "0008271", "0008271645", TRUE }, { "1234", "****1234", TRUE }, { "12345", "****1234", FALSE },
    /* Neither parts of it from the middle, nor a few digits of it. */
    { "4812", "20481234", FALSE }, { "204", "20481234", FALSE }, { "234", "20481234", FALSE },
    { "card 10", "10481210", FALSE }, { "10", "10", TRUE }, { "10", "010", TRUE }, { "card 23", "10481210", TRUE },
    { "1204567", "12045678", TRUE }, { "12045678", "1204567", FALSE }, { "204567", "12045678", FALSE },
  };

  check_cases (cases, G_N_ELEMENTS (cases), of_card);
}

static void
test_rank (void)
{
  static const struct
  {
    const char *search;
    const char *name;
    const char *card;
    guint       rank;
  } cases[] = {
    { "card 10", "Card 10", NULL, 0 }, { "card 10", "Card 100", NULL, 1 }, { "jörg", "Joerg", NULL, 4 },
    { "anne", "Anne Marie", NULL, 1 }, { "marie", "Anne Marie", NULL, 2 }, { "arie", "Anne Marie", NULL, 4 },
    { "1234", "Key", "20481234", 3 }, { "20481234", "Key", "20481234", 3 }, { "2048", "Key", "20481234", 4 },
    { "091,40211", "Key", "09140211", 3 }, { "2048", "2048 Room", "20481234", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_text (cases[i].name, NULL, NULL, cases[i].card);
      g_autoptr (LanyardQuery) query = lanyard_query_new (cases[i].search);

      g_test_message ("%s in %s", cases[i].search, cases[i].name);
      g_assert_cmpuint (lanyard_query_rank (query, text), ==, cases[i].rank);
    }
}

/* --- What a letter more may not bring back --- */

static char *
random_of (const char * const *pieces,
           guint               n_pieces,
           guint               max)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, n = (guint) g_test_rand_int_range (1, (gint32) max); i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, (gint32) n_pieces)]);
  return g_string_free (text, FALSE);
}

static void
test_narrower (void)
{
  static const char * const pieces[] = { "a", "n", "e", "an", "ne", " ", "ö", "oe", "-", "'", "ß", "s", "@", ".", "1",
                                         "0", "2048", "å", "A", "\xe2\x80\x99", "đ", ",", "annemarie" };
  guint n_narrower = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *first = random_of (pieces, G_N_ELEMENTS (pieces), 6);
      g_autofree char *last = random_of (pieces, G_N_ELEMENTS (pieces), 3);
      g_autofree char *longer = g_strconcat (first, last, NULL);
      g_autofree char *name = random_of (pieces, G_N_ELEMENTS (pieces), 9);
      g_autofree char *text = make_text (name, "an@ne.ae", "+120481", "2048120481");
      g_autoptr (LanyardQuery) query = lanyard_query_new (longer);
      g_autoptr (LanyardQuery) before = lanyard_query_new (first);

      if (query == NULL || !lanyard_query_is_narrower (query, before))
        continue;
      n_narrower++;
      if (lanyard_query_matches (query, text) && before != NULL && !lanyard_query_matches (before, text))
        g_error ("\"%s\" is found by \"%s\" and not by \"%s\"", name, longer, first);
    }
  g_assert_cmpuint (n_narrower, >, 2000);
}

static void
test_anything (void)
{
  static const char * const pieces[] = { "a", "\xff", "\xc3", "ö", "\x01", "\x02", "\n", "(0)", "+", "0", "9", "@", "\"",
                                         " ", "\xe2\x80\x8f", "一", "\xf0\x9f\x98\x80", "\xcc\x88", "'" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *search = random_of (pieces, G_N_ELEMENTS (pieces), 12);
      g_autofree char *raw = random_of (pieces, G_N_ELEMENTS (pieces), 12);
      g_autofree char *stored = g_utf8_make_valid (raw, -1);
      g_autofree char *text = make_text (stored, stored, stored, stored);
      g_autofree char *asked = lanyard_query_dup_for_server (search);

      finds (text, search);
      g_assert_true (asked == NULL || (*asked != '\0' && g_utf8_validate (asked, -1, NULL)));
      /* What is stored makes no sections of its own. */
      g_assert_true (strchr (text, LANYARD_SEARCH_TEXT_ID) == strrchr (text, LANYARD_SEARCH_TEXT_ID));
      g_assert_true (strchr (text, LANYARD_SEARCH_TEXT_NUMBERS) == strrchr (text, LANYARD_SEARCH_TEXT_NUMBERS));
    }
}

static void
test_server (void)
{
  static const char * const cases[][2] = {
    { "Lindqvist, Emma", "Lindqvist" }, { "emma lindqvist", "emma lindqvist" },
    { "\"Emma Lindqvist\" <emma@example.com>", "emma@example.com" }, { "0176 5550123", "1765550123" },
    { "+49 176 5550123", "491765550123" }, { "0008271645", "8271645" }, { "  ", NULL }, { "(emma)", "emma" },
    { "emma\xc2\xa0lindqvist", "emma lindqvist" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *asked = lanyard_query_dup_for_server (cases[i][0]);

      g_assert_cmpstr (asked, ==, cases[i][1]);
    }
}

/* --- Places --- */

static void
assert_order (const char * const *names)
{
  for (guint i = 0; names[i + 1] != NULL; i++)
    {
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);

      lanyard_place_append (first, names[i]);
      lanyard_place_append (second, names[i + 1]);
      g_test_message ("%s, %s", names[i], names[i + 1]);
      g_assert_cmpstr (first->str, <, second->str);
    }
}

static void
test_places (void)
{
  assert_order ((const char *[]) { "Card 1", "Card 2", "Card 10", "Card 20", "Card 100", "Card 123456789",
                                   "Card 1234567890", "Card 12345678901234567890", "Door 1", NULL });
  assert_order ((const char *[]) { "Guest 001", "Guest 2", "Guest 0010", "Guest A", NULL });
  assert_order ((const char *[]) { "1", "2", "10", "A", NULL });
  assert_order ((const char *[]) { "A1 B2", "A1 B10", "A2 B1", "A10 B1", NULL });
  assert_order ((const char *[]) { "Card ١", "Card ٢", "Card ١٠", NULL });
  assert_order ((const char *[]) { "I. Okafor", "J. Okafor", "Jane Okafor", "K. Okafor", NULL });
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/names", test_names);
  g_test_add_func ("/query/phones", test_phones);
  g_test_add_func ("/query/cards", test_cards);
  g_test_add_func ("/query/rank", test_rank);
  g_test_add_func ("/query/narrower", test_narrower);
  g_test_add_func ("/query/anything", test_anything);
  g_test_add_func ("/query/server", test_server);
  g_test_add_func ("/query/places", test_places);
  return g_test_run ();
}
