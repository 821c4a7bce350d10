/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a real workspace: its scenes and views, and the main job through its actions. */
#include <adwaita.h>

#include "lanyard-accels.h"
#include "lanyard-config.h"
#include "lanyard-sandbox.h"
#include "lanyard-ui.h"
#include "lanyard-window.h"

typedef struct
{
  GtkApplication *application;
  GSettings *settings;
  LanyardSandbox *sandbox;
  SeamClient *client;
  LanyardJournal *journal;
  LanyardDirectory *directory;
  LanyardWindow *window;
  LanyardRequest requested;
  guint n_requested;
} Fixture;

typedef gboolean (*Condition) (Fixture    *fixture,
                               const char *id);

static gboolean
on_timeout (gpointer user_data)
{
  g_error ("It did not happen in time");
  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture    *fixture,
            Condition   condition,
            const char *id)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (!condition (fixture, id))
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
on_request (Fixture        *fixture,
            LanyardRequest  request)
{
  fixture->requested = request;
  fixture->n_requested++;
}

static gboolean
is_ready (Fixture    *fixture,
          const char *id)
{
  return lanyard_directory_get_state (fixture->directory) == LANYARD_DIRECTORY_READY;
}

static GtkWidget *
find_child (Fixture    *fixture,
            const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), LANYARD_TYPE_WINDOW, id));
}

static const char *
scene (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_child (fixture, "scene_stack")));
}

static const char *
view (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (find_child (fixture, "view_stack")));
}

/* The first label that is on show below @widget whose text has @part in it. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
says (Fixture    *fixture,
      const char *part)
{
  return find_label (GTK_WIDGET (fixture->window), part) != NULL;
}

/* One for all tests: a process registers one application only. */
static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_object_set (application, "resource-base-path", LANYARD_RESOURCE_BASE_PATH, NULL);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
      lanyard_accels_install (application);
    }
  return application;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->application = g_object_ref (the_application ());
  fixture->settings = g_settings_new (LANYARD_APP_ID);
  fixture->window = lanyard_window_new (fixture->application, fixture->settings);
  g_signal_connect_swapped (fixture->window, "request", G_CALLBACK (on_request), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up_workspace (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  set_up (fixture, data);
  fixture->sandbox = lanyard_sandbox_new_demo ();
  lanyard_sandbox_start_async (fixture->sandbox, 0, NULL, keep_result, &started);
  while (started == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_sandbox_start_finish (fixture->sandbox, started, &error));
  g_assert_no_error (error);

  fixture->client = seam_client_new (lanyard_sandbox_get_endpoint (fixture->sandbox),
                                     lanyard_sandbox_get_key (fixture->sandbox), NULL, &error);
  g_assert_no_error (error);
  fixture->journal = lanyard_journal_new (NULL);
  lanyard_journal_open_async (fixture->journal, NULL, keep_result, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_journal_open_finish (fixture->journal, opened, &error));

  fixture->directory = lanyard_directory_new (fixture->client, fixture->journal);
  lanyard_window_show_directory (fixture->window, fixture->directory, fixture->journal, LANYARD_PLACE_DEMO);
  lanyard_directory_load_async (fixture->directory, NULL, NULL, NULL);
  wait_until (fixture, is_ready, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->directory);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->client);
  if (fixture->sandbox != NULL)
    lanyard_sandbox_stop (fixture->sandbox);
  g_clear_object (&fixture->sandbox);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->application);
}

static void
activate (Fixture    *fixture,
          const char *name,
          GVariant   *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, parameter));
}

/* --- Scenes --- */

static void
test_scenes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_TLS, "bad certificate");
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://example.com");

  g_assert_cmpstr (scene (fixture), ==, "starting");

  lanyard_window_show_connect (fixture->window, "Seam does not accept the API key");
  g_assert_cmpstr (scene (fixture), ==, "connect");
  g_assert_true (says (fixture, "does not accept"));
  activate (fixture, "win.open-demo", NULL);
  g_assert_cmpuint (fixture->n_requested, ==, 1);
  g_assert_cmpint (fixture->requested, ==, LANYARD_REQUEST_DEMO);

  lanyard_window_show_trouble (fixture->window, trouble);
  g_assert_cmpstr (scene (fixture), ==, "trouble");
  g_assert_true (says (fixture, "Not Safe"));
  g_assert_true (says (fixture, "example.com"));
  activate (fixture, "win.retry", NULL);
  g_assert_cmpint (fixture->requested, ==, LANYARD_REQUEST_RETRY);
  activate (fixture, "win.change-connection", NULL);
  g_assert_cmpint (fixture->requested, ==, LANYARD_REQUEST_CHANGE);
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (scene (fixture), ==, "workspace");
  activate (fixture, "win.view", g_variant_new_string ("credentials"));
  g_assert_cmpstr (view (fixture), ==, "credentials");
  g_assert_cmpint (g_settings_get_enum (fixture->settings, "view"), ==, 1);
  activate (fixture, "win.view", g_variant_new_string ("activity"));
  g_assert_cmpstr (view (fixture), ==, "activity");
  activate (fixture, "win.view", g_variant_new_string ("nonsense"));
  g_assert_cmpstr (view (fixture), ==, "activity");
  activate (fixture, "win.view", g_variant_new_string ("users"));
  g_assert_cmpstr (view (fixture), ==, "users");
  g_assert_true (says (fixture, "No User Selected"));
}

/* --- The main job --- */

