/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace is open where there is no keyring: keys last for the run, that is said, and nothing else is lost. */
#include "lanyard-session.h"
#include "lanyard-ui.h"
#include "stage.h"

typedef struct
{
  Stage stage; /* first: the stage's functions take it */
  LanyardSession *session;
  LanyardSandbox *other;
} Fixture;

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static LanyardSandbox *
start_sandbox (const char *key)
{
  LanyardSandbox *sandbox = lanyard_sandbox_new_demo ();
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_sandbox_set_key (sandbox, key);
  lanyard_sandbox_start_async (sandbox, 0, NULL, keep_result, &started);
  while (started == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_sandbox_start_finish (sandbox, started, &error));
  g_assert_no_error (error);

  return sandbox;
}

static gboolean
is_scene (Stage      *stage,
          const char *name)
{
  return g_strcmp0 (stage_scene (stage), name) == 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  LanyardOverride none = { 0 };

  stage_set_up (&fixture->stage, data);
  g_settings_reset (fixture->stage.settings, "connections");
  g_settings_reset (fixture->stage.settings, "workspace-id");
  fixture->stage.sandbox = start_sandbox ("seam_one");
  fixture->other = start_sandbox ("seam_two");
  g_free (lanyard_sandbox_control (fixture->other, "/_sandbox/set",
                                   "{\"workspace\":true,\"members\":{\"name\":\"Harbour\",\"is_sandbox\":false}}"));
  fixture->session = lanyard_session_new (fixture->stage.window, fixture->stage.settings);
  lanyard_session_start (fixture->session, FALSE, &none);
  stage_wait_until (&fixture->stage, is_scene, "connect");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  lanyard_session_close (fixture->session);
  g_clear_object (&fixture->session);
  lanyard_sandbox_stop (fixture->other);
  g_clear_object (&fixture->other);
  stage_tear_down (&fixture->stage, data);
}

static void
type (Fixture    *fixture,
      const char *row,
      const char *text)
{
  GtkWidget *page = GTK_WIDGET (lanyard_scenes_get_connect_page (lanyard_window_get_scenes (fixture->stage.window)));

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (page, LANYARD_TYPE_CONNECT_PAGE, row)), text);
}

static void
connect_to (Fixture        *fixture,
            LanyardSandbox *sandbox,
            const char     *key)
{
  GtkWidget *page = GTK_WIDGET (lanyard_scenes_get_connect_page (lanyard_window_get_scenes (fixture->stage.window)));

  type (fixture, "endpoint_row", lanyard_sandbox_get_endpoint (sandbox));
  type (fixture, "key_row", key);
  g_signal_emit_by_name (gtk_widget_get_template_child (page, LANYARD_TYPE_CONNECT_PAGE, "key_row"),
                         "entry-activated");
}

static guint
count_saved (Fixture *fixture)
{
  g_autoptr (GVariant) saved = g_settings_get_value (fixture->stage.settings, "connections");

  return (guint) g_variant_n_children (saved);
}

static gboolean
has_open (Stage      *stage,
          const char *name)
{
  LanyardDirectory *directory = lanyard_window_get_directory (stage->window);
  SeamWorkspace *workspace = directory != NULL ? lanyard_directory_get_workspace (directory) : NULL;

  return is_scene (stage, "workspace") && workspace != NULL
         && g_strcmp0 (seam_record_get_display_name (SEAM_RECORD (workspace)), name) == 0;
}

static void
test_wrong_key (Fixture       *fixture,
                gconstpointer  data)
{
  connect_to (fixture, fixture->stage.sandbox, "seam_wrong");
  stage_wait_until (&fixture->stage, stage_says, "did not accept the API key");
  g_assert_cmpstr (stage_scene (&fixture->stage), ==, "connect");
  g_assert_cmpuint (count_saved (fixture), ==, 0);

  /* Space that came along when it was copied does no harm. */
  connect_to (fixture, fixture->stage.sandbox, " seam_one\n");
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  g_assert_cmpuint (count_saved (fixture), ==, 1);
}

