/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many at once, in the window: choosing them in the lists, what the bar says, the preview, and what is done then. */
#include "find-child.h"
#include "lanyard-chosen-model.h"
#include "lanyard-list-pane.h"
#include "lanyard-plan-window.h"
#include "lanyard-ui.h"
#include "stage.h"

static GtkWidget *
pane_of (Stage *stage)
{
  return stage_find_child (stage, g_str_equal (stage_view (stage), "users") ? "users_pane" : "credentials_pane");
}

static GtkListView *
view_of (Stage *stage)
{
  return find_child (pane_of (stage), "view");
}

static GtkSelectionModel *
model_of (Stage *stage)
{
  return gtk_list_view_get_model (view_of (stage));
}

/* All of them: with more to come, they would be in other places then. */
static gboolean
has_rows (Stage      *stage,
          const char *id)
{
  LanyardListKind kind = g_str_equal (stage_view (stage), "users") ? LANYARD_LIST_KIND_USERS
                                                                   : LANYARD_LIST_KIND_CREDENTIALS;

  return g_list_model_get_n_items (G_LIST_MODEL (model_of (stage)))
         == lanyard_store_get_n_records (lanyard_list_kind_get_store (kind, stage->directory));
}

/* The view that was on show last is remembered from test to test. */
static void
show (Stage      *stage,
      const char *view)
{
  stage_activate (stage, "go.view", g_variant_new_string (view));
  stage_wait_until (stage, has_rows, NULL);
}

/* By what the list view does for a click. */
static void
select_row (Stage   *stage,
            guint    position,
            gboolean with_control,
            gboolean with_shift)
{
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.select-item", "(ubb)", position, with_control,
                              with_shift);
}

static gboolean
is_bar_shown (Stage      *stage,
              const char *id)
{
  return gtk_revealer_get_child_revealed (find_child (pane_of (stage), "revealer"));
}

static gboolean
is_bar_hidden (Stage      *stage,
               const char *id)
{
  return !is_bar_shown (stage, id);
}

static gboolean
is_check (GtkWidget    *widget,
          gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
has_checks (Stage      *stage,
            const char *id)
{
  return find_child_where (GTK_WIDGET (view_of (stage)), is_check, NULL) != NULL;
}

static gboolean
has_no_checks (Stage      *stage,
               const char *id)
{
  return !has_checks (stage, id);
}

static guint
count_chosen (Stage *stage)
{
  g_autoptr (GPtrArray) chosen = lanyard_list_pane_dup_chosen (LANYARD_LIST_PANE (pane_of (stage)));

  return chosen->len;
}

static void
test_bar (Stage         *stage,
          gconstpointer  data)
{
  show (stage, "users");
  g_assert_true (is_bar_hidden (stage, NULL));
  select_row (stage, 0, FALSE, FALSE);
  g_assert_cmpuint (count_chosen (stage), ==, 1);
  g_assert_true (is_bar_hidden (stage, NULL));
  select_row (stage, 2, FALSE, TRUE);
  stage_wait_until (stage, is_bar_shown, NULL);
  g_assert_true (stage_says (stage, "3 users selected"));
  select_row (stage, 1, TRUE, FALSE);
  g_assert_true (stage_says (stage, "2 users selected"));
  select_row (stage, 5, FALSE, FALSE);
  stage_wait_until (stage, is_bar_hidden, NULL);
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.select-all", NULL);
  stage_wait_until (stage, is_bar_shown, NULL);
  g_assert_cmpuint (count_chosen (stage), ==, g_list_model_get_n_items (G_LIST_MODEL (model_of (stage))));
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.unselect-all", NULL);
  stage_wait_until (stage, is_bar_hidden, NULL);
  g_assert_cmpuint (count_chosen (stage), ==, 1);
}

/* Where a finger rests on the first row. */
static void
press_long (Stage *stage)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view_of (stage)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        g_signal_emit_by_name (controller, "pressed", 40.0, 20.0);
    }
}

static void
test_mode (Stage         *stage,
           gconstpointer  data)
{
  show (stage, "users");
  g_assert_true (has_no_checks (stage, NULL));
  gtk_toggle_button_set_active (find_child (pane_of (stage), "choose"), TRUE);
  stage_wait_until (stage, has_checks, NULL);
  stage_wait_until (stage, is_bar_shown, NULL);
  g_assert_true (stage_says (stage, "No users selected"));
  g_assert_false (gtk_widget_get_sensitive (find_child (pane_of (stage), "actions_button")));
  /* A click, or Enter. */
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.activate-item", "u", 3);
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.activate-item", "u", 4);
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.activate-item", "u", 3);
  g_assert_true (stage_says (stage, "1 user selected"));
  g_assert_true (gtk_selection_model_is_selected (model_of (stage), 4));
  g_assert_true (stage_says (stage, "No User Selected"));
  gtk_widget_activate_action (find_child (pane_of (stage), "revealer"), "chosen-bar.give-up", NULL);
  stage_wait_until (stage, has_no_checks, NULL);
  stage_wait_until (stage, is_bar_hidden, NULL);
  g_assert_false (gtk_toggle_button_get_active (find_child (pane_of (stage), "choose")));

  press_long (stage);
  stage_wait_until (stage, has_checks, NULL);
  stage_wait_until (stage, stage_says, "1 user selected");
  g_assert_true (gtk_selection_model_is_selected (model_of (stage), 0));
}

/* --- What is done with them --- */

