/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows of bad input and bad luck: never markup, never a guess, never nothing. */
#include "lanyard-import-window.h"
#include "lanyard-picker.h"
#include "lanyard-ui.h"
#include "stage.h"

static void
control (Stage      *stage,
         const char *path,
         const char *body)
{
  g_autofree char *answer = lanyard_sandbox_control (stage->sandbox, path, body);

  g_assert_nonnull (strstr (answer, "\"ok\":true"));
}

static void
set_members (Stage      *stage,
             const char *kind,
             gpointer    record,
             const char *members)
{
  g_autofree char *body = g_strdup_printf ("{\"%s\": \"%s\", \"members\": {%s}}", kind, stage_id_of (record), members);

  control (stage, "/_sandbox/set", body);
}

static gboolean
is_idle (Stage      *stage,
         const char *id)
{
  gboolean refreshing;

  g_object_get (stage->directory, "refreshing", &refreshing, NULL);
  return !refreshing;
}

static gboolean
is_free (Stage      *stage,
         const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return !seam_credential_get_busy (credential);
}

static void
refresh (Stage *stage)
{
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, is_idle, NULL);
}

static gpointer
find_free (Stage           *stage,
                 SeamCredential **credential)
{
  SeamUser *user;

  *credential = stage_find_credential (stage, FALSE, &user);
  return user;
}

static gboolean
is_picker_mapped (Stage      *stage,
                  const char *id)
{
  GtkWidget *picker = stage_find_window (LANYARD_TYPE_PICKER);

  return picker != NULL && gtk_widget_get_mapped (picker);
}

static void
close_picker (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    if (LANYARD_IS_PICKER (link->data))
      gtk_window_destroy (link->data);
}

/* --- What a server may call somebody --- */

/* Everything that is on show is laid out at least once: a complaint of the toolkit would end the test. */
static void
look_around (Stage          *stage,
             SeamUser       *user,
             SeamCredential *credential)
{
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  stage_activate (stage, "change.pick-credential", g_variant_new_string (stage_id_of (user)));
  stage_wait_until (stage, is_picker_mapped, NULL);
  close_picker ();
  stage_activate (stage, "go.show-credential", g_variant_new_string (stage_id_of (credential)));
  stage_activate (stage, "change.pick-user", g_variant_new_string (stage_id_of (credential)));
  stage_wait_until (stage, is_picker_mapped, NULL);
  close_picker ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
show_names (Stage      *stage,
            const char *json_name,
            const char *expected)
{
  SeamCredential *credential;
  SeamUser *user = find_free (stage, &credential);
  g_autofree char *user_members = g_strdup_printf ("\"display_name\": %s, \"full_name\": %s, \"email_address\": %s",
                                                   json_name, json_name, json_name);
  g_autofree char *credential_members = g_strdup_printf ("\"display_name\": %s, \"card_number\": %s", json_name,
                                                         json_name);

  set_members (stage, "acs_user_id", user, user_members);
  set_members (stage, "acs_credential_id", credential, credential_members);
  refresh (stage);
  look_around (stage, user, credential);
  stage_wait_until (stage, stage_says, expected);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  stage_wait_until (stage, stage_says, expected);
}

static void
test_markup (Stage         *stage,
             gconstpointer  data)
{
  show_names (stage, "\"<b>Ada</b> & <span foreground='red'>\\\"Co\\\"\"",
              "<b>Ada</b> & <span foreground='red'>\"Co\"");
}

static void
test_long_names (Stage         *stage,
                 gconstpointer  data)
{
  g_autofree char *name = g_strnfill (10000, 'w');
  g_autofree char *json = g_strdup_printf ("\"%s\"", name);

  show_names (stage, json, "wwwwwwwwwwwwwwwwwwww");
}

static void
test_odd_characters (Stage         *stage,
                     gconstpointer  data)
{
  show_names (stage, "\"A\\u202Eda\\u0007\\n\\t Z\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301o\"", "Ada Z");
}

/* A NUL ends a text in C: what comes before it is shown. */
static void
test_nul (Stage         *stage,
          gconstpointer  data)
{
  show_names (stage, "\"Ada\\u0000Zoe\"", "Ada");
}

static void
test_right_to_left (Stage         *stage,
                    gconstpointer  data)
{
  show_names (stage, "\"\\u0641\\u0627\\u0637\\u0645\\u0629 \\u0627\\u0644\\u0632\\u0647\\u0631\\u0627\\u0621\"",
              "\u0641\u0627\u0637\u0645\u0629");
}

/* Members that are null, of another type, or unheard of. */
static void
test_odd_members (Stage         *stage,
                  gconstpointer  data)
{
  SeamCredential *credential;
  SeamUser *user = find_free (stage, &credential);

  set_members (stage, "acs_credential_id", credential,
               "\"access_method\": \"retina_scan\", \"card_number\": null, \"code\": null, \"ends_at\": \"some day\","
               " \"starts_at\": 17, \"errors\": [null, 3, {\"error_code\": \"brand_new\", \"message\": null}],"
               " \"warnings\": {}, \"visionline_metadata\": [], \"never_heard_of\": {\"a\": [1]}");
  set_members (stage, "acs_user_id", user,
               "\"email_address\": 5, \"phone_number\": [], \"is_suspended\": \"yes\", \"pending_mutations\": [7],"
               " \"errors\": \"none\", \"access_schedule\": {\"starts_at\": false}");
  refresh (stage);
  look_around (stage, user, credential);
  g_assert_true (lanyard_store_lookup (lanyard_directory_get_users (stage->directory), stage_id_of (user)) == user);
}

/* --- What may become of a write --- */

static void
begin_assign (Stage          *stage,
              SeamCredential *credential,
              SeamUser       *user)
{
  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
}

static void
test_refused (Stage         *stage,
              gconstpointer  data)
{
  SeamCredential *credential;
  SeamUser *user = find_free (stage, &credential);

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 409, \"type\": \"card_locked\", \"message\": \"The <i>card</i> is locked.\"}");
  begin_assign (stage, credential, user);
  stage_wait_until (stage, stage_says, "The data in Seam has changed in the meantime");
  g_assert_true (stage_says_not (stage, "The <i>card</i> is locked."));
  g_assert_true (stage_says (stage, seam_record_get_display_name (SEAM_RECORD (credential))));
  g_assert_true (stage_says (stage, seam_record_get_display_name (SEAM_RECORD (user))));
  g_assert_null (seam_credential_get_user_id (credential));
  g_assert_false (seam_credential_get_busy (credential));
  g_assert_true (stage_says (stage, "Try Again"));
}

