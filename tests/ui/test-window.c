/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a real workspace: its scenes and views, and the main job through its actions. */
#include "lanyard-accels.h"
#include "lanyard-toaster.h"
#include "lanyard-ui.h"
#include "stage.h"

/* --- Scenes --- */

/* Milliseconds after which a toast that was taken away is gone. */
#define LONGER_THAN_SHOWN 1500

static void
test_scenes (Stage         *stage,
             gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_TLS, "bad certificate");
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://example.com");

  g_assert_cmpstr (stage_scene (stage), ==, "starting");

  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), "Seam did not accept the API key");
  g_assert_cmpstr (stage_scene (stage), ==, "connect");
  g_assert_true (stage_says (stage, "did not accept"));
  stage_activate (stage, "session.open-demo", NULL);
  g_assert_cmpuint (stage->n_requested, ==, 1);
  g_assert_cmpstr (stage->requested, ==, "open-demo");

  lanyard_scenes_show_trouble (lanyard_window_get_scenes (stage->window), trouble);
  g_assert_cmpstr (stage_scene (stage), ==, "trouble");
  g_assert_true (stage_says (stage, "Not Secure"));
  g_assert_true (stage_says (stage, "example.com"));
  stage_activate (stage, "session.retry", NULL);
  g_assert_cmpstr (stage->requested, ==, "retry");
  stage_activate (stage, "session.change-connection", NULL);
  g_assert_cmpstr (stage->requested, ==, "change-connection");
}

static void
test_views (Stage         *stage,
            gconstpointer  data)
{
  g_assert_cmpstr (stage_scene (stage), ==, "workspace");
  stage_activate (stage, "go.view", g_variant_new_string ("credentials"));
  g_assert_cmpstr (stage_view (stage), ==, "credentials");
  g_assert_cmpint (g_settings_get_enum (stage->settings, "view"), ==, 1);
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
  g_assert_cmpstr (stage_view (stage), ==, "activity");
  stage_activate (stage, "go.view", g_variant_new_string ("nonsense"));
  g_assert_cmpstr (stage_view (stage), ==, "activity");
  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  g_assert_cmpstr (stage_view (stage), ==, "users");
  stage_wait_until (stage, stage_says, "No User Selected");
}

/* --- The main job --- */

static gboolean
is_unassigned (Stage      *stage,
               const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return seam_credential_get_user_id (credential) == NULL && !seam_credential_get_busy (credential);
}

static gboolean
is_assigned (Stage      *stage,
             const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return seam_credential_get_user_id (credential) != NULL && !seam_credential_get_busy (credential);
}

static gboolean
can_undo (Stage      *stage,
          const char *id)
{
  g_autoptr (LanyardEntry) entry = NULL;

  g_object_get (stage->changes, "last-undoable", &entry, NULL);
  return entry != NULL;
}

static void
test_assign_and_undo (Stage         *stage,
                      gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, FALSE, &user);

  stage_activate (stage, "go.show-credential", g_variant_new_string (stage_id_of (credential)));
  g_assert_cmpstr (stage_view (stage), ==, "credentials");

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  stage_wait_until (stage, is_assigned, stage_id_of (credential));
  g_assert_cmpstr (seam_credential_get_user_id (credential), ==, stage_id_of (user));
  stage_wait_until (stage, stage_says, "Undo");

  stage_wait_until (stage, can_undo, NULL);
  stage_activate (stage, "change.undo", NULL);
  stage_wait_until (stage, is_unassigned, stage_id_of (credential));
}

static void
test_unassign (Stage         *stage,
               gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);

  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (seam_credential_get_holder (credential))));
  g_assert_cmpstr (stage_view (stage), ==, "users");
  stage_activate (stage, "change.unassign", g_variant_new_string (stage_id_of (credential)));
  stage_wait_until (stage, is_unassigned, stage_id_of (credential));
}

static gboolean
has_user (Stage      *stage,
          const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", 2);
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), parts[0]);

  return g_strcmp0 (seam_credential_get_user_id (credential), parts[1]) == 0 && !seam_credential_get_busy (credential);
}

static void
test_take (Stage         *stage,
           gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);
  SeamUser *holder = seam_credential_get_holder (credential);
  g_autofree char *taken = g_strdup_printf ("%s %s", stage_id_of (credential), stage_id_of (user));
  g_autofree char *given_back = g_strdup_printf ("%s %s", stage_id_of (credential), stage_id_of (holder));

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  g_assert_nonnull (stage_find_dialog ());
  stage_respond ("cancel");
  while (stage_find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (seam_credential_get_holder (credential) == holder);
  g_assert_false (seam_credential_get_busy (credential));

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  stage_respond ("take");
  stage_wait_until (stage, has_user, taken);

  stage_wait_until (stage, can_undo, NULL);
  stage_activate (stage, "change.undo", NULL);
  stage_wait_until (stage, has_user, given_back);
}

