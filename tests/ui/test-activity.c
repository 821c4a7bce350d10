/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: what was done is listed with what came of it, found, taken back, checked again and exported. */
#include "find-child.h"
#include "lanyard-activity-list.h"
#include "lanyard-activity-page.h"
#include "lanyard-day.h"
#include "lanyard-details-button.h"
#include "lanyard-holder.h"
#include "lanyard-report-window.h"
#include "lanyard-ui.h"
#include "stage.h"

#define N_MANY 450

static gboolean
is_free (Stage      *stage,
         const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return !seam_credential_get_busy (credential);
}

static void
show_activity (Stage *stage)
{
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
}

/* Gives a free credential to somebody, and waits until it is known what came of it. */
static SeamCredential *
assign (Stage     *stage,
        SeamUser **user)
{
  SeamCredential *credential = stage_find_credential (stage, FALSE, user);

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (*user)));
  g_assert_true (seam_credential_get_busy (credential));
  stage_wait_until (stage, is_free, stage_id_of (credential));

  return credential;
}

static gboolean
is_button_of (GtkWidget     *widget,
              gconstpointer  label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The first of the buttons of @label that is on show. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  return find_child_where (widget, is_button_of, label);
}

static GtkWidget *
page_of (Stage *stage)
{
  return adw_bin_get_child (ADW_BIN (stage_find_child (stage, "activity_bin")));
}

static gboolean
has_button (Stage      *stage,
            const char *label)
{
  return find_button (page_of (stage), label) != NULL;
}

static gboolean
has_no_button (Stage      *stage,
               const char *label)
{
  return !has_button (stage, label);
}

static void
test_listed_and_undone (Stage         *stage,
                        gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential;

  show_activity (stage);
  stage_wait_until (stage, stage_says, "No Activity Yet");

  credential = assign (stage, &user);
  stage_wait_until (stage, stage_says, "Today");
  stage_wait_until (stage, has_button, "Undo");

  g_signal_emit_by_name (find_button (page_of (stage), "Undo"), "clicked");
  stage_wait_until (stage, stage_says, "Undone");
  g_assert_null (seam_credential_get_user_id (credential));
  /* Taking back can be taken back as well; what was taken back can't. */
  stage_wait_until (stage, stage_says, "Undid an earlier change");
}

/* The lists beside somebody's page keep their width when the first of it is listed. */
static void
test_width_of_lists (Stage         *stage,
                     gconstpointer  data)
{
  GtkWidget *views = stage_find_child (stage, "view_stack");
  SeamUser *user;
  int before, after;

  gtk_widget_measure (views, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  show_activity (stage);
  assign (stage, &user);
  stage_wait_until (stage, has_button, "Undo");
  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  gtk_widget_measure (views, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
}

/* Who changes it elsewhere takes the Undo away. */
static void
test_no_longer_in_force (Stage         *stage,
                         gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential;
  g_autofree char *set = NULL;
  g_autofree char *answer = NULL;

  show_activity (stage);
  credential = assign (stage, &user);
  stage_wait_until (stage, has_button, "Undo");

  set = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": null}", stage_id_of (credential));
  answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/set", set);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, has_no_button, "Undo");
}

static gboolean
is_toast_button_of (GtkWidget     *widget,
                    gconstpointer  label)
{
  return is_button_of (widget, label) && !LANYARD_IS_DETAILS_BUTTON (widget);
}

static GtkWindow *
find_report (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    if (LANYARD_IS_REPORT_WINDOW (link->data))
      return link->data;

  return NULL;
}

static gboolean
has_report (Stage      *stage,
            const char *part)
{
  GtkWindow *window = find_report ();

  return window != NULL && stage_find_label (GTK_WIDGET (window), part) != NULL;
}

static gboolean
has_no_report (Stage      *stage,
               const char *id)
{
  return find_report () == NULL;
}

static GtkWidget *
view_of (Stage *stage)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page_of (stage), LANYARD_TYPE_ACTIVITY_PAGE, "view"));
}

static LanyardActivityItem *
line_at (Stage *stage,
         guint  position)
{
  g_autoptr (LanyardActivityItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view_of (stage)))), position);

  return item; /* the list's */
}

static void
unfold_first (Stage *stage)
{
  g_signal_emit_by_name (view_of (stage), "activate", 0);
}