static GtkWidget *
find_preview (void)
{
  return stage_find_window (LANYARD_TYPE_PLAN_WINDOW);
}

static gboolean
preview_says (Stage      *stage,
              const char *text)
{
  return find_preview () != NULL && stage_find_label (find_preview (), text) != NULL;
}

static gboolean
is_preview_gone (Stage      *stage,
                 const char *id)
{
  return find_preview () == NULL;
}

static void
choose_held (Stage *stage,
             guint  n)
{
  guint n_held = 0;

  for (guint i = 0; n_held < n; i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (G_LIST_MODEL (model_of (stage)), i);

      if (seam_credential_get_holder (credential) == NULL)
        continue;
      gtk_selection_model_select_item (model_of (stage), i, n_held == 0);
      n_held++;
    }
}

static guint
count_held (Stage *stage)
{
  g_autoptr (GPtrArray) chosen = lanyard_list_pane_dup_chosen (LANYARD_LIST_PANE (pane_of (stage)));
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += seam_credential_get_holder (chosen->pdata[i]) != NULL && !seam_credential_get_busy (chosen->pdata[i]);

  return n;
}

static gboolean
is_one_left (Stage      *stage,
              const char *id)
{
  return count_held (stage) == 1;
}

static gboolean
are_all_back (Stage      *stage,
              const char *id)
{
  return count_held (stage) == 5;
}

static void
test_unassign (Stage         *stage,
               gconstpointer  data)
{
  GtkWidget *view;

  show (stage, "credentials");
  choose_held (stage, 5);
  stage_activate (stage, "chosen.unassign", NULL);
  stage_wait_until (stage, preview_says, "5 of 5 credentials will be unassigned.");
  /* A key that was pressed twice opens one window. */
  stage_activate (stage, "chosen.unassign", NULL);
  view = find_child (find_preview (), "view");
  gtk_widget_activate_action (view, "list.activate-item", "u", 2);
  stage_wait_until (stage, preview_says, "4 of 5 credentials will be unassigned.");
  g_assert_nonnull (stage_find_button (find_preview (), "Unassign 4 Credentials"));
  g_assert_cmpuint (count_held (stage), ==, 5);
  gtk_widget_activate_action (view, "plan.confirm", NULL);
  stage_wait_until (stage, is_preview_gone, NULL);
  stage_wait_until (stage, is_one_left, NULL);
  stage_wait_until (stage, stage_says, "4 credentials unassigned");
  /* What was done is done with those that are still chosen, and taken back as one. */
  g_assert_cmpuint (count_chosen (stage), ==, 5);
  stage_activate (stage, "change.undo", NULL);
  stage_wait_until (stage, are_all_back, NULL);
}

static void
test_assign_free (Stage         *stage,
                  gconstpointer  data)
{
  guint n_without = 0;
  g_autofree char *summary = NULL;
  GListModel *rows;

  show (stage, "users");
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.select-all", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model_of (stage))); i++)
    {
      g_autoptr (SeamUser) user = g_list_model_get_item (G_LIST_MODEL (model_of (stage)), i);

      n_without += seam_user_get_n_credentials (user) == 0;
    }
  stage_activate (stage, "chosen.assign-free", NULL);
  stage_wait_until (stage, preview_says, "credentials will be assigned.");
  summary = g_strdup_printf ("%u of", n_without);
  g_assert_true (preview_says (stage, summary));
  rows = G_LIST_MODEL (gtk_list_view_get_model (find_child (find_preview (), "view")));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, count_chosen (stage));
  /* Ctrl+A takes in all that can be done, and nothing else. */
  gtk_widget_activate_action (find_child (find_preview (), "view"), "list.select-all", NULL);
  g_assert_true (preview_says (stage, "18 of 18 credentials will be assigned."));
  gtk_widget_activate_action (find_child (find_preview (), "view"), "list.unselect-all", NULL);
  g_assert_true (preview_says (stage, "0 of 18 credentials will be assigned."));
  g_assert_false (gtk_widget_get_sensitive (find_child (find_preview (), "confirm")));
  /* So does the button, and back. */
  g_signal_emit_by_name (find_child (find_preview (), "include_all"), "clicked");
  g_assert_true (preview_says (stage, "18 of 18 credentials will be assigned."));
  g_signal_emit_by_name (find_child (find_preview (), "include_all"), "clicked");
  g_assert_true (preview_says (stage, "0 of 18 credentials will be assigned."));
  gtk_window_close (GTK_WINDOW (find_preview ()));
  stage_wait_until (stage, is_preview_gone, NULL);
}

/* What is planned for a workspace is not done in another. */
static void
test_left (Stage         *stage,
           gconstpointer  data)
{
  show (stage, "users");
  gtk_widget_activate_action (GTK_WIDGET (view_of (stage)), "list.select-all", NULL);
  stage_activate (stage, "chosen.unassign", NULL);
  stage_wait_until (stage, preview_says, "credentials will be unassigned.");
  lanyard_scenes_show_connect (lanyard_window_get_scenes (stage->window), NULL);
  stage_wait_until (stage, is_preview_gone, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Stage *, gconstpointer);
  } tests[] = {
    { "/choosing/bar", test_bar },
    { "/choosing/mode", test_mode },
    { "/choosing/unassign", test_unassign },
    { "/choosing/assign-free", test_assign_free },
    { "/choosing/left", test_left },
  };

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, stage_set_up_workspace, tests[i].test, stage_tear_down);

  return g_test_run ();
}
