/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card reader is told from a person: whatever either types, however late the program gets to see it. */
#include <string.h>

#include "lanyard-burst.h"
#include "lanyard-scancode.h"

enum
{
  ENTER = 28,
  TAB = 15,
  SHIFT = 42,
  CONTROL = 29,
  ALT = 56,
  CAPS_LOCK = 58,
  KEYPAD_ENTER = 96,
  DOWN = 108,
};

typedef struct
{
  LanyardKey key;
  guint32 arrival; /* when the program sees it */
  guint32 idle;    /* until when it had time to see that none came */
} Stroke;

typedef struct
{
  GArray *strokes;   /* what is typed; an event is the place of one in here, from 1 on */
  GArray *passed;
  GHashTable *freed; /* of the events */
  GPtrArray *scans;
  GArray *scanned_at; /* how many had been passed on by then */
  LanyardBurst *burst;
  guint32 now;
  gboolean editing;
} Desk;

static Desk *open_desk;

static void
on_passed (gpointer event,
           gpointer user_data)
{
  Desk *desk = user_data;
  guint index = GPOINTER_TO_UINT (event);

  g_assert_false (g_hash_table_contains (desk->freed, event));
  g_array_append_val (desk->passed, index);
}

static void
on_scanned (const char *raw,
            gpointer    user_data)
{
  Desk *desk = user_data;

  g_ptr_array_add (desk->scans, g_strdup (raw));
  g_array_append_val (desk->scanned_at, desk->passed->len);
}

static void
free_event (gpointer event)
{
  g_assert_true (g_hash_table_add (open_desk->freed, event));
}

static Desk *
desk_open (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  desk->passed = g_array_new (FALSE, FALSE, sizeof (guint));
  desk->freed = g_hash_table_new (NULL, NULL);
  desk->scans = g_ptr_array_new_with_free_func (g_free);
  desk->scanned_at = g_array_new (FALSE, FALSE, sizeof (guint));
  desk->burst = lanyard_burst_new (on_passed, on_scanned, free_event, desk);
  desk->now = G_MAXUINT32 - 5000; /* it starts again from 0 after 49 days */
  open_desk = desk;

  return desk;
}

static void
desk_close (Desk *desk)
{
  lanyard_burst_free (desk->burst);
  g_array_unref (desk->strokes);
  g_array_unref (desk->passed);
  g_hash_table_unref (desk->freed);
  g_ptr_array_unref (desk->scans);
  g_array_unref (desk->scanned_at);
  g_free (desk);
}

static void
stroke (Desk    *desk,
        guint    code,
        gboolean pressed,
        guint    after)
{
  Stroke next = { .key = { .code = code, .pressed = pressed, .editing = desk->editing } };

  desk->now += after;
  next.key.time = desk->now;
  next.arrival = next.idle = desk->now;
  next.key.typed = lanyard_scancode_get_char (code, FALSE);
  g_array_append_val (desk->strokes, next);
}

static void
tap (Desk *desk,
     guint code,
     guint after)
{
  stroke (desk, code, TRUE, after);
  stroke (desk, code, FALSE, 0);
}

static guint
find_code (char      c,
           gboolean *shift)
{
  for (guint code = 1; code < 128; code++)
    {
      for (*shift = FALSE; *shift <= TRUE; (*shift)++)
        {
          if (lanyard_scancode_get_char (code, *shift) == c)
            return code;
        }
    }

  g_assert_not_reached ();
}

static void
scan (Desk       *desk,
      const char *text,
      guint       gap)
{
  for (; *text != '\0'; text++)
    {
      gboolean shift;
      guint code = find_code (*text, &shift);

      if (shift)
        stroke (desk, SHIFT, TRUE, gap / 2);
      tap (desk, code, gap - (shift ? gap / 2 : 0));
      if (shift)
        stroke (desk, SHIFT, FALSE, 0);
    }
}

/* The program sees the keys in their order, but maybe late; it pauses as long as it is asked to, but not while keys are
 * waiting for it. */
static void
play (Desk *desk)
{
  guint32 due = 0;
  guint wait = 0;

  for (guint i = 0; i < desk->strokes->len; i++)
    {
      Stroke *next = &g_array_index (desk->strokes, Stroke, i);
      guint interval;

      while (wait > 0 && (gint32) (due - next->idle) < 0)
        {
          wait = lanyard_burst_pause (desk->burst);
          due += wait;
        }

      interval = lanyard_burst_key (desk->burst, &next->key, GUINT_TO_POINTER (i + 1));
      if (next->key.pressed || interval == 0)
        {
          wait = interval;
          due = next->arrival + wait;
        }
    }
  while (wait > 0)
    wait = lanyard_burst_pause (desk->burst);
}

/* Each event was passed on once, in its order, or freed once; and a key reaches the window when it is released just
 * when it did when it was pressed. */
