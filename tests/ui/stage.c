/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the window have in common: the window, and the demo's workspace in it. */
#include "stage.h"

#include "find-child.h"
#include "lanyard-accels.h"
#include "lanyard-batch-report.h"
#include "lanyard-change-holder.h"
#include "lanyard-config.h"
#include "lanyard-contrast.h"
#include "lanyard-import-window.h"
#include "lanyard-lost-window.h"
#include "lanyard-picker.h"
#include "lanyard-plan-window.h"
#include "lanyard-planner.h"
#include "lanyard-preferences.h"
#include "lanyard-ui.h"

static gboolean
on_timeout (gpointer user_data)
{
  g_error ("It did not happen in time");
  return G_SOURCE_REMOVE;
}

void
stage_wait_until (Stage          *stage,
                  StageCondition  condition,
                  const char     *id)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (!condition (stage, id))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
on_request (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Stage *stage = user_data;

  g_free (stage->requested);
  stage->requested = g_strdup (g_action_get_name (G_ACTION (action)));
  stage->n_requested++;
}

/* In place of a session: what is asked of it is noted. */
static void
add_session_actions (Stage *stage)
{
  static const GActionEntry entries[] = {
    { "open-demo", on_request },
    { "cancel-connecting", on_request },
    { "change-connection", on_request },
    { "retry", on_request },
    { "retry-record", on_request },
    { "waive-record", on_request },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), stage);
  gtk_widget_insert_action_group (GTK_WIDGET (stage->window), "session", G_ACTION_GROUP (group));
}

static gboolean
is_ready (Stage      *stage,
          const char *id)
{
  return lanyard_directory_get_state (stage->directory) == LANYARD_DIRECTORY_READY;
}

/* The first one in the window that has this name in a template. */
GtkWidget *
stage_find_child (Stage      *stage,
                  const char *id)
{
  return find_child (GTK_WIDGET (stage->window), id);
}

const char *
stage_scene (Stage *stage)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (stage_find_child (stage, "scene_stack")));
}

const char *
stage_view (Stage *stage)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stage_find_child (stage, "view_stack")));
}

static gboolean
is_label_with (GtkWidget     *widget,
               gconstpointer  part)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

/* The first label that is on show below @widget whose text has @part in it. */
GtkWidget *
stage_find_label (GtkWidget  *widget,
                  const char *part)
{
  return find_child_where (widget, is_label_with, part);
}

static gboolean
is_button_of (GtkWidget     *widget,
              gconstpointer  label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The first button of @label that is on show below @widget. */
GtkWidget *
stage_find_button (GtkWidget  *widget,
                   const char *label)
{
  return find_child_where (widget, is_button_of, label);
}

gboolean
stage_says (Stage      *stage,
            const char *part)
{
  return stage_find_label (GTK_WIDGET (stage->window), part) != NULL;
}

gboolean
stage_says_not (Stage      *stage,
                const char *part)
{
  return !stage_says (stage, part);
}

/* libadwaita 1.7 measures the large heading of a question also where there is room only for a small one. */
static gboolean
is_of_heading (const char *message)
{
  GtkWidget *label = NULL;

  return message != NULL && sscanf (message, "Trying to measure GtkLabel %p for width", (void **) &label) == 1
         && gtk_widget_has_css_class (gtk_widget_get_parent (label), "heading-bin");
}

/* What is the toolkit's own mistake is nothing to fail for. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && is_of_heading (fields[i].value))
        return G_LOG_WRITER_HANDLED;
    }

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* One for all tests: a process registers one application only. */
static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      g_log_set_writer_func (write_log, NULL, NULL);
      application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_object_set (application, "resource-base-path", LANYARD_RESOURCE_BASE_PATH, NULL);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
      lanyard_contrast_watch ();
      lanyard_accels_install (application);
    }
  return application;
}

static gboolean
is_mapped (Stage      *stage,
           const char *id)
{
  return gtk_widget_get_mapped (GTK_WIDGET (stage->window));
}

void
stage_set_up (Stage         *stage,
              gconstpointer  data)
{
  stage->application = g_object_ref (the_application ());
  stage->settings = g_settings_new (LANYARD_APP_ID);
  stage->window = lanyard_window_new (stage->application, stage->settings);
  add_session_actions (stage);
  gtk_window_present (GTK_WINDOW (stage->window));
  stage_wait_until (stage, is_mapped, NULL);
}

void
stage_set_up_workspace (Stage         *stage,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  stage_set_up (stage, data);
  stage->sandbox = lanyard_sandbox_new_demo ();
  lanyard_sandbox_start_async (stage->sandbox, 0, NULL, keep_result, &started);
  while (started == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_sandbox_start_finish (stage->sandbox, started, &error));
  g_assert_no_error (error);

  stage->client = seam_client_new (lanyard_sandbox_get_endpoint (stage->sandbox),
                                     lanyard_sandbox_get_key (stage->sandbox), NULL, &error);
  g_assert_no_error (error);
  stage->journal = lanyard_journal_new (NULL);
  lanyard_journal_open_async (stage->journal, NULL, keep_result, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_journal_open_finish (stage->journal, opened, &error));

  stage->directory = lanyard_directory_new (stage->client);
  stage->changes = lanyard_changes_new (stage->directory, stage->journal);
  lanyard_window_show_directory (stage->window, stage->changes, LANYARD_PLACE_DEMO);
  lanyard_directory_load_async (stage->directory, NULL, NULL, NULL);
  stage_wait_until (stage, is_ready, NULL);
}

