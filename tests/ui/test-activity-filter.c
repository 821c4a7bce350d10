/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: something in it is searched for and filtered for, wherever one is in a long list. */
#include "activity-stage.h"
#include "lanyard-activity-page.h"
#include "lanyard-ui.h"

static void
test_search (Stage         *stage,
             gconstpointer  data)
{
  SeamUser *user;
  GtkWidget *entry;

  activity_stage_show (stage);
  activity_stage_assign (stage, &user);
  stage_wait_until (stage, activity_stage_has_button, "Undo");

  stage_activate (stage, "go.search", NULL);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such thing");
  stage_wait_until (stage, stage_says, "No Results Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), seam_record_get_display_name (SEAM_RECORD (user)));
  stage_wait_until (stage, activity_stage_has_button, "Undo");
}

static GtkAdjustment *
place_of (Stage *stage)
{
  GtkWidget *page = activity_stage_page (stage);
  GObject *scroller = gtk_widget_get_template_child (page, LANYARD_TYPE_ACTIVITY_PAGE, "scroller");

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static gboolean
is_scrolled_down (Stage      *stage,
                  const char *unused)
{
  GtkAdjustment *place = place_of (stage);

  gtk_adjustment_set_value (place, 2000);

  return gtk_adjustment_get_value (place) > 1000;
}

static gboolean
is_at_top (Stage      *stage,
           const char *unused)
{
  return gtk_adjustment_get_value (place_of (stage)) <= 0;
}

/* What is found is shown from the newest on, wherever somebody had scrolled to, and counted as far as it was read. */
static void
test_search_from_below (Stage         *stage,
                        gconstpointer  data)
{
  GtkWidget *entry;

  for (guint i = 0; i < N_MANY; i++)
    activity_stage_begin (stage, i);
  activity_stage_show (stage);
  /* It may have been read before. */
  lanyard_activity_page_set_changes (LANYARD_ACTIVITY_PAGE (activity_stage_page (stage)), stage->changes);
  stage_wait_until (stage, is_scrolled_down, NULL);

  stage_activate (stage, "go.search", NULL);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "card");
  stage_wait_until (stage, stage_says, "100+ results");
  stage_wait_until (stage, is_at_top, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "card 44");
  stage_wait_until (stage, stage_says, "14 results");
  gtk_editable_set_text (GTK_EDITABLE (entry), "card 123");
  stage_wait_until (stage, stage_says, "1 result");
}

static LanyardActivityFilter *
filter_of (Stage *stage)
{
  return lanyard_activity_page_get_filter (LANYARD_ACTIVITY_PAGE (activity_stage_page (stage)));
}

/* What is filtered for is said, and cleared from where it is said; of nothing, too. */
static void
test_filters (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user;

  activity_stage_show (stage);
  activity_stage_assign (stage, &user);
  stage_wait_until (stage, activity_stage_has_button, "Undo");
  g_assert_true (activity_stage_has_no_button (stage, "Clear Filters"));

  g_object_set (filter_of (stage), "result", LANYARD_ENTRY_RESULT_NOT_DONE, "day", LANYARD_ACTIVITY_TODAY, NULL);
  stage_wait_until (stage, stage_says, "No Results Found");
  g_assert_true (stage_says (stage, "Today · Failed"));
  activity_stage_click (stage, "Clear Filters");
  stage_wait_until (stage, activity_stage_has_button, "Undo");
  stage_wait_until (stage, activity_stage_is_in_list, "activity");
  g_assert_true (activity_stage_has_no_button (stage, "Clear Filters"));

  g_object_set (filter_of (stage), "operator", g_get_user_name (), NULL);
  stage_wait_until (stage, stage_says, "1 result");
  /* What comes is listed if it has what is asked for. */
  activity_stage_assign (stage, &user);
  stage_wait_until (stage, stage_says, "2 results");
  g_object_set (filter_of (stage), "day", "2020-02-29", "operator", "", NULL);
  stage_wait_until (stage, stage_says, "Saturday, 29 February 2020");
  stage_wait_until (stage, stage_says, "No Results Found");
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
    { "/activity/search", test_search },
    { "/activity/search-from-below", test_search_from_below },
    { "/activity/filters", test_filters },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
