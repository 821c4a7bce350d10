/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity: what was done is listed with what came of it, taken back, tried and checked again. */
#include "activity-stage.h"
#include "find-child.h"
#include "lanyard-activity-list.h"
#include "lanyard-day.h"
#include "lanyard-details-button.h"
#include "lanyard-report-window.h"
#include "lanyard-ui.h"

static void
test_listed_and_undone (Stage         *stage,
                        gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential;

  activity_stage_show (stage);
  stage_wait_until (stage, stage_says, "No Activity Yet");

  credential = activity_stage_assign (stage, &user);
  stage_wait_until (stage, stage_says, "Today");
  stage_wait_until (stage, activity_stage_has_button, "Undo");

  activity_stage_click (stage, "Undo");
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
  activity_stage_show (stage);
  activity_stage_assign (stage, &user);
  stage_wait_until (stage, activity_stage_has_button, "Undo");
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

  activity_stage_show (stage);
  credential = activity_stage_assign (stage, &user);
  stage_wait_until (stage, activity_stage_has_button, "Undo");

  set = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": null}", stage_id_of (credential));
  answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/set", set);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, activity_stage_has_no_button, "Undo");
}

static gboolean
is_toast_button_of (GtkWidget     *widget,
                    gconstpointer  label)
{
  return !LANYARD_IS_DETAILS_BUTTON (widget) && stage_find_button (widget, label) == widget;
}

static GtkWindow *
find_report (void)
{
  GtkWidget *report = stage_find_window (LANYARD_TYPE_REPORT_WINDOW);

  return report != NULL ? GTK_WINDOW (report) : NULL;
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

static void
test_refused (Stage         *stage,
              gconstpointer  data)
{
  SeamUser *user;

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 400, \"type\": \"invalid_input\", \"message\": \"<b>No</b> & never\"}");
  activity_stage_assign (stage, &user);
  activity_stage_show (stage);
  stage_wait_until (stage, stage_says, "could not be assigned");
  stage_wait_until (stage, stage_says, "Seam refused the request");
  g_assert_true (stage_says_not (stage, "<b>No</b> & never"));
  /* What the server's support asks for is there when the line is unfolded. */
  g_assert_false (stage_says (stage, "Request ID"));
  activity_stage_unfold_first (stage);
  stage_wait_until (stage, activity_stage_has_button, "Details");
  activity_stage_click (stage, "Details");
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
  g_assert_true (activity_stage_has_no_button (stage, "Undo"));
  g_assert_true (activity_stage_has_no_button (stage, "Try Again"));
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
  activity_stage_assign (stage, &user);
  activity_stage_show (stage);
  stage_wait_until (stage, activity_stage_has_button, "Check Again");

  answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/faults/clear", "{}");
  activity_stage_click (stage, "Check Again");
  stage_wait_until (stage, activity_stage_has_no_button, "Check Again");
  stage_wait_until (stage, activity_stage_has_button, "Undo");
}

static void
test_broken (Stage         *stage,
             gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_NEWER, "");

  activity_stage_show (stage);
  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_BROKEN, error);
  stage_wait_until (stage, stage_says, "Activity Log Unavailable");
  g_assert_true (stage_says (stage, "newer version of Lanyard"));
  activity_stage_click (stage, "Try Again");
  g_assert_cmpstr (stage->requested, ==, "retry-record");
  activity_stage_click (stage, "Continue Without Logging");
  g_assert_cmpstr (stage->requested, ==, "waive-record");

  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_KEPT, NULL);
  stage_wait_until (stage, stage_says, "No Activity Yet");
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
    activity_stage_begin (stage, i);
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

/* By keys one comes to the list itself, not to what is beside it. */
static void
test_by_key (Stage         *stage,
             gconstpointer  data)
{
  static const char * const views[] = { "activity", "users", "activity", "credentials" };
  SeamUser *user;

  activity_stage_assign (stage, &user);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      stage_activate (stage, "go.view", g_variant_new_string (views[i]));
      stage_wait_until (stage, activity_stage_is_in_list, views[i]);
    }
}

/* What was not done can be tried again as long as things are as they were, and only then. */
static void
test_try_again (Stage         *stage,
                gconstpointer  data)
{
  SeamUser *user;

  lanyard_sandbox_add_fault (stage->sandbox, "/acs/credentials/assign", "status",
                             "{\"status\": 409, \"type\": \"conflict\", \"message\": \"busy\"}");
  activity_stage_assign (stage, &user);
  activity_stage_show (stage);
  stage_wait_until (stage, activity_stage_has_button, "Try Again");
  activity_stage_click (stage, "Try Again");
  stage_wait_until (stage, activity_stage_has_button, "Undo");
  stage_wait_until (stage, activity_stage_has_no_button, "Try Again");
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
    { "/activity/by-key", test_by_key },
    { "/activity/broken", test_broken },
    { "/activity/try-again", test_try_again },
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
