/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card reader is told from a person: the ways in which either types. */
#include "burst-desk.h"
#include "lanyard-scancode.h"

static void
test_ends (void)
{
  static const guint ends[][3] = { { ENTER }, { KEYPAD_ENTER }, { TAB }, { ENTER, ENTER }, { TAB, ENTER }, { DOWN },
                                   { 0 } };

  for (guint gap = 1; gap <= 30; gap++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          Desk *desk = desk_open ();

          desk->editing = i % 2;
          desk_scan (desk, "20481234", gap);
          for (guint j = 0; ends[i][j] != 0; j++)
            desk_tap (desk, ends[i][j], gap);
          desk_play (desk);
          desk_check_scans (desk, "20481234", NULL);
          g_assert_cmpuint (desk->passed->len, ==, 0);
          desk_close (desk);
        }
    }
}

/* A reader without a wire has its moments. */
static void
test_unsteady (void)
{
  Desk *desk = desk_open ();

  desk_scan (desk, "20481", 8);
  desk->now += 45;
  desk_scan (desk, "234", 8);
  desk_tap (desk, ENTER, 59);
  desk_play (desk);
  desk_check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

static void
test_late_end (void)
{
  Desk *desk = desk_open ();

  /* An Enter that the reader takes its time for, and one that a person presses afterwards */
  desk_scan (desk, "20481234", 2);
  desk_tap (desk, ENTER, 120);
  desk_tap (desk, ENTER, 250);
  desk_play (desk);
  desk_check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 2);
  desk_close (desk);
}

