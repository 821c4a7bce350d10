/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and spans of validity, as people read them. */
#include "lanyard-time-text.h"

#include <glib/gi18n.h>

#include "seam.h"

#define EXPIRING_DAYS 7

static GDateTime *
local_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static char *
format_time (gint64      time,
             const char *format)
{
  g_autoptr (GDateTime) date_time = time != SEAM_TIME_UNSET ? local_time (time) : NULL;

  return date_time != NULL ? g_date_time_format (date_time, format) : NULL;
}

/**
 * lanyard_time_text_date:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 *
 * Returns: (transfer full) (nullable): the day in the local time zone; %NULL when there is none
 */
char *
lanyard_time_text_date (gint64 time)
{
  /* Translators: a day, for instance "3 May 2026"; see g_date_time_format () */
  return format_time (time, C_("date", "%-d %b %Y"));
}

/**
 * lanyard_time_text_clock:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 *
 * Returns: (transfer full) (nullable): the time of day in the local time zone; %NULL when there is none
 */
char *
lanyard_time_text_clock (gint64 time)
{
  return format_time (time, C_("time of day", "%H:%M"));
}

/**
 * lanyard_time_text_full:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 *
 * Returns: (transfer full) (nullable): day and time of day in the local time zone; %NULL when there is none
 */
char *
lanyard_time_text_full (gint64 time)
{
  /* Translators: a day with the time of day, for instance "3 May 2026, 17:05"; see g_date_time_format () */
  return format_time (time, C_("date and time", "%-d %b %Y, %H:%M"));
}

/**
 * lanyard_time_text_span:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 *
 * Returns: (transfer full) (nullable): from when to when; %NULL when neither is given
 */
char *
lanyard_time_text_span (gint64 starts_at,
                        gint64 ends_at)
{
  g_autofree char *starts = lanyard_time_text_full (starts_at);
  g_autofree char *ends = lanyard_time_text_full (ends_at);

  if (starts != NULL && ends != NULL)
    /* Translators: a span of time: from %s to %s, each a day with the time of day */
    return g_strdup_printf (_("%s – %s"), starts, ends);
  if (ends != NULL)
    /* Translators: %s is a day with the time of day */
    return g_strdup_printf (_("Until %s"), ends);
  if (starts != NULL)
    /* Translators: %s is a day with the time of day */
    return g_strdup_printf (_("Since %s, without an end"), starts);

  return NULL;
}

/**
 * lanyard_validity_of:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @now: the time that it is
 *
 * Returns: where @now is in the span
 */
LanyardValidity
lanyard_validity_of (gint64 starts_at,
                     gint64 ends_at,
                     gint64 now)
{
  if (ends_at != SEAM_TIME_UNSET && ends_at <= now)
    return LANYARD_VALIDITY_EXPIRED;
  if (starts_at != SEAM_TIME_UNSET && starts_at > now)
    return LANYARD_VALIDITY_NOT_YET;
  if (ends_at != SEAM_TIME_UNSET && ends_at - now <= EXPIRING_DAYS * G_TIME_SPAN_DAY)
    return LANYARD_VALIDITY_EXPIRING;

  return LANYARD_VALIDITY_OPEN;
}

/**
 * lanyard_validity_is_in_force:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @now: the time that it is
 *
 * Returns: whether @now is in the span
 */
gboolean
lanyard_validity_is_in_force (gint64 starts_at,
                              gint64 ends_at,
                              gint64 now)
{
  LanyardValidity validity = lanyard_validity_of (starts_at, ends_at, now);

  return validity == LANYARD_VALIDITY_OPEN || validity == LANYARD_VALIDITY_EXPIRING;
}

/* Days as a calendar counts them: tomorrow morning is a day away, even if it is only nine hours. */
static int
days_between (GDateTime *from,
              GDateTime *to)
{
  GDate from_day, to_day;

  g_date_clear (&from_day, 1);
  g_date_clear (&to_day, 1);
  g_date_set_dmy (&from_day, g_date_time_get_day_of_month (from), g_date_time_get_month (from),
                  g_date_time_get_year (from));
  g_date_set_dmy (&to_day, g_date_time_get_day_of_month (to), g_date_time_get_month (to), g_date_time_get_year (to));

  return g_date_days_between (&from_day, &to_day);
}

static char *
expiring_text (gint64 ends_at,
               gint64 now)
{
  g_autoptr (GDateTime) ends = local_time (ends_at);
  g_autoptr (GDateTime) today = local_time (now);
  g_autofree char *clock = NULL;
  int days;

  if (ends == NULL || today == NULL)
    return NULL;

  clock = g_date_time_format (ends, C_("time of day", "%H:%M"));
  days = days_between (today, ends);
  if (days <= 0)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expires today at %s"), clock);
  if (days == 1)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expires tomorrow at %s"), clock);

  return g_strdup_printf (ngettext ("Expires in %d day", "Expires in %d days", days), days);
}

/**
 * lanyard_validity_text:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @now: the time that it is
 *
 * Says in a few words where @now is in the span.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when there is nothing to say
 */
char *
lanyard_validity_text (gint64 starts_at,
                       gint64 ends_at,
                       gint64 now)
{
  g_autofree char *starts = lanyard_time_text_date (starts_at);
  g_autofree char *ends = lanyard_time_text_date (ends_at);

  switch (lanyard_validity_of (starts_at, ends_at, now))
    {
    case LANYARD_VALIDITY_EXPIRED:
      /* Translators: %s is a day */
      return ends != NULL ? g_strdup_printf (_("Expired on %s"), ends) : NULL;
    case LANYARD_VALIDITY_NOT_YET:
      /* Translators: %s is a day */
      return starts != NULL ? g_strdup_printf (_("Valid from %s"), starts) : NULL;
    case LANYARD_VALIDITY_EXPIRING:
      return expiring_text (ends_at, now);
    case LANYARD_VALIDITY_OPEN:
      /* Translators: %s is a day */
      return ends != NULL ? g_strdup_printf (_("Valid until %s"), ends) : NULL;
    default:
      return NULL;
    }
}
