/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day among the entries of the activity: those below it were begun on it. */
#include "lanyard-day.h"

#include <glib/gi18n.h>

struct _LanyardDay
{
  GObject parent_instance;

  gint64 time; /* some moment of it */
};

G_DEFINE_FINAL_TYPE (LanyardDay, lanyard_day, G_TYPE_OBJECT)

static void
lanyard_day_class_init (LanyardDayClass *klass)
{
}

static void
lanyard_day_init (LanyardDay *self)
{
}

/**
 * lanyard_day_new:
 * @time: microseconds since 1970
 *
 * Returns: (transfer full): the day that @time is on where we are
 */
LanyardDay *
lanyard_day_new (gint64 time)
{
  LanyardDay *self = g_object_new (LANYARD_TYPE_DAY, NULL);

  self->time = time;

  return self;
}

/* The number of the day where we are; 0 for a time that no calendar has. */
static guint32
number_of (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  GDate date;

  if (local == NULL)
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));

  return g_date_get_julian (&date);
}

/**
 * lanyard_day_has:
 * @self: a day
 * @time: microseconds since 1970
 *
 * Returns: whether @time is on it
 */
gboolean
lanyard_day_has (LanyardDay *self,
                 gint64      time)
{
  g_return_val_if_fail (LANYARD_IS_DAY (self), FALSE);

  return number_of (self->time) == number_of (time);
}

/**
 * lanyard_day_text:
 * @self: a day
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): what it is called at @now
 */
char *
lanyard_day_text (LanyardDay *self,
                  gint64      now)
{
  g_autoptr (GDateTime) local = NULL;
  guint32 today = number_of (now);

  g_return_val_if_fail (LANYARD_IS_DAY (self), NULL);

  if (number_of (self->time) == today)
    return g_strdup (_("Today"));
  if (number_of (self->time) + 1 == today)
    return g_strdup (_("Yesterday"));

  local = g_date_time_new_from_unix_local (self->time / G_USEC_PER_SEC);
  /* Translators: a day with its weekday, for instance "Monday, 4 May 2026"; see g_date_time_format () */
  return local != NULL ? g_date_time_format (local, C_("day", "%A, %-d %B %Y")) : g_strdup (_("Unknown Date"));
}
