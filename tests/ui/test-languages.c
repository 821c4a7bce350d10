/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In another language: run with a made-up translation that puts every text into brackets, the window shows none
 * without them but names and numbers; and where one reads from right to left, it is mirrored. */
#include <glib/gi18n.h>
#include <locale.h>

#include "lanyard-accels.h"
#include "lanyard-config.h"
#include "lanyard-entrances.h"
#include "lanyard-entry-private.h"
#include "lanyard-entry-text.h"
#include "lanyard-holder.h"
#include "lanyard-name-text.h"
#include "lanyard-picker.h"
#include "lanyard-preferences.h"
#include "lanyard-ui.h"
#include "stage.h"

/* What the toolkit says by itself: its own translators' business. */
static const char * const toolkit_texts[] = {
  "Close", "Minimize", "Maximize", "Restore", "Back", "Menu", "Show Text", "Hide Text", "Apply", "Edit",
  "Search Shortcuts", "No Results Found", "Try a different search", "Try a different search.", "Clear entry",
  "Clear Entry", "Show Password", "Hide Password",
  "Caps Lock is on", "Preferences", "Search", "Show All", "Shortcuts", "Search Results", "Search preferences", NULL
};

/* --- What the server sent, and so isn't translated --- */

static void
add_strings (GPtrArray *known,
             GObject   *object)
{
  guint n = 0;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      if (properties[i]->value_type == G_TYPE_STRING && (properties[i]->flags & G_PARAM_READABLE) != 0)
        g_object_get (object, properties[i]->name, &text, NULL);
      if (text != NULL && *text != '\0')
        g_ptr_array_add (known, g_steal_pointer (&text));
    }
}

static void
add_problems (GPtrArray *known,
              GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_ptr_array_add (known, g_strdup (seam_problem_get_message (g_ptr_array_index (problems, i))));
}

static void
add_records (GPtrArray  *known,
             GListModel *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (records, i);

      add_strings (known, G_OBJECT (record));
      add_problems (known, seam_record_get_errors (record));
      add_problems (known, seam_record_get_warnings (record));
    }
}

static GPtrArray *entrance_names;

static void
on_entrances_listed (GObject      *source,
                     GAsyncResult *result,
                     gpointer      listed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entrances =
    lanyard_directory_list_entrances_finish (LANYARD_DIRECTORY (source), result, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entrances->len; i++)
    g_ptr_array_add (entrance_names, g_strdup (seam_record_get_display_name (entrances->pdata[i])));
  *(gboolean *) listed = TRUE;
}

/* The page of a credential asks for them too. */
static void
learn_entrances (Stage          *stage,
                 SeamCredential *credential)
{
  gboolean listed = FALSE;

  lanyard_directory_list_entrances_async (stage->directory, credential, NULL, on_entrances_listed, &listed);
  while (!listed)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  return (int) strlen (*(char **) b) - (int) strlen (*(char **) a);
}

static GPtrArray *
known_texts (Stage *stage)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (known, g_strdup (LANYARD_APP_NAME));
  if (stage->directory != NULL)
    {
      g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (stage->directory));
      g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (stage->directory));

      while (g_list_model_get_n_items (G_LIST_MODEL (users)) == 0
             || g_list_model_get_n_items (G_LIST_MODEL (credentials)) == 0)
        g_main_context_iteration (NULL, TRUE);
      add_records (known, G_LIST_MODEL (users));
      add_records (known, G_LIST_MODEL (credentials));
      add_records (known, lanyard_directory_get_systems (stage->directory));
      add_strings (known, G_OBJECT (lanyard_directory_get_workspace (stage->directory)));
      g_ptr_array_add (known, g_strdup (lanyard_sandbox_get_endpoint (stage->sandbox)));
    }
  for (guint i = 0; i < entrance_names->len; i++)
    g_ptr_array_add (known, g_strdup (entrance_names->pdata[i]));
  g_ptr_array_sort (known, compare_length);

  return known;
}

/* --- Whether a text was translated --- */

static GString *untranslated; /* a line for each */

static gboolean
has_letter_outside (const char *text)
{
  int depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      depth += c == 0x27e6 ? 1 : c == 0x27e7 ? -1 : 0;
      if (depth == 0 && g_unichar_isalpha (c))
        return TRUE;
    }

  return FALSE;
}

static void
check_text (GPtrArray  *known,
            const char *where,
            const char *text)
{
  g_autoptr (GString) rest = g_string_new (text);

  /* Routes of the API, and names of keys */
  if (text == NULL || g_regex_match_simple ("^(/|Ctrl\\+|F\\d+$)", text, 0, 0) || g_strv_contains (toolkit_texts, text))
    return;

  for (guint i = 0; i < known->len; i++)
    g_string_replace (rest, g_ptr_array_index (known, i), "", 0);
  if (has_letter_outside (rest->str) && strstr (untranslated->str, text) == NULL)
    g_string_append_printf (untranslated, "%s: %s\n", where, text);
}

