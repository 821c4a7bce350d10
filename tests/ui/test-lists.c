/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long lists: searching, Enter, and what they show. */
#include "lanyard-list-pane.h"
#include "lanyard-picker.h"
#include "scene.h"

static void
fill (Scene *scene)
{
  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u3\", \"acs_system_id\": \"s2\", \"display_name\": \"Cai Lin\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card One\", \"card_number\": \"1111\", \"acs_user_id\": \"u1\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c2\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Two\", \"card_number\": \"2222\", \"acs_user_id\": \"u2\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c3\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Three\", \"card_number\": \"3333\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c4\", \"acs_system_id\": \"s2\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Four\", \"card_number\": \"44441111\"}");
}

static GtkWidget *
show_pane (Scene           *scene,
           LanyardListKind  kind)
{
  GtkWidget *pane = lanyard_list_pane_new (kind);

  lanyard_list_pane_set_directory (LANYARD_LIST_PANE (pane), scene->directory);
  scene_show (scene, pane);

  return pane;
}

static void
type_and_enter (GtkWidget  *root,
                const char *text)
{
  GtkWidget *entry = scene_find (root, GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_search (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  fill (scene);
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "3 users");
  g_assert_true (scene_shows_text (pane, "Ada Okafor"));

  gtk_editable_set_text (GTK_EDITABLE (scene_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), "nobody of that name");
  scene_wait_text (pane, "No Results Found");
  scene_click (pane, "Clear Search");
  scene_wait_text (pane, "3 users");

  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_ATTENTION, NULL);
  scene_wait_text (pane, "No Results Found");
  scene_click (pane, "Clear Filters");
  scene_wait_text (pane, "3 users");
}

/* What a filter is set to is seen, and what it hides of a search. */
static void
test_filter_is_seen (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane, *list;

  fill (scene);
  pane = show_pane (scene, LANYARD_LIST_KIND_CREDENTIALS);
  scene_wait_text (pane, "4 credentials");
  list = scene_find (pane, GTK_TYPE_LIST_VIEW, NULL);
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_UNASSIGNED,
                "method", LANYARD_METHOD_CARD, NULL);
  scene_wait_text (pane, "Unassigned · Card");
  scene_wait_text (pane, "2 of 4 credentials");

  gtk_editable_set_text (GTK_EDITABLE (scene_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), "Card T");
  scene_wait_text (pane, "1 match is hidden by the filter");
  scene_click (pane, "Clear Filters");
  scene_wait_text (pane, "2 of 4 credentials");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (pane))), list));
  g_assert_false (scene_shows_text (pane, "1 match is hidden by the filter"));
  g_assert_false (scene_shows_text (pane, "Unassigned · Card"));
}

static void
search_for (GtkWidget  *pane,
            const char *text,
            const char *count)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
  scene_wait_text (pane, count);
}

static void
assert_selected (Scene      *scene,
                 GtkWidget  *pane,
                 const char *id)
{
  SeamRecord *selected = lanyard_list_pane_get_selected (LANYARD_LIST_PANE (pane));

  g_assert_cmpstr (selected != NULL ? seam_record_get_id (selected) : NULL, ==, id);
}

/* Who searches for somebody else is not to do something to the one whose page was on show. */
static void
test_selection_follows_search (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  fill (scene);
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "3 users");
  lanyard_list_pane_set_selected (LANYARD_LIST_PANE (pane), scene_get_user (scene, "u1"));

  /* It stays as long as it is found, and comes back when nobody else was looked at. */
  search_for (pane, "a", "2 of 3 users");
  assert_selected (scene, pane, "u1");
  search_for (pane, "nobody", "0 of 3 users");
  assert_selected (scene, pane, NULL);
  search_for (pane, "i", "2 of 3 users");
  assert_selected (scene, pane, NULL);
  search_for (pane, "", "3 users");
  assert_selected (scene, pane, "u1");

  /* The only one that is found is shown, and stays when the search is over. */
  search_for (pane, "Ben", "1 of 3 users");
  assert_selected (scene, pane, "u2");
  search_for (pane, "", "3 users");
  assert_selected (scene, pane, "u2");
  search_for (pane, "nobody", "0 of 3 users");
  search_for (pane, "", "3 users");
  assert_selected (scene, pane, "u2");
}