static void
test_refused (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user;

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 400, \"type\": \"invalid_input\", \"message\": \"<b>No</b> & never\"}");
  assign (stage, &user);
  show_activity (stage);
  stage_wait_until (stage, stage_says, "could not be assigned");
  stage_wait_until (stage, stage_says, "Seam refused the request");
  g_assert_true (stage_says_not (stage, "<b>No</b> & never"));
  /* What the server's support asks for is there when the line is unfolded. */
  g_assert_false (stage_says (stage, "Request ID"));
  unfold_first (stage);
  stage_wait_until (stage, has_button, "Details");
  g_signal_emit_by_name (find_button (page_of (stage), "Details"), "clicked");
  stage_wait_until (stage, has_report, "<b>No</b> & never");
  g_assert_true (has_report (stage, "invalid_input"));
  g_assert_true (has_report (stage, "Request ID"));
  /* The toast has the same. */
  gtk_window_close (find_report ());
  stage_wait_until (stage, has_no_report, NULL);
  g_signal_emit_by_name (find_child_where (GTK_WIDGET (stage->window), is_toast_button_of, "Details"), "clicked");
  stage_wait_until (stage, has_report, "<b>No</b> & never");
  gtk_window_close (find_report ());
  stage_wait_until (stage, has_no_report, NULL);
  g_assert_true (has_no_button (stage, "Undo"));
  g_assert_true (has_no_button (stage, "Try Again"));
}

static void
test_unknown (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user;
  g_autofree char *answer = NULL;

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "close-after", "{}");
  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/get", "plain",
                             "{\"status\": 500, \"skip\": 1, \"times\": 100}");
  assign (stage, &user);
  show_activity (stage);
  stage_wait_until (stage, has_button, "Check Again");

  answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/faults/clear", "{}");
  g_signal_emit_by_name (find_button (page_of (stage), "Check Again"), "clicked");
  stage_wait_until (stage, has_no_button, "Check Again");
  stage_wait_until (stage, has_button, "Undo");
}

static void
test_search (Stage         *stage,
             gconstpointer  data)
{
  SeamUser *user;
  GtkWidget *entry;

  show_activity (stage);
  assign (stage, &user);
  stage_wait_until (stage, has_button, "Undo");

  stage_activate (stage, "go.search", NULL);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such thing");
  stage_wait_until (stage, stage_says, "No Results Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), seam_record_get_display_name (SEAM_RECORD (user)));
  stage_wait_until (stage, has_button, "Undo");
}

static void
test_broken (Stage         *stage,
             gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER, "");

  show_activity (stage);
  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_BROKEN, error);
  stage_wait_until (stage, stage_says, "Activity Log Unavailable");
  g_assert_true (stage_says (stage, "newer version of Lanyard"));
  g_signal_emit_by_name (find_button (page_of (stage), "Try Again"), "clicked");
  g_assert_cmpstr (stage->requested, ==, "retry-record");
  g_signal_emit_by_name (find_button (page_of (stage), "Continue Without Logging"), "clicked");
  g_assert_cmpstr (stage->requested, ==, "waive-record");

  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_KEPT, NULL);
  stage_wait_until (stage, stage_says, "No Activity Yet");
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
begin (Stage      *stage,
       guint       number,
       const char *workspace_id)
{
  g_autofree char *label = g_strdup_printf ("Card %u", number);
  g_autofree char *after = lanyard_holder_write ("u", "Ada");
  g_autoptr (LanyardEntry) entry =
    g_object_new (LANYARD_TYPE_ENTRY,
                  "begun-at", g_get_real_time () - (N_MANY - number) * (gint64) G_TIME_SPAN_HOUR,
                  "workspace-id", workspace_id, "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", label,
                  "subject-name", label, "after", after, NULL);
  g_autoptr (GAsyncResult) begun = NULL;

  lanyard_journal_begin_async (stage->journal, entry, NULL, keep_result, &begun);
  while (begun == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_journal_begin_finish (stage->journal, begun, NULL));
}

