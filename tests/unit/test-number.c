/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of cards: which are the same, which may be, and what is none. */
#include "lanyard-number.h"

#include <string.h>

#define N_RANDOM 3000

static LanyardNumber *
read_number (const char *text)
{
  g_autoptr (GError) error = NULL;
  LanyardNumber *number = lanyard_number_new (text, &error);

  g_assert_no_error (error);
  return number;
}

static LanyardSameness
compare (const char *left,
         const char *right)
{
  g_autoptr (LanyardNumber) a = read_number (left);
  g_autoptr (LanyardNumber) b = read_number (right);
  LanyardSameness sameness = lanyard_number_compare (a, b);

  g_assert_cmpint (lanyard_number_compare (b, a), ==, sameness);
  return sameness;
}

typedef struct
{
  const char     *left;
  const char     *right;
  LanyardSameness sameness;
} Pair;

static void
check_pairs (const Pair *pairs,
             gsize       n_pairs)
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      LanyardSameness sameness = compare (pairs[i].left, pairs[i].right);

      if (sameness != pairs[i].sameness)
        g_error ("%s and %s: %d, not %d", pairs[i].left, pairs[i].right, sameness, pairs[i].sameness);
    }
}

#define SAME LANYARD_SAMENESS_SAME
#define MAYBE LANYARD_SAMENESS_MAYBE
#define DIFFERENT LANYARD_SAMENESS_DIFFERENT

static const Pair same[] = {
  { "20481234", "20481234", SAME },
  { "0008271645", "8271645", SAME },
  { "00", "0", SAME },
  { "2048 1234", "20481234", SAME },
  { "2048-1234", "20481234", SAME },
  { "2048.1234", "20481234", SAME },
  { "20,481,234", "20481234", SAME },
  { "20 48 12 34", "20481234", SAME },
  { "2048\xc2\xa0""1234", "20481234", SAME },
  { "2048\xe2\x80\x91""1234", "20481234", SAME },
  { "\xe2\x80\x8e""20481234\xe2\x80\x8f", "20481234", SAME },
  { "\xef\xbb\xbf""20481234", "20481234", SAME },
  { "  20481234\n", "20481234", SAME },
  { "+20481234", "20481234", SAME },
  /* Arabic, Persian, Devanagari, Bengali, Thai, full width. */
  { "٢٠٤٨١٢٣٤", "20481234", SAME },
  { "۲۰۴۸۱۲۳۴", "20481234", SAME },
  { "२०४८१२३४", "20481234", SAME },
  { "২০৪৮১২৩৪", "20481234", SAME },
  { "๒๐๔๘๑๒๓๔", "20481234", SAME },
  { "２０４８１２３４", "20481234", SAME },
  { "٩١،٤٠٢١١", "91,40211", SAME },
  /* Hexadecimal. */
  { "04A22B0F", "04a22b0f", SAME },
  { "04:A2:2B:0F", "04A22B0F", SAME },
  { "04-a2-2b-0f", "04A22B0F", SAME },
  { "04 A2 2B 0F", "04A22B0F", SAME },
  { "4A22B0F", "04A22B0F", SAME },
  { "0x04A22B0F", "04A22B0F", SAME },
  { "0x04 0xA2 0x2B 0x0F", "04A22B0F", SAME },
  { "04A22B0Fh", "04A22B0F", SAME },
  { "４:Ａ２:２Ｂ:Ｆ", "04A22B0F", SAME },
  { "4:a2:2b:f", "04A22B0F", SAME },
  { "E2:8:1A:B", "E2081A0B", SAME },
  { "04:68:95:12", "04689512", SAME },
  { "UID: 04A22B0F", "04A22B0F", SAME },
  { "04a2.2b0f.11cc", "04A22B0F11CC", SAME },
  { "0123456789ABCDEF0123456789ABCDEF", "123456789abcdef0123456789abcdef", SAME },
  /* Facility and card. */
  { "091,40211", "09140211", SAME },
  { "091,40211", "9140211", SAME },
  { "91-40211", "9140211", SAME },
  { "91:40211", "091/40211", SAME },
  { "FC 91 / 40211", "091,40211", SAME },
  { "fc:91 cn:40211", "091,40211", SAME },
  { "Facility Code: 91 Card Number: 40211", "091,40211", SAME },
  { "W: 091,40211", "091,40211", SAME },
  { "91,4021", "091,04021", SAME },
  { "91,4021", "09104021", SAME },
  { "2048,1234", "02048,001234", SAME },
  { "0006003987 091,40211", "0006003987", SAME },
  { "No. 20481234", "20481234", SAME },
  { "№ 20481234", "20481234", SAME },
  { "# 20481234", "20481234", SAME },
  /* Spreadsheets. */
  { "=\"00020481234\"", "20481234", SAME },
  { "'00020481234", "20481234", SAME },
  { "20481234.0", "20481234", SAME },
  { "20481234,0", "20481234", SAME },
  /* Ids. */
  { "KX-1234-Z", "kx1234z", SAME },
  { "ＫＸ1234Ｚ", "kx1234z", SAME },
  { "Straße7", "STRASSE7", SAME },
};

