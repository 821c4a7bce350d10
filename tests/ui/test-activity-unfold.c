/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: a line unfolds, leads to its records, and is led to from their pages, and back. */
#include "activity-stage.h"
#include "find-child.h"
#include "lanyard-activity-page.h"
#include "lanyard-ui.h"

static gboolean
is_fact (GtkWidget    *widget,
         gconstpointer title)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "fact") && gtk_widget_get_mapped (widget)
         && stage_find_label (widget, title) != NULL;
}

static gboolean
has_fact (Stage      *stage,
          const char *title)
{
  return find_child_where (activity_stage_page (stage), is_fact, title) != NULL;
}

static gboolean
is_view (Stage      *stage,
         const char *view)
{
  return g_strcmp0 (stage_view (stage), view) == 0;
}

static gboolean
leads_back_to (Stage      *stage,
               const char *text)
{
  GtkWidget *button = stage_find_child (stage, "back_button");

  return gtk_widget_get_visible (button) && g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0;
}

/* A line unfolds; its records are a click away, and a step back leads to the line as it was. */
static void
test_unfolded (Stage         *stage,
               gconstpointer  data)
{
  SeamUser *user;
  GtkWidget *fact;

  activity_stage_show (stage);
  activity_stage_assign (stage, &user);
  stage_wait_until (stage, activity_stage_has_button, "Undo");
  g_assert_false (has_fact (stage, "Credential"));
  activity_stage_unfold_first (stage);
  stage_wait_until (stage, has_fact, "Credential");
  g_assert_true (has_fact (stage, "User"));
  g_assert_false (has_fact (stage, "Previous Holder"));

  fact = find_child_where (activity_stage_page (stage), is_fact, "User");
  g_assert_true (gtk_widget_get_sensitive (fact));
  gtk_widget_grab_focus (fact);
  g_signal_emit_by_name (fact, "clicked");
  stage_wait_until (stage, is_view, "users");
  stage_wait_until (stage, leads_back_to, "Back to “Activity”");
  stage_activate (stage, "win.back", NULL);
  stage_wait_until (stage, is_view, "activity");
  stage_wait_until (stage, has_fact, "User");
  stage_wait_until (stage, activity_stage_is_in_list, "activity");

  activity_stage_unfold_first (stage);
  g_assert_false (lanyard_activity_item_get_unfolded (activity_stage_line (stage, 0)));
}

/* Whom nobody has in a list any more is named, and leads nowhere. */
static void
test_gone (Stage         *stage,
           gconstpointer  data)
{
  activity_stage_begin (stage, N_MANY);
  activity_stage_show (stage);
  lanyard_activity_page_set_changes (LANYARD_ACTIVITY_PAGE (activity_stage_page (stage)), stage->changes);
  stage_wait_until (stage, stage_says, "assigned to Ada");
  activity_stage_unfold_first (stage);
  stage_wait_until (stage, has_fact, "User");
  g_assert_true (stage_says (stage, "No longer in the list"));
  g_assert_false (gtk_widget_get_sensitive (find_child_where (activity_stage_page (stage), is_fact, "User")));
}

static gboolean
is_history_row (GtkWidget    *widget,
                gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget)
         && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) != NULL
         && gtk_widget_get_ancestor (widget, g_type_from_name ("LanyardHistoryList")) != NULL;
}

static GtkWidget *
find_history_row (Stage      *stage,
                  const char *title)
{
  return find_child_where (GTK_WIDGET (stage->window), is_history_row, title);
}

static gboolean
has_history_row (Stage      *stage,
                 const char *title)
{
  return find_history_row (stage, title) != NULL;
}

/* What was done to somebody is on their page as soon as it is done, and leads to the activity and back. */
static void
test_history (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user, *other;

  stage_find_credential (stage, FALSE, &user);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  stage_wait_until (stage, stage_says, "Assign Credential…");
  g_assert_false (stage_says (stage, "Recent Changes"));
  activity_stage_assign (stage, &other);
  g_assert_true (user == other);
  stage_wait_until (stage, has_history_row, "assigned to");
  g_assert_true (stage_says (stage, "Recent Changes"));

  adw_action_row_activate (ADW_ACTION_ROW (find_history_row (stage, "assigned to")));
  stage_wait_until (stage, is_view, "activity");
  stage_wait_until (stage, stage_says, "Changes to ");
  stage_wait_until (stage, has_fact, "User");
  g_assert_true (lanyard_activity_item_get_unfolded (activity_stage_line (stage, 0)));
  stage_wait_until (stage, activity_stage_is_in_list, "activity");
  stage_activate (stage, "win.back", NULL);
  stage_wait_until (stage, is_view, "users");
  stage_wait_until (stage, has_history_row, "assigned to");

  g_signal_emit_by_name (stage_find_button (GTK_WIDGET (stage->window), "Show All"), "clicked");
  stage_wait_until (stage, stage_says, "1 result");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Stage *, gconstpointer);
  } tests[] = {
    { "/activity/unfolded", test_unfolded },
    { "/activity/gone", test_gone },
    { "/activity/history", test_history },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
