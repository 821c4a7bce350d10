/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows and pages say: made safe, and true in each state. */
#include "lanyard-credential-text.h"
#include "lanyard-error-text.h"
#include "lanyard-list-kind.h"
#include "lanyard-name-text.h"
#include "lanyard-problem-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"
#include "seam-error-private.h"

#define DAY ((gint64) G_TIME_SPAN_DAY)

static gpointer
record (GType       type,
        const char *json)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *made = seam_record_new_from_text (type, json, SEAM_EXTENT_WHOLE, &error);

  g_assert_no_error (error);

  return made;
}

static void
assert_takes (char       *actual,
              const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_names_are_safe (void)
{
  g_autofree char *long_name = g_strnfill (10000, 'W');
  g_autofree char *cut = lanyard_name_text (long_name);
  g_autofree char *stacked = lanyard_name_text ("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301" "b");
  g_autofree char *invalid = lanyard_name_text ("A\xff" "B");

  assert_takes (lanyard_name_text ("<b>&amp; Bobby"), "<b>&amp; Bobby");
  assert_takes (lanyard_name_text ("  Ada\n\tOka\001for \r\n"), "Ada Oka for");
  assert_takes (lanyard_name_text ("abc\u202etxt.exe"), "abctxt.exe");
  assert_takes (lanyard_name_text (NULL), NULL);
  assert_takes (lanyard_name_text (" \n\u200e"), NULL);
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, 401);
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_cmpint (g_utf8_strlen (stacked, -1), ==, 8);
  g_assert_true (g_utf8_validate (invalid, -1, NULL));
}

static void
test_names_keep_their_direction (void)
{
  assert_takes (lanyard_name_in_sentence ("Ada"), "Ada");
  assert_takes (lanyard_name_in_sentence ("יוסף"), "\u2068יוסף\u2069");
  assert_takes (lanyard_name_on_line ("Ada", FALSE), "Ada");
  assert_takes (lanyard_name_on_line ("יוסף", FALSE), "\u200e\u2068יוסף\u2069");
  assert_takes (lanyard_name_on_line ("Ada", TRUE), "\u200f\u2068Ada\u2069");
}

/* The stars of a card's name, and the dots before its number, stay at their side of it. */
static void
test_names_in_right_to_left_sentences (void)
{
  g_autoptr (SeamCredential) card = record (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c\", \"access_method\": \"card\", \"card_number\": \"10482233\"}");

  lanyard_name_set_mirrored (TRUE);
  assert_takes (lanyard_name_in_sentence ("Card 82****"), "\u2068Card 82****\u2069");
  assert_takes (lanyard_credential_masked_number (card), "\u2068•••• 2233\u2069");
  lanyard_name_set_mirrored (FALSE);
}

static void
test_names_keep_their_underscores (void)
{
  assert_takes (lanyard_name_in_label ("Ada"), "Ada");
  assert_takes (lanyard_name_in_label ("_ada__o_"), "__ada____o__");
}