static void
check_whole (Desk *desk)
{
  gboolean seen[256] = { FALSE };
  guint next = 0;

  for (guint i = 0; i < desk->strokes->len; i++)
    {
      const LanyardKey *key = &g_array_index (desk->strokes, Stroke, i).key;
      gboolean freed = g_hash_table_contains (desk->freed, GUINT_TO_POINTER (i + 1));

      if (!freed)
        {
          g_assert_cmpuint (next, <, desk->passed->len);
          g_assert_cmpuint (g_array_index (desk->passed, guint, next), ==, i + 1);
          next++;
        }
      if (key->pressed)
        seen[key->code] = !freed;
      else
        g_assert_true (seen[key->code] == !freed);
    }
  g_assert_cmpuint (next, ==, desk->passed->len);
}

static void
check_scans (Desk       *desk,
             const char *first,
             ...)
{
  const char *expected = first;
  guint n = 0;
  va_list args;

  va_start (args, first);
  for (; expected != NULL; expected = va_arg (args, const char *))
    {
      g_assert_cmpuint (n, <, desk->scans->len);
      g_assert_cmpstr (g_ptr_array_index (desk->scans, n), ==, expected);
      n++;
    }
  va_end (args);
  g_assert_cmpuint (desk->scans->len, ==, n);
  check_whole (desk);
}

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
          scan (desk, "20481234", gap);
          for (guint j = 0; ends[i][j] != 0; j++)
            tap (desk, ends[i][j], gap);
          play (desk);
          check_scans (desk, "20481234", NULL);
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

  scan (desk, "20481", 8);
  desk->now += 45;
  scan (desk, "234", 8);
  tap (desk, ENTER, 59);
  play (desk);
  check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

static void
test_late_end (void)
{
  Desk *desk = desk_open ();

  /* An Enter that the reader takes its time for, and one that a person presses afterwards */
  scan (desk, "20481234", 2);
  tap (desk, ENTER, 120);
  tap (desk, ENTER, 250);
  play (desk);
  check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 2);
  desk_close (desk);
}

static void
test_one_after_the_other (void)
{
  Desk *desk = desk_open ();

  scan (desk, "11112222", 2);
  tap (desk, ENTER, 2);
  scan (desk, "33334444", 2);
  tap (desk, ENTER, 2);
  tap (desk, ENTER, 2);
  scan (desk, "55556666", 2);
  stroke (desk, CONTROL, TRUE, 2);
  tap (desk, 36, 0);
  stroke (desk, CONTROL, FALSE, 0);
  scan (desk, "77778888", 2);
  play (desk);
  check_scans (desk, "11112222", "33334444", "55556666", "77778888", NULL);
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
      scan (desk, "20481234", 2);
      tap (desk, ENTER, 2);
      desk->now += 400;
    }
  desk->now += 1000;
  scan (desk, "20481234", 2);
  tap (desk, ENTER, 2);
  scan (desk, "20481235", 2);
  tap (desk, ENTER, 2);
  scan (desk, "20481234", 2);
  tap (desk, ENTER, 2);
  play (desk);
  check_scans (desk, "20481234", "20481234", "20481235", "20481234", NULL);
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
      scan (desk, numbers[i], 5);
      tap (desk, ENTER, 5);
      play (desk);
      check_scans (desk, numbers[i], NULL);
      g_assert_cmpuint (desk->passed->len, ==, 0);
      desk_close (desk);
    }
}

static void
test_prefixes (void)
{
  Desk *desk = desk_open ();

  tap (desk, ENTER, 2);
  scan (desk, "11112222", 2);
  tap (desk, TAB, 2);
  desk->now += 300;
  stroke (desk, CONTROL, TRUE, 2);
  tap (desk, 48, 2); /* B: STX */
  stroke (desk, CONTROL, FALSE, 2);
  scan (desk, "33334444", 2);
  stroke (desk, CONTROL, TRUE, 2);
  tap (desk, 46, 2); /* C: ETX */
  stroke (desk, CONTROL, FALSE, 2);
  tap (desk, ENTER, 2);
  desk->now += 300;
  tap (desk, 59, 2); /* F1 */
  tap (desk, CAPS_LOCK, 2);
  scan (desk, "091", 2);
  tap (desk, TAB, 2);
  scan (desk, "40211", 2);
  tap (desk, CAPS_LOCK, 2);
  tap (desk, ENTER, 2);
  play (desk);
  check_scans (desk, "11112222", "33334444", "091\t40211", NULL);
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
      stroke (desk, ALT, TRUE, 2);
      tap (desk, keypad[*c / 100], 2);
      tap (desk, keypad[*c / 10 % 10], 2);
      tap (desk, keypad[*c % 10], 2);
      stroke (desk, ALT, FALSE, 2);
    }
  play (desk);
  check_scans (desk, "20481234", NULL);
  g_assert_cmpuint (desk->passed->len, ==, 0);
  desk_close (desk);
}

/* The reader was set up for the layout, where digits take Shift: French, Czech. */
static void
test_layout (void)
{
  Desk *desk = desk_open ();

  scan (desk, "@)$*!@#$", 2);
  for (guint i = 0; i < desk->strokes->len; i++)
    {
      LanyardKey *key = &g_array_index (desk->strokes, Stroke, i).key;

      if (lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_CHAR)
        key->typed = lanyard_scancode_get_char (key->code, FALSE);
    }
  tap (desk, ENTER, 2);
  play (desk);
  check_scans (desk, "20481234", NULL);
  desk_close (desk);
}