void
stage_tear_down (Stage         *stage,
                 gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_clear_object (&stage->changes);
  g_clear_object (&stage->directory);
  g_clear_object (&stage->journal);
  g_clear_object (&stage->client);
  if (stage->sandbox != NULL)
    lanyard_sandbox_stop (stage->sandbox);
  g_clear_object (&stage->sandbox);
  g_clear_object (&stage->settings);
  g_clear_object (&stage->application);
  g_clear_pointer (&stage->requested, g_free);
}

void
stage_activate (Stage    *stage,
                const char *name,
                GVariant   *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (stage->window), name, parameter));
}

/* A credential that somebody has or nobody has, and a user of its system who doesn't have it. */
SeamCredential *
stage_find_credential (Stage   *stage,
                       gboolean   held,
                       SeamUser **other)
{
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (stage->directory));
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (stage->directory));

  g_object_set (credentials, "show", held ? LANYARD_SHOW_ASSIGNED : LANYARD_SHOW_UNASSIGNED, NULL);
  while (g_list_model_get_n_items (G_LIST_MODEL (credentials)) == 0
         || g_list_model_get_n_items (G_LIST_MODEL (users)) == 0)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (credentials)); i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (G_LIST_MODEL (credentials), i);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (users)); j++)
        {
          g_autoptr (SeamUser) user = g_list_model_get_item (G_LIST_MODEL (users), j);

          if (seam_user_get_system_id (user) == seam_credential_get_system_id (credential)
              && seam_credential_get_holder (credential) != user
              && (seam_credential_get_holder (credential) != NULL) == held)
            {
              *other = user;
              return credential; /* the stores hold them */
            }
        }
    }

  g_assert_not_reached ();
}

const char *
stage_id_of (gpointer record)
{
  return seam_record_get_id (SEAM_RECORD (record));
}

/* One of a kind that there is, or NULL. */
GtkWidget *
stage_find_window (GType type)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;

  return NULL;
}

/* The question that is being asked, or NULL. */
AdwMessageDialog *
stage_find_dialog (void)
{
  GtkWidget *dialog = stage_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL ? ADW_MESSAGE_DIALOG (dialog) : NULL;
}

/* As a click on the button does it: the answer, and the dialog goes. */
void
stage_respond (const char *response)
{
  AdwMessageDialog *dialog = stage_find_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GPtrArray *
make_array (gpointer item)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, item);
  return array;
}

static GtkWidget *
make_plan_window (Stage     *stage,
                  GPtrArray *held)
{
  g_autoptr (LanyardPlan) plan = lanyard_planner_unassign (stage->directory, held);

  return GTK_WIDGET (lanyard_plan_window_new (plan));
}

/* Of users who may be given a card. */
static GtkWidget *
make_assigning_window (Stage     *stage,
                       GPtrArray *users)
{
  g_autoptr (LanyardPlan) plan = lanyard_plan_new (stage->directory, LANYARD_OPERATION_ASSIGN);
  LanyardPlanWindow *window;

  lanyard_planner_hand_out (plan, users, LANYARD_METHOD_ANY);
  window = lanyard_plan_window_new (plan);
  lanyard_plan_window_offer (window, LANYARD_METHOD_MOBILE_KEY, 1000);

  return GTK_WIDGET (window);
}

static void
wait_for_step (LanyardImport     *import,
               LanyardImportStep  step)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (lanyard_import_get_step (import) != step)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static GtkWidget *
make_report (Stage          *stage,
             SeamCredential *credential)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_unassign (stage->directory, credential);
  g_autoptr (GPtrArray) changes = make_array (change);
  g_autoptr (LanyardBatch) batch = lanyard_batch_new (stage->changes, changes);

  lanyard_batch_report_present (GTK_WIDGET (stage->window), batch);
  return stage_find_window (LANYARD_TYPE_BATCH_REPORT);
}

/* At each of its steps. */
static void
check_import (Stage *stage,
              void (*check) (GtkWidget *window))
{
  LanyardImportWindow *window = lanyard_import_window_new (GTK_WINDOW (stage->window), stage->directory,
                                                           stage->settings);
  LanyardImport *import = lanyard_import_window_get_import (window);

  gtk_window_present (GTK_WINDOW (window));
  check (GTK_WIDGET (window));
  lanyard_import_read_text (import, "Name;Card\nA;\"1\nB;2\n");
  wait_for_step (import, LANYARD_IMPORT_FAILED);
  check (GTK_WIDGET (window));
  lanyard_import_read_text (import, "Name;Card Number\nAda Okafor;1,2E+11\nNobody;1234\n");
  wait_for_step (import, LANYARD_IMPORT_COLUMNS);
  check (GTK_WIDGET (window));
  lanyard_import_match (import);
  wait_for_step (import, LANYARD_IMPORT_MATCHES);
  check (GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

void
stage_check_windows (Stage *stage,
                     void (*check) (GtkWidget *window))
{
  SeamUser *user;
  SeamCredential *credential = stage_find_credential (stage, TRUE, &user);
  g_autoptr (GPtrArray) held = make_array (credential);
  g_autoptr (GPtrArray) users = make_array (user);
  GtkWidget *windows[] = {
    lanyard_picker_new (stage->directory, SEAM_RECORD (user)),
    lanyard_picker_new (stage->directory, SEAM_RECORD (credential)),
    lanyard_lost_window_new (stage->directory, seam_credential_get_holder (credential), held),
    make_plan_window (stage, held),
    make_assigning_window (stage, users),
    make_report (stage, credential),
    GTK_WIDGET (lanyard_preferences_new (stage->window, stage->settings)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gtk_window_present (GTK_WINDOW (windows[i]));
      check (windows[i]);
      gtk_window_destroy (GTK_WINDOW (windows[i]));
    }
  check_import (stage, check);
}