static void
test_same (void)
{
  check_pairs (same, G_N_ELEMENTS (same));
}

static void
test_maybe (void)
{
  static const Pair pairs[] = {
    { "091,40211", "0006003987", MAYBE },
    { "09140211", "0006003987", MAYBE },
    { "091,40211", "5B9D13", MAYBE },
    { "0006003987", "5B9D13", MAYBE },
    { "6003987", "139D5B", MAYBE },
    { "6003987", "139D5B00", MAYBE },
    { "5B9D13", "139D5B00", MAYBE },
    { "5B9D13", "1285467", MAYBE },
    /* The same chip, shown in five ways. */
    { "077,30211", "0A004D7603", MAYBE },
    { "077,30211", "0042954749443", MAYBE },
    { "0A004D7603", "42954749443", MAYBE },
    { "0A004D7603", "5076483", MAYBE },
    { "0A004D7603", "0376 4D00 0A", MAYBE },
    /* 32 bits in the other order, in decimal and hexadecimal. */
    { "1EA68671", "7186A61E", MAYBE },
    { "1EA68671", "1904649758", MAYBE },
    { "514229873", "1904649758", MAYBE },
    { "514229873", "7186A61E", MAYBE },
    { "-1521234567", "2773732729", MAYBE },
    { "-1521234567", "A553CD79", MAYBE },
    /* 7 bytes, longer than what a double holds in decimal. */
    { "04A22B0F11CC80", "80CC110F2BA204", MAYBE },
    { "04A22B0F11CC80", "1304205726960768", MAYBE },
    /* 34 and 37 bits. */
    { "1234,5678", "80877102", MAYBE },
    { "1234,5678", "123405678", MAYBE },
    { "2048,1234", "1073743058", MAYBE },
    { "2048,1234", "20481234", MAYBE },
    { "2048,1234", "2048001234", MAYBE },
    /* What could be parted elsewhere. */
    { "91,4021", "914021", MAYBE },
    { "91,4021", "9,14021", MAYBE },
    { "91-4021", "9-14021", MAYBE },
    { "91,40211", "40211", MAYBE },
    { "0x20481234", "20481234", MAYBE },
    { "1E5", "485", MAYBE },
    { "****1234", "20481234", MAYBE },
    { "…1234", "20481234", MAYBE },
    { "...1234", "20481234", MAYBE },
    { "XXXX1234", "20481234", MAYBE },
    { "####1234", "20481234", MAYBE },
    { "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2 1234", "20481234", MAYBE },
    { "20****34", "20481234", MAYBE },
    { "****1234", "****1234", MAYBE },
    { "****81234", "****1234", MAYBE },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs));
}

static void
test_different (void)
{
  static const Pair pairs[] = {
    { "1204567", "12045678", DIFFERENT },
    { "20481234", "20481235", DIFFERENT },
    { "20481234", "481234", DIFFERENT },
    { "2048,1234", "204,81234", DIFFERENT },
    { "1", "10", DIFFERENT },
    { "KX1234Z", "1234", DIFFERENT },
    { "KX1234Z", "KX01234Z", DIFFERENT },
    { "04A22B0F", "04A22B0E", DIFFERENT },
    { "****1234", "20481235", DIFFERENT },
    { "****1234", "****5678", DIFFERENT },
    { "****34", "20481234", DIFFERENT },
    { "****20481234", "1234", DIFFERENT },
    { "12345678901234567890123456789012345678901234567890", "2345678901234567890123456789012345678901234567890",
      DIFFERENT },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int         code;
  } cases[] = {
    { "", LANYARD_NUMBER_ERROR_EMPTY },
    { " \t\n", LANYARD_NUMBER_ERROR_EMPTY },
    { "-", LANYARD_NUMBER_ERROR_EMPTY },
    { "****", LANYARD_NUMBER_ERROR_EMPTY },
    { "\xe2\x80\x8f", LANYARD_NUMBER_ERROR_EMPTY },
    { "\xff\xfe", LANYARD_NUMBER_ERROR_NOT_TEXT },
    { "1.2E+11", LANYARD_NUMBER_ERROR_DAMAGED },
    { "1,2E+11", LANYARD_NUMBER_ERROR_DAMAGED },
    { "1.2e11", LANYARD_NUMBER_ERROR_DAMAGED },
    { "1E+11", LANYARD_NUMBER_ERROR_DAMAGED },
    { "1.20481E+07", LANYARD_NUMBER_ERROR_DAMAGED },
    { "1.2E-05", LANYARD_NUMBER_ERROR_DAMAGED },
    { "\xd9\xa1\xd9\xab\xd9\xa2""E+11", LANYARD_NUMBER_ERROR_DAMAGED },
    { "#####", LANYARD_NUMBER_ERROR_DAMAGED },
    { "#REF!", LANYARD_NUMBER_ERROR_DAMAGED },
    { "#N/A", LANYARD_NUMBER_ERROR_DAMAGED },
    { "12345678901234567890123456789012345678901234567890123456789012345", LANYARD_NUMBER_ERROR_TOO_LONG },
  };
  g_autofree char *endless = g_strnfill (10000000, '1');
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_null (lanyard_number_new (cases[i].text, &refused));
      g_assert_error (refused, LANYARD_NUMBER_ERROR, cases[i].code);
      g_clear_error (&refused);
      g_assert_null (lanyard_number_new_scanned (cases[i].text, &refused));
      g_assert_true (refused->domain == LANYARD_NUMBER_ERROR);
    }
  g_assert_null (lanyard_number_new (endless, &error));
  g_assert_error (error, LANYARD_NUMBER_ERROR, LANYARD_NUMBER_ERROR_TOO_LONG);
}

