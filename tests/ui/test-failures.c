/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of access systems that could not be read, and what can be done about it there. */
#include "lanyard-failures-window.h"
#include "lanyard-name-text.h"
#include "lanyard-picker.h"
#include "lanyard-report-window.h"
#include "lanyard-ui.h"
#include "stage.h"

#define USERS "/acs/users/list"
#define CREDENTIALS "/acs/credentials/list"

/* --- The workspace --- */

static SeamRecord *
get_system (Stage *stage,
            guint  i)
{
  g_autoptr (SeamRecord) system = g_list_model_get_item (lanyard_directory_get_systems (stage->directory), i);

  g_assert_nonnull (system);
  return system; /* the directory holds it */
}

static char *
name_of (Stage *stage,
         guint  i)
{
  g_autofree char *name = lanyard_name_text (seam_record_get_display_name (get_system (stage, i)));

  return lanyard_name_in_sentence (name);
}

static void
fail (Stage      *stage,
      const char *route,
      guint       i)
{
  g_autofree char *options = g_strdup_printf ("{\"match\": {\"acs_system_id\": \"%s\"}, \"status\": 400, \"times\": 0}",
                                              seam_record_get_id (get_system (stage, i)));

  lanyard_sandbox_add_fault (stage->sandbox, route, "status", options);
}

static void
mend (Stage *stage)
{
  g_autofree char *answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/faults/clear", "{}");

  g_assert_nonnull (strstr (answer, "\"ok\":true"));
}

static gboolean
is_settled (Stage      *stage,
            const char *id)
{
  gboolean refreshing;

  g_object_get (stage->directory, "refreshing", &refreshing, NULL);
  return !refreshing && lanyard_directory_get_state (stage->directory) != LANYARD_DIRECTORY_LOADING
         && lanyard_directory_get_state (stage->directory) != LANYARD_DIRECTORY_EMPTY;
}

/* As when the program is started with what fails. */
static void
open_again (Stage *stage)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new (stage->client);
  g_autoptr (LanyardChanges) changes = lanyard_changes_new (directory, stage->journal);

  lanyard_window_show_directory (stage->window, changes, LANYARD_PLACE_DEMO);
  g_set_object (&stage->directory, directory);
  g_set_object (&stage->changes, changes);
  lanyard_directory_load_async (directory, NULL, NULL, NULL);
  stage_wait_until (stage, is_settled, NULL);
}

static guint
count_failures (Stage *stage)
{
  return g_list_model_get_n_items (lanyard_directory_get_failures (stage->directory));
}

static gboolean
has_one_failure (Stage      *stage,
                 const char *id)
{
  return count_failures (stage) == 1 && is_settled (stage, id);
}

static gboolean
has_no_failures (Stage      *stage,
                 const char *id)
{
  return count_failures (stage) == 0 && is_settled (stage, id);
}

/* --- What is on show --- */

static void
click (GtkWidget  *root,
       const char *label)
{
  GtkWidget *child = stage_find_label (root, label);
  GtkWidget *button;

  g_assert_nonnull (child);
  button = gtk_widget_get_ancestor (child, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_picker (Stage      *stage,
            const char *part)
{
  GtkWidget *window = stage_find_window (LANYARD_TYPE_PICKER);

  return window != NULL && gtk_widget_get_mapped (window) && stage_find_label (window, part) != NULL;
}

static gboolean
has_list (Stage      *stage,
          const char *part)
{
  GtkWidget *window = stage_find_window (LANYARD_TYPE_FAILURES_WINDOW);

  return window != NULL && gtk_widget_get_mapped (window) && stage_find_label (window, part) != NULL;
}

static gboolean
has_no_list (Stage      *stage,
             const char *id)
{
  return stage_find_window (LANYARD_TYPE_FAILURES_WINDOW) == NULL;
}

static SeamUser *
find_user_of (Stage *stage,
              guint  i)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_users (stage->directory));

  for (guint j = 0; j < keys->len; j++)
    {
      SeamRecord *record = ((LanyardKey *) keys->pdata[j])->record;

      if (g_strcmp0 (seam_user_get_system_id (SEAM_USER (record)), seam_record_get_id (get_system (stage, i))) == 0)
        return SEAM_USER (record);
    }
  g_assert_not_reached ();
}