static void
assert_all_translated (void)
{
  g_assert_cmpstr (untranslated->str, ==, "");
}

static void
check_widget (GPtrArray *known,
              GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  /* Initials, names of keys, and months and days as the C library has them */
  if (ADW_IS_AVATAR (widget) || GTK_IS_SHORTCUT_LABEL (widget) || GTK_IS_CALENDAR (widget))
    return;

  check_text (known, type, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    check_text (known, type, gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_INSCRIPTION (widget))
    check_text (known, type, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  if (GTK_IS_WINDOW (widget))
    check_text (known, type, gtk_window_get_title (GTK_WINDOW (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (known, child);
}

static void
check_windows (Stage *stage)
{
  g_autoptr (GPtrArray) known = known_texts (stage);
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    check_widget (known, link->data);
}

/* --- Every view --- */

static void
test_scenes (Stage         *stage,
             gconstpointer  data)
{
  g_assert_true (g_str_has_prefix (_("Connect to Seam"), "⟦"));

  check_windows (stage);
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), NULL);
  check_windows (stage);
  lanyard_scenes_show_connecting (lanyard_window_get_scenes (stage->window));
  check_windows (stage);
  for (int code = 0; code <= SEAM_ERROR_PROXY; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, code, "");
      g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://127.0.0.1");

      lanyard_scenes_show_trouble (lanyard_window_get_scenes (stage->window), trouble);
      check_windows (stage);
    }
  assert_all_translated ();
}

static void
test_shown_records (Stage      *stage,
                    const char *view,
                    const char *action,
                    GListModel *records)
{
  stage_activate (stage, "go.view", g_variant_new_string (view));
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (records, i);

      stage_activate (stage, action, g_variant_new_string (seam_record_get_id (record)));
      if (SEAM_IS_CREDENTIAL (record))
        learn_entrances (stage, SEAM_CREDENTIAL (record));
      while (g_main_context_iteration (NULL, FALSE));
      check_windows (stage);
    }
}

static void
test_records (Stage         *stage,
              gconstpointer  data)
{
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (stage->directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (stage->directory));

  check_windows (stage);
  test_shown_records (stage, "users", "go.show-user", G_LIST_MODEL (users));
  test_shown_records (stage, "credentials", "go.show-credential", G_LIST_MODEL (credentials));
  assert_all_translated ();
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

static void
wait_for_result (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The names in it are numbers, which need no translation. */
static void
record (Stage          *stage,
        LanyardOutcome  outcome)
{
  const char *workspace_id = stage_id_of (lanyard_directory_get_workspace (stage->directory));
  g_autofree char *before = lanyard_holder_write ("2", "2");
  g_autofree char *after = lanyard_holder_write ("3", "3");
  g_autoptr (LanyardEntry) entry =
    g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_MOVE, "workspace-id", workspace_id,
                  "begun-at", g_get_real_time () - (outcome == LANYARD_OUTCOME_PENDING ? G_TIME_SPAN_DAY : 0),
                  "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", "1", "subject-name", "1",
                  "before", before, "after", after, NULL);
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) closed = NULL;

  lanyard_journal_begin_async (stage->journal, entry, NULL, keep_result, &begun);
  wait_for_result (&begun);
  g_assert_true (lanyard_journal_begin_finish (stage->journal, begun, NULL));
  if (outcome != LANYARD_OUTCOME_PENDING)
    {
      lanyard_journal_close_async (stage->journal, entry, outcome, SEAM_ERROR_NETWORK, NULL, "4", NULL, keep_result,
                                   &closed);
      wait_for_result (&closed);
      g_assert_true (lanyard_journal_close_finish (stage->journal, closed, NULL));
    }
}

static gboolean
lists (Stage      *stage,
       const char *name)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (stage_find_child (stage, "activity_bin")));

  return page != NULL && stage_find_label (page, name) != NULL;
}