static void
test_validity (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 5, 4, 12, 0, 0);
  gint64 now = g_date_time_to_unix (noon) * G_USEC_PER_SEC;

  assert_takes (lanyard_validity_text (0, 0, now, NULL), NULL);
  assert_takes (lanyard_validity_text (0, now - DAY, now, NULL), "Expired on 3 May 2026");
  assert_takes (lanyard_validity_text (0, now + G_TIME_SPAN_HOUR, now, NULL), "Expires today at 13:00");
  assert_takes (lanyard_validity_text (0, now + 13 * G_TIME_SPAN_HOUR, now, NULL), "Expires tomorrow at 01:00");
  assert_takes (lanyard_validity_text (0, now + 3 * DAY, now, NULL), "Expires in 3 days");
  assert_takes (lanyard_validity_text (0, now + 30 * DAY, now, NULL), "Valid until 3 Jun 2026");
  assert_takes (lanyard_validity_text (now + DAY, now + 3 * DAY, now, NULL), "Valid from 5 May 2026");
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
  assert_takes (lanyard_time_text_span (may, 0, zone), "Since 4 May 2027, 11:00 EDT (New York), without an end");
  assert_takes (lanyard_time_text_span (may, may + DAY, NULL), "4 May 2027, 16:00 – 5 May 2027, 16:00");
  assert_takes (lanyard_time_text_span (0, 0, zone), NULL);

  /* It is the 3rd there when it is the 4th here: the days are those at the site. */
  assert_takes (lanyard_validity_text (0, end, now, zone), "Expires tomorrow at 23:00 EDT (New York)");
  assert_takes (lanyard_validity_text (0, end, now, NULL), "Expires tomorrow at 04:00");
  assert_takes (lanyard_validity_text (0, end, instant ("2026-05-04T05:00:00Z"), zone),
                "Expires today at 23:00 EDT (New York)");
  assert_takes (lanyard_validity_text (0, end, end, zone), "Expired on 4 May 2026");
  assert_takes (lanyard_validity_text (end, 0, now, zone), "Valid from 4 May 2026");
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
      assert_takes (lanyard_time_text_span (0, end, zone), "Without an end");
      assert_takes (lanyard_validity_text (start, end, start, zone), NULL);
      g_assert_cmpint (lanyard_validity_of (start, end, start), ==, LANYARD_VALIDITY_OPEN);
      g_assert_true (g_str_has_suffix (since, ", without an end"));
      g_assert_cmpstr (since, ==, since_unset);
    }
  assert_takes (lanyard_validity_text (0, instant ("2098-12-30T12:00:00Z"), start, "UTC"), "Valid until 30 Dec 2098");
  assert_takes (lanyard_validity_text (0, instant ("2038-01-19T03:14:07Z"), start, "UTC"), "Valid until 19 Jan 2038");
}

