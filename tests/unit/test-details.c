/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are bound to: it follows the records, says nothing of what is not there, and no secret. */
#include "lanyard-closures.h"
#include "lanyard-credential-details.h"
#include "lanyard-entry-details.h"
#include "lanyard-failure-standing.h"
#include "lanyard-held-details.h"
#include "lanyard-holder.h"
#include "lanyard-notice.h"
#include "lanyard-user-details.h"
#include "lanyard-workspace-standing.h"
#include "property-checks.h"
#include "records.h"

#define OFFICE "{\"acs_system_id\": \"s1\", \"name\": \"Harbour Office\"}"
#define ADA(members) "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"," \
                     " \"full_name\": \"Ada Okafor\", \"email_address\": \"ada@example.com\"" members "}"
#define STRANGER "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s2\", \"display_name\": \"Somebody\"}"
#define CARD(members) "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\"," \
                      " \"display_name\": \"Card 82****\", \"card_number\": \"10482233\"," \
                      " \"is_issued\": true" members "}"
#define OF_ADA ", \"acs_user_id\": \"u1\""
#define PROBLEM ", \"errors\": [{\"error_code\": \"unknown_issue_with_acs_user\", \"message\": \"Gone\"}]"

typedef struct
{
  LanyardDirectory *directory;
  LanyardChanges   *changes;
  GString          *told; /* the names of the properties that were notified */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (NULL);

  fixture->directory = records_new_directory ();
  fixture->changes = lanyard_changes_new (fixture->directory, journal);
  records_add (fixture->directory, SEAM_TYPE_SYSTEM, OFFICE);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_string_free (fixture->told, TRUE);
  g_assert_finalize_object (fixture->changes);
  g_assert_finalize_object (fixture->directory);
}

static void
on_notify (Fixture    *fixture,
           GParamSpec *pspec)
{
  g_string_append_printf (fixture->told, " %s", pspec->name);
}

static void
follow (Fixture  *fixture,
        gpointer  details)
{
  g_signal_connect_swapped (details, "notify", G_CALLBACK (on_notify), fixture);
}

static LanyardSign
sign_of (gpointer    details,
         const char *name)
{
  LanyardSign sign;

  g_object_get (details, name, &sign, NULL);

  return sign;
}

static guint
n_notices (gpointer details)
{
  g_autoptr (GListModel) notices = NULL;

  g_object_get (details, "notices", &notices, NULL);

  return notices != NULL ? g_list_model_get_n_items (notices) : 0;
}

/* Every text is "", every flag unset, every object NULL. */
static void
assert_says_nothing (gpointer details)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (details), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (pspecs[i]->flags & G_PARAM_WRITABLE)
        continue;

      g_object_get_property (G_OBJECT (details), pspecs[i]->name, &value);
      g_test_message ("%s of %s", pspecs[i]->name, G_OBJECT_TYPE_NAME (details));
      g_assert_true (g_param_value_defaults (pspecs[i], &value));
      if (G_VALUE_HOLDS_STRING (&value))
        g_assert_cmpstr (g_value_get_string (&value), ==, "");
    }
}

static void
assert_keeps_secret (gpointer    details,
                     const char *secret)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (details), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      g_object_get_property (G_OBJECT (details), pspecs[i]->name, &value);
      text = g_strdup_value_contents (&value);
      g_test_message ("%s of %s", pspecs[i]->name, G_OBJECT_TYPE_NAME (details));
      g_assert_null (strstr (text, secret));
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  gpointer user = records_add (fixture->directory, SEAM_TYPE_USER, ADA (""));
  gpointer card = records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (OF_ADA));
  const struct
  {
    gpointer details;
    gpointer record;
  } cases[] = {
    { lanyard_user_details_new (), user },
    { lanyard_credential_details_new (), card },
    { lanyard_held_details_new (), card },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gpointer details = cases[i].details;

      assert_says_nothing (details);
      lanyard_details_set_record (details, cases[i].record);
      assert_says_nothing (details);
      lanyard_details_set_changes (details, fixture->changes);
      g_assert_true (lanyard_bindable_get_flag (details, "shown"));
      g_assert_cmpstr (lanyard_bindable_get_text (details, "name"), !=, "");
      lanyard_details_set_record (details, NULL);
      assert_says_nothing (details);
      lanyard_details_set_record (details, cases[i].record);
      lanyard_details_set_changes (details, NULL);
      assert_says_nothing (details);
      g_assert_finalize_object (details);
    }
}