static void
test_held_keys (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *id = NULL;

  connect_to (fixture, fixture->stage.sandbox, "seam_one");
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  stage_wait_until (&fixture->stage, stage_says, "could not be saved");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->stage.window), "sandbox-workspace"));
  id = g_settings_get_string (fixture->stage.settings, "workspace-id");

  stage_activate (&fixture->stage, "workspace.add", NULL);
  stage_wait_until (&fixture->stage, is_scene, "connect");
  connect_to (fixture, fixture->other, "seam_two");
  stage_wait_until (&fixture->stage, has_open, "Harbour");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->stage.window), "live-workspace"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->stage.window), "sandbox-workspace"));

  /* The other one's key is still there in this run. */
  stage_activate (&fixture->stage, "workspace.switch",
                  g_variant_new ("(ss)", lanyard_sandbox_get_endpoint (fixture->stage.sandbox), id));
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  stage_wait_until (&fixture->stage, stage_says, "must be entered again next time");
}

static void
test_revoked_key (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = NULL;

  connect_to (fixture, fixture->stage.sandbox, "seam_one");
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  id = g_settings_get_string (fixture->stage.settings, "workspace-id");

  /* As if the key had been revoked meanwhile: it is asked for again, with the reason, and the list stays. */
  g_free (lanyard_sandbox_control (fixture->stage.sandbox, "/_sandbox/config", "{\"key\":\"seam_new\"}"));
  stage_activate (&fixture->stage, "workspace.add", NULL);
  stage_activate (&fixture->stage, "workspace.switch",
                  g_variant_new ("(ss)", lanyard_sandbox_get_endpoint (fixture->stage.sandbox), id));
  stage_wait_until (&fixture->stage, stage_says, "did not accept the API key");
  g_assert_cmpuint (count_saved (fixture), ==, 1);
  connect_to (fixture, fixture->stage.sandbox, "seam_new");
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  g_assert_cmpuint (count_saved (fixture), ==, 1);
}

/* As a button in the window has it. */
static gboolean
is_on (Fixture    *fixture,
       const char *action)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  gboolean on;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->stage.window));
  on = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);

  return on;
}

static void
test_demo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_false (is_on (fixture, "session.sign-out"));
  g_assert_false (is_on (fixture, "session.leave-demo"));

  stage_activate (&fixture->stage, "session.open-demo", NULL);
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  g_assert_false (is_on (fixture, "session.sign-out"));
  g_assert_true (is_on (fixture, "session.leave-demo"));
  g_assert_cmpuint (count_saved (fixture), ==, 0);

  stage_activate (&fixture->stage, "session.leave-demo", NULL);
  stage_wait_until (&fixture->stage, is_scene, "connect");
  g_assert_null (lanyard_window_get_directory (fixture->stage.window));
  g_assert_false (is_on (fixture, "session.leave-demo"));
}

/* What is stopped before it was open is not what Back leads to. */
static void
test_demo_stopped (Fixture       *fixture,
                   gconstpointer  data)
{
  stage_activate (&fixture->stage, "session.open-demo", NULL);
  stage_activate (&fixture->stage, "session.cancel-connecting", NULL);
  g_assert_cmpstr (stage_scene (&fixture->stage), ==, "connect");
  stage_activate (&fixture->stage, "workspace.add", NULL);
  stage_activate (&fixture->stage, "win.back", NULL);
  stage_wait_until (&fixture->stage, is_scene, "connect");
  g_assert_null (lanyard_window_get_directory (fixture->stage.window));
}

static void
test_sign_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *id = NULL;

  connect_to (fixture, fixture->stage.sandbox, "seam_one");
  stage_wait_until (&fixture->stage, has_open, "Aurora Demo");
  g_assert_true (is_on (fixture, "session.sign-out"));
  g_assert_false (is_on (fixture, "session.leave-demo"));
  stage_activate (&fixture->stage, "session.sign-out", NULL);
  g_assert_cmpstr (stage_scene (&fixture->stage), ==, "workspace");
  stage_respond ("sign-out");
  g_assert_cmpstr (stage_scene (&fixture->stage), ==, "connect");
  g_assert_cmpuint (count_saved (fixture), ==, 0);
  id = g_settings_get_string (fixture->stage.settings, "workspace-id");
  g_assert_cmpstr (id, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/session/wrong-key", test_wrong_key);
  ADD ("/session/held-keys", test_held_keys);
  ADD ("/session/revoked-key", test_revoked_key);
  ADD ("/session/demo", test_demo);
  ADD ("/session/demo-stopped", test_demo_stopped);
  ADD ("/session/sign-out", test_sign_out);

  return g_test_run ();
}