static void
test_credential_at_a_site (void)
{
  g_autoptr (SeamSystem) site = record (SEAM_TYPE_SYSTEM,
    "{\"acs_system_id\": \"s\", \"name\": \"Office\", \"location\": {\"time_zone\": \"America/New_York\"}}");
  g_autoptr (SeamCredential) card = record (SEAM_TYPE_CREDENTIAL,
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

static void
test_credential (void)
{
  g_autoptr (SeamCredential) card = record (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c1\", \"display_name\": \"Card 82****\", \"access_method\": \"card\","
    " \"card_number\": \"10482233\", \"acs_system_id\": \"s1\"}");
  g_autoptr (SeamCredential) code = record (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c2\", \"access_method\": \"code\", \"code\": \"4821\", \"acs_user_id\": \"u9\"}");
  g_autoptr (SeamCredential) strange = record (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c3\", \"display_name\": \"\", \"access_method\": \"retina_scan\","
    " \"card_number\": \"123\"}");
  g_autoptr (SeamUser) ada = record (SEAM_TYPE_USER, "{\"acs_user_id\": \"u1\", \"display_name\": \"Ada Okafor\"}");
  g_autofree char *state = lanyard_credential_state_text (code, NULL);

  assert_takes (lanyard_credential_holder_text (card), "Unassigned");
  assert_takes (lanyard_credential_taking_text (card), "Unassigned");
  assert_takes (lanyard_credential_masked_number (card), "•••• 2233");
  assert_takes (lanyard_credential_name (code), "PIN Code");
  assert_takes (lanyard_credential_masked_number (code), LANYARD_MASK);
  assert_takes (lanyard_credential_holder_text (code), "Assigned to somebody who is not listed");
  g_assert_null (strstr (state, "4821"));
  assert_takes (lanyard_credential_name (strange), "retina_scan");
  assert_takes (lanyard_credential_masked_number (strange), LANYARD_MASK);

  seam_credential_set_holder (code, ada);
  assert_takes (lanyard_credential_holder_text (code), "Assigned to Ada Okafor");
}

/* --- Whether all is well in the access system --- */

typedef struct
{
  const char *members;
  gboolean    is_sound; /* says nothing against its being up to date */
} State;

#define SYNCED ", \"is_latest_desired_state_synced_with_provider\": true"
#define WARNING(code) ", \"warnings\": [{\"warning_code\": \"" code "\", \"message\": \"It is so.\"}]"
#define ERROR(code) ", \"errors\": [{\"error_code\": \"" code "\", \"message\": \"It is so.\"}]"
#define LONG_AGO "\"2020-01-02T12:00:00.000Z\""
#define FAR_OFF "\"2090-01-02T12:00:00.000Z\""

static const State credential_states[] = {
  { "", TRUE },
  { WARNING ("schedule_modified"), TRUE },
  { WARNING ("waiting_to_be_issued"), FALSE },
  { WARNING ("needs_to_be_reissued"), FALSE },
  { WARNING ("being_deleted"), FALSE },
  { WARNING ("schedule_externally_modified"), FALSE },
  { WARNING ("requested_code_unavailable"), FALSE },
  { WARNING ("unknown_issue_with_acs_credential"), FALSE },
  { WARNING ("something_new"), FALSE },
  { ", \"warnings\": [{\"message\": \"It has no code.\"}]", FALSE },
  { ERROR ("failed_to_encode"), FALSE },
  { ERROR ("something_new"), FALSE },
};

static const State validity_states[] = {
  { "", TRUE },
  { ", \"starts_at\": " LONG_AGO ", \"ends_at\": " FAR_OFF, TRUE },
  { ", \"ends_at\": " LONG_AGO, FALSE },
  { ", \"starts_at\": " FAR_OFF, FALSE },
};

static const State user_states[] = {
  { NULL, TRUE }, /* nobody has it */
  { "", TRUE },
  { WARNING ("latch_resident_user"), TRUE },
  { ", \"access_schedule\": {\"starts_at\": " LONG_AGO ", \"ends_at\": null}", TRUE },
  { ", \"is_suspended\": true", FALSE },
  { WARNING ("acs_user_inactive"), FALSE },
  { WARNING ("salto_ks_user_not_subscribed"), FALSE },
  { ERROR ("salto_ks_subscription_limit_exceeded"), FALSE },
  { ", \"access_schedule\": {\"starts_at\": " LONG_AGO ", \"ends_at\": " LONG_AGO "}", FALSE },
  { ", \"access_schedule\": {\"starts_at\": " FAR_OFF ", \"ends_at\": null}", FALSE },
  { ", \"pending_mutations\": [{\"mutation_code\": \"updating_credential_assignment\"}]", FALSE },
};

static const State system_states[] = {
  { NULL, TRUE }, /* not known */
  { "", TRUE },
  { WARNING ("salto_ks_subscription_limit_almost_reached"), TRUE },
  { ERROR ("seam_bridge_disconnected"), FALSE },
  { WARNING ("unknown_issue_with_acs_system"), FALSE },
};

static SeamCredential *
make_credential (const char  *sync,
                 const State *credential,
                 const State *validity)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"c\", \"access_method\": \"card\"%s%s%s}", sync,
                                           credential->members, validity->members);

  return record (SEAM_TYPE_CREDENTIAL, json);
}

static gpointer
make_other (GType        type,
            const char  *id_member,
            const State *state)
{
  g_autofree char *json = g_strdup_printf ("{\"%s\": \"i\"%s}", id_member, state->members);

  return state->members != NULL ? record (type, json) : NULL;
}

