/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of times: as people say them, and in the zone of the site. */
#include "lanyard-credential-text.h"
#include "lanyard-time-text.h"
#include "records.h"
#include "text-checks.h"

#define DAY ((gint64) G_TIME_SPAN_DAY)

static void
test_validity (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 5, 4, 12, 0, 0);
  gint64 now = g_date_time_to_unix (noon) * G_USEC_PER_SEC;

  assert_takes (lanyard_validity_text (0, 0, now, NULL), NULL);
  assert_takes (lanyard_validity_text (0, now - 2 * DAY, now, NULL), "Expired on 2 May 2026");
  assert_takes (lanyard_validity_text (0, now - DAY, now, NULL), "Expired yesterday at 12:00");
  assert_takes (lanyard_validity_text (0, now - 11 * G_TIME_SPAN_HOUR, now, NULL), "Expired today at 01:00");
  assert_takes (lanyard_validity_text (0, now + G_TIME_SPAN_HOUR, now, NULL), "Expires today at 13:00");
  assert_takes (lanyard_validity_text (0, now + 13 * G_TIME_SPAN_HOUR, now, NULL), "Expires tomorrow at 01:00");
  assert_takes (lanyard_validity_text (0, now + 3 * DAY, now, NULL), "Expires in 3 days");
  assert_takes (lanyard_validity_text (0, now + 30 * DAY, now, NULL), "Valid until 3 Jun 2026");
  assert_takes (lanyard_validity_text (now + G_TIME_SPAN_HOUR, 0, now, NULL), "Starts today at 13:00");
  assert_takes (lanyard_validity_text (now + 13 * G_TIME_SPAN_HOUR, 0, now, NULL), "Starts tomorrow at 01:00");
  assert_takes (lanyard_validity_text (now + DAY, now + 3 * DAY, now, NULL), "Starts tomorrow at 12:00");
  assert_takes (lanyard_validity_text (now + 2 * DAY, now + 3 * DAY, now, NULL), "Valid from 6 May 2026");
  /* At midnight, tomorrow is today. */
  assert_takes (lanyard_validity_text (now + DAY, 0, now + 12 * G_TIME_SPAN_HOUR, NULL), "Starts today at 12:00");
  g_assert_cmpint (lanyard_validity_of (0, now, now), ==, LANYARD_VALIDITY_EXPIRED);
  g_assert_cmpint (lanyard_validity_of (0, G_MAXINT64, now), ==, LANYARD_VALIDITY_OPEN);
  /* No calendar has that year. */
  assert_takes (lanyard_time_text_full (G_MAXINT64, NULL), NULL);
}

/* --- Times at a site --- */