/* What a filter hides is still what was chosen: mostly it was just assigned. */
static void
test_selection_outlives_filter (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  fill (scene);
  pane = show_pane (scene, LANYARD_LIST_KIND_CREDENTIALS);
  scene_wait_text (pane, "4 credentials");
  lanyard_list_pane_set_selected (LANYARD_LIST_PANE (pane), scene_get_credential (scene, "c1"));
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_UNASSIGNED, NULL);
  scene_wait_text (pane, "2 of 4 credentials");
  assert_selected (scene, pane, "c1");

  /* Whoever comes from elsewhere is in the list, whatever was searched for there. */
  search_for (pane, "Three", "1 of 4 credentials");
  assert_selected (scene, pane, "c3");
  lanyard_list_pane_go_to (LANYARD_LIST_PANE (pane), scene_get_credential (scene, "c4"));
  scene_wait_text (pane, "2 of 4 credentials");
  assert_selected (scene, pane, "c4");
}

static void
test_ending_says_when (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card One\", \"ends_at\": \"2020-05-03T12:00:00Z\"}");
  scene_add_credential (scene, "{\"acs_credential_id\": \"c2\", \"acs_system_id\": \"s1\", \"access_method\": \"card\","
                               " \"display_name\": \"Card Two\"}");
  pane = show_pane (scene, LANYARD_LIST_KIND_CREDENTIALS);
  scene_wait_text (pane, "Unassigned");
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "sort", LANYARD_SORT_ENDING, NULL);
  scene_wait_text (pane, "Expired on 3 May 2020 · Unassigned");
  scene_wait_text (pane, "No end date · Unassigned");
  /* It is said once that it is why it needs attention. */
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_ATTENTION, NULL);
  scene_wait_text (pane, "1 of 2 credentials");
  g_assert_true (scene_shows_text (pane, "Expired on 3 May 2020 · Unassigned"));
}

static void
add_users (Scene      *scene,
           const char *name,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"acs_user_id\": \"%s%u\", \"acs_system_id\": \"s1\","
                                               " \"display_name\": \"%s %02u\"}", name, i, name, i);

      scene_add_user (scene, json);
    }
}

static GtkAdjustment *
place (gpointer pane)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scene_find (pane, GTK_TYPE_LIST_VIEW, NULL)));
}

static gboolean
is_drawn (gpointer pane)
{
  /* The list takes the spinner's place once it is sorted. */
  return scene_find (pane, GTK_TYPE_LIST_VIEW, NULL) != NULL
         && gtk_adjustment_get_upper (place (pane)) > gtk_adjustment_get_page_size (place (pane));
}

/* Nobody has scrolled: who comes in above the first row is seen, and not above the edge. */
static void
test_stays_at_top (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;
  double height;

  add_users (scene, "Mia", 40);
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait (is_drawn, pane);
  height = gtk_adjustment_get_upper (place (pane));

  add_users (scene, "Ada", 5);
  scene_wait_text (pane, "45 users");
  while (gtk_adjustment_get_upper (place (pane)) <= height)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (place (pane)), ==, 0);
}

static gboolean
has_selection (gpointer data)
{
  return lanyard_list_pane_get_selected (data) != NULL;
}

static void
test_enter_opens (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  fill (scene);
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "3 users");

  /* A card reader types the whole number; a part of it is a search like any other. */
  type_and_enter (pane, "1111");
  scene_wait_action (scene, "show-credential");
  g_assert_cmpstr (scene->parameter, ==, "'c1'");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (scene_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL))), ==, "");

  type_and_enter (pane, "ben");
  scene_wait (has_selection, pane);
  g_assert_true (lanyard_list_pane_get_selected (LANYARD_LIST_PANE (pane)) == scene_get_user (scene, "u2"));
}