/* --- The bar --- */

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static gboolean
has_report (Stage      *stage,
            const char *part)
{
  GtkWidget *window = stage_find_window (LANYARD_TYPE_REPORT_WINDOW);

  return window != NULL && gtk_widget_get_mapped (window) && stage_find_label (window, part) != NULL;
}

static gboolean
has_no_report (Stage      *stage,
               const char *id)
{
  return stage_find_window (LANYARD_TYPE_REPORT_WINDOW) == NULL;
}

/* What the server wrote is behind Details, and is copied from there. */
static void
check_details (Stage      *stage,
               const char *text)
{
  GtkWidget *window;
  g_autofree char *copied = NULL;

  click (GTK_WIDGET (stage->window), "Details");
  stage_wait_until (stage, has_report, "Something went wrong");
  window = stage_find_window (LANYARD_TYPE_REPORT_WINDOW);
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (has_report (stage, text));
  g_assert_true (has_report (stage, "internal_server_error"));
  g_assert_true (has_report (stage, "Request ID"));
  click (window, "Copy Details");
  copied = read_clipboard (window);
  g_assert_true (g_str_has_prefix (copied, "What Happened: "));
  g_assert_nonnull (strstr (copied, text));
  g_assert_nonnull (strstr (copied, "\nServer Message: Something went wrong\n"));
  g_assert_nonnull (strstr (copied, "\nHTTP Status: 400\n"));
  g_assert_true (has_report (stage, "Copied"));
  gtk_window_close (GTK_WINDOW (window));
  stage_wait_until (stage, has_no_report, NULL);
}

static void
test_one (Stage         *stage,
          gconstpointer  data)
{
  g_autofree char *name = name_of (stage, 1);
  g_autofree char *text = g_strdup_printf ("The users of %s could not be loaded. Seam refused the request", name);

  fail (stage, USERS, 1);
  open_again (stage);
  g_assert_cmpstr (stage_scene (stage), ==, "workspace");
  stage_wait_until (stage, stage_says, text);
  g_assert_true (stage_says_not (stage, "Something went wrong"));
  check_details (stage, text);
  g_assert_true (stage_says_not (stage, "incomplete"));
  find_user_of (stage, 0);
  find_user_of (stage, 2);

  /* It fails once more. */
  click (GTK_WIDGET (stage->window), "Try Again");
  stage_wait_until (stage, has_one_failure, NULL);
  g_assert_true (stage_says (stage, text));

  mend (stage);
  click (GTK_WIDGET (stage->window), "Try Again");
  stage_wait_until (stage, has_no_failures, NULL);
  stage_wait_until (stage, stage_says_not, "could not be loaded");
  find_user_of (stage, 1);
}

static void
test_old (Stage         *stage,
          gconstpointer  data)
{
  g_autofree char *name = name_of (stage, 1);
  g_autofree char *text = g_strdup_printf ("%s could not be refreshed and may be out of date.", name);

  fail (stage, "*", 1);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, stage_says, text);
  stage_wait_until (stage, is_settled, NULL);
  find_user_of (stage, 1);
  g_assert_true (stage_says_not (stage, "The lists may be out of date"));

  mend (stage);
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, has_no_failures, NULL);
  stage_wait_until (stage, stage_says_not, "out of date");
}

static void
test_several (Stage         *stage,
              gconstpointer  data)
{
  g_autofree char *first = name_of (stage, 0);
  g_autofree char *third = name_of (stage, 2);
  g_autofree char *text = g_strdup_printf ("2 access systems could not be loaded: %s, %s.", first, third);
  g_autofree char *reason = g_strdup_printf ("The credentials of %s could not be loaded.", third);

  fail (stage, "*", 0);
  fail (stage, CREDENTIALS, 2);
  open_again (stage);
  stage_wait_until (stage, stage_says, text);

  click (GTK_WIDGET (stage->window), "Details");
  stage_wait_until (stage, has_list, reason);
  mend (stage);
  fail (stage, CREDENTIALS, 2);
  click (stage_find_window (LANYARD_TYPE_FAILURES_WINDOW), "Try Again");
  stage_wait_until (stage, has_one_failure, NULL);
  g_assert_true (has_list (stage, reason));
  stage_wait_until (stage, stage_says, reason);

  mend (stage);
  click (stage_find_window (LANYARD_TYPE_FAILURES_WINDOW), "Try Again");
  stage_wait_until (stage, has_no_failures, NULL);
  stage_wait_until (stage, has_no_list, NULL);
  stage_wait_until (stage, stage_says_not, "could not be loaded");
}

