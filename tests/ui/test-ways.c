/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going about in the window: from page to page and back, and where what is typed goes. */
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

  stage_activate (stage, "win.show-user", g_variant_new_string (stage_id_of (user)));
  g_assert_true (selected (stage, "users_pane") == user);
  stage_activate (stage, "win.show-credential", g_variant_new_string (stage_id_of (credential)));
  g_assert_cmpstr (stage_view (stage), ==, "credentials");
  g_assert_true (selected (stage, "credentials_pane") == credential);
  stage_activate (stage, "win.show-user", g_variant_new_string (stage_id_of (holder)));
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
  stage_activate (stage, "win.show-credential",
                  g_variant_new_string (stage_id_of (stage_find_credential (stage, TRUE, &user))));
  g_assert_true (is_back_visible (stage, NULL));
  stage_activate (stage, "win.view", g_variant_new_string ("users"));
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
  stage_activate (stage, "win.show-user", g_variant_new_string (stage_id_of (user)));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  g_signal_emit_by_name (entry, "search-started");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), entry));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 1);
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

  return g_test_run ();
}
