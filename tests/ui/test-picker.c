/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picker: what it offers, and that nothing is assigned that nobody has chosen. */
#include "lanyard-directory.h"
#include "lanyard-picker.h"
#include "scene.h"

static void
fill (Scene *scene)
{
  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\","
                         " \"phone_number\": \"+15550104477\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u3\", \"acs_system_id\": \"s2\", \"display_name\": \"Cai Lin\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card One\", \"card_number\": \"1111\", \"acs_user_id\": \"u1\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c2\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Two\", \"card_number\": \"1204567\", \"acs_user_id\": \"u2\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c3\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Three\", \"card_number\": \"12045678\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c4\", \"acs_system_id\": \"s2\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Four\", \"card_number\": \"44441111\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c5\", \"acs_system_id\": \"s1\", \"display_name\": \"Key 06\","
                               " \"access_method\": \"mobile_key\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c9\", \"acs_system_id\": \"s1\", \"display_name\": \"Room 12\","
                               " \"access_method\": \"mobile_key\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c6\", \"acs_system_id\": \"s1\", \"display_name\": \"Key 07\","
                               " \"access_method\": \"mobile_key\"}");
}

static GtkWidget *
search_entry (GtkWidget *picker)
{
  return scene_find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
type (GtkWidget  *picker,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (search_entry (picker)), text);
}

static void
enter (GtkWidget *picker)
{
  g_signal_emit_by_name (search_entry (picker), "activate");
}

static void
press (GtkWidget *picker,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (search_entry (picker));
  gboolean is_handled = FALSE;

  for (guint i = 0; !is_handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  g_assert_true (is_handled);
}

static gboolean
can_assign (gpointer picker)
{
  return gtk_widget_is_sensitive (scene_find (picker, GTK_TYPE_BUTTON, "Assign"));
}

static gboolean
can_not_assign (gpointer picker)
{
  return !can_assign (picker);
}

/* Until what was asked for shows, and whatever comes of Enter has come. */
static void
settle (GtkWidget  *picker,
        const char *text)
{
  scene_wait_text (picker, text);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_offers (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  scene_wait_text (picker, "Card Three");
  scene_wait_text (picker, "Assigned to Ben Ito · will be reassigned");
  g_assert_false (scene_shows_text (picker, "Card One"));
  g_assert_false (scene_shows_text (picker, "Card Four"));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (picker))));

  press (picker, GDK_KEY_Down);
  scene_click (picker, "Assign");
  scene_wait_action (scene, "assign");
  g_assert_cmpstr (scene->parameter, ==, "('c3', 'u1')");
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* Nothing is chosen in a picker just opened: Enter says what is to be done, and no more. */
static void
test_unchosen (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  for (guint i = 0; i < 2; i++)
    {
      picker = scene_show_picker (scene, i == 0 ? scene_get_user (scene, "u1") : scene_get_credential (scene, "c3"));
      settle (picker, i == 0 ? "Card Three" : "Ada Okafor");
      g_assert_false (can_assign (picker));
      enter (picker);
      enter (picker);
      settle (picker, "First, select an item with the arrow keys or the pointer.");
      g_assert_null (scene->action);
      g_assert_false (can_assign (picker));
      gtk_window_destroy (GTK_WINDOW (picker));
    }
}