/* A long journal is read page by page, in order, with a heading for each day. */
static void
test_pages (Stage         *stage,
            gconstpointer  data)
{
  g_autoptr (LanyardActivityList) list = lanyard_activity_list_new ();
  SeamWorkspace *workspace = lanyard_directory_get_workspace (stage->directory);
  const char *id = seam_record_get_id (SEAM_RECORD (workspace));
  LanyardDay *day = NULL;
  gint64 last = G_MAXINT64;
  gint64 above = 0;
  guint n = 0, n_days = 0;

  for (guint i = 0; i < N_MANY; i++)
    begin (stage, i, id);
  lanyard_activity_list_set_journal (list, stage->journal, id);
  do
    {
      while (lanyard_activity_list_is_loading (list))
        g_main_context_iteration (NULL, TRUE);
      lanyard_activity_list_load_more (list);
    }
  while (lanyard_activity_list_is_loading (list));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      LanyardActivityItem *item = lanyard_activity_list_get_line (list, i);
      LanyardEntry *entry = lanyard_activity_item_get_entry (item);

      if (lanyard_activity_item_get_day (item) != NULL)
        {
          day = lanyard_activity_item_get_day (item);
          g_assert_false (lanyard_day_has (day, above));
          n_days++;
        }
      above = lanyard_entry_get_begun_at (entry);
      g_assert_true (lanyard_day_has (day, above));
      g_assert_cmpint (lanyard_entry_get_id (entry), <, last);
      last = lanyard_entry_get_id (entry);
      n++;
    }
  g_assert_cmpuint (n, ==, N_MANY);
  g_assert_cmpuint (n_days, >=, N_MANY / 25);
}

static GtkAdjustment *
place_of (Stage *stage)
{
  GObject *scroller = gtk_widget_get_template_child (page_of (stage), LANYARD_TYPE_ACTIVITY_PAGE, "scroller");

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
  SeamWorkspace *workspace = lanyard_directory_get_workspace (stage->directory);
  GtkWidget *entry;

  for (guint i = 0; i < N_MANY; i++)
    begin (stage, i, seam_record_get_id (SEAM_RECORD (workspace)));
  show_activity (stage);
  /* It may have been read before. */
  lanyard_activity_page_set_changes (LANYARD_ACTIVITY_PAGE (page_of (stage)), stage->changes);
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

static gboolean
is_in_list (Stage      *stage,
            const char *view)
{
  AdwViewStack *stack = ADW_VIEW_STACK (gtk_widget_get_parent (stage_find_child (stage, "activity_bin")));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL
         && gtk_widget_is_ancestor (focus, adw_view_stack_get_child_by_name (stack, view));
}

/* By keys one comes to the list itself, not to what is beside it. */
static void
test_by_key (Stage         *stage,
             gconstpointer  data)
{
  static const char * const views[] = { "activity", "users", "activity", "credentials" };
  SeamUser *user;

  assign (stage, &user);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      stage_activate (stage, "go.view", g_variant_new_string (views[i]));
      stage_wait_until (stage, is_in_list, views[i]);
    }
}

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
  return find_child_where (page_of (stage), is_fact, title) != NULL;
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

  show_activity (stage);
  assign (stage, &user);
  stage_wait_until (stage, has_button, "Undo");
  g_assert_false (has_fact (stage, "Credential"));
  unfold_first (stage);
  stage_wait_until (stage, has_fact, "Credential");
  g_assert_true (has_fact (stage, "User"));
  g_assert_false (has_fact (stage, "Previous Holder"));

  fact = find_child_where (page_of (stage), is_fact, "User");
  g_assert_true (gtk_widget_get_sensitive (fact));
  gtk_widget_grab_focus (fact);
  g_signal_emit_by_name (fact, "clicked");
  stage_wait_until (stage, is_view, "users");
  stage_wait_until (stage, leads_back_to, "Back to “Activity”");
  stage_activate (stage, "win.back", NULL);
  stage_wait_until (stage, is_view, "activity");
  stage_wait_until (stage, has_fact, "User");
  stage_wait_until (stage, is_in_list, "activity");

  unfold_first (stage);
  g_assert_false (lanyard_activity_item_get_unfolded (line_at (stage, 0)));
}

/* Whom nobody has in a list any more is named, and leads nowhere. */
static void
test_gone (Stage         *stage,
           gconstpointer  data)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (stage->directory);

  begin (stage, N_MANY, seam_record_get_id (SEAM_RECORD (workspace)));
  show_activity (stage);
  lanyard_activity_page_set_changes (LANYARD_ACTIVITY_PAGE (page_of (stage)), stage->changes);
  stage_wait_until (stage, stage_says, "assigned to Ada");
  unfold_first (stage);
  stage_wait_until (stage, has_fact, "User");
  g_assert_true (stage_says (stage, "No longer in the list"));
  g_assert_false (gtk_widget_get_sensitive (find_child_where (page_of (stage), is_fact, "User")));
}

/* What was not done can be tried again as long as things are as they were, and only then. */
static void
test_try_again (Stage         *stage,
                gconstpointer  data)
{
  SeamUser *user;

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 409, \"type\": \"conflict\", \"message\": \"busy\"}");
  assign (stage, &user);
  show_activity (stage);
  stage_wait_until (stage, has_button, "Try Again");
  g_signal_emit_by_name (find_button (page_of (stage), "Try Again"), "clicked");
  stage_wait_until (stage, has_button, "Undo");
  stage_wait_until (stage, has_no_button, "Try Again");
}