/* --- Rows that would read alike --- */

static void
add_system (Scene      *scene,
            const char *json)
{
  g_autoptr (SeamRecord) system = seam_record_new_from_text (SEAM_TYPE_SYSTEM, json, SEAM_EXTENT_WHOLE, NULL);

  g_list_store_append (G_LIST_STORE (lanyard_directory_get_systems (scene->directory)), system);
}

#define HOTEL "{\"acs_system_id\": \"s1\", \"name\": \"Hotel\", \"external_type_display_name\": \"Visionline\"}"
#define OFFICE "{\"acs_system_id\": \"s2\", \"name\": \"Office\", \"external_type_display_name\": \"Salto KS\"}"
#define PERSON(id, system, more) "{\"acs_user_id\": \"" id "\", \"acs_system_id\": \"" system "\"," \
                                 " \"display_name\": \"Ada Okafor\"" more "}"

static void
test_people_alike (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  add_system (scene, HOTEL);
  scene_add_user (scene, PERSON ("u1", "s1", ", \"email_address\": \"ada@example.com\""));
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "ada@example.com");

  /* Another system, and another user there: the row that is on show follows. */
  add_system (scene, OFFICE);
  scene_wait_text (pane, "Hotel · ada@example.com");
  scene_add_user (scene, PERSON ("u2", "s2", ", \"email_address\": \"ada@example.com\""));
  scene_wait_text (pane, "Office · ada@example.com");

  /* With nothing else to tell them apart by, it is the ids. */
  scene_add_user (scene, PERSON ("u-3", "s2", ", \"email_address\": \"ada@example.com\""));
  scene_wait_text (pane, "Office · ada@example.com · ID u-3");
  scene_wait_text (pane, "Office · ada@example.com · ID u2");
  scene_wait_text (pane, "Hotel · ada@example.com");
}

/* Nor do the names of systems always tell them apart. */
static void
test_systems_alike (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  add_system (scene, HOTEL);
  add_system (scene, "{\"acs_system_id\": \"s2\", \"name\": \"Hotel\", \"external_type_display_name\": \"Brivo\"}");
  scene_add_user (scene, PERSON ("u1", "s1", ""));
  scene_add_user (scene, PERSON ("u2", "s2", ""));
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "Hotel · Visionline · No email or phone number");
  scene_wait_text (pane, "Hotel · Brivo · No email or phone number");
}

/* What the access system doesn't know of a user is taken from their identity, and they are found by it. */
static void
test_identity_of_user (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"A. Okafor\","
                         " \"user_identity_full_name\": \"Ada Okafor\","
                         " \"user_identity_email_address\": \"ada@example.org\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\"}");
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "Ada Okafor · ada@example.org");
  gtk_editable_set_text (GTK_EDITABLE (scene_find (pane, GTK_TYPE_SEARCH_ENTRY, NULL)), "ada example.org");
  scene_wait_text (pane, "1 of 2 users");
  scene_wait_text (pane, "A. Okafor");
}

#define KEY_CARD(id, system, number, more) \
  "{\"acs_credential_id\": \"" id "\", \"acs_system_id\": \"" system "\", \"access_method\": \"card\"," \
  " \"display_name\": \"Key Card\", \"card_number\": \"" number "\"" more "}"