/* Of each state of a credential with each of its dates, of who has it and of where it is. */
static void
test_in_the_access_system (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (credential_states) * G_N_ELEMENTS (validity_states) * G_N_ELEMENTS (user_states)
                        * G_N_ELEMENTS (system_states); i++)
    {
      const State *credential = &credential_states[i % G_N_ELEMENTS (credential_states)];
      const State *validity = &validity_states[i / G_N_ELEMENTS (credential_states) % G_N_ELEMENTS (validity_states)];
      const State *user = &user_states[i / G_N_ELEMENTS (credential_states) / G_N_ELEMENTS (validity_states)
                                       % G_N_ELEMENTS (user_states)];
      const State *system = &system_states[i / G_N_ELEMENTS (credential_states) / G_N_ELEMENTS (validity_states)
                                           / G_N_ELEMENTS (user_states)];
      g_autoptr (SeamCredential) synced = make_credential (SYNCED, credential, validity);
      g_autoptr (SeamCredential) silent = make_credential ("", credential, validity);
      g_autoptr (SeamUser) holder = make_other (SEAM_TYPE_USER, "acs_user_id", user);
      g_autoptr (SeamSystem) site = make_other (SEAM_TYPE_SYSTEM, "acs_system_id", system);
      gboolean sound = credential->is_sound && validity->is_sound && user->is_sound && system->is_sound;

      g_test_message ("%s%s | %s | %s", credential->members, validity->members, user->members, system->members);
      seam_credential_set_holder (synced, holder);
      seam_credential_set_holder (silent, holder);
      assert_takes (lanyard_credential_sync_details (synced, site), sound ? "Up to date" : NULL);
      assert_takes (lanyard_credential_sync_details (silent, site), NULL);
    }
}

/* That a change is on its way is said unless it is known that it isn't. */
static void
test_waiting (void)
{
  static const char waiting[] = ", \"is_latest_desired_state_synced_with_provider\": false";

  for (gsize i = 0; i < G_N_ELEMENTS (credential_states); i++)
    {
      g_autoptr (SeamCredential) credential = make_credential (waiting, &credential_states[i], &validity_states[0]);
      gboolean has_error = seam_record_get_errors (SEAM_RECORD (credential)) != NULL;

      g_assert_cmpint (lanyard_credential_is_under_way (credential), ==, !has_error);
      assert_takes (lanyard_credential_sync_details (credential, NULL),
                    has_error ? "The access system has still not taken the change" : "Waiting for the access system…");
      seam_credential_set_sync_overdue (credential, TRUE);
      g_assert_false (lanyard_credential_is_under_way (credential));
      assert_takes (lanyard_credential_sync_details (credential, NULL),
                    "The access system has still not taken the change");
    }
}

/* Where others may look, the number of a card is no more to be read than its PIN. */
static void
test_public_text (void)
{
  g_autoptr (SeamCredential) card = record (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c1\", \"display_name\": \"Card 10482233\", \"access_method\": \"card\","
    " \"card_number\": \"10482233\", \"code\": \"4821\"}");

  assert_takes (lanyard_credential_name (card), "Card 10482233");
  assert_takes (lanyard_credential_public_text (card, "Card 10482233"), "Card ••••••");
  assert_takes (lanyard_credential_public_text (card, "Card 1048-2233 (0010482233), PIN 4821, room 94821"),
                "Card •••••• (00••••••), PIN ••••••, room 94821");
  assert_takes (lanyard_credential_public_text (NULL, "Card 4821"), "Card 4821");
}

static void
assert_sign (const char  *members,
             LanyardSign  expected,
             const char  *expected_text)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"c\", \"access_method\": \"card\"%s}", members);
  g_autoptr (SeamCredential) credential = record (SEAM_TYPE_CREDENTIAL, json);
  g_autofree char *text = NULL;

  g_assert_cmpint (lanyard_credential_sign (credential, NULL, &text), ==, expected);
  g_assert_cmpstr (text, ==, expected_text);
}

