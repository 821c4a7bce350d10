/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyboard and a card reader at one desk: what is typed on either, and what came of it. */
#include "burst-desk.h"

#include "lanyard-scancode.h"

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

Desk *
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

void
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

void
desk_stroke (Desk    *desk,
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

void
desk_tap (Desk *desk,
          guint code,
          guint after)
{
  desk_stroke (desk, code, TRUE, after);
  desk_stroke (desk, code, FALSE, 0);
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

void
desk_scan (Desk       *desk,
           const char *text,
           guint       gap)
{
  for (; *text != '\0'; text++)
    {
      gboolean shift;
      guint code = find_code (*text, &shift);

      if (shift)
        desk_stroke (desk, SHIFT, TRUE, gap / 2);
      desk_tap (desk, code, gap - (shift ? gap / 2 : 0));
      if (shift)
        desk_stroke (desk, SHIFT, FALSE, 0);
    }
}

/* The program sees the keys in their order, but maybe late; it pauses as long as it is asked to, but not while keys are
 * waiting for it. */
void
desk_play (Desk *desk)
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

void
desk_check_scans (Desk       *desk,
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