static void
test_cards_alike (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane, *picker;

  add_system (scene, HOTEL);
  add_system (scene, OFFICE);
  scene_add_user (scene, PERSON ("u1", "s1", ""));
  scene_add_credential (scene, KEY_CARD ("c1", "s1", "20481234", ""));
  scene_add_credential (scene, KEY_CARD ("c2", "s1", "20481235", ""));
  pane = show_pane (scene, LANYARD_LIST_KIND_CREDENTIALS);
  scene_wait_text (pane, "•••• 1234");
  scene_wait_text (pane, "•••• 1235");
  scene_wait_text (pane, "Unassigned · Hotel");

  scene_add_credential (scene, KEY_CARD ("c3", "s2", "99991234", ""));
  scene_wait_text (pane, "Unassigned · Hotel");
  scene_wait_text (pane, "Unassigned · Office");
  scene_add_credential (scene, KEY_CARD ("c4", "s1", "77771234", ""));
  scene_wait_text (pane, "Unassigned · Hotel · ID c4");
  /* Nor is there a need to say it where the list is of one. */
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "system-id", "s1", NULL);
  scene_wait_text (pane, "Unassigned · ID c4");

  /* There, all are of one system. */
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  scene_wait_text (picker, "Unassigned · ID c4");
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* --- Through an identity, and what needs attention --- */

static void
test_held_through_identity (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane, *picker;

  scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\","
                               " \"access_method\": \"mobile_key\", \"display_name\": \"Mobile Key\","
                               " \"user_identity_id\": \"i1\"}");
  scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\"}");
  pane = show_pane (scene, LANYARD_LIST_KIND_CREDENTIALS);
  scene_wait_text (pane, "Assigned via user identity");
  scene_add_user (scene, PERSON ("u1", "s1", ", \"user_identity_id\": \"i1\""));
  scene_wait_text (pane, "Assigned to Ada Okafor via user identity");

  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_UNASSIGNED, NULL);
  scene_wait_text (pane, "No Results Found");

  picker = scene_show_picker (scene, scene_get_user (scene, "u2"));
  scene_wait_text (picker, "Assigned to Ada Okafor via user identity · will be reassigned");
  gtk_window_destroy (GTK_WINDOW (picker));
  /* Who has it already isn't offered it. */
  picker = scene_show_picker (scene, scene_get_user (scene, "u1"));
  scene_wait_text (picker, "No Credentials to Assign");
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
test_attention_says_why (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *pane;

  scene_add_user (scene, PERSON ("u1", "s1", ", \"is_suspended\": true"));
  scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\","
                         " \"access_schedule\": {\"starts_at\": \"2999-01-01T00:00:00Z\", \"ends_at\": null},"
                         " \"warnings\": [{\"warning_code\": \"acs_user_inactive\", \"message\": \"\"}]}");
  pane = show_pane (scene, LANYARD_LIST_KIND_USERS);
  scene_wait_text (pane, "Ben Ito");
  g_object_set (lanyard_list_pane_get_list (LANYARD_LIST_PANE (pane)), "show", LANYARD_SHOW_ATTENTION, NULL);
  scene_wait_text (pane, "Suspended · No email or phone number");
  g_assert_false (scene_shows_text (pane, "Ben Ito"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/lists/search", test_search);
  g_test_add_func ("/lists/stays-at-top", test_stays_at_top);
  g_test_add_func ("/lists/filter-is-seen", test_filter_is_seen);
  g_test_add_func ("/lists/selection-follows-search", test_selection_follows_search);
  g_test_add_func ("/lists/selection-outlives-filter", test_selection_outlives_filter);
  g_test_add_func ("/lists/ending-says-when", test_ending_says_when);
  g_test_add_func ("/lists/enter-opens", test_enter_opens);
  g_test_add_func ("/lists/people-alike", test_people_alike);
  g_test_add_func ("/lists/systems-alike", test_systems_alike);
  g_test_add_func ("/lists/identity-of-user", test_identity_of_user);
  g_test_add_func ("/lists/cards-alike", test_cards_alike);
  g_test_add_func ("/lists/held-through-identity", test_held_through_identity);
  g_test_add_func ("/lists/attention-says-why", test_attention_says_why);

  return g_test_run ();
}