static void
test_user (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer ada = records_add (fixture->directory, SEAM_TYPE_USER, ADA (""));
  g_autoptr (LanyardUserDetails) details = lanyard_user_details_new ();

  lanyard_details_set_changes (LANYARD_DETAILS (details), fixture->changes);
  lanyard_details_set_record (LANYARD_DETAILS (details), ada);
  assert_text (details, "id", "u1");
  assert_text (details, "name", "Ada Okafor");
  assert_text (details, "email", "ada@example.com");
  assert_text (details, "phone", "");
  assert_text (details, "system-name", "Harbour Office");
  assert_text (details, "nothing-title", "No Credentials");
  g_assert_true (lanyard_bindable_get_flag (details, "can-assign"));
  g_assert_cmpuint (n_notices (details), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_user_details_get_held (details)), ==, 0);

  records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (OF_ADA));
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_user_details_get_held (details)), ==, 1);
  records_add (fixture->directory, SEAM_TYPE_SYSTEM, "{\"acs_system_id\": \"s1\", \"name\": \"Harbour Lofts\"}");
  assert_text (details, "system-name", "Harbour Lofts");
  records_add (fixture->directory, SEAM_TYPE_USER, ADA (", \"is_suspended\": true" PROBLEM));
  g_assert_cmpuint (n_notices (details), ==, 2);

  records_remove (fixture->directory, ada);
  g_assert_false (lanyard_bindable_get_flag (details, "can-assign"));
  g_assert_cmpuint (n_notices (details), ==, 3);
}

/* Nothing is left of who was shown before: neither of them, nor of the access system that they are in. */
static void
test_another_user (Fixture       *fixture,
                   gconstpointer  data)
{
  gpointer ada = records_add (fixture->directory, SEAM_TYPE_USER, ADA (PROBLEM));
  gpointer stranger = records_add (fixture->directory, SEAM_TYPE_USER, STRANGER);
  g_autoptr (LanyardUserDetails) details = lanyard_user_details_new ();

  lanyard_details_set_changes (LANYARD_DETAILS (details), fixture->changes);
  lanyard_details_set_record (LANYARD_DETAILS (details), ada);
  lanyard_details_set_record (LANYARD_DETAILS (details), stranger);
  assert_text (details, "name", "Somebody");
  assert_text (details, "full-name", "");
  assert_text (details, "email", "");
  assert_text (details, "system-name", "");
  g_assert_cmpuint (n_notices (details), ==, 0);

  follow (fixture, details);
  records_add (fixture->directory, SEAM_TYPE_USER, ADA (", \"phone_number\": \"+1555\""));
  records_add (fixture->directory, SEAM_TYPE_SYSTEM, "{\"acs_system_id\": \"s1\", \"name\": \"Harbour Lofts\"}");
  g_assert_cmpstr (fixture->told->str, ==, "");
}

/* Bars that are made anew would be read out again, texts that are set anew would be laid out again. */
static void
test_only_changes_are_told (Fixture       *fixture,
                            gconstpointer  data)
{
  gpointer ada = records_add (fixture->directory, SEAM_TYPE_USER, ADA (PROBLEM));
  g_autoptr (LanyardUserDetails) details = lanyard_user_details_new ();

  lanyard_details_set_changes (LANYARD_DETAILS (details), fixture->changes);
  lanyard_details_set_record (LANYARD_DETAILS (details), ada);
  follow (fixture, details);
  lanyard_details_refresh (LANYARD_DETAILS (details));
  records_add (fixture->directory, SEAM_TYPE_USER, ADA (PROBLEM));
  records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (OF_ADA));
  g_assert_cmpstr (fixture->told->str, ==, "");

  records_add (fixture->directory, SEAM_TYPE_USER, ADA (PROBLEM ", \"phone_number\": \"+1555\""));
  g_assert_cmpstr (fixture->told->str, ==, " phone");
  records_add (fixture->directory, SEAM_TYPE_USER, ADA (", \"phone_number\": \"+1555\""));
  g_assert_cmpstr (fixture->told->str, ==, " phone notices");
}

