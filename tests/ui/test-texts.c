/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows and pages say: made safe, and true in each state. */
#include "lanyard-credential-text.h"
#include "lanyard-error-text.h"
#include "lanyard-list-kind.h"
#include "lanyard-name-text.h"
#include "lanyard-problem-text.h"
#include "lanyard-user-text.h"
#include "records.h"
#include "seam-error-private.h"
#include "text-checks.h"

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

/* Nor does a sentence that begins with one of them begin at their side. */
static void
test_names_keep_their_direction (void)
{
  assert_takes (lanyard_name_in_sentence ("Ada"), "Ada");
  assert_takes (lanyard_name_in_sentence ("יוסף"), "\u200e\u2068יוסף\u2069");
  assert_takes (lanyard_name_on_line ("Ada", FALSE), "Ada");
  assert_takes (lanyard_name_on_line ("יוסף", FALSE), "\u200e\u2068יוסף\u2069");
  assert_takes (lanyard_name_on_line ("Ada", TRUE), "\u200f\u2068Ada\u2069");
}

/* The stars of a card's name, and the dots before its number, stay at their side of it. */
static void
test_names_in_right_to_left_sentences (void)
{
  g_autoptr (SeamCredential) card = records_make (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c\", \"access_method\": \"card\", \"card_number\": \"10482233\"}");

  lanyard_name_set_mirrored (TRUE);
  assert_takes (lanyard_name_in_sentence ("Card 82****"), "\u200f\u2068Card 82****\u2069");
  assert_takes (lanyard_credential_masked_number (card), "\u200f\u2068•••• 2233\u2069");
  lanyard_name_set_mirrored (FALSE);
}

static void
test_names_keep_their_underscores (void)
{
  assert_takes (lanyard_name_in_label ("Ada"), "Ada");
  assert_takes (lanyard_name_in_label ("_ada__o_"), "__ada____o__");
}

static void
test_credential (void)
{
  g_autoptr (SeamCredential) card = records_make (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c1\", \"display_name\": \"Card 82****\", \"access_method\": \"card\","
    " \"card_number\": \"10482233\", \"acs_system_id\": \"s1\"}");
  g_autoptr (SeamCredential) code = records_make (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c2\", \"access_method\": \"code\", \"code\": \"4821\", \"acs_user_id\": \"u9\"}");
  g_autoptr (SeamCredential) strange = records_make (SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\": \"c3\", \"display_name\": \"\", \"access_method\": \"retina_scan\","
    " \"card_number\": \"123\"}");
  g_autoptr (SeamUser) ada = records_make (SEAM_TYPE_USER, "{\"acs_user_id\": \"u1\", \"display_name\": \"Ada Okafor\"}");
  g_autofree char *state = lanyard_credential_state_text (code, NULL);

  assert_takes (lanyard_credential_holder_text (card), "Unassigned");
  assert_takes (lanyard_credential_taking_text (card), "Unassigned");
  assert_takes (lanyard_credential_masked_number (card), "•••• 2233");
  assert_takes (lanyard_credential_name (code), "PIN");
  assert_takes (lanyard_credential_masked_number (code), LANYARD_MASK);
  assert_takes (lanyard_credential_holder_text (code), "Assigned to an unknown user");
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

  return records_make (SEAM_TYPE_CREDENTIAL, json);
}

static gpointer
make_other (GType        type,
            const char  *id_member,
            const State *state)
{
  g_autofree char *json = g_strdup_printf ("{\"%s\": \"i\"%s}", id_member, state->members);

  return state->members != NULL ? records_make (type, json) : NULL;
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
                    has_error ? "The access system has not applied the change yet" : "Waiting for the access system…");
      seam_credential_set_sync_overdue (credential, TRUE);
      g_assert_false (lanyard_credential_is_under_way (credential));
      assert_takes (lanyard_credential_sync_details (credential, NULL),
                    "The access system has not applied the change yet");
    }
}

/* Where others may look, the number of a card is no more to be read than its PIN. */
static void
test_public_text (void)
{
  g_autoptr (SeamCredential) card = records_make (SEAM_TYPE_CREDENTIAL,
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
  g_autoptr (SeamCredential) credential = records_make (SEAM_TYPE_CREDENTIAL, json);
  g_autofree char *text = NULL;

  g_assert_cmpint (lanyard_credential_sign (credential, NULL, &text), ==, expected);
  /* Just what carries such a sign is listed by the filter. */
  g_assert_cmpint (expected >= LANYARD_SIGN_WARNING, ==, lanyard_record_needs_attention (SEAM_RECORD (credential)));
  g_assert_cmpstr (text, ==, expected_text);
}

static void
test_signs (void)
{
  g_autoptr (SeamUser) suspended = records_make (SEAM_TYPE_USER, "{\"acs_user_id\": \"u\", \"is_suspended\": true}");
  g_autofree char *label = lanyard_user_accessible_label (suspended, "No email or phone number");
  const char *text = NULL;

  assert_sign ("", LANYARD_SIGN_NONE, NULL);
  assert_sign (", \"ends_at\": \"2020-01-02T12:00:00.000Z\"", LANYARD_SIGN_ERROR, "Expired on 2 Jan 2020");
  assert_sign (", \"is_latest_desired_state_synced_with_provider\": true", LANYARD_SIGN_NONE, NULL);
  assert_sign (", \"is_latest_desired_state_synced_with_provider\": false", LANYARD_SIGN_WAITING,
               "Waiting for the access system…");
  assert_sign (", \"errors\": [{\"error_code\": \"of_tomorrow\", \"message\": \"?\"}]", LANYARD_SIGN_ERROR,
               "Access System Problem");
  assert_sign (", \"warnings\": [{\"warning_code\": \"being_deleted\", \"message\": \"\"}]", LANYARD_SIGN_WARNING,
               "Being Deleted");

  g_assert_cmpint (lanyard_user_sign (suspended, &text), ==, LANYARD_SIGN_WARNING);
  g_assert_cmpstr (text, ==, "Suspended");
  g_assert_cmpstr (label, ==, "Unnamed User, No email or phone number, No credentials, Suspended");
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
      "The proxy proxy.example.org:3128 requires a username and password. "
      "Add them in the network settings" },
    { SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES_ACCOUNT,
      "The proxy proxy.example.org:3128 did not accept the username and password. "
      "Check them in the network settings" },
    { SEAM_ERROR_PROXY, SEAM_PROXY_FAULT_REFUSES, "The proxy proxy.example.org:3128 refused the connection. "
      "Contact the network administrator" },
    { SEAM_ERROR_NETWORK, SEAM_PROXY_FAULT_NO_WAY,
      "The server could not be reached through the proxy proxy.example.org:3128. "
      "Check the network connection" },
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
  g_test_add_func ("/texts/credential", test_credential);
  g_test_add_func ("/texts/in-the-access-system", test_in_the_access_system);
  g_test_add_func ("/texts/waiting", test_waiting);
  g_test_add_func ("/texts/public-text", test_public_text);
  g_test_add_func ("/texts/signs", test_signs);
  g_test_add_func ("/texts/counts", test_counts);
  g_test_add_func ("/texts/proxies", test_proxies);

  return g_test_run ();
}
