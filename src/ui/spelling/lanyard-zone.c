/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as a clock shows them at a site: in its time zone, and with the zone where that is in doubt. */
#include "lanyard-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAME 64

/* Clocks are moved by 30 minutes to 2 hours. */
#define MAX_SHIFT_HOURS 3

/* The zones that are named by their hours, and the places with the same time: newer systems have only those. Of all
 * other names without a place that have a digit, GLib makes its own rules, in which UTC+3 is three hours west. */
static const struct
{
  const char *name;
  const char *place;
} with_digits[] = {
  { "CST6CDT", "America/Chicago" },
  { "EST5EDT", "America/New_York" },
  { "MST7MDT", "America/Denver" },
  { "PST8PDT", "America/Los_Angeles" },
};

/* Of what a server sends, a file is opened: only what looks like the name of a zone, and is in the folder of zones. */
static gboolean
is_name (const char *name)
{
  gboolean has_place = strchr (name, '/') != NULL;

  if (!g_ascii_isupper (*name) || strlen (name) > MAX_NAME || g_str_has_suffix (name, "/")
      || strstr (name, "//") != NULL)
    return FALSE;
  if (!has_place && strpbrk (name, "0123456789+") != NULL)
    return FALSE;

  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && strchr ("_-+/", *at) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GTimeZone *
open_zone (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (with_digits); i++)
    {
      if (g_str_equal (with_digits[i].name, name))
        return g_time_zone_new_identifier (with_digits[i].place);
    }

  return is_name (name) ? g_time_zone_new_identifier (name) : NULL;
}

/* Those that were looked for, with NULL for those that aren't there: each row of a list asks. */
static GTimeZone *
find_zone (const char *name)
{
  static GHashTable *zones;
  gpointer zone;

  if (zones == NULL)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (zones, name, NULL, &zone))
    {
      zone = open_zone (name);
      g_hash_table_insert (zones, g_strdup (name), zone);
    }

  return zone;
}

/**
 * lanyard_zone_of_system:
 * @system: (nullable): the access system that something is in
 *
 * Returns: (transfer none) (nullable): the time zone of its site, whose times are shown
 */
const char *
lanyard_zone_of_system (SeamSystem *system)
{
  return system != NULL ? seam_system_get_time_zone (system) : NULL;
}

/**
 * lanyard_zone_time:
 * @time: microseconds since 1970
 * @zone: (nullable): the name of a time zone, such as "America/New_York"
 *
 * Returns: (transfer full) (nullable): @time as clocks in @zone show it, or those here where @zone isn't known; %NULL
 *   for a time that no calendar has
 */
GDateTime *
lanyard_zone_time (gint64      time,
                   const char *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  GTimeZone *found = zone != NULL ? find_zone (zone) : NULL;

  if (utc == NULL)
    return NULL;

  return found != NULL ? g_date_time_to_timezone (utc, found) : g_date_time_to_local (utc);
}

/* Whether clocks there show the same time twice, since they are put back between the two. */
static gboolean
is_ambiguous (GDateTime *time)
{
  GTimeSpan offset = g_date_time_get_utc_offset (time);

  for (int hours = -MAX_SHIFT_HOURS; hours <= MAX_SHIFT_HOURS; hours += 2 * MAX_SHIFT_HOURS)
    {
      g_autoptr (GDateTime) around = g_date_time_add_hours (time, hours);
      GTimeSpan other = around != NULL ? g_date_time_get_utc_offset (around) : offset;
      g_autoptr (GDateTime) twin = other != offset ? g_date_time_add (time, offset - other) : NULL;

      if (twin != NULL && g_date_time_get_utc_offset (twin) == other)
        return TRUE;
    }

  return FALSE;
}

/* "EDT"; where a zone has no such name, how far it is from UTC. */
static char *
dup_abbreviation (GDateTime *time)
{
  const char *abbreviation = g_date_time_get_timezone_abbreviation (time);

  if (g_ascii_isalpha (*abbreviation))
    return g_strdup (abbreviation);

  return g_date_time_format (time, "UTC%:z");
}

/* "New York" of "America/New_York"; NULL for a zone that is nowhere. */
static char *
dup_place (const char *zone)
{
  const char *slash = strrchr (zone, '/');

  return slash != NULL && !g_str_has_prefix (zone, "Etc/") ? g_strdelimit (g_strdup (slash + 1), "_", ' ') : NULL;
}

/**
 * lanyard_zone_text:
 * @time: a time from lanyard_zone_time()
 * @zone: (nullable): the same zone
 *
 * Says which time it is, where somebody who looks at the clock here would take it for another, and where clocks show it
 * twice in the night in which they are put back.
 *
 * Returns: (transfer full) (nullable): the zone; %NULL when there is no doubt
 */
char *
lanyard_zone_text (GDateTime  *time,
                   const char *zone)
{
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *abbreviation = NULL;
  g_autofree char *place = NULL;
  gboolean differs;

  g_return_val_if_fail (time != NULL, NULL);

  here = g_date_time_to_local (time);
  differs = here != NULL && g_date_time_get_utc_offset (here) != g_date_time_get_utc_offset (time);
  if (differs || is_ambiguous (time))
    abbreviation = dup_abbreviation (time);
  if (zone != NULL && find_zone (zone) == NULL)
    place = g_strdup (_("this computer’s time"));
  else if (differs)
    place = dup_place (zone);

  if (place == NULL)
    return g_steal_pointer (&abbreviation);
  if (abbreviation == NULL)
    /* Translators: after a time of day: what clock shows it */
    return g_strdup_printf (C_("time zone", "(%s)"), place);

  /* Translators: after a time of day: the name of its time zone, and a city in that, for instance "EDT (New York)" */
  return g_strdup_printf (C_("time zone", "%s (%s)"), abbreviation, place);
}
