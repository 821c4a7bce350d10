/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why what is assigned opens nothing yet: in words where it is chosen, and once it is done. */
#include "lanyard-caveat.h"
#include "lanyard-entry-private.h"
#include "lanyard-holder.h"
#include "lanyard-picker.h"
#include "lanyard-row-text.h"
#include "scene.h"
#include "text-checks.h"

#define PAST "\"2020-01-02T12:00:00.000Z\""
#define FUTURE "\"2090-01-02T12:00:00.000Z\""
#define WARNING(code) ", \"warnings\": [{\"warning_code\": \"" code "\"}]"
#define DONE "Card assigned to Ada"

typedef struct
{
  const char *members;
  const char *words;    /* where it is chosen */
  const char *sentence; /* once it is done; NULL: nothing is added */
} State;

static const State credentials[] = {
  { "", NULL, NULL },
  { ", \"starts_at\": " PAST ", \"ends_at\": " FUTURE, NULL, NULL },
  { ", \"is_latest_desired_state_synced_with_provider\": false", NULL, NULL },
  { ", \"ends_at\": " PAST, "Expired on 2 Jan 2020", DONE ", but the credential has expired" },
  { ", \"starts_at\": " FUTURE, "Valid from 2 Jan 2090", DONE ", but the credential is not valid before 2 Jan 2090" },
  { ", \"starts_at\": " FUTURE WARNING ("schedule_modified"), "Valid from 2 Jan 2090",
    DONE ", but the credential is not valid before 2 Jan 2090" },
  { WARNING ("waiting_to_be_issued"), "Waiting to Be Encoded", DONE ", but the credential must still be encoded" },
  { WARNING ("needs_to_be_reissued"), "Must Be Encoded Again", DONE ", but the credential must still be encoded" },
  { ", \"errors\": [{\"error_code\": \"something_new\"}]", "Access System Problem", NULL },
};

static const State users[] = {
  { "", NULL, NULL },
  { ", \"is_suspended\": true", "Suspended", DONE ", but the user is suspended" },
  { ", \"is_suspended\": true, \"access_schedule\": {\"starts_at\": " PAST ", \"ends_at\": " PAST "}", "Suspended",
    DONE ", but the user is suspended" },
  { ", \"access_schedule\": {\"starts_at\": " PAST ", \"ends_at\": null}", NULL, NULL },
  { ", \"access_schedule\": {\"starts_at\": " PAST ", \"ends_at\": " PAST "}", "Access ended on 2 Jan 2020",
    DONE ", but the user’s access has ended" },
  { ", \"access_schedule\": {\"starts_at\": " FUTURE ", \"ends_at\": null}" WARNING ("acs_user_inactive"),
    "Access starts on 2 Jan 2090", DONE ", but the user’s access starts on 2 Jan 2090" },
  { WARNING ("salto_ks_user_not_subscribed"), "Not Subscribed in Salto KS", NULL },
};

static LanyardEntry *
make_entry (LanyardOperation operation,
            LanyardOutcome   outcome)
{
  g_autofree char *after = lanyard_holder_write ("u", NULL);
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", operation, "subject-type",
                                      LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c", "after", after, "system-id", "s",
                                      NULL);

  lanyard_entry_set_outcome (entry, outcome, 1, -1, NULL, NULL);

  return entry;
}

static SeamCredential *
add_credential (Scene       *scene,
                const State *state)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"c\", \"access_method\": \"card\"%s}",
                                           state->members);

  return scene_add_credential (scene, json);
}

static SeamUser *
add_user (Scene       *scene,
          const State *state)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"u\"%s}", state->members);

  return scene_add_user (scene, json);
}

static void
test_words (void)
{
  g_autoptr (Scene) scene = scene_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (credentials); i++)
    assert_takes (lanyard_caveat_of (SEAM_RECORD (add_credential (scene, &credentials[i])), NULL), credentials[i].words);
  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    assert_takes (lanyard_caveat_of (SEAM_RECORD (add_user (scene, &users[i])), NULL), users[i].words);
}