static void
test_credential (Fixture       *fixture,
                 gconstpointer  data)
{
  SeamCredential *card = records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (""));
  g_autoptr (LanyardCredentialDetails) details = lanyard_credential_details_new ();

  records_add (fixture->directory, SEAM_TYPE_USER, ADA (""));
  lanyard_details_set_changes (LANYARD_DETAILS (details), fixture->changes);
  lanyard_details_set_record (LANYARD_DETAILS (details), card);
  assert_text (details, "name", "Card 82****");
  assert_text (details, "kind-and-system", "Card · Harbour Office");
  assert_text (details, "holder-label", "Unassigned");
  assert_text (details, "avatar", "");
  g_assert_false (lanyard_bindable_get_flag (details, "held"));
  g_assert_true (lanyard_bindable_get_flag (details, "can-assign"));
  g_assert_false (lanyard_bindable_get_flag (details, "can-unassign"));
  g_assert_false (lanyard_bindable_get_flag (details, "may-linger"));

  records_add (fixture->directory, SEAM_TYPE_CREDENTIAL,
               CARD (OF_ADA ", \"is_latest_desired_state_synced_with_provider\": false"));
  assert_text (details, "holder-name", "Ada Okafor");
  assert_text (details, "holder-contact", "ada@example.com");
  assert_text (details, "avatar", "Ada Okafor");
  assert_text (details, "sync", "Waiting for Harbour Office…");
  g_assert_true (lanyard_bindable_get_flag (details, "syncing"));
  g_assert_true (lanyard_bindable_get_flag (details, "can-unassign"));
  g_assert_true (lanyard_bindable_get_flag (details, "may-linger"));
  g_assert_cmpint (sign_of (details, "sync-sign"), ==, LANYARD_SIGN_NONE);

  records_add (fixture->directory, SEAM_TYPE_USER,
               "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Lovelace\"}");
  assert_text (details, "holder-label", "Ada Lovelace, No email or phone number");
  seam_credential_set_busy (card, TRUE);
  g_assert_false (lanyard_bindable_get_flag (details, "can-assign"));
  g_assert_false (lanyard_bindable_get_flag (details, "can-unassign"));
  seam_credential_set_busy (card, FALSE);

  records_remove (fixture->directory, card);
  assert_text (details, "sync", "");
  g_assert_cmpuint (n_notices (details), ==, 1);
  g_assert_false (lanyard_bindable_get_flag (details, "can-unassign"));
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  SeamCredential *card = records_add (fixture->directory, SEAM_TYPE_CREDENTIAL,
                                      CARD (OF_ADA ", \"warnings\": [{\"warning_code\": \"needs_to_be_reissued\"}]"));
  g_autoptr (LanyardHeldDetails) details = lanyard_held_details_new ();

  lanyard_details_set_changes (LANYARD_DETAILS (details), fixture->changes);
  lanyard_details_set_record (LANYARD_DETAILS (details), card);
  assert_text (details, "name", "Card 82****");
  assert_text (details, "sign-text", "Must Be Encoded Again");
  g_assert_cmpint (sign_of (details, "sign"), ==, LANYARD_SIGN_WARNING);
  g_assert_true (g_str_has_prefix (lanyard_bindable_get_text (details, "label"), "Card 82****, "));
  g_assert_true (lanyard_bindable_get_flag (details, "can-unassign"));
  g_assert_false (lanyard_bindable_get_flag (details, "waiting"));

  seam_credential_set_busy (card, TRUE);
  g_assert_true (lanyard_bindable_get_flag (details, "waiting"));
  g_assert_false (lanyard_bindable_get_flag (details, "can-unassign"));
  seam_credential_set_busy (card, FALSE);
  records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (OF_ADA));
  g_assert_cmpint (sign_of (details, "sign"), ==, LANYARD_SIGN_NONE);
  assert_text (details, "sign-text", "");
}

static void
test_secrets (Fixture       *fixture,
              gconstpointer  data)
{
  gpointer card = records_add (fixture->directory, SEAM_TYPE_CREDENTIAL, CARD (", \"code\": \"48213\""));
  gpointer kinds[] = { lanyard_credential_details_new (), lanyard_held_details_new () };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      lanyard_details_set_changes (kinds[i], fixture->changes);
      lanyard_details_set_record (kinds[i], card);
      assert_keeps_secret (kinds[i], "10482233");
      assert_keeps_secret (kinds[i], "48213");
      g_assert_finalize_object (kinds[i]);
    }
}

static void
test_standing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (LanyardWorkspaceStanding) standing = g_object_new (LANYARD_TYPE_WORKSPACE_STANDING, NULL);
  g_autoptr (LanyardFailureStanding) failures = g_object_new (LANYARD_TYPE_FAILURE_STANDING, NULL);
  g_autofree char *loading = NULL;

  assert_says_nothing (standing);
  assert_says_nothing (failures);
  lanyard_workspace_standing_set_directory (standing, fixture->directory);
  lanyard_failure_standing_set_directory (failures, fixture->directory);
  assert_says_nothing (standing);
  assert_says_nothing (failures);
  loading = lanyard_workspace_standing_loading_text (standing);
  g_assert_cmpstr (loading, ==, "Loading: 0 users, 0 credentials");

  records_add (fixture->directory, SEAM_TYPE_SYSTEM, "{\"acs_system_id\": \"s2\", \"name\": \"Lofts\","
               " \"errors\": [{\"error_code\": \"account_disconnected\"}]}");
  assert_text (standing, "systems-text", "Lofts: Account Disconnected. Connect the account again in the Seam Console.");
  g_list_store_remove_all (G_LIST_STORE (lanyard_directory_get_systems (fixture->directory)));
  assert_text (standing, "systems-text", "");

  lanyard_workspace_standing_set_directory (standing, NULL);
  lanyard_failure_standing_set_scope (failures, "s1", LANYARD_RESOURCE_USERS);
  lanyard_failure_standing_set_directory (failures, NULL);
  assert_says_nothing (standing);
  assert_says_nothing (failures);
}