/* A part of the answers is no answer, or is about something else: the credential is read, and that is believed. */
static void
test_unbelievable (Stage         *stage,
                   gconstpointer  data)
{
  static const char * const kinds[] = { "trailing-commas", "wrong-id", "garbage", "truncated", "ok-false", "reset-after",
                                        "html-after", "empty" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SeamCredential *credential;
      SeamUser *user = find_free (stage, &credential);

      g_test_message ("%s", kinds[i]);
      lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", kinds[i], "{}");
      begin_assign (stage, credential, user);
      stage_wait_until (stage, is_free, stage_id_of (credential));
      g_assert_cmpstr (seam_credential_get_user_id (credential), ==, stage_id_of (user));
    }
}

static void
test_unknown (Stage         *stage,
              gconstpointer  data)
{
  SeamCredential *credential;
  SeamUser *user = find_free (stage, &credential);
  g_autofree char *done = g_strdup_printf ("%s assigned to %s", seam_record_get_display_name (SEAM_RECORD (credential)),
                                           seam_record_get_display_name (SEAM_RECORD (user)));

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "close-after", "{}");
  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/get", "plain",
                             "{\"status\": 500, \"skip\": 1, \"times\": 100}");
  begin_assign (stage, credential, user);
  stage_wait_until (stage, stage_says, "Could not confirm whether");
  g_assert_null (seam_credential_get_user_id (credential));
  g_assert_true (stage_says (stage, "Check Again"));

  control (stage, "/_sandbox/faults/clear", "{}");
  stage_activate (stage, "change.check-entry", g_variant_new_int64 (1));
  stage_wait_until (stage, stage_says, done);
  g_assert_cmpstr (seam_credential_get_user_id (credential), ==, stage_id_of (user));
}