/* Hexadecimal that looks like what a spreadsheet does. */
static void
test_not_damaged (void)
{
  static const char * const texts[] = { "12E5", "1E11", "0E1234", "1E-05-22", "12e500" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LanyardNumber) number = read_number (texts[i]);

      g_assert_nonnull (lanyard_number_get_exact_key (number));
    }
}

static void
test_scanned (void)
{
  static const struct
  {
    const char *raw;
    const char *number;
  } cases[] = {
    { "20481234\r\n", "20481234" },
    { "20481234\t", "20481234" },
    { "%20481234?", "20481234" },
    { ";20481234?", "20481234" },
    { ";20481234?4\r", "20481234" },
    { "+20481234?", "20481234" },
    { ";20481234=49121010000?", "20481234" },
    { "%B20481234^OKAFOR/ADA^49121010000?;20481234=4912?", "20481234" },
    { "%E?;20481234?", "20481234" },
    { ";E?+20481234?", "20481234" },
    { "\x02""20481234\x03", "20481234" },
    { "\x02\x02""091,40211\x03\r\n", "091,40211" },
    { "]C120481234", "20481234" },
    { "]E00020481234\r", "0020481234" },
    { "04A22B0F\r", "04A22B0F" },
    { "%٢٠٤٨١٢٣٤?", "20481234" },
    { "B20481", "B20481" },
    { ";KX1234Z?", "KX1234Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardNumber) scanned = lanyard_number_new_scanned (cases[i].raw, &error);
      g_autoptr (LanyardNumber) number = read_number (cases[i].number);

      g_assert_no_error (error);
      g_assert_cmpstr (lanyard_number_get_exact_key (scanned), ==, lanyard_number_get_exact_key (number));
      g_assert_cmpstr (lanyard_number_get_text (scanned), ==, lanyard_number_get_text (number));
    }
  g_assert_null (lanyard_number_new_scanned ("%E?", NULL));
  g_assert_null (lanyard_number_new_scanned ("%?;?", NULL));
}

static void
test_text (void)
{
  g_autoptr (LanyardNumber) hex = read_number (" 04:A2:2B:0F\n");
  g_autoptr (LanyardNumber) arabic = read_number ("٢٠٤٨١٢٣٤");
  g_autoptr (LanyardNumber) part = read_number ("****1234");

  g_assert_cmpstr (lanyard_number_get_text (hex), ==, "04:A2:2B:0F");
  g_assert_cmpstr (lanyard_number_get_text (arabic), ==, "20481234");
  g_assert_cmpstr (lanyard_number_get_text (part), ==, "****1234");
  g_assert_true (lanyard_number_is_partial (part));
  g_assert_false (lanyard_number_is_partial (hex));
  g_assert_null (lanyard_number_get_exact_key (part));
}

/* --- Whatever it is given --- */

/* Written in one of the ways that there are, so that many of them meet. */
static char *
write_somehow (guint32 number)
{
  static const char * const ways[] = { "%u", "%010u", "0x%X", "%08X", "%x", "%u.0", "****%u", "No. %u" };
  guint32 reversed = GUINT32_SWAP_LE_BE (number);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      return g_strdup_printf ("%u,%u", number >> 16 & 0xff, number & 0xffff);
    case 1:
      return g_strdup_printf ("FC %u / %u", number >> 16 & 0xff, number & 0xffff);
    case 2:
      return g_strdup_printf ("%03u%05u", number >> 16 & 0xff, number & 0xffff);
    case 3:
      return g_strdup_printf ("%02X:%02X:%02X:%02X", reversed & 0xff, reversed >> 8 & 0xff, reversed >> 16 & 0xff,
                              reversed >> 24);
    case 4:
      return g_strdup_printf ("%u", reversed);
    default:
      {
        const char *way = ways[g_test_rand_int_range (0, G_N_ELEMENTS (ways))];
        g_auto (GStrv) around = g_strsplit (way, "%", 2);
        g_autofree char *digits = strchr (around[1], 'u') != NULL ? g_strdup_printf ("%u", number)
                                                                    : g_strdup_printf ("%X", number);

        return g_strconcat (around[0], digits, strstr (way, ".0") != NULL ? ".0" : "", NULL);
      }
    }
}

