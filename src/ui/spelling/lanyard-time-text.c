/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and spans of validity, as people read them. */
#include "lanyard-time-text.h"

#include <glib/gi18n.h>

#include "lanyard-zone.h"
#include "seam.h"

#define EXPIRING_DAYS 7

static gboolean
has_end (gint64 ends_at)
{
  return ends_at != SEAM_TIME_UNSET && ends_at < SEAM_TIME_NEVER;
}

static char *
format_time (gint64      time,
             const char *zone,
             const char *format)
{
  g_autoptr (GDateTime) date_time = time != SEAM_TIME_UNSET ? lanyard_zone_time (time, zone) : NULL;

  return date_time != NULL ? g_date_time_format (date_time, format) : NULL;
}

/* Which clock shows it, if that is in doubt. */
static char *
zone_text (gint64      time,
           const char *zone)
{
  g_autoptr (GDateTime) date_time = time != SEAM_TIME_UNSET ? lanyard_zone_time (time, zone) : NULL;

  return date_time != NULL ? lanyard_zone_text (date_time, zone) : NULL;
}

static char *
with_zone (const char *text,
           const char *zone)
{
  if (text == NULL || zone == NULL)
    return g_strdup (text);

  /* Translators: a time of day, perhaps with the day, and its time zone, for instance "17:05 EDT (New York)" */
  return g_strdup_printf (C_("time with its zone", "%s %s"), text, zone);
}

/**
 * lanyard_time_text_date:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 *
 * Returns: (transfer full) (nullable): the day in @zone; %NULL when there is none
 */
char *
lanyard_time_text_date (gint64      time,
                        const char *zone)
{
  /* Translators: a day, for instance "3 May 2026"; see g_date_time_format () */
  return format_time (time, zone, C_("date", "%-d %b %Y"));
}

/**
 * lanyard_time_text_clock:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 *
 * Returns: (transfer full) (nullable): the time of day in @zone, and which zone that is if it is in doubt; %NULL when
 *   there is none
 */
char *
lanyard_time_text_clock (gint64      time,
                         const char *zone)
{
  g_autofree char *text = format_time (time, zone, C_("time of day", "%H:%M"));
  g_autofree char *shown_zone = zone_text (time, zone);

  return with_zone (text, shown_zone);
}

static char *
full_without_zone (gint64      time,
                   const char *zone)
{
  /* Translators: a day with the time of day, for instance "3 May 2026, 17:05"; see g_date_time_format () */
  return format_time (time, zone, C_("date and time", "%-d %b %Y, %H:%M"));
}

/**
 * lanyard_time_text_full:
 * @time: microseconds since 1970, or %SEAM_TIME_UNSET
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 *
 * Returns: (transfer full) (nullable): day and time of day in @zone, and which zone that is if it is in doubt; %NULL
 *   when there is none
 */
char *
lanyard_time_text_full (gint64      time,
                        const char *zone)
{
  g_autofree char *text = full_without_zone (time, zone);
  g_autofree char *shown_zone = zone_text (time, zone);

  return with_zone (text, shown_zone);
}

/**
 * lanyard_time_text_span:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 *
 * Returns: (transfer full) (nullable): from when to when; %NULL when neither is given
 */