static void
test_one_after_the_other (void)
{
  Desk *desk = desk_open ();

  desk_scan (desk, "11112222", 2);
  desk_tap (desk, ENTER, 2);
  desk_scan (desk, "33334444", 2);
  desk_tap (desk, ENTER, 2);
  desk_tap (desk, ENTER, 2);
  desk_scan (desk, "55556666", 2);
  desk_stroke (desk, CONTROL, TRUE, 2);
  desk_tap (desk, 36, 0);
  desk_stroke (desk, CONTROL, FALSE, 0);
  desk_scan (desk, "77778888", 2);
  desk_play (desk);
  desk_check_scans (desk, "11112222", "33334444", "55556666", "77778888", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

static void
test_again (void)
{
  Desk *desk = desk_open ();

  for (guint i = 0; i < 10; i++)
    {
      /* Left on the reader */
      desk_scan (desk, "20481234", 2);
      desk_tap (desk, ENTER, 2);
      desk->now += 400;
    }
  desk->now += 1000;
  desk_scan (desk, "20481234", 2);
  desk_tap (desk, ENTER, 2);
  desk_scan (desk, "20481235", 2);
  desk_tap (desk, ENTER, 2);
  desk_scan (desk, "20481234", 2);
  desk_tap (desk, ENTER, 2);
  desk_play (desk);
  desk_check_scans (desk, "20481234", "20481234", "20481235", "20481234", NULL);
  desk_close (desk);
}

static void
test_kinds (void)
{
  static const char * const numbers[] = { "2048", "%20481234?", ";000000000012345678=", "04:A1:B2:C3:D4:E5:F6",
                                          "04a1b2c3", "091,40211", "DEADBEEF", "~0013754911", "K-20481234", "EMP00123" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Desk *desk = desk_open ();

      desk->editing = TRUE;
      desk_scan (desk, numbers[i], 5);
      desk_tap (desk, ENTER, 5);
      desk_play (desk);
      desk_check_scans (desk, numbers[i], NULL);
      g_assert_cmpuint (desk->passed->len, ==, 0);
      desk_close (desk);
    }
}

static void
test_prefixes (void)
{
  Desk *desk = desk_open ();

  desk_tap (desk, ENTER, 2);
  desk_scan (desk, "11112222", 2);
  desk_tap (desk, TAB, 2);
  desk->now += 300;
  desk_stroke (desk, CONTROL, TRUE, 2);
  desk_tap (desk, 48, 2); /* B: STX */
  desk_stroke (desk, CONTROL, FALSE, 2);
  desk_scan (desk, "33334444", 2);
  desk_stroke (desk, CONTROL, TRUE, 2);
  desk_tap (desk, 46, 2); /* C: ETX */
  desk_stroke (desk, CONTROL, FALSE, 2);
  desk_tap (desk, ENTER, 2);
  desk->now += 300;
  desk_tap (desk, 59, 2); /* F1 */
  desk_tap (desk, CAPS_LOCK, 2);
  desk_scan (desk, "091", 2);
  desk_tap (desk, TAB, 2);
  desk_scan (desk, "40211", 2);
  desk_tap (desk, CAPS_LOCK, 2);
  desk_tap (desk, ENTER, 2);
  desk_play (desk);
  desk_check_scans (desk, "11112222", "33334444", "091\t40211", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

static void
test_alt_codes (void)
{
  static const guint keypad[] = { 82, 79, 80, 81, 75, 76, 77, 71, 72, 73 };
  Desk *desk = desk_open ();

  for (const char *c = "20481234\r"; *c != '\0'; c++)
    {
      desk_stroke (desk, ALT, TRUE, 2);
      desk_tap (desk, keypad[*c / 100], 2);
      desk_tap (desk, keypad[*c / 10 % 10], 2);
      desk_tap (desk, keypad[*c % 10], 2);
      desk_stroke (desk, ALT, FALSE, 2);
    }
  desk_play (desk);
  desk_check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

/* The reader was set up for the layout, where digits take Shift: French, Czech. */
static void
test_layout (void)
{
  Desk *desk = desk_open ();

  desk_scan (desk, "@)$*!@#$", 2);
  for (guint i = 0; i < desk->strokes->len; i++)
    {
      LanyardKey *key = &g_array_index (desk->strokes, Stroke, i).key;

      if (lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_CHAR)
        key->typed = lanyard_scancode_get_char (key->code, FALSE);
    }
  desk_tap (desk, ENTER, 2);
  desk_play (desk);
  desk_check_scans (desk, "20481234", NULL);
  desk_close (desk);
}

static void
test_person (void)
{
  Desk *desk = desk_open ();

  desk->editing = TRUE;
  /* Held down until it repeats */
  desk_stroke (desk, 30, TRUE, 500);
  for (guint i = 0; i < 40; i++)
    desk_stroke (desk, 2, TRUE, i == 0 ? 250 : 25);
  desk_stroke (desk, 2, FALSE, 10);
  desk_stroke (desk, 30, FALSE, 10);
  /* Fingers that roll over 1234 and Enter */
  for (guint code = 2; code <= 5; code++)
    {
      desk_stroke (desk, code, TRUE, code == 2 ? 300 : 25);
      if (code > 2)
        desk_stroke (desk, code - 1, FALSE, 10);
    }
  desk_stroke (desk, ENTER, TRUE, 35);
  desk_stroke (desk, 5, FALSE, 30);
  desk_stroke (desk, ENTER, FALSE, 30);
  /* A password manager */
  desk_scan (desk, "seam_test_kQ2b_8RtLmNopQrStUv", 12);
  desk_tap (desk, ENTER, 12);
  desk_play (desk);
  desk_check_scans (desk, NULL, NULL);
  g_assert_cmpuint (desk->passed->len, ==, desk->strokes->len);
  desk_close (desk);
}

/* A letter was typed just before a card was held to the reader. */
static void
test_interrupted (void)
{
  Desk *desk = desk_open ();

  desk_stroke (desk, 24, TRUE, 300);
  desk_scan (desk, "20481234", 40);
  desk->now = g_array_index (desk->strokes, Stroke, 0).key.time + 40;
  for (guint i = 1; i < desk->strokes->len; i++)
    {
      Stroke *next = &g_array_index (desk->strokes, Stroke, i);

      next->key.time = next->arrival = next->idle = desk->now + i / 2 * 2;
    }
  desk->now += 40;
  desk_stroke (desk, 24, FALSE, 0);
  desk_play (desk);
  desk_check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 2);
  desk_close (desk);
}

/* The window was left open for weeks: the clock went round meanwhile, or nearly. */
static void
test_weeks_later (void)
{
  static const guint days[] = { 1, 24, 26, 40, 49 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      Desk *desk = desk_open ();

      desk_scan (desk, "20481234", 2);
      desk_tap (desk, ENTER, 2);
      desk->now += days[i] * 24 * 60 * 60 * 1000u;
      desk_tap (desk, ENTER, 0);
      desk->now += 500;
      desk_scan (desk, "20481234", 2);
      desk_tap (desk, ENTER, 2);
      for (guint j = 0; j < desk->strokes->len; j++)
        {
          lanyard_burst_key (desk->burst, &g_array_index (desk->strokes, Stroke, j).key, GUINT_TO_POINTER (j + 1));
          if (g_array_index (desk->strokes, Stroke, j).key.code == ENTER)
            lanyard_burst_pause (desk->burst);
        }
      desk_check_scans (desk, "20481234", "20481234", NULL);
      g_assert_cmpuint (desk->passed->len, ==, 2);
      desk_close (desk);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/burst/ends", test_ends);
  g_test_add_func ("/burst/unsteady", test_unsteady);
  g_test_add_func ("/burst/late-end", test_late_end);
  g_test_add_func ("/burst/one-after-the-other", test_one_after_the_other);
  g_test_add_func ("/burst/again", test_again);
  g_test_add_func ("/burst/kinds", test_kinds);
  g_test_add_func ("/burst/prefixes", test_prefixes);
  g_test_add_func ("/burst/alt-codes", test_alt_codes);
  g_test_add_func ("/burst/layout", test_layout);
  g_test_add_func ("/burst/person", test_person);
  g_test_add_func ("/burst/interrupted", test_interrupted);
  g_test_add_func ("/burst/weeks-later", test_weeks_later);

  return g_test_run ();
}