static gboolean
is_off_the_list (Stage      *stage,
                 const char *id)
{
  return lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id) == NULL;
}

static void
test_credential_gone (Stage         *stage,
                      gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);
  g_autofree char *id = g_strdup (stage_id_of (credential));
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"deleted\": true}", id);

  control (stage, "/_sandbox/set", body);
  stage_activate (stage, "go.show-credential", g_variant_new_string (id));
  stage_activate (stage, "change.unassign", g_variant_new_string (id));
  stage_wait_until (stage, is_off_the_list, id);
  stage_wait_until (stage, stage_says, "no longer exists");
}

/* Who had it has given it back meanwhile: that is what is said, and nobody gets it unasked. */
static void
test_changed_hands (Stage         *stage,
                    gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);
  g_autofree char *body = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": null}",
                                           stage_id_of (credential));

  begin_assign (stage, credential, user);
  control (stage, "/_sandbox/set", body);
  stage_respond ("take");
  stage_wait_until (stage, stage_says, "The credential is now unassigned");
  g_assert_null (seam_credential_get_user_id (credential));
}

/* --- What may become of a list --- */

static gboolean
has_failures (Stage      *stage,
              const char *id)
{
  return lanyard_directory_get_state (stage->directory) == LANYARD_DIRECTORY_READY
         && g_list_model_get_n_items (lanyard_directory_get_failures (stage->directory)) > 0;
}

static gboolean
is_complete (Stage      *stage,
             const char *id)
{
  return lanyard_directory_get_state (stage->directory) == LANYARD_DIRECTORY_READY
         && g_list_model_get_n_items (lanyard_directory_get_failures (stage->directory)) == 0;
}

static void
test_incomplete_list (Stage         *stage,
                      gconstpointer  data)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (stage->client);
  g_autoptr (LanyardChanges) changes = lanyard_changes_new (directory, stage->journal);

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/list", "garbage",
                             "{\"skip\": 2, \"times\": 100, \"delay_ms\": 1000}");
  lanyard_window_show_directory (stage->window, changes, LANYARD_PLACE_DEMO);
  g_set_object (&stage->directory, directory);
  g_set_object (&stage->changes, changes);
  lanyard_directory_load_async (stage->directory, NULL, NULL, NULL);
  stage_wait_until (stage, has_failures, NULL);
  stage_wait_until (stage, stage_says, "could not be loaded");
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_users (stage->directory)), >, 50);
  g_assert_true (stage_says (stage, "Try Again"));

  control (stage, "/_sandbox/faults/clear", "{}");
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, is_complete, NULL);
  g_assert_cmpuint (lanyard_store_get_n_records (lanyard_directory_get_credentials (stage->directory)), >, 100);
  stage_wait_until (stage, stage_says_not, "could not be loaded");
}

static gboolean
is_importing (Stage      *stage,
              const char *id)
{
  return stage_find_window (LANYARD_TYPE_IMPORT_WINDOW) != NULL;
}

static gboolean
is_not_importing (Stage      *stage,
                  const char *id)
{
  return !is_importing (stage, id);
}

/* A key that is refused takes the workspace from the screen, and with it what was about to be imported there. */
static void
test_workspace_left (Stage         *stage,
                     gconstpointer  data)
{
  stage_activate (stage, "sheet.import", NULL);
  stage_wait_until (stage, is_importing, NULL);
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), NULL);
  stage_wait_until (stage, is_not_importing, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Stage *stage, gconstpointer data);
  } tests[] = {
    { "/bad-luck/markup", test_markup },
    { "/bad-luck/long-names", test_long_names },
    { "/bad-luck/odd-characters", test_odd_characters },
    { "/bad-luck/nul", test_nul },
    { "/bad-luck/right-to-left", test_right_to_left },
    { "/bad-luck/odd-members", test_odd_members },
    { "/bad-luck/refused", test_refused },
    { "/bad-luck/unbelievable", test_unbelievable },
    { "/bad-luck/unknown", test_unknown },
    { "/bad-luck/credential-gone", test_credential_gone },
    { "/bad-luck/changed-hands", test_changed_hands },
    { "/bad-luck/incomplete-list", test_incomplete_list },
    { "/bad-luck/workspace-left", test_workspace_left },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