static void
test_activity (Stage         *stage,
               gconstpointer  data)
{
  GtkWidget *entry;

  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
  stage_wait_until (stage, lists, _("No Activity Yet"));
  check_windows (stage);

  for (int outcome = LANYARD_OUTCOME_PENDING; outcome <= LANYARD_OUTCOME_UNKNOWN; outcome++)
    record (stage, outcome);
  /* The page doesn't know of them until it reads again. */
  stage_activate (stage, "go.search", NULL);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (stage->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  stage_wait_until (stage, lists, _("Today"));
  stage_wait_until (stage, lists, _("Yesterday"));
  check_windows (stage);
  assert_all_translated ();
}

static void
test_windows (Stage         *stage,
              gconstpointer  data)
{
  g_autoptr (GtkWindow) shortcuts = lanyard_accels_new_shortcuts_window ();
  g_autoptr (GError) error = g_error_new_literal (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_CORRUPT, "");
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);

  gtk_window_present (shortcuts);
  gtk_window_present (GTK_WINDOW (lanyard_preferences_new (stage->window, stage->settings)));
  gtk_window_present (GTK_WINDOW (lanyard_picker_new (stage->directory, SEAM_RECORD (user))));
  gtk_window_present (GTK_WINDOW (lanyard_picker_new (stage->directory, SEAM_RECORD (credential))));
  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (user)));
  lanyard_record_standing_set (lanyard_window_get_record_standing (stage->window), LANYARD_RECORD_BROKEN, error);
  while (g_main_context_iteration (NULL, FALSE));
  check_windows (stage);
  assert_all_translated ();
}

static void
test_sentences (Stage         *stage,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) known = known_texts (stage);

  for (int operation = LANYARD_OPERATION_ASSIGN; operation < LANYARD_N_OPERATIONS; operation++)
    for (int outcome = LANYARD_OUTCOME_PENDING; outcome <= LANYARD_OUTCOME_UNKNOWN; outcome++)
      {
        g_autoptr (LanyardEntry) entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", operation, NULL);
        g_autofree char *text = NULL;
        g_autofree char *recovered = NULL;

        lanyard_entry_set_outcome (entry, outcome, 1, SEAM_ERROR_NETWORK, NULL, NULL);
        text = lanyard_entry_text (entry);
        recovered = lanyard_entry_recovered_text (entry);
        check_text (known, "entry", text);
        check_text (known, "entry", recovered);
      }

  for (int code = 0; code <= LANYARD_CHANGES_ERROR_JOURNAL; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (LANYARD_CHANGES_ERROR, code, "");
      g_autofree char *text = lanyard_error_text (error);

      check_text (known, "error", text);
    }
  assert_all_translated ();
}

/* --- From right to left --- */

static double
position_of (Stage     *stage,
             GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (stage->window), &bounds));

  return bounds.origin.x + bounds.size.width / 2;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_row (Stage      *stage,
         const char *id)
{
  GtkWidget *avatar = find_type (stage_find_child (stage, "users_pane"), ADW_TYPE_AVATAR);

  return avatar != NULL && gtk_widget_get_width (avatar) > 0;
}

static void
test_mirrored (Stage         *stage,
               gconstpointer  data)
{
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  GtkWidget *pane = stage_find_child (stage, "users_pane");
  double list, content, avatar, name;

  stage_activate (stage, "go.view", g_variant_new_string ("users"));
  stage_wait_until (stage, has_row, NULL);
  list = position_of (stage, pane);
  content = position_of (stage, stage_find_child (stage, "content_stack"));
  avatar = position_of (stage, find_type (pane, ADW_TYPE_AVATAR));
  name = position_of (stage, find_type (pane, GTK_TYPE_INSCRIPTION));

  g_assert_true ((list > content) == mirrored);
  g_assert_true ((avatar > name) == mirrored);
}

static void
set_up_mirrored (Stage         *stage,
                 gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  lanyard_name_set_mirrored (TRUE);
  stage_set_up_workspace (stage, data);
}

static void
tear_down_mirrored (Stage         *stage,
                    gconstpointer  data)
{
  stage_tear_down (stage, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  lanyard_name_set_mirrored (FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LANYARD_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  lanyard_ui_init ();
  adw_init ();
  untranslated = g_string_new (NULL);
  entrance_names = g_ptr_array_new_with_free_func (g_free);

  g_test_add ("/languages/scenes", Stage, NULL, stage_set_up, test_scenes, stage_tear_down);
  g_test_add ("/languages/records", Stage, NULL, stage_set_up_workspace, test_records, stage_tear_down);
  g_test_add ("/languages/activity", Stage, NULL, stage_set_up_workspace, test_activity, stage_tear_down);
  g_test_add ("/languages/windows", Stage, NULL, stage_set_up_workspace, test_windows, stage_tear_down);
  g_test_add ("/languages/sentences", Stage, NULL, stage_set_up, test_sentences, stage_tear_down);
  g_test_add ("/languages/left-to-right", Stage, NULL, stage_set_up_workspace, test_mirrored, stage_tear_down);
  g_test_add ("/languages/right-to-left", Stage, NULL, set_up_mirrored, test_mirrored, tear_down_mirrored);

  return g_test_run ();
}