static void
test_person (void)
{
  Desk *desk = desk_open ();

  desk->editing = TRUE;
  /* Held down until it repeats */
  stroke (desk, 30, TRUE, 500);
  for (guint i = 0; i < 40; i++)
    stroke (desk, 2, TRUE, i == 0 ? 250 : 25);
  stroke (desk, 2, FALSE, 10);
  stroke (desk, 30, FALSE, 10);
  /* Fingers that roll over 1234 and Enter */
  for (guint code = 2; code <= 5; code++)
    {
      stroke (desk, code, TRUE, code == 2 ? 300 : 25);
      if (code > 2)
        stroke (desk, code - 1, FALSE, 10);
    }
  stroke (desk, ENTER, TRUE, 35);
  stroke (desk, 5, FALSE, 30);
  stroke (desk, ENTER, FALSE, 30);
  /* A password manager */
  scan (desk, "seam_test_kQ2b_8RtLmNopQrStUv", 12);
  tap (desk, ENTER, 12);
  play (desk);
  check_scans (desk, NULL, NULL);
  g_assert_cmpuint (desk->passed->len, ==, desk->strokes->len);
  desk_close (desk);
}

/* A letter was typed just before a card was held to the reader. */
static void
test_interrupted (void)
{
  Desk *desk = desk_open ();

  stroke (desk, 24, TRUE, 300);
  scan (desk, "20481234", 40);
  desk->now = g_array_index (desk->strokes, Stroke, 0).key.time + 40;
  for (guint i = 1; i < desk->strokes->len; i++)
    {
      Stroke *next = &g_array_index (desk->strokes, Stroke, i);

      next->key.time = next->arrival = next->idle = desk->now + i / 2 * 2;
    }
  desk->now += 40;
  stroke (desk, 24, FALSE, 0);
  play (desk);
  check_scans (desk, "20481234", NULL);
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

      scan (desk, "20481234", 2);
      tap (desk, ENTER, 2);
      desk->now += days[i] * 24 * 60 * 60 * 1000u;
      tap (desk, ENTER, 0);
      desk->now += 500;
      scan (desk, "20481234", 2);
      tap (desk, ENTER, 2);
      for (guint j = 0; j < desk->strokes->len; j++)
        {
          lanyard_burst_key (desk->burst, &g_array_index (desk->strokes, Stroke, j).key, GUINT_TO_POINTER (j + 1));
          if (g_array_index (desk->strokes, Stroke, j).key.code == ENTER)
            lanyard_burst_pause (desk->burst);
        }
      check_scans (desk, "20481234", "20481234", NULL);
      g_assert_cmpuint (desk->passed->len, ==, 2);
      desk_close (desk);
    }
}

/* --- By the thousand --- */

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
        stroke (desk, down, FALSE, g_test_rand_int_range (0, 60));
      else if (down != 0)
        {
          /* Let go of only after the next is pressed */
          if (code == down)
            continue;
          stroke (desk, code, TRUE, g_test_rand_int_range (60, 300));
          stroke (desk, down, FALSE, g_test_rand_int_range (0, 60));
          down = code;
          continue;
        }
      stroke (desk, code, TRUE, g_test_rand_int_range (60, 300));
      down = code;
    }
  if (down != 0)
    stroke (desk, down, FALSE, 50);
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
      play (desk);
      check_scans (desk, NULL, NULL);
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

      scan (desk, text, g_test_rand_int_range (1, longest + 1));
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
        tap (desk, ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))], g_test_rand_int_range (1, 31));
      if (i % 2 == 0)
        stall (desk);
      play (desk);
      check_scans (desk, number, NULL);
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
      tap (desk, ENTER, 2);
      delay (desk, 150);
      play (desk);
      check_scans (desk, number, NULL);
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
      tap (desk, ENTER, 2);
      desk->now += 300;
      type_at_random (desk, 10);
      desk->now += 1000;
      add_random_number (desk, "0123456789", second);
      tap (desk, TAB, 2);
      desk->now += 300;
      type_at_random (desk, 10);
      if (i % 2 == 0)
        stall (desk);
      play (desk);
      check_scans (desk, first, second, NULL);
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
          stroke (desk, random_code (), g_test_rand_bit (), g_test_rand_int_range (0, 50));
          if (g_test_rand_int_range (0, 10) == 0)
            desk->now -= g_test_rand_int_range (0, 1000);
        }
      play (desk);
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
  g_test_add_func ("/burst/many-persons", test_many_persons);
  g_test_add_func ("/burst/many-readers", test_many_readers);
  g_test_add_func ("/burst/many-late-readers", test_many_late_readers);
  g_test_add_func ("/burst/many-of-both", test_many_of_both);
  g_test_add_func ("/burst/many-of-anything", test_many_of_anything);

  return g_test_run ();
}
