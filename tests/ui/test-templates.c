/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template is made, with nothing in it, and goes again: closures that are not known and bindings that outlive
 * what they are bound to show nowhere else. */
#include "lanyard-activity-menu.h"
#include "lanyard-activity-page.h"
#include "lanyard-activity-row.h"
#include "lanyard-bars.h"
#include "lanyard-batch-bar.h"
#include "lanyard-batch-report.h"
#include "lanyard-browser.h"
#include "lanyard-chosen-bar.h"
#include "lanyard-columns-page.h"
#include "lanyard-connect-page.h"
#include "lanyard-content.h"
#include "lanyard-copy-row.h"
#include "lanyard-credential-page.h"
#include "lanyard-credential-row.h"
#include "lanyard-entry-facts.h"
#include "lanyard-fact.h"
#include "lanyard-failure-bar.h"
#include "lanyard-failure-row.h"
#include "lanyard-failures-window.h"
#include "lanyard-filter-menu.h"
#include "lanyard-header.h"
#include "lanyard-held-row.h"
#include "lanyard-import-window.h"
#include "lanyard-list-pane.h"
#include "lanyard-lost-window.h"
#include "lanyard-match-row.h"
#include "lanyard-matches-page.h"
#include "lanyard-picker.h"
#include "lanyard-plan-line.h"
#include "lanyard-plan-window.h"
#include "lanyard-preferences.h"
#include "lanyard-reader-page.h"
#include "lanyard-report-window.h"
#include "lanyard-scenes.h"
#include "lanyard-secret-row.h"
#include "lanyard-state-row.h"
#include "lanyard-trouble-page.h"
#include "lanyard-user-page.h"
#include "lanyard-user-row.h"
#include "lanyard-views.h"
#include "lanyard-window.h"
#include "lanyard-workspace-button.h"
#include "lanyard-workspace-choice.h"
#include "lanyard-workspace-row.h"
#include "scene.h"

typedef GType (*GetType) (void);

static const GetType types[] = {
  lanyard_activity_menu_get_type, lanyard_activity_page_get_type, lanyard_activity_row_get_type, lanyard_bars_get_type,
  lanyard_batch_bar_get_type, lanyard_batch_report_get_type, lanyard_browser_get_type, lanyard_chosen_bar_get_type,
  lanyard_columns_page_get_type, lanyard_connect_page_get_type, lanyard_content_get_type, lanyard_copy_row_get_type,
  lanyard_credential_page_get_type, lanyard_credential_row_get_type, lanyard_entry_facts_get_type,
  lanyard_fact_get_type, lanyard_failure_bar_get_type, lanyard_failure_row_get_type, lanyard_failures_window_get_type,
  lanyard_filter_menu_get_type, lanyard_header_get_type, lanyard_held_row_get_type, lanyard_import_window_get_type,
  lanyard_list_pane_get_type, lanyard_lost_window_get_type, lanyard_match_row_get_type, lanyard_matches_page_get_type,
  lanyard_picker_get_type, lanyard_plan_line_get_type, lanyard_plan_window_get_type, lanyard_preferences_get_type,
  lanyard_reader_page_get_type, lanyard_report_window_get_type, lanyard_scenes_get_type, lanyard_secret_row_get_type,
  lanyard_state_row_get_type, lanyard_trouble_page_get_type, lanyard_user_page_get_type, lanyard_user_row_get_type,
  lanyard_views_get_type, lanyard_window_get_type, lanyard_workspace_button_get_type, lanyard_workspace_choice_get_type,
  lanyard_workspace_row_get_type,
};