char *
lanyard_time_text_span (gint64      starts_at,
                        gint64      ends_at,
                        const char *zone)
{
  g_autofree char *starts = full_without_zone (starts_at, zone);
  g_autofree char *starts_zone = zone_text (starts_at, zone);
  g_autofree char *ends = has_end (ends_at) ? lanyard_time_text_full (ends_at, zone) : NULL;
  g_autofree char *ends_zone = has_end (ends_at) ? zone_text (ends_at, zone) : NULL;
  /* The same zone is said once, at the end. */
  g_autofree char *whole_start = with_zone (starts, g_strcmp0 (starts_zone, ends_zone) != 0 ? starts_zone : NULL);

  if (starts != NULL && ends != NULL)
    /* Translators: a span of time: from %s to %s, each a day with the time of day */
    return g_strdup_printf (_("%s – %s"), whole_start, ends);
  if (ends != NULL)
    /* Translators: %s is a day with the time of day */
    return g_strdup_printf (_("Until %s"), ends);
  if (starts != NULL)
    /* Translators: %s is a day with the time of day */
    return g_strdup_printf (_("From %s, no end date"), whole_start);

  return ends_at != SEAM_TIME_UNSET ? g_strdup (_("No end date")) : NULL;
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

/* How many days @time is away from @now where @zone is: negative when it is over; what no calendar has is far away. */
static int
days_until (gint64      time,
            gint64      now,
            const char *zone)
{
  g_autoptr (GDateTime) then = lanyard_zone_time (time, zone);
  g_autoptr (GDateTime) today = lanyard_zone_time (now, zone);

  return then != NULL && today != NULL ? days_between (today, then) : G_MAXINT;
}

static char *
expiring_text (gint64      ends_at,
               gint64      now,
               const char *zone)
{
  g_autofree char *clock = lanyard_time_text_clock (ends_at, zone);
  int days = days_until (ends_at, now, zone);

  if (clock == NULL)
    return NULL;
  if (days <= 0)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expires today at %s"), clock);
  if (days == 1)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expires tomorrow at %s"), clock);

  return g_strdup_printf (ngettext ("Expires in %d day", "Expires in %d days", days), days);
}

static char *
expired_text (gint64      ends_at,
              gint64      now,
              const char *zone)
{
  g_autofree char *date = has_end (ends_at) ? lanyard_time_text_date (ends_at, zone) : NULL;
  g_autofree char *clock = lanyard_time_text_clock (ends_at, zone);
  int days = days_until (ends_at, now, zone);

  if (date == NULL)
    return NULL;
  if (days == 0)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expired today at %s"), clock);
  if (days == -1)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Expired yesterday at %s"), clock);

  /* Translators: %s is a day */
  return g_strdup_printf (_("Expired on %s"), date);
}

static char *
starting_text (gint64      starts_at,
               gint64      now,
               const char *zone)
{
  g_autofree char *date = lanyard_time_text_date (starts_at, zone);
  g_autofree char *clock = lanyard_time_text_clock (starts_at, zone);
  int days = days_until (starts_at, now, zone);

  if (date == NULL)
    return NULL;
  if (days <= 0)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Starts today at %s"), clock);
  if (days == 1)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_("Starts tomorrow at %s"), clock);

  /* Translators: %s is a day */
  return g_strdup_printf (_("Valid from %s"), date);
}

static char *
until_text (gint64      ends_at,
            const char *zone)
{
  g_autofree char *date = has_end (ends_at) ? lanyard_time_text_date (ends_at, zone) : NULL;

  /* Translators: %s is a day */
  return date != NULL ? g_strdup_printf (_("Valid until %s"), date) : NULL;
}

/**
 * lanyard_validity_text:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @now: the time that it is
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 *
 * Says in a few words where @now is in the span; a day before and after, in words instead of a date. The days are those
 * of @zone.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when there is nothing to say
 */
char *
lanyard_validity_text (gint64      starts_at,
                       gint64      ends_at,
                       gint64      now,
                       const char *zone)
{
  switch (lanyard_validity_of (starts_at, ends_at, now))
    {
    case LANYARD_VALIDITY_EXPIRED:
      return expired_text (ends_at, now, zone);
    case LANYARD_VALIDITY_NOT_YET:
      return starting_text (starts_at, now, zone);
    case LANYARD_VALIDITY_EXPIRING:
      return expiring_text (ends_at, now, zone);
    case LANYARD_VALIDITY_OPEN:
      return until_text (ends_at, zone);
    default:
      return NULL;
    }
}

/**
 * lanyard_validity_details:
 * @starts_at: microseconds since 1970, or %SEAM_TIME_UNSET
 * @ends_at: the same
 * @now: the time that it is
 * @zone: (nullable): the name of a time zone; %NULL: the local one
 * @separator: what is between the two
 *
 * Returns: (transfer full) (nullable): from when to when, and before that, that this is over or nearly so, or has not
 *   begun; %NULL when there is neither a beginning nor an end
 */
char *
lanyard_validity_details (gint64      starts_at,
                          gint64      ends_at,
                          gint64      now,
                          const char *zone,
                          const char *separator)
{
  g_autofree char *span = lanyard_time_text_span (starts_at, ends_at, zone);
  g_autofree char *state = NULL;

  if (span == NULL || lanyard_validity_of (starts_at, ends_at, now) == LANYARD_VALIDITY_OPEN)
    return g_steal_pointer (&span);

  state = lanyard_validity_text (starts_at, ends_at, now, zone);
  return state != NULL ? g_strconcat (state, separator, span, NULL) : g_steal_pointer (&span);
}
