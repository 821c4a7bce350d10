/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going about in the window: from page to page and back, where what is typed goes, what others did meanwhile. */
#include "lanyard-ui.h"
#include "stage.h"

static gboolean
is_folded (Stage      *stage,
           const char *id)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (stage_find_child (stage, "leaflet")));
}

static gboolean
is_back_visible (Stage      *stage,
                 const char *id)
{
  return gtk_widget_get_visible (stage_find_child (stage, "back_button"));
}

static gboolean
is_back_hidden (Stage      *stage,
                const char *id)
{
  return !is_back_visible (stage, id);
}

static gboolean
is_list_shown (Stage      *stage,
               const char *id)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (stage_find_child (stage, "leaflet"));

  return g_str_equal (adw_leaflet_get_visible_child_name (leaflet), "list");
}

static gpointer
selected (Stage      *stage,
          const char *id)
{
  g_autoptr (SeamRecord) record = NULL;

  g_object_get (stage_find_child (stage, id), "selected", &record, NULL);
  return record; /* the stores hold it */
}

/* From somebody's page to what they have, and on to who has it: Back goes the same way. */
static void
go_there_and_back (Stage *stage)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);
  SeamUser *holder = seam_credential_get_holder (credential);

  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  g_assert_true (selected (stage, "users_pane") == user);
  stage_activate (stage, "go.show-credential", g_variant_new_string (stage_id_of (credential)));
  g_assert_cmpstr (stage_view (stage), ==, "credentials");
  g_assert_true (selected (stage, "credentials_pane") == credential);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (holder)));
  g_assert_true (selected (stage, "users_pane") == holder);
  g_assert_true (is_back_visible (stage, NULL));

  stage_activate (stage, "win.back", NULL);
  g_assert_cmpstr (stage_view (stage), ==, "credentials");
  g_assert_true (selected (stage, "credentials_pane") == credential);
  stage_activate (stage, "win.back", NULL);
  g_assert_cmpstr (stage_view (stage), ==, "users");
  g_assert_true (selected (stage, "users_pane") == user);
}

static void
test_back (Stage         *stage,
           gconstpointer  data)
{
  SeamUser *user;

  go_there_and_back (stage);
  g_assert_true (is_back_hidden (stage, NULL));

  /* Whoever goes to another list by themselves doesn't go back from there. */
  stage_activate (stage, "go.show-credential",
                  g_variant_new_string (stage_id_of (stage_find_credential (stage, TRUE, &user))));
  g_assert_true (is_back_visible (stage, NULL));
  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  g_assert_true (is_back_hidden (stage, NULL));
}

static void
test_back_when_folded (Stage         *stage,
                       gconstpointer  data)
{
  gtk_widget_set_size_request (GTK_WIDGET (stage->window), 360, 600);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 360, 600);
  stage_wait_until (stage, is_folded, NULL);

  go_there_and_back (stage);
  g_assert_false (is_list_shown (stage, NULL));
  g_assert_true (is_back_visible (stage, NULL));
  stage_activate (stage, "win.back", NULL);
  g_assert_true (is_list_shown (stage, NULL));
  stage_wait_until (stage, is_back_hidden, NULL);
}

/* What was typed while a button had the focus goes on in the search entry: the Enter that a card reader ends with
 * must not press that button. */
static void
test_typing (Stage         *stage,
             gconstpointer  data)
{
  GtkWidget *entry = GTK_WIDGET (gtk_widget_get_template_child (stage_find_child (stage, "users_pane"),
                                                                G_OBJECT_TYPE (stage_find_child (stage, "users_pane")),
                                                                "entry"));
  SeamUser *user;

  stage_find_credential (stage, TRUE, &user);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  g_signal_emit_by_name (entry, "search-started");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), entry));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 1);
}

/* What a test changes at Seam, as somebody else would. */
static void
set_there (Stage      *stage,
           const char *body)
{
  g_autofree char *answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/set", body);

  g_assert_nonnull (strstr (answer, "\"ok\":true"));
}

static gboolean
is_gone (Stage      *stage,
         const char *id)
{
  return lanyard_store_lookup (lanyard_directory_get_users (stage->directory), id) == NULL;
}

/* A user that Seam no longer has goes from the list when that shows. */
static void
test_user_gone (Stage         *stage,
                gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, FALSE, &user);
  g_autofree char *id = g_strdup (stage_id_of (user));
  g_autofree char *body = g_strdup_printf ("{\"acs_user_id\": \"%s\", \"deleted\": true}", id);

  set_there (stage, body);
  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), id));
  stage_wait_until (stage, is_gone, id);
  g_assert_null (seam_credential_get_user_id (credential));
}

/* What is the matter with an access system concerns all that is in it. */
static void
test_system_problem (Stage         *stage,
                     gconstpointer  data)
{
  GListModel *systems = lanyard_directory_get_systems (stage->directory);
  g_autoptr (SeamRecord) system = g_list_model_get_item (systems, 0);
  g_autofree char *bad = g_strdup_printf ("{\"acs_system_id\": \"%s\", \"members\": {\"errors\": [{\"error_code\":"
                                          " \"seam_bridge_disconnected\", \"message\": \"The <bridge> is away.\","
                                          " \"created_at\": \"2026-01-01T00:00:00.000Z\"}]}}",
                                          seam_record_get_id (system));
  g_autofree char *good = g_strdup_printf ("{\"acs_system_id\": \"%s\", \"reset\": true}",
                                           seam_record_get_id (system));
  g_autofree char *expected = g_strdup_printf ("%s: Seam Bridge Is Offline. Check the Seam Bridge computer",
                                               seam_record_get_display_name (system));

  set_there (stage, bad);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, stage_says, expected);
  set_there (stage, good);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, stage_says_not, expected);
}

static gboolean
is_refreshing (LanyardDirectory *directory)
{
  gboolean refreshing;

  g_object_get (directory, "refreshing", &refreshing, NULL);
  return refreshing;
}

/* A workspace that is left is no longer read. */
static void
test_leaving_stops_reading (Stage         *stage,
                            gconstpointer  data)
{
  g_autofree char *answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/config", "{\"latency_ms\": 200}");

  stage_activate (stage, "reading.refresh", NULL);
  g_assert_true (is_refreshing (stage->directory));
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), NULL);
  while (is_refreshing (stage->directory))
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (lanyard_directory_get_error (stage->directory), G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  g_test_add ("/ways/back", Stage, NULL, stage_set_up_workspace, test_back, stage_tear_down);
  g_test_add ("/ways/back-when-folded", Stage, NULL, stage_set_up_workspace, test_back_when_folded, stage_tear_down);
  g_test_add ("/ways/typing", Stage, NULL, stage_set_up_workspace, test_typing, stage_tear_down);
  g_test_add ("/ways/user-gone", Stage, NULL, stage_set_up_workspace, test_user_gone, stage_tear_down);
  g_test_add ("/ways/system-problem", Stage, NULL, stage_set_up_workspace, test_system_problem, stage_tear_down);
  g_test_add ("/ways/leaving-stops-reading", Stage, NULL, stage_set_up_workspace, test_leaving_stops_reading,
              stage_tear_down);

  return g_test_run ();
}