static LanyardActivityFilter *
filter_of (Stage *stage)
{
  return lanyard_activity_page_get_filter (LANYARD_ACTIVITY_PAGE (page_of (stage)));
}

/* What is filtered for is said, and cleared from where it is said; of nothing, too. */
static void
test_filters (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user;

  show_activity (stage);
  assign (stage, &user);
  stage_wait_until (stage, has_button, "Undo");
  g_assert_true (has_no_button (stage, "Clear Filters"));

  g_object_set (filter_of (stage), "result", LANYARD_ENTRY_RESULT_NOT_DONE, "day", LANYARD_ACTIVITY_TODAY, NULL);
  stage_wait_until (stage, stage_says, "No Results Found");
  g_assert_true (stage_says (stage, "Today · Failed"));
  g_signal_emit_by_name (find_button (page_of (stage), "Clear Filters"), "clicked");
  stage_wait_until (stage, has_button, "Undo");
  stage_wait_until (stage, is_in_list, "activity");
  g_assert_true (has_no_button (stage, "Clear Filters"));

  g_object_set (filter_of (stage), "operator", g_get_user_name (), NULL);
  stage_wait_until (stage, stage_says, "1 result");
  /* What comes is listed if it has what is asked for. */
  assign (stage, &user);
  stage_wait_until (stage, stage_says, "2 results");
  g_object_set (filter_of (stage), "day", "2020-02-29", "operator", "", NULL);
  stage_wait_until (stage, stage_says, "Saturday, 29 February 2020");
  stage_wait_until (stage, stage_says, "No Results Found");
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
  assign (stage, &other);
  g_assert_true (user == other);
  stage_wait_until (stage, has_history_row, "assigned to");
  g_assert_true (stage_says (stage, "Recent Changes"));

  adw_action_row_activate (ADW_ACTION_ROW (find_history_row (stage, "assigned to")));
  stage_wait_until (stage, is_view, "activity");
  stage_wait_until (stage, stage_says, "Changes to ");
  stage_wait_until (stage, has_fact, "User");
  g_assert_true (lanyard_activity_item_get_unfolded (line_at (stage, 0)));
  stage_wait_until (stage, is_in_list, "activity");
  stage_activate (stage, "win.back", NULL);
  stage_wait_until (stage, is_view, "users");
  stage_wait_until (stage, has_history_row, "assigned to");

  g_signal_emit_by_name (find_button (GTK_WIDGET (stage->window), "Show All"), "clicked");
  stage_wait_until (stage, stage_says, "1 result");
}

static void
test_days (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 5, 4, 12, 0, 0);
  gint64 now = g_date_time_to_unix (noon) * G_USEC_PER_SEC;
  g_autoptr (LanyardDay) today = lanyard_day_new (now - 11 * G_TIME_SPAN_HOUR);
  g_autoptr (LanyardDay) yesterday = lanyard_day_new (now - 13 * G_TIME_SPAN_HOUR);
  g_autoptr (LanyardDay) before = lanyard_day_new (now - 3 * (gint64) G_TIME_SPAN_DAY);
  g_autofree char *first = lanyard_day_text (today, now);
  g_autofree char *second = lanyard_day_text (yesterday, now);
  g_autofree char *third = lanyard_day_text (before, now);

  g_assert_cmpstr (first, ==, "Today");
  g_assert_cmpstr (second, ==, "Yesterday");
  g_assert_cmpstr (third, ==, "Friday, 1 May 2026");
  g_assert_false (lanyard_day_has (today, now - 13 * G_TIME_SPAN_HOUR));
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
    { "/activity/listed-and-undone", test_listed_and_undone },
    { "/activity/width-of-lists", test_width_of_lists },
    { "/activity/no-longer-in-force", test_no_longer_in_force },
    { "/activity/refused", test_refused },
    { "/activity/unknown", test_unknown },
    { "/activity/search", test_search },
    { "/activity/search-from-below", test_search_from_below },
    { "/activity/by-key", test_by_key },
    { "/activity/broken", test_broken },
    { "/activity/unfolded", test_unfolded },
    { "/activity/gone", test_gone },
    { "/activity/try-again", test_try_again },
    { "/activity/filters", test_filters },
    { "/activity/history", test_history },
    { "/activity/pages", test_pages },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  g_test_add_func ("/activity/days", test_days);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
