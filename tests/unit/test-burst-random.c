/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card reader is told from a person: at random by the thousand, however late the program gets to see it. */
#include <string.h>

#include "burst-desk.h"

static guint
random_code (void)
{
  static const guint codes[] = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 30, 31, 32, 33, 44, 57, ENTER, TAB,
                                 SHIFT, CONTROL, ALT, 1, 14, 79, 80, 81, KEYPAD_ENTER, 103, DOWN, 200 };

  return codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))];
}

/* Now and then the program is busy, and then sees all at once. */
static void
stall (Desk *desk)
{
  guint32 from = 0, until = 0;

  for (guint i = 0; i < desk->strokes->len; i++)
    {
      Stroke *next = &g_array_index (desk->strokes, Stroke, i);

      if (i == 0 || ((gint32) (until - next->arrival) < 0 && g_test_rand_int_range (0, 20) == 0))
        {
          from = next->key.time;
          until = from + g_test_rand_int_range (0, 2000);
        }
      if ((gint32) (until - next->arrival) > 0)
        {
          next->arrival = until;
          next->idle = from;
        }
    }
}

/* The desktop is busy, and the program has nothing to do until a key gets to it. */
static void
delay (Desk *desk,
       guint longest)
{
  guint32 last = 0;

  for (guint i = 0; i < desk->strokes->len; i++)
    {
      Stroke *next = &g_array_index (desk->strokes, Stroke, i);
      guint32 arrival = next->key.time + g_test_rand_int_range (0, longest);

      last = i == 0 || (gint32) (arrival - last) > 0 ? arrival : last;
      next->arrival = next->idle = last;
    }
}

static void
type_at_random (Desk  *desk,
                guint  n)
{
  guint down = 0;

  for (guint i = 0; i < n; i++)
    {
      guint code = random_code ();

      if (down != 0 && g_test_rand_bit ())
        desk_stroke (desk, down, FALSE, g_test_rand_int_range (0, 60));
      else if (down != 0)
        {
          /* Let go of only after the next is pressed */
          if (code == down)
            continue;
          desk_stroke (desk, code, TRUE, g_test_rand_int_range (60, 300));
          desk_stroke (desk, down, FALSE, g_test_rand_int_range (0, 60));
          down = code;
          continue;
        }
      desk_stroke (desk, code, TRUE, g_test_rand_int_range (60, 300));
      down = code;
    }
  if (down != 0)
    desk_stroke (desk, down, FALSE, 50);
}

static void
test_many_persons (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Desk *desk = desk_open ();

      desk->editing = g_test_rand_bit ();
      type_at_random (desk, 30);
      if (i % 2 == 0)
        stall (desk);
      desk_play (desk);
      desk_check_scans (desk, NULL, NULL);
      g_assert_cmpuint (desk->passed->len, ==, desk->strokes->len);
      desk_close (desk);
    }
}

static void
add_random_number (Desk       *desk,
                   const char *digits,
                   char        number[64])
{
  guint length = g_test_rand_int_range (4, 21);
  guint longest = g_test_rand_int_range (1, 31);

  for (guint i = 0; i < length; i++)
    {
      /* However many letters there are in it, half are digits. */
      char text[2] = { digits[g_test_rand_int_range (0, i % 2 == 0 ? 10 : strlen (digits))] };

      desk_scan (desk, text, g_test_rand_int_range (1, longest + 1));
      number[i] = *text;
    }
  number[length] = '\0';
}

static void
test_many_readers (void)
{
  static const guint ends[] = { ENTER, TAB, KEYPAD_ENTER };

  for (guint i = 0; i < 5000; i++)
    {
      Desk *desk = desk_open ();
      char number[64];

      desk->editing = g_test_rand_bit ();
      add_random_number (desk, g_test_rand_bit () ? "0123456789" : "0123456789abcdef", number);
      if (g_test_rand_bit ())
        desk_tap (desk, ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))], g_test_rand_int_range (1, 31));
      if (i % 2 == 0)
        stall (desk);
      desk_play (desk);
      desk_check_scans (desk, number, NULL);
      g_assert_cmpuint (desk->passed->len, ==, 0);
      desk_close (desk);
    }
}

/* A key of it may get through to the window then, but the number is whole. */
static void
test_many_late_readers (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Desk *desk = desk_open ();
      char number[64];

      add_random_number (desk, "0123456789", number);
      desk_tap (desk, ENTER, 2);
      delay (desk, 150);
      desk_play (desk);
      desk_check_scans (desk, number, NULL);
      desk_close (desk);
    }
}

static void
test_many_of_both (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Desk *desk = desk_open ();
      char first[64], second[64];

      type_at_random (desk, 10);
      desk->now += 300;
      add_random_number (desk, "0123456789", first);
      desk_tap (desk, ENTER, 2);
      desk->now += 300;
      type_at_random (desk, 10);
      desk->now += 1000;
      add_random_number (desk, "0123456789", second);
      desk_tap (desk, TAB, 2);
      desk->now += 300;
      type_at_random (desk, 10);
      if (i % 2 == 0)
        stall (desk);
      desk_play (desk);
      desk_check_scans (desk, first, second, NULL);
      desk_close (desk);
    }
}

/* Anything, at any time, from several keyboards with clocks of their own: nothing is lost or comes twice. */
static void
test_many_of_anything (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Desk *desk = desk_open ();

      for (guint j = 0; j < 60; j++)
        {
          desk_stroke (desk, random_code (), g_test_rand_bit (), g_test_rand_int_range (0, 50));
          if (g_test_rand_int_range (0, 10) == 0)
            desk->now -= g_test_rand_int_range (0, 1000);
        }
      desk_play (desk);
      g_assert_cmpuint (desk->passed->len + g_hash_table_size (desk->freed), ==, desk->strokes->len);
      for (guint j = 1; j < desk->passed->len; j++)
        g_assert_cmpuint (g_array_index (desk->passed, guint, j), >, g_array_index (desk->passed, guint, j - 1));
      desk_close (desk);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/burst/many-persons", test_many_persons);
  g_test_add_func ("/burst/many-readers", test_many_readers);
  g_test_add_func ("/burst/many-late-readers", test_many_late_readers);
  g_test_add_func ("/burst/many-of-both", test_many_of_both);
  g_test_add_func ("/burst/many-of-anything", test_many_of_anything);

  return g_test_run ();
}