static void
assert_agrees (LanyardNumber *a,
               LanyardNumber *b)
{
  const char *key_a = lanyard_number_get_exact_key (a);
  const char *key_b = lanyard_number_get_exact_key (b);
  LanyardSameness sameness = lanyard_number_compare (a, b);
  g_auto (GStrv) maybe_a = lanyard_number_list_maybe_keys (a);
  g_auto (GStrv) maybe_b = lanyard_number_list_maybe_keys (b);

  g_assert_cmpint (lanyard_number_compare (b, a), ==, sameness);
  if (key_a == NULL || key_b == NULL)
    {
      g_assert_cmpint (sameness, !=, SAME);
      return;
    }
  g_assert_true ((sameness == SAME) == g_str_equal (key_a, key_b));
  g_assert_true ((sameness == MAYBE)
                 == (!g_str_equal (key_a, key_b)
                     && (g_strv_contains ((const char * const *) maybe_a, key_b)
                         || g_strv_contains ((const char * const *) maybe_b, key_a))));
}

static void
test_laws (void)
{
  guint n_same = 0, n_maybe = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint32 value = (guint32) g_test_rand_int () >> g_test_rand_int_range (0, 16);
      g_autofree char *text_a = write_somehow (value);
      g_autofree char *text_b = write_somehow (value);
      g_autofree char *text_c = write_somehow (value);
      g_autoptr (LanyardNumber) a = read_number (text_a);
      g_autoptr (LanyardNumber) b = read_number (text_b);
      g_autoptr (LanyardNumber) c = read_number (text_c);

      assert_agrees (a, b);
      assert_agrees (b, c);
      if (!lanyard_number_is_partial (a))
        g_assert_cmpint (lanyard_number_compare (a, a), ==, SAME);
      if (lanyard_number_compare (a, b) == SAME && lanyard_number_compare (b, c) == SAME)
        g_assert_cmpint (lanyard_number_compare (a, c), ==, SAME);
      n_same += lanyard_number_compare (a, b) == SAME;
      n_maybe += lanyard_number_compare (a, b) == MAYBE;
    }
  g_assert_cmpuint (n_same, >, N_RANDOM / 20);
  g_assert_cmpuint (n_maybe, >, N_RANDOM / 20);
}

static char *
random_text (void)
{
  static const char * const pieces[] = { "1", "23", "0", "a", "F", "x", "0x", ":", "-", " ", ",", ".", "*", "#", "?",
                                         "%", ";", "=", "^", "E+", "fc", "٣", "３", "é", "ß", "\xe2\x80\x8f", "\x02", "\xff",
                                         "\xe2\x82", "]C1", "'", "\"", "h", "…" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, 24);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_anything (void)
{
  g_autoptr (LanyardNumber) last = read_number ("20481234");

  for (guint i = 0; i < 10 * N_RANDOM; i++)
    {
      g_autofree char *text = random_text ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardNumber) number = i % 2 != 0 ? lanyard_number_new (text, &error)
                                                    : lanyard_number_new_scanned (text, &error);
      g_autoptr (LanyardNumber) again = NULL;

      if (number == NULL)
        {
          g_assert_true (error->domain == LANYARD_NUMBER_ERROR);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate (lanyard_number_get_text (number), -1, NULL));
      assert_agrees (number, last);
      /* What is shown of a number is that number. */
      again = read_number (lanyard_number_get_text (number));
      g_assert_cmpstr (lanyard_number_get_exact_key (again), ==, lanyard_number_get_exact_key (number));
      lanyard_number_unref (g_steal_pointer (&last));
      last = g_steal_pointer (&number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/same", test_same);
  g_test_add_func ("/number/maybe", test_maybe);
  g_test_add_func ("/number/different", test_different);
  g_test_add_func ("/number/refused", test_refused);
  g_test_add_func ("/number/not-damaged", test_not_damaged);
  g_test_add_func ("/number/scanned", test_scanned);
  g_test_add_func ("/number/text", test_text);
  g_test_add_func ("/number/laws", test_laws);
  g_test_add_func ("/number/anything", test_anything);
  return g_test_run ();
}