/* Where there is nothing at all, it is a page that says so. */
static void
test_everything (Stage         *stage,
                 gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    fail (stage, "*", i);
  open_again (stage);
  g_assert_cmpstr (stage_scene (stage), ==, "trouble");
  mend (stage);
  open_again (stage);
  g_assert_cmpstr (stage_scene (stage), ==, "workspace");
  g_assert_true (stage_says_not (stage, "could not be loaded"));
}

/* --- Where there is nothing to be seen of it --- */

static void
test_list (Stage         *stage,
           gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    fail (stage, CREDENTIALS, i);
  open_again (stage);
  stage_wait_until (stage, stage_says, "3 access systems could not be loaded");
  stage_activate (stage, "go.view", g_variant_new_string ("credentials"));
  stage_wait_until (stage, stage_says, "Credentials Not Loaded");
  g_assert_true (stage_says_not (stage, "No Credentials"));
  mend (stage);
  click (GTK_WIDGET (stage->window), "Try Again");
  stage_wait_until (stage, stage_says_not, "Credentials Not Loaded");
}

static void
test_user_page (Stage         *stage,
                gconstpointer  data)
{
  g_autofree char *name = name_of (stage, 1);
  g_autofree char *text = g_strdup_printf ("The credentials of %s could not be loaded.", name);

  fail (stage, CREDENTIALS, 1);
  open_again (stage);
  stage_activate (stage, "go.show-user", g_variant_new_string (stage_id_of (find_user_of (stage, 1))));
  stage_wait_until (stage, stage_says, "Credentials Not Loaded");
  g_assert_true (stage_says (stage, text));
  mend (stage);
  click (GTK_WIDGET (stage->window), "Try Again");
  stage_wait_until (stage, stage_says_not, "Credentials Not Loaded");
}

static void
test_picker (Stage         *stage,
             gconstpointer  data)
{
  g_autofree char *name = name_of (stage, 1);
  g_autofree char *text = g_strdup_printf ("The credentials of %s could not be loaded.", name);
  GtkWidget *picker;

  fail (stage, CREDENTIALS, 1);
  open_again (stage);
  stage_activate (stage, "change.pick-credential", g_variant_new_string (stage_id_of (find_user_of (stage, 1))));
  stage_wait_until (stage, has_picker, "Credentials Not Loaded");
  g_assert_true (has_picker (stage, text));
  g_assert_false (has_picker (stage, "No Credentials"));
  g_assert_false (has_picker (stage, "There are no others"));
  picker = stage_find_window (LANYARD_TYPE_PICKER);

  mend (stage);
  click (picker, "Try Again");
  stage_wait_until (stage, has_no_failures, NULL);
  g_assert_false (has_picker (stage, "could not be loaded"));
  gtk_window_destroy (GTK_WINDOW (picker));

  /* It says nothing of other access systems. */
  fail (stage, CREDENTIALS, 0);
  open_again (stage);
  stage_activate (stage, "change.pick-credential", g_variant_new_string (stage_id_of (find_user_of (stage, 1))));
  stage_wait_until (stage, has_picker, "Assign Credential");
  g_assert_false (has_picker (stage, "could not be loaded"));
  gtk_window_destroy (GTK_WINDOW (stage_find_window (LANYARD_TYPE_PICKER)));
}

/* A key that was revoked is not only tried again. */
static void
test_revoked (Stage         *stage,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (stage->sandbox, "*", "unauthorized", "{\"times\": 0}");
  stage_activate (stage, "reading.refresh", NULL);
  stage_wait_until (stage, stage_says, "Seam did not accept the API key.");
  g_assert_true (stage_says (stage, "Try Again"));
  g_assert_true (stage_says (stage, "Details"));
  click (GTK_WIDGET (stage->window), "Enter New API Key…");
  g_assert_cmpstr (stage->requested, ==, "change-connection");
}

#define ADD(path, func) \
  g_test_add ("/failures/" path, Stage, NULL, stage_set_up_workspace, func, stage_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  ADD ("one", test_one);
  ADD ("old", test_old);
  ADD ("several", test_several);
  ADD ("everything", test_everything);
  ADD ("list", test_list);
  ADD ("user-page", test_user_page);
  ADD ("picker", test_picker);
  ADD ("revoked", test_revoked);

  return g_test_run ();
}