/* "lanyard-user-page.ui" is the template of LanyardUserPage. */
static char *
type_name_of (const char *file_name)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = file_name; *at != '\0' && *at != '.'; at++)
    {
      if (*at == '-')
        continue;
      g_string_append_c (name, at == file_name || at[-1] == '-' ? g_ascii_toupper (*at) : *at);
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
test_none_is_left_out (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children ("/io/github/lanyard_app/Lanyard/ui",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpuint (types[i] (), !=, G_TYPE_INVALID);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *name = type_name_of (files[i]);

      g_test_message ("%s: %s", files[i], name);
      g_assert_true (g_type_is_a (g_type_from_name (name), GTK_TYPE_WIDGET));
    }
  g_assert_cmpuint (g_strv_length (files), ==, G_N_ELEMENTS (types));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
make (GType type)
{
  g_test_message ("%s", g_type_name (type));

  return g_object_ref_sink (g_object_new (type, NULL));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What was shown may be held for a frame more. */
static void
await_end (gpointer widget)
{
  g_object_add_weak_pointer (G_OBJECT (widget), &widget);
  g_object_unref (widget);
  scene_wait (is_gone, &widget);
}

/* Not shown, it is never bound to a frame clock or a root. */
static void
test_made (void)
{
  g_autoptr (Scene) scene = scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = make (types[i] ());

      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
      g_assert_finalize_object (widget);
    }
}

/* libadwaita 1.10 warns of a row that is in no list. */
static GtkWidget *
put_in_place (GtkWidget *widget)
{
  GtkWidget *list;

  if (!GTK_IS_LIST_BOX_ROW (widget))
    return widget;

  list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), widget);

  return list;
}

static void
test_shown (void)
{
  g_autoptr (Scene) scene = scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget;

      /* These are shown with what is in them only. */
      if (g_type_is_a (types[i] (), GTK_TYPE_WINDOW) || types[i] () == LANYARD_TYPE_HELD_ROW)
        continue;

      widget = make (types[i] ());
      gtk_window_set_child (scene->window, put_in_place (widget));
      gtk_window_present (scene->window);
      iterate ();
      gtk_window_set_child (scene->window, NULL);
      await_end (widget);
    }
}

/* A record, none, no workspace, and the end. */
static void
test_without_records (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamUser *user = scene_add_user (scene, "{\"acs_user_id\": \"u1\"}");
  SeamCredential *credential = scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_user_id\": \"u1\"}");
  LanyardUserPage *user_page = LANYARD_USER_PAGE (make (LANYARD_TYPE_USER_PAGE));
  LanyardCredentialPage *page = LANYARD_CREDENTIAL_PAGE (make (LANYARD_TYPE_CREDENTIAL_PAGE));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (user_page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  scene_show (scene, box);
  lanyard_user_page_set_user (user_page, user);
  lanyard_credential_page_set_credential (page, credential);
  g_assert_true (scene_shows_text (box, "No User Selected"));
  g_assert_true (scene_shows_text (box, "No Credential Selected"));
  lanyard_user_page_set_changes (user_page, scene->changes);
  lanyard_credential_page_set_changes (page, scene->changes);
  g_assert_true (scene_shows_text (GTK_WIDGET (user_page), "Unnamed User"));
  iterate ();
  lanyard_user_page_set_user (user_page, NULL);
  lanyard_credential_page_set_credential (page, NULL);
  g_assert_true (scene_shows_text (box, "No User Selected"));
  g_assert_true (scene_shows_text (box, "No Credential Selected"));
  lanyard_user_page_set_user (user_page, user);
  lanyard_credential_page_set_credential (page, credential);
  lanyard_user_page_set_changes (user_page, NULL);
  lanyard_credential_page_set_changes (page, NULL);
  g_assert_true (scene_shows_text (box, "No User Selected"));
  lanyard_user_page_set_changes (user_page, scene->changes);
  lanyard_credential_page_set_changes (page, scene->changes);
  iterate ();

  gtk_window_set_child (scene->window, NULL);
  await_end (user_page);
  await_end (page);
  /* Nothing of them is left that would be told. */
  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"display_name\": \"Ada\"}");
  scene_remove (scene, credential);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/templates/none-is-left-out", test_none_is_left_out);
  g_test_add_func ("/templates/made", test_made);
  g_test_add_func ("/templates/shown", test_shown);
  g_test_add_func ("/templates/without-records", test_without_records);

  return g_test_run ();
}