static void
test_arrows (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  settle (picker, "Card Three");
  enter (picker);
  settle (picker, "First, select an item with the arrow keys or the pointer.");
  press (picker, GDK_KEY_Down);
  g_assert_true (can_assign (picker));
  g_assert_false (scene_shows_text (picker, "First, select an item with the arrow keys or the pointer."));
  press (picker, GDK_KEY_Down);
  enter (picker);
  scene_wait_action (scene, "assign");
  g_assert_cmpstr (scene->parameter, ==, "('c5', 'u1')");
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* What was arrowed to was meant for what was typed then. */
static void
test_typing_chooses_anew (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  settle (picker, "Card Three");
  press (picker, GDK_KEY_Down);
  type (picker, "card");
  settle (picker, "2 of 5 credentials");
  scene_wait (can_not_assign, picker);
  enter (picker);
  settle (picker, "First, select an item with the arrow keys or the pointer.");
  g_assert_null (scene->action);
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* What is listed later is no choice; what was chosen stays so. */
static void
test_arrivals (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  type (picker, "key 06");
  scene_wait (can_assign, picker);
  scene_add_credential (scene, "{\"acs_credential_id\": \"c7\", \"acs_system_id\": \"s1\","
                               " \"display_name\": \"Master Key 06\", \"access_method\": \"mobile_key\"}");
  settle (picker, "Master Key 06");
  g_assert_true (can_assign (picker));
  scene_add_credential (scene, "{\"acs_credential_id\": \"c8\", \"acs_system_id\": \"s1\","
                               " \"display_name\": \"Key 06\", \"access_method\": \"mobile_key\"}");
  scene_wait_text (picker, "3 of 7 credentials");
  g_assert_false (can_assign (picker));
  enter (picker);
  settle (picker, "First, select an item with the arrow keys or the pointer.");
  g_assert_null (scene->action);

  press (picker, GDK_KEY_Down);
  scene_remove (scene, scene_get_credential (scene, "c5"));
  scene_remove (scene, scene_get_credential (scene, "c8"));
  scene_wait_text (picker, "1 of 5 credentials");
  g_assert_false (can_assign (picker));
  gtk_window_destroy (GTK_WINDOW (picker));
}

typedef struct
{
  const char *typed;
  const char *chosen;     /* NULL: nothing may be */
  const char *for_user;   /* or for c3 */
} Case;

static const Case cases[] = {
  { "key 06", "('c5', 'u1')", "u1" },                /* the only one left */
  { "  Key 06 ", "('c5', 'u1')", "u1" },
  { "KEY 06", "('c5', 'u1')", "u1" },
  { "two", "('c2', 'u1')", "u1" },
  { "key", NULL, "u1" },                              /* several */
  { "1204567", "('c2', 'u1')", "u1" },                /* that card, and not the longer one */
  { " 1204567 ", "('c2', 'u1')", "u1" },
  { "12045678", "('c3', 'u1')", "u1" },
  { "1204 5678", "('c3', 'u1')", "u1" },
  { "1204-567", "('c2', 'u1')", "u1" },
  { "2045678", NULL, "u1" },                          /* only a part of one */
  { "120456", NULL, "u1" },
  { "5678", NULL, "u1" },
  { "card 45678", NULL, "u1" },                       /* found by what the row doesn't show */
  { "card 12045678", NULL, "u1" },
  { "key 6", "('c5', 'u1')", "u1" },
  { "key 0", NULL, "u1" },                            /* only a part of one */
  { "room 1", NULL, "u1" },
  { "1111", NULL, "u1" },                             /* theirs already */
  { "44441111", NULL, "u1" },                         /* of another system */
  { "   ", NULL, "u1" },
  { "ben", "('c3', 'u2')", NULL },
  { "50104477", NULL, NULL },                         /* a card's number in somebody's phone number */
  { "+15550104477", "('c3', 'u2')", NULL },
};

static void
test_typed (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, one->for_user != NULL ? scene_get_user (scene, one->for_user)
                                                           : scene_get_credential (scene, "c3"));
  settle (picker, one->for_user != NULL ? "Card Three" : "Ben Ito");
  type (picker, one->typed);
  enter (picker);
  if (one->chosen != NULL)
    {
      scene_wait_action (scene, "assign");
      g_assert_cmpstr (scene->parameter, ==, one->chosen);
    }
  else
    {
      gint64 until = g_get_monotonic_time () + 300 * 1000;

      while (g_get_monotonic_time () < until)
        {
          g_main_context_iteration (NULL, FALSE);
          g_assert_null (scene->action);
        }
      g_assert_false (can_assign (picker));
    }
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
test_numbers_told (void)
{
  static const struct
  {
    const char *typed;
    const char *told;
  } numbers[] = {
    { "7654321", "No card has the number 7654321." },
    { "1111", "Card One is already assigned to Ada Okafor." },
    { "44441111", "Card Four is in another access system." },
  };
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  settle (picker, "Card Three");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      type (picker, numbers[i].typed);
      enter (picker);
      settle (picker, numbers[i].told);
    }
  type (picker, "");
  settle (picker, "Card Three");
  g_assert_false (scene_shows_text (picker, "Card Four is in another access system."));
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
add_system (Scene      *scene,
            const char *json)
{
  g_autoptr (SeamRecord) system = seam_record_new_from_text (SEAM_TYPE_SYSTEM, json, SEAM_EXTENT_WHOLE, NULL);

  g_list_store_append (G_LIST_STORE (lanyard_directory_get_systems (scene->directory)), system);
}

/* Who or what is sought and not offered is said to be elsewhere, and where. */
static void
test_elsewhere (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  add_system (scene, "{\"acs_system_id\": \"s1\", \"name\": \"Hotel\"}");
  add_system (scene, "{\"acs_system_id\": \"s2\", \"name\": \"Office\"}");
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  settle (picker, "Card Three");
  type (picker, "44441111");
  enter (picker);
  settle (picker, "Card Four is in Office, but Ada Okafor is in Hotel.");
  type (picker, "card four");
  settle (picker, "Card Four is in Office, but Ada Okafor is in Hotel.");
  type (picker, "no such");
  settle (picker, "Only items in the same access system are listed.");
  gtk_window_destroy (GTK_WINDOW (picker));

  picker = scene_show_picker (scene, scene_get_credential (scene, "c3"));
  settle (picker, "Ben Ito");
  type (picker, "cai");
  settle (picker, "Card Three is in Hotel, but Cai Lin is in Office.");
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* As long as more may come, one row is not the only one, and a number that isn't there is not said to be nobody's. */
static void
test_while_loading (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  lanyard_progress_set_state (lanyard_directory_get_progress (scene->directory), LANYARD_DIRECTORY_LOADING, NULL);
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  settle (picker, "Card Three");
  type (picker, "key 06");
  enter (picker);
  settle (picker, "First, select an item with the arrow keys or the pointer.");
  g_assert_null (scene->action);

  type (picker, "7654321");
  enter (picker);
  while (scene_shows_text (picker, "Key 06") || g_main_context_iteration (NULL, FALSE))
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (scene_shows_text (picker, "No card has the number 7654321."));

  type (picker, "12045678");
  enter (picker);
  scene_wait_action (scene, "assign");
  g_assert_cmpstr (scene->parameter, ==, "('c3', 'u1')");
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
test_for_credential (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *picker;

  fill (scene);
  picker = scene_show_picker (scene, scene_get_credential (scene, "c1"));
  settle (picker, "Ben Ito");
  g_assert_false (scene_shows_text (picker, "Ada Okafor"));
  g_assert_false (scene_shows_text (picker, "Cai Lin"));
  g_assert_true (scene_shows_text (picker, "Card One will be unassigned from Ada Okafor."));
  type (picker, "ben");
  enter (picker);
  scene_wait_action (scene, "assign");
  g_assert_cmpstr (scene->parameter, ==, "('c1', 'u2')");
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
test_empty (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamUser *alone = scene_add_user (scene, "{\"acs_user_id\": \"u\", \"acs_system_id\": \"s\","
                                           " \"display_name\": \"Dee\"}");
  GtkWidget *picker = scene_show_picker (scene, alone);

  scene_wait_text (picker, "No Credentials to Assign");
  g_assert_false (can_assign (picker));
  gtk_window_destroy (GTK_WINDOW (picker));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/picker/offers", test_offers);
  g_test_add_func ("/picker/unchosen", test_unchosen);
  g_test_add_func ("/picker/arrows", test_arrows);
  g_test_add_func ("/picker/typing-chooses-anew", test_typing_chooses_anew);
  g_test_add_func ("/picker/arrivals", test_arrivals);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/picker/typed/%u", i);

      g_test_add_data_func (path, &cases[i], test_typed);
    }
  g_test_add_func ("/picker/numbers-told", test_numbers_told);
  g_test_add_func ("/picker/elsewhere", test_elsewhere);
  g_test_add_func ("/picker/while-loading", test_while_loading);
  g_test_add_func ("/picker/for-credential", test_for_credential);
  g_test_add_func ("/picker/empty", test_empty);

  return g_test_run ();
}