static void
test_entry (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardEntryDetails) details = lanyard_entry_details_new ();
  g_autofree char *after = lanyard_holder_write ("u1", "Ada");
  g_autoptr (LanyardEntry) entry =
    g_object_new (LANYARD_TYPE_ENTRY, "begun-at", g_get_real_time (), "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                  "subject-id", "c-none", "subject-name", "Card 1", "after", after, "operator", "mira", NULL);
  g_autofree char *label = NULL;

  assert_says_nothing (details);
  lanyard_entry_details_set_entry (details, NULL, NULL);
  assert_says_nothing (details);
  lanyard_entry_details_set_entry (details, entry, fixture->changes);
  assert_text (details, "day", "Today");
  assert_text (details, "title", "Could not confirm whether Card 1 was assigned to Ada");
  g_object_get (details, "label", &label, NULL);
  g_assert_true (g_str_has_prefix (label, "Could not confirm whether Card 1 was assigned to Ada, "));
  g_assert_true (g_str_has_suffix (label, " · by mira, Today"));
  g_assert_true (lanyard_bindable_get_flag (details, "can-check"));
  g_assert_false (lanyard_bindable_get_flag (details, "can-undo"));
  g_assert_false (lanyard_bindable_get_flag (details, "can-retry"));
  g_assert_true (lanyard_entry_details_get_entry (details) == entry);
  lanyard_entry_details_set_entry (details, NULL, NULL);
}

static void
test_notices (void)
{
  g_autoptr (GListStore) some = g_list_store_new (LANYARD_TYPE_NOTICE);
  g_autoptr (GListStore) others = g_list_store_new (LANYARD_TYPE_NOTICE);

  g_assert_true (lanyard_notices_are_same (NULL, NULL));
  g_assert_true (lanyard_notices_are_same (G_LIST_MODEL (some), NULL));
  lanyard_notices_append (some, LANYARD_SIGN_ERROR, "Title", NULL);
  g_assert_false (lanyard_notices_are_same (G_LIST_MODEL (some), NULL));
  lanyard_notices_append (others, LANYARD_SIGN_ERROR, "Title", "Text");
  g_assert_false (lanyard_notices_are_same (G_LIST_MODEL (some), G_LIST_MODEL (others)));
  g_list_store_remove_all (others);
  lanyard_notices_append (others, LANYARD_SIGN_WARNING, "Title", NULL);
  g_assert_false (lanyard_notices_are_same (G_LIST_MODEL (some), G_LIST_MODEL (others)));
  g_list_store_remove_all (others);
  lanyard_notices_append (others, LANYARD_SIGN_ERROR, "Title", NULL);
  g_assert_true (lanyard_notices_are_same (G_LIST_MODEL (some), G_LIST_MODEL (others)));
}

static void
test_closures (void)
{
  g_assert_false (lanyard_closure_is_text (NULL, NULL));
  g_assert_false (lanyard_closure_is_text (NULL, ""));
  g_assert_true (lanyard_closure_is_text (NULL, "a"));
  g_assert_false (lanyard_closure_is_some (NULL, 0));
  g_assert_true (lanyard_closure_is_some (NULL, 2));
  g_assert_true (lanyard_closure_is_none (NULL, 0));
  g_assert_false (lanyard_closure_is_none (NULL, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/details/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/details/user", Fixture, NULL, set_up, test_user, tear_down);
  g_test_add ("/details/another-user", Fixture, NULL, set_up, test_another_user, tear_down);
  g_test_add ("/details/only-changes-are-told", Fixture, NULL, set_up, test_only_changes_are_told, tear_down);
  g_test_add ("/details/credential", Fixture, NULL, set_up, test_credential, tear_down);
  g_test_add ("/details/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/details/secrets", Fixture, NULL, set_up, test_secrets, tear_down);
  g_test_add ("/details/standing", Fixture, NULL, set_up, test_standing, tear_down);
  g_test_add ("/details/entry", Fixture, NULL, set_up, test_entry, tear_down);
  g_test_add_func ("/details/notices", test_notices);
  g_test_add_func ("/details/closures", test_closures);

  return g_test_run ();
}