static gint64
instant (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/* The site's time, and the zone where the clock here shows another, or clocks there show it twice. */
static void
test_zones (void)
{
  static const struct
  {
    const char *here;
    const char *zone;
    const char *time;
    const char *text;
  } cases[] = {
    { "Europe/London", NULL, "2027-05-04T15:00:00Z", "4 May 2027, 16:00" },
    { "Europe/London", "America/New_York", "2027-05-04T15:00:00Z", "4 May 2027, 11:00 EDT (New York)" },
    { "Europe/London", "America/New_York", "2027-05-04T16:00:00+01:00", "4 May 2027, 11:00 EDT (New York)" },
    { "Europe/London", "America/New_York", "2027-01-01T02:00:00Z", "31 Dec 2026, 21:00 EST (New York)" },
    { "Europe/London", "Europe/London", "2027-05-04T15:00:00Z", "4 May 2027, 16:00" },
    { "Europe/London", "Europe/Lisbon", "2027-05-04T15:00:00Z", "4 May 2027, 16:00" },
    /* By the offset then, not by the name: only in summer. */
    { "Europe/London", "Atlantic/Reykjavik", "2027-05-04T15:00:00Z", "4 May 2027, 15:00 GMT (Reykjavik)" },
    { "Europe/London", "Atlantic/Reykjavik", "2027-01-04T15:00:00Z", "4 Jan 2027, 15:00" },
    { "Europe/London", "America/Sao_Paulo", "2027-05-04T15:00:00Z", "4 May 2027, 12:00 UTC-03:00 (Sao Paulo)" },
    { "Europe/London", "America/Argentina/Buenos_Aires", "2027-05-04T15:00:00Z",
      "4 May 2027, 12:00 UTC-03:00 (Buenos Aires)" },
    { "Europe/London", "Asia/Kolkata", "2027-05-04T15:00:00Z", "4 May 2027, 20:30 IST (Kolkata)" },
    { "Europe/London", "UTC", "2027-05-04T15:00:00Z", "4 May 2027, 15:00 UTC" },
    { "Europe/London", "Etc/GMT+5", "2027-05-04T15:00:00Z", "4 May 2027, 10:00 UTC-05:00" },
    { "Europe/London", "EST5EDT", "2027-05-04T15:00:00Z", "4 May 2027, 11:00 EDT" },
    /* The nights in which clocks are put back, and forward. */
    { "America/New_York", "America/New_York", "2026-11-01T04:30:00Z", "1 Nov 2026, 00:30" },
    { "America/New_York", "America/New_York", "2026-11-01T05:30:00Z", "1 Nov 2026, 01:30 EDT" },
    { "America/New_York", "America/New_York", "2026-11-01T06:30:00Z", "1 Nov 2026, 01:30 EST" },
    { "America/New_York", "America/New_York", "2026-11-01T07:00:00Z", "1 Nov 2026, 02:00" },
    { "America/New_York", "America/New_York", "2026-03-08T06:30:00Z", "8 Mar 2026, 01:30" },
    { "America/New_York", "America/New_York", "2026-03-08T07:30:00Z", "8 Mar 2026, 03:30" },
    { "Europe/London", "America/New_York", "2026-11-01T05:30:00Z", "1 Nov 2026, 01:30 EDT (New York)" },
    { "Europe/London", "America/New_York", "2026-11-01T06:30:00Z", "1 Nov 2026, 01:30 EST (New York)" },
    { "Europe/London", NULL, "2026-10-25T00:30:00Z", "25 Oct 2026, 01:30 BST" },
    { "Europe/London", NULL, "2026-10-25T01:30:00Z", "25 Oct 2026, 01:30 GMT" },
    { "Australia/Lord_Howe", "Australia/Lord_Howe", "2026-04-04T14:45:00Z", "5 Apr 2026, 01:45 UTC+11:00" },
    { "Australia/Lord_Howe", "Australia/Lord_Howe", "2026-04-04T15:15:00Z", "5 Apr 2026, 01:45 UTC+10:30" },
    { "Australia/Lord_Howe", "Australia/Lord_Howe", "2026-04-04T15:45:00Z", "5 Apr 2026, 02:15" },
    /* Zones that nobody knows. */
    { "Europe/London", "Mars/Olympus_Mons", "2027-05-04T15:00:00Z", "4 May 2027, 16:00 (this computer’s time)" },
    { "Europe/London", "Mars/Olympus_Mons", "2026-10-25T00:30:00Z", "25 Oct 2026, 01:30 BST (this computer’s time)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("TZ", cases[i].here, TRUE);
      g_test_message ("%s of %s in %s", cases[i].time, cases[i].zone, cases[i].here);
      assert_takes (lanyard_time_text_full (instant (cases[i].time), cases[i].zone), cases[i].text);
    }
  g_unsetenv ("TZ");
}

/* No file but one of a zone is read, whatever a server calls its zone. */
static void
test_strange_zones (void)
{
  static const char * const zones[] = {
    "", "/", "/etc/localtime", "/dev/stdin", "../Europe/London", "Europe/../Europe/London", "Europe/./London", "Europe/",
    "Europe//London", "Europe", "localtime", "posixrules", "right/Europe/London", "zone.tab", "UTC+3", "UTC-3", "+03:00",
    "-03:00", "XYZ5", "<A>-3", "Europe/London ", "Europe/London\n", "Europe/L\u00f6ndon",
    "Europe/LondonLondonLondonLondonLondonLondonLondonLondonLondonLondonLondon",
  };

  g_setenv ("TZ", "Europe/London", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_test_message ("“%s”", zones[i]);
      assert_takes (lanyard_time_text_full (instant ("2027-05-04T15:00:00Z"), zones[i]),
                    "4 May 2027, 16:00 (this computer’s time)");
    }
  g_unsetenv ("TZ");
}

static void
test_spans_at_a_site (void)
{
  const char *zone = "America/New_York";
  gint64 may = instant ("2027-05-04T15:00:00Z"), december = instant ("2027-12-04T15:00:00Z");
  gint64 now = instant ("2026-05-04T02:00:00Z"), end = instant ("2026-05-05T03:00:00Z");

  g_setenv ("TZ", "Europe/London", TRUE);
  assert_takes (lanyard_time_text_span (may, may + DAY, zone), "4 May 2027, 11:00 – 5 May 2027, 11:00 EDT (New York)");
  assert_takes (lanyard_time_text_span (may, december, zone),
                "4 May 2027, 11:00 EDT (New York) – 4 Dec 2027, 10:00 EST (New York)");
  assert_takes (lanyard_time_text_span (0, may, zone), "Until 4 May 2027, 11:00 EDT (New York)");
  assert_takes (lanyard_time_text_span (may, 0, zone), "From 4 May 2027, 11:00 EDT (New York), no end date");
  assert_takes (lanyard_time_text_span (may, may + DAY, NULL), "4 May 2027, 16:00 – 5 May 2027, 16:00");
  assert_takes (lanyard_time_text_span (0, 0, zone), NULL);

  /* It is the 3rd there when it is the 4th here: the days are those at the site. */
  assert_takes (lanyard_validity_text (0, end, now, zone), "Expires tomorrow at 23:00 EDT (New York)");
  assert_takes (lanyard_validity_text (0, end, now, NULL), "Expires tomorrow at 04:00");
  assert_takes (lanyard_validity_text (0, end, instant ("2026-05-04T05:00:00Z"), zone),
                "Expires today at 23:00 EDT (New York)");
  assert_takes (lanyard_validity_text (0, end, end, zone), "Expired today at 23:00 EDT (New York)");
  assert_takes (lanyard_validity_text (end, 0, now, zone), "Starts tomorrow at 23:00 EDT (New York)");
  g_unsetenv ("TZ");
}

/* An end that means "never" is none, in each zone. */
static void
test_without_an_end (void)
{
  static const char * const never[] = {
    "2098-12-31T12:00:00+02:00", "2099-01-01T00:00:00Z", "2099-12-31T00:00:00Z", "2099-12-31T23:59:59Z",
    "2100-01-01T00:00:00Z", "2106-02-07T06:28:15Z", "2999-12-31T23:59:59Z", "9999-12-31T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
  };
  static const char * const zones[] = { NULL, "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12", "Mars/Olympus_Mons" };
  gint64 start = instant ("2026-05-04T02:00:00Z");

  for (gsize i = 0; i < G_N_ELEMENTS (never) * G_N_ELEMENTS (zones); i++)
    {
      gint64 end = instant (never[i % G_N_ELEMENTS (never)]);
      const char *zone = zones[i / G_N_ELEMENTS (never)];
      g_autofree char *since = lanyard_time_text_span (start, end, zone);
      g_autofree char *since_unset = lanyard_time_text_span (start, 0, zone);

      g_test_message ("%s in %s", never[i % G_N_ELEMENTS (never)], zone);
      assert_takes (lanyard_time_text_span (0, end, zone), "No end date");
      assert_takes (lanyard_validity_text (start, end, start, zone), NULL);
      g_assert_cmpint (lanyard_validity_of (start, end, start), ==, LANYARD_VALIDITY_OPEN);
      g_assert_true (g_str_has_suffix (since, ", no end date"));
      g_assert_cmpstr (since, ==, since_unset);
    }
  assert_takes (lanyard_validity_text (0, instant ("2098-12-30T12:00:00Z"), start, "UTC"), "Valid until 30 Dec 2098");
  assert_takes (lanyard_validity_text (0, instant ("2038-01-19T03:14:07Z"), start, "UTC"), "Valid until 19 Jan 2038");
}

static void
test_credential_at_a_site (void)
{
  g_autoptr (SeamSystem) site = records_make (SEAM_TYPE_SYSTEM,
    "{\"acs_system_id\": \"s\", \"name\": \"Office\", \"location\": {\"time_zone\": \"America/New_York\"}}");
  g_autoptr (SeamCredential) card = records_make (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c\", \"access_method\": \"card\", \"ends_at\": \"2020-05-04T02:00:00.000Z\","
    " \"acs_system_id\": \"s\"}");
  g_autofree char *sign = NULL;
  g_autofree char *label = lanyard_credential_accessible_label (card, site, "Unassigned");
  LanyardSign kind;

  g_setenv ("TZ", "Europe/London", TRUE);
  lanyard_credential_sign (card, site, &sign);
  g_assert_cmpstr (sign, ==, "Expired on 3 May 2020");
  g_assert_nonnull (strstr (label, "Expired on 3 May 2020"));
  assert_takes (lanyard_credential_state_text (card, site), "Card · Expired on 3 May 2020");
  assert_takes (lanyard_credential_validity_details (card, site, &kind),
                "Expired on 3 May 2020\nUntil 3 May 2020, 22:00 EDT (New York)");
  assert_takes (lanyard_credential_validity_details (card, NULL, &kind),
                "Expired on 4 May 2020\nUntil 4 May 2020, 03:00");
  g_unsetenv ("TZ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/texts/validity", test_validity);
  g_test_add_func ("/texts/zones", test_zones);
  g_test_add_func ("/texts/strange-zones", test_strange_zones);
  g_test_add_func ("/texts/spans-at-a-site", test_spans_at_a_site);
  g_test_add_func ("/texts/without-an-end", test_without_an_end);
  g_test_add_func ("/texts/credential-at-a-site", test_credential_at_a_site);

  return g_test_run ();
}