/* A credential that somebody has or nobody has, and a user of its system who doesn't have it. */
static SeamCredential *
find_credential (Fixture   *fixture,
                 gboolean   held,
                 SeamUser **other)
{
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (fixture->directory));
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (fixture->directory));

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

static const char *
id_of (gpointer record)
{
  return seam_record_get_id (SEAM_RECORD (record));
}

static gboolean
is_unassigned (Fixture    *fixture,
               const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (fixture->directory), id);

  return seam_credential_get_user_id (credential) == NULL && !seam_credential_get_busy (credential);
}

static gboolean
is_assigned (Fixture    *fixture,
             const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (fixture->directory), id);

  return seam_credential_get_user_id (credential) != NULL && !seam_credential_get_busy (credential);
}

static gboolean
is_said (Fixture    *fixture,
         const char *part)
{
  return says (fixture, part);
}

static gboolean
can_undo (Fixture    *fixture,
          const char *id)
{
  g_autoptr (LanyardEntry) entry = NULL;

  g_object_get (fixture->directory, "last-undoable", &entry, NULL);
  return entry != NULL;
}

static void
test_assign_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = find_credential (fixture, FALSE, &user);

  activate (fixture, "win.show-credential", g_variant_new_string (id_of (credential)));
  g_assert_cmpstr (view (fixture), ==, "credentials");

  activate (fixture, "win.assign", g_variant_new ("(ss)", id_of (credential), id_of (user)));
  wait_until (fixture, is_assigned, id_of (credential));
  g_assert_cmpstr (seam_credential_get_user_id (credential), ==, id_of (user));
  wait_until (fixture, is_said, "Undo");

  wait_until (fixture, can_undo, NULL);
  activate (fixture, "win.undo", NULL);
  wait_until (fixture, is_unassigned, id_of (credential));
}

static void
test_unassign (Fixture       *fixture,
               gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = find_credential (fixture, TRUE, &user);

  activate (fixture, "win.show-user", g_variant_new_string (id_of (seam_credential_get_holder (credential))));
  g_assert_cmpstr (view (fixture), ==, "users");
  activate (fixture, "win.unassign", g_variant_new_string (id_of (credential)));
  wait_until (fixture, is_unassigned, id_of (credential));
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (link->data))
        return ADW_MESSAGE_DIALOG (link->data);
    }

  return NULL;
}

static gboolean
has_user (Fixture    *fixture,
          const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", 2);
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (fixture->directory), parts[0]);

  return g_strcmp0 (seam_credential_get_user_id (credential), parts[1]) == 0 && !seam_credential_get_busy (credential);
}

/* As a click on the button does it: the answer, and the dialog goes. */
static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  SeamUser *user;
  SeamCredential *credential = find_credential (fixture, TRUE, &user);
  SeamUser *holder = seam_credential_get_holder (credential);
  g_autofree char *taken = g_strdup_printf ("%s %s", id_of (credential), id_of (user));
  g_autofree char *given_back = g_strdup_printf ("%s %s", id_of (credential), id_of (holder));

  activate (fixture, "win.assign", g_variant_new ("(ss)", id_of (credential), id_of (user)));
  g_assert_nonnull (find_dialog ());
  respond ("cancel");
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (seam_credential_get_holder (credential) == holder);
  g_assert_false (seam_credential_get_busy (credential));

  activate (fixture, "win.assign", g_variant_new ("(ss)", id_of (credential), id_of (user)));
  respond ("take");
  wait_until (fixture, has_user, taken);

  wait_until (fixture, can_undo, NULL);
  activate (fixture, "win.undo", NULL);
  wait_until (fixture, has_user, given_back);
}

static void
test_record_broken (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_UNWRITABLE, "full");
  SeamUser *user;
  SeamCredential *credential = find_credential (fixture, FALSE, &user);

  lanyard_window_set_record (fixture->window, LANYARD_RECORD_BROKEN, error);
  g_assert_nonnull (find_dialog ());
  respond ("close");
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);

  activate (fixture, "win.assign", g_variant_new ("(ss)", id_of (credential), id_of (user)));
  g_assert_false (seam_credential_get_busy (credential));
  g_assert_nonnull (find_dialog ());
  respond ("waive");
  g_assert_cmpint (fixture->requested, ==, LANYARD_REQUEST_WAIVE_RECORD);

  lanyard_window_set_record (fixture->window, LANYARD_RECORD_WAIVED, NULL);
  activate (fixture, "win.assign", g_variant_new ("(ss)", id_of (credential), id_of (user)));
  wait_until (fixture, is_assigned, id_of (credential));
}

static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GtkWindow) window = lanyard_accels_new_shortcuts_window ();
  g_auto (GStrv) described = gtk_application_list_action_descriptions (fixture->application);

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  g_assert_cmpuint (g_strv_length (described), >=, 10);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  g_test_add ("/window/scenes", Fixture, NULL, set_up, test_scenes, tear_down);
  g_test_add ("/window/shortcuts", Fixture, NULL, set_up, test_shortcuts, tear_down);
  g_test_add ("/window/views", Fixture, NULL, set_up_workspace, test_views, tear_down);
  g_test_add ("/window/assign-and-undo", Fixture, NULL, set_up_workspace, test_assign_and_undo, tear_down);
  g_test_add ("/window/unassign", Fixture, NULL, set_up_workspace, test_unassign, tear_down);
  g_test_add ("/window/take", Fixture, NULL, set_up_workspace, test_take, tear_down);
  g_test_add ("/window/record-broken", Fixture, NULL, set_up_workspace, test_record_broken, tear_down);

  return g_test_run ();
}
