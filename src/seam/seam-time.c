/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The times of the API: ISO 8601, nearly always as a JavaScript server prints them. */
#include "seam-time.h"

#include <string.h>

/* 0001-01-01 and 9999-12-31. */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

/* The number that the @n_digits at @text are, or -1. */
static int
read_digits (const char *text,
             guint       n_digits)
{
  int value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* Reads "2024-05-31T23:59:59.123Z", and no other form: a record has up to five times, and GDateTime, which knows all
 * forms, takes longer for them than reading all the rest of the record does. */
static gboolean
parse_usual (const char *text,
             gint64     *time)
{
  int year, month, day, hour, minute, second, milliseconds;
  GDate date;

  if (strlen (text) != strlen ("YYYY-MM-DDThh:mm:ss.sssZ") || text[4] != '-' || text[7] != '-' || text[10] != 'T'
      || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
    return FALSE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  hour = read_digits (text + 11, 2);
  minute = read_digits (text + 14, 2);
  second = read_digits (text + 17, 2);
  milliseconds = read_digits (text + 20, 3);
  if (month < 1 || day < 1 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) MAX (year, 0)) || hour < 0
      || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || milliseconds < 0)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  *time = ((((gint64) g_date_get_julian (&date) - 719163) * 24 + hour) * 60 + minute) * 60 + second;
  *time = *time * G_USEC_PER_SEC + milliseconds * G_TIME_SPAN_MILLISECOND;
  return TRUE;
}

/* seam_time_parse:
 * @text: a time in ISO 8601; UTC unless it says otherwise
 *
 * Returns: microseconds since 1970 UTC, or 0 when @text can't be read */
gint64
seam_time_parse (const char *text)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) parsed = NULL;
  gint64 time;

  if (parse_usual (text, &time))
    return time;
  utc = g_time_zone_new_utc ();
  parsed = g_date_time_new_from_iso8601 (text, utc);
  /* With its offset it may be in a year that no text of the API has. */
  if (parsed == NULL || g_date_time_to_unix (parsed) < FIRST_SECOND || g_date_time_to_unix (parsed) > LAST_SECOND)
    return 0;
  return g_date_time_to_unix (parsed) * G_USEC_PER_SEC + g_date_time_get_microsecond (parsed);
}

/* seam_time_print:
 * @time: microseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): @time as the API has it, with as many digits as it needs but at least three of
 *   the second; %NULL when it is 0, which is none */
char *
seam_time_print (gint64 time)
{
  gint64 second = time / G_USEC_PER_SEC - (time % G_USEC_PER_SEC < 0 ? 1 : 0);
  int microsecond = (int) (time - second * G_USEC_PER_SEC);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *fraction = NULL;

  if (time == 0)
    return NULL;
  date = g_date_time_new_from_unix_utc (second);
  fraction = microsecond % 1000 == 0 ? g_strdup_printf ("%03d", microsecond / 1000)
                                     : g_strdup_printf ("%06d", microsecond);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%sZ", g_date_time_get_year (date),
                          g_date_time_get_month (date), g_date_time_get_day_of_month (date),
                          g_date_time_get_hour (date), g_date_time_get_minute (date), g_date_time_get_second (date),
                          fraction);
}