static void
test_record_broken (Stage         *stage,
                    gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE, "full");
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, FALSE, &user);

  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_BROKEN, error);
  g_assert_nonnull (stage_find_dialog ());
  stage_respond ("close");
  while (stage_find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  g_assert_false (seam_credential_get_busy (credential));
  g_assert_nonnull (stage_find_dialog ());
  stage_respond ("waive");
  g_assert_cmpstr (stage->requested, ==, "waive-record");

  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_WAIVED, NULL);
  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  stage_wait_until (stage, is_assigned, stage_id_of (credential));
}

/* One that stays was put aside, and what put it aside gives way before it has gone; then all are taken away. */
static void
test_toasts_in_a_row (Stage         *stage,
                      gconstpointer  data)
{
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (stage_find_child (stage, "toast_overlay")));
  g_autoptr (LanyardEntry) entry = g_object_new (LANYARD_TYPE_ENTRY, NULL);

  lanyard_toaster_tell_entry (toaster, entry, "It stays");
  lanyard_toaster_tell (toaster, "It passes");
  lanyard_toaster_tell (toaster, "It passes as well");
  stage_wait_until (stage, stage_says, "It passes as well");
  stage_wait_until (stage, stage_says_not, "It stays");

  lanyard_toaster_tell_entry (toaster, entry, "It is told again");
  lanyard_toaster_tell (toaster, "It is the last");
  lanyard_toaster_clear (toaster);
  stage_wait_until (stage, stage_says_not, "It is the last");
  stage_wait_until (stage, stage_says_not, "It ");
}

static gboolean
on_time (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* What was sent in a workspace that was left may come to its end before the next one is open. */
static void
test_told_while_switching (Stage         *stage,
                           gconstpointer  data)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (stage->client);
  g_autoptr (LanyardChanges) next = lanyard_changes_new (directory, stage->journal);
  gboolean is_over = FALSE;

  lanyard_window_tell (stage->window, "About what was open");
  stage_wait_until (stage, stage_says, "About what was open");
  lanyard_scenes_show_starting (lanyard_window_get_scenes (stage->window), "Connecting");
  stage_wait_until (stage, stage_says_not, "About what was open");

  lanyard_window_tell (stage->window, "Told meanwhile");
  stage_wait_until (stage, stage_says, "Told meanwhile");
  lanyard_window_show_directory (stage->window, next, LANYARD_PLACE_SAVED);
  g_timeout_add (LONGER_THAN_SHOWN, on_time, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (stage_says (stage, "Told meanwhile"));
}

static void
on_laid_out (guint *n)
{
  (*n)++;
}

/* The way back is said anew each time that the window is laid out; newer GTK tells of it only where it differs. */
static void
test_laid_out_once (Stage         *stage,
                    gconstpointer  data)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (stage->client);
  g_autoptr (LanyardChanges) next = lanyard_changes_new (directory, stage->journal);
  GtkWidget *button = stage_find_child (stage, "back_button");
  guint n = 0;
  gulong handler;

  stage_activate (stage, "go.view", g_variant_new_string ("credentials"));
  gtk_widget_set_tooltip_text (button, "Not this");
  handler = g_signal_connect_swapped (button, "notify::tooltip-text", G_CALLBACK (on_laid_out), &n);
  lanyard_window_show_directory (stage->window, next, LANYARD_PLACE_SAVED);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handler_disconnect (button, handler);
}

static void
test_shortcuts (Stage         *stage,
                gconstpointer  data)
{
  g_autoptr (GtkWindow) window = lanyard_accels_new_shortcuts_window ();
  g_auto (GStrv) described = gtk_application_list_action_descriptions (stage->application);

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  g_assert_cmpuint (g_strv_length (described), >=, 10);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  g_test_add ("/window/scenes", Stage, NULL, stage_set_up, test_scenes, stage_tear_down);
  g_test_add ("/window/shortcuts", Stage, NULL, stage_set_up, test_shortcuts, stage_tear_down);
  g_test_add ("/window/toasts-in-a-row", Stage, NULL, stage_set_up, test_toasts_in_a_row, stage_tear_down);
  g_test_add ("/window/told-while-switching", Stage, NULL, stage_set_up_workspace, test_told_while_switching,
              stage_tear_down);
  g_test_add ("/window/laid-out-once", Stage, NULL, stage_set_up_workspace, test_laid_out_once, stage_tear_down);
  g_test_add ("/window/views", Stage, NULL, stage_set_up_workspace, test_views, stage_tear_down);
  g_test_add ("/window/assign-and-undo", Stage, NULL, stage_set_up_workspace, test_assign_and_undo, stage_tear_down);
  g_test_add ("/window/unassign", Stage, NULL, stage_set_up_workspace, test_unassign, stage_tear_down);
  g_test_add ("/window/take", Stage, NULL, stage_set_up_workspace, test_take, stage_tear_down);
  g_test_add ("/window/record-broken", Stage, NULL, stage_set_up_workspace, test_record_broken, stage_tear_down);

  return g_test_run ();
}
