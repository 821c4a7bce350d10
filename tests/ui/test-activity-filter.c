/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: something in it is searched for and filtered for, wherever one is in a long list. */
#include "activity-stage.h"
#include "lanyard-activity-menu.h"
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

static gboolean
is_on_page (Stage      *stage,
            const char *unused)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage->window));

  return focus != NULL && gtk_widget_get_mapped (focus)
         && gtk_widget_is_ancestor (focus, activity_stage_page (stage));
}

/* Where there is nothing to list, the keys are still on what is to be seen. */
static void
test_focus_without_any (Stage         *stage,
                        gconstpointer  data)
{
  activity_stage_show (stage);
  stage_wait_until (stage, stage_says, "No Activity Yet");
  stage_wait_until (stage, is_on_page, NULL);
  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
  g_assert_true (is_on_page (stage, NULL));
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
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

static GtkWidget *
menu_of (Stage *stage)
{
  return GTK_WIDGET (gtk_widget_get_template_child (activity_stage_page (stage), LANYARD_TYPE_ACTIVITY_PAGE, "menu"));
}

static gboolean
has_label (GMenuModel *model,
           const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &text);
      if (g_strcmp0 (text, label) == 0 || (section != NULL && has_label (section, label)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
offers (Stage      *stage,
        const char *operator)
{
  GObject *button = gtk_widget_get_template_child (menu_of (stage), LANYARD_TYPE_ACTIVITY_MENU, "button");

  return has_label (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), operator);
}

static void
come_near (Stage *stage)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (menu_of (stage));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "enter", 1.0, 1.0);
    }
}

/* Writes it down as another Lanyard would. What was asked of the journal before is answered then. */
static LanyardEntry *
write_down (Stage      *stage,
            const char *operator)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (stage->directory);
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "begun-at", g_get_real_time (), "workspace-id",
                                      stage_id_of (workspace), "subject-type", LANYARD_SUBJECT_CREDENTIAL,
                                      "subject-id", "card", "subject-name", "Card", "operator", operator, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_journal_begin_async (stage->journal, entry, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_journal_begin_finish (stage->journal, result, NULL));

  return entry;
}

/* The journal goes through all it has to say who did something: it is asked once, and again only when somebody new did
 * something. */
static void
test_operators (Stage         *stage,
                gconstpointer  data)
{
  g_autoptr (LanyardEntry) ada = NULL, bo = NULL, cy = NULL;
  guint n_before;

  activity_stage_show (stage);
  ada = write_down (stage, "ada");
  g_signal_emit_by_name (stage->changes, "entry-begun", ada);
  come_near (stage);
  stage_wait_until (stage, offers, "ada");

  bo = write_down (stage, "bo");
  g_signal_emit_by_name (stage->changes, "entry-begun", ada);
  come_near (stage);
  cy = write_down (stage, "cy");
  g_assert_false (offers (stage, "bo"));

  /* Each question holds the journal. */
  n_before = g_atomic_int_get (&G_OBJECT (stage->journal)->ref_count);
  for (guint i = 0; i < 5; i++)
    {
      g_signal_emit_by_name (stage->changes, "entry-begun", bo);
      come_near (stage);
    }
  g_assert_cmpuint (g_atomic_int_get (&G_OBJECT (stage->journal)->ref_count), <=, n_before + 1);
  stage_wait_until (stage, offers, "bo");
  g_assert_true (offers (stage, "cy"));
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
    { "/activity/focus-without-any", test_focus_without_any },
    { "/activity/search", test_search },
    { "/activity/search-from-below", test_search_from_below },
    { "/activity/filters", test_filters },
    { "/activity/operators", test_operators },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