/* Of each credential for each person. */
static void
test_sentences (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (LanyardEntry) assigned = make_entry (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_DONE);
  g_autoptr (LanyardEntry) moved = make_entry (LANYARD_OPERATION_MOVE, LANYARD_OUTCOME_DONE);
  g_autoptr (LanyardEntry) unassigned = make_entry (LANYARD_OPERATION_UNASSIGN, LANYARD_OUTCOME_DONE);
  g_autoptr (LanyardEntry) refused = make_entry (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_REFUSED);

  for (gsize i = 0; i < G_N_ELEMENTS (credentials) * G_N_ELEMENTS (users); i++)
    {
      const State *credential = &credentials[i % G_N_ELEMENTS (credentials)];
      const State *user = &users[i / G_N_ELEMENTS (credentials)];
      const char *expected = credential->sentence != NULL ? credential->sentence
                             : user->sentence != NULL     ? user->sentence
                                                          : DONE;

      g_test_message ("%s | %s", credential->members, user->members);
      add_credential (scene, credential);
      add_user (scene, user);
      assert_takes (lanyard_caveat_with (scene->directory, assigned, DONE), expected);
      assert_takes (lanyard_caveat_with (scene->directory, moved, DONE), expected);
      assert_takes (lanyard_caveat_with (scene->directory, unassigned, DONE), DONE);
      assert_takes (lanyard_caveat_with (scene->directory, refused, DONE), DONE);
    }
}

/* What is no longer in the lists says nothing. */
static void
test_gone (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (LanyardEntry) assigned = make_entry (LANYARD_OPERATION_ASSIGN, LANYARD_OUTCOME_DONE);

  assert_takes (lanyard_caveat_with (scene->directory, assigned, DONE), DONE);
}

/* Each is said once. */
static void
test_read_out (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamRecord *expired = SEAM_RECORD (add_credential (scene, &credentials[3]));
  SeamRecord *suspended = SEAM_RECORD (add_user (scene, &users[1]));

  assert_takes (lanyard_row_text_credential (SEAM_CREDENTIAL (expired), NULL, LANYARD_ROW_TAKING), "Expired on 2 Jan 2020 · Unassigned");
  assert_takes (lanyard_row_text_read_out (expired, NULL, LANYARD_ROW_TAKING), "Card, Expired on 2 Jan 2020 · Unassigned");
  assert_takes (lanyard_row_text_user (SEAM_USER (suspended), NULL, LANYARD_ROW_TAKING), "Suspended · No email or phone number");
  assert_takes (lanyard_row_text_read_out (suspended, NULL, LANYARD_ROW_TAKING),
                "Unnamed User, Suspended · No email or phone number, No credentials");
}

/* In the picker, of what is chosen and of whom it is chosen for. */
static void
test_picker (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamRecord *card = SEAM_RECORD (scene_add_credential (scene,
    "{\"acs_credential_id\": \"c\", \"access_method\": \"card\", \"acs_system_id\": \"s\", \"ends_at\": " PAST "}"));
  SeamRecord *ada = SEAM_RECORD (scene_add_user (scene,
    "{\"acs_user_id\": \"u\", \"display_name\": \"Ada\", \"acs_system_id\": \"s\", \"is_suspended\": true}"));
  GtkWidget *for_ada = lanyard_picker_new (scene->directory, ada);
  GtkWidget *for_card = lanyard_picker_new (scene->directory, card);

  gtk_window_present (GTK_WINDOW (for_ada));
  scene_wait_text (for_ada, "Expired on 2 Jan 2020 · Unassigned");
  g_assert_true (scene_shows_text (for_ada, "Ada · Suspended"));
  gtk_window_destroy (GTK_WINDOW (for_ada));

  gtk_window_present (GTK_WINDOW (for_card));
  scene_wait_text (for_card, "Suspended · No email or phone number");
  g_assert_true (scene_shows_text (for_card, "Card · Expired on 2 Jan 2020"));
  gtk_window_destroy (GTK_WINDOW (for_card));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/caveat/words", test_words);
  g_test_add_func ("/caveat/sentences", test_sentences);
  g_test_add_func ("/caveat/gone", test_gone);
  g_test_add_func ("/caveat/read-out", test_read_out);
  g_test_add_func ("/caveat/picker", test_picker);

  return g_test_run ();
}