static void
test_signs (void)
{
  g_autoptr (SeamUser) suspended = record (SEAM_TYPE_USER, "{\"acs_user_id\": \"u\", \"is_suspended\": true}");
  g_autofree char *label = lanyard_user_accessible_label (suspended, "No e-mail or phone number");
  const char *text = NULL;

  assert_sign ("", LANYARD_SIGN_NONE, NULL);
  assert_sign (", \"ends_at\": \"2020-01-02T12:00:00.000Z\"", LANYARD_SIGN_ERROR, "Expired on 2 Jan 2020");
  assert_sign (", \"is_latest_desired_state_synced_with_provider\": true", LANYARD_SIGN_NONE, NULL);
  assert_sign (", \"is_latest_desired_state_synced_with_provider\": false", LANYARD_SIGN_WAITING,
               "Waiting for the access system…");
  assert_sign (", \"errors\": [{\"error_code\": \"of_tomorrow\", \"message\": \"?\"}]", LANYARD_SIGN_ERROR,
               "Problem in the Access System");
  assert_sign (", \"warnings\": [{\"warning_code\": \"being_deleted\", \"message\": \"\"}]", LANYARD_SIGN_WARNING,
               "Being Deleted");

  g_assert_cmpint (lanyard_user_sign (suspended, &text), ==, LANYARD_SIGN_WARNING);
  g_assert_cmpstr (text, ==, "Suspended");
  g_assert_cmpstr (label, ==, "Unnamed User, No e-mail or phone number, No credentials, Suspended");
}

/* Whatever a proxy does, it is the proxy that is named, and not Seam or the key. */
static void
test_proxies (void)
{
  static const struct
  {
    SeamErrorCode code;
    SeamProxyFault fault;
    const char *line;
  } cases[] = {
    { SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_WANTS_ACCOUNT,
      "The proxy proxy.example.org:3128 requires a user name and password" },
    { SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES_ACCOUNT,
      "The proxy proxy.example.org:3128 did not accept the user name and password" },
    { SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES, "The proxy proxy.example.org:3128 refused the connection" },
    { SEAM_ERROR_NETWORK, SEAM_PROXY_FAULT_NO_WAY,
      "The server could not be reached through the proxy proxy.example.org:3128" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SeamErrorDetail detail = {
        .not_acted = TRUE, .retry_after = SEAM_RETRY_AFTER_UNSET, .proxy = "proxy.example.org:3128",
        .proxy_fault = cases[i].fault,
      };
      g_autoptr (GError) error = seam_error_new_detailed (cases[i].code, "cellar", &detail);
      g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://seam.example");

      assert_takes (lanyard_error_text (error), cases[i].line);
      g_assert_nonnull (strstr (trouble->body, "proxy proxy.example.org:3128"));
      g_assert_null (strstr (trouble->body, "seam"));
      g_assert_null (strstr (trouble->title, "Seam"));
      g_assert_true (trouble->can_retry);
    }
}

static void
test_counts (void)
{
  assert_takes (lanyard_list_kind_count_text (LANYARD_LIST_KIND_USERS, 1, 1), "1 user");
  assert_takes (lanyard_list_kind_count_text (LANYARD_LIST_KIND_CREDENTIALS, 2, 7), "2 of 7 credentials");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/texts/names-are-safe", test_names_are_safe);
  g_test_add_func ("/texts/names-keep-their-direction", test_names_keep_their_direction);
  g_test_add_func ("/texts/names-in-right-to-left-sentences", test_names_in_right_to_left_sentences);
  g_test_add_func ("/texts/names-keep-their-underscores", test_names_keep_their_underscores);
  g_test_add_func ("/texts/validity", test_validity);
  g_test_add_func ("/texts/credential", test_credential);
  g_test_add_func ("/texts/zones", test_zones);
  g_test_add_func ("/texts/strange-zones", test_strange_zones);
  g_test_add_func ("/texts/spans-at-a-site", test_spans_at_a_site);
  g_test_add_func ("/texts/without-an-end", test_without_an_end);
  g_test_add_func ("/texts/credential-at-a-site", test_credential_at_a_site);
  g_test_add_func ("/texts/in-the-access-system", test_in_the_access_system);
  g_test_add_func ("/texts/waiting", test_waiting);
  g_test_add_func ("/texts/public-text", test_public_text);
  g_test_add_func ("/texts/signs", test_signs);
  g_test_add_func ("/texts/counts", test_counts);
  g_test_add_func ("/texts/proxies", test_proxies);

  return g_test_run ();
}
